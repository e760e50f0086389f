#include "demand/entries/entry_candidates.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_map>

#include "catalogue/linkage/identity_key.h"

namespace umikoe::demand {
namespace {

constexpr int32_t week = 7;
constexpr int32_t window = 28;      // days an entry is looked for in
constexpr double age_scale = 14;    // days in which reach falls to a third
constexpr int32_t longest_gap = 3;  // days off a chart that do not end a stay
constexpr int no_rank = 99;
constexpr double usual_growth = 0.3;  // of a track with no week before: it has just appeared

// Above zero, so that growth is always a number.
double amount_of(const ChartLine& line) {
  if (line.streams) return std::max(1.0, static_cast<double>(*line.streams));
  return line.popularity ? std::max(1.0, *line.popularity) : 1.0 / line.rank;
}

}  // namespace

// How often recordings of one chart were on another by a day.
struct EntryCharts::Reach {
  std::vector<std::vector<double>> both;  // [from][to]
  std::vector<double> openness;           // by chart

  double share(uint32_t from, uint32_t to) const {
    return (both[from][to] + 0.5) / (both[from][from] + 5);
  }
};

// Where a track stands on a day.
struct EntryCharts::Standing {
  std::map<uint32_t, double> fresh;  // charts that show it now: 1 where it is new, falling
  std::set<uint32_t> ever;
  Date first = {INT32_MAX};
  Date last_entry = {INT32_MIN};
  int new_charts = 0;
  double growth = 0;
  int grown = 0;
};

EntryCharts::EntryCharts(std::span<const ChartLine> lines) {
  std::vector<const ChartLine*> ordered;
  for (const ChartLine& line : lines) {
    if (!line.stale) ordered.push_back(&line);
  }
  std::ranges::stable_sort(ordered, [](const ChartLine* a, const ChartLine* b) {
    return std::tie(a->file_day, a->territory, a->rank) <
           std::tie(b->file_day, b->territory, b->rank);
  });
  if (!ordered.empty()) first_day_ = ordered.front()->file_day;
  std::map<std::pair<std::string, std::string>, uint32_t> tracks;
  std::unordered_map<std::string, uint32_t> recordings;
  std::unordered_map<std::string, uint32_t> artists;
  std::unordered_map<std::string, uint32_t> territories;
  for (const ChartLine* line : ordered) {
    const auto [place, new_place] =
        territories.try_emplace(line->territory, static_cast<uint32_t>(territories_.size()));
    if (new_place) territories_.push_back(line->territory);
    const uint32_t territory = place->second;
    const auto [at, fresh] =
        tracks.try_emplace({line->artist, line->title}, static_cast<uint32_t>(tracks_.size()));
    const uint32_t track = at->second;
    if (fresh) {
      tracks_.push_back({line->artist, line->title});
      seen_.emplace_back();
      recording_of_.push_back(recordings
                                  .try_emplace(catalogue::identity_key(line->artist, line->title),
                                               static_cast<uint32_t>(recordings.size()))
                                  .first->second);
      artist_of_.push_back(
          artists
              .try_emplace(catalogue::name_key(line->artist), static_cast<uint32_t>(artists.size()))
              .first->second);
      recording_first_.resize(recordings.size());
      tracks_of_artist_.resize(artists.size());
      tracks_of_artist_[artist_of_[track]].push_back(track);
    }
    SeenDays& days = seen_[track][territory];
    if (days.empty() || days.back().day != line->file_day) {
      days.push_back({line->file_day, line->rank, amount_of(*line)});
    }
    recording_first_[recording_of_[track]].try_emplace(territory, line->file_day);
  }
}

const EntryCharts::Seen* EntryCharts::last_by(const SeenDays& days, Date day) {
  const auto after = std::ranges::upper_bound(days, day, {}, &Seen::day);
  return after == days.begin() ? nullptr : &*std::prev(after);
}

std::optional<Date> EntryCharts::first_seen(uint32_t track, uint32_t territory) const {
  const auto at = seen_[track].find(territory);
  if (at == seen_[track].end()) return std::nullopt;
  return at->second.front().day;
}

EntryCharts::Reach EntryCharts::reach_at(Date origin) const {
  const size_t charts = territories_.size();
  Reach reach{std::vector(charts, std::vector<double>(charts)), std::vector<double>(charts)};
  for (const auto& firsts : recording_first_) {
    for (const auto& [from, day] : firsts) {
      if (day > origin) continue;
      bool came_from_another = false;
      for (const auto& [to, other] : firsts) {
        if (other > origin) continue;
        reach.both[from][to] += 1;
        came_from_another = came_from_another || other < day;
      }
      if (came_from_another && day > origin.plus(-window)) reach.openness[from] += 1;
    }
  }
  return reach;
}

EntryCharts::Standing EntryCharts::standing(uint32_t track, Date origin) const {
  Standing out;
  for (const auto& [territory, days] : seen_[track]) {
    const Seen* last = last_by(days, origin);
    if (last == nullptr) continue;
    out.ever.insert(territory);
    out.first = std::min(out.first, days.front().day);
    out.last_entry = std::max(out.last_entry, days.front().day);
    if (last->day <= origin.plus(-week)) continue;
    const Seen* before = last_by(days, origin.plus(-week));
    if (before != nullptr && before->day > origin.plus(-2 * week)) {
      out.growth += std::log(last->amount / before->amount);
      ++out.grown;
    }
    if (days.front().day > origin.plus(-week)) ++out.new_charts;
    const Seen* stay = last;
    while (stay != days.data() && stay->day.days - (stay - 1)->day.days <= longest_gap) --stay;
    out.fresh[territory] = std::exp(-(last->day.days - stay->day.days) / static_cast<double>(week));
  }
  return out;
}

std::array<float, entry_features> EntryCharts::features(const Standing& standing,
                                                        const Reach& reach, uint32_t track,
                                                        uint32_t territory, Date origin) const {
  double missed = 1;
  double fresh_missed = 1;
  double nearest = 0;
  for (const auto& [from, fresh] : standing.fresh) {
    const double share = reach.share(from, territory);
    missed *= 1 - share;
    fresh_missed *= 1 - share * fresh;
    nearest = std::max(nearest, share);
  }
  int rank_there = no_rank;
  int entries = 0;
  int known = 0;
  int there = 0;
  std::set<uint32_t> charts_of_artist;
  std::set<uint32_t> charts_of_others;
  for (const uint32_t other : tracks_of_artist_[artist_of_[track]]) {
    bool seen = false;
    for (const auto& [chart, days] : seen_[other]) {
      const Seen* last = last_by(days, origin);
      if (last == nullptr) continue;
      seen = true;
      charts_of_artist.insert(chart);
      if (chart == territory) {
        ++there;
        if (days.front().day > origin.plus(-window)) ++entries;
        if (last->day > origin.plus(-week)) rank_there = std::min(rank_there, last->rank);
      } else if (other != track) {
        charts_of_others.insert(chart);
      }
    }
    known += seen ? 1 : 0;
  }
  const double age = origin.days - standing.first.days;
  const std::array<double, entry_features> values = {
      std::log(1 + age),
      static_cast<double>(standing.fresh.size()),
      standing.grown > 0 ? standing.growth / standing.grown : usual_growth,
      1 - missed,
      nearest,
      static_cast<double>(rank_there),
      static_cast<double>(entries),
      static_cast<double>(charts_of_artist.size()),
      static_cast<double>(there) / known,
      std::log(1.0 + origin.days - standing.last_entry.days),
      reach.openness[territory],
      1 - fresh_missed,
      static_cast<double>(standing.new_charts),
      static_cast<double>(charts_of_others.size()),
      std::exp(-age / age_scale) * (1 - missed)};
  std::array<float, entry_features> out{};
  std::ranges::transform(values, out.begin(), [](double v) { return static_cast<float>(v); });
  return out;
}

std::vector<EntryCandidate> EntryCharts::candidates(Date origin) const {
  const Reach reach = reach_at(origin);
  std::vector<EntryCandidate> out;
  for (uint32_t track = 0; track < tracks_.size(); ++track) {
    const Standing now = standing(track, origin);
    if (now.fresh.empty()) continue;
    for (uint32_t territory = 0; territory < territories_.size(); ++territory) {
      if (now.ever.contains(territory)) continue;
      EntryCandidate candidate{.track = track, .territory = territory};
      const auto& firsts = recording_first_[recording_of_[track]];
      const auto first = firsts.find(territory);
      candidate.respelled = first != firsts.end() && first->second <= origin;
      candidate.features = features(now, reach, track, territory, origin);
      out.push_back(candidate);
    }
  }
  return out;
}

}  // namespace umikoe::demand
