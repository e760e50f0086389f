#include "messages/tables.h"

namespace umikoe::messages {
namespace {

constexpr Message table[] = {
    {"check.placeholder", "x", "仮"},
};

}  // namespace

std::span<const Message> check_messages() { return table; }

}  // namespace umikoe::messages
