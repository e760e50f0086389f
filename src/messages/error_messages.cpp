#include "messages/tables.h"

namespace umikoe::messages {
namespace {

constexpr Message table[] = {
    {"error.placeholder", "x", "仮"},
};

}  // namespace

std::span<const Message> error_messages() { return table; }

}  // namespace umikoe::messages
