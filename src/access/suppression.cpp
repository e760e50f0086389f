#include "access/suppression.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <utility>

namespace umikoe::access {
namespace {

constexpr std::array<std::string_view, 5> shown_words{"published", "few_contributors", "dominated",
                                                      "differencing", "secondary"};

int64_t sum_of(std::span<const int64_t> values) {
  int64_t sum = 0;
  for (const int64_t value : values) sum += value;
  return sum;
}

int64_t size_of(int64_t value) { return value < 0 ? -value : value; }

int64_t margin_of(int64_t value, const SuppressionRules& rules) {
  return std::max(rules.margin_least, (size_of(value) * rules.margin_percent + 99) / 100);
}

void add(Contributions& sum, const Contributions& more) {
  if (sum.size() < more.size()) sum.resize(more.size());
  for (size_t i = 0; i < more.size(); ++i) sum[i] += more[i];
}

// The table with its sums, by contributor.
ContributedTable with_sums(const ContributedTable& table) {
  ContributedTable out{table.rows + 1, table.columns + 1, {}};
  out.cells.resize(out.rows * out.columns);
  for (size_t r = 0; r < table.rows; ++r) {
    for (size_t c = 0; c < table.columns; ++c) {
      const Contributions& cell = table.at(r, c);
      out.cells[r * out.columns + c] = cell;
      add(out.cells[r * out.columns + table.columns], cell);
      add(out.cells[table.rows * out.columns + c], cell);
      add(out.cells[table.rows * out.columns + table.columns], cell);
    }
  }
  return out;
}

// Rows and columns are places, every figure a way between its row and its column. A figure can be
// moved without anybody seeing it exactly where suppressed figures close a ring with it (Gusfield
// 1988): along the ring amounts are added and taken in turn, and every sum stays what it was.
class Rings {
 public:
  Rings(const ContributedTable& table, ProtectedTable& out, const SuppressionRules& rules)
      : table_(table), out_(out), rules_(rules) {}

  // Closes a ring through the cheapest figures. With `insider`, figures of the ring can give way by
  // the margin even before the eyes of their largest contributor.
  bool close(size_t row, size_t column, bool insider) {
    const size_t places = out_.rows + out_.columns;
    distance_.assign(places, unreached);
    from_.assign(places, places);
    std::vector<bool> done(places, false);
    const int64_t margin = margin_of(out_.value(row, column), rules_);
    distance_[out_.rows + column] = 0;
    for (;;) {
      size_t nearest = places;
      for (size_t p = 0; p < places; ++p) {
        if (!done[p] && distance_[p] != unreached &&
            (nearest == places || distance_[p] < distance_[nearest])) {
          nearest = p;
        }
      }
      if (nearest == places) return false;
      if (nearest == row) break;
      done[nearest] = true;
      relax(nearest, row, column, margin, insider);
    }
    suppress_way_to(row);
    return true;
  }

 private:
  static constexpr int64_t unreached = std::numeric_limits<int64_t>::max();

  void relax(size_t place, size_t row, size_t column, int64_t margin, bool insider) {
    const bool is_row = place < out_.rows;
    const size_t others = is_row ? out_.columns : out_.rows;
    for (size_t i = 0; i < others; ++i) {
      const size_t r = is_row ? place : i;
      const size_t c = is_row ? i : place - out_.rows;
      if (r == row && c == column) continue;
      if (!gives_way(r, c, margin, insider)) continue;
      const size_t next = is_row ? out_.rows + c : r;
      const int64_t there = distance_[place] + cost(r, c);
      if (there >= distance_[next]) continue;
      distance_[next] = there;
      from_[next] = place;
    }
  }

  bool gives_way(size_t r, size_t c, int64_t margin, bool insider) const {
    const Contributions& cell = table_.at(r, c);
    const int64_t known = insider && !cell.empty() ? std::ranges::max(cell) : 0;
    return out_.value(r, c) - known >= margin;
  }

  // Few figures first, small before large, sums last.
  int64_t cost(size_t r, size_t c) const {
    if (out_.at(r, c) != Shown::published) return 0;
    constexpr int64_t figure = 1'000'000;
    const bool sum = r + 1 == out_.rows || c + 1 == out_.columns;
    return (figure + std::min(out_.value(r, c), figure)) * (sum ? 20 : 1);
  }

  void suppress_way_to(size_t place) {
    while (from_[place] < out_.rows + out_.columns) {
      const size_t before = from_[place];
      const size_t r = place < out_.rows ? place : before;
      const size_t c = (place < out_.rows ? before : place) - out_.rows;
      Shown& shown = out_.shown[r * out_.columns + c];
      if (shown == Shown::published) shown = Shown::secondary;
      place = before;
    }
  }

  const ContributedTable& table_;
  ProtectedTable& out_;
  const SuppressionRules& rules_;
  std::vector<int64_t> distance_;
  std::vector<size_t> from_;
};

bool differs_by_few(const Contributions& changed, const SuppressionRules& rules) {
  const auto with_value = std::ranges::count_if(changed, [](int64_t value) { return value != 0; });
  return with_value > 0 && with_value < rules.contributors_min;
}

void suppress_everything(ProtectedTable& out) {
  for (Shown& shown : out.shown) {
    if (shown == Shown::published) shown = Shown::secondary;
  }
}

}  // namespace

std::string_view word(Shown shown) { return shown_words[std::to_underlying(shown)]; }

Shown judge_cell(std::span<const int64_t> contributions, const SuppressionRules& rules) {
  std::vector<int64_t> sizes;
  for (const int64_t value : contributions) {
    if (value != 0) sizes.push_back(size_of(value));
  }
  if (sizes.empty()) return Shown::published;
  if (static_cast<int64_t>(sizes.size()) < rules.contributors_min) return Shown::few_contributors;
  std::ranges::sort(sizes, std::greater<>());
  const int64_t whole = sum_of(sizes);
  const auto over = [&](int64_t part, int64_t percent) { return part > whole / 100.0 * percent; };
  const bool dominated = over(sizes[0], rules.largest_percent_max) ||
                         over(sizes[0] + sizes[1], rules.two_largest_percent_max);
  return dominated ? Shown::dominated : Shown::published;
}

ProtectedTable protect(const ContributedTable& table, const SuppressionRules& rules,
                       std::span<const ContributedTable> changed) {
  const ContributedTable whole = with_sums(table);
  ProtectedTable out{whole.rows, whole.columns, {}, {}};
  for (const Contributions& cell : whole.cells) {
    out.values.push_back(sum_of(cell));
    out.shown.push_back(judge_cell(cell, rules));
  }
  for (const ContributedTable& other : changed) {
    const ContributedTable sums = with_sums(other);
    for (size_t i = 0; i < out.shown.size(); ++i) {
      if (out.shown[i] == Shown::published && differs_by_few(sums.cells[i], rules)) {
        out.shown[i] = Shown::differencing;
      }
    }
  }
  // What was suppressed for its own sake; figures suppressed for others need no margin.
  std::vector<size_t> primary;
  for (size_t i = 0; i < out.shown.size(); ++i) {
    if (out.shown[i] != Shown::published) primary.push_back(i);
  }
  // Large margins first: their rings serve the smaller ones too.
  std::ranges::stable_sort(primary, std::greater<>(), [&](size_t i) { return out.values[i]; });
  Rings rings(whole, out, rules);
  for (const size_t i : primary) {
    const size_t row = i / out.columns;
    const size_t column = i % out.columns;
    if (rings.close(row, column, true) || rings.close(row, column, false)) continue;
    suppress_everything(out);
    break;
  }
  return out;
}

ProtectedList protect_list(std::span<const Contributions> cells, const SuppressionRules& rules,
                           std::span<const std::vector<Contributions>> changed) {
  ProtectedList out;
  Contributions whole;
  for (const Contributions& cell : cells) {
    out.values.push_back(sum_of(cell));
    out.shown.push_back(judge_cell(cell, rules));
    add(whole, cell);
  }
  bool whole_differs = false;
  for (const auto& other : changed) {
    Contributions sum;
    for (size_t i = 0; i < other.size(); ++i) {
      add(sum, other[i]);
      if (out.shown[i] == Shown::published && differs_by_few(other[i], rules)) {
        out.shown[i] = Shown::differencing;
      }
    }
    whole_differs = whole_differs || differs_by_few(sum, rules);
  }
  for (;;) {
    Contributions hidden;
    int64_t hidden_size = 0;
    int64_t widest = 0;
    size_t smallest = cells.size();
    for (size_t i = 0; i < cells.size(); ++i) {
      const int64_t size = size_of(out.values[i]);
      if (out.shown[i] != Shown::published) {
        add(hidden, cells[i]);
        hidden_size += size;
        // What the others can give way, less what this one needs.
        widest = std::max(widest, size + margin_of(out.values[i], rules));
      } else if (size > 0 && (smallest == cells.size() || size < size_of(out.values[smallest]))) {
        smallest = i;
      }
    }
    const bool safe =
        hidden.empty() || (judge_cell(hidden, rules) == Shown::published && hidden_size >= widest);
    if (safe || smallest == cells.size()) {
      out.values.push_back(sum_of(whole));
      const Shown judged = whole_differs ? Shown::differencing : judge_cell(whole, rules);
      out.shown.push_back(safe ? judged : Shown::secondary);
      return out;
    }
    out.shown[smallest] = Shown::secondary;
  }
}

}  // namespace umikoe::access
