#include "messages/tables.h"

namespace umikoe::messages {
namespace {

constexpr Message table[] = {
    {"cli.placeholder", "x", "仮"},
};

}  // namespace

std::span<const Message> cli_messages() { return table; }

}  // namespace umikoe::messages
