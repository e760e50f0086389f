#include "localisation/names/read_name.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "localisation/names/kana.h"

namespace umikoe::localisation {
namespace {

constexpr double margin_max = 8;
constexpr double cost_unit = 1000;
// Costs fall off by e in this many units among the readings that are not first: the temperature
// MeCab's own cost factor gives its dictionaries.
constexpr double cost_temperature = 0.8;
constexpr double rule_made_cost = 3;  // of a reading no engine proposed, behind the first

bool has(std::span<const ReadingCandidate> candidates, std::string_view kana) {
  return std::ranges::find(candidates, kana, &ReadingCandidate::kana) != candidates.end();
}

void add(std::vector<ReadingCandidate>& candidates, Reading reading) {
  std::string kana = reading.kana();
  if (has(candidates, kana)) return;
  candidates.push_back({std::move(reading), std::move(kana), 0});
}

double cost_behind(const ReadingCandidate& first, const ReadingCandidate& other) {
  if (!other.reading.from_engine) return rule_made_cost;
  return static_cast<double>(other.reading.cost - first.reading.cost) / cost_unit;
}

// What the first leaves is shared by cost.
void share_confidence(std::vector<ReadingCandidate>& candidates) {
  const double first = confidence_of(evidence_of(candidates));
  candidates.front().confidence = first;
  double sum = 0;
  for (size_t i = 1; i < candidates.size(); ++i) {
    sum += std::exp(-cost_behind(candidates.front(), candidates[i]) / cost_temperature);
  }
  // The right reading may be none of them.
  constexpr double among_them = 0.6;
  for (size_t i = 1; i < candidates.size(); ++i) {
    const double share =
        std::exp(-cost_behind(candidates.front(), candidates[i]) / cost_temperature) / sum;
    candidates[i].confidence = (1 - first) * among_them * share;
  }
}

}  // namespace

ReadingEvidence evidence_of(std::span<const ReadingCandidate> candidates) {
  ReadingEvidence evidence;
  if (candidates.empty()) return evidence;
  const ReadingCandidate& first = candidates.front();
  double characters = 0;
  double unknown = 0;
  for (const Morpheme& morpheme : first.reading.morphemes) {
    if (morpheme.kana.empty()) continue;
    const auto length = static_cast<double>(length_in_code_points(morpheme.surface));
    characters += length;
    if (!morpheme.known) unknown += length;
    if (!is_reading(morpheme.kana)) evidence.unread = true;
    if (!any_kanji(morpheme.surface)) continue;
    evidence.has_kanji = true;
    evidence.pieces += 1;
    evidence.names += morpheme.detail == WordDetail::name;
    evidence.listed += morpheme.detail == WordDetail::listed;
    evidence.lone_kanji += length == 1 && morpheme.detail != WordDetail::number;
  }
  evidence.unknown_share = characters > 0 ? unknown / characters : 0;
  evidence.margin = margin_max;
  for (const ReadingCandidate& other : candidates.subspan(1)) {
    if (!other.reading.from_engine) continue;
    evidence.rivals += 1;
    evidence.margin = std::min(evidence.margin, cost_behind(first, other));
  }
  evidence.margin = std::max(evidence.margin, 0.0);
  return evidence;
}

double confidence_of(const ReadingEvidence& evidence) {
  if (evidence.unread) return 0.2;
  // Kana are read as they stand; what is left are misprints and letters read otherwise.
  if (!evidence.has_kanji) return 0.995;
  // Fitted by bench/fit_names to public romanisations of 2,400 titles with kanji.
  const double z = 2.5 + 0.03 * evidence.margin - 0.12 * evidence.rivals -
                   3.2 * evidence.unknown_share - 0.6 * evidence.lone_kanji -
                   0.2 * evidence.listed - 0.45 * evidence.names - 0.05 * evidence.pieces;
  // References of titles differ from a right reading now and then (another wording, a year, a
  // misprint): of 23 differences among the 430 most confident cases, read one by one, 6 were ours.
  constexpr double reference_right = 0.944;
  return std::min(0.99, 1 / (1 + std::exp(-z)) / reference_right);
}

NameReading read_name(std::span<const MorphemePath> paths, size_t candidates_max) {
  NameReading name;
  for (const MorphemePath& path : paths) add(name.candidates, read_path(path));
  if (name.candidates.empty()) return name;
  const std::vector<Reading> others = other_readings(name.candidates.front().reading);
  for (const Reading& other : others) add(name.candidates, other);
  share_confidence(name.candidates);
  std::ranges::stable_sort(name.candidates.begin() + 1, name.candidates.end(),
                           std::ranges::greater{}, &ReadingCandidate::confidence);
  if (name.candidates.size() > candidates_max) name.candidates.resize(candidates_max);
  return name;
}

void put_listed_first(NameReading& name, std::string_view surface, std::string_view kana) {
  const auto same = std::ranges::find(name.candidates, kana, &ReadingCandidate::kana);
  ReadingCandidate listed;
  if (same != name.candidates.end()) {
    listed = *same;
    name.candidates.erase(same);
  } else {
    Morpheme whole;
    whole.surface = surface;
    whole.word_class = WordClass::noun;
    whole.detail = WordDetail::name;
    whole.kana = kana;
    listed.reading.morphemes.push_back(std::move(whole));
    listed.kana = kana;
  }
  double left = 0;
  for (const ReadingCandidate& other : name.candidates) left += other.confidence;
  for (ReadingCandidate& other : name.candidates) {
    other.confidence *= left > 0 ? (1 - listed_confidence) / std::max(left, 1.0) : 0;
  }
  listed.confidence = std::max(listed.confidence, listed_confidence);
  name.candidates.insert(name.candidates.begin(), std::move(listed));
}

}  // namespace umikoe::localisation
