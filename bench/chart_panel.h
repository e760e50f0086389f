#pragma once

#include <string>

#include "base/result.h"
#include "base/rng.h"
#include "impact/panel.h"

namespace umikoe::bench {

// Weekly streams of artists in territories from kworb's daily Top 50 (a table with date, territory,
// artist, streams and stale; gzip): a week's value is seven times the mean of its fresh days, and
// an artist who is not there all week is below seven times the lowest row. Kept are artists that
// chart in at least four of five weeks; their group is the artist.
Result<impact::Panel> read_chart_panel(const std::string& path);

// A unit and a week drawn at random in which nothing was done, six weeks after it, and at most
// forty other units as controls.
impact::Panel pretended_campaign(const impact::Panel& charts, Rng& rng);

}  // namespace umikoe::bench
