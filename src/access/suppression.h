#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

// Which figures of a table over several contributors may be published. README.md says what that
// protects, against whom, and from which handbook the rules are.
namespace umikoe::access {

struct SuppressionRules {
  int64_t contributors_min = 5;      // with a value that is not zero
  int64_t largest_percent_max = 75;  // the largest contribution's share of a cell
  int64_t two_largest_percent_max = 90;
  // What can be worked out of a suppressed cell stays at least this far on either side of it.
  int64_t margin_percent = 25;
  int64_t margin_least = 3;
};

// Why a figure is or is not in the published table.
enum class Shown : uint8_t {
  published,
  few_contributors,
  dominated,
  differencing,  // it would tell apart those who came or left since the last published table
  secondary      // it would give away another by subtraction
};
std::string_view word(Shown shown);

// What every contributor adds to one cell, one value each in the same order in every cell; never
// negative.
using Contributions = std::vector<int64_t>;

// A table of rows × columns; sums of rows, of columns and of everything are published with it.
struct ContributedTable {
  size_t rows = 0;
  size_t columns = 0;
  std::vector<Contributions> cells;  // row by row

  const Contributions& at(size_t row, size_t column) const { return cells[row * columns + column]; }
};

// One figure more in each direction: the last column holds row sums, the last row column sums, the
// corner everything.
struct ProtectedTable {
  size_t rows = 0;  // with the sums
  size_t columns = 0;
  std::vector<int64_t> values;
  std::vector<Shown> shown;

  int64_t value(size_t row, size_t column) const { return values[row * columns + column]; }
  Shown at(size_t row, size_t column) const { return shown[row * columns + column]; }
};

// `changed`: the same cells with what contributors add who were not in a table published before,
// or have left it; a cell in which only some of the least number of contributors differ is
// suppressed. Every suppressed figure keeps its margin: a table that differs from the true one by
// that much, up and down, agrees with everything published.
ProtectedTable protect(const ContributedTable& table, const SuppressionRules& rules,
                       std::span<const ContributedTable> changed = {});

// One list with its sum, such as yen by territory; the last figure is the sum. Values may be
// negative (adjustments); the rules look at their size.
struct ProtectedList {
  std::vector<int64_t> values;
  std::vector<Shown> shown;
};
ProtectedList protect_list(std::span<const Contributions> cells, const SuppressionRules& rules,
                           std::span<const std::vector<Contributions>> changed = {});

// The rule of one cell by itself. A cell in which nobody has a value is published as nothing.
Shown judge_cell(std::span<const int64_t> contributions, const SuppressionRules& rules);

}  // namespace umikoe::access
