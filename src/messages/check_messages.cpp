#include "messages/tables.h"

namespace umikoe::messages {
namespace {

constexpr Message table[] = {
    {"severity.error", "error", "エラー"},
    {"severity.warning", "warning", "注意"},
    {"severity.question", "question", "確認"},
};

}  // namespace

std::span<const Message> check_messages() { return table; }

}  // namespace umikoe::messages
