#include "app/nation.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/json.h"

namespace umikoe::app {
namespace {

using access::ContributedTable;
using access::Contributions;
using formats::returns::ReturnFile;
using formats::returns::ReturnPeriod;

constexpr int fixed_columns = 4;
constexpr int reason_first = static_cast<int>(rights::Reason::no_rights);
constexpr int reason_last = static_cast<int>(rights::Reason::not_live);

// One return that may count.
struct Candidate {
  DeliveryId delivery;
  ReturnFile file;
};
using ByContributor = std::map<std::string, Candidate>;

// A period as it was closed.
struct Closing {
  EditId entry;
  ReturnPeriod period;
  std::set<DeliveryId> deliveries;
};

std::optional<Closing> closing_of(const edits::Edit& edit) {
  const Json body = Json::parse(edit.entry.body, nullptr, false);
  const auto period = formats::returns::parse_return_period(edit.entry.subject);
  if (!period || !body.is_object() || !body.contains("deliveries")) return std::nullopt;
  if (!body["deliveries"].is_array()) return std::nullopt;
  Closing closing{edit.id, *period, {}};
  for (const Json& delivery : body["deliveries"]) {
    if (!delivery.is_number_integer()) return std::nullopt;
    closing.deliveries.insert(DeliveryId{delivery.get<int64_t>()});
  }
  return closing;
}

Result<std::vector<Closing>> closings_of(std::span<const edits::Edit> log) {
  std::vector<Closing> out;
  for (const edits::Edit* edit : edits::current(log, nation_closed_edit)) {
    auto closing = closing_of(*edit);
    if (!closing) {
      return fail("nation_closing_unreadable", {{"entry", std::to_string(edit->id.value)}});
    }
    out.push_back(std::move(*closing));
  }
  std::ranges::sort(out, {}, &Closing::entry);
  return out;
}

Result<ReturnPeriod> chosen_period(std::span<const HandedReturn> returns, const std::string& name) {
  if (!name.empty()) {
    const auto period = formats::returns::parse_return_period(name);
    if (!period) return fail("period_unknown", {{"period", name}});
    return *period;
  }
  const HandedReturn* last = nullptr;
  for (const HandedReturn& handed : returns) {
    if (!last || handed.period_end >= last->period_end) last = &handed;
  }
  if (!last) return fail("no_returns", {{"period", "—"}});
  UMIKOE_TRY(const ReturnFile file, formats::returns::parse_return(last->body));
  return file.period;
}

// The last return of each contributor among those that `counts` lets through.
template <class Counts>
Result<ByContributor> last_of_each(std::span<const HandedReturn> returns,
                                   const ReturnPeriod& period, std::vector<Finding>& left_out,
                                   Counts counts) {
  ByContributor out;
  for (const HandedReturn& handed : returns) {
    if (handed.period_start != period.start || handed.period_end != period.end) continue;
    const auto finding = [&](const char* code) {
      left_out.push_back({code, {{"contributor", handed.contributor}, {"period", period.name}}});
    };
    if (!counts(handed)) {
      // Left behind by a later return that was counted, or not there yet when the period closed.
      const bool replaced = std::ranges::any_of(returns, [&](const HandedReturn& other) {
        return other.contributor == handed.contributor && other.delivery > handed.delivery &&
               counts(other);
      });
      finding(replaced ? "return_superseded" : "return_late");
      continue;
    }
    UMIKOE_TRY(ReturnFile file, formats::returns::parse_return(handed.body));
    Candidate candidate{handed.delivery, std::move(file)};
    const auto [at, fresh] = out.try_emplace(handed.contributor, candidate);
    if (fresh) continue;
    finding("return_superseded");
    if (handed.delivery > at->second.delivery) at->second = std::move(candidate);
  }
  return out;
}

// Newcomers enter five at a time: one more contributor would be the difference of two tables.
void hold_newcomers(ByContributor& present, const ByContributor& before, Nation& nation) {
  std::vector<std::string> fresh;
  for (const auto& [name, candidate] : present) {
    if (!before.contains(name)) fresh.push_back(name);
  }
  if (static_cast<int64_t>(fresh.size()) >= access::SuppressionRules{}.contributors_min) return;
  for (const std::string& name : fresh) {
    nation.left_out.push_back(
        {"return_waiting", {{"contributor", name}, {"period", nation.period.name}}});
    present.erase(name);
  }
}

int64_t figure(const ReturnFile::Line& line, size_t column) {
  switch (column) {
    case 0:
      return line.open;
    case 1:
      return line.unknown;
    case 2:
      return line.heard_without_permission;
    case 3:
      return line.held_back;
    default:
      break;
  }
  const auto reason = static_cast<rights::Reason>(reason_first + static_cast<int>(column) - 4);
  const auto at = line.closed.find(reason);
  return at == line.closed.end() ? 0 : at->second;
}

const ReturnFile::Line* line_of(const ReturnFile& file, TerritoryCode territory) {
  const auto at = std::ranges::find(file.lines, territory, &ReturnFile::Line::territory);
  return at == file.lines.end() ? nullptr : &*at;
}

ContributedTable table_of(const std::vector<const ReturnFile*>& files, const Nation& nation) {
  ContributedTable table{nation.territories.size(), nation.columns.size(), {}};
  for (const TerritoryCode territory : nation.territories) {
    std::vector<const ReturnFile::Line*> lines;
    for (const ReturnFile* file : files) lines.push_back(line_of(*file, territory));
    for (size_t column = 0; column < nation.columns.size(); ++column) {
      Contributions cell;
      for (const auto* line : lines) cell.push_back(line ? figure(*line, column) : 0);
      table.cells.push_back(std::move(cell));
    }
  }
  return table;
}

std::vector<Contributions> yen_of(const std::vector<const ReturnFile*>& files,
                                  const Nation& nation) {
  std::vector<Contributions> out;
  for (const TerritoryCode territory : nation.territories) {
    Contributions cell;
    for (const ReturnFile* file : files) {
      const auto* line = line_of(*file, territory);
      cell.push_back(line ? line->yen.value_or(0) : 0);
    }
    out.push_back(std::move(cell));
  }
  return out;
}

// Those who are in one of two tables only.
std::vector<const ReturnFile*> differing(const ByContributor& a, const ByContributor& b) {
  std::vector<const ReturnFile*> out;
  for (const auto& [name, candidate] : a) {
    if (!b.contains(name)) out.push_back(&candidate.file);
  }
  for (const auto& [name, candidate] : b) {
    if (!a.contains(name)) out.push_back(&candidate.file);
  }
  return out;
}

void name_columns(Nation& nation) {
  nation.columns = {"open", "unknown", "heard_without_permission", "held_back"};
  for (int reason = reason_first; reason <= reason_last; ++reason) {
    nation.columns.emplace_back(word(static_cast<rights::Reason>(reason)));
  }
  UMIKOE_ASSERT(nation.columns.size() == fixed_columns + reason_last - reason_first + 1);
}

void name_territories(Nation& nation, const std::vector<const ReturnFile*>& files) {
  std::set<TerritoryCode> all;
  for (const ReturnFile* file : files) {
    for (const auto& line : file->lines) all.insert(line.territory);
  }
  nation.territories.assign(all.begin(), all.end());
  std::ranges::sort(nation.territories, {}, &TerritoryCode::code);
}

void merge(Nation& nation, const ByContributor& present, std::span<const ByContributor> earlier) {
  std::vector<const ReturnFile*> files;
  for (const auto& [name, candidate] : present) {
    nation.contributors.push_back(name);
    nation.deliveries.push_back(candidate.delivery);
    files.push_back(&candidate.file);
  }
  name_columns(nation);
  name_territories(nation, files);
  std::vector<ContributedTable> changed;
  std::vector<std::vector<Contributions>> changed_yen;
  for (const ByContributor& before : earlier) {
    const auto others = differing(present, before);
    if (others.empty()) continue;
    changed.push_back(table_of(others, nation));
    changed_yen.push_back(yen_of(others, nation));
  }
  const access::SuppressionRules rules;
  nation.cells = access::protect(table_of(files, nation), rules, changed);
  nation.yen = access::protect_list(yen_of(files, nation), rules, changed_yen);
}

}  // namespace

Result<Nation> nation(std::span<const HandedReturn> returns, std::span<const edits::Edit> log,
                      const std::string& period) {
  Nation out;
  UMIKOE_TRY(out.period, chosen_period(returns, period));
  UMIKOE_TRY(const auto closings, closings_of(log));
  const Closing* own = nullptr;
  std::vector<ByContributor> earlier;
  std::vector<Finding> of_earlier;
  for (const Closing& closing : closings) {
    // What was published later must not change this table again.
    if (closing.period.name == out.period.name) {
      own = &closing;
      break;
    }
    // A quarter less its months would be one figure less another.
    if (closing.period.start < out.period.end && out.period.start < closing.period.end) {
      return fail("nation_period_overlaps",
                  {{"period", out.period.name}, {"other", closing.period.name}});
    }
    const auto then = [&](const HandedReturn& handed) {
      return closing.deliveries.contains(handed.delivery);
    };
    UMIKOE_TRY(auto before, last_of_each(returns, closing.period, of_earlier, then));
    earlier.push_back(std::move(before));
  }
  out.closed = own != nullptr;
  const auto counts = [&](const HandedReturn& handed) {
    return !own || own->deliveries.contains(handed.delivery);
  };
  UMIKOE_TRY(auto present, last_of_each(returns, out.period, out.left_out, counts));
  if (present.empty()) return fail("no_returns", {{"period", out.period.name}});
  if (!own && !earlier.empty()) hold_newcomers(present, earlier.back(), out);
  merge(out, present, earlier);
  return out;
}

Result<std::vector<Finding>> standing_of_return(const WorldStore& store, const ReturnFile& file) {
  std::vector<Finding> out;
  const std::vector<std::pair<std::string, std::string>> arguments{
      {"contributor", file.contributor}, {"period", file.period.name}};
  UMIKOE_TRY(const auto log, store.edits());
  UMIKOE_TRY(const auto closings, closings_of(log));
  for (const Closing& closing : closings) {
    if (closing.period == file.period) return std::vector{Finding{"return_late", arguments}};
  }
  UMIKOE_TRY(const auto returns, store.returns());
  for (const HandedReturn& handed : returns) {
    const bool same = handed.contributor == file.contributor &&
                      handed.period_start == file.period.start &&
                      handed.period_end == file.period.end;
    if (same) return std::vector{Finding{"return_superseded", arguments}};
  }
  return out;
}

Result<void> close_period(WorldStore& store, const Nation& nation, const std::string& by,
                          const access::Viewer& viewer, Instant now) {
  if (!viewer.may_write()) return fail("not_allowed");
  if (by.empty()) return fail("hold_by_needed");
  if (nation.closed) return fail("nation_closed_already", {{"period", nation.period.name}});
  Json deliveries = Json::array();
  for (const DeliveryId delivery : nation.deliveries) deliveries.push_back(delivery.value);
  edits::EditDraft draft;
  draft.organisation = viewer.organisation;
  draft.author = by;
  draft.made_at = now;
  draft.kind = nation_closed_edit;
  draft.subject = nation.period.name;
  draft.body = dump({{"deliveries", std::move(deliveries)}});
  UMIKOE_TRY(store.append_edit(draft));
  return {};
}

}  // namespace umikoe::app
