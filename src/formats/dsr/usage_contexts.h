#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/identifiers.h"
#include "base/result.h"
#include "base/territory.h"

namespace umikoe::formats::dsr {

// Lets a map keyed by texts be asked with a view of one.
struct TextHash {
  using is_transparent = void;
  size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

// What many usages of a report have in common: told once, and afterwards by number.
struct UsageContext {
  std::string service;
  std::string service_name;
  std::string use_type;
  bool user_generated = false;
  Date start;
  Date end;
};

// A usage that says which recording, where, and how often.
struct PlacedUsage {
  Isrc isrc;
  TerritoryCode territory;
  uint32_t context = 0;  // number of a UsageContext
  int64_t net_units = 0;
};

// Texts and contexts of one report by number, in order of appearance. All three give the error
// limit_exceeded behind limits::dsr_contexts of them.
class UsageContexts {
 public:
  Result<uint32_t> service(const std::string& id, const std::string& name);
  Result<uint32_t> use_type(std::string_view written);
  struct Key {
    uint32_t service = 0;
    uint32_t use_type = 0;
    Date start;
    Date end;
    bool user_generated = false;  // whatever the use type says by itself
    bool operator==(const Key&) const = default;
  };
  Result<uint32_t> context(const Key& key);

  const UsageContext& at(uint32_t context) const { return contexts_[context]; }

 private:
  struct Service {
    std::string id;
    std::string name;
  };
  struct UseType {
    std::string written;
    bool user_generated = false;
  };
  struct KeyHash {
    size_t operator()(const Key& key) const;
  };
  std::vector<Service> services_;
  std::map<std::pair<std::string, std::string>, uint32_t> service_numbers_;
  std::vector<UseType> uses_;
  std::unordered_map<std::string, uint32_t, TextHash, std::equal_to<>> use_numbers_;
  std::vector<UsageContext> contexts_;
  std::unordered_map<Key, uint32_t, KeyHash> numbers_;
  struct Recent {
    Key key;
    uint32_t number = 0;
    bool known = false;
  };
  std::array<Recent, 64> recent_;
};

}  // namespace umikoe::formats::dsr
