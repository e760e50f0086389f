#include <fmt/format.h>

#include <cmath>

#include "app/gap.h"
#include "app/number_words.h"
#include "app/why_documents.h"
#include "app/why_sentence.h"

namespace umikoe::app {
namespace {

using messages::Language;
using messages::text;

constexpr size_t rows_shown = 25;

std::string worth_words(const demand::Worth& worth, Language language) {
  if (!worth.expected) return text(language, "gap.worth_unknown");
  return fmt::format("{} ({})", grouped(std::llround(*worth.expected)),
                     text(language, "worth." + std::string(word(worth.kind))));
}

std::string who_words(const rights::Who& who, const LoadedWorld& world, Language language) {
  const auto words = who_in_words(who, world);
  const std::string role = text(language, "role." + words.role);
  return words.party.empty() ? role : fmt::format("{} ({})", words.party, role);
}

std::string row(const GapCell& gap, const LoadedWorld& world, Language language) {
  const RecordingCard* card = world.card(gap.cell.isrc);
  const std::string title =
      card ? title_for(*card, gap.cell.isrc, language) : gap.cell.isrc.to_string();
  return fmt::format("  {}  {}  {}  {}  {}  {}\n", gap.cell.isrc.view(), fitted(title, 34),
                     fitted(gap.cell.territory.code(), 5),
                     fitted(text(language, "reason." + std::string(word(gap.cell.reason))), 26),
                     fitted(worth_words(gap.worth, language), 24),
                     who_words(gap.cell.who, world, language));
}

std::string totals(const GapReport& report, Language language) {
  const GapTotal& all = report.all;
  const int64_t cells = all.open + all.closed + all.unknown + all.heard_without_permission;
  return text(language, "gap.totals",
              {{"recordings", grouped(report.recordings)},
               {"markets", grouped(static_cast<int64_t>(report.by_territory.size()))},
               {"date", day_in_words(report.as_of, language)},
               {"open", percent(all.open, cells)},
               {"closed", percent(all.closed, cells)},
               {"unknown", percent(all.unknown, cells)},
               {"closed_somewhere", grouped(report.recordings_closed_somewhere)},
               {"heard", grouped(all.heard_without_permission)},
               {"worth_unknown", grouped(all.worth_unknown)},
               {"gaps", grouped(all.closed)}});
}

std::string roles(const GapReport& report, Language language) {
  std::string out;
  for (const auto& [role, total] : report.by_role) {
    out += text(language, "gap.role", {{"role", text(language, "role." + role)},
                                       {"count", grouped(total.closed)}}) +
           "\n";
  }
  return out;
}

}  // namespace

std::string gap_text(const GapReport& report, const LoadedWorld& world, Language language) {
  std::string out = totals(report, language) + "\n\n" + roles(report, language) + "\n";
  if (report.cells.empty()) return out + text(language, "gap.none") + "\n";
  out += text(language, "gap.heading") + "\n";
  size_t shown = 0;
  for (const GapCell& cell : report.cells) {
    if (++shown > rows_shown) break;
    out += row(cell, world, language);
  }
  if (report.gaps > static_cast<int64_t>(rows_shown)) {
    out += text(language, "gap.more",
                {{"count", grouped(report.gaps - static_cast<int64_t>(rows_shown))}}) +
           "\n";
  }
  return out;
}

}  // namespace umikoe::app
