#include "formats/captions/ttml_region.h"

#include <algorithm>
#include <cmath>

#include "formats/captions/align_words.h"
#include "formats/captions/ttml_time.h"

namespace umikoe::formats::captions {
namespace {

using localisation::CaptionRegion;
using localisation::WritingDirection;

// WebVTT draws a line of a region 6 % of the video high (its section 7.2).
constexpr double line_percent = 6;

// Thousandths are finer than any screen, and sums of them come out the same both ways.
double rounded(double number) { return std::round(number * 1000) / 1000; }

// A length of a pair and the unit behind it.
std::optional<double> length(std::string_view text, std::string_view unit) {
  if (!text.ends_with(unit)) return std::nullopt;
  text.remove_suffix(unit.size());
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const auto number = parse_decimal(text);
  if (!number) return std::nullopt;
  return negative ? -*number : *number;
}

struct Words {
  std::string_view first;
  std::string_view second;
};
Words two_words(std::string_view text) {
  constexpr std::string_view white = " \t\r\n";
  const size_t begin = text.find_first_not_of(white);
  if (begin == std::string_view::npos) return {};
  text = text.substr(begin, text.find_last_not_of(white) - begin + 1);
  const size_t gap = text.find_first_of(white);
  if (gap == std::string_view::npos) return {};
  return {text.substr(0, gap), text.substr(text.find_first_not_of(white, gap))};
}

WritingDirection direction_of(std::string_view mode) {
  if (mode == "tbrl" || mode == "tb") return WritingDirection::vertical_growing_left;
  if (mode == "tblr") return WritingDirection::vertical_growing_right;
  return WritingDirection::horizontal;
}

}  // namespace

void TtmlRegions::set_root_extent(std::string_view extent) {
  const Words words = two_words(extent);
  const auto x = length(words.first, "px");
  const auto y = length(words.second, "px");
  if (x && y && *x > 0 && *y > 0) root_ = Pair{*x, *y};
}

void TtmlRegions::open(const std::string& id, TtmlStyle style) {
  open_ = id;
  styles_[id] = std::move(style);
}

void TtmlRegions::refine(const TtmlStyle& style) { styles_[*open_].fill_from(style); }

std::optional<TtmlRegions::Pair> TtmlRegions::in_percent(std::string_view text) const {
  const Words words = two_words(text);
  const auto one = [](std::string_view word, std::optional<double> whole) {
    if (const auto percent = length(word, "%")) return percent;
    if (const auto root = length(word, "rw")) return root;
    if (const auto root = length(word, "rh")) return root;
    const auto pixels = length(word, "px");
    return pixels && whole ? std::optional(*pixels * 100 / *whole) : std::nullopt;
  };
  const auto x = one(words.first, root_ ? std::optional(root_->x) : std::nullopt);
  const auto y = one(words.second, root_ ? std::optional(root_->y) : std::nullopt);
  if (!x || !y) return std::nullopt;
  return Pair{*x, *y};
}

// The safe area of the frame, from which writers of captions that have no region start.
bool TtmlRegions::is_whole_area(const TtmlStyle& style) const {
  const auto origin = in_percent(style.origin);
  const auto extent = in_percent(style.extent);
  const bool top_or_bottom = style.display_align == "after" || style.display_align == "before";
  return top_or_bottom && origin == Pair{10, 10} && extent == Pair{80, 80};
}

// The region hangs at the edge its text is aligned with, so that lines grow the same way.
std::optional<CaptionRegion> TtmlRegions::as_caption_region(const std::string& id,
                                                            const TtmlStyle& style) const {
  const auto origin = in_percent(style.origin);
  const auto extent = in_percent(style.extent);
  const bool usable = origin && extent && !id.empty() && id.find_first_of(" \t\n") == id.npos;
  if (!usable) return std::nullopt;
  CaptionRegion region;
  region.id = id;
  region.width = rounded(std::clamp(extent->x, 0.0, 100.0));
  region.lines = std::max(1.0, std::round(extent->y / line_percent));
  region.region_anchor_x = 0;
  region.region_anchor_y = 0;
  if (style.display_align == "after") region.region_anchor_y = 100;
  if (style.display_align == "center") region.region_anchor_y = 50;
  region.viewport_anchor_x = rounded(std::clamp(origin->x, 0.0, 100.0));
  const double down = origin->y + extent->y * region.region_anchor_y / 100;
  region.viewport_anchor_y = rounded(std::clamp(down, 0.0, 100.0));
  return region;
}

void TtmlRegions::place(const std::string& id, const TtmlStyle& style,
                        localisation::CaptionTrack& track, localisation::CueSettings& settings) {
  TtmlStyle whole = style;
  const auto region = styles_.find(id);
  if (region != styles_.end()) {
    whole.writing_mode = region->second.writing_mode;
    if (whole.text_align.empty()) whole.text_align = region->second.text_align;
  }
  settings.align = localisation::TextAlign::start;  // the initial value of TTML
  for (const auto& word : text_words) {
    if (word.word == whole.text_align) settings.align = word.align;
  }
  settings.direction = direction_of(whole.writing_mode);
  // There are no vertical regions in WebVTT.
  const bool may_use =
      settings.direction == WritingDirection::horizontal && region != styles_.end();
  if (!may_use) return;
  const auto used = used_.find(id);
  if (is_whole_area(region->second)) {
    // Captions stand at the bottom of this area anyway; at its top they stand on the first line.
    if (region->second.display_align != "after") settings.line = 0;
  } else if (used != used_.end()) {
    settings.region = used->second;
  } else if (auto made = as_caption_region(id, region->second)) {
    settings.region = used_[id] = track.regions.size();
    track.regions.push_back(*std::move(made));
  }
}

}  // namespace umikoe::formats::captions
