#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/territory.h"
#include "formats/byte_source.h"
#include "rights/reason.h"

namespace umikoe::formats::returns {

// A month, quarter or half of a year.
struct ReturnPeriod {
  std::string name;  // 2026-07, 2026-Q3, 2026-H1
  Date start;
  Date end;  // half-open

  bool operator==(const ReturnPeriod&) const = default;
};
std::optional<ReturnPeriod> parse_return_period(std::string_view name);

// What one label hands to the national office: counts, reasons and yen by territory. Nothing in it
// names a recording, a title, an artist, a counterparty or a term of a contract.
struct ReturnFile {
  struct Line {
    TerritoryCode territory;
    int64_t open = 0;
    int64_t unknown = 0;
    int64_t heard_without_permission = 0;
    int64_t held_back = 0;
    std::map<rights::Reason, int64_t> closed;  // only those with a count
    std::optional<int64_t> yen;                // of the period; unknown where no statement says

    bool operator==(const Line&) const = default;
  };
  std::string contributor;
  ReturnPeriod period;
  Date counted_on;  // the day the counts are about
  std::string approved_by;
  std::string approved_on;  // YYYY-MM-DD
  int64_t recordings = 0;
  std::vector<Line> lines;  // in order of code

  bool operator==(const ReturnFile&) const = default;
};

// Readable JSON, one territory a line.
std::string write_return(const ReturnFile& file);
// Every key is needed and none besides is known, so that nothing travels along unseen. Errors:
// file_too_large, return_not_json, return_key_unknown, return_key_missing, return_value_bad,
// return_version_unknown.
Result<ReturnFile> read_return(const ByteSource& source);
// The same from its bytes.
Result<ReturnFile> parse_return(std::string_view json);

}  // namespace umikoe::formats::returns
