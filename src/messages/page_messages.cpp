#include "messages/tables.h"

namespace umikoe::messages {
namespace {

constexpr Message table[] = {
    {"page.placeholder", "x", "仮"},
};

}  // namespace

std::span<const Message> page_messages() { return table; }

}  // namespace umikoe::messages
