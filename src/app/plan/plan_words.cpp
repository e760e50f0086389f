#include <fmt/format.h>

#include <cmath>

#include "app/number_words.h"
#include "app/plan/make_plan.h"

namespace umikoe::app {
namespace {

using messages::Language;
using messages::text;

std::string place_name(TerritoryCode territory, Language language) {
  return std::string(language == Language::ja ? territory.name_ja() : territory.name_en());
}

double streams_of(const plan::Opportunity& action) {
  double sum = 0;
  for (const plan::Spot& spot : action.spots) sum += spot.streams;
  return sum;
}

// Whole percent, never a nothing with a sign.
std::string percent_of(double share) {
  const long percent = std::lround(share * 100);
  return percent < 0 ? fmt::format("−{}", -percent) : fmt::format("{}", percent);
}

}  // namespace

std::string subject_words(const plan::Opportunity& action, Language language) {
  std::string out = text(language, fmt::format("plan.kind.{}", word(action.kind)));
  const auto add = [&](const std::string& part) {
    if (!part.empty()) out += " · " + part;
  };
  add(action.artist);
  add(action.who);
  add(action.language);
  if (action.territory) add(place_name(*action.territory, language));
  add(action.document);
  return out;
}

std::string reason_words(const PlanReport& report, size_t place, Language language) {
  const plan::Opportunity& action = report.opportunities.all[place];
  const plan::EffectBelief& belief = report.beliefs.beliefs[static_cast<size_t>(action.kind)];
  const auto closes = report.beliefs.book.of(action.kind).closes;
  return text(language, fmt::format("plan.reason.{}", word(closes)),
              {{"items", grouped(action.items)},
               {"cells", grouped(std::ssize(action.rows))},
               {"minutes", grouped(std::llround(action.minutes))},
               {"streams", grouped(std::llround(streams_of(action)))},
               {"who", action.who.empty() ? "—" : action.who},
               {"document", action.document.empty() ? "—" : action.document},
               {"language", action.language},
               {"low", percent_of(belief.low())},
               {"middle", percent_of(belief.middle())},
               {"high", percent_of(belief.high())}});
}

}  // namespace umikoe::app
