#pragma once

#include <array>
#include <string>
#include <string_view>

namespace umikoe::formats::captions {

// The default text colours of WebVTT (its section 5.1), which are those of captioning: classes
// there, values of <font> in SRT and of tts:color in TTML.
struct CaptionColour {
  std::string_view name;
  std::string_view hex;
};
inline constexpr std::array caption_colours = {
    CaptionColour{"white", "#ffffff"},  CaptionColour{"lime", "#00ff00"},
    CaptionColour{"cyan", "#00ffff"},   CaptionColour{"red", "#ff0000"},
    CaptionColour{"yellow", "#ffff00"}, CaptionColour{"magenta", "#ff00ff"},
    CaptionColour{"blue", "#0000ff"},   CaptionColour{"black", "#000000"},
};

// The class of a colour written as a name or in hexadecimal, in any case; empty for any other.
std::string colour_class(std::string_view written);
bool is_colour_class(std::string_view name);

}  // namespace umikoe::formats::captions
