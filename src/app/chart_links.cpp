#include "app/chart_links.h"

#include <algorithm>
#include <set>
#include <unordered_set>
#include <vector>

#include "app/link_decisions.h"
#include "app/link_sides.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "catalogue/linkage/identity_key.h"
#include "localisation/names/latin_letters.h"

namespace umikoe::app {
namespace {

using catalogue::Band;
using catalogue::LinkCandidate;
using catalogue::LinkRecord;
using Names = std::pair<std::string, std::string>;  // artist and title

// A rival this near is as good a guess, and none is taken.
constexpr double rival_share = 0.5;

// Most rows of a chart are of artists nobody here represents: only those whose credit names one of
// ours are worth comparing.
class OurArtists {
 public:
  explicit OurArtists(const std::vector<LinkRecord>& recordings) {
    for (const LinkRecord& recording : recordings) {
      for (const auto& artist : recording.artists) {
        keys_.insert(catalogue::name_key(artist.plain));
        keys_.insert(artist.letters.begin(), artist.letters.end());
      }
    }
    keys_.erase("");
  }
  bool among(const std::vector<catalogue::ComparableName>& credits) const {
    return std::ranges::any_of(credits, [&](const auto& credit) {
      return keys_.contains(catalogue::name_key(credit.plain)) ||
             std::ranges::any_of(credit.letters,
                                 [&](const auto& letters) { return keys_.contains(letters); });
    });
  }

 private:
  std::unordered_set<std::string> keys_;
};

// Rows that are one recording by their own source, as one record to link: spellings that change
// from day to day would else compete with each other.
struct Rows {
  std::vector<LinkRecord> records;
  std::vector<std::vector<Names>> spellings;
};

// The rows that people have spoken about, whoever is credited in them.
std::set<std::string> decided_rows(const LoadedWorld& world) {
  std::set<std::string> rows;
  for (const edits::Edit* edit : edits::current(world.edits(), link_edit)) {
    rows.insert(edit->entry.subject.substr(0, edit->entry.subject.find('/')));
  }
  return rows;
}

Result<Rows> rows_of(const LoadedWorld& world, const OurArtists& ours, ComparableNames& names) {
  const std::set<std::string> decided = decided_rows(world);
  const auto is_decided = [&](const ChartSummary& chart) {
    return !decided.empty() &&
           decided.contains(link_row_key({.title = chart.title, .artist = chart.artist}));
  };
  Rows rows;
  std::map<std::string, size_t> places;
  std::map<std::string, bool> known;  // artists, as written
  std::set<Names> seen;
  for (const ChartSummary& chart : world.charts()) {
    if (chart.isrc || chart.artist.empty() || chart.title.empty()) continue;
    if (first_invalid_utf8(chart.artist + chart.title) != std::string_view::npos) continue;
    if (!seen.insert({chart.artist, chart.title}).second) continue;
    const auto [artist, fresh] = known.try_emplace(chart.artist, false);
    const bool spoken_about = is_decided(chart);
    std::vector<catalogue::ComparableName> people;
    if (fresh || artist->second || spoken_about) {
      UMIKOE_TRY(add_people(chart.artist, names, people));
    }
    if (fresh) artist->second = ours.among(people);
    if (!artist->second && !spoken_about) continue;
    if (std::ssize(rows.records) >= limits::link_rows.value) break;
    const auto [place, first] =
        places.try_emplace(catalogue::identity_key(chart.artist, chart.title), rows.records.size());
    if (first) {
      LinkRecord record;
      record.id = std::to_string(rows.records.size());
      record.parts = catalogue::title_parts(chart.title);
      UMIKOE_TRY(record.title, names.prepared(record.parts.name));
      record.artists = std::move(people);
      rows.records.push_back(std::move(record));
      rows.spellings.emplace_back();
    }
    rows.spellings[place->second].emplace_back(chart.artist, chart.title);
  }
  return rows;
}

bool decided(const LinkCandidate& candidate) {
  return candidate.evidence.size() == 1 && candidate.evidence.front().field == "decided";
}

// The link of each row: a person's word, else the only candidate of its kind.
std::map<size_t, size_t> links_of(const std::vector<LinkCandidate>& candidates) {
  std::map<size_t, size_t> links;
  for (size_t at = 0; at < candidates.size(); ++at) {
    const LinkCandidate& best = candidates[at];
    if (best.band != Band::link || best.rank != 1) continue;
    const bool rivalled = at + 1 < candidates.size() && candidates[at + 1].a == best.a &&
                          candidates[at + 1].score >= rival_share * best.score;
    if (!rivalled || decided(best)) links.emplace(best.a, best.b);
  }
  return links;
}

// What people decided is kept under the row as it is written, so each spelling is asked for.
Result<void> apply_decisions(const LoadedWorld& world, const Rows& rows,
                             const std::vector<LinkRecord>& recordings,
                             std::vector<LinkCandidate> candidates, ChartLinks& links) {
  LinkReport report;
  std::vector<Names> spellings;
  std::vector<size_t> row_of;
  for (size_t row = 0; row < rows.spellings.size(); ++row) {
    for (const Names& spelling : rows.spellings[row]) {
      report.rows.push_back(link_row_key({.title = spelling.second, .artist = spelling.first}));
      spellings.push_back(spelling);
      row_of.push_back(row);
    }
  }
  for (const LinkRecord& recording : recordings) report.ids_b.push_back(recording.id);
  size_t next = 0;
  for (size_t at = 0; at < spellings.size(); ++at) {
    while (next < candidates.size() && candidates[next].a < row_of[at]) ++next;
    for (size_t of = next; of < candidates.size() && candidates[of].a == row_of[at]; ++of) {
      report.candidates.push_back(candidates[of]);
      report.candidates.back().a = at;
    }
  }
  UMIKOE_TRY(apply_link_decisions(world, report));
  for (const auto& [at, b] : links_of(report.candidates)) {
    links.emplace(spellings[at], *recordings[b].isrc);
  }
  return {};
}

}  // namespace

Result<ChartLinks> chart_links(const LoadedWorld& world) {
  ChartLinks links;
  const auto unnamed = [](const ChartSummary& chart) { return !chart.isrc && chart.title != ""; };
  if (std::ranges::none_of(world.charts(), unnamed)) return links;
  // Without an engine: names are compared as their forms on file spell them, which are a person's.
  ComparableNames names;
  std::vector<LinkRecord> recordings;
  for (const auto& [isrc, forms] : name_forms(world)) {
    const RecordingCard* card = world.card(isrc);
    if (!card || card->kind != catalogue::RecordingKind::sound) continue;
    UMIKOE_TRY(auto record, link_record_of(isrc, forms, names));
    if (!record.title.empty() && !record.artists.empty()) recordings.push_back(std::move(record));
  }
  UMIKOE_TRY(const Rows rows, rows_of(world, OurArtists(recordings), names));
  auto candidates = catalogue::link_records(rows.records, recordings, {});
  UMIKOE_TRY(apply_decisions(world, rows, recordings, std::move(candidates), links));
  return links;
}

}  // namespace umikoe::app
