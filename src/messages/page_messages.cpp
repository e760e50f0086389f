#include "messages/tables.h"

namespace umikoe::messages {
namespace {

constexpr Message table[] = {
    {"page.stays_here", "Nothing leaves this machine.", "データはこの端末の外に送信されません。"},
};

}  // namespace

std::span<const Message> page_messages() { return table; }

}  // namespace umikoe::messages
