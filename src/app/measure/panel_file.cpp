#include "app/measure/panel_file.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <set>

#include "base/blanks.h"
#include "base/limits.h"
#include "formats/over_limit.h"
#include "formats/table/table_reader.h"

namespace umikoe::app {
namespace {

using formats::table::TableRow;
using impact::Observation;
using impact::Seen;

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

bool is_unknown(std::string_view cell) {
  constexpr std::string_view words[] = {"", "NA", "N/A", "NaN", "nan", "null", "."};
  return std::ranges::find(words, cell) != std::end(words);
}

std::optional<double> number_of(std::string_view cell) {
  if (cell.starts_with('+')) cell.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  if (error != std::errc() || end != cell.data() + cell.size() || !std::isfinite(number)) {
    return std::nullopt;
  }
  return number;
}

// One row before the times are known.
struct Row {
  size_t unit = 0;
  std::string time;
  Observation outcome;
  bool treated = false;
  long line = 0;
  std::vector<double> predictors;
};

class PanelReader {
 public:
  PanelReader(const PanelColumns& columns, const std::vector<std::string>& predictors)
      : columns_(columns), predictors_(predictors) {}

  Result<void> row(const TableRow& row) { return header_.empty() ? header(row) : line(row); }

  Result<PanelFile> finish() {
    if (header_.empty()) return fail("file_empty");
    if (rows_.empty()) return fail("panel_no_rows");
    PanelFile out;
    out.panel.units = units_;
    if (!columns_.group.empty()) out.panel.groups = groups_;
    out.panel.times = ordered_times();
    UMIKOE_TRY(place_rows(out));
    return out;
  }

 private:
  Result<size_t> column(const std::string& name, const TableRow& row) const {
    const auto found = std::ranges::find(header_, name);
    if (found == header_.end()) {
      std::string known;
      for (const std::string& one : header_) known += (known.empty() ? "" : ", ") + one;
      return fail("panel_column_missing", {{"column", name}, {"columns", known}},
                  {.file = {}, .line = row.line, .element = {}});
    }
    if (std::find(found + 1, header_.end(), name) != header_.end()) {
      return fail("panel_column_twice", {{"column", name}},
                  {.file = {}, .line = row.line, .element = {}});
    }
    return static_cast<size_t>(found - header_.begin());
  }

  Result<void> header(const TableRow& row) {
    for (const std::string& cell : row.cells) header_.emplace_back(trimmed(cell));
    UMIKOE_TRY(unit_, column(columns_.unit, row));
    UMIKOE_TRY(time_, column(columns_.time, row));
    UMIKOE_TRY(outcome_, column(columns_.outcome, row));
    if (!columns_.treated.empty()) {
      UMIKOE_TRY(treated_, column(columns_.treated, row));
    }
    if (!columns_.group.empty()) {
      UMIKOE_TRY(group_, column(columns_.group, row));
    }
    for (const std::string& name : predictors_) {
      UMIKOE_TRY(const size_t at, column(name, row));
      predictor_at_.push_back(at);
    }
    return {};
  }

  // The text of a cell; rows may end before their last, empty cells.
  static std::string cell(const TableRow& row, size_t at) {
    return at < row.cells.size() ? std::string(trimmed(row.cells[at])) : std::string();
  }
  Where where(const TableRow& row, size_t at) const {
    return {.file = {}, .line = row.line, .element = header_[at]};
  }

  Result<Observation> outcome_of(const TableRow& row) const {
    const std::string text = cell(row, outcome_);
    if (is_unknown(text)) return Observation{};
    const bool below = text.starts_with('<');
    const auto number = number_of(below ? trimmed(std::string_view(text).substr(1)) : text);
    if (!number || (below && *number <= 0)) {
      return fail("panel_not_a_number", {{"text", text}}, where(row, outcome_));
    }
    return Observation{below ? Seen::below : Seen::exactly, *number};
  }

  Result<bool> treated_of(const TableRow& row) const {
    if (!treated_) return false;
    const std::string text = cell(row, *treated_);
    if (text == "true" || text == "TRUE" || text == "True") return true;
    if (text == "false" || text == "FALSE" || text == "False") return false;
    const auto number = number_of(text);
    if (number && (*number == 0 || *number == 1)) return *number == 1;
    return fail("panel_treated_word", {{"text", text}}, where(row, *treated_));
  }

  Result<size_t> unit_of(const TableRow& row) {
    const std::string name = cell(row, unit_);
    if (name.empty()) return fail("panel_cell_missing", {}, where(row, unit_));
    const auto [at, added] = unit_index_.emplace(name, units_.size());
    if (added) {
      units_.push_back(name);
      groups_.push_back(group_ ? cell(row, *group_) : std::string());
      if (std::ssize(units_) > limits::panel_units.value) {
        return std::unexpected(formats::over_limit(limits::panel_units,
                                                   {.file = {}, .line = row.line, .element = {}}));
      }
    } else if (group_ && groups_[at->second] != cell(row, *group_)) {
      return fail("panel_group_differs", {{"unit", name}}, where(row, *group_));
    }
    return at->second;
  }

  Result<void> line(const TableRow& row) {
    Row out;
    out.line = row.line;
    UMIKOE_TRY(out.unit, unit_of(row));
    out.time = panel_time(cell(row, time_));
    if (out.time.empty()) return fail("panel_cell_missing", {}, where(row, time_));
    UMIKOE_TRY(out.outcome, outcome_of(row));
    UMIKOE_TRY(out.treated, treated_of(row));
    for (const size_t at : predictor_at_) {
      const std::string text = cell(row, at);
      // A predictor is a mean of what is known, and a bound is not.
      const bool bound = text.starts_with('<') && number_of(trimmed(text.substr(1)));
      const auto number = number_of(text);
      if (!number && !bound && !is_unknown(text)) {
        return fail("panel_not_a_number", {{"text", text}}, where(row, at));
      }
      out.predictors.push_back(number.value_or(unknown));
    }
    times_.insert(out.time);
    if (std::ssize(times_) > limits::panel_times.value) {
      return std::unexpected(
          formats::over_limit(limits::panel_times, {.file = {}, .line = row.line, .element = {}}));
    }
    rows_.push_back(std::move(out));
    // Twice as many rows as units and times allow are two rows for one of them.
    if (rows_.size() > units_.size() * times_.size()) return place_twice();
    return {};
  }

  // Which two rows stand for the same unit and time.
  Result<void> place_twice() const {
    std::map<std::pair<size_t, std::string_view>, long> seen;
    for (const Row& row : rows_) {
      const auto [at, added] =
          seen.emplace(std::pair(row.unit, std::string_view(row.time)), row.line);
      if (added) continue;
      return fail(
          "panel_row_twice",
          {{"unit", units_[row.unit]}, {"time", row.time}, {"line", std::to_string(at->second)}},
          {.file = {}, .line = row.line, .element = header_[time_]});
    }
    return {};
  }

  std::vector<std::string> ordered_times() const {
    std::vector<std::string> out(times_.begin(), times_.end());
    if (std::ranges::all_of(out, [](const auto& time) { return number_of(time).has_value(); })) {
      std::ranges::stable_sort(out, {}, [](const auto& time) { return *number_of(time); });
    }
    return out;
  }

  Result<void> place_rows(PanelFile& out) const {
    UMIKOE_TRY(place_twice());
    impact::Panel& panel = out.panel;
    panel.cells.resize(panel.units.size() * panel.times.size());
    panel.treated_from.assign(panel.units.size(), panel.times.size());
    std::map<std::string_view, size_t> time_index;
    for (size_t i = 0; i < panel.times.size(); ++i) time_index.emplace(panel.times[i], i);
    for (const std::string& name : predictors_) {
      impact::Matrix empty(panel.units.size(), panel.times.size());
      std::ranges::fill(empty.values, unknown);
      out.columns.emplace(name, std::move(empty));
    }
    for (const Row& row : rows_) {
      const size_t time = time_index.at(row.time);
      panel.at(row.unit, time) = row.outcome;
      if (row.treated) {
        panel.treated_from[row.unit] = std::min(panel.treated_from[row.unit], time);
      }
      for (size_t i = 0; i < predictors_.size(); ++i) {
        out.columns.at(predictors_[i])(row.unit, time) = row.predictors[i];
      }
    }
    for (const Row& row : rows_) {
      if (row.treated || time_index.at(row.time) < panel.treated_from[row.unit]) continue;
      return fail("panel_treated_ends", {{"unit", units_[row.unit]}, {"time", row.time}},
                  {.file = {}, .line = row.line, .element = columns_.treated});
    }
    return {};
  }

  const PanelColumns& columns_;
  const std::vector<std::string>& predictors_;
  std::vector<std::string> header_;
  size_t unit_ = 0, time_ = 0, outcome_ = 0;
  std::optional<size_t> treated_, group_;
  std::vector<size_t> predictor_at_;
  std::vector<std::string> units_, groups_;
  std::map<std::string, size_t, std::less<>> unit_index_;
  std::set<std::string> times_;
  std::vector<Row> rows_;
};

Result<std::vector<size_t>> indexes_of(const impact::Panel& panel,
                                       const std::vector<std::string>& times) {
  std::vector<size_t> out;
  for (const std::string& time : times) {
    const auto found = std::ranges::find(panel.times, time);
    if (found == panel.times.end()) return fail("panel_time_unknown", {{"time", time}});
    out.push_back(static_cast<size_t>(found - panel.times.begin()));
  }
  return out;
}

// Predictors by units: means over what is known of each column's times.
Result<impact::Matrix> means_of(const PanelFile& file, const std::vector<PredictorSpec>& specs) {
  impact::Matrix out(specs.size(), file.panel.units.size());
  for (size_t row = 0; row < specs.size(); ++row) {
    const impact::Matrix& column = file.columns.at(specs[row].column);
    UMIKOE_TRY(const auto times, indexes_of(file.panel, specs[row].times));
    for (size_t unit = 0; unit < file.panel.units.size(); ++unit) {
      double sum = 0;
      int known = 0;
      for (const size_t time : times) {
        if (std::isnan(column(unit, time))) continue;
        sum += column(unit, time);
        ++known;
      }
      out(row, unit) = known > 0 ? sum / known : unknown;
      if (known == 0 && file.panel.is_treated(unit)) {
        return fail("predictor_unknown",
                    {{"column", specs[row].column}, {"unit", file.panel.units[unit]}});
      }
    }
  }
  return out;
}

}  // namespace

Result<PanelFile> read_panel(const formats::ByteSource& source, const PanelColumns& columns,
                             const std::vector<std::string>& predictor_columns) {
  PanelReader reader(columns, predictor_columns);
  UMIKOE_TRY(formats::table::read_rows(
      source, [&](const TableRow& row) { return reader.row(row); }, columns.delimiter));
  return reader.finish();
}

Result<void> mark_treated(impact::Panel& panel, const PredictorsSpec& spec) {
  const auto unit = std::ranges::find(panel.units, spec.treated_unit);
  if (unit == panel.units.end()) {
    return fail("panel_unit_unknown", {{"unit", spec.treated_unit}});
  }
  const std::string& from = spec.treated_from.empty() ? spec.effect.front() : spec.treated_from;
  UMIKOE_TRY(const auto time, indexes_of(panel, {from}));
  panel.treated_from.assign(panel.units.size(), panel.times.size());
  panel.treated_from[static_cast<size_t>(unit - panel.units.begin())] = time.front();
  return {};
}

Result<impact::Predictors> make_predictors(const PanelFile& file, const PredictorsSpec& spec) {
  impact::Predictors out;
  for (const PredictorSpec& predictor : spec.predictors) {
    out.names.push_back(predictor.column + " " + predictor.times.front() +
                        (predictor.times.size() > 1 ? "–" + predictor.times.back() : ""));
  }
  UMIKOE_TRY(out.values, means_of(file, spec.predictors));
  UMIKOE_TRY(out.fit, indexes_of(file.panel, spec.fit));
  UMIKOE_TRY(out.effect, indexes_of(file.panel, spec.effect));
  if (spec.train) {
    UMIKOE_TRY(auto values, means_of(file, spec.train->predictors));
    UMIKOE_TRY(auto fit, indexes_of(file.panel, spec.train->fit));
    out.train = {std::move(values), std::move(fit)};
  }
  return out;
}

}  // namespace umikoe::app
