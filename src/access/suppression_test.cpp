#include "access/suppression.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <optional>

namespace umikoe::access {
namespace {

const SuppressionRules rules;

TEST(JudgeCell, AsksForFiveContributorsAndNoGiant) {
  const auto judged = [](std::vector<int64_t> values) { return judge_cell(values, rules); };
  EXPECT_EQ(judged({1, 1, 1, 1, 0}), Shown::few_contributors);
  EXPECT_EQ(judged({1, 1, 1, 1, 1}), Shown::published);
  EXPECT_EQ(judged({300, 25, 25, 25, 25}), Shown::published) << "exactly three quarters";
  EXPECT_EQ(judged({301, 25, 25, 25, 24}), Shown::dominated);
  EXPECT_EQ(judged({50, 41, 3, 3, 3}), Shown::dominated) << "two of them";
  EXPECT_EQ(judged({0, 0, 0, 0, 0, 0}), Shown::published) << "nobody has any";
  EXPECT_EQ(judged({-301, 25, 25, 25, 24}), Shown::dominated) << "an adjustment is as telling";
}

// What somebody can tell of every figure from those published, by adding and subtracting along
// rows and columns until nothing moves. Bounds only ever hold the truth.
struct Bounds {
  int64_t low = 0;
  int64_t high = 1'000'000'000;
};

std::vector<Bounds> attack(const ProtectedTable& table) {
  std::vector<Bounds> known(table.values.size());
  for (size_t i = 0; i < known.size(); ++i) {
    if (table.shown[i] == Shown::published) known[i] = {table.values[i], table.values[i]};
  }
  bool moved = true;
  const auto narrow = [&](const std::vector<size_t>& parts, size_t sum) {
    int64_t low = 0;
    int64_t high = 0;
    for (const size_t i : parts) {
      low += known[i].low;
      high += known[i].high;
    }
    const auto keep = [&](size_t i, int64_t least, int64_t most) {
      if (least > known[i].low) {
        known[i].low = least;
        moved = true;
      }
      if (most < known[i].high) {
        known[i].high = most;
        moved = true;
      }
    };
    keep(sum, low, high);
    for (const size_t i : parts) {
      keep(i, known[sum].low - (high - known[i].high), known[sum].high - (low - known[i].low));
    }
  };
  for (int round = 0; moved && round < 200; ++round) {
    moved = false;
    for (size_t r = 0; r < table.rows; ++r) {
      std::vector<size_t> parts;
      for (size_t c = 0; c + 1 < table.columns; ++c) parts.push_back(r * table.columns + c);
      narrow(parts, r * table.columns + table.columns - 1);
    }
    for (size_t c = 0; c < table.columns; ++c) {
      std::vector<size_t> parts;
      for (size_t r = 0; r + 1 < table.rows; ++r) parts.push_back(r * table.columns + c);
      narrow(parts, (table.rows - 1) * table.columns + c);
    }
  }
  return known;
}

bool is_primary(Shown shown) { return shown != Shown::published && shown != Shown::secondary; }

// A published table must leave its margin around every figure that was suppressed for itself.
void expect_margins(const ProtectedTable& table) {
  const auto known = attack(table);
  for (size_t i = 0; i < known.size(); ++i) {
    if (!is_primary(table.shown[i])) continue;
    const int64_t value = table.values[i];
    const int64_t margin = std::max(rules.margin_least, (value * 25 + 99) / 100);
    RC_ASSERT(known[i].low <= std::max<int64_t>(0, value - margin));
    RC_ASSERT(known[i].high >= value + margin);
  }
}

rc::Gen<ContributedTable> any_table(size_t side_max, int64_t value_max) {
  return rc::gen::exec([=] {
    ContributedTable table;
    table.rows = *rc::gen::inRange<size_t>(1, side_max + 1);
    table.columns = *rc::gen::inRange<size_t>(1, side_max + 1);
    const auto people = *rc::gen::inRange<size_t>(1, 12);
    for (size_t i = 0; i < table.rows * table.columns; ++i) {
      Contributions cell(people);
      // Many figures are nothing, a few are giants.
      for (auto& value : cell) {
        const int kind = *rc::gen::inRange(0, 10);
        value =
            kind < 4 ? 0 : *rc::gen::inRange<int64_t>(1, kind == 9 ? value_max * 20 : value_max);
      }
      table.cells.push_back(std::move(cell));
    }
    return table;
  });
}

RC_GTEST_PROP(Protect, LeavesAMarginAroundEverySuppressedFigure, ()) {
  expect_margins(protect(*any_table(7, 60), rules));
}

// The attack finds what naive suppression gives away: otherwise the property above would say
// nothing.
TEST(Attack, FindsASingleSuppressedFigure) {
  ContributedTable table{
      2, 2, {{9, 9, 9, 9, 9}, {7, 0, 0, 0, 0}, {9, 8, 9, 9, 9}, {9, 9, 7, 9, 9}}};
  ProtectedTable naive{
      3, 3, {45, 7, 52, 44, 43, 87, 89, 50, 139}, std::vector(9, Shown::published)};
  naive.shown[1] = Shown::few_contributors;
  EXPECT_EQ(attack(naive)[1].low, 7);
  EXPECT_EQ(attack(naive)[1].high, 7);
  const auto table_out = protect(table, rules);
  EXPECT_EQ(table_out.at(0, 1), Shown::few_contributors);
  const auto known = attack(table_out);
  EXPECT_LE(known[1].low, 4);
  EXPECT_GE(known[1].high, 10);
}

// All tables of two by two that agree with what is published, tried one by one.
RC_GTEST_PROP(Protect, LeavesOtherTablesPossible, ()) {
  auto table = *any_table(2, 4);
  table.rows = table.columns = 2;
  table.cells.resize(4, Contributions(table.cells.front().size(), 0));
  for (auto& cell : table.cells) {
    for (auto& value : cell) value = std::min<int64_t>(value, 3);
  }
  const auto out = protect(table, rules);
  constexpr int64_t most = 26;
  std::vector<Bounds> seen(9, Bounds{1'000'000, -1});
  const auto top = [&](size_t i) {
    return out.shown[i] == Shown::published ? out.values[i]
                                            : std::min<int64_t>(most, out.values[i] * 2 + 8);
  };
  const auto bottom = [&](size_t i) {
    return out.shown[i] == Shown::published ? out.values[i] : 0;
  };
  for (int64_t a = bottom(0); a <= top(0); ++a) {
    for (int64_t b = bottom(1); b <= top(1); ++b) {
      for (int64_t c = bottom(3); c <= top(3); ++c) {
        for (int64_t d = bottom(4); d <= top(4); ++d) {
          const int64_t all[] = {a, b, a + b, c, d, c + d, a + c, b + d, a + b + c + d};
          bool agrees = true;
          for (size_t i = 0; i < 9 && agrees; ++i) {
            agrees = out.shown[i] != Shown::published || out.values[i] == all[i];
          }
          for (size_t i = 0; i < 9 && agrees; ++i) {
            seen[i].low = std::min(seen[i].low, all[i]);
            seen[i].high = std::max(seen[i].high, all[i]);
          }
        }
      }
    }
  }
  for (size_t i = 0; i < 9; ++i) {
    if (!is_primary(out.shown[i])) continue;
    const int64_t margin = std::max(rules.margin_least, (out.values[i] * 25 + 99) / 100);
    RC_ASSERT(seen[i].low <= std::max<int64_t>(0, out.values[i] - margin));
    // The trial stops at a bound; what reaches it is wide enough.
    RC_ASSERT(seen[i].high >= std::min(out.values[i] + margin, most));
  }
}

// Two tables, the second with one contributor more: no figure that both publish may tell what the
// newcomer added.
RC_GTEST_PROP(Protect, DoesNotTellANewcomerApart, ()) {
  const auto before = *any_table(5, 60);
  auto after = before;
  ContributedTable newcomer{before.rows, before.columns, {}};
  for (auto& cell : after.cells) {
    const auto value = *rc::gen::inRange<int64_t>(0, 50);
    cell.push_back(value);
    newcomer.cells.push_back({value});
  }
  const auto first = protect(before, rules);
  const auto second = protect(after, rules, std::span(&newcomer, 1));
  for (size_t i = 0; i < first.values.size(); ++i) {
    if (first.shown[i] != Shown::published || second.shown[i] != Shown::published) continue;
    RC_ASSERT(first.values[i] == second.values[i]);
  }
  expect_margins(second);
}

RC_GTEST_PROP(ProtectList, NeverGivesOneFigureAway, ()) {
  const auto people = *rc::gen::inRange<size_t>(1, 12);
  const auto count = *rc::gen::inRange<size_t>(1, 9);
  std::vector<Contributions> cells;
  for (size_t i = 0; i < count; ++i) {
    Contributions cell(people);
    for (auto& value : cell) {
      const int kind = *rc::gen::inRange(0, 10);
      value = kind < 4 ? 0 : *rc::gen::inRange<int64_t>(kind == 8 ? -500 : 1, 2000);
    }
    cells.push_back(std::move(cell));
  }
  const auto out = protect_list(cells, rules);
  RC_ASSERT(out.values.size() == count + 1);
  int64_t hidden = 0;
  for (size_t i = 0; i < count; ++i) {
    hidden += out.shown[i] != Shown::published;
    if (judge_cell(cells[i], rules) != Shown::published)
      RC_ASSERT(out.shown[i] != Shown::published);
  }
  if (out.shown.back() == Shown::published) RC_ASSERT(hidden != 1);
}

}  // namespace
}  // namespace umikoe::access
