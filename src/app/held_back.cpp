#include "app/held_back.h"

#include <algorithm>
#include <charconv>

#include "app/question.h"
#include "base/limits.h"

namespace umikoe::app {
namespace {

std::string upper(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  });
  return text;
}

bool same(std::string_view a, std::string_view b) {
  const auto fold = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::ranges::equal(a, b, {}, fold, fold);
}

Result<TerritorySet> territories_of(const HoldWords& words, Date on) {
  if (words.territory.empty() == words.region.empty()) return fail("hold_territory_needed");
  TerritorySet out;
  if (!words.region.empty()) {
    for (const TerritoryCode territory : TerritorySet::all().members()) {
      if (same(territory.region(), words.region) || same(territory.subregion(), words.region)) {
        out.insert(territory);
      }
    }
    if (out.empty()) return fail("region_unknown", {{"region", words.region}});
    return out;
  }
  for (size_t at = 0; at <= words.territory.size();) {
    const size_t comma = std::min(words.territory.find(',', at), words.territory.size());
    const std::string code = words.territory.substr(at, comma - at);
    const auto set =
        same(code, "Worldwide") ? TerritorySet::all() : expand_territory(upper(code), on);
    if (!set) return fail("territory_unknown_word", {{"territory", code}});
    out = out | *set;
    at = comma + 1;
  }
  return out;
}

Result<void> check_lengths(const HoldWords& words) {
  for (const auto* text : {&words.artist, &words.label, &words.note, &words.by}) {
    if (static_cast<int64_t>(text->size()) > limits::edit_text_bytes.value) {
      return fail("text_too_long", {{"limit", std::to_string(limits::edit_text_bytes.value)}});
    }
  }
  return {};
}

Result<Hold> read_hold(const HoldWords& words, const LoadedWorld& world) {
  UMIKOE_TRY(check_lengths(words));
  Hold hold;
  const int named = !words.isrc.empty() + !words.artist.empty() + !words.label.empty();
  if (named != 1) return fail("hold_subject_needed");
  if (!words.isrc.empty()) {
    UMIKOE_TRY(const Isrc isrc, parse_recording(words.isrc, world));
    hold.isrc = isrc.to_string();
  }
  hold.artist = words.artist;
  hold.label = words.label;
  if (recordings_of(world, hold).empty()) {
    return fail("hold_matches_nothing", {{"name", words.artist + words.label}});
  }
  UMIKOE_TRY(hold.territories, territories_of(words, world.as_of()));
  const auto kind = parse_hold_kind(words.kind);
  if (!kind) return fail("hold_kind_unknown", {{"kind", words.kind}});
  hold.kind = *kind;
  const auto until = Date::parse(words.until);
  if (!until) return fail("date_invalid_word", {{"date", words.until}});
  if (*until <= world.as_of()) return fail("hold_until_past", {{"date", words.until}});
  hold.until = *until;
  if (words.by.empty()) return fail("hold_by_needed");
  hold.by = words.by;
  hold.note = words.note;
  return hold;
}

edits::EditDraft draft_of(const Hold& hold, const access::Viewer& viewer) {
  edits::EditDraft draft;
  draft.organisation = viewer.organisation;
  draft.author = hold.by;
  draft.made_at = hold.made_at;
  draft.kind = held_back_edit;
  draft.subject = subject_of(hold);
  draft.body = body_of(hold);
  return draft;
}

}  // namespace

Result<Hold> hold_back(WorldStore& store, const LoadedWorld& world, const HoldWords& words,
                       const access::Viewer& viewer, Instant now) {
  if (!viewer.may_write()) return fail("not_allowed");
  UMIKOE_TRY(Hold hold, read_hold(words, world));
  hold.made_at = now;
  UMIKOE_TRY(const auto edit, store.append_edit(draft_of(hold, viewer)));
  hold.entry = edit.id;
  return hold;
}

Result<Hold> let_go(WorldStore& store, const LoadedWorld& world, const std::string& number,
                    const std::string& by, const access::Viewer& viewer, Instant now) {
  if (!viewer.may_write()) return fail("not_allowed");
  if (by.empty()) return fail("hold_by_needed");
  int64_t entry = 0;
  const char* end = number.data() + number.size();
  const auto [stopped, error] = std::from_chars(number.data(), end, entry);
  if (error != std::errc() || stopped != end) return fail("hold_unknown", {{"number", number}});
  for (const Hold& standing : world.held_back().all()) {
    if (standing.entry.value != entry) continue;
    Hold hold = standing;
    hold.by = by;
    hold.made_at = now;
    edits::EditDraft draft = draft_of(hold, viewer);
    draft.body = "{}";
    draft.state = edits::EditState::withdrawn;
    UMIKOE_TRY(store.append_edit(draft));
    return standing;
  }
  return fail("hold_unknown", {{"number", number}});
}

}  // namespace umikoe::app
