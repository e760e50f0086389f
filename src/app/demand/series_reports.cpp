#include "app/demand/series_reports.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <vector>

#include "app/demand/watched_totals.h"
#include "app/reported_usage.h"
#include "base/unicode_text.h"
#include "demand/standing_views.h"

namespace umikoe::app {
namespace {

using catalogue::VideoKind;

const std::string& name_of(const std::string& service, const std::string& service_name) {
  return service_name.empty() ? service : service_name;
}

// What other documents than sales reports say of one recording. Services go by their keys, so that
// one that is named differently by two documents is still one.
struct OtherDocuments {
  std::vector<RevenueTotal> revenue;
  std::vector<demand::VideoViews> views;
};

// Short versions and what happened behind the scenes are not the song.
bool shows_the_song(const JudgedVideo* judged) {
  if (judged == nullptr) return true;  // our upload, claimed by the recording's own asset
  switch (judged->video.kind) {
    case VideoKind::short_version:
    case VideoKind::behind_the_scenes:
    case VideoKind::third_party:
      return false;
    default:
      return true;
  }
}

// Of a list of videos nobody says who uploaded what, but for whose channel it is.
bool is_ours(const JudgedVideo& judged) {
  switch (judged.video.kind) {
    case VideoKind::official:
    case VideoKind::lyric:
    case VideoKind::live:
    case VideoKind::art_track:
      return true;
    default:
      return false;
  }
}
bool is_claimed_from_others(const JudgedVideo& judged) {
  return judged.video.kind == VideoKind::third_party && judged.video.claim_status == "active";
}

std::map<Isrc, int64_t> lengths_of(const LoadedWorld& world) {
  std::map<Isrc, int64_t> out;
  for (const DeliveredContents& delivered : world.contents()) {
    for (const auto& recording : delivered.contents.recordings) {
      if (!recording.isrc || !recording.duration_ms) continue;
      int64_t& length = out[*recording.isrc];
      length = std::max(length, *recording.duration_ms);
    }
  }
  return out;
}

class Reading {
 public:
  Reading(const WorldStore& store, const LoadedWorld& world, const SeriesQuestion& question)
      : store_(store), world_(world), question_(question) {
    for (const TerritoryCode territory : question.territories) territories_.insert(territory);
    isrcs_.insert(question.isrcs.begin(), question.isrcs.end());
  }

  Result<std::vector<SeriesReport>> run() {
    UMIKOE_TRY(const auto periods, store_.usage_periods(question_));
    for (const UsagePeriod& period : periods) add(period);
    UMIKOE_TRY(const auto statements, store_.revenue_statements());
    UMIKOE_TRY(read_revenue(statements));
    UMIKOE_TRY(read_views());
    for (const auto& [isrc, documents] : others_) {
      UMIKOE_TRY(auto usage, usage_of(isrc));
      const auto known = [&](const demand::VideoViews&) { return std::optional(isrc); };
      add(SeriesBasis::statement, statement_use(usage, documents.revenue, statements), usage);
      for (const Upload upload : {Upload::ours, Upload::by_others}) {
        add(SeriesBasis::views, viewed_use(usage, documents.views, upload, known), usage);
      }
    }
    add_totals();
    for (auto& [key, report] : stated_) out_.push_back(std::move(report));
    return std::move(out_);
  }

 private:
  std::string key_of(const std::string& service, const std::string& service_name) {
    const std::string& name = name_of(service, service_name);
    std::string key = service_key(name);
    names_.try_emplace(key, name);
    return key;
  }

  void add(const UsagePeriod& period) {
    SeriesReport report;
    report.use = period.user_generated ? SeriesUse::by_others : SeriesUse::plays;
    report.territory = period.territory;
    report.service = name_of(period.service, period.service_name);
    report.start = period.period_start;
    report.end = period.period_end;
    report.units = period.units;
    report.deliveries = {period.delivery};
    out_.push_back(std::move(report));
  }

  // What is added is also known to whatever is asked next.
  void add(SeriesBasis basis, const std::vector<StatedUse>& stated,
           std::vector<UsageTotal>& usage) {
    for (const auto& [use, deliveries] : stated) {
      usage.push_back(use);
      if (!territories_.contains(use.territory)) continue;
      SeriesReport report;
      report.basis = basis;
      if (basis == SeriesBasis::views) report.use = SeriesUse::video_views;
      if (use.user_generated_units != 0) report.use = SeriesUse::by_others;
      report.territory = use.territory;
      report.service = names_.at(use.service);
      report.start = use.period_start;
      report.end = use.period_end;
      report.units = use.paid_units + use.user_generated_units;
      report.deliveries = deliveries;
      state(std::move(report));
    }
  }

  void state(SeriesReport report) {
    const auto [at, fresh] =
        stated_.try_emplace({report.use, report.basis, report.territory, report.service,
                             report.start, report.end, report.units >= 0},
                            report);
    if (fresh) return;
    at->second.units += report.units;
    at->second.deliveries.merge(report.deliveries);
  }

  // Of videos whose recording is asked for, all territories together.
  void add_totals() {
    if (territories_ != TerritorySet::all()) return;
    for (WatchedBetween& watched : totals_) {
      const auto [first, behind] = exported_.equal_range(watched.video_id);
      const bool told = std::any_of(first, behind, [&](const auto& exported) {
        const auto& [from, to] = exported.second;
        return from <= watched.last && watched.first <= to;
      });
      if (told) continue;
      SeriesReport report;
      report.use = ours_.contains(watched.video_id) ? SeriesUse::video_views : SeriesUse::by_others;
      report.basis = SeriesBasis::views;
      report.service = watched.service;
      report.start = watched.first;
      report.end = watched.last;
      report.units = watched.views;
      report.deliveries = std::move(watched.deliveries);
      state(std::move(report));
    }
  }

  Result<void> read_revenue(std::span<const demand::RevenueStatement> statements) {
    std::set<DeliveryId> paid_later;
    for (const auto& statement : statements) {
      const bool later = statement.payment_month && *statement.payment_month > question_.as_of;
      if (later) paid_later.insert(statement.delivery);
    }
    UMIKOE_TRY(auto rows, store_.revenue(OfRecordings(std::vector(isrcs_.begin(), isrcs_.end()))));
    for (RevenueTotal& row : rows) {
      if (paid_later.contains(row.delivery)) continue;
      if (last_day_of_month(row.usage_month) > question_.as_of) continue;
      row.service = row.service_name = key_of(row.service, row.service_name);
      others_[row.isrc].revenue.push_back(std::move(row));
    }
    return {};
  }

  Result<void> read_views() {
    UMIKOE_TRY(const auto exported, store_.views());
    UMIKOE_TRY(const auto videos, store_.videos(std::nullopt));
    if (exported.empty() && videos.empty()) return {};
    UMIKOE_TRY(const auto assets, store_.assets(std::nullopt));
    UMIKOE_TRY(const auto parties, store_.parties());
    const auto judged = judge_videos({videos, assets, parties, lengths_of(world_)});
    const ViewedRecordings recordings(judged, assets);
    std::map<std::string, const JudgedVideo*> by_id;
    for (const JudgedVideo& one : judged) by_id.emplace(one.video.video_id, &one);
    for (demand::VideoViews& row : demand::standing_views(exported, question_.as_of)) {
      exported_.emplace(row.video_id, std::pair(row.first_day, row.last_day));
      const auto isrc = recordings.of(row);
      if (!isrc || !isrcs_.contains(*isrc)) continue;
      const auto at = by_id.find(row.video_id);
      const bool ours = row.uploader == "self";
      if (ours && !shows_the_song(at == by_id.end() ? nullptr : at->second)) continue;
      row.service = key_of(row.service, {});
      others_[*isrc].views.push_back(std::move(row));
    }
    for (WatchedBetween& watched : watched_between(videos, question_.as_of)) {
      const JudgedVideo& video = *by_id.at(watched.video_id);
      if (!video.video.isrc || !isrcs_.contains(*video.video.isrc)) continue;
      if (is_ours(video))
        ours_.insert(watched.video_id);
      else if (!is_claimed_from_others(video))
        continue;
      totals_.push_back(std::move(watched));
    }
    return {};
  }

  // What sales reports say of one recording by the day.
  Result<std::vector<UsageTotal>> usage_of(const Isrc& isrc) {
    SeriesQuestion one = question_;
    one.isrcs = {isrc};
    UMIKOE_TRY(const auto periods, store_.usage_periods(one));
    std::vector<UsageTotal> usage;
    for (const UsagePeriod& period : periods) {
      UsageTotal total;
      total.delivery = period.delivery;
      total.service = total.service_name = key_of(period.service, period.service_name);
      total.isrc = isrc;
      total.territory = period.territory;
      total.period_start = period.period_start;
      total.period_end = period.period_end;
      (period.user_generated ? total.user_generated_units : total.paid_units) = period.units;
      usage.push_back(std::move(total));
    }
    return usage;
  }

  const WorldStore& store_;
  const LoadedWorld& world_;
  const SeriesQuestion& question_;
  TerritorySet territories_;
  std::set<Isrc> isrcs_;
  std::map<std::string, std::string> names_;  // of services by key, as first met
  std::map<Isrc, OtherDocuments> others_;
  // Of several recordings together; a correction alone stays apart from the plays of the others.
  using Key = std::tuple<SeriesUse, SeriesBasis, std::optional<TerritoryCode>, std::string, Date,
                         Date, bool>;
  std::map<Key, SeriesReport> stated_;
  std::vector<WatchedBetween> totals_;
  std::set<std::string> ours_;                                  // videos of totals
  std::multimap<std::string, std::pair<Date, Date>> exported_;  // days of videos by territory
  std::vector<SeriesReport> out_;
};

}  // namespace

std::string_view word(SeriesUse use) {
  constexpr std::array<std::string_view, 3> words = {"plays", "video_views", "by_others"};
  return words.at(static_cast<size_t>(use));
}

std::string_view word(SeriesBasis basis) {
  constexpr std::array<std::string_view, 4> words = {"chart", "report", "statement", "views"};
  return words.at(static_cast<size_t>(basis));
}

std::string service_key(const std::string& name) {
  const std::string folded = folded_text(name);
  return folded.substr(0, folded.find_first_of("- _"));
}

Result<std::vector<SeriesReport>> series_reports(const WorldStore& store, const LoadedWorld& world,
                                                 const SeriesQuestion& question) {
  return Reading(store, world, question).run();
}

}  // namespace umikoe::app
