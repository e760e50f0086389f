#include <algorithm>
#include <array>

#include "app/csv.h"
#include "app/gap_over.h"
#include "app/json.h"
#include "app/number_words.h"

namespace umikoe::app {
namespace {

using messages::Language;
using messages::text;

std::array<int64_t, 4> counts_of(const StandingFrom& row) {
  return {row.open, row.closed, row.unknown, row.heard_without_permission};
}

std::string right_aligned(const std::string& words, size_t columns) {
  const size_t width = display_width(words);
  return std::string(width < columns ? columns - width : 0, ' ') + words;
}

// How many more than on the day before, with its sign; nothing on the first day.
std::string change(int64_t before, int64_t now) {
  if (now == before) return {};
  return (now > before ? "+" : "−") + grouped(now > before ? now - before : before - now);
}

}  // namespace

std::string gap_over_json(const GapOver& over) {
  Json rows = Json::array();
  for (const StandingFrom& row : over.rows) {
    rows.push_back({{"from", row.from.to_string()},
                    {"open", row.open},
                    {"closed", row.closed},
                    {"unknown", row.unknown},
                    {"heard_without_permission", row.heard_without_permission}});
  }
  return dump({{"first", over.first.to_string()},
               {"last", over.last.to_string()},
               {"use", over.use},
               {"recordings", over.recordings},
               {"territories", over.territories},
               {"days", std::move(rows)}});
}

std::string gap_over_csv(const GapOver& over) {
  std::string out = csv_row(
      std::array<std::string, 5>{"from", "open", "closed", "unknown", "heard_without_permission"});
  for (const StandingFrom& row : over.rows) {
    std::vector<std::string> cells{row.from.to_string()};
    for (const int64_t count : counts_of(row)) cells.push_back(std::to_string(count));
    out += csv_row(cells);
  }
  return out;
}

std::string gap_over_text(const GapOver& over, Language language) {
  constexpr size_t columns = 18;
  constexpr size_t change_columns = 10;
  std::string out = text(language, "gap_over.heading",
                         {{"recordings", grouped(static_cast<int64_t>(over.recordings))},
                          {"markets", grouped(static_cast<int64_t>(over.territories))},
                          {"first", over.first.to_string()},
                          {"last", over.last.to_string()},
                          {"days", grouped(static_cast<int64_t>(over.rows.size()))}}) +
                    "\n\n  " + fitted(text(language, "gap_over.from"), 10);
  for (const char* column :
       {"gap_over.open", "gap_over.closed", "gap_over.unknown", "gap_over.heard"}) {
    out += right_aligned(text(language, column), columns) + std::string(change_columns, ' ');
  }
  while (out.ends_with(' ')) out.pop_back();
  out += '\n';
  const StandingFrom* before = nullptr;
  for (const StandingFrom& row : over.rows) {
    out += "  " + row.from.to_string();
    const auto now = counts_of(row);
    const auto then = before ? counts_of(*before) : now;
    for (size_t i = 0; i < now.size(); ++i) {
      out += right_aligned(grouped(now[i]), columns);
      out += right_aligned(change(then[i], now[i]), change_columns);
    }
    while (out.ends_with(' ')) out.pop_back();
    out += '\n';
    before = &row;
  }
  return out + "\n" + text(language, "gap_over.note") + "\n";
}

}  // namespace umikoe::app
