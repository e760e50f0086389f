#include "formats/ddex/ern_version.h"

#include <algorithm>
#include <array>

namespace umikoe::formats::ddex {
namespace {

struct Known {
  std::string_view text;
  int generation;
};

// 1.x and 2.x have another layout altogether; 4.0 was withdrawn before use.
constexpr std::array known_versions = {
    Known{"33", 3},  Known{"34", 3},  Known{"341", 3},  Known{"35", 3},  Known{"351", 3},
    Known{"36", 3},  Known{"37", 3},  Known{"37D2", 3}, Known{"371", 3}, Known{"38", 3},
    Known{"381", 3}, Known{"382", 3}, Known{"383", 3},  Known{"41", 4},  Known{"411", 4},
    Known{"42", 4},  Known{"43", 4},  Known{"432", 4}};

}  // namespace

std::optional<std::string> ern_version_of(std::string_view uri) {
  while (uri.ends_with('/')) uri.remove_suffix(1);
  if (uri.find("ddex.net/xml/") == std::string_view::npos) return std::nullopt;
  const size_t slash = uri.rfind('/');
  const std::string_view before = uri.substr(0, slash);
  if (!before.ends_with("/ern") && !before.ends_with("/ern-main")) return std::nullopt;
  return std::string(uri.substr(slash + 1));
}

Result<ErnVersion> recognise_version(std::string_view root_name, std::string_view prefix,
                                     std::string_view namespace_uri) {
  const bool is_message = root_name == "NewReleaseMessage" || root_name == "PurgeReleaseMessage";
  if (is_message && namespace_uri.empty()) {
    return fail("ern_namespace_missing",
                {{"root", std::string(root_name)}, {"prefix", std::string(prefix)}});
  }
  const auto version = ern_version_of(namespace_uri);
  if (!is_message || !version) {
    return fail("not_ern",
                {{"root", std::string(root_name)}, {"namespace", std::string(namespace_uri)}});
  }
  const auto known = std::ranges::find(known_versions, *version, &Known::text);
  if (known == known_versions.end()) {
    return fail("ern_version_unsupported", {{"version", *version}});
  }
  return ErnVersion{*version, known->generation};
}

}  // namespace umikoe::formats::ddex
