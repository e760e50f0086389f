#include <algorithm>
#include <array>

#include "formats/table/table_kinds.h"

namespace umikoe::formats::table {
namespace {

using demand::AppearanceKind;

constexpr std::array columns = {
    Column{"artist", true}, Column{"artist_isni"}, Column{"artist_id"},       Column{"event", true},
    Column{"kind", true},   Column{"city"},        Column{"territory", true}, Column{"start", true},
    Column{"end"},          Column{"state"},       Column{"source"}};

constexpr std::array<std::pair<std::string_view, AppearanceKind>, 7> kinds = {
    {{"festival", AppearanceKind::festival},
     {"convention", AppearanceKind::convention},
     {"showcase", AppearanceKind::showcase},
     {"support", AppearanceKind::support},
     {"tour", AppearanceKind::tour},
     {"headline", AppearanceKind::headline},
     {"other", AppearanceKind::other}}};

constexpr std::array<std::pair<std::string_view, bool>, 2> states = {
    {{"planned", false}, {"cancelled", true}}};

// Longer than any residency: the year of one of its days is a slip.
constexpr int32_t longest_days = 366;

void read_days(Cells& cells, demand::Appearance& row) {
  cells.required("start");
  const auto start = cells.date("start");
  const auto last = cells.date("end");
  row.start = start.value_or(Date{});
  row.end = last.value_or(row.start);
  if (!start || !last) return;
  if (*last < *start) {
    cells.error("appearance_ends_before_start", "end", {{"start", start->to_string()}});
  } else if (last->days - start->days >= longest_days) {
    cells.error("appearance_too_long", "end",
                {{"start", start->to_string()}, {"days", std::to_string(longest_days)}});
  }
}

void note(DeliveryCounts& counts, const demand::Appearance& row) {
  counts.territories.insert(row.territory);
  if (!counts.first_date || row.start < *counts.first_date) counts.first_date = row.start;
  if (!counts.last_date || row.end > *counts.last_date) counts.last_date = row.end;
}

void read_row(Cells& cells, TableContents& contents) {
  demand::Appearance row;
  cells.required("artist");
  row.artist.name = std::string(cells.text("artist"));
  row.artist.isni = cells.checked("artist_isni", "ISNI", parse_isni);
  if (const auto id = cells.text("artist_id"); !id.empty()) {
    std::string kept(id);
    std::erase(kept, '-');
    row.artist.party_ids.push_back(std::move(kept));
  }
  row.event = cells.required("event");
  cells.required("kind");
  row.kind = cells.word("kind", kinds).value_or(AppearanceKind::other);
  row.city = std::string(cells.text("city"));
  const auto territory = cells.territory("territory");
  row.territory = territory.value_or(TerritoryCode{});
  read_days(cells, row);
  row.cancelled = cells.word("state", states).value_or(false);
  row.source = std::string(cells.text("source"));
  if (territory) note(contents.counts, row);
  contents.appearances.push_back(std::move(row));
}

}  // namespace

const TableKind appearances_kind{Format::table_appearances, columns, read_row};

}  // namespace umikoe::formats::table
