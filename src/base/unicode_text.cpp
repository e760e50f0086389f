#include "base/unicode_text.h"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

#include <memory>

#include "base/result.h"
#include "base/utf8.h"

namespace umikoe {
namespace {

bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

std::string utf8_of(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

using Instance = const icu::Normalizer2* (*)(UErrorCode&);

icu::UnicodeString normalised(Instance instance, const icu::UnicodeString& text) {
  UErrorCode code = U_ZERO_ERROR;
  const icu::Normalizer2* form = instance(code);
  UMIKOE_ASSERT(U_SUCCESS(code));  // ICU carries these tables in its own library
  icu::UnicodeString result = form->normalize(text, code);
  UMIKOE_ASSERT(U_SUCCESS(code));
  return result;
}

icu::UnicodeString utf16_of(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

int units_of(char32_t c, AmbiguousWidth ambiguous) {
  const auto code = static_cast<UChar32>(c);
  switch (u_charType(code)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
      return 0;
    default:
      break;
  }
  switch (u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_FULLWIDTH:
    case U_EA_WIDE:
      return 2;
    case U_EA_AMBIGUOUS:
      return ambiguous == AmbiguousWidth::wide ? 2 : 1;
    default:
      return 1;
  }
}

}  // namespace

std::string nfkc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  return utf8_of(normalised(icu::Normalizer2::getNFKCInstance, utf16_of(text)));
}

std::string folded_text(std::string_view text) {
  icu::UnicodeString folded = normalised(icu::Normalizer2::getNFKCInstance, utf16_of(text));
  folded.foldCase();
  return utf8_of(folded);
}

std::string without_diacritics(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  const icu::UnicodeString apart = normalised(icu::Normalizer2::getNFDInstance, utf16_of(text));
  icu::UnicodeString kept;
  for (int32_t at = 0; at < apart.length(); at = apart.moveIndex32(at, 1)) {
    const UChar32 c = apart.char32At(at);
    const bool sound_mark = c == 0x3099 || c == 0x309A;
    if (sound_mark || u_charType(c) != U_NON_SPACING_MARK) kept.append(c);
  }
  return utf8_of(normalised(icu::Normalizer2::getNFCInstance, kept));
}

std::vector<std::string_view> grapheme_clusters(std::string_view text) {
  UErrorCode code = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), code));
  UMIKOE_ASSERT(U_SUCCESS(code));
  UText* characters =
      utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &code);
  UMIKOE_ASSERT(U_SUCCESS(code));
  breaks->setText(characters, code);
  std::vector<std::string_view> clusters;
  int32_t start = breaks->first();
  for (int32_t end = breaks->next(); end != icu::BreakIterator::DONE; end = breaks->next()) {
    clusters.push_back(text.substr(static_cast<size_t>(start), static_cast<size_t>(end - start)));
    start = end;
  }
  utext_close(characters);
  return clusters;
}

int width_in_half_units(std::string_view text, AmbiguousWidth ambiguous) {
  int width = 0;
  for (const std::string_view cluster : grapheme_clusters(text)) {
    // A cluster is as wide as its widest character: marks and joiners add nothing.
    int widest = 0;
    for (const char32_t c : code_points(cluster)) widest = std::max(widest, units_of(c, ambiguous));
    width += widest;
  }
  return width;
}

}  // namespace umikoe
