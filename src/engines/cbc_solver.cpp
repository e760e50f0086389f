#include "engines/cbc_solver.h"

#include <Cbc_C_Interface.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace umikoe::engines {
namespace {

using plan::MixedAnswer;
using plan::MixedColumn;
using plan::MixedModel;
using plan::MixedRow;

struct ModelEnd {
  void operator()(Cbc_Model* model) const { Cbc_deleteModel(model); }
};
using Handle = std::unique_ptr<Cbc_Model, ModelEnd>;

// The rows of a model turned to columns, as CBC takes them.
struct Matrix {
  std::vector<CoinBigIndex> starts;
  std::vector<int> rows;
  std::vector<double> amounts;
};

Matrix by_columns(const MixedModel& model) {
  Matrix out;
  out.starts.assign(model.columns.size() + 1, 0);
  for (const MixedRow& row : model.rows) {
    for (const auto& term : row.terms) ++out.starts[term.column + 1];
  }
  for (size_t k = 1; k < out.starts.size(); ++k) out.starts[k] += out.starts[k - 1];
  std::vector<CoinBigIndex> next = out.starts;
  out.rows.resize(static_cast<size_t>(out.starts.back()));
  out.amounts.resize(out.rows.size());
  for (size_t row = 0; row < model.rows.size(); ++row) {
    for (const auto& term : model.rows[row].terms) {
      const auto at = static_cast<size_t>(next[term.column]++);
      out.rows[at] = static_cast<int>(row);
      out.amounts[at] = term.amount;
    }
  }
  return out;
}

// CBC judges gains by absolute tolerances, so that the largest should be of a usual size.
double scale_of(const MixedModel& model) {
  constexpr double usual = 1000;
  double largest = 0;
  for (const MixedColumn& column : model.columns) {
    largest = std::max(largest, std::abs(column.gain));
  }
  return largest > 0 ? usual / largest : 1;
}

void load(Cbc_Model* cbc, const MixedModel& model, double scale) {
  const Matrix matrix = by_columns(model);
  std::vector<double> lowers, uppers, costs, row_lowers, row_uppers;
  for (const MixedColumn& column : model.columns) {
    lowers.push_back(column.lower);
    uppers.push_back(column.upper);
    costs.push_back(-scale * column.gain);  // it makes small what we want large
  }
  for (const MixedRow& row : model.rows) {
    row_lowers.push_back(row.lower);
    row_uppers.push_back(row.upper);
  }
  Cbc_loadProblem(cbc, static_cast<int>(model.columns.size()), static_cast<int>(model.rows.size()),
                  matrix.starts.data(), matrix.rows.data(), matrix.amounts.data(), lowers.data(),
                  uppers.data(), costs.data(), row_lowers.data(), row_uppers.data());
  for (size_t k = 0; k < model.columns.size(); ++k) {
    if (model.columns[k].whole) Cbc_setInteger(cbc, static_cast<int>(k));
  }
}

MixedAnswer answer_of(const MixedModel& model, const double* values) {
  MixedAnswer answer;
  answer.values.assign(values, values + model.columns.size());
  for (size_t k = 0; k < answer.values.size(); ++k) {
    if (model.columns[k].whole) answer.values[k] = std::round(answer.values[k]);
    answer.objective += model.columns[k].gain * answer.values[k];
  }
  return answer;
}

class CbcSolver final : public app::MixedSolver {
 public:
  CbcSolver() : name_(fmt::format("CBC {}", Cbc_getVersion())) {}

  const std::string& name() const override { return name_; }

  Result<MixedAnswer> solve(const MixedModel& model, double seconds) override {
    if (model.columns.empty()) return MixedAnswer{{}, 0, 0, true};
    const Handle cbc(Cbc_newModel());
    const double scale = scale_of(model);
    load(cbc.get(), model, scale);
    Cbc_setLogLevel(cbc.get(), 0);
    for (const auto& [name, value] : std::initializer_list<std::pair<const char*, std::string>>{
             {"logLevel", "0"},
             {"timeMode", "elapsed"},
             {"seconds", fmt::format("{:.3f}", std::max(0.001, seconds))},
             {"ratioGap", "0"},
             {"allowableGap", "0"}}) {
      Cbc_setParameter(cbc.get(), name, value.c_str());
    }
    Cbc_solve(cbc.get());
    return judged(cbc.get(), model, scale);
  }

 private:
  static Result<MixedAnswer> judged(Cbc_Model* cbc, const MixedModel& model, double scale) {
    if (Cbc_isAbandoned(cbc)) return fail("solver_failed", {{"solver", "CBC"}});
    if (Cbc_isProvenInfeasible(cbc)) return fail("solver_found_no_way");
    const bool linear = Cbc_getNumIntegers(cbc) == 0;
    const double* values = linear ? Cbc_getColSolution(cbc) : Cbc_bestSolution(cbc);
    if (!values) return fail("solver_out_of_time", {{"solver", "CBC"}});
    MixedAnswer answer = answer_of(model, values);
    answer.proven = Cbc_isProvenOptimal(cbc) != 0;
    answer.bound = answer.objective;
    if (answer.proven) return answer;
    // Before the first relaxation is solved there is no bound.
    constexpr double unknown = 1e30;
    const double possible = Cbc_getBestPossibleObjValue(cbc);
    answer.bound = std::abs(possible) < unknown ? std::max(answer.objective, -possible / scale)
                                                : std::numeric_limits<double>::infinity();
    return answer;
  }

  std::string name_;
};

}  // namespace

std::unique_ptr<app::MixedSolver> open_cbc() { return std::make_unique<CbcSolver>(); }

}  // namespace umikoe::engines
