#include "app/reported_usage.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/ascii.h"
#include "demand/standing_views.h"

namespace umikoe::app {
namespace {

std::string folded(const std::string& text) {
  std::string out = text;
  std::ranges::transform(out, out.begin(), ascii_lower);
  return out;
}

// Which periods of which services sales reports speak of, by recording and territory.
class Reported {
 public:
  explicit Reported(std::span<const UsageTotal> usage) {
    for (const UsageTotal& u : usage) {
      by_cell_[{u.isrc, u.territory}].push_back({folded(u.service), folded(u.service_name),
                                                 u.period_start, u.period_end,
                                                 u.user_generated_units != 0, u.paid_units != 0});
    }
  }

  bool covers(const UsageTotal& asked) const {
    const auto at = by_cell_.find({asked.isrc, asked.territory});
    if (at == by_cell_.end()) return false;
    const std::string service = folded(asked.service);
    const std::string name = folded(asked.service_name);
    return std::ranges::any_of(at->second, [&](const Period& p) {
      const bool same = p.service == service || (!name.empty() && p.name == name) ||
                        p.service == name || p.name == service;
      const bool kind = asked.user_generated_units != 0 ? p.user_generated : p.paid;
      return same && kind && p.start <= asked.period_end && asked.period_start <= p.end;
    });
  }

 private:
  struct Period {
    std::string service;
    std::string name;
    Date start;
    Date end;
    bool user_generated;
    bool paid;
  };
  std::map<std::pair<Isrc, TerritoryCode>, std::vector<Period>> by_cell_;
};

// The entry of that key; a new one has the place and period of `like` and no units.
template <class Map, class Key>
StatedUse& use_at(Map& map, const Key& key, const UsageTotal& like) {
  const auto [at, fresh] = map.try_emplace(key);
  if (fresh) {
    at->second.use = like;
    at->second.use.paid_units = at->second.use.user_generated_units = 0;
  }
  return at->second;
}

void add_up(StatedUse& sum, const UsageTotal& part) {
  sum.use.paid_units += part.paid_units;
  sum.use.user_generated_units += part.user_generated_units;
  sum.deliveries.insert(part.delivery);
}

void append(std::vector<UsageTotal>& usage, std::vector<StatedUse> stated) {
  for (StatedUse& one : stated) usage.push_back(std::move(one.use));
  std::ranges::stable_sort(usage, {}, [](const UsageTotal& u) {
    return std::tie(u.service, u.isrc, u.territory, u.period_start, u.period_end);
  });
}

}  // namespace

Date last_day_of_month(Date first) {
  const bool december = first.month() == 12;
  const auto next = Date::of(first.year() + december, december ? 1 : first.month() + 1, 1);
  return next ? next->plus(-1) : first;
}

std::vector<StatedUse> statement_use(std::span<const UsageTotal> reported,
                                     std::span<const RevenueTotal> revenue,
                                     std::span<const demand::RevenueStatement> statements) {
  std::map<DeliveryId, std::string> senders;
  for (const auto& statement : statements) senders.emplace(statement.delivery, statement.sender);
  using Cell = std::tuple<std::string, Isrc, TerritoryCode, Date, bool>;
  std::map<Cell, std::map<std::string, StatedUse>> by_sender;
  const Reported known(reported);
  for (const RevenueTotal& row : revenue) {
    UsageTotal total;
    total.delivery = row.delivery;
    total.service = row.service;
    total.service_name = row.service_name;
    total.isrc = row.isrc;
    total.territory = row.territory;
    total.period_start = row.usage_month;
    total.period_end = last_day_of_month(row.usage_month);
    (row.user_generated ? total.user_generated_units : total.paid_units) = row.units;
    if (row.units == 0 || known.covers(total)) continue;
    const Cell cell{folded(row.service_name.empty() ? row.service : row.service_name), row.isrc,
                    row.territory, row.usage_month, row.user_generated};
    const auto sender = senders.find(row.delivery);
    const std::string name = sender == senders.end() ? std::string() : sender->second;
    add_up(use_at(by_sender[cell], name, total), total);
  }
  std::vector<StatedUse> out;
  for (auto& [cell, of_senders] : by_sender) {
    const auto most = std::ranges::max_element(of_senders, {}, [](const auto& entry) {
      return entry.second.use.paid_units + entry.second.use.user_generated_units;
    });
    out.push_back(std::move(most->second));
  }
  return out;
}

std::vector<StatedUse> viewed_use(std::span<const UsageTotal> reported,
                                  std::span<const demand::VideoViews> standing, Upload upload,
                                  const RecordingOfViews& recording) {
  using Cell = std::tuple<std::string, Isrc, TerritoryCode, Date, Date>;
  std::map<Cell, StatedUse> totals;
  const Reported known(reported);
  for (const demand::VideoViews& row : standing) {
    // Views of our own uploads are no leak, and a report that does not say whose upload it was
    // may mean ours.
    const bool asked = upload == Upload::ours ? row.uploader == "self"
                                              : row.claimed && row.uploader == "third_party";
    if (!asked) continue;
    const auto isrc = recording(row);
    if (!isrc) continue;
    for (const demand::ViewsThere& there : row.there) {
      const auto territory = TerritoryCode::parse(there.territory);
      if (!territory || there.views == 0) continue;
      UsageTotal total;
      total.delivery = row.delivery;
      total.service = total.service_name = row.service;
      total.isrc = *isrc;
      total.territory = *territory;
      total.period_start = row.first_day;
      total.period_end = row.last_day;
      (upload == Upload::ours ? total.paid_units : total.user_generated_units) = there.views;
      if (known.covers(total)) continue;
      const Cell cell{row.service, *isrc, *territory, row.first_day, row.last_day};
      add_up(use_at(totals, cell, total), total);
    }
  }
  std::vector<StatedUse> out;
  for (auto& [cell, total] : totals) out.push_back(std::move(total));
  return out;
}

void add_statement_usage(std::vector<UsageTotal>& usage, std::span<const RevenueTotal> revenue,
                         std::span<const demand::RevenueStatement> statements) {
  append(usage, statement_use(usage, revenue, statements));
}

void add_claimed_views(std::vector<UsageTotal>& usage, std::span<const demand::VideoViews> views,
                       const RecordingOfViews& recording) {
  const auto standing = demand::standing_views(views, Date{INT32_MAX});
  append(usage, viewed_use(usage, standing, Upload::by_others, recording));
}

}  // namespace umikoe::app
