#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "formats/captions/ttml_style.h"
#include "localisation/captions/cue.h"

namespace umikoe::formats::captions {

// The regions of a TTML document and what they mean for the cues shown in them.
class TtmlRegions {
 public:
  // tts:extent of the root ("1920px 1080px"), which pixels are measured by.
  void set_root_extent(std::string_view extent);
  // A region being read; styles nested in it refine it until it is closed.
  void open(const std::string& id, TtmlStyle style);
  bool is_open() const { return open_.has_value(); }
  void refine(const TtmlStyle& style);
  void close() { open_.reset(); }

  // Sets alignment, writing direction and region of a cue, and adds the region to the track when it
  // is used for the first time. Regions whose place is not stated in percent or pixels are left
  // out.
  void place(const std::string& id, const TtmlStyle& style, localisation::CaptionTrack& track,
             localisation::CueSettings& settings);

 private:
  struct Pair {
    double x = 0;
    double y = 0;
    bool operator==(const Pair&) const = default;
  };
  bool is_whole_area(const TtmlStyle& style) const;
  std::optional<Pair> in_percent(std::string_view text) const;
  std::optional<localisation::CaptionRegion> as_caption_region(const std::string& id,
                                                               const TtmlStyle& style) const;

  std::optional<Pair> root_;
  std::optional<std::string> open_;
  std::map<std::string, TtmlStyle, std::less<>> styles_;
  std::map<std::string, size_t, std::less<>> used_;
};

}  // namespace umikoe::formats::captions
