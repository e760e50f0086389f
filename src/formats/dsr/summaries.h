#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/money.h"
#include "base/result.h"
#include "base/territory.h"
#include "formats/dsr/usage_contexts.h"

namespace umikoe::formats::dsr {

// What a summary record says about the usage records that refer to it.
struct SummaryContext {
  std::string territory;
  std::string use_type;
  std::string service;  // DPID of the distribution channel where given, else of the sender
  std::string service_name;
  std::optional<CurrencyCode> currency;  // of the money that usage records state

  bool operator==(const SummaryContext&) const = default;
};

// The same, as far as it can be worked out once for all usages.
struct Summary {
  std::string id;
  SummaryContext context;
  std::optional<TerritoryCode> territory;
  uint32_t use_type = 0;  // numbers of UsageContexts
  uint32_t service = 0;
};

// The territory of a usage; a report says one place, never a group.
std::optional<TerritoryCode> single_territory(std::string_view written);

// The summary records of a report by id; the first of an id stands.
class Summaries {
 public:
  // The standing one of this id, fresh or not. Error limit_exceeded.
  struct Added {
    const Summary* standing = nullptr;
    bool fresh = false;
  };
  Result<Added> add(Summary summary);
  std::optional<uint32_t> find(std::string_view id) const;
  const Summary& at(uint32_t number) const { return all_[number]; }
  // The one that every usage must mean, whatever it calls it; null where they say different things.
  const Summary* only() const { return all_same_ && !all_.empty() ? &all_.front() : nullptr; }

 private:
  // Ids are nearly always of a few letters: those lie in one word, the length in its last byte.
  struct Short {
    uint64_t id = 0;
    uint32_t number = 0;
  };
  static std::optional<uint64_t> short_id(std::string_view id);
  void index(uint64_t id, uint32_t number);

  std::vector<Summary> all_;
  std::vector<Short> shorts_;  // open addressing
  size_t short_count_ = 0;
  std::unordered_map<std::string, uint32_t, TextHash, std::equal_to<>> numbers_;
  bool all_same_ = true;
};

}  // namespace umikoe::formats::dsr
