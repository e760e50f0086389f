#pragma once

#include <span>
#include <vector>

#include "catalogue/linkage/link.h"

namespace umikoe::catalogue {

// For each record of a, which records of b are worth comparing: they share an identifier, a person,
// a word's meaning or enough three-letter pieces of a spelling. In ascending order.
std::vector<std::vector<uint32_t>> comparable_pairs(std::span<const LinkRecord> a,
                                                    std::span<const LinkRecord> b,
                                                    const LinkRules& rules);

}  // namespace umikoe::catalogue
