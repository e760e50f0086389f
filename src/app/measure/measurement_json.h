#pragma once

#include "app/json.h"
#include "impact/measure.h"
#include "messages/messages.h"

namespace umikoe::app {

// What measurement_json prints, for whoever adds to it.
Json measurement_object(const impact::Measurement& measurement, bool trace,
                        messages::Language language);

}  // namespace umikoe::app
