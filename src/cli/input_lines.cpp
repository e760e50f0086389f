#include "cli/input_lines.h"

#include <array>
#include <string>

#include "base/limits.h"

namespace umikoe::cli {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

Result<void> each_input_line(const Surroundings& surroundings,
                             const std::function<Result<void>(std::string_view)>& line) {
  std::array<char, 64 * 1024> buffer;
  std::string held;
  long number = 0;
  const auto hand_over = [&](std::string_view text) -> Result<void> {
    if (++number == 1 && text.starts_with(byte_order_mark)) {
      text.remove_prefix(byte_order_mark.size());
    }
    if (text.ends_with('\r')) text.remove_suffix(1);
    auto done = line(text);
    if (!done && done.error().where.line == 0) done.error().where.line = number;
    return done;
  };
  while (const size_t size = surroundings.read_input(buffer)) {
    held.append(buffer.data(), size);
    size_t from = 0;
    for (size_t end = held.find('\n'); end != std::string::npos; end = held.find('\n', from)) {
      UMIKOE_TRY(hand_over(std::string_view(held).substr(from, end - from)));
      from = end + 1;
    }
    held.erase(0, from);
    if (static_cast<int64_t>(held.size()) > limits::table_cell_bytes.value) {
      return fail("text_too_long", {{"limit", std::to_string(limits::table_cell_bytes.value)}},
                  Where{"", number + 1, ""});
    }
  }
  if (!held.empty()) UMIKOE_TRY(hand_over(held));
  return {};
}

}  // namespace umikoe::cli
