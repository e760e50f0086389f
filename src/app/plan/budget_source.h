#pragma once

#include <string>
#include <vector>

#include "app/ports.h"
#include "plan/budget_rule.h"

namespace umikoe::app {

// The table of budgets at a path; errors no_such_file and those of read_budget_file, with the file.
Result<std::vector<plan::BudgetRule>> budget_rules_at(const FileSource& files,
                                                      const std::string& path);

}  // namespace umikoe::app
