#include "formats/ddex/enlarged_message_test.h"

#include <fmt/format.h>

#include <charconv>
#include <iterator>
#include <optional>

namespace umikoe::formats::ddex::testing {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "A1" of copy 3 becomes "A3001"; R0 is the main release, of which there is one.
std::string renumbered_reference(std::string_view text, int copy) {
  size_t end = 1;
  while (end < text.size() && is_digit(text[end])) ++end;
  int number = 0;
  std::from_chars(text.data() + 1, text.data() + end, number);
  if (end < 2 || number == 0) return std::string(text);
  return fmt::format("{}{}{}", text[0], copy * 1000 + number, text.substr(end));
}

// The digits from `first` on, another number in each copy.
std::string renumbered_id(std::string_view text, size_t first, size_t digits, int copy) {
  if (text.size() < first + digits) return std::string(text);
  int64_t number = 0;
  const char* begin = text.data() + first;
  if (std::from_chars(begin, begin + digits, number).ptr != begin + digits) {
    return std::string(text);
  }
  int64_t bound = 1;
  for (size_t i = 0; i < digits; ++i) bound *= 10;
  // Copies are further apart than the numbers inside one sample.
  number = (number + int64_t{copy} * 211) % bound;
  return fmt::format("{}{:0{}}{}", text.substr(0, first), number, digits,
                     text.substr(first + digits));
}

std::string renumbered_text(std::string_view element, std::string_view text, int copy) {
  const bool of_party = element.ends_with("PartyReference") || element.ends_with("LabelReference");
  if (element.ends_with("Reference") && !of_party) return renumbered_reference(text, copy);
  if (element == "ISRC") return renumbered_id(text, 5, 7, copy);
  if (element == "GRid") return renumbered_id(text, 7, 10, copy);
  if (element == "ProprietaryId") return fmt::format("{}_{}", text, copy);
  return std::string(text);
}

// Copies markup and rewrites the text of every element that has nothing but text.
std::string renumbered(std::string_view xml, int copy) {
  std::string out;
  size_t at = 0;
  while (at < xml.size()) {
    const size_t open = xml.find('<', at);
    if (open == std::string_view::npos) break;
    if (xml.substr(open).starts_with("<!--")) {
      const size_t end = xml.find("-->", open) + 3;
      out += xml.substr(at, end - at);
      at = end;
      continue;
    }
    const size_t close = xml.find('>', open) + 1;
    const size_t next = std::min(xml.find('<', close), xml.size());
    const std::string_view tag = xml.substr(open + 1, close - open - 2);
    const std::string_view element = tag.substr(0, tag.find_first_of(" \t\r\n/"));
    out += xml.substr(at, close - at);
    const bool whole = !element.empty() && !tag.ends_with('/') &&
                       xml.substr(next).starts_with(fmt::format("</{}>", element));
    const std::string_view text = xml.substr(close, next - close);
    out += whole ? renumbered_text(element, text, copy) : std::string(text);
    at = next;
  }
  return out;
}

struct Region {
  size_t begin = 0;
  size_t end = 0;
};

size_t find_tag(std::string_view xml, std::string_view element, size_t from) {
  for (size_t at = xml.find("<" + std::string(element), from); at != std::string_view::npos;
       at = xml.find("<" + std::string(element), at + 1)) {
    const char after = xml[at + 1 + element.size()];
    if (after == '>' || after == ' ') return at;
  }
  return std::string_view::npos;
}

// From the first such element, some left out, to the end of the last.
std::optional<Region> region_of(std::string_view xml, std::string_view element, int left_out) {
  size_t begin = find_tag(xml, element, 0);
  for (int i = 0; i < left_out && begin != std::string_view::npos; ++i) {
    begin = find_tag(xml, element, begin + 1);
  }
  if (begin == std::string_view::npos) return std::nullopt;
  const std::string end = "</" + std::string(element) + ">";
  return Region{begin, xml.rfind(end) + end.size()};
}

}  // namespace

std::string enlarged(std::string_view sample, int copies) {
  const bool has_track_releases = find_tag(sample, "TrackRelease", 0) != std::string_view::npos;
  std::string out;
  size_t at = 0;
  const auto repeat = [&](std::optional<Region> region) {
    if (!region) return;
    const std::string_view text = sample.substr(region->begin, region->end - region->begin);
    out += sample.substr(at, region->end - at);
    for (int copy = 1; copy < copies; ++copy) out += "\n" + renumbered(text, copy);
    at = region->end;
  };
  repeat(region_of(sample, "SoundRecording", 0));
  repeat(has_track_releases ? region_of(sample, "TrackRelease", 0)
                            : region_of(sample, "Release", 1));
  repeat(region_of(sample, "ReleaseDeal", 0));
  return out + std::string(sample.substr(at));
}

}  // namespace umikoe::formats::ddex::testing
