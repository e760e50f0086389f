#pragma once

#include <array>
#include <string>
#include <vector>

#include "app/cells.h"

namespace umikoe::app {

struct MatrixQuestion {
  SelectionWords selection;
  std::string reason;  // only rows with a gap of this reason
  std::string role;    // only rows with a gap this role can change
  size_t limit = 0;    // rows; 0: all
  size_t offset = 0;
};

// Recordings × territories, one letter a cell: o open, n open but not understood, c closed, u
// unknown, x conflict, h heard without permission, b held back on purpose, which gap counts apart
// too.
struct MatrixReport {
  struct Row {
    Isrc isrc;
    std::string cells;
    std::string states;  // without b and n: what may be handed on, as holds are private
  };
  Date as_of;
  std::string use;
  size_t total_rows = 0;
  size_t offset = 0;
  std::vector<TerritoryCode> territories;
  std::vector<Row> rows;       // by artist, release and title
  int64_t not_understood = 0;  // of the open ones
  int64_t open = 0;            // over all rows that match, not only those returned
  int64_t closed = 0;
  int64_t unknown = 0;
  int64_t conflict = 0;
  int64_t heard_without_permission = 0;
  int64_t held_back = 0;
};

// Errors: those of select(), reason_unknown, role_unknown.
Result<MatrixReport> matrix(const LoadedWorld& world, const MatrixQuestion& question);

std::string matrix_json(const MatrixReport& report, const LoadedWorld& world);
std::string matrix_csv(const MatrixReport& report, const LoadedWorld& world);

}  // namespace umikoe::app
