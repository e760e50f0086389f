#pragma once

#include "app/json.h"
#include "plan/gains.h"

namespace umikoe::app {

// As plans print them and as they are kept.
inline Json percentiles_json(const plan::Percentiles& values) {
  return Json{{"p10", values.p10}, {"p50", values.p50}, {"p90", values.p90}, {"mean", values.mean}};
}

}  // namespace umikoe::app
