#include "formats/captions/caption_notes.h"

namespace umikoe::formats::captions {

std::vector<std::string> note_texts(const localisation::CaptionTrack& track,
                                    std::string_view without) {
  std::vector<std::string> texts;
  for (const auto& tag : track.tags) {
    if (!without.empty() && tag.name == without) continue;
    texts.push_back(tag.name == "note" ? tag.value : tag.name + ": " + tag.value);
  }
  return texts;
}

}  // namespace umikoe::formats::captions
