#include "formats/ddex/ern_reader.h"

#include <algorithm>
#include <array>

#include "formats/ddex/composite_reader.h"
#include "formats/ddex/ern3_vocabulary.h"
#include "formats/ddex/ern4_vocabulary.h"
#include "formats/ddex/ern_reading.h"
#include "formats/ddex/ern_version.h"

namespace umikoe::formats::ddex {
namespace {

struct Route {
  std::string_view path;  // below the root; a last part of "*" stands for any element
  Result<void> (*read)(ErnReading&, Element);
};

template <void (*read)(ErnReading&, Element)>
Result<void> always(ErnReading& reading, Element element) {
  read(reading, element);
  return {};
}

Result<void> read_deal_reference(ErnReading& reading, Element reference) {
  if (!reference.text().empty()) reading.deal_references.emplace_back(reference.text());
  return {};
}

Result<void> read_deal_effective(ErnReading& reading, Element date) {
  if (date.text().size() < 10) return {};
  const auto day = Date::parse(date.text().substr(0, 10));
  if (!day) return fail("date_invalid", {{"text", std::string(date.text())}}, date.where());
  reading.deal_effective = day;
  return {};
}

// Which composites are read, and by what. Everything else is passed over.
constexpr std::array routes = {
    Route{"MessageHeader", read_header},
    Route{"PurgedRelease", read_purged_release},
    Route{"PartyList/Party", always<read_party>},
    Route{"ResourceList/*", always<read_resource>},
    Route{"ReleaseList/Release", always<read_release>},
    Route{"ReleaseList/TrackRelease", always<read_release>},
    Route{"ReleaseList/ClipRelease", always<read_release>},
    Route{"DealList/ReleaseDeal/DealReleaseReference", read_deal_reference},
    Route{"DealList/ReleaseDeal/Deal", read_deal},
    Route{"DealList/ReleaseDeal/EffectiveDate", read_deal_effective},
};

const Route* route_of(std::string_view path) {
  const size_t slash = path.rfind('/');
  const auto found = std::ranges::find_if(routes, [&](const Route& route) {
    if (!route.path.ends_with("/*")) return route.path == path;
    return slash != std::string_view::npos &&
           path.substr(0, slash) == route.path.substr(0, route.path.size() - 2);
  });
  return found == routes.end() ? nullptr : &*found;
}

// Elements that the standard does not have say something nobody will read.
void check_vocabulary(ErnReading& reading, const Element& composite) {
  const bool closed = reading.generation == 3;
  for (const Element& element : composite.descendants()) {
    if (closed ? is_ern3_element(element.name()) : is_ern4_element(element.name())) continue;
    reading.findings.add_once(closed ? "element_unknown" : "element_not_met",
                              {{"name", std::string(element.name())}}, element.where());
  }
}

Result<void> read_root(ErnReading& reading, const MessageRoot& root) {
  UMIKOE_TRY(ErnVersion version, recognise_version(root.name, root.prefix, root.namespace_uri));
  reading.generation = version.generation;
  reading.message.version = version.text;
  reading.message.profile = root.profile;
  if (root.name == "PurgeReleaseMessage") {
    reading.message.statement.kind = rights::StatementKind::purge;
  }
  reading.message.contents.language = parse_language_tag(root.language).tag;
  return {};
}

std::string below_root(const Element& element) {
  const std::string path = element.where().element;
  return path.substr(path.find('/') + 1);
}

Result<void> read_composite(ErnReading& reading, const Element& composite) {
  check_vocabulary(reading, composite);
  return route_of(below_root(composite))->read(reading, composite);
}

}  // namespace

Result<ErnMessage> read_ern(const ByteSource& source) {
  ErnReading reading;
  const CompositeHandlers handlers{
      .root = [&](const MessageRoot& root) { return read_root(reading, root); },
      .wanted = [&](std::string_view path) { return route_of(path) != nullptr; },
      .composite = [&](Element element) { return read_composite(reading, element); },
      .left =
          [&](std::string_view path) {
            if (path == "DealList/ReleaseDeal") end_release_deal(reading);
          },
  };
  UMIKOE_TRY(read_composites(source, handlers));
  if (!reading.has_header) {
    return fail("ern_header_incomplete", {{"element", "MessageHeader"}});
  }
  if (reading.message.statement.kind == rights::StatementKind::purge &&
      !reading.has_purged_release) {
    return fail("purge_without_release_id");
  }
  finish(reading);
  return std::move(reading.message);
}

}  // namespace umikoe::formats::ddex
