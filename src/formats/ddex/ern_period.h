#pragma once

#include "formats/ddex/composite.h"
#include "rights/deal.h"

namespace umikoe::formats::ddex {

// A ValidityPeriod as a half-open period. EndDate is inclusive ("valid until midnight at its end"),
// so it becomes the next midnight; EndDateTime is the first moment outside. Errors: time_invalid.
Result<rights::ValidityPeriod> validity_period_of(Element period);
// True when both ends are stated and nothing lies between them, wherever it is applied.
bool is_empty(const rights::ValidityPeriod& period);

}  // namespace umikoe::formats::ddex
