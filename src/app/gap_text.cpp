#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <vector>

#include "app/gap.h"
#include "app/number_words.h"
#include "app/why_documents.h"
#include "app/why_sentence.h"

namespace umikoe::app {
namespace {

using messages::Language;
using messages::text;

constexpr size_t territories_shown = 3;

std::string worth_words(const demand::Worth& worth, Language language) {
  if (!worth.expected) return text(language, "gap.worth_unknown");
  return fmt::format("{} ({})", grouped(std::llround(*worth.expected)),
                     text(language, "worth." + std::string(word(worth.kind))));
}

std::string who_words(const rights::Who& who, const LoadedWorld& world, Language language) {
  const auto words = who_in_words(who, world);
  const std::string role = text(language, "role." + words.role);
  return words.party.empty() ? role : fmt::format("{} ({})", words.party, role);
}

// Cells a person would mend in one go: one recording, one reason, one party, one kind of estimate.
struct Row {
  const GapCell* first = nullptr;
  std::vector<TerritoryCode> territories;
  std::optional<double> worth;  // summed over cells of one kind only
};

auto key_of(const GapCell& gap) {
  return std::tuple(gap.cell.isrc, gap.cell.reason, gap.cell.who.parties, gap.cell.who.role,
                    gap.worth.expected.has_value(), gap.worth.kind);
}

// In order of their best cell.
std::vector<Row> rows_of(const GapReport& report) {
  std::map<decltype(key_of(report.cells.front())), size_t> place;
  std::vector<Row> rows;
  for (const GapCell& gap : report.cells) {
    const auto [at, fresh] = place.try_emplace(key_of(gap), rows.size());
    if (fresh) rows.push_back({&gap, {}, std::nullopt});
    Row& row = rows[at->second];
    row.territories.push_back(gap.cell.territory);
    if (gap.worth.expected) row.worth = row.worth.value_or(0) + *gap.worth.expected;
  }
  return rows;
}

std::string territory_words(const std::vector<TerritoryCode>& territories) {
  std::string out;
  for (size_t i = 0; i < territories.size() && i < territories_shown; ++i) {
    out += (i == 0 ? "" : " ") + std::string(territories[i].code());
  }
  if (territories.size() <= territories_shown) return out;
  return out + fmt::format(" +{}", territories.size() - territories_shown);
}

std::string row_line(const Row& row, const LoadedWorld& world, Language language) {
  const Cell& cell = row.first->cell;
  const RecordingCard* card = world.card(cell.isrc);
  const std::string title = card ? title_for(*card, cell.isrc, language) : cell.isrc.to_string();
  const demand::Worth worth{row.worth, row.first->worth.kind, std::nullopt};
  return fmt::format("  {}  {}  {}  {}  {}  {}\n", cell.isrc.view(), fitted(title, 30),
                     fitted(territory_words(row.territories), 14),
                     fitted(text(language, "reason." + std::string(word(cell.reason))), 24),
                     fitted(worth_words(worth, language), 22),
                     who_words(cell.who, world, language));
}

std::string totals(const GapReport& report, Language language) {
  const GapTotal& all = report.all;
  const int64_t cells =
      all.open + all.closed + all.unknown + all.heard_without_permission + all.held_back;
  return text(language, "gap.totals",
              {{"recordings", grouped(report.recordings)},
               {"markets", grouped(static_cast<int64_t>(report.by_territory.size()))},
               {"date", day_in_words(report.as_of, language)},
               {"open", percent(all.open, cells)},
               {"closed", percent(all.closed, cells)},
               {"unknown", percent(all.unknown, cells)},
               {"closed_somewhere", grouped(report.recordings_closed_somewhere)},
               {"heard", grouped(all.heard_without_permission)},
               {"worth_unknown", grouped(all.worth_unknown)},
               {"gaps", grouped(all.closed)}});
}

// The role that can open most comes first.
std::string roles(const GapReport& report, Language language) {
  std::vector<std::pair<std::string, GapTotal>> sorted(report.by_role.begin(),
                                                       report.by_role.end());
  std::ranges::stable_sort(sorted, [](const auto& a, const auto& b) {
    return a.second.closed > b.second.closed;
  });
  std::string out;
  for (const auto& [role, total] : sorted) {
    out += text(language, "gap.role", {{"role", text(language, "role." + role)},
                                       {"count", grouped(total.closed)}}) +
           "\n";
  }
  return out;
}

}  // namespace

std::string gap_heading(const GapReport& report, Language language) {
  std::string out = totals(report, language) + "\n";
  if (report.all.not_understood > 0) {
    out += text(language, "gap.not_understood",
                {{"share", percent(report.all.not_understood, report.all.open)}}) +
           "\n";
  }
  out += "\n" + roles(report, language);
  if (report.own.cells > 0) {
    out += text(language, "decision.own", {{"cells", grouped(report.own.cells)},
                                           {"recordings", grouped(report.own.recordings)}}) +
           "\n";
  }
  const HeldBackTotal& held = report.held_back;
  if (held.next_review) {
    out += text(language, "decision.held_back",
                {{"cells", grouped(held.cells)},
                 {"recordings", grouped(held.recordings)},
                 {"date", day_in_words(*held.next_review, language)}}) +
           "\n";
  }
  return out;
}

std::string gap_text(const GapReport& report, const LoadedWorld& world, Language language,
                     size_t rows_shown) {
  std::string out = gap_heading(report, language) + "\n";
  if (report.cells.empty()) return out + text(language, "gap.none") + "\n";
  out += text(language, "gap.heading") + "\n";
  const auto rows = rows_of(report);
  for (size_t i = 0; i < rows.size() && i < rows_shown; ++i) {
    out += row_line(rows[i], world, language);
  }
  if (rows.size() > rows_shown) {
    const auto more = static_cast<int64_t>(rows.size() - rows_shown);
    out += text(language, "gap.more", {{"count", grouped(more)}}) + "\n";
  }
  return out;
}

}  // namespace umikoe::app
