#pragma once

#include <limits>
#include <vector>

#include "plan/portfolio.h"

namespace umikoe::plan {

// A linear programme of which some columns are whole numbers, in the form every solver of such
// takes. The objective is made as large as possible.
struct MixedColumn {
  double lower = 0;
  double upper = 1;
  double gain = 0;
  bool whole = false;
};

struct MixedTerm {
  size_t column = 0;
  double amount = 0;
};

struct MixedRow {
  double lower = -std::numeric_limits<double>::infinity();
  double upper = std::numeric_limits<double>::infinity();
  std::vector<MixedTerm> terms;  // no column twice
};

struct MixedModel {
  std::vector<MixedColumn> columns;
  std::vector<MixedRow> rows;
};

struct MixedAnswer {
  std::vector<double> values;  // of columns, whole where they must be
  double objective = 0;
  double bound = 0;     // no values can have more
  bool proven = false;  // else stopped by the clock
};

// The problem of a portfolio in this form: the choices are the first columns, in order. Money is in
// thousands of yen, because solvers take a millionth of a row's unit for nothing.
MixedModel mixed_model_of(const PortfolioProblem& problem);

// The choices that an answer to such a model makes.
std::vector<bool> chosen_in(const MixedAnswer& answer, size_t choices);

}  // namespace umikoe::plan
