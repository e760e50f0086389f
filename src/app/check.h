#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/loaded_world.h"
#include "catalogue/rule.h"
#include "messages/messages.h"

namespace umikoe::app {

struct CheckQuestion {
  std::string rule;   // only this rule; empty: all
  std::string query;  // part of subject or title
};

struct CheckReport {
  Date as_of;
  std::vector<catalogue::RuleFinding> findings;  // in order of the rules, then of subject
  std::map<std::string, int64_t> by_rule;
};

// What is wrong or risky in catalogue and rights as of the world's day: rules over everything in
// force; first of all what plays without a licence on file. Error: rule_unknown.
Result<CheckReport> check(const LoadedWorld& world, const CheckQuestion& question);

std::string check_json(const CheckReport& report, messages::Language language);
std::string check_csv(const CheckReport& report, messages::Language language);
std::string check_text(const CheckReport& report, messages::Language language);
// The rules themselves: severity, title, explanation, fix, source and day it was read.
std::string rules_json(messages::Language language);
std::string rules_text(messages::Language language);

}  // namespace umikoe::app
