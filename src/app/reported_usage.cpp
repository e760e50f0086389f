#include "app/reported_usage.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/ascii.h"

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
      by_cell_[{u.isrc, u.territory}].push_back(
          {folded(u.service), folded(u.service_name), u.period_start, u.period_end,
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

// Sums over map entries keep one UsageTotal per key.
template <class Map, class Key>
UsageTotal& total_at(Map& map, const Key& key, const UsageTotal& empty) {
  return map.try_emplace(key, empty).first->second;
}

void put_in_order(std::vector<UsageTotal>& usage) {
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

void add_statement_usage(std::vector<UsageTotal>& usage, std::span<const RevenueTotal> revenue,
                         std::span<const demand::RevenueStatement> statements) {
  std::map<DeliveryId, std::string> senders;
  for (const auto& statement : statements) senders.emplace(statement.delivery, statement.sender);
  using Cell = std::tuple<std::string, Isrc, TerritoryCode, Date, bool>;
  std::map<Cell, std::map<std::string, UsageTotal>> by_sender;
  const Reported reported(usage);
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
    if (row.units == 0 || reported.covers(total)) continue;
    const Cell cell{folded(row.service_name.empty() ? row.service : row.service_name), row.isrc,
                    row.territory, row.usage_month, row.user_generated};
    const auto sender = senders.find(row.delivery);
    auto& senders_here = by_sender[cell];
    UsageTotal empty = total;
    empty.paid_units = empty.user_generated_units = 0;
    UsageTotal& sum =
        total_at(senders_here, sender == senders.end() ? std::string() : sender->second, empty);
    sum.paid_units += total.paid_units;
    sum.user_generated_units += total.user_generated_units;
  }
  for (auto& [cell, of_senders] : by_sender) {
    const auto most = std::ranges::max_element(of_senders, {}, [](const auto& entry) {
      return entry.second.paid_units + entry.second.user_generated_units;
    });
    usage.push_back(std::move(most->second));
  }
  put_in_order(usage);
}

void add_claimed_views(
    std::vector<UsageTotal>& usage, std::span<const demand::VideoViews> views,
    const std::function<std::optional<Isrc>(const demand::VideoViews&)>& recording) {
  using Cell = std::tuple<std::string, Isrc, TerritoryCode, Date, Date>;
  std::map<Cell, UsageTotal> totals;
  const Reported reported(usage);
  for (const demand::VideoViews& row : views) {
    // Views of our own uploads are no leak, and a report that does not say whose upload it was
    // may mean ours.
    if (!row.claimed || row.uploader != "third_party") continue;
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
      total.user_generated_units = there.views;
      if (reported.covers(total)) continue;
      const Cell cell{row.service, *isrc, *territory, row.first_day, row.last_day};
      const auto [at, fresh] = totals.try_emplace(cell, total);
      if (!fresh) at->second.user_generated_units += there.views;
    }
  }
  for (auto& [cell, total] : totals) usage.push_back(std::move(total));
  put_in_order(usage);
}

}  // namespace umikoe::app
