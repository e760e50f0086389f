#include "formats/dsr/usage_contexts.h"

#include "formats/over_limit.h"
#include "rights/use.h"

namespace umikoe::formats::dsr {
namespace {

bool full(size_t count) { return static_cast<int64_t>(count) >= limits::dsr_contexts.value; }

}  // namespace

size_t UsageContexts::KeyHash::operator()(const Key& key) const {
  uint64_t mixed = uint64_t{key.service} << 32 | key.use_type;
  mixed = (mixed ^ static_cast<uint32_t>(key.start.days)) * 0x9e3779b97f4a7c15;
  mixed = (mixed ^ (mixed >> 29) ^ static_cast<uint32_t>(key.end.days)) * 0xbf58476d1ce4e5b9;
  return mixed ^ (mixed >> 32) ^ static_cast<size_t>(key.user_generated);
}

Result<uint32_t> UsageContexts::service(const std::string& id, const std::string& name) {
  const auto number = static_cast<uint32_t>(services_.size());
  const auto [found, fresh] = service_numbers_.try_emplace({id, name}, number);
  if (!fresh) return found->second;
  if (full(services_.size())) return std::unexpected(over_limit(limits::dsr_contexts));
  services_.push_back({id, name});
  return number;
}

Result<uint32_t> UsageContexts::use_type(std::string_view written) {
  // Reports have a handful of them.
  constexpr size_t looked_at = 8;
  for (size_t i = 0; i < uses_.size() && i < looked_at; ++i) {
    if (uses_[i].written == written) return static_cast<uint32_t>(i);
  }
  const auto found = use_numbers_.find(written);
  if (found != use_numbers_.end()) return found->second;
  if (full(uses_.size())) return std::unexpected(over_limit(limits::dsr_contexts));
  const auto number = static_cast<uint32_t>(uses_.size());
  UseType use{std::string(written)};
  use.user_generated =
      rights::uses_of_type(use.written).value_or(0) == bit(rights::Use::user_generated);
  uses_.push_back(std::move(use));
  use_numbers_.emplace(written, number);
  return number;
}

Result<uint32_t> UsageContexts::context(const Key& key) {
  Recent& recent = recent_[KeyHash()(key) % recent_.size()];
  if (recent.known && recent.key == key) return recent.number;
  const auto found = numbers_.find(key);
  if (found != numbers_.end()) {
    recent = {key, found->second, true};
    return found->second;
  }
  if (full(contexts_.size())) return std::unexpected(over_limit(limits::dsr_contexts));
  const Service& service = services_[key.service];
  const UseType& use = uses_[key.use_type];
  const auto number = static_cast<uint32_t>(contexts_.size());
  contexts_.push_back({service.id, service.name, use.written,
                       key.user_generated || use.user_generated, key.start, key.end});
  numbers_.emplace(key, number);
  recent = {key, number, true};
  return number;
}

}  // namespace umikoe::formats::dsr
