#include "messages/tables.h"

namespace umikoe::messages {
namespace {

constexpr Message table[] = {
    {"finding.placeholder", "x", "仮"},
};

}  // namespace

std::span<const Message> finding_messages() { return table; }

}  // namespace umikoe::messages
