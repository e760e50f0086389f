#include <cstddef>
#include <cstdint>
#include <string_view>

#include "app/measure/predictors_spec.h"

// A spec that was read says everything a measurement needs, and reading it again says the same.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto spec = umikoe::app::parse_predictors_spec(bytes);
  UMIKOE_ASSERT(spec == umikoe::app::parse_predictors_spec(bytes));
  if (!spec) {
    UMIKOE_ASSERT(!spec.error().code.empty());
  } else {
    UMIKOE_ASSERT(!spec->fit.empty() && !spec->effect.empty() && !spec->predictors.empty());
    for (const auto& predictor : spec->predictors) {
      UMIKOE_ASSERT(!predictor.column.empty() && !predictor.times.empty());
    }
    if (spec->train) UMIKOE_ASSERT(spec->train->predictors.size() == spec->predictors.size());
    for (const auto& time : spec->fit) UMIKOE_ASSERT(umikoe::app::panel_time(time) == time);
  }
  return 0;
}
