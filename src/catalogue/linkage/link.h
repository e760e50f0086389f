#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/identifiers.h"
#include "catalogue/linkage/likeness.h"
#include "catalogue/linkage/title_parts.h"

namespace umikoe::catalogue {

// One record of one side, prepared for comparison.
struct LinkRecord {
  std::string id;
  ComparableName title;
  TitleParts parts;
  std::vector<ComparableName> artists;
  std::vector<ComparableName> writers;
  std::optional<Isrc> isrc;
  std::optional<int64_t> duration_ms;
  std::optional<Date> released_on;
};

// link: the same, by more than the title; review: a person should look; reject: not the same.
enum class Band : uint8_t { link, review, reject };
std::string_view word(Band band);

// What one field says, in natural logarithms of likelihood ratios (Fellegi and Sunter 1969): above
// 0 it speaks for the same recording, below 0 against.
struct Evidence {
  std::string field;  // isrc, title, artist, writers, duration, date, qualifiers, competition
  double weight = 0;
  std::string detail;  // how alike, or what is unlike
};

struct LinkCandidate {
  size_t a = 0;  // place in its list
  size_t b = 0;
  Band band = Band::reject;
  double score = 0;  // 0 to 1: the chance that they are the same, given every other candidate
  int rank = 0;      // of this b among the candidates of a, from 1
  std::vector<Evidence> evidence;
};

struct LinkRules {
  size_t candidates_max = 5;        // of one a
  bool names_are_identity = false;  // artists: a name is all there is
};

// Compares what shares a piece of a spelling, a meaning, a person or an identifier, and weighs each
// pair against its rivals on both sides, so that one b is not given to two a. A pair is linked only
// by an identifier or by title and person together, never by its title alone. In order of a, then
// rank; the same input gives the same bytes.
std::vector<LinkCandidate> link_records(std::span<const LinkRecord> a,
                                        std::span<const LinkRecord> b, const LinkRules& rules);

}  // namespace umikoe::catalogue
