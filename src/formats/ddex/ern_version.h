#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace umikoe::formats::ddex {

// Which message standard a namespace names.
struct ErnVersion {
  std::string text;    // "43", "432", "382", "37D2" …, the last part of the namespace
  int generation = 0;  // 3 or 4: the two layouts that differ
};

// Nothing when the namespace is not one of ERN's.
std::optional<std::string> ern_version_of(std::string_view namespace_uri);
// Errors: not_ern, ern_namespace_missing, ern_version_unsupported.
Result<ErnVersion> recognise_version(std::string_view root_name, std::string_view prefix,
                                     std::string_view namespace_uri);

}  // namespace umikoe::formats::ddex
