#include "app/cells.h"

#include <algorithm>

#include "base/ascii.h"
#include "demand/worth.h"

namespace umikoe::app {
namespace {

bool selected(const Isrc& isrc, const RecordingCard& card, const SelectionWords& words) {
  if (!holds_part(card.artist, words.artist) || !holds_part(card.label, words.label)) return false;
  return holds_part(card.title, words.query) || holds_part(card.title_en, words.query) ||
         holds_part(card.artist, words.query) || holds_part(isrc.view(), words.query);
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

rights::Question question_of(const LoadedWorld& world, const CellQuestion& question) {
  rights::Question asked;
  asked.date = question.date;
  asked.today = world.as_of();
  asked.use = question.use;
  return asked;
}

void judge_by_records(std::vector<Cell>& cells, const LoadedWorld& world,
                      std::span<const Isrc> recordings, std::span<const TerritoryCode> territories,
                      const CellQuestion& question) {
  rights::Question asked = question_of(world, question);
  for (const Isrc& isrc : recordings) {
    const rights::RecordingFile& file = world.file(isrc);
    for (const TerritoryCode territory : territories) {
      asked.territory = territory;
      const rights::Answer answer = rights::answer(file, asked, world.parties());
      cells.push_back({rights::outcome_of(answer, asked), isrc, territory});
    }
  }
}

void judge_by_profiles(std::vector<Cell>& cells, const LoadedWorld& world,
                       std::span<const Isrc> recordings, std::span<const TerritoryCode> territories,
                       const CellQuestion& question) {
  std::vector<const rights::RecordingFile*> files;
  files.reserve(recordings.size());
  for (const Isrc& isrc : recordings) files.push_back(&world.file(isrc));
  world.compiled().read(
      files, question.use,
      [&](const rights::ProfileTables& tables, std::span<const uint32_t> profiles) {
        for (size_t i = 0; i < recordings.size(); ++i) {
          const auto& partition =
              tables.partitions[tables.partition_on(profiles[i], question.date)];
          for (const TerritoryCode territory : territories) {
            cells.push_back(
                {tables.outcomes[partition[territory.index]], recordings[i], territory});
          }
        }
      });
}

}  // namespace

Result<std::vector<TerritoryCode>> select_territories(const SelectionWords& words) {
  if (!words.territory.empty()) return listed_territories(words.territory);
  auto out = demand::markets().territories;
  if (words.region.empty()) return out;
  const TerritorySet region = territories_in_region(words.region);
  std::erase_if(out, [&](TerritoryCode t) { return !region.contains(t); });
  if (out.empty()) return fail("region_unknown", {{"region", words.region}});
  return out;
}

std::vector<Cell> judge_cells(const LoadedWorld& world, std::span<const Isrc> recordings,
                              std::span<const TerritoryCode> territories,
                              const CellQuestion& question) {
  // A profile takes a few dozen answers of the evaluator; fewer are better asked for directly.
  constexpr size_t many = 48;
  std::vector<Cell> cells;
  cells.reserve(recordings.size() * territories.size());
  if (territories.size() >= many && world.compiled().window().contains(question.date)) {
    judge_by_profiles(cells, world, recordings, territories, question);
  } else {
    judge_by_records(cells, world, recordings, territories, question);
  }
  for (Cell& cell : cells) {
    cell.hold = world.held_back().on(cell.isrc, cell.territory, question.date);
  }
  return cells;
}

const rights::Statement* closing_statement(const LoadedWorld& world, const Cell& cell,
                                           const CellQuestion& question) {
  if (cell.answer != rights::LinkState::closed || cell.link != rights::LinkKind::delivered) {
    return nullptr;
  }
  rights::Question asked = question_of(world, question);
  asked.territory = cell.territory;
  const rights::Answer answer = rights::answer(world.file(cell.isrc), asked, world.parties());
  const auto closing =
      std::ranges::find(answer.delivered, answer.reason, &rights::ServiceVerdict::reason);
  return closing == answer.delivered.end() ? nullptr : closing->in_force;
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
