#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "catalogue/linkage/link.h"

namespace umikoe::catalogue {

// How often each person stands among the records of one side: agreeing on a rare name says more
// than on a common one.
class PersonFrequency {
 public:
  explicit PersonFrequency(std::span<const LinkRecord> records);
  // The share of records that carry this person, at least one record's worth.
  double share(const ComparableName& person) const;

 private:
  std::map<std::string, size_t> counts_;
  size_t records_ = 1;
};

// What the fields of one pair say, each field once; fields that one side lacks say nothing.
std::vector<Evidence> weigh(const LinkRecord& a, const LinkRecord& b, const LinkRules& rules,
                            const PersonFrequency& frequency);

// Whether this evidence is more than a title: an identifier, or a person who agrees.
bool more_than_a_title(std::span<const Evidence> evidence);
double sum_of(std::span<const Evidence> evidence);

}  // namespace umikoe::catalogue
