#pragma once

#include <optional>
#include <string>

#include "app/loaded_world.h"
#include "impact/measure.h"
#include "messages/messages.h"

namespace umikoe::app {

// What was done for an artist, in which territories and from which month on.
struct ArtistQuestion {
  std::string artist;
  std::string territory;  // codes, separated by commas
  std::string from;       // YYYY-MM
  std::string method;     // as of measure_panel
  impact::MeasureSettings settings;
  uint64_t seed = 1;
};

// Reported monthly streams of those of the artist's recordings that the reports name somewhere in
// every month: treated territories beside all others but home, each as a multiple of its own mean
// before. A territory a month's reports do not name is not known there, never zero.
struct ArtistMeasurement {
  std::string artist;
  std::string from;
  std::vector<std::string> months;
  size_t recordings = 0;         // measured ones
  size_t recordings_uneven = 0;  // left out, because some month names them nowhere
  impact::Measurement away;
  // Home apart, as a multiple of its mean before; nothing where a month is not known.
  std::optional<double> home_after;
};

// Errors: measure_from_needed, measure_territory_needed, measure_home_treated, month_invalid_word,
// measure_no_usage, measure_month_unknown, those of select and of impact::measure.
Result<ArtistMeasurement> measure_artist(const LoadedWorld& world, const ArtistQuestion& question);

std::string artist_measurement_json(const ArtistMeasurement& measurement, bool trace,
                                    messages::Language language);
std::string artist_measurement_text(const ArtistMeasurement& measurement,
                                    messages::Language language);

}  // namespace umikoe::app
