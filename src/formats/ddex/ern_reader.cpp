#include "formats/ddex/ern_reader.h"

#include <algorithm>
#include <array>

#include "formats/ddex/composite_reader.h"
#include "formats/ddex/ern_assembly.h"
#include "formats/ddex/ern_reading.h"
#include "formats/ddex/ern_version.h"

namespace umikoe::formats::ddex {
namespace {

struct Route {
  std::array<Name, 3> path;  // below the root
  size_t depth;
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

constexpr Name any;  // whatever stands there

// Which composites are read, and by what. Everything else is passed over.
constexpr std::array routes = {
    Route{{"MessageHeader"}, 1, read_header},
    Route{{"PurgedRelease"}, 1, read_purged_release},
    Route{{"PartyList", "Party"}, 2, always<read_party>},
    Route{{"ResourceList", any}, 2, always<read_resource>},
    Route{{"ReleaseList", "Release"}, 2, always<read_release>},
    Route{{"ReleaseList", "TrackRelease"}, 2, always<read_release>},
    Route{{"ReleaseList", "ClipRelease"}, 2, always<read_release>},
    Route{{"DealList", "ReleaseDeal", "DealReleaseReference"}, 3, read_deal_reference},
    Route{{"DealList", "ReleaseDeal", "Deal"}, 3, read_deal},
    Route{{"DealList", "ReleaseDeal", "EffectiveDate"}, 3, read_deal_effective},
};

std::optional<size_t> route_of(Path path) {
  const auto same = [](Name written, Name routed) { return routed == any || written == routed; };
  for (size_t i = 0; i < routes.size(); ++i) {
    const std::span route(routes[i].path.data(), routes[i].depth);
    if (std::ranges::equal(path, route, same)) return i;
  }
  return std::nullopt;
}

// Elements that the standard does not have say something nobody will read.
void check_vocabulary(ErnReading& reading, const Element& composite) {
  const bool closed = reading.generation == 3;
  for (const Element& element : composite.descendants()) {
    const Name name = element.name();
    if (closed ? name.is_ern3_element() : name.is_ern4_element()) continue;
    reading.findings.add_once(closed ? "element_unknown" : "element_not_met",
                              {{"name", std::string(element.name_text())}}, element.where());
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

Result<void> read_composite(ErnReading& reading, size_t route, const Element& composite) {
  check_vocabulary(reading, composite);
  return routes[route].read(reading, composite);
}

Result<void> read_message(ErnReading& reading, const ByteSource& source) {
  const CompositeHandlers handlers{
      .root = [&](const MessageRoot& root) { return read_root(reading, root); },
      .wanted = route_of,
      .composite = [&](size_t route,
                       Element element) { return read_composite(reading, route, element); },
      .left =
          [&](Path path) {
            static constexpr std::array<Name, 2> release_deal = {"DealList", "ReleaseDeal"};
            if (std::ranges::equal(path, release_deal)) end_release_deal(reading);
          },
  };
  UMIKOE_TRY(read_composites(source, reading.name_table, handlers));
  if (!reading.has_header) {
    return fail("ern_header_incomplete", {{"element", "MessageHeader"}});
  }
  if (reading.message.statement.kind == rights::StatementKind::purge &&
      !reading.has_purged_release) {
    return fail("purge_without_release_id");
  }
  finish(reading);
  return {};
}

}  // namespace

Result<ErnMessage> read_ern(const ByteSource& source) {
  ErnAssembly assembly;
  const ErnSink sink = assembly.sink();
  ErnReading reading(sink);
  UMIKOE_TRY(read_message(reading, source));
  assembly.complete(reading);
  return std::move(reading.message);
}

Result<ErnMessage> read_ern(const ByteSource& source, const ErnSink& sink) {
  ErnReading reading(sink);
  UMIKOE_TRY(read_message(reading, source));
  return std::move(reading.message);
}

}  // namespace umikoe::formats::ddex
