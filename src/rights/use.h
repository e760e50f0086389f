#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace umikoe::rights {

// The classes a question asks about, a tree over the DDEX UseTypes: a deal for `Stream` grants both
// kinds of stream, a deal for `Download` every download. Bits of a UseSet.
enum class Use : uint8_t {
  on_demand_stream,
  non_interactive_stream,
  download,
  user_generated,
  physical,
  ringtone,
  other
};
using UseSet = uint8_t;
inline constexpr int use_count = 7;
inline constexpr UseSet every_use = (1u << use_count) - 1;
inline constexpr UseSet bit(Use use) {
  return static_cast<UseSet>(1u << static_cast<unsigned>(use));
}

// The word of the command line and the contract ("on-demand-stream", …).
std::string_view word(Use use);
std::optional<Use> parse_use(std::string_view word);
// What one DDEX UseType (any version) grants; nothing when the word is not known.
std::optional<UseSet> uses_of_type(std::string_view use_type);
// A use word of a table: one of ours, one of the Japanese trade's (着うた, サブスク), or a DDEX
// UseType.
std::optional<UseSet> uses_of_word(std::string_view word);

// Commercial models, as a set of bits; `--model` narrows a question to one.
enum class Model : uint8_t {
  subscription,
  ad_supported,
  pay_as_you_go,
  free_of_charge,
  rights_claim,
  device_fee,
  performance_royalties,
  as_per_contract,
  other
};
using ModelSet = uint16_t;
inline constexpr ModelSet every_model = 0x1ff;
inline constexpr ModelSet bit(Model model) {
  return static_cast<ModelSet>(1u << static_cast<unsigned>(model));
}
std::string_view word(Model model);
// Our words ("subscription") and the DDEX names ("SubscriptionModel") alike.
std::optional<Model> parse_model(std::string_view word);

}  // namespace umikoe::rights
