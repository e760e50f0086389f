#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/identifiers.h"
#include "catalogue/release.h"
#include "formats/ddex/composite.h"
#include "formats/findings.h"

namespace umikoe::formats::ddex {

// The parsed identifier where its form is right; otherwise what was written without separators,
// with a finding, because even an ill-formed identifier tells two things apart. Empty stays empty.
std::string checked_id(Findings& findings, Element at, std::string_view kind,
                       const std::optional<CheckedId>& parsed);
// "NAMESPACE:value" with hyphens stripped, or nothing (with a finding) when no namespace is given.
std::string namespaced_id(Findings& findings, Element id);
// The identifiers of every ReleaseId directly below the composite.
catalogue::ReleaseIds release_ids_of(Findings& findings, Element composite);

}  // namespace umikoe::formats::ddex
