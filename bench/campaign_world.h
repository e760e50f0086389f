#pragma once

#include "base/rng.h"
#include "impact/panel.h"

namespace umikoe::bench {

// How a made-up campaign went: the panel an analyst would have, and what only the maker knows.
struct CampaignWorld {
  impact::Panel panel;
  double truth = 0;  // average effect on the treated, as a share of each unit's mean before
};

// Weekly streams of one artist over territories: levels of very different size, a walk and releases
// they share, seasons, regions that move together, noise with a memory of its own in each, and a
// chart that shows nothing below its lowest row. A campaign lifts one to three territories of one
// region by about `effect` (of logarithms), each from its own week on, building up over three
// weeks; a third of it spills over to its region, a fiftieth to everybody.
CampaignWorld make_campaign(double effect, Rng& rng);

}  // namespace umikoe::bench
