#include "formats/exchange/stage_words.h"

#include <array>
#include <utility>

namespace umikoe::formats::exchange {
namespace {

using localisation::UnitStage;

struct StageWord {
  UnitStage stage;
  std::string_view xliff12;
  std::string_view xliff21;
};
constexpr std::array words{
    StageWord{UnitStage::missing, "new", "initial"},
    StageWord{UnitStage::draft, "needs-review-translation", "initial"},
    StageWord{UnitStage::translated, "translated", "translated"},
    StageWord{UnitStage::reviewed, "signed-off", "reviewed"},
    StageWord{UnitStage::rights_approved, "final", "final"},
    StageWord{UnitStage::published, "final", "final"},
    StageWord{UnitStage::withdrawn, "needs-translation", "initial"},
    StageWord{UnitStage::kept_original, "final", "final"}};

const StageWord& of(UnitStage stage) { return words[std::to_underlying(stage)]; }

}  // namespace

std::string_view xliff12_state(UnitStage stage) { return of(stage).xliff12; }
std::string_view xliff21_state(UnitStage stage) { return of(stage).xliff21; }

bool is_approved(UnitStage stage) {
  return stage == UnitStage::rights_approved || stage == UnitStage::published ||
         stage == UnitStage::kept_original;
}

UnitStage from_xliff12(std::string_view state, bool approved, bool has_target,
                       std::string_view ours) {
  const auto known = localisation::parse_unit_stage(ours);
  if (known && of(*known).xliff12 == state && is_approved(*known) == approved) return *known;
  if (!has_target) return UnitStage::missing;
  if (approved) return UnitStage::rights_approved;
  if (state == "final" || state == "signed-off") return UnitStage::reviewed;
  const bool unfinished = state == "new" || state.starts_with("needs-");
  return unfinished ? UnitStage::draft : UnitStage::translated;
}

UnitStage from_xliff21(std::string_view state, bool has_target, std::string_view ours) {
  const auto known = localisation::parse_unit_stage(ours);
  if (known && of(*known).xliff21 == state) return *known;
  if (!has_target) return UnitStage::missing;
  if (state == "final" || state == "reviewed") return UnitStage::reviewed;
  return state == "translated" ? UnitStage::translated : UnitStage::draft;
}

}  // namespace umikoe::formats::exchange
