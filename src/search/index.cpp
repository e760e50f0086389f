#include "search/index.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/utf8.h"
#include "search/close_keys.h"

namespace umikoe::search {
namespace {

constexpr size_t key_length_max = 255;       // longer keys are cut: nobody types more
constexpr size_t checked_max = 400'000;      // forms looked at for one key of a query
constexpr size_t part_walked_max = 50'000;   // the same for a stretch of a misspelt part
constexpr size_t part_compared_max = 5'000;  // of them compared letter by letter

uint64_t piece_of(KeyKind kind, char32_t first, char32_t second) {
  return (static_cast<uint64_t>(kind) << 63) | (static_cast<uint64_t>(first) << 32) | second;
}

// Every one- and two-character piece of a key, each once.
std::vector<uint64_t> pieces_of(KeyKind kind, std::u32string_view key) {
  std::vector<uint64_t> pieces;
  pieces.reserve(2 * key.size());
  for (size_t i = 0; i < key.size(); ++i) {
    pieces.push_back(piece_of(kind, key[i], 0));
    if (i + 1 < key.size()) pieces.push_back(piece_of(kind, key[i], key[i + 1]));
  }
  std::ranges::sort(pieces);
  const auto again = std::ranges::unique(pieces);
  pieces.erase(again.begin(), again.end());
  return pieces;
}

std::u32string cut_key(std::string_view text) {
  const auto points = code_points(text);
  return {points.begin(),
          points.begin() + static_cast<std::ptrdiff_t>(std::min(points.size(), key_length_max))};
}

// The pieces that a key has to hold to hold this query: two-character ones, or its only character.
std::vector<uint64_t> query_pieces(KeyKind kind, std::u32string_view query) {
  if (query.size() == 1) return {piece_of(kind, query[0], 0)};
  std::vector<uint64_t> pieces;
  for (size_t i = 0; i + 1 < query.size(); ++i) {
    pieces.push_back(piece_of(kind, query[i], query[i + 1]));
  }
  std::ranges::sort(pieces);
  const auto again = std::ranges::unique(pieces);
  pieces.erase(again.begin(), again.end());
  return pieces;
}

}  // namespace

size_t misspellings_allowed(size_t length) { return length < 4 ? 0 : length < 8 ? 1 : 2; }

size_t misspellings_allowed_inside(size_t length) { return length < 6 ? 0 : length < 12 ? 1 : 2; }

Index::Index(std::span<const Form> forms) {
  std::vector<std::u32string> keys;
  std::vector<uint32_t> order;
  for (size_t i = 0; i < forms.size(); ++i) {
    keys.push_back(cut_key(forms[i].key));
    if (!keys.back().empty()) order.push_back(static_cast<uint32_t>(i));
  }
  std::ranges::stable_sort(order, [&](uint32_t x, uint32_t y) {
    return keys[x].size() != keys[y].size() ? keys[x].size() < keys[y].size()
                                            : forms[x].document < forms[y].document;
  });
  length_starts_.assign(key_length_max + 2, static_cast<uint32_t>(order.size()));
  std::vector<std::pair<uint64_t, uint32_t>> rows;
  key_starts_.push_back(0);
  for (uint32_t at = 0; at < order.size(); ++at) {
    const std::u32string& key = keys[order[at]];
    const KeyKind kind = forms[order[at]].kind;
    numbers_.push_back(order[at]);
    documents_.push_back(forms[order[at]].document);
    kinds_.push_back(kind);
    keys_ += key;
    key_starts_.push_back(keys_.size());
    length_starts_[key.size()] = std::min(length_starts_[key.size()], at);
    for (const uint64_t piece : pieces_of(kind, key)) {
      auto& entry = lists_[piece];
      ++entry.second;
      rows.emplace_back(piece, at);
    }
  }
  for (size_t length = key_length_max + 1; length-- > 0;) {
    length_starts_[length] = std::min(length_starts_[length], length_starts_[length + 1]);
  }
  // Counting sort: rows come in order of forms, so every list stays in order.
  uint64_t start = 0;
  for (auto& [piece, entry] : lists_) {
    entry.first = start;
    start += entry.second;
    entry.second = 0;
  }
  postings_.resize(rows.size());
  for (const auto& [piece, at] : rows) {
    auto& entry = lists_[piece];
    postings_[entry.first + entry.second++] = at;
  }
  sorted_.resize(numbers_.size());
  for (uint32_t at = 0; at < sorted_.size(); ++at) sorted_[at] = at;
  std::ranges::sort(sorted_, [&](uint32_t x, uint32_t y) {
    return std::tuple(kinds_[x], key(x), x) < std::tuple(kinds_[y], key(y), y);
  });
}

std::u32string_view Index::key(uint32_t at) const {
  return std::u32string_view(keys_).substr(key_starts_[at], key_starts_[at + 1] - key_starts_[at]);
}

std::span<const uint32_t> Index::list(uint64_t piece) const {
  const auto found = lists_.find(piece);
  if (found == lists_.end()) return {};
  return std::span(postings_).subspan(found->second.first, found->second.second);
}

void Index::add_hit(uint32_t at, std::u32string_view query, size_t found_at,
                    std::vector<Hit>& hits) const {
  const bool whole = key(at).size() == query.size();
  const MatchClass match = whole           ? MatchClass::exact
                           : found_at == 0 ? MatchClass::prefix
                                           : MatchClass::inside;
  hits.push_back({documents_[at], at, match});
}

// All forms whose key begins so are neighbours in the sorted order.
std::span<const uint32_t> Index::beginning_with(KeyKind kind, std::u32string_view query) const {
  const auto head = [&](uint32_t at) {
    return std::tuple(kinds_[at], key(at).substr(0, query.size()));
  };
  const auto range = std::ranges::equal_range(sorted_, std::tuple(kind, query), {}, head);
  return {range.begin(), range.end()};
}

// The shortest keys that begin with the query; forms are numbered by length.
void Index::find_beginnings(KeyKind kind, std::u32string_view query, size_t limit,
                            std::vector<Hit>& hits) const {
  const auto all = beginning_with(kind, query);
  std::vector<uint32_t> best(std::min(limit, all.size()));
  std::ranges::partial_sort_copy(all, best);
  for (const uint32_t at : best) add_hit(at, query, 0, hits);
}

// Walks the shortest list, which is in order of length, and asks the others by galloping.
template <class Visit>
void Index::for_each_candidate(KeyKind kind, std::u32string_view query, size_t checked_most,
                               Visit visit) const {
  std::vector<std::span<const uint32_t>> lists;
  for (const uint64_t piece : query_pieces(kind, query)) {
    lists.push_back(list(piece));
    if (lists.back().empty()) return;
  }
  std::ranges::sort(lists, {}, &std::span<const uint32_t>::size);
  size_t checked = 0;
  for (const uint32_t at : lists.front()) {
    if (++checked > checked_most) return;
    bool everywhere = true;
    for (auto& other : std::span(lists).subspan(1)) {
      other = other.subspan(first_not_below(other, at));
      if (other.empty()) return;
      everywhere = other.front() == at;
      if (!everywhere) break;
    }
    if (everywhere && !visit(at)) return;
  }
}

// Until enough keys hold the query inside.
void Index::find_parts(KeyKind kind, std::u32string_view query, size_t limit,
                       std::vector<Hit>& hits) const {
  size_t inside = 0;
  for_each_candidate(kind, query, checked_max, [&](uint32_t at) {
    const size_t found_at = key(at).find(query);
    if (found_at == std::u32string_view::npos || found_at == 0) return true;
    add_hit(at, query, found_at, hits);
    return ++inside < limit;
  });
}

// A key within d misspellings shares all but 2d of the query's two-character pieces and differs in
// length by at most d: only that stretch of each list is counted.
void Index::find_misspelt(KeyKind kind, std::u32string_view query, size_t limit,
                          std::vector<Hit>& hits) const {
  const size_t allowed = misspellings_allowed(query.size());
  if (allowed == 0) return;
  const uint32_t from = length_starts_[query.size() - allowed];
  const uint32_t to = length_starts_[std::min(query.size() + allowed, key_length_max) + 1];
  const auto pieces = query_pieces(kind, query);
  const size_t needed = pieces.size() > 2 * allowed ? pieces.size() - 2 * allowed : 1;
  std::vector<uint8_t> counts(to - from);
  std::vector<uint32_t> candidates;
  for (const uint64_t piece : pieces) {
    const auto all = list(piece);
    const auto begin = std::ranges::lower_bound(all, from);
    const auto end = std::lower_bound(begin, all.end(), to);
    for (auto at = begin; at != end; ++at) {
      if (++counts[*at - from] == needed) candidates.push_back(*at);
    }
  }
  std::ranges::sort(candidates);
  size_t found = 0;
  for (const uint32_t at : candidates) {
    if (!within_distance(key(at), query, allowed) || key(at) == query) continue;
    hits.push_back({documents_[at], at, MatchClass::misspelt});
    if (++found >= limit) return;
  }
}

// Of one stretch more than there are misspellings one is spelt right: each is looked for as it is,
// and whatever holds it is compared. A bounded number of keys is looked at, the shortest first, so
// that a common stretch costs no more than a rare one.
void Index::find_misspelt_parts(KeyKind kind, std::u32string_view query, size_t limit,
                                std::vector<Hit>& hits) const {
  const size_t allowed = misspellings_allowed_inside(query.size());
  if (allowed == 0) return;
  const size_t stretches = allowed + 1;
  size_t compared = 0;
  size_t found = 0;
  for (size_t i = 0; i < stretches; ++i) {
    const size_t from = query.size() * i / stretches;
    const auto stretch = query.substr(from, query.size() * (i + 1) / stretches - from);
    for_each_candidate(kind, stretch, part_walked_max, [&](uint32_t at) {
      if (!key(at).contains(stretch)) return true;
      if (holds_within(key(at), query, allowed)) {
        hits.push_back({documents_[at], at, MatchClass::misspelt});
        ++found;
      }
      return ++compared < part_compared_max * (i + 1) && found < limit;
    });
  }
}

std::vector<Hit> Index::find(std::span<const QueryKey> keys, size_t wanted) const {
  // A document may be reached by several of its forms and counts once.
  constexpr size_t forms_of_a_document = 6;
  const size_t limit = wanted * forms_of_a_document;
  std::vector<Hit> hits;
  for (const QueryKey& query : keys) {
    const std::u32string text = cut_key(query.key);
    if (text.empty()) continue;
    const size_t before = hits.size();
    find_beginnings(query.kind, text, limit, hits);
    if (hits.size() - before < limit) find_parts(query.kind, text, limit, hits);
  }
  const auto better = [](const Hit& x, const Hit& y) {
    if (x.match != y.match) return x.match < y.match;
    return x.form != y.form ? x.form < y.form : x.document < y.document;
  };
  const auto take_best = [&] {
    std::ranges::sort(hits, better);
    std::set<uint32_t> seen;
    std::erase_if(hits, [&](const Hit& hit) { return !seen.insert(hit.document).second; });
  };
  take_best();
  // Whoever spelt a whole key right is not asking for its neighbours.
  const bool exact = !hits.empty() && hits.front().match == MatchClass::exact;
  if (hits.size() < wanted && !exact) {
    for (const QueryKey& query : keys) {
      const std::u32string text = cut_key(query.key);
      if (!text.empty()) find_misspelt(query.kind, text, limit, hits);
    }
    // Parts of names only where nothing at all is so near.
    if (hits.empty()) {
      for (const QueryKey& query : keys) {
        find_misspelt_parts(query.kind, cut_key(query.key), limit, hits);
      }
    }
    take_best();
  }
  if (hits.size() > wanted) hits.resize(wanted);
  for (Hit& hit : hits) hit.form = numbers_[hit.form];
  return hits;
}

size_t Index::memory_bytes() const {
  constexpr size_t list_bytes = 48;  // a node of the table with its entry
  return numbers_.size() * (sizeof(uint32_t) * 3 + sizeof(KeyKind) + sizeof(uint64_t)) +
         keys_.size() * sizeof(char32_t) + postings_.size() * sizeof(uint32_t) +
         lists_.size() * list_bytes;
}

}  // namespace umikoe::search
