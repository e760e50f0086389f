#include "app/holds.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/json.h"

namespace umikoe::app {
namespace {

constexpr std::array<std::string_view, 7> kind_words{
    "embargo", "window", "physical_first", "artist", "agency", "legal", "other"};

std::string codes_of(const TerritorySet& territories) {
  if (territories == TerritorySet::all()) return "*";
  std::string out;
  for (const TerritoryCode territory : territories.members()) {
    out += (out.empty() ? "" : " ") + std::string(territory.code());
  }
  return out;
}

std::optional<TerritorySet> territories_of(const std::string& codes) {
  if (codes == "*") return TerritorySet::all();
  TerritorySet out;
  for (size_t at = 0; at < codes.size();) {
    const size_t blank = std::min(codes.find(' ', at), codes.size());
    const auto territory = TerritoryCode::parse(std::string_view(codes).substr(at, blank - at));
    if (!territory) return std::nullopt;
    out.insert(*territory);
    at = blank + 1;
  }
  return out;
}

std::optional<Hold> hold_of(const edits::Edit& edit) {
  const Json body = Json::parse(edit.entry.body, nullptr, false);
  if (!body.is_object()) return std::nullopt;
  const auto said = [&](const char* key) {
    const auto at = body.find(key);
    return at != body.end() && at->is_string() ? at->get<std::string>() : std::string();
  };
  const auto kind = parse_hold_kind(said("kind"));
  const auto until = Date::parse(said("until"));
  const auto territories = territories_of(said("territories"));
  if (!kind || !until || !territories) return std::nullopt;
  return Hold{edit.id, said("isrc"), said("artist"),    said("label"),      *territories,
              *kind,   *until,       edit.entry.author, edit.entry.made_at, said("note")};
}

}  // namespace

std::string_view word(HoldKind kind) { return kind_words[std::to_underlying(kind)]; }

std::optional<HoldKind> parse_hold_kind(std::string_view word) {
  const auto at = std::ranges::find(kind_words, word);
  if (at == kind_words.end()) return std::nullopt;
  return static_cast<HoldKind>(at - kind_words.begin());
}

std::string subject_of(const Hold& hold) {
  const Json subject{{"isrc", hold.isrc},
                     {"artist", hold.artist},
                     {"label", hold.label},
                     {"territories", codes_of(hold.territories)}};
  return dump(subject);
}

std::string body_of(const Hold& hold) {
  Json body;
  if (!hold.isrc.empty()) body["isrc"] = hold.isrc;
  if (!hold.artist.empty()) body["artist"] = hold.artist;
  if (!hold.label.empty()) body["label"] = hold.label;
  body["territories"] = codes_of(hold.territories);
  body["kind"] = std::string(word(hold.kind));
  body["until"] = hold.until.to_string();
  if (!hold.note.empty()) body["note"] = hold.note;
  return dump(body);
}

Result<std::vector<Hold>> holds_of(std::span<const edits::Edit> log) {
  std::vector<Hold> holds;
  for (const edits::Edit* edit : edits::current(log, held_back_edit)) {
    auto hold = hold_of(*edit);
    if (!hold) return fail("held_back_unreadable", {{"entry", std::to_string(edit->id.value)}});
    holds.push_back(std::move(*hold));
  }
  std::ranges::sort(holds, {}, &Hold::entry);
  return holds;
}

void HeldBack::add(Hold hold, std::vector<Isrc> recordings) {
  for (const Isrc& isrc : recordings) by_isrc_[isrc].push_back(holds_.size());
  holds_.push_back(std::move(hold));
  recordings_.push_back(std::move(recordings));
}

const Hold* HeldBack::on(const Isrc& isrc, TerritoryCode territory, Date date) const {
  const auto at = by_isrc_.find(isrc);
  if (at == by_isrc_.end()) return nullptr;
  const Hold* found = nullptr;
  for (const size_t place : at->second) {
    const Hold& hold = holds_[place];
    if (date >= hold.until || !hold.territories.contains(territory)) continue;
    if (!found || hold.until > found->until) found = &hold;
  }
  return found;
}

}  // namespace umikoe::app
