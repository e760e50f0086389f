#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/territory.h"
#include "formats/ddex/ern_reading.h"

namespace umikoe::formats::ddex {

using catalogue::Release;
using catalogue::ReleaseKind;

namespace {

// The main release of a 3.x message: the one marked, else R0, else the first that is not a track.
size_t main_release_3(const ErnReading& reading) {
  const auto& releases = reading.message.contents.releases;
  const auto marked = std::ranges::find_if(reading.release_notes, &ReleaseNote::is_main_release);
  if (marked != reading.release_notes.end()) {
    return static_cast<size_t>(marked - reading.release_notes.begin());
  }
  const auto named = std::ranges::find(releases, "R0", &Release::reference);
  if (named != releases.end()) return static_cast<size_t>(named - releases.begin());
  const auto album = std::ranges::find(releases, false, &Release::counts_as_track_release);
  return album == releases.end() ? 0 : static_cast<size_t>(album - releases.begin());
}

// 3.x writes everything as a Release. Besides those of a track type, a further release of one
// resource (a ringtone, a single) is offered on its own like a track release; a further release of
// several stands like an album.
void set_kinds_3(ErnReading& reading, size_t main) {
  auto& releases = reading.message.contents.releases;
  for (size_t i = 0; i < releases.size(); ++i) {
    Release& release = releases[i];
    const bool single = release.resource_references.size() == 1;
    const bool is_track = i != main && (release.counts_as_track_release || single);
    release.kind = is_track ? ReleaseKind::track : ReleaseKind::main;
  }
}

void find_main_release(ErnReading& reading) {
  auto& releases = reading.message.contents.releases;
  if (releases.empty()) {
    reading.findings.add("message_without_release", {}, {});
    return;
  }
  size_t main = 0;
  if (reading.generation == 3) {
    main = main_release_3(reading);
    set_kinds_3(reading, main);
  } else {
    // Where 4.1 has no Release, a TrackRelease may be marked instead.
    const auto found = std::ranges::find(releases, ReleaseKind::main, &Release::kind);
    const auto marked = std::ranges::find_if(reading.release_notes, &ReleaseNote::is_main_release);
    if (found != releases.end()) {
      main = static_cast<size_t>(found - releases.begin());
    } else if (marked != reading.release_notes.end()) {
      main = static_cast<size_t>(marked - reading.release_notes.begin());
    }
  }
  reading.main_release = main;
  reading.message.statement.main_release = releases[main].ids;
  if (releases[main].ids.keys().empty()) {
    reading.findings.add("release_without_id", {{"reference", releases[main].reference}},
                         reading.release_notes[main].where);
  }
}

void resolve_mentions(ErnReading& reading) {
  auto& contents = reading.message.contents;
  for (const PartyMention& mention : reading.mentions) {
    const auto party = reading.parties.find(mention.reference);
    if (party == reading.parties.end()) {
      reading.findings.add_once("party_reference_unknown", {{"reference", mention.reference}},
                                mention.where);
      continue;
    }
    if (mention.place == PartyMention::Place::recording_credit) {
      contents.recordings[mention.owner].credits[mention.index].party = party->second;
    } else if (auto& label = contents.releases[mention.owner].label; label.empty()) {
      label = party->second.name;
    }
  }
  // A credit whose party is not in the list names nobody; the finding above says so.
  for (auto& recording : contents.recordings) {
    std::erase_if(recording.credits, [](const catalogue::Credit& credit) {
      return credit.party.name.empty() && credit.party.keys().empty();
    });
  }
}

void state_releases(ErnReading& reading) {
  const auto& contents = reading.message.contents;
  std::multimap<std::string_view, const catalogue::Recording*> by_reference;
  for (const auto& recording : contents.recordings) {
    by_reference.emplace(recording.reference, &recording);
  }
  for (size_t i = 0; i < contents.releases.size(); ++i) {
    const Release& release = contents.releases[i];
    rights::StatedRelease stated{
        .reference = release.reference, .kind = release.kind, .assets = {}};
    for (const std::string& reference : release.resource_references) {
      if (!reading.resources.contains(reference)) {
        reading.findings.add_once("resource_reference_unknown", {{"reference", reference}},
                                  reading.release_notes[i].where);
      }
      const auto [first, last] = by_reference.equal_range(reference);
      for (auto it = first; it != last; ++it) {
        const catalogue::Recording& recording = *it->second;
        if (!recording.isrc) continue;
        stated.assets.push_back({.isrc = *recording.isrc,
                                 .resource_reference = reference,
                                 .is_clip = recording.is_clip,
                                 .asset_duration_ms = recording.asset_duration_ms});
      }
    }
    reading.message.statement.releases.push_back(std::move(stated));
  }
}

// Codes repeat over thousands of deals, so each is expanded once per message.
class TerritoryCheck {
 public:
  explicit TerritoryCheck(ErnReading& reading)
      : reading_(reading), on_(day_of_seconds(reading.message.statement.created.seconds)) {}

  void check(const rights::Deal& deal, const std::string& code) {
    auto [it, added] = seen_.try_emplace(code);
    if (added) {
      it->second = expand_territory(code, on_).has_value();
      report(deal, code, it->second);
      const bool everywhere = code == "Worldwide" || code == "2136";
      if (it->second && !everywhere) {
        auto& named = reading_.message.counts.territories;
        named = named | *expand_territory(code, on_);
      }
    }
  }

 private:
  void report(const rights::Deal& deal, const std::string& code, bool known) {
    const Where where{.file = {},
                      .line = deal.line,
                      .element = "NewReleaseMessage/DealList/ReleaseDeal/Deal/DealTerms"};
    if (is_deprecated_territory(code)) {
      reading_.findings.add("territory_deprecated", {{"text", code}}, where);
    } else if (!known) {
      // CISAC TIS numbers from 2100 on are groups of territories.
      const bool group = code.size() == 4 && code.starts_with("21") &&
                         code.find_first_not_of("0123456789") == std::string::npos;
      reading_.findings.add(group ? "territory_group_unknown" : "territory_unknown",
                            {{"text", code}}, where);
    }
  }

  ErnReading& reading_;
  Date on_;
  std::map<std::string, bool> seen_;
};

void note_date(DeliveryCounts& counts, const WrittenTime& time, int64_t shift) {
  const Date date = day_of_seconds(time.seconds + shift);
  if (!counts.first_date || date < *counts.first_date) counts.first_date = date;
  if (!counts.last_date || date > *counts.last_date) counts.last_date = date;
}

void check_deals(ErnReading& reading) {
  std::set<std::string_view> references;
  for (const Release& release : reading.message.contents.releases) {
    references.insert(release.reference);
  }
  TerritoryCheck territories(reading);
  for (const rights::Deal& deal : reading.message.statement.deals) {
    for (const std::string& reference : deal.release_references) {
      if (references.contains(reference)) continue;
      reading.findings.add_once(
          "deal_release_reference_unknown", {{"reference", reference}},
          {.file = {}, .line = deal.line, .element = "NewReleaseMessage/DealList/ReleaseDeal"});
    }
    if (deal.territory) {
      for (const std::string& code : deal.territory->codes) territories.check(deal, code);
    }
    for (const rights::ValidityPeriod& period : deal.periods) {
      if (period.start) note_date(reading.message.counts, *period.start, 0);
      if (period.end) note_date(reading.message.counts, *period.end, -1);  // the last day inside
    }
  }
}

}  // namespace

void finish(ErnReading& reading) {
  if (reading.message.statement.kind == rights::StatementKind::release) {
    find_main_release(reading);
    resolve_mentions(reading);
    state_releases(reading);
    check_deals(reading);
    check_completeness(reading);
  }
  reading.message.findings = reading.findings.take();
}

}  // namespace umikoe::formats::ddex
