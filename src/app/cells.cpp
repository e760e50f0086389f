#include "app/cells.h"

#include <algorithm>
#include <tuple>

#include "demand/worth.h"
#include "rights/licence_terms.h"

namespace umikoe::app {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool holds(std::string_view text, std::string_view part) {
  return part.empty() || !std::ranges::search(text, part, {}, lower, lower).empty();
}

bool selected(const Isrc& isrc, const RecordingCard& card, const SelectionWords& words) {
  if (!holds(card.artist, words.artist) || !holds(card.label, words.label)) return false;
  return holds(card.title, words.query) || holds(card.title_en, words.query) ||
         holds(card.artist, words.query) || holds(isrc.view(), words.query);
}

Result<std::vector<TerritoryCode>> listed_territories(std::string words) {
  std::vector<TerritoryCode> out;
  std::ranges::transform(words, words.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  });
  for (size_t at = 0; at <= words.size();) {
    const size_t comma = std::min(words.find(',', at), words.size());
    const std::string code = words.substr(at, comma - at);
    const auto territory = TerritoryCode::parse(code);
    if (!territory) return fail("territory_unknown_word", {{"territory", code}});
    out.push_back(*territory);
    at = comma + 1;
  }
  return out;
}

Result<std::vector<TerritoryCode>> select_territories(const SelectionWords& words) {
  if (!words.territory.empty()) return listed_territories(words.territory);
  auto out = demand::markets().territories;
  if (words.region.empty()) return out;
  const TerritorySet region = territories_in_region(words.region);
  std::erase_if(out, [&](TerritoryCode t) { return !region.contains(t); });
  if (out.empty()) return fail("region_unknown", {{"region", words.region}});
  return out;
}

// Of the licences that cover the cell the one that ends first; where none does, of those that
// speak of the territory the one that ran longest, as what one would ask to widen.
const rights::Licence* nearest_licence(const rights::HeldVerdict& held,
                                       const rights::Question& question) {
  const bool open = held.state == rights::LinkState::open;
  const auto rank = [&](const rights::Licence& licence) {
    const auto end = rights::end_of(licence, question.date);
    const int32_t days = end ? end->days : INT32_MAX;
    const bool here = rights::territories_of(licence, question.date).contains(question.territory);
    return std::tuple(open || here ? 0 : 1, open ? days : -days, std::string_view(licence.document),
                      licence.line);
  };
  const rights::Licence* best = nullptr;
  for (const rights::Licence* licence : held.documents) {
    if (!best || rank(*licence) < rank(*best)) best = licence;
  }
  return best;
}

Cell cell_of(const Isrc& isrc, const rights::Answer& answer, const rights::Question& question) {
  Cell cell;
  cell.isrc = isrc;
  cell.territory = question.territory;
  cell.answer = answer.answer;
  cell.heard = answer.heard;
  cell.reason = answer.reason;
  cell.without_permission = answer.heard_without_permission();
  cell.detail = answer.detail;
  cell.held_open = answer.chain[0].state == rights::LinkState::open;
  cell.delivered_closed = answer.chain[1].state == rights::LinkState::closed;
  cell.live_closed = answer.chain[2].state == rights::LinkState::closed;
  if (answer.answer == rights::LinkState::open) return cell;
  cell.who = answer.ask ? answer.ask->who : answer.who;
  for (const rights::Link& link : answer.chain) {
    const auto wanted = answer.ask ? rights::LinkState::unknown : rights::LinkState::closed;
    if (link.state != wanted) continue;
    cell.link = link.kind;
    break;
  }
  cell.licence = nearest_licence(answer.held, question);
  if (cell.link != rights::LinkKind::delivered || answer.ask) return cell;
  for (const rights::ServiceVerdict& verdict : answer.delivered) {
    if (verdict.reason != answer.reason) continue;
    cell.statement = verdict.in_force;
    cell.recipient = verdict.thread->recipient;
    break;
  }
  return cell;
}

}  // namespace

std::vector<Cell> judge_cells(const LoadedWorld& world, std::span<const Isrc> recordings,
                              std::span<const TerritoryCode> territories,
                              const CellQuestion& question) {
  std::vector<Cell> cells;
  cells.reserve(recordings.size() * territories.size());
  rights::Question asked;
  asked.date = question.date;
  asked.today = world.as_of();
  asked.use = question.use;
  for (const Isrc& isrc : recordings) {
    const rights::RecordingFile& file = world.file(isrc);
    for (const TerritoryCode territory : territories) {
      asked.territory = territory;
      const rights::Answer answer = rights::answer(file, asked, world.parties());
      cells.push_back(cell_of(isrc, answer, asked));
      cells.back().hold = world.held_back().on(isrc, territory, question.date);
    }
  }
  return cells;
}

Result<Selection> select(const LoadedWorld& world, const SelectionWords& words) {
  Selection out;
  UMIKOE_TRY(out.territories, select_territories(words));
  for (const auto& [isrc, card] : world.recordings()) {
    if (selected(isrc, card, words)) out.recordings.push_back(isrc);
  }
  out.question.date = world.as_of();
  if (!words.date.empty()) {
    const auto date = Date::parse(words.date);
    if (!date) return fail("date_invalid_word", {{"date", words.date}});
    out.question.date = *date;
  }
  if (!words.use.empty()) {
    const auto use = rights::parse_use(words.use);
    if (!use) return fail("use_unknown", {{"use", words.use}});
    out.question.use = *use;
  }
  return out;
}

}  // namespace umikoe::app
