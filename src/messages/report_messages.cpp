#include "messages/tables.h"

namespace umikoe::messages {
namespace {

constexpr Message table[] = {
    {"report.placeholder", "x", "仮"},
};

}  // namespace

std::span<const Message> report_messages() { return table; }

}  // namespace umikoe::messages
