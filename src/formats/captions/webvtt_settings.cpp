#include "formats/captions/webvtt_settings.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "formats/captions/align_words.h"
#include "formats/captions/webvtt_timestamp.h"

namespace umikoe::formats::captions {
namespace {

using localisation::CaptionRegion;
using localisation::Cue;
using localisation::CueSettings;
using localisation::LineAlign;
using localisation::PositionAlign;
using localisation::TextAlign;
using localisation::WritingDirection;

constexpr std::string_view white = " \t\n\f\r";

void skip_white(std::string_view input, size_t& position) {
  position = std::min(input.find_first_not_of(white, position), input.size());
}

// The tokens of text parted by white space, each given as the name and value around its first
// colon; tokens without a colon, or with one at an end, say nothing.
template <class Take>
void for_each_setting(std::string_view text, Take take) {
  for (size_t at = text.find_first_not_of(white); at < text.size();
       at = text.find_first_not_of(white, at)) {
    const size_t end = std::min(text.find_first_of(white, at), text.size());
    const std::string_view setting = text.substr(at, end - at);
    at = end;
    const size_t colon = setting.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == setting.size()) continue;
    take(setting.substr(0, colon), setting.substr(colon + 1));
  }
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// Digits, perhaps with a full stop between digits.
bool is_plain_number(std::string_view text) {
  const size_t stop = text.find('.');
  if (stop == std::string_view::npos) return is_digits(text);
  return is_digits(text.substr(0, stop)) && is_digits(text.substr(stop + 1));
}

// HTML's rules for parsing floating-point values, on a plain number: nothing beyond the greatest
// double, and what is nearer to zero than any double is zero.
std::optional<double> parse_plain_number(std::string_view text) {
  double number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec == std::errc() && std::isfinite(number)) return number;
  const std::string_view whole = text.substr(0, text.find('.'));
  const bool is_small = whole.find_first_not_of('0') == std::string_view::npos;
  return is_small ? std::optional(0.0) : std::nullopt;
}

std::optional<double> parse_line_number(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (!is_plain_number(text)) return std::nullopt;
  const auto number = parse_plain_number(text);
  // Minus nothing is nothing: JSON and comparisons know no sign of zero.
  return number && negative && *number != 0 ? std::optional(-*number) : number;
}

// "NUMBER,ALIGNMENT" in its parts. The word "middle" of the drafts until 2015, and no word at all,
// leave the number alone, as the web platform tests ask; any other word drops the setting.
struct AlignedValue {
  std::string_view number;
  std::string_view alignment;  // empty: none, or one that is passed over
};
AlignedValue parted_at_comma(std::string_view value) {
  const size_t comma = std::min(value.find(','), value.size());
  AlignedValue parts{value.substr(0, comma), value.substr(std::min(comma + 1, value.size()))};
  if (parts.alignment == "middle") parts.alignment = {};
  return parts;
}

// Sets the alignment of a word of the list; false where the word is not in it.
template <class Align, size_t n>
bool set_alignment(const std::array<AlignWord<Align>, n>& words, std::string_view word,
                   Align& align) {
  const auto found = std::ranges::find(words, word, &AlignWord<Align>::word);
  if (found == words.end()) return false;
  align = found->align;
  return true;
}

void set_line(std::string_view value, CueSettings& settings) {
  const auto [written, alignment] = parted_at_comma(value);
  const bool is_percentage = written.ends_with('%');
  const auto number = is_percentage ? parse_percentage(written) : parse_line_number(written);
  if (!number) return;
  if (!alignment.empty() && !set_alignment(line_words, alignment, settings.line_align)) return;
  settings.line = number;
  settings.snap_to_lines = !is_percentage;
  settings.region.reset();  // placed by a line of its own, it drops out of the region
}

void set_position(std::string_view value, CueSettings& settings) {
  const auto [written, alignment] = parted_at_comma(value);
  const auto number = parse_percentage(written);
  if (!number) return;
  const bool aligned =
      alignment.empty() || set_alignment(position_words, alignment, settings.position_align);
  if (aligned) settings.position = number;
}

void set_vertical(std::string_view value, CueSettings& settings) {
  if (value == "rl") settings.direction = WritingDirection::vertical_growing_left;
  if (value == "lr") settings.direction = WritingDirection::vertical_growing_right;
  // There are no vertical regions.
  if (settings.direction != WritingDirection::horizontal) settings.region.reset();
}

void set_size(std::string_view value, CueSettings& settings) {
  const auto number = parse_percentage(value);
  if (!number) return;
  settings.size = *number;
  if (settings.size != 100) settings.region.reset();
}

void set_region(std::string_view value, const RegionIds& regions, CueSettings& settings) {
  const auto found = regions.find(value);
  settings.region = found == regions.end() ? std::nullopt : std::optional(found->second);
}

void parse_settings(std::string_view text, const RegionIds& regions, CueSettings& settings) {
  for_each_setting(text, [&](std::string_view name, std::string_view value) {
    if (name == "region") set_region(value, regions, settings);
    if (name == "vertical") set_vertical(value, settings);
    if (name == "line") set_line(value, settings);
    if (name == "position") set_position(value, settings);
    if (name == "size") set_size(value, settings);
    if (name == "align") set_alignment(text_words, value, settings.align);
  });
}

void set_anchor(std::string_view value, double& x, double& y) {
  const size_t comma = value.find(',');
  if (comma == std::string_view::npos) return;
  const auto read_x = parse_percentage(value.substr(0, comma));
  const auto read_y = parse_percentage(value.substr(comma + 1));
  if (!read_x || !read_y) return;
  x = *read_x;
  y = *read_y;
}

}  // namespace

std::optional<double> parse_percentage(std::string_view text) {
  if (!text.ends_with('%')) return std::nullopt;
  text.remove_suffix(1);
  if (!is_plain_number(text)) return std::nullopt;
  const auto number = parse_plain_number(text);
  return number && *number <= 100 ? number : std::nullopt;
}

bool collect_timings_and_settings(std::string_view line, const RegionIds& regions, Cue& cue) {
  size_t position = 0;
  skip_white(line, position);
  const auto start = collect_timestamp(line, position);
  if (!start) return false;
  skip_white(line, position);
  if (!line.substr(position).starts_with("-->")) return false;
  position += 3;
  skip_white(line, position);
  const auto end = collect_timestamp(line, position);
  if (!end) return false;
  cue.start_ms = *start;
  cue.end_ms = *end;
  parse_settings(line.substr(position), regions, cue.settings);
  return true;
}

CaptionRegion collect_region(std::string_view text) {
  CaptionRegion region;
  for_each_setting(text, [&](std::string_view name, std::string_view value) {
    if (name == "id") region.id = std::string(value);
    if (name == "width") region.width = parse_percentage(value).value_or(region.width);
    if (name == "lines" && is_digits(value)) region.lines = number_of_digits(value);
    if (name == "regionanchor") set_anchor(value, region.region_anchor_x, region.region_anchor_y);
    if (name == "viewportanchor") {
      set_anchor(value, region.viewport_anchor_x, region.viewport_anchor_y);
    }
    if (name == "scroll" && value == "up") region.scroll_up = true;
  });
  return region;
}

}  // namespace umikoe::formats::captions
