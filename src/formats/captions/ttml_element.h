#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "formats/captions/ttml_content.h"
#include "formats/captions/ttml_time.h"
#include "formats/xlsx/xml_events.h"

namespace umikoe::formats::captions {

// An element between body and text, with its times worked out.
struct TtmlElement {
  std::string name;
  TtmlContent::Span span;  // style, language, white space: with what it inherits
  std::string region;
  double begin_ms = 0;
  std::optional<double> end_ms;
  bool states_times = false;
  bool states_end = false;
  bool is_seq = false;
  double children_end_ms = 0;  // where the last child of a seq ended
  bool own_cue = false;        // a timed span that is a cue of its own
  bool never_shown = false;    // it begins when what contains it has ended
};

// The parameters of time that the root states.
TtmlClock ttml_clock(const xlsx::XmlAttributes& root);

// Sets the element's interval (TTML 2, section 12.2): in a par from the start of its container, in
// a seq from the end of its predecessor; never beyond its container, which is null for the
// outermost. Error: ttml_time_malformed.
Result<void> set_ttml_times(TtmlElement& element, const xlsx::XmlAttributes& attributes,
                            const TtmlClock& clock, const TtmlElement* container);

// An identifier or a language tag; empty where it is longer than any of them is.
std::string short_attribute(const xlsx::XmlAttributes& attributes, std::string_view name);

}  // namespace umikoe::formats::captions
