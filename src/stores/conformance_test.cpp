// What every store must do, written once and run against each of them.
#include <gtest/gtest.h>

#include <functional>

#include "stores/embedded_store.h"
#include "stores/memory_store.h"
#include "stores/sample_deliveries.h"
#include "stores/temporary_folder.h"

namespace umikoe::stores {
namespace {

using sample::deliver;
using sample::isrc;

struct Kind {
  const char* name;
  std::function<Result<std::unique_ptr<app::WorldStore>>(const TemporaryFolder&)> open;
};

class Store : public testing::TestWithParam<Kind> {
 protected:
  void SetUp() override {
    auto opened = GetParam().open(folder_);
    ASSERT_TRUE(opened) << opened.error().code;
    store_ = *std::move(opened);
  }

  // Delivers with records numbered in order; returns the delivery's number.
  int64_t accept(sample::Delivery delivery) {
    delivery.record = sample::record(++records_);
    const auto id = deliver(*store_, delivery);
    EXPECT_TRUE(id) << id.error().code;
    return id ? id->value : 0;
  }
  int64_t accept_statement(const std::vector<std::string>& icpns, const std::vector<int>& isrcs) {
    sample::Delivery delivery;
    delivery.content.statements = {sample::statement(icpns, isrcs)};
    return accept(delivery);
  }
  std::vector<int64_t> deliveries_of_statements(std::optional<Isrc> of) {
    std::vector<int64_t> ids;
    const auto statements = store_->statements(of);
    for (const auto& s : statements.value()) ids.push_back(s.delivery.value);
    return ids;
  }

  TemporaryFolder folder_;
  std::unique_ptr<app::WorldStore> store_;
  int records_ = 0;
};

using Ids = std::vector<int64_t>;

TEST_P(Store, KnowsNothingAtFirst) {
  const auto info = store_->info().value();
  EXPECT_EQ(info.organisation.name, "海声レコード");
  EXPECT_TRUE(info.organisation.id);
  EXPECT_EQ(info.generation, 0);
  EXPECT_EQ(info.schema_version, 4);
  EXPECT_EQ(info.as_of, std::nullopt);
  EXPECT_FALSE(info.demo);
  auto all = sample::everything(*store_).value();
  EXPECT_TRUE(all.deliveries.empty());
  EXPECT_TRUE(all.statements.empty());
  EXPECT_TRUE(all.usage.empty());
  EXPECT_TRUE(all.charts.empty());
  EXPECT_EQ(store_->delivery_with("00").value(), std::nullopt);
  EXPECT_TRUE(store_->statements(isrc(1)).value().empty());
  EXPECT_TRUE(store_->statements_sharing({"icpn:1"}).value().empty());
  EXPECT_TRUE(store_->verify().value().empty());
}

TEST_P(Store, GivesBackEveryFieldOfADelivery) {
  sample::Delivery delivery;
  delivery.content.statements = {sample::statement({"04988000000016"}, {1, 2}),
                                 sample::statement({"04988000000023"}, {3})};
  delivery.content.contents = sample::contents({1, 2});
  const sample::Delivery table = sample::delivery(3);
  delivery.content.licences = table.content.licences;
  delivery.content.sightings = table.content.sightings;
  delivery.content.parties = table.content.parties;
  delivery.content.names = sample::delivery(2).content.names;
  delivery.content.groups = table.content.groups;
  delivery.content.videos = table.content.videos;
  delivery.content.assets = table.content.assets;
  delivery.content.revenue_statements = table.content.revenue_statements;
  delivery.content.views = table.content.views;
  delivery.content.returns = table.content.returns;
  delivery.content.captions = table.content.captions;
  ASSERT_EQ(accept(delivery), 1);

  auto expected = delivery.content;
  for (auto& group : expected.groups) group.delivery = DeliveryId{1};
  for (auto& video : expected.videos) video.delivery = DeliveryId{1};
  for (auto& asset : expected.assets) asset.delivery = DeliveryId{1};
  for (auto& statement : expected.revenue_statements) statement.delivery = DeliveryId{1};
  for (auto& views : expected.views) views.delivery = DeliveryId{1};
  for (auto& handed : expected.returns) handed.delivery = DeliveryId{1};
  for (auto& kept : expected.captions) kept.delivery = DeliveryId{1};
  for (size_t i = 0; i < expected.statements.size(); ++i) {
    expected.statements[i].id = StatementId{static_cast<int64_t>(i) + 1};
    expected.statements[i].delivery = DeliveryId{1};
    rights::prepare(expected.statements[i]);
  }
  for (auto& licence : expected.licences) licence.delivery = DeliveryId{1};
  for (auto& sighting : expected.sightings) sighting.delivery = DeliveryId{1};
  const auto all = sample::everything(*store_).value();
  EXPECT_EQ(all.statements, expected.statements);
  EXPECT_EQ(all.licences, expected.licences);
  EXPECT_EQ(all.sightings, expected.sightings);
  EXPECT_EQ(all.parties, expected.parties);
  EXPECT_EQ(all.names, expected.names);
  EXPECT_EQ(all.groups, expected.groups);
  EXPECT_EQ(all.videos, expected.videos);
  EXPECT_EQ(all.assets, expected.assets);
  EXPECT_EQ(all.revenue_statements, expected.revenue_statements);
  EXPECT_EQ(all.views, expected.views);
  EXPECT_EQ(all.returns, expected.returns);
  EXPECT_EQ(all.captions, expected.captions);
  ASSERT_EQ(all.contents.size(), 1u);
  EXPECT_EQ(all.contents[0].delivery, DeliveryId{1});
  EXPECT_EQ(all.contents[0].document, "file1.xml");
  EXPECT_EQ(all.contents[0].contents, expected.contents);
  auto record = sample::record(1);
  record.id = DeliveryId{1};
  record.organisation = all.organisation.id;
  EXPECT_EQ(all.deliveries, std::vector{record});
  EXPECT_EQ(store_->delivery_with(record.sha256).value(), record);
  EXPECT_EQ(all.generation, 1);
}

TEST_P(Store, AsksForCaptionsByRecordingAndForBytesByDelivery) {
  sample::Delivery first;
  first.content.captions = sample::delivery(3).content.captions;
  const app::KeptCaptions kept = first.content.captions.at(0);
  accept(first);
  sample::Delivery second;
  second.content.captions = {kept};
  second.content.captions[0].bytes = "other";
  accept(second);
  EXPECT_EQ(store_->captions(kept.isrc).value().size(), 2u);
  EXPECT_EQ(store_->captions(kept.isrc).value().at(0).bytes, "");
  EXPECT_TRUE(store_->captions(sample::isrc(4711)).value().empty());
  EXPECT_EQ(store_->caption_bytes(kept.isrc, DeliveryId{1}).value(), kept.bytes);
  EXPECT_EQ(store_->caption_bytes(kept.isrc, DeliveryId{2}).value(), "other");
  EXPECT_EQ(store_->caption_bytes(kept.isrc, DeliveryId{3}).error().code, "captions_unknown");
  EXPECT_EQ(store_->caption_bytes(sample::isrc(4711), DeliveryId{1}).error().code,
            "captions_unknown");
}

TEST_P(Store, PreparesLoadedStatements) {
  accept_statement({"1"}, {1});
  const auto statements = store_->statements(std::nullopt).value();
  EXPECT_TRUE(statements.at(0).deals.at(0).granted.contains(sample::territory("JP")));
  EXPECT_FALSE(statements.at(0).deals.at(1).granted.contains(sample::territory("JP")));
}

TEST_P(Store, FindsTheStatementsOfARecordingsReleaseGroups) {
  const auto first = accept_statement({"1"}, {1});
  const auto other = accept_statement({"2"}, {2});
  const auto later = accept_statement({"1"}, {3});  // the same release without recording 1
  EXPECT_EQ(deliveries_of_statements(isrc(1)), (Ids{first, later}));
  EXPECT_EQ(deliveries_of_statements(isrc(3)), (Ids{first, later}));
  EXPECT_EQ(deliveries_of_statements(isrc(2)), Ids{other});
  EXPECT_EQ(deliveries_of_statements(isrc(9)), Ids{});
  EXPECT_EQ(deliveries_of_statements(std::nullopt), (Ids{first, other, later}));
}

TEST_P(Store, JoinsReleaseGroupsThatAStatementBridges) {
  const auto a = accept_statement({"1"}, {1});
  const auto b = accept_statement({"2"}, {2});
  const auto c = accept_statement({"3"}, {3});
  const auto bridge = accept_statement({"3", "2", "1"}, {});
  EXPECT_EQ(deliveries_of_statements(isrc(1)), (Ids{a, b, c, bridge}));
  EXPECT_EQ(deliveries_of_statements(isrc(3)), (Ids{a, b, c, bridge}));
  const auto late = accept_statement({"2"}, {4});
  EXPECT_EQ(deliveries_of_statements(isrc(1)), (Ids{a, b, c, bridge, late}));
}

TEST_P(Store, KeepsStatementsWithoutReleaseKeysApart) {
  const auto a = accept_statement({}, {1});
  const auto b = accept_statement({}, {1});
  accept_statement({}, {2});
  EXPECT_EQ(deliveries_of_statements(isrc(1)), (Ids{a, b}));
}

TEST_P(Store, FindsStatementsByReleaseKeys) {
  const auto a = accept_statement({"1", "7"}, {1});
  accept_statement({"2"}, {2});
  const auto c = accept_statement({"7"}, {3});
  const auto keys = sample::statement({"1"}, {}).main_release.keys();
  const auto found = store_->statements_sharing(keys).value();
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].delivery.value, a);
  EXPECT_EQ(found[1].delivery.value, c);
  EXPECT_TRUE(store_->statements_sharing({"icpn:unheard-of"}).value().empty());
  EXPECT_TRUE(store_->statements_sharing({}).value().empty());
}

TEST_P(Store, FiltersByRecording) {
  for (int n = 0; n < 8; ++n) accept(sample::delivery(n));
  EXPECT_EQ(store_->licences(isrc(0)).value().size(), 1u);
  EXPECT_EQ(store_->licences(isrc(99)).value().size(), 0u);
  EXPECT_EQ(store_->sightings(isrc(4)).value().size(), 1u);
  EXPECT_EQ(store_->names(isrc(0)).value().size(), 1u);
  EXPECT_EQ(store_->contents(isrc(5)).value().size(), 1u);
  EXPECT_EQ(store_->contents(isrc(5)).value().at(0).contents.recordings.size(), 3u);
  EXPECT_EQ(store_->usage(isrc(0)).value().size(), 1u);
}

TEST_P(Store, LeavesNothingOfADeliveryThatIsDropped) {
  {
    auto writer = store_->begin_delivery().value();
    ASSERT_TRUE(writer->add(sample::usage_row(1, "JP", 5)));
    ASSERT_TRUE(writer->add(sample::chart_row("c", "2026-11-01", 1, "t", 5)));
  }
  const auto all = sample::everything(*store_).value();
  EXPECT_EQ(all.generation, 0);
  EXPECT_TRUE(all.usage.empty());
  EXPECT_TRUE(all.charts.empty());
}

TEST_P(Store, RefusesTheSameFileTwice) {
  ASSERT_TRUE(deliver(*store_, sample::delivery(1)));
  const auto before = sample::everything(*store_).value();
  auto again = sample::delivery(1);
  again.content.statements = {sample::statement({"1"}, {1})};
  const auto refused = deliver(*store_, again);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "store_failed");
  EXPECT_EQ(sample::everything(*store_).value(), before);
  ASSERT_TRUE(deliver(*store_, sample::delivery(2)));
}

TEST_P(Store, SumsUsageOverReports) {
  auto first = sample::usage_row(1, "BR", 100);
  auto returned = sample::usage_row(1, "BR", -30);
  auto by_users = sample::usage_row(1, "BR", 7);
  by_users.user_generated = true;
  auto elsewhere = sample::usage_row(1, "TH", 1);
  auto unnamed = sample::usage_row(1, "BR", 5);
  unnamed.service_name = "";
  sample::Delivery one, two;
  one.usage_rows = {elsewhere, first, returned};
  two.usage_rows = {by_users, unnamed, sample::usage_row(2, "BR", 3)};
  accept({});
  accept(one);
  accept(two);
  const auto totals = store_->usage(isrc(1)).value();
  ASSERT_EQ(totals.size(), 2u);
  EXPECT_EQ(totals[0].territory, sample::territory("BR"));
  EXPECT_EQ(totals[0].paid_units, 75);
  EXPECT_EQ(totals[0].user_generated_units, 7);
  EXPECT_EQ(totals[0].delivery, DeliveryId{2});
  EXPECT_EQ(totals[0].service, "PADPIDA2011021601H");
  EXPECT_EQ(totals[0].service_name, "Service");
  EXPECT_EQ(totals[0].period_start, sample::day("2026-10-01"));
  EXPECT_EQ(totals[0].period_end, sample::day("2026-10-31"));
  EXPECT_EQ(totals[1].paid_units, 1);
  EXPECT_EQ(store_->usage(std::nullopt).value().size(), 3u);
}

// Two reports may hold the same rows and still both count.
TEST_P(Store, CountsEqualRowsOfTwoReportsTwice) {
  sample::Delivery report;
  report.usage_rows = {sample::usage_row(1, "BR", 10)};
  accept(report);
  accept(report);
  const auto totals = store_->usage(std::nullopt).value();
  ASSERT_EQ(totals.size(), 1u);
  EXPECT_EQ(totals[0].paid_units, 20);
  EXPECT_EQ(totals[0].delivery, DeliveryId{1});
}

const app::ChartSummary& line_of(const std::vector<app::ChartSummary>& lines, const char* title) {
  static const app::ChartSummary none;
  for (const auto& line : lines) {
    if (line.title == title) return line;
  }
  ADD_FAILURE() << "no line " << title;
  return none;
}

TEST_P(Store, SummarisesChartsUpToADay) {
  sample::Delivery d;
  d.chart_rows = {sample::chart_row("daily", "2026-10-20", 9, "A", 500),  // before the window
                  sample::chart_row("daily", "2026-11-10", 2, "A", 200),
                  sample::chart_row("daily", "2026-11-10", 1, "B", 300),
                  sample::chart_row("daily", "2026-11-11", 1, "A", 250),
                  sample::chart_row("daily", "2026-11-11", 2, "B", 100),
                  sample::chart_row("daily", "2026-11-12", 2, "A", 90),
                  sample::chart_row("daily", "2026-11-12", 1, "B", std::nullopt),
                  sample::chart_row("daily", "2026-11-13", 1, "A", 90),  // stale below
                  sample::chart_row("daily", "2026-11-25", 1, "A", 9999)};
  d.chart_rows[7].stale = true;
  d.chart_rows[4].isrc = isrc(2);
  d.chart_rows[7].depth = 40;
  accept(d);
  const auto lines = store_->charts(sample::day("2026-11-20")).value();
  ASSERT_EQ(lines.size(), 3u);
  const auto& chart = lines[0];
  EXPECT_EQ(chart.chart, "daily");
  EXPECT_EQ(chart.title, "");
  EXPECT_EQ(chart.days_28d, 3);
  EXPECT_EQ(chart.streams_28d, 940);
  EXPECT_EQ(chart.threshold_streams, 100);  // of 200, 100 and 90
  EXPECT_EQ(chart.depth, 40);               // of the last day
  const auto& a = line_of(lines, "A");
  EXPECT_EQ(a.first_day, sample::day("2026-10-20"));
  EXPECT_EQ(a.last_day, sample::day("2026-11-13"));
  EXPECT_EQ(a.days_28d, 3);
  EXPECT_EQ(a.streams_28d, 540);
  EXPECT_EQ(a.best_rank, 1);
  EXPECT_EQ(a.threshold_streams, std::nullopt);
  EXPECT_EQ(a.isrc, std::nullopt);
  const auto& b = line_of(lines, "B");
  EXPECT_EQ(b.isrc, isrc(2));
  EXPECT_EQ(b.streams_28d, 400);
  EXPECT_EQ(b.depth, 50);
}

TEST_P(Store, TellsAChartWithoutStreamsFromOneWithNone) {
  sample::Delivery d;
  d.chart_rows = {sample::chart_row("ranks", "2026-11-10", 1, "A", std::nullopt)};
  accept(d);
  const auto lines = store_->charts(sample::day("2026-11-20")).value();
  EXPECT_EQ(line_of(lines, "A").streams_28d, std::nullopt);
  EXPECT_EQ(lines.at(0).threshold_streams, std::nullopt);
  EXPECT_TRUE(store_->charts(sample::day("2026-11-09")).value().empty());
}

TEST_P(Store, ReadsAChartsDayFromTheLastDeliveryThatStatesIt) {
  sample::Delivery old, corrected;
  old.chart_rows = {sample::chart_row("daily", "2026-11-10", 1, "Wrong", 10),
                    sample::chart_row("daily", "2026-11-09", 1, "A", 10)};
  corrected.chart_rows = {sample::chart_row("daily", "2026-11-10", 1, "A", 70)};
  accept(old);
  accept(corrected);
  const auto lines = store_->charts(sample::day("2026-11-20")).value();
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[1].title, "A");
  EXPECT_EQ(lines[1].streams_28d, 80);
}

// Money that one line does not state makes the sum unknown, not smaller.
TEST_P(Store, SumsRevenuePerStatement) {
  sample::Delivery one, two;
  auto adjusted = sample::revenue_row(1, "BR", -40);
  adjusted.units = -1;
  auto unstated = sample::revenue_row(1, "TH", 5);
  unstated.ours.reset();
  one.revenue_rows = {sample::revenue_row(1, "BR", 100), adjusted, unstated,
                      sample::revenue_row(1, "TH", 6)};
  auto sold = sample::revenue_row(2, "BR", 7);
  sold.use_type = "PermanentDownload";
  two.revenue_rows = {sample::revenue_row(1, "BR", 100), sample::revenue_row(2, "BR", 1), sold};
  accept(one);
  accept(two);
  const auto totals = store_->revenue(isrc(1)).value();
  ASSERT_EQ(totals.size(), 3u);
  EXPECT_EQ(totals[0].delivery, DeliveryId{1});
  EXPECT_EQ(totals[0].ours, FineAmount{60});
  EXPECT_EQ(totals[0].gross, FineAmount{120});
  EXPECT_EQ(totals[0].units, 2);
  EXPECT_EQ(totals[0].service_name, "Service");
  EXPECT_EQ(totals[0].usage_month, sample::day("2026-10-01"));
  EXPECT_EQ(totals[1].territory, sample::territory("TH"));
  EXPECT_EQ(totals[1].ours, std::nullopt);
  EXPECT_EQ(totals[1].gross, FineAmount{22});
  EXPECT_EQ(totals[2].delivery, DeliveryId{2});
  EXPECT_EQ(store_->revenue(std::nullopt).value().size(), 5u);
  EXPECT_EQ(store_->revenue(isrc(2)).value().at(1).use_type, "PermanentDownload");
}

TEST_P(Store, AsksAboutOneRecordingsVideosAndAssets) {
  accept(sample::delivery(3));
  EXPECT_EQ(store_->videos(isrc(0)).value().size(), 1u);
  EXPECT_EQ(store_->videos(isrc(9)).value().size(), 0u);
  EXPECT_EQ(store_->assets(isrc(0)).value().size(), 1u);
}

TEST_P(Store, KeepsALogOfEdits) {
  const edits::EditDraft first{.organisation = {},
                               .author = "森",
                               .made_at = Instant{1'700'000'000},
                               .kind = "held_back",
                               .subject = "JPZ00|BR",
                               .body = "{\"until\":\"2027-01-01\"}"};
  auto second = first;
  second.state = edits::EditState::withdrawn;
  const auto a = store_->append_edit(first).value();
  const auto b = store_->append_edit(second).value();
  EXPECT_EQ(a.id, EditId{1});
  EXPECT_EQ(a.entry.organisation, store_->info().value().organisation.id);
  EXPECT_EQ(b.previous_hash, a.hash);
  EXPECT_EQ(store_->edits().value(), (std::vector{a, b}));
  EXPECT_TRUE(edits::verify_chain(store_->edits().value()));
  EXPECT_EQ(store_->info().value().generation, 2);
  EXPECT_TRUE(store_->verify().value().empty());
}

TEST_P(Store, KeepsSeveralEditsAsOne) {
  const edits::EditDraft entry{.organisation = {},
                               .author = "森",
                               .made_at = Instant{1'700'000'000},
                               .kind = "glossary_term",
                               .subject = "a",
                               .body = "{}"};
  ASSERT_TRUE(store_->append_edits(std::vector<edits::EditDraft>(3, entry)));
  ASSERT_TRUE(store_->append_edits({}));
  const auto log = store_->edits().value();
  ASSERT_EQ(log.size(), 3u);
  EXPECT_EQ(log[2].id, EditId{3});
  EXPECT_TRUE(edits::verify_chain(log));
  EXPECT_EQ(store_->info().value().generation, 1);
}

TEST_P(Store, RemembersItsDay) {
  ASSERT_TRUE(store_->set_as_of(sample::day("2026-11-20"), true));
  EXPECT_EQ(store_->info().value().as_of, sample::day("2026-11-20"));
  EXPECT_TRUE(store_->info().value().demo);
  EXPECT_EQ(store_->info().value().generation, 1);
  ASSERT_TRUE(store_->set_as_of(sample::day("2026-11-20"), true));
  EXPECT_EQ(store_->info().value().generation, 1);  // nothing changed
  ASSERT_TRUE(store_->set_as_of(std::nullopt, false));
  EXPECT_EQ(store_->info().value().generation, 2);
  EXPECT_EQ(store_->info().value().as_of, std::nullopt);
}

TEST_P(Store, OrdersDeliveriesByTheirCommit) {
  auto slow = store_->begin_delivery().value();
  auto quick = store_->begin_delivery().value();
  ASSERT_TRUE(slow->add(sample::usage_row(1, "JP", 1)));
  ASSERT_TRUE(quick->add(sample::usage_row(2, "JP", 2)));
  EXPECT_EQ(quick->commit(sample::record(2), {}).value(), DeliveryId{1});
  EXPECT_EQ(slow->commit(sample::record(1), {}).value(), DeliveryId{2});
  EXPECT_EQ(store_->info().value().generation, 2);
  EXPECT_EQ(store_->usage(std::nullopt).value().size(), 2u);
}

Result<std::unique_ptr<app::WorldStore>> open_memory(const TemporaryFolder&) {
  return make_memory_store("海声レコード");
}

Result<std::unique_ptr<app::WorldStore>> open_embedded(const TemporaryFolder& folder) {
  // Pattern characters, quotes and spaces: a world may lie in any folder.
  return open_world(folder.at("w[1] *?'%23 世界"), OpenMode::write, "海声レコード",
                    {.segment_rows_max = 7});
}

std::string name_of(const testing::TestParamInfo<Kind>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Memory, Store, testing::Values(Kind{"memory", open_memory}), name_of);
#ifndef __SANITIZE_THREAD__  // the DuckDB library is not instrumented and reports what is no race
INSTANTIATE_TEST_SUITE_P(Embedded, Store, testing::Values(Kind{"embedded", open_embedded}),
                         name_of);

void expect_agreement(const app::WorldStore& a, const app::WorldStore& b,
                      const app::OfRecordings& of) {
  EXPECT_EQ(a.statements(of), b.statements(of));
  EXPECT_EQ(a.licences(of), b.licences(of));
  EXPECT_EQ(a.sightings(of), b.sightings(of));
  EXPECT_EQ(a.contents(of), b.contents(of));
  EXPECT_EQ(a.names(of), b.names(of));
  EXPECT_EQ(a.videos(of), b.videos(of));
  EXPECT_EQ(a.assets(of), b.assets(of));
  EXPECT_EQ(a.captions(of), b.captions(of));
  EXPECT_EQ(a.usage(of), b.usage(of));
  EXPECT_EQ(a.revenue(of), b.revenue(of));
}

// The two stores answer alike about whatever is delivered to both.
TEST(Stores, Agree) {
  const TemporaryFolder folder;
  const auto embedded = open_embedded(folder).value();
  const auto memory = make_memory_store("海声レコード");
  for (int n = 0; n < 40; ++n) {
    ASSERT_EQ(deliver(*embedded, sample::delivery(n * 7 % 41)),
              deliver(*memory, sample::delivery(n * 7 % 41)));
  }
  EXPECT_EQ(sample::everything(*embedded).value(), sample::everything(*memory).value());
  EXPECT_EQ(embedded->recordings(), memory->recordings());
  EXPECT_GT(memory->recordings().value().size(), 30u);
  for (int i = 0; i < 45; i += 3) expect_agreement(*embedded, *memory, isrc(i));
  const std::vector<Isrc> none, some{isrc(40), isrc(2), isrc(2), isrc(0), isrc(99), isrc(5)};
  for (const auto& of : {none, some}) expect_agreement(*embedded, *memory, app::OfRecordings(of));
  const app::SeriesQuestion question{.isrcs = {isrc(1), isrc(2), isrc(5)},
                                     .names = {{"歌手", "夜1"}, {"歌手", "夜2"}},
                                     .territories = TerritorySet::all().members(),
                                     .as_of = sample::day("2026-11-20")};
  EXPECT_FALSE(embedded->chart_days(question).value().empty());
  EXPECT_EQ(embedded->chart_days(question), memory->chart_days(question));
  EXPECT_EQ(embedded->usage_periods(question), memory->usage_periods(question));
}
#endif

}  // namespace
}  // namespace umikoe::stores
