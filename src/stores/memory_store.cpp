#include "stores/memory_store.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <tuple>

#include "stores/chart_days.h"
#include "stores/chart_summary.h"
#include "stores/delivery_rows.h"
#include "stores/row_sums.h"
#include "stores/segment_queries.h"
#include "stores/world_file.h"

namespace umikoe::stores {
namespace {

struct Delivered {
  int64_t generation = 0;
  app::DeliveryRecord record;
  app::DeliveryContent content;
  std::vector<demand::ChartRow> chart_rows;
  std::vector<demand::UsageRow> usage_rows;
  std::vector<demand::RevenueRow> revenue_rows;
};

bool mentions(const catalogue::Contents& contents, const app::OfRecordings& of) {
  return std::ranges::any_of(contents.recordings, [&](const auto& r) { return of.hold(r.isrc); });
}

bool mentions(const rights::Statement& statement, const app::OfRecordings& of) {
  return std::ranges::any_of(statement.releases, [&](const auto& release) {
    return std::ranges::any_of(release.assets, [&](const auto& a) { return of.hold(a.isrc); });
  });
}

class MemoryStore final : public app::WorldStore {
 public:
  explicit MemoryStore(const std::string& organisation_name) {
    info_.organisation = {OrganisationId{1}, organisation_name};
    info_.schema_version = static_cast<int>(all_migrations().size());
  }

  Result<app::WorldInfo> info() const override {
    const std::scoped_lock turn(turn_);
    return info_;
  }
  Result<void> set_as_of(std::optional<Date> as_of, bool demo) override {
    const std::scoped_lock turn(turn_);
    if (info_.as_of != as_of || info_.demo != demo) ++info_.generation;
    info_.as_of = as_of;
    info_.demo = demo;
    return {};
  }
  Result<std::unique_ptr<app::DeliveryWriter>> begin_delivery() override;

  Result<std::optional<app::DeliveryRecord>> delivery_with(
      const std::string& sha256) const override {
    const std::scoped_lock turn(turn_);
    for (const Delivered& d : deliveries_) {
      if (d.record.sha256 == sha256) return d.record;
    }
    return std::nullopt;
  }
  Result<std::vector<app::DeliveryRecord>> deliveries() const override {
    return collect<app::DeliveryRecord>(
        [](const Delivered& d, auto& out) { out.push_back(d.record); });
  }
  Result<std::vector<rights::Statement>> statements(const app::OfRecordings& of) const override {
    const std::scoped_lock turn(turn_);
    return statements_of_groups(
        [&](const rights::Statement& s) { return of.all() || mentions(s, of); });
  }
  Result<std::vector<Isrc>> recordings() const override;
  Result<std::vector<rights::Statement>> statements_sharing(
      const std::vector<std::string>& release_keys) const override {
    const std::scoped_lock turn(turn_);
    return statements_of_groups([&](const rights::Statement& s) {
      return std::ranges::any_of(s.main_release.keys(), [&](const std::string& key) {
        return std::ranges::find(release_keys, key) != release_keys.end();
      });
    });
  }
  Result<std::vector<rights::Licence>> licences(const app::OfRecordings& of) const override {
    return collect<rights::Licence>([&](const Delivered& d, auto& out) {
      for (const auto& l : d.content.licences) {
        if (of.hold(l.isrc)) out.push_back(l);
      }
    });
  }
  Result<std::vector<rights::Sighting>> sightings(const app::OfRecordings& of) const override {
    return collect<rights::Sighting>([&](const Delivered& d, auto& out) {
      for (const auto& s : d.content.sightings) {
        if (of.hold(s.isrc)) out.push_back(s);
      }
    });
  }
  Result<std::vector<catalogue::DeclaredParty>> parties() const override {
    return collect<catalogue::DeclaredParty>([](const Delivered& d, auto& out) {
      out.insert(out.end(), d.content.parties.begin(), d.content.parties.end());
    });
  }
  Result<std::vector<app::DeliveredContents>> contents(const app::OfRecordings& of) const override {
    return collect<app::DeliveredContents>([&](const Delivered& d, auto& out) {
      const catalogue::Contents& contents = d.content.contents;
      if (contents == catalogue::Contents{} || (!of.all() && !mentions(contents, of))) return;
      out.push_back({d.record.id, file_name(d.record.path), contents});
    });
  }
  Result<std::vector<app::GivenName>> names(const app::OfRecordings& of) const override {
    return collect<app::GivenName>([&](const Delivered& d, auto& out) {
      for (const auto& n : d.content.names) {
        if (of.hold(n.isrc)) out.push_back(n);
      }
    });
  }
  Result<std::vector<catalogue::OnlineVideo>> videos(const app::OfRecordings& of) const override {
    return stated(&app::DeliveryContent::videos,
                  [&](const auto& video) { return of.hold(video.isrc); });
  }
  Result<std::vector<rights::ServiceAsset>> assets(const app::OfRecordings& of) const override {
    return stated(&app::DeliveryContent::assets,
                  [&](const auto& asset) { return of.hold(asset.isrc); });
  }
  Result<std::vector<catalogue::GroupMember>> groups() const override {
    return stated(&app::DeliveryContent::groups, [](const auto&) { return true; });
  }
  Result<std::vector<demand::RevenueStatement>> revenue_statements() const override {
    const auto gone = replaced();
    return stated(&app::DeliveryContent::revenue_statements,
                  [&](const auto& statement) { return !gone.contains(statement.delivery); });
  }
  Result<std::vector<demand::ReportVersion>> report_versions() const override {
    return stated(&app::DeliveryContent::report_versions, [](const auto&) { return true; });
  }
  Result<int64_t> usage_rows() const override {
    const std::scoped_lock turn(turn_);
    int64_t count = 0;
    for (const Delivered& d : deliveries_) count += std::ssize(d.usage_rows);
    return count;
  }
  Result<app::Changes> changes_since(int64_t generation, size_t most) const override;
  // Nothing lies in files.
  Result<app::Compaction> compact() override { return app::Compaction{}; }
  Result<std::vector<demand::VideoViews>> views() const override {
    return stated(&app::DeliveryContent::views, [](const auto&) { return true; });
  }
  Result<std::vector<app::HandedReturn>> returns() const override {
    return stated(&app::DeliveryContent::returns, [](const auto&) { return true; });
  }
  Result<std::vector<demand::Appearance>> appearances() const override {
    return stated(&app::DeliveryContent::appearances, [](const auto&) { return true; });
  }
  Result<std::vector<app::KeptCaptions>> captions(const app::OfRecordings& of) const override {
    UMIKOE_TRY(auto all, stated(&app::DeliveryContent::captions,
                                [&](const auto& kept) { return of.hold(kept.isrc); }));
    for (auto& kept : all) kept.bytes.clear();
    return all;
  }
  Result<std::string> caption_bytes(const Isrc& isrc, DeliveryId delivery) const override {
    UMIKOE_TRY(const auto found, stated(&app::DeliveryContent::captions, [&](const auto& kept) {
                 return kept.isrc == isrc && kept.delivery == delivery;
               }));
    if (found.empty()) return fail("captions_unknown", {{"word", std::to_string(delivery.value)}});
    return found.front().bytes;
  }
  Result<edits::Edit> append_edit(const edits::EditDraft& entry) override {
    const std::scoped_lock turn(turn_);
    ++info_.generation;
    append(entry);
    return edits_.back();
  }
  Result<void> append_edits(std::span<const edits::EditDraft> entries) override {
    const std::scoped_lock turn(turn_);
    if (!entries.empty()) ++info_.generation;
    for (const edits::EditDraft& entry : entries) append(entry);
    return {};
  }
  Result<std::vector<edits::Edit>> edits() const override {
    const std::scoped_lock turn(turn_);
    return edits_;
  }
  Result<std::vector<app::RevenueTotal>> revenue(const app::OfRecordings& of) const override;
  Result<std::vector<app::UsageTotal>> usage(const app::OfRecordings& of) const override;
  Result<std::vector<app::ChartSummary>> charts(Date as_of) const override {
    const std::scoped_lock turn(turn_);
    std::vector<DeliveredChartRow> rows;
    for (const Delivered& d : deliveries_) {
      for (const auto& row : d.chart_rows) rows.push_back({d.record.id, row});
    }
    return summarise(rows, as_of);
  }
  Result<std::vector<app::ChartedDay>> chart_days(
      const app::SeriesQuestion& question) const override;
  Result<std::vector<demand::ChartLine>> chart_lines(
      std::span<const app::ChartedDay> days) const override;
  Result<std::vector<app::UsagePeriod>> usage_periods(
      const app::SeriesQuestion& question) const override;
  Result<std::vector<Finding>> verify() const override { return std::vector<Finding>{}; }

  Result<DeliveryId> accept(Delivered delivered);

 private:
  void append(edits::EditDraft entry) {
    if (!entry.organisation) entry.organisation = info_.organisation.id;
    edits_.push_back(edits::chained(entry, edits_.empty() ? nullptr : &edits_.back()));
    edit_generations_.push_back(info_.generation);
  }
  // What deliveries state in one list of their content, with the delivery that states it.
  template <class T, class Wanted>
  Result<std::vector<T>> stated(std::vector<T> app::DeliveryContent::*list, Wanted wanted) const {
    return collect<T>([&](const Delivered& d, auto& out) {
      for (T value : d.content.*list) {
        value.delivery = d.record.id;
        if (wanted(value)) out.push_back(std::move(value));
      }
    });
  }
  // What later versions of reports replace.
  std::set<DeliveryId> replaced() const {
    const auto versions = report_versions();
    const auto gone = demand::replaced_deliveries(*versions);
    return {gone.begin(), gone.end()};
  }
  template <class T, class Add>
  Result<std::vector<T>> collect(Add add) const {
    const std::scoped_lock turn(turn_);
    std::vector<T> values;
    for (const Delivered& d : deliveries_) add(d, values);
    return values;
  }
  template <class Wanted>
  std::vector<rights::Statement> statements_of_groups(Wanted wanted) const;

  mutable std::mutex turn_;
  app::WorldInfo info_;
  std::vector<Delivered> deliveries_;
  std::vector<edits::Edit> edits_;
  std::vector<int64_t> edit_generations_;
  int64_t statement_count_ = 0;
};

class MemoryWriter final : public app::DeliveryWriter {
 public:
  explicit MemoryWriter(MemoryStore& store) : store_(store) {}
  Result<void> add(const demand::ChartRow& row) override {
    delivered_.chart_rows.push_back(row);
    return {};
  }
  Result<void> add(const demand::UsageRow& row) override {
    delivered_.usage_rows.push_back(row);
    return {};
  }
  Result<void> add(const demand::RevenueRow& row) override {
    delivered_.revenue_rows.push_back(row);
    return {};
  }
  Result<DeliveryId> commit(const app::DeliveryRecord& record,
                            const app::DeliveryContent& content) override {
    delivered_.record = record;
    delivered_.content = content;
    return store_.accept(std::move(delivered_));
  }

 private:
  MemoryStore& store_;
  Delivered delivered_;
};

Result<std::unique_ptr<app::DeliveryWriter>> MemoryStore::begin_delivery() {
  return std::make_unique<MemoryWriter>(*this);
}

Result<DeliveryId> MemoryStore::accept(Delivered delivered) {
  const std::scoped_lock turn(turn_);
  for (const Delivered& d : deliveries_) {
    if (d.record.sha256 == delivered.record.sha256) {
      return fail("store_failed", {{"reason", "delivery.sha256 is on file"}});
    }
  }
  const DeliveryId id{static_cast<int64_t>(deliveries_.size()) + 1};
  delivered.record.id = id;
  if (!delivered.record.organisation) delivered.record.organisation = info_.organisation.id;
  app::DeliveryContent& content = delivered.content;
  for (rights::Statement& statement : content.statements) {
    statement.id = StatementId{++statement_count_};
    statement.delivery = id;
    rights::prepare(statement);
  }
  for (auto& licence : content.licences) licence.delivery = id;
  for (auto& sighting : content.sightings) sighting.delivery = id;
  delivered.generation = ++info_.generation;
  deliveries_.push_back(std::move(delivered));
  return id;
}

// Grows the set of keys from the wanted statements until it stops growing.
template <class Wanted>
std::vector<rights::Statement> MemoryStore::statements_of_groups(Wanted wanted) const {
  std::set<int64_t> chosen;
  std::set<std::string> keys;
  for (bool grew = true; grew;) {
    grew = false;
    for (const Delivered& d : deliveries_) {
      for (const rights::Statement& statement : d.content.statements) {
        if (chosen.contains(statement.id.value)) continue;
        const auto own = statement.main_release.keys();
        const bool shares =
            std::ranges::any_of(own, [&](const auto& k) { return keys.contains(k); });
        if (!shares && !wanted(statement)) continue;
        chosen.insert(statement.id.value);
        keys.insert(own.begin(), own.end());
        grew = true;
      }
    }
  }
  std::vector<rights::Statement> statements;
  for (const Delivered& d : deliveries_) {
    for (const rights::Statement& statement : d.content.statements) {
      if (chosen.contains(statement.id.value)) statements.push_back(statement);
    }
  }
  return statements;
}

Result<std::vector<Isrc>> MemoryStore::recordings() const {
  std::set<Isrc> all;
  const auto add_each = [&](const auto& rows) {
    for (const auto& row : rows) {
      if constexpr (requires { row.isrc.value(); }) {
        if (row.isrc) all.insert(*row.isrc);
      } else {
        all.insert(row.isrc);
      }
    }
  };
  const std::scoped_lock turn(turn_);
  for (const Delivered& d : deliveries_) {
    for (const auto& statement : d.content.statements) {
      for (const auto& release : statement.releases) add_each(release.assets);
    }
    add_each(d.content.contents.recordings);
    add_each(d.content.names);
    add_each(d.content.licences);
    add_each(d.content.sightings);
    add_each(d.content.groups);
    add_each(d.content.videos);
    add_each(d.content.assets);
    add_each(d.content.captions);
    add_each(d.usage_rows);
    add_each(d.revenue_rows);
  }
  return std::vector<Isrc>(all.begin(), all.end());
}

Result<app::Changes> MemoryStore::changes_since(int64_t generation, size_t most) const {
  const std::scoped_lock turn(turn_);
  app::Changes changes;
  std::set<int64_t> edited;
  std::set<std::string> kinds;
  for (size_t i = 0; i < edits_.size(); ++i) {
    if (edit_generations_[i] <= generation) continue;
    edited.insert(edit_generations_[i]);
    kinds.insert(edits_[i].entry.kind);
  }
  changes.edit_kinds.assign(kinds.begin(), kinds.end());
  int64_t others = info_.generation - generation - std::ssize(edited);
  std::set<Isrc> recordings;
  std::set<int64_t> fresh;
  for (const Delivered& d : deliveries_) {
    if (d.generation <= generation) continue;
    --others;
    app::DeliveryContent rights;
    rights.statements = d.content.statements;
    rights.contents = d.content.contents;
    rights.licences = d.content.licences;
    rights.sightings = d.content.sightings;
    rights.parties = d.content.parties;
    if (rights != d.content || !d.chart_rows.empty() || !d.usage_rows.empty() ||
        !d.revenue_rows.empty()) {
      changes.only_rights = false;
    }
    for (const auto& statement : d.content.statements) fresh.insert(statement.id.value);
    for (const auto& licence : d.content.licences) recordings.insert(licence.isrc);
    for (const auto& sighting : d.content.sightings) recordings.insert(sighting.isrc);
    for (const auto& recording : d.content.contents.recordings) {
      if (recording.isrc) recordings.insert(*recording.isrc);
    }
  }
  changes.only_rights = changes.only_rights && others == 0;
  const auto wanted = [&](const rights::Statement& s) { return fresh.contains(s.id.value); };
  for (const rights::Statement& statement : statements_of_groups(wanted)) {
    for (const auto& release : statement.releases) {
      for (const auto& asset : release.assets) recordings.insert(asset.isrc);
    }
  }
  changes.recordings.assign(recordings.begin(), recordings.end());
  if (changes.recordings.size() > most) changes.recordings.resize(most + 1);
  return changes;
}

Result<std::vector<app::UsageTotal>> MemoryStore::usage(const app::OfRecordings& of) const {
  const auto gone = replaced();
  const std::scoped_lock turn(turn_);
  UsageSums sums;
  for (const Delivered& d : deliveries_) {
    if (gone.contains(d.record.id)) continue;
    for (const demand::UsageRow& row : d.usage_rows) {
      if (of.hold(row.isrc)) sums.add(d.record.id, row);
    }
  }
  return std::move(sums).finish();
}

Result<std::vector<app::ChartedDay>> MemoryStore::chart_days(
    const app::SeriesQuestion& question) const {
  const std::scoped_lock turn(turn_);
  std::vector<ChartPart> parts;
  for (const Delivered& d : deliveries_) add_parts(d.record.id, d.chart_rows, question, parts);
  return standing_days(std::move(parts));
}

Result<std::vector<demand::ChartLine>> MemoryStore::chart_lines(
    std::span<const app::ChartedDay> days) const {
  const std::scoped_lock turn(turn_);
  const StandingRows rows(days);
  std::vector<demand::ChartLine> lines;
  for (const Delivered& d : deliveries_) {
    UMIKOE_TRY(add_lines(d.record.id, d.chart_rows, rows, lines));
  }
  put_in_order(lines);
  return lines;
}

Result<std::vector<app::UsagePeriod>> MemoryStore::usage_periods(
    const app::SeriesQuestion& question) const {
  const auto gone = replaced();
  const std::scoped_lock turn(turn_);
  std::vector<app::UsagePeriod> periods;
  for (const Delivered& d : deliveries_) {
    if (gone.contains(d.record.id)) continue;
    for (const demand::UsageRow& row : d.usage_rows) {
      const auto& [isrcs, names, territories, as_of] = question;
      if (row.period_end > as_of || std::ranges::find(isrcs, row.isrc) == isrcs.end() ||
          std::ranges::find(territories, row.territory) == territories.end()) {
        continue;
      }
      app::UsagePeriod period{d.record.id,   row.service,       row.service_name,
                              row.territory, row.period_start,  row.period_end,
                              row.net_units, row.user_generated};
      const auto same = std::ranges::find_if(periods, [&](const app::UsagePeriod& p) {
        return std::tie(p.delivery, p.service, p.territory, p.period_start, p.period_end,
                        p.user_generated) == std::tie(period.delivery, period.service,
                                                      period.territory, period.period_start,
                                                      period.period_end, period.user_generated);
      });
      if (same == periods.end()) {
        periods.push_back(std::move(period));
        continue;
      }
      same->units += period.units;
      prefer(same->service_name, period.service_name);
    }
  }
  put_in_order(periods);
  return periods;
}

Result<std::vector<app::RevenueTotal>> MemoryStore::revenue(const app::OfRecordings& of) const {
  const auto gone = replaced();
  const std::scoped_lock turn(turn_);
  RevenueSums sums;
  for (const Delivered& d : deliveries_) {
    if (gone.contains(d.record.id)) continue;
    for (const demand::RevenueRow& row : d.revenue_rows) {
      if (of.hold(row.isrc)) sums.add(d.record.id, row);
    }
  }
  return std::move(sums).finish();
}

}  // namespace

std::unique_ptr<app::WorldStore> make_memory_store(const std::string& organisation_name) {
  return std::make_unique<MemoryStore>(organisation_name);
}

}  // namespace umikoe::stores
