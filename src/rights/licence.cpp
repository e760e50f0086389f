#include "rights/licence.h"

#include <algorithm>

namespace umikoe::rights {
namespace {

// CISAC TIS numerics from 2100 on are groups, and only groups change.
bool is_group(const std::string& code) {
  return code.size() == 4 && code[0] == '2' &&
         code.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

void prepare(Licence& licence) {
  if (std::ranges::any_of(licence.territory.codes, is_group)) return;
  licence.granted = expand(licence.territory, Date{}).territories;
}

TerritorySet territories_of(const Licence& licence, Date on) {
  return licence.granted ? *licence.granted : expand(licence.territory, on).territories;
}

}  // namespace umikoe::rights
