#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace umikoe::catalogue {

// What a title says besides its name. Recordings whose qualifiers differ are different recordings
// of the same work; guests and tie-ins differ by catalogue, not by recording.
enum class QualifierKind : uint8_t {
  guest,         // feat. X, with X, CV: X
  cover,         // cover, 歌ってみた
  short_form,    // TV size, short ver.
  instrumental,  // instrumental, off vocal, カラオケ
  live,
  remaster,
  remix,
  version,  // another version or edit, named
  tie_in    // 「…」 of a film, series or game
};
std::string_view word(QualifierKind kind);

struct Qualifier {
  QualifierKind kind;
  std::string text;  // as written, without its brackets

  bool operator==(const Qualifier&) const = default;
};

struct TitleParts {
  std::string name;
  std::vector<Qualifier> qualifiers;

  bool operator==(const TitleParts&) const = default;
};

// "千本桜 feat. 初音ミク (TV size)" is 千本桜, guest 初音ミク, short form. Brackets that hold
// nothing known stay in the name.
TitleParts title_parts(std::string_view title);

// Whether the two may be the same recording as far as their qualifiers say.
bool same_recording_by_qualifiers(const TitleParts& a, const TitleParts& b);

}  // namespace umikoe::catalogue
