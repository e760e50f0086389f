#pragma once

#include <span>
#include <vector>

#include "plan/selection.h"
#include "plan/work.h"

namespace umikoe::plan {

// Adds choices with what they need, and removes them with what needs them.
class Building {
 public:
  explicit Building(const FreeChoices& free) : free_(free), seen_(free.size()) {}

  // Adds the choice and its missing needs where they fit and gain something together, if need be
  // with others that the same needs make possible.
  bool try_add(Selection& selection, Place choice);
  // The same in order for all; those that were worth nothing yet are tried again in the end.
  void fill(Selection& selection, std::span<const Place> candidates, Work& work);
  // Adds whatever rows say.
  void force(Selection& selection, Place choice);
  // With all that needs it, and without needs that are of no use any more; all go to `removed`.
  void remove(Selection& selection, Place choice, std::vector<Place>& removed);
  // The choice and all it needs, over others too; until the next call.
  std::span<const Place> with_needs(Place choice);

 private:
  enum class Trial { added, no_room, no_gain };
  Trial trial(Selection& selection, Place choice);
  // The choice and its missing needs.
  void gather(const Selection& selection, Place choice);
  bool add_gathered(Selection& selection);
  void add_dependants(Selection& selection);
  bool has_needs(const Selection& selection, Place choice) const;
  void drop_if_useless(Selection& selection, Place need, std::vector<Place>& removed);
  bool first_visit(Place choice);

  const FreeChoices& free_;
  std::vector<Place> gathered_;
  std::vector<Place> tried_in_vain_;
  std::vector<uint64_t> seen_;
  uint64_t visit_ = 0;
};

}  // namespace umikoe::plan
