#pragma once

#include <string>

#include "app/plan/make_plan.h"

namespace umikoe::app {

// The paper on which a plan is approved (稟議書), one page in Japanese with English beside it:
// purpose, cost, range of effect, risk, exit rule, the actions and a row for seals. HTML without
// anything from elsewhere. `name` and `by` may be empty while a plan is not saved.
std::string approval_paper(const PlanReport& report, const LoadedWorld& world,
                           const std::string& name, const std::string& by);

}  // namespace umikoe::app
