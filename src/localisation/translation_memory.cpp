#include "localisation/translation_memory.h"

#include <algorithm>
#include <utility>

#include "base/unicode_text.h"
#include "base/utf8.h"

namespace umikoe::localisation {
namespace {

// Longer texts are compared by their beginnings: what is longer than a page of liner notes is no
// sentence anybody finds again.
constexpr size_t characters_compared = 1000;

std::u32string folded(std::string_view text) {
  const auto points = code_points(folded_text(text));
  return std::u32string(points.begin(),
                        points.begin() + static_cast<std::ptrdiff_t>(
                                             std::min(points.size(), characters_compared)));
}

uint64_t bigram(const std::u32string& text, size_t at) {
  return uint64_t{text[at]} << 32 | uint64_t{text[at + 1]};
}

// How many characters may differ for two texts, the longer of `length`, to be similar enough.
int64_t edits_most(int64_t length, int least) { return length * (100 - least) / 100; }

// Texts with d edits between them share at least this many pairs of neighbours (Ukkonen 1992).
int64_t shared_least(int64_t length, int64_t edits) { return length - 1 - 2 * edits; }

}  // namespace

int similar_percent(const std::u32string& a, const std::u32string& b, int least) {
  const auto rows = static_cast<int64_t>(a.size());
  const auto columns = static_cast<int64_t>(b.size());
  const int64_t length = std::max(rows, columns);
  if (length == 0) return 100;
  const int64_t most = edits_most(length, least);
  if (std::abs(rows - columns) > most) return 0;
  // Only cells within `most` of the diagonal can lie on a way that is short enough.
  const int64_t beyond = most + 1;
  std::vector<int64_t> above(static_cast<size_t>(columns) + 1);
  for (int64_t j = 0; j <= columns; ++j) above[static_cast<size_t>(j)] = std::min(j, beyond);
  std::vector<int64_t> row(above.size(), beyond);
  for (int64_t i = 1; i <= rows; ++i) {
    std::ranges::fill(row, beyond);
    if (i <= most) row[0] = i;
    int64_t best = row[0];
    for (int64_t j = std::max<int64_t>(1, i - most); j <= std::min(columns, i + most); ++j) {
      const auto at = static_cast<size_t>(j);
      const bool same = a[static_cast<size_t>(i - 1)] == b[at - 1];
      row[at] = std::min({above[at - 1] + (same ? 0 : 1), above[at] + 1, row[at - 1] + 1, beyond});
      best = std::min(best, row[at]);
    }
    if (best > most) return 0;
    std::swap(row, above);
  }
  const int64_t edits = above.back();
  if (edits > most) return 0;
  return static_cast<int>((length - edits) * 100 / length);
}

void TranslationMemory::add(MemoryEntry entry) {
  Pair& pair = pairs_[{entry.source_language, entry.target_language}];
  std::u32string text = folded(entry.source);
  const auto [at, is_new] = pair.by_text.try_emplace(text, pair.texts.size());
  if (is_new) {
    const auto place = static_cast<uint32_t>(pair.texts.size());
    for (size_t i = 0; i + 1 < text.size(); ++i) {
      auto& places = pair.by_bigram[bigram(text, i)];
      // A text that repeats a pair stands there once for each time, as the count needs it.
      places.push_back(place);
    }
    pair.texts.push_back({std::move(text), {}});
  }
  pair.texts[at->second].entries.push_back(entries_.size());
  entries_.push_back(std::move(entry));
}

// Every text that shares enough pairs of neighbours to be similar enough; none is missed.
std::vector<uint32_t> TranslationMemory::candidates(const Pair& pair,
                                                    const std::u32string& text) const {
  std::unordered_map<uint64_t, int32_t> wanted;
  for (size_t i = 0; i + 1 < text.size(); ++i) ++wanted[bigram(text, i)];
  std::vector<int32_t> shared(pair.texts.size());
  std::vector<uint32_t> touched;
  for (const auto& [key, times] : wanted) {
    const auto found = pair.by_bigram.find(key);
    if (found == pair.by_bigram.end()) continue;
    const auto& places = found->second;
    for (size_t i = 0; i < places.size();) {
      size_t same = 1;
      while (i + same < places.size() && places[i + same] == places[i]) ++same;
      if (shared[places[i]] == 0) touched.push_back(places[i]);
      shared[places[i]] += std::min(times, static_cast<int32_t>(same));
      i += same;
    }
  }
  std::vector<uint32_t> out;
  for (const uint32_t place : touched) {
    const size_t longer = std::max(text.size(), pair.texts[place].folded.size());
    const auto length = static_cast<int64_t>(longer);
    if (shared[place] >= shared_least(length, edits_most(length, percent_min))) {
      out.push_back(place);
    }
  }
  std::ranges::sort(out);
  return out;
}

std::vector<MemoryMatch> TranslationMemory::find(std::string_view source,
                                                 std::string_view source_language,
                                                 std::string_view target_language,
                                                 std::string_view work, size_t limit) const {
  const auto at = pairs_.find({std::string(source_language), std::string(target_language)});
  if (at == pairs_.end()) return {};
  const Pair& pair = at->second;
  const std::u32string text = folded(source);
  std::vector<MemoryMatch> matches;
  const auto keep = [&](const Text& found, int percent) {
    for (const size_t place : found.entries) {
      const MemoryEntry& entry = entries_[place];
      matches.push_back({&entry, percent, !work.empty() && entry.work == work});
    }
  };
  if (const auto same = pair.by_text.find(text); same != pair.by_text.end()) {
    keep(pair.texts[same->second], 100);
  }
  for (const uint32_t place : candidates(pair, text)) {
    const Text& found = pair.texts[place];
    if (found.folded == text) continue;
    const int percent = similar_percent(text, found.folded, percent_min);
    if (percent >= percent_min) keep(found, percent);
  }
  std::ranges::sort(matches, [](const MemoryMatch& a, const MemoryMatch& b) {
    if (a.percent != b.percent) return a.percent > b.percent;
    if (a.same_work != b.same_work) return a.same_work;
    return a.entry < b.entry;  // of one vector: the order of coming in
  });
  if (matches.size() > limit) matches.resize(limit);
  return matches;
}

}  // namespace umikoe::localisation
