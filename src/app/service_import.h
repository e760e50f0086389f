#pragma once

#include <string>

#include "app/delivery_report.h"
#include "app/ports.h"
#include "formats/services/service_report.h"
#include "formats/services/spotify_artists.h"

namespace umikoe::app {

// The day an export is of: the last date in its file's name (2026-10-31 or 20261031), else the day
// it came, in Japan, marked as assumed.
formats::services::ReportDay day_of_export(const std::string& file_name, Instant received_at);

// What an export of Spotify for Artists is good for here: it is set aside, since it names no
// country and no recording; its songs with titles nobody has on file are said, as catalogue may be
// missing.
Result<void> set_aside(DeliveryReport& report, formats::services::SpotifyArtistsExport exported,
                       const WorldStore& store);

// Moves what the export states into the delivery, with the file as its document.
void keep_export(DeliveryContent& content, formats::services::ServiceReport report,
                 const std::string& document);

}  // namespace umikoe::app
