#include "app/read_names.h"

#include <algorithm>
#include <cmath>

#include "app/json.h"
#include "base/utf8.h"
#include "localisation/names/kana.h"
#include "localisation/names/read_name.h"
#include "localisation/names/reading_tables.h"

namespace umikoe::app {
namespace {

using localisation::NameReading;
using localisation::Reading;
using localisation::Scheme;

// Of 470 official English titles 179 are the romanisation with borrowed words in their own spelling
// (docs/benchmarks.md): how often that spelling is the one people know.
constexpr double foreign_spelling_share = 0.38;
// More cuts than candidates are asked for, because several cuts often read alike.
constexpr size_t paths_per_candidate = 4;

Result<void> check_text(std::string_view name) {
  if (first_invalid_utf8(name) != std::string_view::npos) return fail("text_not_utf8");
  return {};
}

std::optional<NameProposal> stated(const KnownNames& known, std::string_view name, Scheme scheme) {
  const auto found = known.find(name);
  if (found == known.end()) return std::nullopt;
  NameProposal proposal{found->second.reading, found->second.latin, 1, "stated"};
  if (proposal.romanised.empty()) {
    localisation::Morpheme whole;
    whole.surface = name;
    whole.word_class = localisation::WordClass::noun;
    whole.kana = proposal.reading;
    proposal.romanised = localisation::romanised(Reading{{whole}}, scheme);
  }
  return proposal;
}

void add(NameAnswer& answer, NameProposal proposal) {
  const bool there = std::ranges::any_of(answer.proposals, [&](const NameProposal& other) {
    return other.reading == proposal.reading && other.romanised == proposal.romanised;
  });
  if (!there) answer.proposals.push_back(std::move(proposal));
}

}  // namespace

Result<NameReader> NameReader::make(MorphologicalEngine& engine, KnownNames known,
                                    std::string_view scheme) {
  const auto parsed = localisation::parse_scheme(scheme.empty() ? "hepburn" : scheme);
  if (!parsed) return fail("scheme_unknown", {{"scheme", std::string(scheme)}});
  return NameReader(engine, std::move(known), *parsed);
}

NameReader::NameReader(MorphologicalEngine& engine, KnownNames known, Scheme scheme)
    : engine_(engine), known_(std::move(known)), scheme_(scheme) {}

Result<NameAnswer> NameReader::answer(std::string_view name, size_t candidates) const {
  UMIKOE_TRY(check_text(name));
  NameAnswer answer{std::string(name), {}, false};
  const auto known = stated(known_, name, scheme_);
  if (known) answer.proposals.push_back(*known);
  const size_t paths_wanted =
      std::max(localisation::paths_for_confidence, candidates * paths_per_candidate);
  UMIKOE_TRY(const auto paths, engine_.analyse(localisation::prepared_name(name), paths_wanted));
  NameReading reading = localisation::read_name(paths, candidates);
  const std::string prepared = localisation::prepared_name(name);
  const std::string_view listed = localisation::person_reading(prepared);
  if (!listed.empty()) localisation::put_listed_first(reading, prepared, listed);
  bool spelt_otherwise = false;
  for (const auto& candidate : reading.candidates) {
    const double left = known ? 0 : candidate.confidence;
    add(answer,
        {candidate.kana, localisation::romanised(candidate.reading, scheme_), left, "engine"});
    if (&candidate != &reading.candidates.front()) continue;
    const auto foreign = localisation::romanised_with_foreign_words(candidate.reading, scheme_);
    if (foreign.empty()) continue;
    spelt_otherwise = true;
    add(answer, {candidate.kana, foreign, left * foreign_spelling_share, "foreign"});
  }
  if (answer.proposals.size() > candidates) answer.proposals.resize(candidates);
  answer.sure = known.has_value() || (reading.sure() && !spelt_otherwise);
  return answer;
}

Result<std::optional<Reading>> NameReader::best(std::string_view name) const {
  UMIKOE_TRY(check_text(name));
  const std::string prepared = localisation::prepared_name(name);
  const std::string_view listed = localisation::person_reading(prepared);
  UMIKOE_TRY(const auto paths,
             engine_.analyse(prepared, listed.empty() ? 1 : localisation::paths_for_confidence));
  if (paths.empty()) return std::nullopt;
  if (listed.empty()) return localisation::read_path(paths.front());
  NameReading reading = localisation::read_name(paths, localisation::paths_for_confidence);
  localisation::put_listed_first(reading, prepared, listed);
  return reading.candidates.front().reading;
}

Result<std::string> NameReader::reading(std::string_view name) const {
  const auto known = known_.find(name);
  if (known != known_.end() && !known->second.reading.empty()) return known->second.reading;
  UMIKOE_TRY(const auto best_reading, best(name));
  return best_reading ? best_reading->kana() : std::string{};
}

Result<std::string> NameReader::romanised(std::string_view name) const {
  if (const auto known = stated(known_, name, scheme_)) return known->romanised;
  UMIKOE_TRY(const auto best_reading, best(name));
  return best_reading ? localisation::romanised(*best_reading, scheme_) : std::string{};
}

std::string name_json(const NameAnswer& answer, bool romanise, const std::string& engine) {
  const auto rounded = [](double confidence) { return std::round(confidence * 1000) / 1000; };
  const NameProposal best = answer.proposals.empty() ? NameProposal{} : answer.proposals.front();
  Json json{{"input", answer.input}};
  json[romanise ? "romanised" : "reading"] = romanise ? best.romanised : best.reading;
  json["confidence"] = rounded(best.confidence);
  json["sure"] = answer.sure;
  json["candidates"] = Json::array();
  for (const NameProposal& proposal : answer.proposals) {
    json["candidates"].push_back({{"reading", proposal.reading},
                                  {"romanised", proposal.romanised},
                                  {"confidence", rounded(proposal.confidence)},
                                  {"origin", proposal.origin}});
  }
  json["engine"] = engine;
  return dump(json);
}

}  // namespace umikoe::app
