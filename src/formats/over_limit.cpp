#include "formats/over_limit.h"

namespace umikoe::formats {

Error over_limit(const Limit& limit, Where where) {
  return Error{"limit_exceeded",
               {{"limit", std::string(limit.name)},
                {"value", std::to_string(limit.value)},
                {"unit", std::string(limit.unit)}},
               std::move(where)};
}

}  // namespace umikoe::formats
