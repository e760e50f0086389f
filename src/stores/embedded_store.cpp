#include "stores/embedded_store.h"

#include <sys/stat.h>

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <mutex>

#include "base/sha256.h"
#include "stores/delivery_rows.h"
#include "stores/desk_rows.h"
#include "stores/isrc_list.h"
#include "stores/registered_segments.h"
#include "stores/rollup/served_usage.h"
#include "stores/rollup/usage_answers.h"
#include "stores/segment_queries.h"
#include "stores/segment_writer.h"
#include "stores/statement_rows.h"
#include "stores/verify_world.h"
#include "stores_sql.h"

namespace umikoe::stores {
namespace {

class EmbeddedStore;

class EmbeddedWriter final : public app::DeliveryWriter {
 public:
  explicit EmbeddedWriter(EmbeddedStore& store);
  ~EmbeddedWriter() override;
  Result<void> add(const demand::ChartRow& row) override { return segments_.add(row); }
  Result<void> add(const demand::UsageRow& row) override { return segments_.add(row); }
  Result<void> add(const demand::RevenueRow& row) override { return segments_.add(row); }
  Result<DeliveryId> commit(const app::DeliveryRecord& record,
                            const app::DeliveryContent& content) override;

 private:
  EmbeddedStore& store_;
  bool committed_ = false;
  SegmentWriter segments_;
};

class EmbeddedStore final : public app::WorldStore {
 public:
  EmbeddedStore(WorldPaths paths, const WorldSurroundings& around, Sqlite database,
                std::optional<WriterLock> lock)
      : paths_(std::move(paths)),
        around_(around),
        lock_(std::move(lock)),
        database_(std::move(database)),
        served_usage_(paths_, around_.rollups) {}

  Result<app::WorldInfo> info() const override;
  Result<void> set_as_of(std::optional<Date> as_of, bool demo) override;
  Result<std::unique_ptr<app::DeliveryWriter>> begin_delivery() override;

  Result<std::optional<app::DeliveryRecord>> delivery_with(
      const std::string& sha256) const override {
    return read([&] { return select_delivery(database_, sha256); });
  }
  Result<std::vector<app::DeliveryRecord>> deliveries() const override {
    return read([&] { return select_deliveries(database_); });
  }
  Result<std::vector<Isrc>> recordings() const override;
  Result<std::vector<rights::Statement>> statements(const app::OfRecordings& of) const override {
    return read([&] { return select_statements(database_, of); });
  }
  Result<std::vector<rights::Statement>> statements_sharing(
      const std::vector<std::string>& release_keys) const override {
    return read([&] { return select_statements_sharing(database_, release_keys); });
  }
  Result<std::vector<rights::Licence>> licences(const app::OfRecordings& of) const override {
    return read([&] { return select_licences(database_, of); });
  }
  Result<std::vector<rights::Sighting>> sightings(const app::OfRecordings& of) const override {
    return read([&] { return select_sightings(database_, of); });
  }
  Result<std::vector<catalogue::DeclaredParty>> parties() const override {
    return read([&] { return select_parties(database_); });
  }
  Result<std::vector<app::DeliveredContents>> contents(const app::OfRecordings& of) const override {
    return read([&] { return select_contents(database_, of); });
  }
  Result<std::vector<app::GivenName>> names(const app::OfRecordings& of) const override {
    return read([&] { return select_names(database_, of); });
  }
  Result<std::vector<catalogue::OnlineVideo>> videos(const app::OfRecordings& of) const override {
    return read([&] { return select_videos(database_, of); });
  }
  Result<std::vector<rights::ServiceAsset>> assets(const app::OfRecordings& of) const override {
    return read([&] { return select_assets(database_, of); });
  }
  Result<std::vector<catalogue::GroupMember>> groups() const override {
    return read([&] { return select_groups(database_); });
  }
  Result<std::vector<demand::RevenueStatement>> revenue_statements() const override {
    return read([&]() -> Result<std::vector<demand::RevenueStatement>> {
      UMIKOE_TRY(auto statements, select_revenue_statements(database_));
      UMIKOE_TRY(const auto gone, replaced_deliveries(database_));
      std::erase_if(statements, [&](const auto& s) { return gone.contains(s.delivery.value); });
      return statements;
    });
  }
  Result<std::vector<demand::ReportVersion>> report_versions() const override {
    return read([&] { return select_report_versions(database_); });
  }
  Result<std::vector<demand::VideoViews>> views() const override {
    return read([&] { return select_views(database_); });
  }
  Result<std::vector<app::HandedReturn>> returns() const override {
    return read([&] { return select_returns(database_); });
  }
  Result<std::vector<demand::Appearance>> appearances() const override {
    return read([&] { return select_appearances(database_); });
  }
  Result<std::vector<app::KeptCaptions>> captions(const app::OfRecordings& of) const override {
    return read([&] { return select_captions(database_, of); });
  }
  Result<std::string> caption_bytes(const Isrc& isrc, DeliveryId delivery) const override {
    return read([&] { return select_caption_bytes(database_, isrc, delivery); });
  }
  Result<edits::Edit> append_edit(const edits::EditDraft& entry) override;
  Result<void> append_edits(std::span<const edits::EditDraft> entries) override;
  Result<std::vector<edits::Edit>> edits() const override {
    return read([&] { return select_edits(database_); });
  }
  Result<std::vector<app::RevenueTotal>> revenue(const app::OfRecordings& of) const override;
  Result<int64_t> usage_rows() const override;
  Result<std::vector<app::UsageTotal>> usage(const app::OfRecordings& of) const override;
  Result<std::vector<app::ChartSummary>> charts(Date as_of) const override;
  Result<std::vector<app::ChartedDay>> chart_days(
      const app::SeriesQuestion& question) const override;
  Result<std::vector<demand::ChartLine>> chart_lines(
      std::span<const app::ChartedDay> days) const override;
  Result<std::vector<app::UsagePeriod>> usage_periods(
      const app::SeriesQuestion& question) const override;
  Result<app::Changes> changes_since(int64_t generation, size_t most) const override {
    return read([&] { return select_changes(database_, generation, most); });
  }
  Result<app::Compaction> compact() override;
  Result<std::vector<Finding>> verify() const override;

  const WorldPaths& paths() const { return paths_; }
  const WorldSurroundings& around() const { return around_; }
  // The one transaction that makes a delivery part of the world.
  Result<DeliveryId> accept(app::DeliveryRecord record, const app::DeliveryContent& content,
                            const std::vector<Segment>& segments);
  // A writer comes, and gets the part of file names that is its own.
  std::string enter_writer();
  // A writer goes; segments it leaves unregistered are removed.
  void leave_writer(const std::vector<Segment>& dropped);

 private:
  // One snapshot for all that one question reads, whatever a writer does meanwhile.
  template <class Ask>
  auto read(Ask ask) const -> decltype(ask()) {
    const std::scoped_lock turn(turn_);
    UMIKOE_TRY(const auto snapshot, Transaction::begin(database_, sql::begin_read));
    return ask();
  }
  // Nobody in particular means the world's own organisation.
  Result<OrganisationId> organisation_or_own(OrganisationId organisation);
  // Of one kind, as far as they may hold one of the keys; no keys ask for all.
  using Keys = std::vector<std::string>;
  Result<SegmentList> segments_of(std::string_view kind, const Keys& keys) const;
  // A question that lists in its argument which segments it reads. Another process may compact them
  // meanwhile and take the old files away: then the question is put again.
  template <class Question>
  auto put(Question question) const -> decltype(question(std::declval<SegmentList&>())) {
    std::optional<SegmentList> failed;
    for (;;) {
      SegmentList asked;
      auto answer = read([&] { return question(asked); });
      if (answer || failed == asked) return answer;
      failed = std::move(asked);
    }
  }
  // Asks DuckDB about the segments of a kind.
  template <class Question>
  auto ask(std::string_view kind, const Keys& keys, Question question) const
      -> decltype(question(std::declval<Duck&>(), std::declval<const SegmentList&>())) {
    return put([&](SegmentList& asked) -> decltype(question(*std::declval<Duck*>(),
                                                            std::as_const(asked))) {
      UMIKOE_TRY(asked, segments_of(kind, keys));
      UMIKOE_TRY(Duck* const engine, duck());
      return question(*engine, asked);
    });
  }
  Result<void> make_rollups();
  Result<void> exchange(const std::vector<SegmentExchange>& exchanges);
  Result<Duck*> duck() const;

  WorldPaths paths_;
  WorldSurroundings around_;
  std::optional<WriterLock> lock_;
  mutable std::mutex turn_;
  mutable Sqlite database_;
  mutable std::optional<Duck> duck_;
  mutable ServedUsage served_usage_;
  int live_writers_ = 0;
  int64_t writers_seen_ = 0;
};

EmbeddedWriter::EmbeddedWriter(EmbeddedStore& store)
    : store_(store),
      segments_({store.paths().segments(), store.paths().temporary(), store.enter_writer()},
                store.around().files, store.around().segment_rows_max) {}

EmbeddedWriter::~EmbeddedWriter() {
  store_.leave_writer(committed_ ? std::vector<Segment>() : segments_.segments());
}

Result<DeliveryId> EmbeddedWriter::commit(const app::DeliveryRecord& record,
                                          const app::DeliveryContent& content) {
  UMIKOE_TRY(const auto segments, segments_.finish());
  UMIKOE_TRY(const DeliveryId id, store_.accept(record, content, segments));
  committed_ = true;
  return id;
}

Result<app::WorldInfo> EmbeddedStore::info() const {
  return read([&]() -> Result<app::WorldInfo> {
    UMIKOE_TRY(auto info, select_info(database_));
    info.schema_version = static_cast<int>(around_.migrations.size());
    return info;
  });
}

Result<void> EmbeddedStore::set_as_of(std::optional<Date> as_of, bool demo) {
  const std::scoped_lock turn(turn_);
  std::optional<int64_t> day;
  if (as_of) day = as_of->days;
  UMIKOE_TRY(auto transaction, Transaction::begin(database_, sql::begin_write));
  UMIKOE_TRY(database_.run(sql::update_as_of, day, demo));
  return transaction.commit();
}

Result<std::unique_ptr<app::DeliveryWriter>> EmbeddedStore::begin_delivery() {
  if (!lock_) return fail("store_failed", {{"reason", paths_.directory + ": opened to read"}});
  return std::make_unique<EmbeddedWriter>(*this);
}

std::string EmbeddedStore::enter_writer() {
  const std::scoped_lock turn(turn_);
  ++live_writers_;
  return std::to_string(++writers_seen_);
}

void EmbeddedStore::leave_writer(const std::vector<Segment>& dropped) {
  const std::scoped_lock turn(turn_);
  --live_writers_;
  // Another live writer may have written the very same rows and be about to register the file:
  // then it stays, at worst as rubbish for the next sweep.
  if (live_writers_ > 0) return;
  for (const Segment& segment : dropped) {
    auto registered = database_.query(sql::count_segment);
    if (!registered) return;
    registered->bind(segment.name);
    const auto row = registered->step();
    if (!row || !*row || registered->integer(0) > 0) continue;
    static_cast<void>(around_.files.unlink(paths_.segments() + "/" + segment.name));
  }
}

Result<DeliveryId> EmbeddedStore::accept(app::DeliveryRecord record,
                                         const app::DeliveryContent& content,
                                         const std::vector<Segment>& segments) {
  const std::scoped_lock turn(turn_);
  UMIKOE_TRY(auto transaction, Transaction::begin(database_, sql::begin_write));
  UMIKOE_TRY(const int64_t generation, database_.number(sql::raise_generation));
  UMIKOE_TRY(record.organisation, organisation_or_own(record.organisation));
  UMIKOE_TRY(const DeliveryId delivery, insert_delivery(database_, record, generation));
  for (const rights::Statement& statement : content.statements) {
    UMIKOE_TRY(insert_statement(database_, delivery, statement));
  }
  UMIKOE_TRY(insert_content(database_, delivery, content));
  for (const Segment& segment : segments) {
    UMIKOE_TRY(database_.run(sql::insert_segment, segment.name, delivery.value, segment.kind,
                             segment.row_count, segment.byte_count, segment.first_key,
                             segment.last_key));
  }
  UMIKOE_TRY(transaction.commit());
  return delivery;
}

Result<OrganisationId> EmbeddedStore::organisation_or_own(OrganisationId organisation) {
  if (organisation) return organisation;
  UMIKOE_TRY(const auto info, select_info(database_));
  return info.organisation.id;
}

Result<edits::Edit> EmbeddedStore::append_edit(const edits::EditDraft& entry) {
  if (!lock_) return fail("store_failed", {{"reason", paths_.directory + ": opened to read"}});
  const std::scoped_lock turn(turn_);
  UMIKOE_TRY(auto transaction, Transaction::begin(database_, sql::begin_write));
  UMIKOE_TRY(database_.number(sql::raise_generation));
  edits::EditDraft owned = entry;
  UMIKOE_TRY(owned.organisation, organisation_or_own(owned.organisation));
  UMIKOE_TRY(auto edit, insert_edit(database_, owned));
  UMIKOE_TRY(transaction.commit());
  return edit;
}

Result<void> EmbeddedStore::append_edits(std::span<const edits::EditDraft> entries) {
  if (!lock_) return fail("store_failed", {{"reason", paths_.directory + ": opened to read"}});
  if (entries.empty()) return {};
  const std::scoped_lock turn(turn_);
  UMIKOE_TRY(auto transaction, Transaction::begin(database_, sql::begin_write));
  UMIKOE_TRY(database_.number(sql::raise_generation));
  for (edits::EditDraft owned : entries) {
    UMIKOE_TRY(owned.organisation, organisation_or_own(owned.organisation));
    UMIKOE_TRY(insert_edit(database_, owned));
  }
  return transaction.commit();
}

Result<SegmentList> EmbeddedStore::segments_of(std::string_view kind, const Keys& keys) const {
  UMIKOE_TRY(const auto gone, replaced_deliveries(database_));
  UMIKOE_TRY(const auto found, registered_segments(database_, paths_.segments(), kind, gone));
  return narrowed(found, keys);
}

Result<Duck*> EmbeddedStore::duck() const {
  if (!duck_) {
    UMIKOE_TRY(auto opened, Duck::open(0, paths_.temporary()));
    duck_.emplace(std::move(opened));
  }
  return &*duck_;
}

Result<std::vector<Isrc>> EmbeddedStore::recordings() const {
  UMIKOE_TRY(auto all, read([&] { return select_recordings(database_); }));
  for (const std::string_view kind : {"usage", "revenue"}) {
    UMIKOE_TRY(const auto reported, ask(kind, {}, [&](Duck& duck, const SegmentList& list) {
                 return select_reported(duck, list);
               }));
    all.insert(all.end(), reported.begin(), reported.end());
  }
  const app::OfRecordings each_once(std::move(all));
  return std::vector<Isrc>(each_once.some().begin(), each_once.some().end());
}

Result<int64_t> EmbeddedStore::usage_rows() const {
  return read([&]() -> Result<int64_t> {
    UMIKOE_TRY(const auto found, registered_segments(database_, paths_.segments(), "usage", {}));
    int64_t rows = 0;
    for (const Segment& segment : found.files) rows += segment.row_count;
    return rows;
  });
}

Result<std::vector<app::UsageTotal>> EmbeddedStore::usage(const app::OfRecordings& of) const {
  std::vector<app::UsageTotal> totals;
  app::OfRecordings rest = of;
  if (!of.all()) {
    UMIKOE_TRY(totals, read([&] { return served_usage_.totals(database_, rest); }));
    if (rest.some().empty()) return totals;
  }
  UMIKOE_TRY(auto summed,
             ask("usage", isrc_texts(rest.some()),
                 [&](Duck& duck, const SegmentList& list) { return sum_usage(duck, list, rest); }));
  std::ranges::move(summed, std::back_inserter(totals));
  put_in_order(totals);
  return totals;
}

Result<std::vector<app::RevenueTotal>> EmbeddedStore::revenue(const app::OfRecordings& of) const {
  return ask("revenue", isrc_texts(of.some()),
             [&](Duck& duck, const SegmentList& list) { return sum_revenue(duck, list, of); });
}

Result<std::vector<app::ChartSummary>> EmbeddedStore::charts(Date as_of) const {
  return ask("chart", {}, [&](Duck& duck, const SegmentList& list) {
    return summarise_charts(duck, list, as_of);
  });
}

Result<std::vector<app::ChartedDay>> EmbeddedStore::chart_days(
    const app::SeriesQuestion& question) const {
  UMIKOE_TRY(auto parts,
             ask("chart", codes_of(question.territories), [&](Duck& duck, const SegmentList& list) {
               return read_chart_parts(duck, list, question);
             }));
  return standing_days(std::move(parts));
}

Result<std::vector<demand::ChartLine>> EmbeddedStore::chart_lines(
    std::span<const app::ChartedDay> days) const {
  if (days.empty()) return std::vector<demand::ChartLine>{};
  const StandingRows rows(days);
  return ask("chart", codes_of(rows.territories()), [&](Duck& duck, const SegmentList& list) {
    return read_chart_lines(duck, list, rows);
  });
}

Result<std::vector<app::UsagePeriod>> EmbeddedStore::usage_periods(
    const app::SeriesQuestion& question) const {
  return put([&](SegmentList& rest) -> Result<std::vector<app::UsagePeriod>> {
    UMIKOE_TRY(auto parts, served_usage_.periods(database_, question, rest));
    if (!rest.names.empty()) {
      UMIKOE_TRY(Duck* const engine, duck());
      UMIKOE_TRY(auto others, read_usage_periods(*engine, rest, question));
      std::ranges::move(others, std::back_inserter(parts));
    }
    return joined(std::move(parts));
  });
}

Result<app::Compaction> EmbeddedStore::compact() {
  if (!lock_) return fail("store_failed", {{"reason", paths_.directory + ": opened to read"}});
  UMIKOE_TRY(const auto registered, read([&]() -> Result<std::vector<RegisteredSegments>> {
               std::vector<RegisteredSegments> kinds;
               for (const std::string_view kind : compacted_kinds()) {
                 UMIKOE_TRY(auto found,
                            registered_segments(database_, paths_.segments(), kind, {}));
                 kinds.push_back(std::move(found));
               }
               return kinds;
             }));
  Compactor compactor({paths_.segments(), paths_.temporary(), enter_writer()}, around_.files,
                      around_.compact_rows_max);
  const auto exchanges = write_compact(compactor, registered);
  const auto done = exchanges ? exchange(*exchanges) : std::unexpected(exchanges.error());
  leave_writer(done ? files_to_drop(*exchanges) : compactor.segments());
  if (!done) return std::unexpected(done.error());
  UMIKOE_TRY(make_rollups());
  return counted(*exchanges);
}

// After the transaction: until a rollup is there, its segment is asked.
Result<void> EmbeddedStore::make_rollups() {
  if (!around_.rollups) return {};
  UMIKOE_TRY(const auto registered,
             read([&] { return registered_segments(database_, paths_.segments(), "usage", {}); }));
  const auto rolled_up = roll_up(registered, paths_, around_.files);
  const std::scoped_lock turn(turn_);
  served_usage_.look_again();
  return rolled_up;
}

// The one moment at which the new files take the place of the old ones.
Result<void> EmbeddedStore::exchange(const std::vector<SegmentExchange>& exchanges) {
  if (exchanges.empty()) return {};
  const std::scoped_lock turn(turn_);
  UMIKOE_TRY(auto transaction, Transaction::begin(database_, sql::begin_write));
  UMIKOE_TRY(exchange_segments(database_, exchanges));
  served_usage_.look_again();
  return transaction.commit();
}

Result<std::vector<Finding>> EmbeddedStore::verify() const {
  return read([&] { return verify_world(database_, paths_); });
}

Result<WorldPaths> make_directory(const std::string& directory, const FileLayer& files) {
  WorldPaths paths{directory};
  struct stat found = {};
  if (::stat(directory.c_str(), &found) == 0) return paths;
  UMIKOE_TRY(files.make_folder(directory));
  const auto slash = directory.find_last_of('/');
  const std::string parent = slash == std::string::npos ? "."
                             : slash == 0               ? "/"
                                                        : directory.substr(0, slash);
  UMIKOE_TRY(files.sync_folder(parent));
  return paths;
}

Result<std::unique_ptr<app::WorldStore>> open_to_write(const std::string& directory,
                                                       const std::string& organisation_name,
                                                       const WorldSurroundings& around) {
  UMIKOE_TRY(const WorldPaths paths, make_directory(directory, around.files));
  UMIKOE_TRY(auto lock, WriterLock::take(paths));
  UMIKOE_TRY(auto database, open_database_to_write(paths, around, organisation_name));
  UMIKOE_TRY(sweep(database, paths, around.files));
  return std::make_unique<EmbeddedStore>(paths, around, std::move(database), std::move(lock));
}

}  // namespace

Result<std::unique_ptr<app::WorldStore>> open_world(const std::string& directory, OpenMode mode,
                                                    const std::string& organisation_name_if_new,
                                                    const WorldSurroundings& around) {
  std::string folder = directory;
  while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
  if (mode == OpenMode::write) return open_to_write(folder, organisation_name_if_new, around);
  const WorldPaths paths{folder};
  auto database = open_database_to_read(paths, around);
  if (database) {
    return std::make_unique<EmbeddedStore>(paths, around, *std::move(database), std::nullopt);
  }
  if (database.error().code != "world_too_old") return std::unexpected(database.error());
  // A world moves forward: whoever opens an older one brings it up to date first.
  UMIKOE_TRY(auto migrated, open_to_write(folder, organisation_name_if_new, around));
  migrated.reset();
  UMIKOE_TRY(auto reopened, open_database_to_read(paths, around));
  return std::make_unique<EmbeddedStore>(paths, around, std::move(reopened), std::nullopt);
}

}  // namespace umikoe::stores
