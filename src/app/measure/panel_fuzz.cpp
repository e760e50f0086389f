#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "app/measure/panel_file.h"
#include "impact/measure.h"

// A panel that was read is whole, and measuring it gives a finite interval around its figure or
// reasons, never both.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using umikoe::impact::Method;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  // Larger panels cost time and find nothing more.
  if (size > 16 * 1024) return 0;
  const auto file =
      umikoe::app::read_panel(umikoe::formats::from_memory(bytes), {"u", "t", "y", "d", "", 0}, {});
  if (!file) {
    UMIKOE_ASSERT(!file.error().code.empty());
    return 0;
  }
  const auto& panel = file->panel;
  UMIKOE_ASSERT(panel.cells.size() == panel.units.size() * panel.times.size());
  UMIKOE_ASSERT(panel.treated_from.size() == panel.units.size());
  for (const Method method : {Method::sdid, Method::sc, Method::did, Method::bsts}) {
    umikoe::Rng rng(1);
    const auto one = umikoe::impact::measure(panel, {.method = method, .placebos = 20}, {}, rng);
    if (!one) continue;
    UMIKOE_ASSERT(one->effect.has_value() == one->refused.empty());
    UMIKOE_ASSERT(one->interval.has_value() == one->effect.has_value());
    if (!one->effect) continue;
    UMIKOE_ASSERT(std::isfinite(*one->effect) && std::isfinite(one->interval->second));
    UMIKOE_ASSERT(one->interval->first <= one->interval->second);
  }
  return 0;
}
