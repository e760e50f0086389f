#include "app/matrix.h"

#include <algorithm>
#include <span>
#include <tuple>

#include "app/cell_filter.h"
#include "app/csv.h"
#include "app/json.h"
#include "app/world_readiness.h"

namespace umikoe::app {
namespace {

using rights::LinkState;

char letter(const Cell& cell) {
  if (cell.without_permission) return 'h';
  if (cell.answer == LinkState::open) return 'o';
  if (cell.answer == LinkState::unknown) return 'u';
  return cell.reason == rights::Reason::conflict ? 'x' : 'c';
}

void count(MatrixReport& report, char cell) {
  switch (cell) {
    case 'n':
      ++report.not_understood;
      [[fallthrough]];
    case 'o':
      ++report.open;
      break;
    case 'c':
      ++report.closed;
      break;
    case 'u':
      ++report.unknown;
      break;
    case 'x':
      ++report.conflict;
      break;
    case 'b':
      ++report.held_back;
      break;
    default:
      ++report.heard_without_permission;
  }
}

auto place(const LoadedWorld& world, const Isrc& isrc) {
  const RecordingCard& card = *world.card(isrc);
  return std::tuple(std::string_view(card.artist), std::string_view(card.release),
                    std::string_view(card.title), isrc);
}

bool row_wanted(std::span<const Cell> cells, const CellFilter& filter) {
  return filter.empty() || std::ranges::any_of(cells, [&](const Cell& cell) {
           return cell.is_gap() && filter.passes(cell);
         });
}

}  // namespace

Result<MatrixReport> matrix(const LoadedWorld& world, const MatrixQuestion& question) {
  UMIKOE_TRY(const CellFilter filter, parse_cell_filter(question.reason, question.role));
  UMIKOE_TRY(const Selection selection, select(world, question.selection));
  const auto cells =
      judge_cells(world, selection.recordings, selection.territories, selection.question);
  MatrixReport report;
  report.as_of = selection.question.date;
  report.use = word(selection.question.use);
  report.offset = question.offset;
  report.territories = selection.territories;
  WorldReadiness readiness(world);
  const size_t width = selection.territories.size();
  for (size_t i = 0; i < selection.recordings.size(); ++i) {
    const auto row = std::span(cells).subspan(i * width, width);
    if (!row_wanted(row, filter)) continue;
    MatrixReport::Row out{selection.recordings[i], {}, {}};
    for (const Cell& cell : row) {
      const char state = letter(cell);
      const bool unread = state == 'o' && !readiness.understood(cell.isrc, cell.territory);
      out.states += state;
      out.cells += cell.is_held_back() ? 'b' : unread ? 'n' : state;
      count(report, out.cells.back());
    }
    report.rows.push_back(std::move(out));
  }
  std::ranges::sort(report.rows, {}, [&](const auto& row) { return place(world, row.isrc); });
  report.total_rows = report.rows.size();
  const size_t from = std::min(question.offset, report.rows.size());
  report.rows.erase(report.rows.begin(), report.rows.begin() + static_cast<std::ptrdiff_t>(from));
  if (question.limit != 0 && report.rows.size() > question.limit)
    report.rows.resize(question.limit);
  return report;
}

std::string matrix_json(const MatrixReport& report, const LoadedWorld& world) {
  Json territories = Json::array();
  for (const auto territory : report.territories) {
    territories.push_back(std::string(territory.code()));
  }
  Json rows = Json::array();
  for (const auto& row : report.rows) {
    const RecordingCard& card = *world.card(row.isrc);
    const bool video = card.kind == catalogue::RecordingKind::video;
    rows.push_back({{"isrc", row.isrc.to_string()},
                    {"title", or_null(card.title)},
                    {"title_en", or_null(card.title_en)},
                    {"artist", or_null(card.artist)},
                    {"release", or_null(card.release)},
                    {"kind", video ? "video" : "sound"},
                    {"cells", row.cells}});
  }
  return dump({{"as_of", report.as_of.to_string()},
               {"use", report.use},
               {"total_rows", report.total_rows},
               {"offset", report.offset},
               {"territories", std::move(territories)},
               {"counts",
                {{"open", report.open},
                 {"not_understood", report.not_understood},
                 {"closed", report.closed},
                 {"unknown", report.unknown},
                 {"conflict", report.conflict},
                 {"heard", report.heard_without_permission},
                 {"held_back", report.held_back}}},
               {"rows", std::move(rows)}});
}

std::string matrix_csv(const MatrixReport& report, const LoadedWorld& world) {
  std::vector<std::string> header{"isrc", "title", "artist", "release"};
  for (const auto territory : report.territories) header.emplace_back(territory.code());
  std::string out = csv_row(header);
  for (const auto& row : report.rows) {
    const RecordingCard& card = *world.card(row.isrc);
    std::vector<std::string> cells{row.isrc.to_string(), card.title, card.artist, card.release};
    for (const char cell : row.states) cells.emplace_back(1, cell);
    out += csv_row(cells);
  }
  return out;
}

}  // namespace umikoe::app
