#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/date.h"
#include "base/identifiers.h"
#include "base/language_tag.h"
#include "base/result.h"
#include "base/territory.h"
#include "base/utf8.h"

namespace umikoe {
namespace {

// What is written out again reads as the same value.
void dates(std::string_view text) {
  if (const auto date = Date::parse(text)) {
    UMIKOE_ASSERT(Date::parse(date->to_string()) == date);
    UMIKOE_ASSERT(Date::of(date->year(), date->month(), date->day()) == date);
  }
  if (const auto time = WrittenTime::parse(text)) {
    UMIKOE_ASSERT(WrittenTime::parse(time->to_string()) == time);
  }
  if (const auto duration = parse_duration_ms(text)) UMIKOE_ASSERT(*duration >= 0);
}

void identifiers(std::string_view text) {
  if (const auto isrc = Isrc::parse(text)) UMIKOE_ASSERT(Isrc::parse(isrc->view()) == isrc);
  for (const auto parse :
       {parse_icpn, parse_grid, parse_dpid, parse_isni, parse_iswc, parse_ipi_name}) {
    if (const auto id = parse(text)) {
      const auto again = parse(id->text);
      UMIKOE_ASSERT(again && *again == *id);
    }
  }
  const std::string stripped = without_separators(text);
  UMIKOE_ASSERT(without_separators(stripped) == stripped);
}

void tags_and_codes(std::string_view text) {
  const ParsedLanguageTag tag = parse_language_tag(text);
  if (tag.state == LanguageTagState::good) {
    UMIKOE_ASSERT(parse_language_tag(tag.tag.text).tag == tag.tag);
  }
  if (const auto territory = TerritoryCode::parse(text)) UMIKOE_ASSERT(territory->code() == text);
  if (const auto set = expand_territory(text, Date{20'000})) {
    UMIKOE_ASSERT((*set - TerritorySet::all()).empty());
  }
}

void characters(std::string_view text) {
  std::string again;
  for (const char32_t c : code_points(text)) append_utf8(again, c);
  UMIKOE_ASSERT(first_invalid_utf8(again) == std::string_view::npos);
  if (first_invalid_utf8(text) == std::string_view::npos) UMIKOE_ASSERT(again == text);
}

}  // namespace

void try_every_form(std::string_view text) {
  dates(text);
  identifiers(text);
  tags_and_codes(text);
  characters(text);
}

}  // namespace umikoe

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  umikoe::try_every_form({reinterpret_cast<const char*>(data), size});
  return 0;
}
