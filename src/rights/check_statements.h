#pragma once

#include <functional>
#include <span>
#include <vector>

#include "catalogue/contents.h"
#include "catalogue/rule.h"
#include "rights/licence.h"
#include "rights/thread.h"

namespace umikoe::rights {

// A statement in force, with what its message says of the catalogue where that is on file.
struct CheckedStatement {
  const Statement* statement = nullptr;
  const catalogue::Contents* contents = nullptr;
};

// Applies the rules on deals, as of a day. Findings may repeat over recipients.
std::vector<catalogue::RuleFinding> check_statements(std::span<const CheckedStatement> statements,
                                                     Date today);

// Two exclusive licences of different parties that share a recording, use, day and territory, now
// or later.
std::vector<catalogue::RuleFinding> check_licences(std::span<const Licence> licences, Date today,
                                                   const PartyDirectory& parties);

}  // namespace umikoe::rights
