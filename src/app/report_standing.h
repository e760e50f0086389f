#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "demand/report_version.h"

namespace umikoe::app {

// How a new file of a sales report stands to those on file.
struct ReportStanding {
  std::string status = "accepted";  // ignored: a copy; superseded: a later version is on file
  std::string reason;               // report_already_held, newer_report_held
  std::vector<DeliveryId> replaces;
  std::vector<Finding> findings;
};
ReportStanding standing_of(const demand::ReportVersion& fresh,
                           std::span<const demand::ReportVersion> on_file);

}  // namespace umikoe::app
