#include "stores/sample_deliveries.h"

#include <fmt/format.h>

#include "base/sha256.h"

namespace umikoe::stores::sample {
namespace {

catalogue::Party party(const std::string& dpid, const std::string& name) {
  catalogue::Party party;
  party.dpid = dpid;
  party.isni = "000000012146438X";
  party.party_ids = {"DPID:X1", "LABEL-7"};
  party.name = name;
  party.names = {{.text = name,
                  .sub_title = "株式会社",
                  .kind = catalogue::NameKind::translated,
                  .language = {"ja-Hrkt"},
                  .language_as_written = "ja_hrkt",
                  .territories = {"JP", "TW"},
                  .is_default = true,
                  .is_in_original_language = false}};
  return party;
}

rights::Deal deal(bool excluding) {
  rights::Deal deal;
  deal.release_references = {"R0", "R1"};
  deal.territory = rights::TerritoryScope{.excluding = excluding, .codes = {"JP", "2136x"}};
  deal.periods = {{WrittenTime{1'600'000'000, true}, std::nullopt},
                  {std::nullopt, WrittenTime{1'700'000'000, false}}};
  deal.use_types = {"OnDemandStream", "Ünknown"};
  deal.commercial_models = {"SubscriptionModel"};
  deal.uses = 1;
  deal.models = 3;
  deal.channels = {party("PADPIDA2014120301W", "Channel")};
  deal.excluded_channels = {party("", "別の\"チャンネル\"")};
  deal.is_pre_order = true;
  deal.is_takedown = excluding;
  deal.is_out_of_band = !excluding;
  deal.instant_gratification = {"A1"};
  deal.resource_uses = {{"A1", rights::bit(rights::Use::download)}};
  deal.prices = {"Mid", "1.99 EUR"};
  deal.line = 421;
  return deal;
}

catalogue::Recording recording(int number) {
  catalogue::Recording r;
  r.reference = fmt::format("A{}", number);
  r.kind = number % 2 ? catalogue::RecordingKind::video : catalogue::RecordingKind::sound;
  r.isrc = isrc(number);
  r.type = "MusicalWorkSoundRecording";
  r.titles = {{.text = "夜明け \\ \"quoted\"\n", .kind = catalogue::NameKind::original}};
  r.display_artist_names = {{.text = "歌手", .language = {"ja"}}};
  r.credits = {{.party = party("", "Singer"), .roles = {"MainArtist"}, .is_display_artist = true}};
  r.duration_ms = 0;
  r.asset_duration_ms = 183'000;
  r.is_clip = true;
  r.parental_warnings = {"NotExplicit"};
  r.languages_of_performance = {"ja"};
  r.subtitle_languages = {"en", "th"};
  r.is_instrumental = false;
  r.contains_ai = true;
  r.iswcs = {"T0345246801"};
  r.own_ids = {"M-0001"};
  r.p_line = "2021 P";
  r.c_line = "2021 C";
  r.genres = {"J-Pop"};
  return r;
}

catalogue::Release release(const std::vector<std::string>& icpns) {
  catalogue::Release r;
  r.reference = "R0";
  r.kind = catalogue::ReleaseKind::track;
  r.counts_as_track_release = true;
  r.types = {"Album"};
  r.ids = {.grids = {"A1"}, .icpns = icpns, .proprietary = {"NS:1"}, .catalogue_number = "CAT-1"};
  r.titles = {{.text = "Album"}};
  r.display_artist_names = {{.text = "歌手"}};
  r.resource_references = {"A1", "A2"};
  r.track_numbers = {1, 2};
  r.linked_resource_references = {"A9"};
  r.label = "レーベル";
  r.label_territories = {"JP"};
  r.p_line = "P";
  r.c_line = "C";
  r.genres = {"Rock"};
  r.parental_warnings = {"Explicit"};
  r.release_date = Date{0};
  r.original_release_date = day("1999-12-31");
  return r;
}

rights::Licence licence(int number) {
  rights::Licence licence;
  licence.document = "contract 4";
  licence.line = number + 2;
  licence.isrc = isrc(number);
  licence.party = party("PADPIDA2014120301W", "Licensee");
  licence.grantor = party("", "Owner");
  licence.territory = {.excluding = true, .codes = {"JP"}};
  licence.start = Date{0};
  licence.end = day("2030-01-01");
  licence.uses = 0;  // a ledger row that grants nothing known is still kept as it is
  licence.exclusive = true;
  return licence;
}

rights::Sighting sighting(int number) {
  rights::Sighting sighting;
  sighting.document = "sightings.csv";
  sighting.service = party("", "Service");
  sighting.isrc = isrc(number);
  sighting.territory = territory("BR");
  sighting.observed_from = day("2026-10-01");
  sighting.observed_on = day("2026-10-31");
  sighting.seen = rights::Seen::no;
  sighting.detail = "https://example.com/?q=%3F";
  sighting.method = "by hand";
  return sighting;
}

}  // namespace

Isrc isrc(int number) { return *Isrc::parse(fmt::format("JPZ00{:07}", number)); }
TerritoryCode territory(const char* code) { return *TerritoryCode::parse(code); }
Date day(const char* iso8601) { return *Date::parse(iso8601); }

app::DeliveryRecord record(int number) {
  return app::DeliveryRecord{.id = {},
                             .organisation = {},
                             .path = fmt::format("in/folder/file{}.xml", number),
                             .format = "ern-43",
                             .sha256 = sha256_hex(std::to_string(number)),
                             .received_at = Instant{1'700'000'000 + number},
                             .sender = "差出人",
                             .status = "accepted",
                             .report = "{\"rows\":1}"};
}

rights::Statement statement(const std::vector<std::string>& icpns, const std::vector<int>& isrcs) {
  rights::Statement s;
  s.document = "message.xml";
  s.source_sha256 = sha256_hex(icpns.empty() ? "" : icpns[0]);
  s.sender = party("PADPIDA2014120301W", "Sender");
  s.on_behalf_of = party("", "Label");
  s.recipients = {party("PADPIDA2011021601H", "Service"), party("", "Other")};
  s.message_id = "M-1";
  s.created = Instant{1'650'000'000};
  s.main_release.icpns = icpns;
  for (const int number : isrcs) {
    s.releases.push_back({.reference = fmt::format("R{}", s.releases.size()),
                          .kind = catalogue::ReleaseKind::track,
                          .assets = {{.isrc = isrc(number),
                                      .resource_reference = fmt::format("A{}", number),
                                      .is_clip = number % 2 == 1,
                                      .asset_duration_ms = number * 1000}}});
  }
  s.releases.push_back(
      {.reference = "R-empty", .kind = catalogue::ReleaseKind::main, .assets = {}});
  s.deals = {deal(false), deal(true), rights::Deal{}};
  return s;
}

catalogue::Contents contents(const std::vector<int>& isrcs) {
  catalogue::Contents c;
  c.language = {"ja-Jpan"};
  c.parties = {party("PADPIDA2014120301W", "Sender")};
  for (const int number : isrcs) c.recordings.push_back(recording(number));
  c.recordings.push_back({});
  c.images = {{.reference = "A9",
               .type = "FrontCoverImage",
               .width_px = 3000,
               .height_px = {},
               .file = "cover.jpg"}};
  c.releases = {release({"4988000000016"}), {}};
  return c;
}

demand::ChartRow chart_row(const char* chart, const char* on, int rank, const char* title,
                           std::optional<int64_t> streams) {
  return {.chart = chart,
          .territory = territory("BR"),
          .day = day(on),
          .rank = rank,
          .depth = 50,
          .artist = "歌手",
          .title = title,
          .isrc = {},
          .streams = streams,
          .stale = false};
}

demand::UsageRow usage_row(int number, const char* code, int64_t net_units) {
  return {.service = "PADPIDA2011021601H",
          .service_name = "Service",
          .isrc = isrc(number),
          .territory = territory(code),
          .period_start = day("2026-10-01"),
          .period_end = day("2026-10-31"),
          .use_type = "OnDemandStream",
          .user_generated = false,
          .net_units = net_units};
}

demand::RevenueRow revenue_row(int number, const char* code, int64_t billionths) {
  return {.service = "PADPIDA2011021601H",
          .service_name = "Service",
          .isrc = isrc(number),
          .territory = territory(code),
          .usage_month = day("2026-10-01"),
          .use_type = "OnDemandStream",
          .user_generated = false,
          .units = 3,
          .currency = CurrencyCode::parse("USD").value(),
          .gross = FineAmount{billionths * 2},
          .ours = FineAmount{billionths}};
}

// Every field of what video services say.
static void add_videos(app::DeliveryContent& content, int n) {
  content.videos = {{.document = "videos.json",
                     .service = "YouTube",
                     .video_id = "v1",
                     .channel_id = "UC1",
                     .channel_name = "公式",
                     .isrc = isrc(n),
                     .asset_id = "A1",
                     .claim_status = "active",
                     .uploader = "self",
                     .title = "夜明け (Official Video)",
                     .marks = {"shorts_tag"},
                     .kind = catalogue::VideoKind::official,
                     .kind_reason = "title_word",
                     .duration_ms = 240'000,
                     .has_captions = false,
                     .caption_languages = {"en"},
                     .title_languages = {"ja", "en"},
                     .privacy = catalogue::Privacy::open,
                     .upload_status = "processed",
                     .rejection_reason = "legal",
                     .published_at = "2026-01-02T03:04:05Z",
                     .views_so_far = 12'345,
                     .allowed = std::vector<std::string>{},
                     .blocked = std::vector<std::string>{"BR"},
                     .observed_on = day("2026-11-01")},
                    {}};
  content.assets = {{.document = "assets.csv",
                     .service = "YouTube",
                     .asset_id = "A1",
                     .type = "music_video",
                     .isrc = isrc(n),
                     .custom_id = "C-1",
                     .title = "夜明け",
                     .artist = "歌手",
                     .owned = std::vector<std::string>{"JP"},
                     .conflicting = {"US"},
                     .conflicting_party = "Other",
                     .policy = "block",
                     .observed_on = day("2026-11-01")}};
  content.views = {{.document = "views.csv",
                    .service = "YouTube",
                    .video_id = "v1",
                    .asset_id = "A1",
                    .channel_id = "UC9",
                    .uploader = "third_party",
                    .claimed = true,
                    .first_day = day("2026-10-01"),
                    .last_day = day("2026-10-31"),
                    .there = {{"BR", 1200}, {"", 3}}}};
}

// Every field of what only the label's desk states.
static void add_desk(app::DeliveryContent& content, int n) {
  content.groups = {
      {.group = "g1", .isrc = isrc(n), .kind = catalogue::VersionKind::same_performance},
      {.group = "g1", .isrc = isrc(n + 1), .kind = catalogue::VersionKind::live}};
  add_videos(content, n);
  content.revenue_statements = {
      {.document = "statement.csv",
       .sender = "Distributor",
       .number = "2026-10",
       .payment_month = day("2026-11-01"),
       .currency = CurrencyCode::parse("USD").value(),
       .stated_total = FineAmount{-5},
       .lines_total = FineAmount{7},
       .rate = demand::YenRate{FineAmount{151'250'000'000}, "statement", day("2026-11-10")}},
      {}};
  content.returns = {{.contributor = "Label",
                      .period_start = day("2026-01-01"),
                      .period_end = day("2026-07-01"),
                      .body = "{\"cells\":[]}"}};
  content.appearances = {{.document = "dates.csv",
                          .artist = party("", "歌手"),
                          .event = "Lantern \"Fest\"",
                          .kind = demand::AppearanceKind::support,
                          .city = "São Paulo",
                          .territory = territory("BR"),
                          .start = day("2026-12-05"),
                          .end = day("2026-12-06"),
                          .cancelled = true,
                          .source = "the festival"},
                         {}};
  // Not every file of captions is UTF-8.
  content.captions = {{.isrc = isrc(n),
                       .language = "ja",
                       .format = "srt",
                       .document = "song.srt",
                       .sha256 = "ab",
                       .cues = 1,
                       .bytes = std::string("1\n\x8a\x43\0\xff", 6)}};
}

Delivery delivery(int n) {
  Delivery d;
  d.record = record(n);
  switch (n % 4) {
    case 0:
      d.content.statements = {
          statement({fmt::format("{:014}", n / 8), fmt::format("{:014}", n)}, {n, n + 1})};
      d.content.contents = contents({n, n + 1});
      break;
    case 1:
      for (int i = 0; i < 40; ++i) d.usage_rows.push_back(usage_row(n - 1 + i % 3, "BR", n + i));
      d.usage_rows.back().user_generated = true;
      for (int i = 0; i < 9; ++i) d.revenue_rows.push_back(revenue_row(n - 1 + i % 3, "BR", n + i));
      if (n % 8 == 1) d.revenue_rows.back().ours.reset();
      break;
    case 2:
      for (int i = 1; i <= 20; ++i) {
        d.chart_rows.push_back(chart_row("weekly", "2026-11-01", i, "夜", 1000 * n + i));
        d.chart_rows.back().day = d.chart_rows.back().day.plus(n % 30);
        d.chart_rows.back().title += std::to_string(i);
      }
      d.content.names = {{.isrc = isrc(n - 2), .of_artist = n % 8 == 2, .form = {.text = "よる"}}};
      break;
    default:
      d.content.licences = {licence(n - 3), licence(n)};
      d.content.sightings = {sighting(n - 3)};
      add_desk(d.content, n - 3);
      d.content.parties = {
          {.party = party("", fmt::format("Party {}", n)), .role = catalogue::PartyRole::agency}};
  }
  return d;
}

Result<DeliveryId> deliver(app::WorldStore& store, const Delivery& delivery) {
  UMIKOE_TRY(auto writer, store.begin_delivery());
  for (const auto& row : delivery.chart_rows) UMIKOE_TRY(writer->add(row));
  for (const auto& row : delivery.usage_rows) UMIKOE_TRY(writer->add(row));
  for (const auto& row : delivery.revenue_rows) UMIKOE_TRY(writer->add(row));
  return writer->commit(delivery.record, delivery.content);
}

Result<Everything> everything(const app::WorldStore& store, bool observations) {
  Everything all;
  UMIKOE_TRY(const auto info, store.info());
  all.organisation = info.organisation;
  all.generation = info.generation;
  UMIKOE_TRY(all.deliveries, store.deliveries());
  UMIKOE_TRY(all.statements, store.statements(std::nullopt));
  UMIKOE_TRY(all.licences, store.licences(std::nullopt));
  UMIKOE_TRY(all.sightings, store.sightings(std::nullopt));
  UMIKOE_TRY(all.parties, store.parties());
  UMIKOE_TRY(all.contents, store.contents(std::nullopt));
  UMIKOE_TRY(all.names, store.names(std::nullopt));
  UMIKOE_TRY(all.groups, store.groups());
  UMIKOE_TRY(all.videos, store.videos(std::nullopt));
  UMIKOE_TRY(all.assets, store.assets(std::nullopt));
  UMIKOE_TRY(all.revenue_statements, store.revenue_statements());
  UMIKOE_TRY(all.views, store.views());
  UMIKOE_TRY(all.returns, store.returns());
  UMIKOE_TRY(all.appearances, store.appearances());
  UMIKOE_TRY(all.captions, store.captions(std::nullopt));
  for (auto& kept : all.captions) {
    UMIKOE_TRY(kept.bytes, store.caption_bytes(kept.isrc, kept.delivery));
  }
  UMIKOE_TRY(all.edits, store.edits());
  if (!observations) return all;
  UMIKOE_TRY(all.usage, store.usage(std::nullopt));
  UMIKOE_TRY(all.charts, store.charts(day("2026-11-20")));
  UMIKOE_TRY(all.revenue, store.revenue(std::nullopt));
  return all;
}

}  // namespace umikoe::stores::sample
