#include "app/demand/chart_file.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "app/file_reading.h"
#include "base/limits.h"
#include "formats/charts/chart_reader.h"
#include "formats/over_limit.h"

namespace umikoe::app {

namespace {

std::string name_of(const std::string& path) {
  const size_t slash = path.find_last_of('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

// What one file of a folder tells: nothing where it is no chart.
Result<std::optional<formats::Format>> chart_format_of(const FileSource& files,
                                                       const std::string& path) {
  UMIKOE_TRY(const auto identity, identify(files, path));
  if (!formats::word(identity.format).starts_with("chart-")) return std::nullopt;
  return identity.format;
}

using ChartDay = std::pair<std::string, Date>;

// Adds a file's rows; days of a territory that an earlier file held are replaced by this one's.
Result<void> add_file(const FileSource& files, const std::string& path, formats::Format format,
                      std::map<ChartDay, std::vector<demand::ChartLine>>& days, int64_t& rows,
                      std::vector<Finding>& findings) {
  UMIKOE_TRY(const auto source, bytes_of(files, path));
  std::set<ChartDay> begun;
  bool too_many = false;
  auto read = formats::charts::read_chart_lines(
      format, source, name_of(path), [&](demand::ChartLine&& line) {
        too_many = too_many || rows >= limits::forecast_rows.value;
        if (too_many) return;
        const ChartDay key{line.territory, line.file_day};
        std::vector<demand::ChartLine>& held = days[key];
        if (begun.insert(key).second) {
          rows -= std::ssize(held);
          held.clear();
        }
        held.push_back(std::move(line));
        ++rows;
      });
  if (!read) {
    Error error = std::move(read).error();
    error.where.file = path;
    return std::unexpected(std::move(error));
  }
  if (too_many) {
    return std::unexpected(formats::over_limit(limits::forecast_rows, {.file = path}));
  }
  findings.insert(findings.end(), std::make_move_iterator(read->findings.begin()),
                  std::make_move_iterator(read->findings.end()));
  return {};
}

}  // namespace

Result<ChartFile> read_chart_file(const FileSource& files, const std::string& path) {
  UMIKOE_TRY(const auto paths, files.files_at(path));
  std::map<ChartDay, std::vector<demand::ChartLine>> days;
  std::optional<formats::Format> format;
  ChartFile file;
  int64_t rows = 0;
  for (const std::string& each : paths) {
    UMIKOE_TRY(const auto found, chart_format_of(files, each));
    if (!found || (format && *format != *found)) {
      if (found) file.findings.push_back({"chart_of_another_layout", {}, {.file = each}});
      continue;
    }
    format = found;
    UMIKOE_TRY(add_file(files, each, *format, days, rows, file.findings));
  }
  if (!format) {
    UMIKOE_TRY(const auto identity, identify(files, paths.empty() ? path : paths.front()));
    return fail("chart_format_needed", {{"format", std::string(formats::word(identity.format))}},
                {.file = path});
  }
  file.lines.reserve(static_cast<size_t>(rows));
  for (auto& [key, lines] : days) {
    file.lines.insert(file.lines.end(), std::make_move_iterator(lines.begin()),
                      std::make_move_iterator(lines.end()));
  }
  return file;
}

Result<std::vector<Date>> read_days(const std::string& list) {
  std::vector<Date> days;
  for (size_t begin = 0; begin < list.size();) {
    const size_t end = std::min(list.find(',', begin), list.size());
    const std::string word = list.substr(begin, end - begin);
    begin = end + 1;
    if (word.empty()) continue;
    const auto day = Date::parse(word);
    if (!day) return fail("date_invalid_word", {{"date", word}});
    if (std::ssize(days) >= limits::forecast_origins.value) {
      return std::unexpected(formats::over_limit(limits::forecast_origins, {}));
    }
    days.push_back(*day);
  }
  if (days.empty()) return fail("demand_origin_needed");
  return days;
}

}  // namespace umikoe::app
