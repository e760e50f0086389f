#include "app/reported_usage.h"

#include <gtest/gtest.h>

#include "app/judged_videos.h"
#include "app/service_import.h"
#include "app/statement_standing.h"
#include "app/yen_rates.h"

namespace umikoe::app {
namespace {

const Isrc song = *Isrc::parse("JPZZ02600001");
const TerritoryCode br = *TerritoryCode::parse("BR");
const TerritoryCode us = *TerritoryCode::parse("US");
const CurrencyCode usd = *CurrencyCode::parse("USD");

Date day(std::string_view text) { return *Date::parse(text); }

UsageTotal report(std::string service, int64_t paid) {
  UsageTotal usage;
  usage.service = "PADPIDA0000000001X";
  usage.service_name = std::move(service);
  usage.isrc = song;
  usage.territory = br;
  usage.period_start = day("2026-09-01");
  usage.period_end = day("2026-09-30");
  usage.paid_units = paid;
  return usage;
}

RevenueTotal money(int delivery, std::string service, int64_t units,
                   std::string_view month = "2026-09-01") {
  RevenueTotal total;
  total.delivery = DeliveryId{delivery};
  total.service = total.service_name = std::move(service);
  total.isrc = song;
  total.territory = br;
  total.usage_month = day(month);
  total.units = units;
  total.currency = usd;
  return total;
}

demand::RevenueStatement head(int delivery, std::string sender) {
  demand::RevenueStatement statement;
  statement.delivery = DeliveryId{delivery};
  statement.sender = std::move(sender);
  statement.currency = usd;
  return statement;
}

std::vector<UsageTotal> joined(std::vector<UsageTotal> usage, std::vector<RevenueTotal> revenue,
                               std::vector<demand::RevenueStatement> heads = {}) {
  add_statement_usage(usage, revenue, heads);
  return usage;
}

TEST(ReportedUsage, AStatementIsSilentWhereAReportSpeaks) {
  EXPECT_EQ(joined({report("Spotify", 900)}, {money(1, "spotify", 1000)}).size(), 1u);
  EXPECT_EQ(joined({report("Spotify", 900)}, {money(1, "Deezer", 1000)}).size(), 2u);
  EXPECT_EQ(joined({report("Spotify", 900)}, {money(1, "Spotify", 7, "2026-10-01")}).size(), 2u);
  const auto alone = joined({}, {money(1, "Spotify", 1000)});
  ASSERT_EQ(alone.size(), 1u);
  EXPECT_EQ(alone[0].paid_units, 1000);
  EXPECT_EQ(alone[0].period_end.to_string(), "2026-09-30");
}

TEST(ReportedUsage, TakesOneSenderAndItsAdjustments) {
  const auto usage =
      joined({}, {money(1, "Spotify", 1000), money(2, "Spotify", -40), money(3, "Spotify", 950)},
             {head(1, "A"), head(2, "A"), head(3, "B")});
  ASSERT_EQ(usage.size(), 1u);
  EXPECT_EQ(usage[0].paid_units, 960);
}

TEST(ReportedUsage, MonthsEndWhereTheyEnd) {
  EXPECT_EQ(last_day_of_month(day("2026-12-01")).to_string(), "2026-12-31");
  EXPECT_EQ(last_day_of_month(day("2028-02-01")).to_string(), "2028-02-29");
}

TEST(ReportedUsage, ClaimedViewsAreDemandOnce) {
  demand::VideoViews views;
  views.service = "YouTube";
  views.video_id = "v";
  views.uploader = "third_party";
  views.claimed = true;
  views.first_day = day("2026-09-01");
  views.last_day = day("2026-09-30");
  views.there = {{"", 5}, {"BR", 70}};
  const auto known = [](const demand::VideoViews&) { return std::optional(song); };
  std::vector<UsageTotal> usage;
  add_claimed_views(usage, std::vector{views}, known);
  ASSERT_EQ(usage.size(), 1u);
  EXPECT_EQ(usage[0].user_generated_units, 70);
  EXPECT_EQ(usage[0].paid_units, 0);
  add_claimed_views(usage, std::vector{views}, known);
  EXPECT_EQ(usage.size(), 1u);  // a report counts that use already
  demand::VideoViews own = views;
  own.uploader = "self";
  std::vector<UsageTotal> none;
  add_claimed_views(none, std::vector{own}, known);
  add_claimed_views(none, std::vector{views},
                    [](const demand::VideoViews&) { return std::optional<Isrc>(); });
  EXPECT_TRUE(none.empty());
}

catalogue::OnlineVideo video() {
  catalogue::OnlineVideo out;
  out.service = "YouTube";
  out.video_id = "v";
  out.channel_id = "UC-a_b";
  out.title = "MV";
  out.isrc = song;
  out.privacy = catalogue::Privacy::open;
  out.observed_on = day("2026-11-01");
  return out;
}

const std::vector<catalogue::DeclaredParty> ours = {
    {{.party_ids = {"YouTube:UCa_b"}, .name = "Umi"}, catalogue::PartyRole::own}};

JudgedVideo judged(std::vector<catalogue::OnlineVideo> videos,
                   std::vector<rights::ServiceAsset> assets = {},
                   const std::vector<catalogue::DeclaredParty>& parties = ours) {
  return judge_videos({videos, assets, parties, {}}).at(0);
}

TEST(JudgedVideos, PlayWhereTheirListsSay) {
  EXPECT_EQ(judged({video()}).plays_in(br), true);
  auto restricted = video();
  restricted.blocked = std::vector<std::string>{"BR"};
  EXPECT_EQ(judged({restricted}).plays_in(br), false);
  EXPECT_EQ(judged({restricted}).plays_in(us), true);
  restricted.blocked = std::vector<std::string>{};
  EXPECT_EQ(judged({restricted}).plays_in(br), true);
  restricted.blocked.reset();
  restricted.allowed = std::vector<std::string>{};
  EXPECT_EQ(judged({restricted}).plays_in(us), false);
  auto hidden = video();
  hidden.privacy = catalogue::Privacy::restricted;
  EXPECT_EQ(judged({hidden}).plays_in(us), false);
  hidden.privacy = catalogue::Privacy::unlisted;
  EXPECT_FALSE(judged({hidden}).plays_in(us));
}

TEST(JudgedVideos, TheLaterSnapshotReplacesABlock) {
  auto before = video();
  before.blocked = std::vector<std::string>{"BR"};
  auto after = video();
  after.observed_on = day("2026-11-05");
  EXPECT_EQ(judged({after, before}).plays_in(br), true);
  EXPECT_EQ(judged({after, before}).video.observed_on, day("2026-11-05"));
}

TEST(JudgedVideos, AskForWhatNoDocumentSays) {
  EXPECT_EQ(judged({video()}).question(), "");
  EXPECT_EQ(judged({video()}, {}, {}).question(), "whose_channel");
  auto unlinked = video();
  unlinked.isrc.reset();
  EXPECT_EQ(judged({unlinked}).question(), "which_recording");
  unlinked.asset_id = "A";
  rights::ServiceAsset asset;
  asset.asset_id = "A";
  asset.isrc = song;
  EXPECT_EQ(judged({unlinked}, {asset}).video.isrc, song);
  auto other = video();
  other.isrc = Isrc::parse("JPZZ02600002");
  const auto torn = judged({video(), other});
  EXPECT_FALSE(torn.video.isrc);
  EXPECT_EQ(torn.several.size(), 2u);
}

TEST(JudgedVideos, OnlyOfficialVideosAreSightings) {
  const std::vector<TerritoryCode> there = {br};
  const auto seen = [&](const JudgedVideo& one) {
    const std::vector<JudgedVideo> list = {one};
    const auto sightings = sightings_of(list, there);
    return sightings.empty() ? std::optional<rights::Seen>() : sightings.front().seen;
  };
  EXPECT_EQ(seen(judged({video()})), rights::Seen::yes);
  auto blocked = video();
  blocked.blocked = std::vector<std::string>{"BR"};
  EXPECT_EQ(seen(judged({blocked})), rights::Seen::no);
  auto track = video();
  track.marks = {"provided_to_youtube"};
  EXPECT_FALSE(seen(judged({track})));
  EXPECT_FALSE(seen(judged({video()}, {}, {})));
  auto second = blocked;
  second.video_id = "w";
  const std::vector<JudgedVideo> both = {judged({second}), judged({video()})};
  EXPECT_EQ(sightings_of(both, there).at(0).seen, rights::Seen::yes);
}

TEST(StatementStanding, CountsNothingTwiceAndGuessesNothing) {
  auto held = head(1, "A");
  held.number = "N1";
  held.lines = 2;
  held.lines_digest = "aa";
  const std::vector on_file = {held};
  const auto standing = [&](const demand::RevenueStatement& fresh) {
    const std::vector list = {fresh};
    const auto out = standing_of(list, on_file);
    return out.error ? out.error->code : out.status;
  };
  EXPECT_EQ(standing(held), "ignored");
  auto fresh = held;
  fresh.number.clear();
  EXPECT_EQ(standing(fresh), "ignored");
  fresh.number = "N2";
  EXPECT_EQ(standing(fresh), "statement_lines_held");
  fresh.lines_digest = "bb";
  EXPECT_EQ(standing(fresh), "accepted");
  fresh.number = "N1";
  EXPECT_EQ(standing(fresh), "statement_number_held");
  fresh.sender = "B";
  EXPECT_EQ(standing(fresh), "accepted");
  auto euro = head(2, "A");
  euro.currency = *CurrencyCode::parse("EUR");
  EXPECT_EQ(standing_of(std::vector{held, euro}, on_file).error->code, "statement_lines_held");
}

TEST(YenRates, AStatementsOwnRateComesFirst) {
  const std::vector<std::string> written = {"USD=150@2026-10-31:bank, retail"};
  const auto rates = YenRates::parse(written).value();
  auto statement = head(1, "A");
  EXPECT_EQ(rates.yen(FineAmount::parse("2"), statement)->to_string(), "300");
  statement.rate = {*FineAmount::parse("100"), "statement", day("2026-10-01")};
  EXPECT_EQ(rates.yen(FineAmount::parse("2"), statement)->to_string(), "200");
  statement.rate.reset();
  statement.currency = *CurrencyCode::parse("EUR");
  EXPECT_FALSE(rates.yen(FineAmount::parse("2"), statement));
  statement.currency = yen;
  EXPECT_EQ(rates.yen(FineAmount::parse("2"), statement)->to_string(), "2");
  EXPECT_FALSE(rates.yen(std::nullopt, statement));
}

TEST(YenRates, RefuseWhatHasNoDayOrSource) {
  for (const char* word :
       {"USD=150", "USD=150@2026-10-31", "USD=150@2026-10-31:", "USD=@2026-10-31:x",
        "USD=-1@2026-10-31:x", "JPY=1@2026-10-31:x", "", "USD=1@10/31:x", "150@2026-10-31:USD=x"}) {
    const std::vector<std::string> written = {word};
    EXPECT_FALSE(YenRates::parse(written)) << word;
  }
  const std::vector<std::string> twice = {"USD=1@2026-10-31:x", "USD=2@2026-10-31:x"};
  EXPECT_FALSE(YenRates::parse(twice));
}

TEST(ServiceImport, TakesTheDayFromTheFilesName) {
  const auto dated = [](const std::string& name) {
    const auto of = day_of_export(name, Instant{1'795'000'000});
    return of.day.to_string() + (of.assumed ? " assumed" : "");
  };
  EXPECT_EQ(dated("assets_20261031.csv"), "2026-10-31");
  EXPECT_EQ(dated("2026-10-01_to_2026-10-31.json"), "2026-10-31");
  EXPECT_EQ(dated("asset_report_L_2026-10-31_v1-3.csv.gz"), "2026-10-31");
  EXPECT_TRUE(dated("assets_20261331.csv").ends_with("assumed"));
  EXPECT_TRUE(dated("assets_1202610311.csv").ends_with("assumed"));
  // 15:00 UTC is the next day in Japan.
  EXPECT_EQ(day_of_export("x", Instant{15 * 3600}).day.to_string(), "1970-01-02");
}

}  // namespace
}  // namespace umikoe::app
