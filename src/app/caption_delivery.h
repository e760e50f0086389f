#pragma once

#include <string>
#include <vector>

#include "app/ports.h"
#include "formats/byte_source.h"

namespace umikoe::app {

// What a person says of a file of captions they bring in; empty words are asked of the file.
struct CaptionNaming {
  std::string isrc = {};
  std::string language = {};
  std::string format = {};
  bool expected = false;  // it is captions, whatever its content looks like

  bool operator==(const CaptionNaming&) const = default;
};

// A file of captions on its way in, with all that is kept of it.
struct CaptionDelivery {
  KeptCaptions captions;
  std::vector<Finding> findings;

  // What it is known by: its bytes, recording and language. The same file brought again for the
  // same recording changes nothing, whatever it is called by then.
  std::string identity() const;
};

// Reads a file of captions to see that it is one. Which recording and language it belongs to is
// said by the words, else by the file's name (ISRC.LANGUAGE.vtt), and the language also by the
// file itself. Errors: captions_recording_unnamed, captions_language_unnamed, isrc_malformed_word,
// language_tag_invalid, captions_without_cues, those of read_captions.
Result<CaptionDelivery> read_caption_delivery(const formats::ByteSource& source,
                                              const std::string& path, const CaptionNaming& naming);

}  // namespace umikoe::app
