#include "app/plan/budget_source.h"

#include "app/file_reading.h"
#include "app/plan/budget_file.h"

namespace umikoe::app {

Result<std::vector<plan::BudgetRule>> budget_rules_at(const FileSource& files,
                                                      const std::string& path) {
  UMIKOE_TRY(const auto source, one_file(files, path));
  return in_file(read_budget_file(source), path);
}

}  // namespace umikoe::app
