#include "app/service_import.h"

#include <algorithm>
#include <set>

#include "formats/table/folded.h"

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
  return {day_of_seconds(received_at.seconds + japan_seconds), true};
}

Result<void> set_aside(DeliveryReport& report, formats::services::SpotifyArtistsExport exported,
                       const WorldStore& store) {
  report.counts = exported.counts;
  report.findings = std::move(exported.findings);
  report.status = "ignored";
  report.reason = "export_names_no_cell";
  if (exported.songs.empty()) return {};
  std::set<std::string> titles;
  UMIKOE_TRY(const auto delivered, store.contents(std::nullopt));
  for (const DeliveredContents& one : delivered) {
    for (const auto& recording : one.contents.recordings) {
      for (const auto& title : recording.titles) titles.insert(formats::table::folded(title.text));
    }
  }
  constexpr int64_t examples_shown = 3;
  int64_t missing = 0;
  std::string examples;
  for (const std::string& song : exported.songs) {
    if (titles.contains(formats::table::folded(song)) || ++missing > examples_shown) continue;
    size_t end = std::min<size_t>(song.size(), 60);
    while (end < song.size() && end > 0 && (song[end] & 0xC0) == 0x80) --end;
    examples += (examples.empty() ? "" : ", ") + song.substr(0, end);
  }
  if (missing == 0) return {};
  report.findings.push_back({"songs_not_on_file",
                             {{"count", std::to_string(missing)},
                              {"songs", std::to_string(exported.songs.size())},
                              {"examples", examples}},
                             {}});
  return {};
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
