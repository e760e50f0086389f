#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/measure/predictors_spec.h"
#include "formats/byte_source.h"
#include "impact/comparison.h"
#include "impact/panel.h"

namespace umikoe::app {

// Which columns of a table make a panel. Without `treated` the spec says which unit is treated.
struct PanelColumns {
  std::string unit, time, outcome, treated, group;
  char delimiter = 0;  // 0: told by the first line
};

// A panel as read, with the columns that predictors are made of.
struct PanelFile {
  impact::Panel panel;
  // By column: what stands there for each unit and time, not a number where nothing does.
  std::map<std::string, impact::Matrix, std::less<>> columns;
};

// Reads a CSV with one row for each unit and time. An outcome is a number, "<500" for a bound from
// above, or nothing ("", NA) where it is not known. Times are put in order: as numbers where all
// are, else as texts. Errors name the line and the column: file_empty, panel_column_missing,
// panel_column_twice, panel_cell_missing, panel_not_a_number, panel_treated_word,
// panel_row_twice, panel_treated_ends, panel_group_differs, limit_exceeded.
Result<PanelFile> read_panel(const formats::ByteSource& source, const PanelColumns& columns,
                             const std::vector<std::string>& predictor_columns);

// Marks the spec's unit as treated from its time on. Errors: panel_unit_unknown,
// panel_time_unknown.
Result<void> mark_treated(impact::Panel& panel, const PredictorsSpec& spec);

// The covariates of every unit. Errors: panel_time_unknown, predictor_unknown (of the treated
// unit).
Result<impact::Predictors> make_predictors(const PanelFile& file, const PredictorsSpec& spec);

}  // namespace umikoe::app
