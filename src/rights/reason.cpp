#include "rights/reason.h"

#include <array>
#include <utility>

namespace umikoe::rights {
namespace {

constexpr std::array<std::string_view, 3> link_words{"held", "delivered", "live"};
constexpr std::array<std::string_view, 3> state_words{"open", "closed", "unknown"};
constexpr std::array<std::string_view, 11> reason_words{
    "",          "no_rights",     "other_holder", "conflict",
    "withdrawn", "preorder_only", "preview_only", "not_yet",
    "expired",   "not_delivered", "not_live"};

}  // namespace

std::string_view word(LinkKind kind) { return link_words[std::to_underlying(kind)]; }
std::string_view word(LinkState state) { return state_words[std::to_underlying(state)]; }
std::string_view word(Reason reason) { return reason_words[std::to_underlying(reason)]; }

Reason parse_reason(std::string_view word) {
  for (size_t i = 1; i < reason_words.size(); ++i) {
    if (reason_words[i] == word) return static_cast<Reason>(i);
  }
  return Reason::none;
}

}  // namespace umikoe::rights
