#include "stores/rollup/usage_answers.h"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>

#include "stores/row_sums.h"

namespace umikoe::stores {
namespace {

// Adds unless the sum leaves 64 bits.
bool add_to(int64_t& sum, int64_t units) { return !__builtin_add_overflow(sum, units, &sum); }

bool holds(const Segment& segment, const Isrc& isrc) {
  return isrc.view() >= segment.first_key && isrc.view() <= segment.last_key;
}

// Calls each(delivery) for the deliveries whose a row is: of a compacted file the one its context
// names, of another every one that brought the file.
template <class Each>
void each_delivery(const UsageFile& file, const RollupContext& context, Each each) {
  if (file.compact != (context.delivery != 0)) return;
  for (const int64_t delivery : file.deliveries) {
    if (!file.compact || delivery == context.delivery) each(DeliveryId{delivery});
  }
}

// A sum over some recordings: of what the context, the territory and the use of a row tell apart.
struct PlaceSum {
  uint32_t context = 0;
  TerritoryCode territory;
  bool user_generated = false;
  int64_t units = 0;
};

// A question as rows are held against it.
class AskedOfRollup {
 public:
  explicit AskedOfRollup(const app::SeriesQuestion& question)
      : isrcs_(question.isrcs), as_of_(question.as_of) {
    std::ranges::sort(isrcs_);
    isrcs_.erase(std::ranges::unique(isrcs_).begin(), isrcs_.end());
    for (const TerritoryCode territory : question.territories) territories_.insert(territory);
  }

  // The recordings that the segment may hold.
  std::span<const Isrc> within(const Segment& segment) const {
    const std::string_view from = segment.first_key;
    const std::string_view to = segment.last_key;
    const auto first = std::ranges::lower_bound(isrcs_, from, {}, &Isrc::view);
    const auto behind = std::ranges::upper_bound(isrcs_, to, {}, &Isrc::view);
    return first < behind ? std::span(first, behind) : std::span<const Isrc>();
  }

  // False where the rollup is broken, or a sum leaves 64 bits.
  bool add(const RollupView& view, const UsageFile& file,
           std::vector<app::UsagePeriod>& out) const {
    std::vector<PlaceSum> sums;
    for (const Isrc& isrc : within(file.segment)) {
      auto rows = view.rows_of(isrc);
      if (!rows) return false;
      for (RollupRow row; rows->next(row);) {
        if (row.context >= view.contexts()) return false;
        if (territories_.contains(row.territory)) {
          sums.push_back({row.context, row.territory, row.user_generated, row.units});
        }
      }
      if (rows->broken()) return false;
    }
    if (!add_up(sums)) return false;
    tell(view, file, sums, out);
    return true;
  }

 private:
  static bool add_up(std::vector<PlaceSum>& sums) {
    const auto place = [](const PlaceSum& sum) {
      return std::tuple(sum.context, sum.territory, sum.user_generated);
    };
    std::ranges::sort(sums, {}, place);
    size_t kept = 0;
    for (size_t i = 0; i < sums.size(); ++i) {
      if (kept > 0 && place(sums[kept - 1]) == place(sums[i])) {
        if (!add_to(sums[kept - 1].units, sums[i].units)) return false;
      } else {
        sums[kept++] = sums[i];
      }
    }
    sums.resize(kept);
    return true;
  }

  void tell(const RollupView& view, const UsageFile& file, const std::vector<PlaceSum>& sums,
            std::vector<app::UsagePeriod>& out) const {
    for (const PlaceSum& sum : sums) {
      const RollupContext context = view.context(sum.context);
      if (context.period_end > as_of_) continue;
      app::UsagePeriod period;
      period.service = view.text(context.service);
      period.service_name = view.text(context.name);
      period.territory = sum.territory;
      period.period_start = context.period_start;
      period.period_end = context.period_end;
      period.units = sum.units;
      period.user_generated = sum.user_generated;
      each_delivery(file, context, [&](DeliveryId delivery) {
        period.delivery = delivery;
        out.push_back(period);
      });
    }
  }

  std::vector<Isrc> isrcs_;
  TerritorySet territories_;
  Date as_of_;
};

void list(const UsageFile& file, SegmentList& rest) {
  for (const int64_t delivery : file.deliveries) {
    rest.names.push_back(file.segment.name);
    rest.deliveries.push_back(file.compact ? delivery : -delivery);
  }
}

}  // namespace

std::vector<app::UsagePeriod> rolled_up_periods(std::span<const UsageFile> files, Rollups& rollups,
                                                const app::SeriesQuestion& question,
                                                SegmentList& rest) {
  const AskedOfRollup asked(question);
  std::vector<app::UsagePeriod> out;
  for (const UsageFile& file : files) {
    if (asked.within(file.segment).empty()) continue;
    const Rollup* const rollup = rollups.of(file.segment.name);
    const size_t before = out.size();
    if (rollup && asked.add(rollup->view(), file, out)) continue;
    out.resize(before);
    if (rollup) rollups.distrust(file.segment.name);
    list(file, rest);
  }
  return out;
}

Result<std::vector<app::UsagePeriod>> joined(std::vector<app::UsagePeriod> parts) {
  put_in_order(parts);
  const auto key = [](const app::UsagePeriod& p) {
    return std::tie(p.service, p.territory, p.period_start, p.period_end, p.delivery,
                    p.user_generated);
  };
  std::vector<app::UsagePeriod> out;
  for (app::UsagePeriod& part : parts) {
    if (out.empty() || key(out.back()) != key(part)) {
      out.push_back(std::move(part));
      continue;
    }
    prefer(out.back().service_name, part.service_name);
    if (!add_to(out.back().units, part.units)) {
      return fail("store_failed", {{"reason", "a sum of plays leaves 64 bits"}});
    }
  }
  return out;
}

namespace {

// Totals of one recording, days gathered by month.
class TotalsOfRollups {
 public:
  explicit TotalsOfRollups(const Isrc& isrc) : isrc_(isrc) {}

  // False where the rollup is broken, or a sum leaves 64 bits.
  bool add(const RollupView& view, const UsageFile& file) {
    auto rows = view.rows_of(isrc_);
    if (!rows) return false;
    for (RollupRow row; rows->next(row);) {
      if (row.context >= view.contexts()) return false;
      const RollupContext context = view.context(row.context);
      bool fits = true;
      each_delivery(file, context,
                    [&](DeliveryId delivery) { fits = fits && add(view, row, context, delivery); });
      if (!fits) return false;
    }
    return !rows->broken();
  }

  std::vector<app::UsageTotal> finish() {
    std::vector<app::UsageTotal> out;
    for (auto& [key, total] : totals_) out.push_back(std::move(total));
    put_in_order(out);
    return out;
  }

 private:
  // The last part is of a period; no period ends on the first day there is.
  using Key = std::tuple<std::string, TerritoryCode, Date, Date>;

  bool add(const RollupView& view, const RollupRow& row, const RollupContext& context,
           DeliveryId delivery) {
    const auto [start, end] = std::pair(context.period_start, context.period_end);
    const bool day = start == end;
    const Key key{view.text(context.service), row.territory,
                  day ? start.plus(1 - start.day()) : start, day ? Date{INT32_MIN} : end};
    const auto [at, fresh] = totals_.try_emplace(key);
    app::UsageTotal& total = at->second;
    if (fresh) {
      total.service = std::get<0>(key);
      total.isrc = isrc_;
      total.territory = row.territory;
      total.delivery = delivery;
      total.period_start = start;
      total.period_end = end;
    }
    total.delivery = std::min(total.delivery, delivery);
    total.period_start = std::min(total.period_start, start);
    total.period_end = std::max(total.period_end, end);
    prefer(total.service_name, view.text(context.name));
    return add_to(row.user_generated ? total.user_generated_units : total.paid_units, row.units);
  }

  Isrc isrc_;
  std::map<Key, app::UsageTotal> totals_;
};

}  // namespace

std::optional<std::vector<app::UsageTotal>> rolled_up_totals(std::span<const UsageFile> files,
                                                             Rollups& rollups, const Isrc& isrc) {
  TotalsOfRollups totals(isrc);
  for (const UsageFile& file : files) {
    if (!holds(file.segment, isrc)) continue;
    const Rollup* const rollup = rollups.of(file.segment.name);
    if (rollup && totals.add(rollup->view(), file)) continue;
    if (rollup) rollups.distrust(file.segment.name);
    return std::nullopt;
  }
  return totals.finish();
}

}  // namespace umikoe::stores
