#pragma once

#include <string>

#include "app/ports.h"
#include "formats/services/service_report.h"

namespace umikoe::app {

// The day an export is of: the last date in its file's name (2026-10-31 or 20261031), else the day
// it came, in Japan, marked as assumed.
formats::services::ReportDay day_of_export(const std::string& file_name, Instant received_at);

// Moves what the export states into the delivery, with the file as its document.
void keep_export(DeliveryContent& content, formats::services::ServiceReport report,
                 const std::string& document);

}  // namespace umikoe::app
