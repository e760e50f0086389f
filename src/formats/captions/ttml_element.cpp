#include "formats/captions/ttml_element.h"

#include <algorithm>

#include "formats/captions/caption_bytes.h"

namespace umikoe::formats::captions {
namespace {

using xlsx::XmlAttributes;

// Longer ones name nothing, and every paragraph copies what it inherits.
constexpr size_t longest_name = 256;

Result<std::optional<double>> time(const XmlAttributes& attributes, std::string_view name,
                                   const TtmlClock& clock) {
  const std::string_view written = attributes.value(name);
  if (written.empty()) return std::optional<double>();
  const auto ms = parse_ttml_time(written, clock);
  if (!ms) {
    return fail("ttml_time_malformed", {{"text", quoted_front(written)}},
                {{}, attributes.line(), std::string(name)});
  }
  return ms;
}

}  // namespace

TtmlClock ttml_clock(const XmlAttributes& attributes) {
  TtmlClock clock;
  const auto positive = [&](std::string_view attribute) -> std::optional<double> {
    const auto number = parse_decimal(attributes.value(attribute));
    return number && *number > 0 ? number : std::nullopt;
  };
  clock.frame_rate_stated = positive("frameRate").has_value();
  clock.frame_rate = positive("frameRate").value_or(30);
  clock.sub_frame_rate = positive("subFrameRate").value_or(1);
  clock.tick_rate = positive("tickRate");
  clock.multiplier = parse_multiplier(attributes.value("frameRateMultiplier")).value_or(1);
  clock.smpte = attributes.value("timeBase") == "smpte";
  if (attributes.value("dropMode") == "dropNTSC") clock.drop_mode = DropMode::drop_ntsc;
  if (attributes.value("dropMode") == "dropPAL") clock.drop_mode = DropMode::drop_pal;
  clock.bare_seconds = !attributes.value("timing").empty();
  return clock;
}

Result<void> set_ttml_times(TtmlElement& element, const XmlAttributes& attributes,
                            const TtmlClock& clock, const TtmlElement* container) {
  UMIKOE_TRY(const auto begin, time(attributes, "begin", clock));
  UMIKOE_TRY(const auto stated_end, time(attributes, "end", clock));
  UMIKOE_TRY(const auto duration, time(attributes, "dur", clock));
  const bool nested = container && !clock.bare_seconds;
  const bool in_seq = nested && container->is_seq;
  double reference = 0;
  if (nested) reference = in_seq ? container->children_end_ms : container->begin_ms;
  element.begin_ms = reference + begin.value_or(0);
  if (clock.bare_seconds && !begin && container) element.begin_ms = container->begin_ms;
  element.states_end = stated_end || duration;
  element.states_times = begin || element.states_end;
  const auto bound = [&](double end) {
    element.end_ms = std::min(element.end_ms.value_or(end), end);
  };
  if (stated_end) bound(reference + *stated_end);
  if (duration) bound(element.begin_ms + *duration);
  if (container && container->end_ms) {
    bound(*container->end_ms);
    element.never_shown = container->never_shown || element.begin_ms >= *container->end_ms;
  }
  element.is_seq = attributes.value("timeContainer") == "seq";
  element.children_end_ms = element.begin_ms;
  return {};
}

std::string short_attribute(const XmlAttributes& attributes, std::string_view name) {
  const std::string_view value = attributes.value(name);
  return value.size() <= longest_name ? std::string(value) : std::string();
}

}  // namespace umikoe::formats::captions
