#include "app/service_import.h"

#include <algorithm>

namespace umikoe::app {
namespace {

constexpr int64_t japan_seconds = 9 * 3600;
constexpr std::string_view digits = "0123456789";

bool is_digit(char c) { return digits.contains(c); }

std::optional<Date> date_at(std::string_view text) {
  if (text.size() >= 10 && text[4] == '-') {
    if (const auto date = Date::parse(text.substr(0, 10))) return date;
  }
  if (text.size() < 8 || (text.size() > 8 && is_digit(text[8]))) return std::nullopt;
  if (!std::ranges::all_of(text.substr(0, 8), is_digit)) return std::nullopt;
  const std::string dashed = std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) +
                             "-" + std::string(text.substr(6, 2));
  return Date::parse(dashed);
}

}  // namespace

formats::services::ReportDay day_of_export(const std::string& file_name, Instant received_at) {
  const std::string_view name = file_name;
  for (size_t at = name.size(); at-- > 0;) {
    if (at > 0 && is_digit(name[at - 1])) continue;  // a date begins with its year
    const auto date = date_at(name.substr(at));
    if (date && date->year() >= 1990 && date->year() < 2100) return {*date, false};
  }
  const int64_t day = (received_at.seconds + japan_seconds) / seconds_per_day;
  return {Date{static_cast<int32_t>(day)}, true};
}

void keep_export(DeliveryContent& content, formats::services::ServiceReport report,
                 const std::string& document) {
  for (auto& video : report.videos) video.document = document;
  for (auto& asset : report.assets) asset.document = document;
  for (auto& views : report.views) views.document = document;
  for (auto& sighting : report.sightings) sighting.document = document;
  content.videos = std::move(report.videos);
  content.assets = std::move(report.assets);
  content.views = std::move(report.views);
  content.sightings = std::move(report.sightings);
}

}  // namespace umikoe::app
