#include "app/gap.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "app/cell_filter.h"
#include "app/demand/open_ratios.h"
#include "app/recording_demand.h"
#include "app/world_readiness.h"

namespace umikoe::app {
namespace {

using rights::LinkState;

void count(GapTotal& total, const Cell& cell, const demand::Worth& worth, bool understood) {
  if (cell.answer == LinkState::open) {
    ++total.open;
    total.not_understood += !understood;
  }
  if (cell.is_unknown()) ++total.unknown;
  if (cell.without_permission) ++total.heard_without_permission;
  if (cell.is_held_back()) ++total.held_back;
  if (!cell.is_gap()) return;
  ++total.closed;
  if (worth.expected) {
    total.worth += *worth.expected;
  } else {
    ++total.worth_unknown;
  }
}

// Observed, bounded, scaled, unknown; the most first; then by name, so that ties never move.
auto rank(const GapCell& gap) {
  const int kind = gap.worth.expected ? static_cast<int>(gap.worth.kind) : 9;
  return std::tuple(kind, -gap.worth.expected.value_or(0), gap.cell.isrc,
                    gap.cell.territory.code());
}

void count_recordings(GapReport& report, const std::vector<Cell>& cells, size_t territories) {
  for (size_t at = 0; at < cells.size(); at += territories) {
    size_t open = 0;
    size_t closed = 0;
    size_t unknown = 0;
    for (size_t i = at; i < at + territories; ++i) {
      open += cells[i].answer == LinkState::open;
      closed += cells[i].is_gap();
      unknown += cells[i].is_unknown();
    }
    ++report.recordings;
    report.recordings_open_everywhere += open == territories;
    report.recordings_closed_somewhere += closed > 0;
    report.recordings_closed_everywhere += closed == territories;
    report.recordings_unknown_somewhere += unknown > 0;
  }
}

void weigh(GapReport& report, const Cell& cell, std::optional<double> home) {
  if (!home) return;
  if (cell.answer == LinkState::open) report.home_streams_open += *home;
  if (cell.is_unknown()) report.home_streams_unknown += *home;
  if (cell.is_gap()) report.home_streams_closed += *home;
}

void count_held_back(GapReport& report, const std::vector<Cell>& cells) {
  HeldBackTotal& total = report.held_back;
  const Isrc* last = nullptr;
  for (const Cell& cell : cells) {
    if (!cell.is_held_back()) continue;
    ++total.cells;
    if (!last || *last != cell.isrc) ++total.recordings;
    last = &cell.isrc;
    ++total.by_kind[std::string(word(cell.hold->kind))];
    if (!total.next_review || cell.hold->until < *total.next_review) {
      total.next_review = cell.hold->until;
    }
  }
}

void count_own(GapReport& report) {
  std::set<Isrc> recordings;
  for (const GapCell& gap : report.cells) {
    if (!gap.cell.opens_by_own_hand()) continue;
    ++report.own.cells;
    recordings.insert(gap.cell.isrc);
  }
  report.own.recordings = static_cast<int64_t>(recordings.size());
}

// Questions have no reason: a filter by reason leaves them out, one by role keeps its own.
bool wanted(const Cell& cell, const CellFilter& filter) {
  if (!cell.is_unknown()) return filter.passes(cell);
  return filter.reason == rights::Reason::none && (!filter.role || cell.who.role == *filter.role);
}

void keep_page(std::vector<GapCell>& cells, const GapQuestion& question) {
  const size_t from = std::min(question.offset, cells.size());
  cells.erase(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(from));
  if (question.limit != 0 && cells.size() > question.limit) cells.resize(question.limit);
}

}  // namespace

Result<GapReport> gap(const LoadedWorld& world, const GapQuestion& question) {
  UMIKOE_TRY(const CellFilter filter, parse_cell_filter(question.reason, question.role));
  UMIKOE_TRY(const Selection selection, select(world, question.selection));
  const auto cells =
      judge_cells(world, selection.recordings, selection.territories, selection.question);
  UMIKOE_TRY(const RecordingDemand demand, RecordingDemand::of(world));
  const demand::ForeignToHome ratios = open_ratios(world, demand);
  const auto markets = demand::markets();

  GapReport report;
  report.as_of = selection.question.date;
  report.use = word(selection.question.use);
  report.markets_source = markets.source;
  report.markets_verified_on = markets.verified_on;
  DecisionTable decisions(world);
  WorldReadiness readiness(world);
  for (const Cell& cell : cells) {
    if (cell.is_gap() && !wanted(cell, filter)) continue;
    const bool asked = cell.is_gap() || cell.is_unknown();
    const demand::Worth worth =
        asked ? demand.worth(cell.isrc, cell.territory, ratios) : demand::Worth{};
    if (asked && wanted(cell, filter)) {
      decisions.add(cell, worth);
      if (question.keep_asked && cell.is_unknown()) report.asked.push_back({cell, worth});
    }
    const bool understood =
        cell.answer != LinkState::open || readiness.understood(cell.isrc, cell.territory);
    count(report.all, cell, worth, understood);
    count(report.by_territory[cell.territory], cell, worth, understood);
    weigh(report, cell, demand.home_streams(cell.isrc));
    if (!cell.is_gap()) continue;
    count(report.by_reason[std::string(word(cell.reason))], cell, worth, true);
    count(report.by_role[std::string(word(cell.who.role))], cell, worth, true);
    if (worth.expected) report.worth_by_kind[std::string(word(worth.kind))] += *worth.expected;
    report.cells.push_back({cell, worth});
  }
  count_recordings(report, cells, selection.territories.size());
  count_held_back(report, cells);
  count_own(report);
  report.decisions = decisions.decisions();
  report.gaps = static_cast<int64_t>(report.cells.size());
  std::ranges::sort(report.cells, {}, rank);
  keep_page(report.cells, question);
  return report;
}

}  // namespace umikoe::app
