#include "app/demo/observation_text.h"

#include <fmt/format.h>

namespace umikoe::app::demo {

std::string in_thousandths(int64_t thousandths) {
  const int64_t size = thousandths < 0 ? -thousandths : thousandths;
  return fmt::format("{}{}.{:03}", thousandths < 0 ? "-" : "", size / 1000, size % 1000);
}

}  // namespace umikoe::app::demo
