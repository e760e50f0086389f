#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace umikoe::localisation {

// One text that was translated before.
struct MemoryEntry {
  std::string source;
  std::string target;
  std::string source_language;
  std::string target_language;
  std::string work;    // of the same work it comes first; may be empty
  std::string origin;  // the unit or file it came from

  bool operator==(const MemoryEntry&) const = default;
};

struct MemoryMatch {
  const MemoryEntry* entry = nullptr;
  int percent = 0;  // 100: the same text but for case and width
  bool same_work = false;
};

// What was translated before, found again by the same or a similar source text. Similarity is the
// share of characters that need not change (Levenshtein over code points of the folded texts), in
// whole percent, rounded down. The same entries and question give the same answer in the same
// order: by percent, then the same work, then the order they were added in.
class TranslationMemory {
 public:
  // Nothing less similar is shown: below two thirds, reading it costs more than translating anew.
  static constexpr int percent_min = 67;

  void add(MemoryEntry entry);
  size_t size() const { return entries_.size(); }
  const MemoryEntry& entry(size_t at) const { return entries_[at]; }
  // At most `limit` matches in the two languages.
  std::vector<MemoryMatch> find(std::string_view source, std::string_view source_language,
                                std::string_view target_language, std::string_view work,
                                size_t limit) const;

 private:
  struct Text {
    std::u32string folded;
    std::vector<size_t> entries;
  };
  // Texts of one pair of languages, met by the pairs of neighbouring characters they share.
  struct Pair {
    std::vector<Text> texts;
    std::unordered_map<std::u32string, size_t> by_text;
    std::unordered_map<uint64_t, std::vector<uint32_t>> by_bigram;
  };
  std::vector<uint32_t> candidates(const Pair& pair, const std::u32string& folded) const;

  std::vector<MemoryEntry> entries_;
  std::map<std::pair<std::string, std::string>, Pair> pairs_;
};

// The share of characters that need not change, in whole percent rounded down; 0 when it is below
// `least`, which lets the search stop early.
int similar_percent(const std::u32string& a, const std::u32string& b, int least);

}  // namespace umikoe::localisation
