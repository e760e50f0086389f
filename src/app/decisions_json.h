#pragma once

#include "app/decisions.h"
#include "app/json.h"

namespace umikoe::app {

// One decision as programs read it.
Json decision_json(const Decision& decision, const LoadedWorld& world);
Json worth_json(const WorthByKind& worth);

// Streams are whole; an estimate of half a stream is printed as one.
Json whole_or_null(std::optional<double> value);

}  // namespace umikoe::app
