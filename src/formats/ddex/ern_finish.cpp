#include "base/territory.h"
#include "formats/ddex/ern_reading.h"

namespace umikoe::formats::ddex {

using catalogue::ReleaseKind;

namespace {

void choose_main_release(ErnReading& reading) {
  ErnOutline& outline = reading.outline;
  if (outline.releases.empty()) {
    reading.findings.add("message_without_release", {}, {});
    return;
  }
  reading.message.statement.main_release = std::move(outline.main_release_ids);
  if (reading.message.statement.main_release.keys().empty()) {
    const auto& main = outline.releases[outline.main_release];
    reading.findings.add("release_without_id", {{"reference", main.reference->first}},
                         place_in(reading, "ReleaseList", main.element, main.line));
  }
}

void check_awaited(ErnReading& reading) {
  ErnOutline& outline = reading.outline;
  for (const auto& [reference, where] : outline.awaited_parties) {
    if (outline.parties[reference].second.stated) continue;
    reading.findings.add_once("party_reference_unknown", {{"reference", reference}}, where);
  }
  for (const auto& [reference, where] : outline.awaited_resources) {
    if (outline.resources[reference].second.stated) continue;
    reading.findings.add_once("resource_reference_unknown", {{"reference", reference}}, where);
  }
}

void check_territory(ErnReading& reading, const ErnOutline::DealWord& code) {
  const auto named =
      expand_territory(code.text, day_of_seconds(reading.message.statement.created.seconds));
  const bool everywhere = code.text == "Worldwide" || code.text == "2136";
  auto& territories = reading.message.counts.territories;
  if (named && !everywhere) territories = territories | *named;
  const Where where{.file = {},
                    .line = code.line,
                    .element = "NewReleaseMessage/DealList/ReleaseDeal/Deal/DealTerms"};
  if (is_deprecated_territory(code.text)) {
    reading.findings.add("territory_deprecated", {{"text", code.text}}, where);
  } else if (!named) {
    // CISAC TIS numbers from 2100 on are groups of territories.
    const bool group = code.text.size() == 4 && code.text.starts_with("21") &&
                       code.text.find_first_not_of("0123456789") == std::string::npos;
    reading.findings.add(group ? "territory_group_unknown" : "territory_unknown",
                         {{"text", code.text}}, where);
  }
}

void check_deals(ErnReading& reading) {
  for (const auto& word : reading.outline.deal_words) {
    if (word.is_territory) {
      check_territory(reading, word);
    } else if (!reading.outline.release_references[word.text].second.stated) {
      reading.findings.add_once(
          "deal_release_reference_unknown", {{"reference", word.text}},
          {.file = {}, .line = word.line, .element = "NewReleaseMessage/DealList/ReleaseDeal"});
    }
  }
  reading.message.counts.first_date = reading.outline.deal_dates.first_date;
  reading.message.counts.last_date = reading.outline.deal_dates.last_date;
}

}  // namespace

Where place_in(const ErnReading& reading, std::string_view list, Name element, int32_t line) {
  return {.file = {},
          .line = line,
          .element = "NewReleaseMessage/" + std::string(list) + "/" +
                     std::string(reading.name_table.text(element))};
}

ReleaseKind kind_of_release(const ErnReading& reading, size_t index) {
  const auto& release = reading.outline.releases[index];
  if (reading.generation != 3) return release.kind;
  const bool is_track = index != reading.outline.main_release &&
                        (release.counts_as_track_release || release.has_one_resource);
  return is_track ? ReleaseKind::track : ReleaseKind::main;
}

void finish(ErnReading& reading) {
  if (reading.message.statement.kind == rights::StatementKind::release) {
    choose_main_release(reading);
    check_awaited(reading);
    check_deals(reading);
    check_completeness(reading);
  }
  reading.message.findings = reading.findings.take();
}

}  // namespace umikoe::formats::ddex
