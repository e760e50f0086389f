#include "app/national_return.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "app/cells.h"
#include "app/number_words.h"
#include "app/revenue.h"
#include "app/why_sentence.h"
#include "app/yen_rates.h"
#include "demand/worth.h"

namespace umikoe::app {
namespace {

using formats::returns::ReturnFile;
using messages::Language;
using messages::text;

void count(ReturnFile::Line& line, const Cell& cell) {
  if (cell.answer == rights::LinkState::open) {
    ++line.open;
  } else if (cell.without_permission) {
    ++line.heard_without_permission;
  } else if (cell.hold) {
    ++line.held_back;
  } else if (cell.answer == rights::LinkState::unknown) {
    ++line.unknown;
  } else {
    ++line.closed[cell.reason];
  }
}

// Yen by territory: our share of every line of the period, as the ledger reckons it. A territory
// with a line whose share or rate is not stated stays unknown, because a part is not the whole.
std::map<TerritoryCode, std::optional<int64_t>> yen_by_territory(
    const LoadedWorld& world, const formats::returns::ReturnPeriod& period, const YenRates& rates) {
  std::map<std::pair<DeliveryId, CurrencyCode>, const demand::RevenueStatement*> statements;
  for (const auto& statement : world.revenue_statements()) {
    statements.emplace(std::pair(statement.delivery, statement.currency), &statement);
  }
  std::map<TerritoryCode, LedgerAmount> sums;
  for (const RevenueTotal& total : world.revenue()) {
    if (total.usage_month < period.start || total.usage_month >= period.end) continue;
    demand::RevenueStatement alone;
    alone.currency = total.currency;
    const auto at = statements.find({total.delivery, total.currency});
    const auto& statement = at == statements.end() ? alone : *at->second;
    sums[total.territory].add(rates.yen(total.ours, statement));
  }
  std::map<TerritoryCode, std::optional<int64_t>> out;
  for (const auto& [territory, amount] : sums) {
    out[territory] = amount.unknown == 0 ? std::optional(amount.sum.minor(yen)) : std::nullopt;
  }
  return out;
}

std::string count_words(int64_t count, const std::string& key, Language language) {
  if (count == 0) return {};
  return fmt::format("  {} {}", text(language, key), grouped(count));
}

std::string line_words(const ReturnFile::Line& line, Language language) {
  std::string out = fmt::format("  {}", line.territory.code());
  out += count_words(line.open, "state.open", language);
  out += count_words(line.unknown, "state.unknown", language);
  out += count_words(line.heard_without_permission, "return.heard", language);
  out += count_words(line.held_back, "return.held_back", language);
  for (const auto& [reason, count] : line.closed) {
    out += count_words(count, "reason." + std::string(word(reason)), language);
  }
  out += "  " + (line.yen ? text(language, "return.yen", {{"yen", grouped(*line.yen)}})
                          : text(language, "return.yen_unknown"));
  return out + "\n";
}

}  // namespace

Result<ReturnFile> national_return(const LoadedWorld& world, const ReturnQuestion& question) {
  const auto period = formats::returns::parse_return_period(question.period);
  if (!period) return fail("period_unknown", {{"period", question.period}});
  if (period->start > world.as_of()) return fail("period_not_begun", {{"period", period->name}});
  ReturnFile file;
  file.contributor =
      question.contributor.empty() ? world.info().organisation.name : question.contributor;
  file.period = *period;
  file.counted_on = std::min(period->end.plus(-1), world.as_of());
  file.approved_by = question.approved_by;
  file.approved_on = question.today.to_string();
  // The reader's own bound on a text.
  for (const auto* written : {&file.contributor, &file.approved_by}) {
    if (written->size() > 300) return fail("text_too_long", {{"limit", "300"}});
  }
  std::vector<Isrc> recordings;
  for (const auto& [isrc, card] : world.recordings()) recordings.push_back(isrc);
  file.recordings = static_cast<int64_t>(recordings.size());
  UMIKOE_TRY(const YenRates rates, YenRates::parse(question.rates));
  const auto money = yen_by_territory(world, *period, rates);
  auto territories = demand::markets().territories;
  for (const auto& [territory, amount] : money) {
    if (std::ranges::find(territories, territory) == territories.end()) {
      territories.push_back(territory);
    }
  }
  std::map<std::string_view, ReturnFile::Line> lines;
  for (const TerritoryCode territory : territories) lines[territory.code()].territory = territory;
  for (const Cell& cell : judge_cells(world, recordings, territories, {file.counted_on})) {
    count(lines[cell.territory.code()], cell);
  }
  for (const auto& [territory, amount] : money) lines[territory.code()].yen = amount;
  for (auto& [code, line] : lines) file.lines.push_back(std::move(line));
  return file;
}

std::string return_text(const ReturnFile& file, Language language) {
  std::string out = text(language, "return.heading",
                         {{"contributor", file.contributor},
                          {"period", file.period.name},
                          {"date", day_in_words(file.counted_on, language)},
                          {"recordings", grouped(file.recordings)}}) +
                    "\n";
  for (const auto& line : file.lines) out += line_words(line, language);
  return out + text(language, "return.nothing_else") + "\n";
}

}  // namespace umikoe::app
