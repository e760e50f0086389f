#pragma once

#include <vector>

#include "formats/byte_source.h"
#include "plan/budget_rule.h"

namespace umikoe::app {

// Reads a table of budgets and shares: a CSV with a header of these columns, in any order. `name`
// and `amount` are needed; an amount is yen (5,000,000 or 5000000JPY) and a ceiling, or a share
// such as 20% that at least has to go there. `from` and `to` are days (the last one included),
// `kinds`, `territories`, `artists` and `labels` lists separated by ";". Errors name the line and
// the column: file_empty, budget_column_missing, budget_column_unknown, budget_cell,
// plan_budget_word, plan_currency, limit_exceeded.
Result<std::vector<plan::BudgetRule>> read_budget_file(const formats::ByteSource& source);

}  // namespace umikoe::app
