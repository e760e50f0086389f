#include "plan/building.h"

#include <algorithm>

namespace umikoe::plan {

bool Building::first_visit(Place choice) {
  if (seen_[choice] == visit_) return false;
  seen_[choice] = visit_;
  return true;
}

bool Building::has_needs(const Selection& selection, Place choice) const {
  return std::ranges::all_of(free_.needs.of(choice),
                             [&](Place need) { return selection.has(need); });
}

void Building::gather(const Selection& selection, Place choice) {
  ++visit_;
  gathered_.assign(1, choice);
  for (size_t at = 0; at < gathered_.size(); ++at) {
    for (const Place need : free_.needs.of(gathered_[at])) {
      if (!selection.has(need) && first_visit(need)) gathered_.push_back(need);
    }
  }
}

bool Building::add_gathered(Selection& selection) {
  // While every row is kept only the whole counts: a member of a least share may come after what it
  // needs, which is none.
  const bool all_kept = selection.keeps_all_rows();
  for (const Place choice : gathered_) {
    if (!all_kept && !selection.has_room_for(choice)) return false;
    selection.add(choice);
  }
  return !all_kept || selection.keeps_all_rows();
}

void Building::add_dependants(Selection& selection) {
  const size_t count = gathered_.size();
  for (size_t at = 0; at < count; ++at) {
    for (const Place other : free_.dependants.of(gathered_[at])) {
      if (selection.has(other) || !has_needs(selection, other)) continue;
      if (selection.has_room_for(other) && selection.added(other) > 0) selection.add(other);
    }
  }
}

Building::Trial Building::trial(Selection& selection, Place choice) {
  if (has_needs(selection, choice)) {
    if (!selection.has_room_for(choice)) return Trial::no_room;
    if (selection.added(choice) > 0) {
      selection.add(choice);
      return Trial::added;
    }
    if (free_.dependants.of(choice).empty()) return Trial::no_gain;
  }
  const size_t mark = selection.mark();
  const double before = selection.value();
  gather(selection, choice);
  if (!add_gathered(selection)) {
    selection.roll_back(mark);
    return Trial::no_room;
  }
  if (selection.value() <= before) add_dependants(selection);
  if (selection.value() > before) return Trial::added;
  selection.roll_back(mark);
  return Trial::no_gain;
}

bool Building::try_add(Selection& selection, Place choice) {
  return !selection.has(choice) && trial(selection, choice) == Trial::added;
}

void Building::fill(Selection& selection, std::span<const Place> candidates, Work& work) {
  tried_in_vain_.clear();
  bool added = false;
  for (const Place choice : candidates) {
    if (selection.has(choice)) continue;
    const Trial outcome = trial(selection, choice);
    added = added || outcome == Trial::added;
    // Room comes back only where a least share is met better.
    if (outcome == Trial::no_gain || (outcome == Trial::no_room && free_.least_shares > 0)) {
      tried_in_vain_.push_back(choice);
    }
  }
  work.spend(candidates.size());
  if (!added) return;
  for (const Place choice : tried_in_vain_) try_add(selection, choice);
  work.spend(tried_in_vain_.size());
}

std::span<const Place> Building::with_needs(Place choice) {
  ++visit_;
  gathered_.assign(1, choice);
  for (size_t at = 0; at < gathered_.size(); ++at) {
    for (const Place need : free_.needs.of(gathered_[at])) {
      if (first_visit(need)) gathered_.push_back(need);
    }
  }
  return gathered_;
}

void Building::force(Selection& selection, Place choice) {
  gather(selection, choice);
  for (const Place one : gathered_) selection.add(one);
}

void Building::drop_if_useless(Selection& selection, Place need, std::vector<Place>& removed) {
  if (!selection.has(need)) return;
  const auto& dependants = free_.dependants.of(need);
  if (std::ranges::any_of(dependants, [&](Place one) { return selection.has(one); })) return;
  selection.remove(need);
  if (selection.added(need) > 0) {
    selection.add(need);
    return;
  }
  removed.push_back(need);
  for (const Place further : free_.needs.of(need)) drop_if_useless(selection, further, removed);
}

void Building::remove(Selection& selection, Place choice, std::vector<Place>& removed) {
  const size_t first = removed.size();
  removed.push_back(choice);
  selection.remove(choice);
  for (size_t at = first; at < removed.size(); ++at) {
    for (const Place other : free_.dependants.of(removed[at])) {
      if (!selection.has(other)) continue;
      selection.remove(other);
      removed.push_back(other);
    }
  }
  const size_t last = removed.size();
  for (size_t at = first; at < last; ++at) {
    for (const Place need : free_.needs.of(removed[at])) drop_if_useless(selection, need, removed);
  }
}

}  // namespace umikoe::plan
