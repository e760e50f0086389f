#pragma once

#include "plan/building.h"
#include "plan/selection.h"
#include "plan/work.h"

namespace umikoe::plan {

// Makes sets that keep every rule of sets that do not.
class Rounding {
 public:
  explicit Rounding(const FreeChoices& free) : free_(free), building_(free) {}

  // Takes out what scores least until every row is kept, then fills up in order of scores. Rows may
  // stay broken where least shares stand against each other.
  void repair(Selection& selection, const std::vector<double>& scores, Work& work);
  // Adds members, with their needs, to least shares that pinned choices miss.
  void meet_least_shares(Selection& selection);

 private:
  void keep(Selection& selection, Place row, const std::vector<double>& scores);
  // Whether any row but a least share is broken.
  bool breaks_a_limit(const Selection& selection) const;
  std::vector<Place> share_members() const;
  bool add_members(Selection& selection, const std::vector<Place>& order);

  const FreeChoices& free_;
  Building building_;
};

}  // namespace umikoe::plan
