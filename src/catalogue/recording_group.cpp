#include "catalogue/recording_group.h"

#include <algorithm>
#include <array>
#include <utility>

namespace umikoe::catalogue {
namespace {

constexpr std::array<std::string_view, 8> kind_words{"same_performance", "edit", "english_version",
                                                     "tv_size",          "re_recording",
                                                     "live",             "remix",
                                                     "instrumental"};

}  // namespace

std::string_view word(VersionKind kind) { return kind_words[std::to_underlying(kind)]; }

std::optional<VersionKind> parse_version_kind(std::string_view word) {
  const auto at = std::ranges::find(kind_words, word);
  if (at == kind_words.end()) return std::nullopt;
  return static_cast<VersionKind>(at - kind_words.begin());
}

}  // namespace umikoe::catalogue
