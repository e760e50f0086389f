#include "app/demo/story_parts.h"

#include <algorithm>

#include "base/result.h"

namespace umikoe::app::demo {

Date day(int year, int month, int day_of_month) { return *Date::of(year, month, day_of_month); }

Instant at_noon(int year, int month, int day_of_month) {
  return {int64_t{day(year, month, day_of_month).days} * seconds_per_day + 12 * 3600};
}

std::vector<LicenceRow*> licences_of(Story& story, std::string_view isrc) {
  std::vector<LicenceRow*> found;
  for (LicenceRow& row : story.licences) {
    if (row.isrc == isrc) found.push_back(&row);
  }
  UMIKOE_ASSERT(!found.empty());
  return found;
}

DemoTrackUse& use_of(Story& story, std::string_view isrc) {
  const auto at = std::ranges::find(story.uses, isrc, &DemoTrackUse::isrc);
  UMIKOE_ASSERT(at != story.uses.end());
  return *at;
}

void send_once(Release& release, std::vector<DealPlan> deals) {
  const Instant created = release.sendings.front().created;
  release.sendings = {{Company::own, {},
                       {Company::stream_home, Company::stream_second, Company::stream_abroad},
                       created, std::move(deals)}};
}

bool UseScope::allows(std::string_view territory) const {
  const bool named = std::ranges::find(codes, territory) != codes.end();
  switch (kind) {
    case Kind::nowhere: return false;
    case Kind::everywhere: return true;
    case Kind::only: return named;
    case Kind::except: return !named;
  }
  return false;
}

}  // namespace umikoe::app::demo
