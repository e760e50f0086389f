#include "formats/captions/caption_colours.h"

#include <algorithm>

namespace umikoe::formats::captions {

std::string colour_class(std::string_view written) {
  std::string lowered(written);
  for (char& c : lowered) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  // An opaque alpha says nothing more.
  if (lowered.size() == 9 && lowered.ends_with("ff")) lowered.resize(7);
  for (const CaptionColour& colour : caption_colours) {
    if (lowered == colour.name || lowered == colour.hex) return std::string(colour.name);
  }
  return {};
}

bool is_colour_class(std::string_view name) {
  return std::ranges::find(caption_colours, name, &CaptionColour::name) != caption_colours.end();
}

}  // namespace umikoe::formats::captions
