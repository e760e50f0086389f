#include <algorithm>
#include <array>

#include "app/csv.h"
#include "app/name_work.h"
#include "app/question.h"
#include "formats/ddex/titles_message.h"

namespace umikoe::app {
namespace {

using catalogue::NameForm;
using catalogue::NameKind;
using localisation::NameFormKind;

NameKind ddex_kind(NameFormKind kind) {
  switch (kind) {
    case NameFormKind::reading:
      return NameKind::indexed;
    case NameFormKind::romanised:
      return NameKind::transliterated;
    case NameFormKind::translated:
      return NameKind::translated;
    default:
      return NameKind::display;
  }
}

std::string_view csv_kind(NameFormKind kind) {
  switch (kind) {
    case NameFormKind::reading:
      return "reading";
    case NameFormKind::romanised:
      return "transliterated";
    case NameFormKind::translated:
      return "translated";
    case NameFormKind::original:
      return "original";
    default:
      return "display";
  }
}

// What a title without a stated language is in: nothing is guessed but the script's own tag.
std::string language_of(const StoredNameForm& form) {
  return form.language.empty() ? "und" : form.language.text;
}

bool publishable(const StoredNameForm& form) {
  return form.approved() && form.kind != NameFormKind::search_only;
}

std::vector<NameForm> published_forms(const std::vector<StoredNameForm>& forms, bool of_artist) {
  std::vector<NameForm> published;
  for (const StoredNameForm& form : forms) {
    if (form.of_artist != of_artist || !publishable(form)) continue;
    NameForm name;
    name.text = form.text;
    name.kind = ddex_kind(form.kind);
    name.language = form.language;
    name.is_default = published.empty();
    if (form.kind == NameFormKind::original) name.is_in_original_language = true;
    published.push_back(std::move(name));
  }
  return published;
}

const catalogue::Release* release_with(const DeliveredContents& delivered, const Isrc& isrc) {
  for (const auto& release : delivered.contents.releases) {
    if (release.kind != catalogue::ReleaseKind::main) continue;
    for (const auto& recording : delivered.contents.recordings) {
      if (recording.isrc == isrc &&
          std::ranges::find(release.resource_references, recording.reference) !=
              release.resource_references.end()) {
        return &release;
      }
    }
  }
  return nullptr;
}

formats::ddex::TitlesMessage message_of(const LoadedWorld& world,
                                        const DeliveredContents& delivered,
                                        const catalogue::Release& release) {
  formats::ddex::TitlesMessage message;
  message.release = release;
  for (const std::string& reference : release.resource_references) {
    for (const auto& recording : delivered.contents.recordings) {
      if (recording.reference != reference || !recording.isrc) continue;
      catalogue::Recording named = recording;
      const auto forms = name_forms(world, *recording.isrc);
      named.titles = published_forms(forms, false);
      named.display_artist_names = published_forms(forms, true);
      message.recordings.push_back(std::move(named));
    }
  }
  return message;
}

}  // namespace

std::string publishable_csv(const NameReport& report) {
  std::string csv =
      csv_row(std::array<std::string, 5>{"isrc", "field", "text", "language", "kind"});
  for (const StoredNameForm& form : report.forms) {
    if (!publishable(form)) continue;
    csv += csv_row(std::array<std::string, 5>{form.isrc.to_string(),
                                              form.of_artist ? "artist" : "title", form.text,
                                              language_of(form), std::string(csv_kind(form.kind))});
  }
  return csv;
}

Result<std::string> name_message(const LoadedWorld& world, const std::string& isrc,
                                 const std::string& recipient, Instant now) {
  UMIKOE_TRY(const Isrc recording, parse_recording(isrc, world));
  const catalogue::Party* own = world.own_party();
  if (!own || own->dpid.empty()) return fail("own_party_missing");
  const auto dpid = parse_dpid(recipient.empty() ? own->dpid : recipient);
  if (!dpid) return fail("dpid_malformed_word", {{"dpid", recipient}});
  const DeliveredContents* latest = nullptr;
  const catalogue::Release* release = nullptr;
  for (const DeliveredContents& delivered : world.contents()) {
    if (const auto* found = release_with(delivered, recording)) {
      latest = &delivered;
      release = found;
    }
  }
  if (!release) return fail("release_missing", {{"isrc", isrc}});
  formats::ddex::TitlesMessage message = message_of(world, *latest, *release);
  message.created = now;
  message.message_id = "NAMES-" + recording.to_string() + "-" + std::to_string(now.seconds);
  message.sender_dpid = own->dpid;
  message.sender_name = own->name;
  message.recipient_dpid = dpid->text;
  return formats::ddex::titles_message(message);
}

}  // namespace umikoe::app
