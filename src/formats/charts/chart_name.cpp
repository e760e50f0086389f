#include "formats/charts/chart_name.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "formats/charts/chart_territory.h"

namespace umikoe::formats::charts {
namespace {

using demand::ChartSpan;

constexpr int32_t days_of_week = 7;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c & 0x80) != 0; }

// Words of names that are no region; among them two that are codes of territories ("to", "of").
constexpr std::array noise = {
    "regional", "viral",    "daily",     "weekly",   "day",    "week",     "top",       "chart",
    "charts",   "songs",    "tracks",    "track",    "song",   "spotify",  "shazam",    "apple",
    "music",    "kworb",    "country",   "csv",      "gz",     "txt",      "tsv",       "zip",
    "from",     "to",       "of",        "the",      "latest", "dailytop", "weeklytop", "most",
    "played",   "mon",      "tue",       "wed",      "thu",    "fri",      "sat",       "sun",
    "monday",   "tuesday",  "wednesday", "thursday", "friday", "saturday", "sunday",    "discovery",
    "list",     "official", "updated",   "begin",    "end",    "date",     "are",       "per",
    "nor",      "and",      "can",       "for",      "new"};

constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 12> month_ends = {
    "uary", "ruary", "ch", "il", "", "e", "y", "ust", "tember", "ober", "ember", "ember"};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

int month_of(std::string_view word) {
  for (size_t i = 0; i < months.size(); ++i) {
    if (!word.starts_with(months[i])) continue;
    const std::string_view rest = word.substr(3);
    if (rest.empty() || rest == month_ends[i] || (i == 8 && rest == "t")) {
      return static_cast<int>(i) + 1;
    }
  }
  return 0;
}

std::optional<int> number_of(std::string_view word, size_t digits_max) {
  if (word.empty() || word.size() > digits_max || !std::ranges::all_of(word, is_digit)) {
    return std::nullopt;
  }
  int value = 0;
  for (const char c : word) value = value * 10 + (c - '0');
  return value;
}

// The words between signs; runs of letters and of digits are words of their own.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  char before = ' ';
  for (const char c : text) {
    const bool digit = is_digit(c);
    if (digit || is_letter(c)) {
      const bool goes_on = digit ? is_digit(before) : is_letter(before);
      if (!goes_on) words.emplace_back();
      words.back() += c;
    }
    before = c;
  }
  return words;
}

// 2026-09-24, 20260924, 24 September 2026, September 24 2026: the date that begins at a word, and
// how many words it takes.
struct FoundDate {
  Date date;
  size_t words = 0;
};
std::optional<FoundDate> date_at(std::span<const std::string> words) {
  const auto made = [](std::optional<int> y, std::optional<int> m, std::optional<int> d,
                       size_t count) -> std::optional<FoundDate> {
    if (!y || !m || !d || *y < 1990 || *y >= 2100 || *m > 12 || *d > 31) return std::nullopt;
    const auto date = Date::of(*y, *m, *d);
    if (!date) return std::nullopt;
    return FoundDate{*date, count};
  };
  const auto word = [&](size_t i) { return i < words.size() ? std::string_view(words[i]) : ""; };
  if (word(0).size() == 8) {
    return made(number_of(word(0).substr(0, 4), 4), number_of(word(0).substr(4, 2), 2),
                number_of(word(0).substr(6), 2), 1);
  }
  if (word(0).size() == 4 && number_of(word(0), 4)) {
    return made(number_of(word(0), 4), number_of(word(1), 2), number_of(word(2), 2), 3);
  }
  if (const int month = month_of(word(1)); month > 0) {
    return made(number_of(word(2), 4), month, number_of(word(0), 2), 3);
  }
  if (const int month = month_of(word(0)); month > 0) {
    return made(number_of(word(2), 4), month, number_of(word(1), 2), 3);
  }
  return std::nullopt;
}

// The one region among the words that are left; of several that could be one nobody can choose.
std::string region_among(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : " ") + word;
  if (all.empty() || is_region_word(all)) return all;
  std::string found;
  for (const std::string& word : words) {
    if (!is_region_word(word)) continue;
    if (!found.empty() && found != word) return {};
    found = word;
  }
  return found;
}

void set_days(ChartName& name, const std::vector<Date>& dates) {
  if (dates.size() == 1) name.last_day = dates.front();
  if (dates.size() != 2 || dates[1] < dates[0]) return;
  // The service ends a week on the day the next one begins; others on its last day.
  const int32_t length = dates[1].days - dates[0].days;
  if (length == 0) {
    name.last_day = dates[0];
  } else if (length == days_of_week || length == days_of_week - 1) {
    name.first_day = dates[0];
    name.last_day = dates[0].plus(days_of_week - 1);
    name.span = ChartSpan::week;
  }
}

}  // namespace

ChartName chart_name(std::string_view text) {
  constexpr size_t text_max = 1000;
  const size_t slash = text.find_last_of("/\\");
  if (slash != std::string_view::npos) text.remove_prefix(slash + 1);
  const std::vector<std::string> words = words_of(lower(text.substr(0, text_max)));
  ChartName name;
  std::vector<Date> dates;
  std::vector<std::string> left;
  for (size_t at = 0; at < words.size();) {
    const auto date = date_at(std::span(words).subspan(at));
    if (date) {
      if (dates.empty() || dates.back() != date->date) dates.push_back(date->date);
      at += date->words;
      continue;
    }
    const std::string& word = words[at++];
    if (word.starts_with("daily")) name.span = ChartSpan::day;
    if (word.starts_with("weekly")) name.span = ChartSpan::week;
    if (word == "viral") name.viral = true;
    const bool known = std::ranges::find(noise, word) != noise.end();
    if (!known && !is_digit(word.front())) left.push_back(word);
  }
  name.region = region_among(left);
  set_days(name, dates);
  return name;
}

}  // namespace umikoe::formats::charts
