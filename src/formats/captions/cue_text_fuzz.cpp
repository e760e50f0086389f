#include <algorithm>
#include <cstdint>

#include "base/limits.h"
#include "base/utf8.h"
#include "formats/captions/caption_bytes.h"
#include "formats/captions/cue_text.h"
#include "formats/captions/webvtt_timestamp.h"

// Any text parses to a tree within the limits, which is written to a text that parses to the same,
// and is listed with a line for each node.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace captions = umikoe::formats::captions;
  namespace localisation = umikoe::localisation;
  const std::string text = captions::webvtt_input({reinterpret_cast<const char*>(data), size});
  const auto content = captions::parse_cue_text(text);
  if (!content) return 0;
  bool exact = true;  // later times lose their minutes when they are written
  for (const auto& node : *content) {
    exact = exact && node.at_ms <= captions::latest_exact_ms;
    UMIKOE_ASSERT(node.depth <= umikoe::limits::cue_text_depth.value);
    UMIKOE_ASSERT(umikoe::first_invalid_utf8(node.value) == std::string_view::npos);
  }
  const auto again = captions::parse_cue_text(captions::write_cue_text(*content));
  UMIKOE_ASSERT(again.has_value());
  if (exact) {
    UMIKOE_ASSERT(localisation::normalised(*again) == localisation::normalised(*content));
  }
  const std::string listed = captions::list_cue_text(*content);
  UMIKOE_ASSERT(static_cast<size_t>(std::ranges::count(listed, '\n')) >= content->size());
  return 0;
}
