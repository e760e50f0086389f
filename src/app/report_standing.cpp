#include "app/report_standing.h"

#include <algorithm>
#include <cstdint>

namespace umikoe::app {
namespace {

using demand::ReportVersion;

// Another report of the same sender, service and time that speaks of some of the same territories,
// but not of the same summaries: whether it is a correction, nobody says.
bool overlaps(const ReportVersion& fresh, const ReportVersion& held) {
  if (held.subject != fresh.subject || held.series == fresh.series) return false;
  std::vector<std::string> both;
  std::ranges::set_intersection(fresh.territories, held.territories, std::back_inserter(both));
  return !both.empty();
}

bool same_sending(const ReportVersion& one, const ReportVersion& other) {
  return one.series == other.series && one.created == other.created &&
         one.message_id == other.message_id;
}

}  // namespace

ReportStanding standing_of(const ReportVersion& fresh, std::span<const ReportVersion> on_file) {
  ReportStanding out;
  std::vector<ReportVersion> all(on_file.begin(), on_file.end());
  const auto before = demand::replaced_deliveries(all);
  all.push_back(fresh);
  all.back().delivery = DeliveryId{INT64_MAX};  // it comes last
  const auto after = demand::replaced_deliveries(all);
  std::ranges::set_difference(after, before, std::back_inserter(out.replaces));
  std::erase(out.replaces, all.back().delivery);
  if (std::ranges::binary_search(after, all.back().delivery)) {
    const bool copy = std::ranges::any_of(on_file, [&](const ReportVersion& held) {
      return same_sending(held, fresh) && held.file == fresh.file;
    });
    const bool later = std::ranges::any_of(on_file, [&](const ReportVersion& held) {
      return held.series == fresh.series && held.created > fresh.created;
    });
    if (copy) {
      out.status = "ignored";
      out.reason = "report_already_held";
      return out;
    }
    if (later) {
      out.status = "superseded";
      out.reason = "newer_report_held";
    }
  }
  if (!out.replaces.empty()) {
    out.findings.push_back(
        {"dsr_report_replaces", {{"count", std::to_string(out.replaces.size())}}});
  }
  if (const int32_t missing = demand::files_missing(fresh, on_file); missing > 0) {
    out.findings.push_back({"dsr_report_incomplete",
                            {{"file", std::to_string(fresh.file)},
                             {"files", std::to_string(fresh.files)},
                             {"missing", std::to_string(missing)}}});
  }
  if (std::ranges::any_of(on_file, [&](const auto& held) { return overlaps(fresh, held); })) {
    out.findings.push_back({"dsr_reports_overlap", {}});
  }
  return out;
}

}  // namespace umikoe::app
