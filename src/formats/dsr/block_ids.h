#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace umikoe::formats::dsr {

// The ids of a report's blocks, to know one that comes again. Ids that count upwards, as those of
// nearly all reports do, cost nothing; of others a hash of 64 bits is kept, so that two of ten
// million different ones are taken for the same once in some 400,000 reports.
class BlockIds {
 public:
  // False where the id was seen before.
  bool insert(std::string_view id);
  // As many ids are kept as limits::dsr_block_ids allows: what comes now cannot be compared.
  bool full() const;

 private:
  struct Run {  // of numbers, both ends included
    uint64_t first = 0;
    uint64_t last = 0;
  };
  bool insert_number(uint64_t number);
  bool insert_hash(uint64_t hash);
  bool has_hash(uint64_t hash) const;
  void grow();

  std::vector<Run> runs_;
  std::vector<uint64_t> hashes_;  // open addressing; zero is free
  size_t hash_count_ = 0;
};

}  // namespace umikoe::formats::dsr
