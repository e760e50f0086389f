#include "formats/ddex/ern_identifiers.h"

#include <algorithm>

namespace umikoe::formats::ddex {
namespace {

std::string without_hyphens(std::string_view text) {
  std::string kept(text);
  std::erase(kept, '-');
  return kept;
}

void add(std::vector<std::string>& ids, std::string id) {
  if (!id.empty() && std::ranges::find(ids, id) == ids.end()) ids.push_back(std::move(id));
}

}  // namespace

std::string checked_id(Findings& findings, Element at, std::string_view kind,
                       const std::optional<CheckedId>& parsed) {
  if (at.text().empty()) return {};
  if (parsed && parsed->check_digit_ok) return parsed->text;
  findings.add_once(parsed ? "identifier_check_digit" : "identifier_malformed",
                    {{"kind", std::string(kind)}, {"text", std::string(at.text())}},
                    [&] { return at.where(); });
  return parsed ? parsed->text : without_separators(at.text());
}

std::string namespaced_id(Findings& findings, Element id) {
  if (id.text().empty()) return {};
  const std::string_view space = id.attribute("Namespace");
  if (space.empty()) {
    findings.add_once("identifier_without_namespace", {{"text", std::string(id.text())}},
                      id.where());
    return {};
  }
  // Namespaces are mostly DPIDs, which are written with and without hyphens.
  return without_hyphens(space) + ":" + without_hyphens(id.text());
}

catalogue::ReleaseIds release_ids_of(Findings& findings, Element composite) {
  catalogue::ReleaseIds ids;
  for (const Element& group : composite.children("ReleaseId")) {
    for (const Element& id : group.children()) {
      if (id.name() == "GRid") {
        add(ids.grids, checked_id(findings, id, "GRid", parse_grid(id.text())));
      } else if (id.name() == "ICPN") {
        add(ids.icpns, checked_id(findings, id, "ICPN", parse_icpn(id.text())));
      } else if (id.name() == "ProprietaryId") {
        add(ids.proprietary, namespaced_id(findings, id));
      } else if (id.name() == "CatalogNumber" && ids.catalogue_number.empty()) {
        ids.catalogue_number = std::string(id.text());
      }
    }
  }
  return ids;
}

}  // namespace umikoe::formats::ddex
