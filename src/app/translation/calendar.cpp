#include "app/translation/calendar.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "app/csv.h"
#include "app/json.h"
#include "app/number_words.h"
#include "app/why_sentence.h"
#include "base/sha256.h"

namespace umikoe::app {
namespace {

using localisation::CalendarEntry;
using localisation::CalendarGap;
using localisation::ContentKind;
using messages::Language;
using messages::text;

// Kinds are counted over the last quarter and everything planned.
constexpr int32_t lately_days = 90;
constexpr size_t ics_line_bytes = 75;

auto order(const CalendarEntry& entry) {
  return std::tuple(entry.day, entry.minute.value_or(-1), std::string_view(entry.artist),
                    std::string_view(entry.channel), entry.territory.index,
                    std::string_view(entry.title));
}

std::vector<KindCoverage> count_kinds(const CalendarReport& report) {
  std::vector<KindCoverage> out;
  for (const ContentKind kind : localisation::content_kinds()) {
    KindCoverage coverage{kind, 0, 0};
    std::set<std::string> artists;
    for (const CalendarEntry& entry : report.entries) {
      if (entry.kind != kind || entry.day < report.as_of.plus(-lately_days)) continue;
      ++coverage.entries;
      artists.insert(entry.artist);
    }
    coverage.artists = static_cast<int64_t>(artists.size());
    out.push_back(coverage);
  }
  return out;
}

Json words_json(const CalendarEntry& entry) {
  Json out = Json::object();
  for (const auto& [key, value] : words_of(entry)) out[key] = value;
  const auto at = localisation::instant_of(entry);
  out["at"] = at ? Json(at->to_string()) : Json(nullptr);
  return out;
}

// RFC 5545 3.3.11, and folded to 75 bytes without cutting a character (3.1).
std::string ics_line(const std::string& name, std::string_view value) {
  std::string line = name + ":";
  for (const char c : value) {
    if (c == '\\' || c == ';' || c == ',') line += '\\';
    line += c == '\n' ? ' ' : c;
  }
  std::string out;
  size_t column = 0;
  for (size_t at = 0; at < line.size();) {
    size_t end = at + 1;
    while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xc0) == 0x80) ++end;
    if (column + (end - at) > ics_line_bytes) {
      out += "\r\n ";
      column = 1;
    }
    out.append(line, at, end - at);
    column += end - at;
    at = end;
  }
  return out + "\r\n";
}

// 2026-11-20T11:00:00Z and 2026-11-20 without their separators.
std::string compact(std::string iso) {
  std::erase_if(iso, [](char c) { return c == '-' || c == ':'; });
  return iso;
}

}  // namespace

CalendarReport content_calendar(const TranslationDesk& desk, const std::string& artist) {
  CalendarReport report;
  report.as_of = desk.world().as_of();
  std::set<std::string> artists;
  for (const CalendarEntry& entry : desk.calendar()) {
    if (!artist.empty() && entry.artist != artist) continue;
    report.entries.push_back(entry);
    artists.insert(entry.artist);
  }
  std::ranges::sort(report.entries,
                    [](const auto& a, const auto& b) { return order(a) < order(b); });
  report.artists = static_cast<int64_t>(artists.size());
  report.gaps = localisation::calendar_gaps(report.entries, report.as_of);
  report.kinds = count_kinds(report);
  return report;
}

std::string calendar_json(const CalendarReport& report) {
  Json entries = Json::array();
  for (const auto& entry : report.entries) entries.push_back(words_json(entry));
  Json gaps = Json::array();
  for (const CalendarGap& gap : report.gaps) {
    gaps.push_back({{"artist", gap.artist},
                    {"channel", gap.channel},
                    {"territory", std::string(gap.territory.code())},
                    {"last", gap.last.to_string()},
                    {"next", gap.next ? Json(gap.next->to_string()) : Json(nullptr)},
                    {"days", gap.days}});
  }
  Json kinds = Json::array();
  for (const KindCoverage& kind : report.kinds) {
    kinds.push_back({{"kind", std::string(word(kind.kind))},
                     {"entries", kind.entries},
                     {"artists", kind.artists}});
  }
  return dump({{"as_of", report.as_of.to_string()},
               {"artists", report.artists},
               {"entries", std::move(entries)},
               {"gaps", std::move(gaps)},
               {"kinds", std::move(kinds)}});
}

std::string calendar_csv(const CalendarReport& report) {
  std::string out = "artist,channel,territory,date,time,offset,kind,title,link\r\n";
  for (const auto& entry : report.entries) {
    const StatedWords words = words_of(entry);
    std::vector<std::string> cells;
    for (const char* name :
         {"artist", "channel", "territory", "date", "time", "offset", "kind", "title", "link"}) {
      cells.push_back(stated(words, name));
    }
    out += csv_row(cells);
  }
  return out;
}

std::string calendar_text(const CalendarReport& report, Language language) {
  std::string out;
  for (const auto& entry : report.entries) {
    if (entry.day < report.as_of) continue;
    const StatedWords words = words_of(entry);
    out += entry.day.to_string() + " " + fitted(stated(words, "time"), 5) + "  " +
           fitted(entry.artist, 20) + " " + fitted(entry.channel, 12) + " " +
           std::string(entry.territory.code()) + "  " +
           text(language, "content_kind." + std::string(word(entry.kind))) + "  " + entry.title +
           "\n";
  }
  if (report.entries.empty()) return text(language, "calendar.empty") + "\n";
  for (const CalendarGap& gap : report.gaps) {
    out += "! " + text(language, gap.next ? "calendar.gap" : "calendar.silent",
                       {{"artist", gap.artist},
                        {"channel", gap.channel},
                        {"territory", std::string(gap.territory.code())},
                        {"from", day_in_words(gap.last, language)},
                        {"until", gap.next ? day_in_words(*gap.next, language) : ""},
                        {"days", grouped(gap.days)}}) +
           "\n";
  }
  out += text(language, "calendar.kinds") + "\n";
  for (const KindCoverage& kind : report.kinds) {
    out += "  " + fitted(text(language, "content_kind." + std::string(word(kind.kind))), 22) + " " +
           text(language, "calendar.kind_row", {{"artists", grouped(kind.artists)},
                                                {"all", grouped(report.artists)},
                                                {"share", percent(kind.artists, report.artists)},
                                                {"entries", grouped(kind.entries)}}) +
           "\n";
  }
  return out;
}

std::string calendar_ics(const CalendarReport& report) {
  std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Umikoe//Content calendar//EN\r\n";
  const std::string stamp = compact(report.as_of.to_string()) + "T000000Z";
  for (const auto& entry : report.entries) {
    out += "BEGIN:VEVENT\r\n";
    out += ics_line("UID", sha256_hex(subject_of(entry)).substr(0, 32) + "@umikoe");
    out += "DTSTAMP:" + stamp + "\r\n";
    if (const auto at = localisation::instant_of(entry)) {
      out += "DTSTART:" + compact(at->to_string()) + "\r\n";
    } else {
      out += "DTSTART;VALUE=DATE:" + compact(entry.day.to_string()) + "\r\n";
    }
    const std::string title = entry.title.empty() ? std::string(word(entry.kind)) : entry.title;
    out += ics_line("SUMMARY", entry.artist + " – " + title);
    out += ics_line("LOCATION", entry.channel + " (" + std::string(entry.territory.code()) + ")");
    out += ics_line("CATEGORIES", word(entry.kind));
    if (!entry.link.empty()) out += ics_line("URL", entry.link);
    out += "END:VEVENT\r\n";
  }
  return out + "END:VCALENDAR\r\n";
}

}  // namespace umikoe::app
