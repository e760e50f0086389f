#include "app/plan/budget_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>

#include "app/plan/make_plan.h"
#include "base/blanks.h"
#include "base/limits.h"
#include "formats/over_limit.h"
#include "formats/table/table_reader.h"

namespace umikoe::app {
namespace {

using formats::table::TableRow;
using plan::BudgetRule;

constexpr std::array<std::string_view, 8> column_words{"name",  "amount",      "from",    "to",
                                                       "kinds", "territories", "artists", "labels"};

std::vector<std::string> list_of(const std::string& cell) {
  std::vector<std::string> out;
  for (size_t at = 0; at < cell.size();) {
    const size_t end = std::min(cell.find(';', at), cell.size());
    const std::string one(trimmed(std::string_view(cell).substr(at, end - at)));
    if (!one.empty()) out.push_back(one);
    at = end + 1;
  }
  return out;
}

class Reader {
 public:
  Result<void> row(const TableRow& row) { return places_.empty() ? header(row) : line(row); }
  Result<std::vector<BudgetRule>> finish() {
    if (places_.empty()) return fail("file_empty");
    return std::move(rules_);
  }

 private:
  static Where at(const TableRow& row, std::string_view column) {
    return {.file = {}, .line = row.line, .element = std::string(column)};
  }

  Result<void> header(const TableRow& row) {
    for (size_t i = 0; i < row.cells.size(); ++i) {
      const std::string name(trimmed(row.cells[i]));
      const auto known = std::ranges::find(column_words, name);
      if (known == column_words.end() || !places_.emplace(name, i).second) {
        return fail("budget_column_unknown", {{"column", name}}, at(row, name));
      }
    }
    for (const std::string_view needed : {"name", "amount"}) {
      if (!places_.contains(needed)) {
        return fail("budget_column_missing", {{"column", std::string(needed)}}, at(row, needed));
      }
    }
    return {};
  }

  std::string cell(const TableRow& row, std::string_view column) const {
    const auto place = places_.find(column);
    if (place == places_.end() || place->second >= row.cells.size()) return {};
    return std::string(trimmed(row.cells[place->second]));
  }

  static std::unexpected<Error> bad(const TableRow& row, std::string_view column,
                                    const std::string& value) {
    return fail("budget_cell", {{"column", std::string(column)}, {"value", value}},
                at(row, column));
  }

  Result<void> amount(const TableRow& row, BudgetRule& rule) const {
    std::string written = cell(row, "amount");
    if (written.ends_with('%')) {
      written.pop_back();
      const std::string_view digits = trimmed(written);
      double percent = 0;
      const auto [end, error] =
          std::from_chars(digits.data(), digits.data() + digits.size(), percent);
      const bool good = error == std::errc() && end == digits.data() + digits.size() &&
                        percent >= 0 && percent <= 100;
      if (!good) return bad(row, "amount", cell(row, "amount"));
      rule.kind = plan::BudgetRuleKind::least_share;
      rule.share = percent / 100;
      return {};
    }
    auto yen = parse_yen(written);
    if (!yen) {
      yen.error().where = at(row, "amount");
      return std::unexpected(yen.error());
    }
    rule.amount_jpy = *yen;
    return {};
  }

  Result<void> days(const TableRow& row, BudgetRule& rule) const {
    for (const std::string_view column : {"from", "to"}) {
      const std::string written = cell(row, column);
      if (written.empty()) continue;
      const auto date = Date::parse(written);
      if (!date) return bad(row, column, written);
      (column == "from" ? rule.from : rule.to) = *date;
    }
    if (rule.from && rule.to && *rule.to < *rule.from) return bad(row, "to", cell(row, "to"));
    return {};
  }

  Result<void> line(const TableRow& row) {
    if (std::ranges::all_of(row.cells, [](const std::string& c) { return trimmed(c).empty(); })) {
      return {};
    }
    if (static_cast<int64_t>(rules_.size()) >= limits::plan_rules.value) {
      return std::unexpected(
          formats::over_limit(limits::plan_rules, {.file = {}, .line = row.line, .element = {}}));
    }
    BudgetRule rule;
    rule.name = cell(row, "name");
    if (rule.name.empty()) return bad(row, "name", "");
    UMIKOE_TRY(amount(row, rule));
    UMIKOE_TRY(days(row, rule));
    for (const std::string& one : list_of(cell(row, "kinds"))) {
      const auto kind = plan::parse_action_kind(one);
      if (!kind) return bad(row, "kinds", one);
      rule.kinds.push_back(*kind);
    }
    for (const std::string& one : list_of(cell(row, "territories"))) {
      const auto territory = TerritoryCode::parse(one);
      if (!territory) return bad(row, "territories", one);
      rule.territories.push_back(*territory);
    }
    rule.artists = list_of(cell(row, "artists"));
    rule.labels = list_of(cell(row, "labels"));
    rules_.push_back(std::move(rule));
    return {};
  }

  std::map<std::string, size_t, std::less<>> places_;
  std::vector<BudgetRule> rules_;
};

}  // namespace

Result<std::vector<BudgetRule>> read_budget_file(const formats::ByteSource& source) {
  Reader reader;
  UMIKOE_TRY(
      formats::table::read_rows(source, [&](const TableRow& row) { return reader.row(row); }));
  return reader.finish();
}

}  // namespace umikoe::app
