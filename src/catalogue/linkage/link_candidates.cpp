#include "catalogue/linkage/link_candidates.h"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>

namespace umikoe::catalogue {
namespace {

constexpr size_t piece_length = 3;
constexpr size_t pairs_per_record_max = 400;  // the ones that share most
// A key that most records carry tells nothing and costs most.
constexpr size_t common_key_share = 4;
constexpr size_t common_key_min = 200;

void add_pieces(std::string_view letters, std::set<std::string>& keys) {
  const std::string framed = "^" + std::string(letters) + "$";
  for (size_t at = 0; at + piece_length <= framed.size(); ++at) {
    keys.insert("p" + framed.substr(at, piece_length));
  }
}

void add_name(const ComparableName& name, std::set<std::string>& keys) {
  if (name.empty()) return;
  keys.insert("=" + name.plain);
  for (const std::string& letters : name.letters) add_pieces(letters, keys);
  for (const std::string& skeleton : name.skeletons) {
    if (skeleton.size() >= piece_length) keys.insert("s" + skeleton.substr(0, piece_length));
  }
  for (const Concept& part : name.concepts) {
    for (const std::string& meaning : part.meanings) keys.insert("m" + meaning);
  }
  for (const std::string& word : name.words) keys.insert("m" + word_stem(word));
}

std::set<std::string> keys_of(const LinkRecord& record, const LinkRules& rules) {
  std::set<std::string> keys;
  if (!rules.names_are_identity) add_name(record.title, keys);
  if (rules.names_are_identity) {
    for (const ComparableName& artist : record.artists) add_name(artist, keys);
  }
  for (const auto* people : {&record.artists, &record.writers}) {
    for (const ComparableName& person : *people) {
      keys.insert("a" + person.plain);
      for (const std::string& letters : person.letters) keys.insert("a" + letters);
      for (const std::string& skeleton : person.skeletons) {
        if (skeleton.size() >= piece_length) keys.insert("k" + skeleton);
      }
    }
  }
  if (record.isrc) keys.insert("i" + record.isrc->to_string());
  return keys;
}

}  // namespace

std::vector<std::vector<uint32_t>> comparable_pairs(std::span<const LinkRecord> a,
                                                    std::span<const LinkRecord> b,
                                                    const LinkRules& rules) {
  std::unordered_map<std::string, std::vector<uint32_t>> index;
  for (size_t j = 0; j < b.size(); ++j) {
    for (const std::string& key : keys_of(b[j], rules)) {
      index[key].push_back(static_cast<uint32_t>(j));
    }
  }
  const size_t common = std::max(common_key_min, b.size() / common_key_share);
  std::vector<std::vector<uint32_t>> pairs(a.size());
  std::vector<uint32_t> shared(b.size());
  for (size_t i = 0; i < a.size(); ++i) {
    std::vector<uint32_t>& found = pairs[i];
    for (const std::string& key : keys_of(a[i], rules)) {
      const auto at = index.find(key);
      if (at == index.end() || (key[0] == 'p' && at->second.size() > common)) continue;
      for (const uint32_t j : at->second) {
        if (shared[j]++ == 0) found.push_back(j);
      }
    }
    if (found.size() > pairs_per_record_max) {
      std::ranges::sort(found, [&](uint32_t x, uint32_t y) {
        return shared[x] != shared[y] ? shared[x] > shared[y] : x < y;
      });
      for (const uint32_t j : std::span(found).subspan(pairs_per_record_max)) shared[j] = 0;
      found.resize(pairs_per_record_max);
    }
    for (const uint32_t j : found) shared[j] = 0;
    std::ranges::sort(found);
  }
  return pairs;
}

}  // namespace umikoe::catalogue
