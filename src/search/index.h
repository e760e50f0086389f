#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace umikoe::search {

// What a key is made of: the script of the name, or folded Latin letters of it or its reading.
enum class KeyKind : uint8_t { written, latin };

// One form of one document (a recording or an artist), folded.
struct Form {
  uint32_t document = 0;
  KeyKind kind = KeyKind::written;
  std::string key;
};

enum class MatchClass : uint8_t {
  exact,    // the whole key
  prefix,   // its beginning
  inside,   // any part of it
  misspelt  // the whole key, or where none is so close a part of it, but for one or two letters
};

struct Hit {
  uint32_t document = 0;
  uint32_t form = 0;  // its number in the list the index was made from
  MatchClass match = MatchClass::exact;

  bool operator==(const Hit&) const = default;
};

struct QueryKey {
  KeyKind kind = KeyKind::written;
  std::string key;
};

// How many letters of a key of that length may be wrong: none of up to three, one of up to seven,
// else two.
size_t misspellings_allowed(size_t length);
// The same inside a longer key, where more agrees by chance: one of six letters, two of twelve.
size_t misspellings_allowed_inside(size_t length);

class Index {
 public:
  // At most 2^32 - 1 forms; forms with an empty key are left out.
  explicit Index(std::span<const Form> forms);

  // The best hits over all keys of a query, each document once: exact ones first, then beginnings,
  // parts and misspellings, the shorter key before the longer, the lesser document first.
  std::vector<Hit> find(std::span<const QueryKey> keys, size_t limit) const;

  size_t form_count() const { return numbers_.size(); }
  size_t memory_bytes() const;

 private:
  std::u32string_view key(uint32_t at) const;
  std::span<const uint32_t> list(uint64_t piece) const;
  std::span<const uint32_t> beginning_with(KeyKind kind, std::u32string_view key) const;
  void find_beginnings(KeyKind kind, std::u32string_view key, size_t limit,
                       std::vector<Hit>& hits) const;
  void find_parts(KeyKind kind, std::u32string_view key, size_t limit,
                  std::vector<Hit>& hits) const;
  void find_misspelt(KeyKind kind, std::u32string_view key, size_t limit,
                     std::vector<Hit>& hits) const;
  void find_misspelt_parts(KeyKind kind, std::u32string_view key, size_t limit,
                           std::vector<Hit>& hits) const;
  // Forms that hold every piece of the key, in order, until `visit` says stop.
  template <class Visit>
  void for_each_candidate(KeyKind kind, std::u32string_view key, size_t checked_most,
                          Visit visit) const;
  void add_hit(uint32_t at, std::u32string_view key, size_t found_at, std::vector<Hit>& hits) const;

  // Forms in order of length: everything below is by that order.
  std::vector<uint32_t> numbers_;  // in the list given
  std::vector<uint32_t> documents_;
  std::vector<KeyKind> kinds_;
  std::vector<uint64_t> key_starts_;  // one more than forms
  std::u32string keys_;
  std::vector<uint32_t> sorted_;         // by kind and key, to find beginnings
  std::vector<uint32_t> length_starts_;  // the first form of each length
  std::unordered_map<uint64_t, std::pair<uint64_t, uint32_t>> lists_;  // piece: where, how many
  std::vector<uint32_t> postings_;
};

}  // namespace umikoe::search
