#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "rights/answer.h"
#include "rights/profiles/days_of_change.h"

namespace umikoe::rights {

// Territories that no document on file tells apart make one class: one answer serves them all.
class TerritoryClasses {
 public:
  // Afterwards members of the set and others are in different classes.
  void split(const TerritorySet& set);
  // Afterwards territories whose zones differ are.
  void split_by_zones();

  size_t size() const { return size_; }
  size_t class_of(size_t territory) const { return class_of_[territory]; }
  // One territory of each class, in order of classes.
  std::vector<TerritoryCode> first_members() const;

 private:
  template <class Mark>
  void split_by(size_t marks, Mark mark);

  std::array<uint16_t, 256> class_of_ = {};
  size_t size_ = 1;
};

// By everything on file about the recording and its members; `stretches` are its days.
TerritoryClasses classes_of(const RecordingFile& file, std::span<const StretchOfDays> stretches,
                            const PartyDirectory& parties);

}  // namespace umikoe::rights
