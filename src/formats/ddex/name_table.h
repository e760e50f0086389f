#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/ddex/name.h"

namespace umikoe::formats::ddex {

// The numbers of one message's names. The XML parser keeps each name once, so a name it has shown
// before is known by its address, without its text being looked at.
class NameTable {
 public:
  NameTable();
  // The same text at the same address for as long as the table is asked.
  Name of(const char* kept);
  std::string_view text(Name name) const;

 private:
  struct Slot {
    const char* kept = nullptr;
    Name name;
  };

  size_t slot_of(const char* kept) const;
  Name learn(const char* kept);
  void grow();

  std::vector<Slot> slots_;  // open addressing; never more than half full
  size_t used_ = 0;
  std::vector<std::string> others_;  // names beyond the vocabulary
};

}  // namespace umikoe::formats::ddex
