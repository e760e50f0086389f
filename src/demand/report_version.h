#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"

namespace umikoe::demand {

// One file of a sales report, as far as it says which report it is part of. Reports are sent again,
// corrected, and in parts (DDEX DSR Part 1, clauses 6.3 and 8.1): what is the same in all sendings
// makes the series, the time of creation tells them apart.
struct ReportVersion {
  DeliveryId delivery = {};
  std::string series;   // hash: sender, recipient, service, profile, period, and the summaries
  std::string subject;  // hash of the same without the summaries
  std::vector<std::string> territories;  // of the summaries, in order
  Instant created;
  std::string message_id;
  int32_t file = 1;  // of `files`
  int32_t files = 1;

  bool operator==(const ReportVersion&) const = default;
};

// Works out the series of a report while its summaries are read.
class ReportVersionMaker {
 public:
  // `subject`: what the header says the report is about, in a fixed order.
  ReportVersionMaker(ReportVersion version, std::vector<std::string> subject)
      : version_(std::move(version)), subject_(std::move(subject)) {}
  // What one summary is about, the territory first. All files of a report have the same summaries,
  // in any order, and one of them may stand several times.
  void add_summary(std::vector<std::string> about) { summaries_.insert(std::move(about)); }
  ReportVersion finish() const;

 private:
  ReportVersion version_;
  std::vector<std::string> subject_;
  std::set<std::vector<std::string>> summaries_;
};

// The deliveries that do not count, in order: copies of a file that is there already, and all files
// of versions that another one replaces. Of the versions of a series the one created last stands of
// those with all their files, and where none is complete, the one created last. The order of
// arrival says nothing, except which of two copies is the copy.
std::vector<DeliveryId> replaced_deliveries(std::span<const ReportVersion> on_file);

// How many files of the version's own sending are missing.
int32_t files_missing(const ReportVersion& version, std::span<const ReportVersion> on_file);

}  // namespace umikoe::demand
