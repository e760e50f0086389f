#include "app/demand/latent_facts_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/number_words.h"

namespace umikoe::app {
namespace {

using demand::ArtistFact;
using demand::FactKind;
using demand::FactVerdict;
using messages::Language;
using messages::text;

constexpr size_t voices_most = 3;

struct Voice {
  const ArtistFact* fact = nullptr;
  bool there = false;
  std::optional<double> log_odds;  // absent: not weighed
};

double thousandths(double number) { return std::round(number * 1000) / 1000; }

bool is_judged(const LatentFacts& facts, FactKind kind) {
  const FactVerdict verdict = facts.model.kinds[static_cast<size_t>(kind)].verdict;
  return verdict == FactVerdict::kept || verdict == FactVerdict::no_better;
}

std::vector<Voice> voices_of(const LatentFacts& facts, size_t row,
                             const demand::LatentTerritory& territory,
                             const std::vector<demand::LatentTerritory>& ranked) {
  const auto& of_artist = facts.known.facts[row];
  const auto& terms = facts.known.terms[row];
  std::vector<Voice> voices;
  if (of_artist.empty()) return voices;
  std::vector<uint32_t> unseen;
  for (const auto& each : ranked) unseen.push_back(each.territory);
  for (const auto& voice :
       demand::voices_for(facts.model.weights, terms, territory.territory, unseen)) {
    if (voices.size() == voices_most) break;
    voices.push_back({&of_artist[voice.fact], voice.there, voice.log_odds});
  }
  for (const auto& term : terms.shared) {
    const ArtistFact* fact = &of_artist[term.fact];
    if (term.territory != territory.territory || is_judged(facts, fact->kind)) continue;
    const auto said = [&](const Voice& voice) { return !voice.log_odds && voice.fact == fact; };
    if (std::ranges::none_of(voices, said)) voices.push_back({fact, true, std::nullopt});
  }
  return voices;
}

std::string phrase(const Voice& voice, Language language) {
  const ArtistFact& fact = *voice.fact;
  const std::string key =
      "fact." + std::string(demand::word(fact.kind)) + (voice.there ? ".there" : "");
  const bool medium = fact.kind == FactKind::tie_in && !voice.there && !fact.medium.empty();
  const std::string words = text(language, medium ? "fact.tie_in.medium" : key,
                                 {{"value", fact.value},
                                  {"medium", fact.medium},
                                  {"day", fact.day ? fact.day->to_string() : ""}});
  return voice.log_odds ? words : text(language, "fact.not_weighed", {{"fact", words}});
}

const char* weights_word(const LatentAnswer& answer) {
  if (!answer.facts->model.any_kept()) return "none";
  return answer.source == LatentAnswer::Source::saved ? "saved" : "fitted";
}

std::string note(Language language, const char* key, int64_t count, const FactsUsed& used) {
  if (count == 0) return "";
  return text(language, key,
              {{"count", grouped(count)}, {"day", used.day ? used.day->to_string() : ""}}) +
         "\n";
}

}  // namespace

Json facts_json(const LatentAnswer& answer) {
  const FactsUsed& used = answer.facts->known.used;
  Json kinds = Json::array();
  for (const FactKind kind : demand::fact_kinds) {
    const auto& report = answer.facts->model.kinds[static_cast<size_t>(kind)];
    const bool judged = is_judged(*answer.facts, kind);
    kinds.push_back({{"kind", demand::word(kind)},
                     {"verdict", demand::word(report.verdict)},
                     {"artists", report.artists},
                     {"gain", judged ? Json(thousandths(report.gain)) : Json(nullptr)},
                     {"gain_error", judged ? Json(thousandths(report.error)) : Json(nullptr)}});
  }
  return {{"origin", used.day ? Json(used.day->to_string()) : Json(nullptr)},
          {"weights", weights_word(answer)},
          {"facts", used.facts},
          {"repeated", used.repeated},
          {"later", used.later},
          {"undated", used.undated},
          {"of_other_artists", used.of_other_artists},
          {"elsewhere", used.elsewhere},
          {"kinds", std::move(kinds)}};
}

std::string facts_text(const LatentAnswer& answer, Language language) {
  const FactsUsed& used = answer.facts->known.used;
  std::string out = text(language, "facts.head", {{"count", grouped(used.facts)}}) + "\n";
  if (answer.source == LatentAnswer::Source::saved) out += text(language, "facts.saved") + "\n";
  if (answer.source == LatentAnswer::Source::shipped) out += text(language, "facts.shipped") + "\n";
  if (!answer.facts->model.any_kept()) out += text(language, "facts.none") + "\n";
  for (const FactKind kind : demand::fact_kinds) {
    const auto& report = answer.facts->model.kinds[static_cast<size_t>(kind)];
    if (report.verdict == FactVerdict::absent) continue;
    const std::string word(demand::word(kind));
    out += "  " +
           text(language, "facts." + std::string(demand::word(report.verdict)),
                {{"kind", text(language, "facts.kind." + word)},
                 {"gain", fmt::format("{:+.3f}", report.gain)},
                 {"error", fmt::format("{:.3f}", report.error)},
                 {"artists", grouped(report.artists)},
                 {"least", grouped(demand::fact_artists_least)}}) +
           "\n";
  }
  out += note(language, "facts.repeated", used.repeated, used);
  out += note(language, "facts.later", used.later, used);
  out += note(language, "facts.undated", used.undated, used);
  out += note(language, "facts.of_other_artists", used.of_other_artists, used);
  out += note(language, "facts.elsewhere", used.elsewhere, used);
  return out;
}

Json fact_voices_json(const LatentFacts& facts, size_t row,
                      const demand::LatentTerritory& territory,
                      const std::vector<demand::LatentTerritory>& ranked) {
  Json out = Json::array();
  for (const Voice& voice : voices_of(facts, row, territory, ranked)) {
    const ArtistFact& fact = *voice.fact;
    out.push_back(
        {{"kind", demand::word(fact.kind)},
         {"value", fact.value},
         {"medium", or_null(fact.medium)},
         {"there", voice.there},
         {"day", fact.day ? Json(fact.day->to_string()) : Json(nullptr)},
         {"source", or_null(fact.source)},
         {"log_odds", voice.log_odds ? Json(thousandths(*voice.log_odds)) : Json(nullptr)}});
  }
  return out;
}

std::string fact_voices_text(const LatentFacts& facts, size_t row,
                             const demand::LatentTerritory& territory,
                             const std::vector<demand::LatentTerritory>& ranked,
                             Language language) {
  std::string out;
  for (const Voice& voice : voices_of(facts, row, territory, ranked)) {
    out += (out.empty() ? "" : "; ") + phrase(voice, language);
  }
  return out;
}

}  // namespace umikoe::app
