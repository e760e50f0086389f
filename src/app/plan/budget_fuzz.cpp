#include <cstddef>
#include <cstdint>
#include <string_view>

#include "app/plan/budget_file.h"
#include "base/limits.h"

// Rules that were read have names, amounts in range and days in order; an error has a code.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using umikoe::plan::BudgetRuleKind;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto rules = umikoe::app::read_budget_file(umikoe::formats::from_memory(bytes));
  if (!rules) {
    UMIKOE_ASSERT(!rules.error().code.empty());
    return 0;
  }
  UMIKOE_ASSERT(std::ssize(*rules) <= umikoe::limits::plan_rules.value);
  for (const auto& rule : *rules) {
    UMIKOE_ASSERT(!rule.name.empty());
    UMIKOE_ASSERT(rule.amount_jpy >= 0 && rule.share >= 0 && rule.share <= 1);
    UMIKOE_ASSERT(!rule.from || !rule.to || *rule.from <= *rule.to);
  }
  return 0;
}
