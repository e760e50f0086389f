// A world's map from beginning to end: a made-up nation is brought into a world, its map is
// compiled and written, opened and asked; then one recording in a hundred changes, and the old map
// is asked beside what changed, against a new one.
//   map_bench make FOLDER RECORDINGS   the world, as deliveries of 500 releases each
//   map_bench compile FOLDER           its map, and how much memory that takes
//   map_bench ask FOLDER               opening it, the first question and the next
//   map_bench change FOLDER COUNT      messages about so many recordings, then the same questions,
//                                      compared with those put to a map made anew in memory
// Each is a process of its own, so that the memory it prints is its own.

#include <fmt/format.h>

#include <cstring>
#include <string>
#include <thread>

#include "app/gap_map/gap_summary.h"
#include "bench_clock.h"
#include "demand/worth.h"
#include "nation_world.h"
#include "stores/embedded_store.h"
#include "stores/map_folder.h"

namespace umikoe::bench {
namespace {

constexpr uint64_t seed = 1;
constexpr uint64_t releases_of_a_delivery = 500;

void stop(const Error& error) {
  fmt::print(stderr, "{}", error.code);
  for (const auto& [key, value] : error.arguments) fmt::print(stderr, " {}={}", key, value);
  fmt::print(stderr, "\n");
  std::exit(1);
}

template <class Value>
Value value_of(Result<Value> result) {
  if (!result) stop(result.error());
  if constexpr (!std::is_void_v<Value>) return *std::move(result);
}

Isrc isrc_of(uint64_t release, uint32_t track) {
  return *Isrc::parse(
      fmt::format("JPZ{:02}{:05}{:02}", release / 100'000, release % 100'000, track));
}

// The release with recordings of its own, instead of those that all releases of the nation share.
struct OwnRelease {
  std::vector<rights::Statement> statements;
  std::vector<rights::Licence> licences;
  std::vector<rights::Sighting> sightings;
};

// A set as documents write it: stores keep what was written.
rights::TerritoryScope written(const TerritorySet& granted) {
  const bool most = granted.size() > 200;
  rights::TerritoryScope scope;
  scope.excluding = most && granted != TerritorySet::all();
  if (granted == TerritorySet::all()) {
    scope.codes = {"Worldwide"};
    return scope;
  }
  for (const TerritoryCode t : (most ? TerritorySet::all() - granted : granted).members()) {
    scope.codes.emplace_back(t.code());
  }
  return scope;
}

void name_tracks(rights::Statement& statement, const std::vector<Isrc>& tracks) {
  if (statement.releases.empty()) return;
  statement.releases.resize(1);
  std::vector<rights::StatedAsset> assets;
  std::vector<std::string> references{"R0"};
  for (size_t t = 0; t < tracks.size(); ++t) {
    const rights::StatedAsset asset{tracks[t], fmt::format("A{}", t + 1), false, {}};
    assets.push_back(asset);
    references.push_back(fmt::format("R{}", t + 1));
    statement.releases.push_back({references.back(), catalogue::ReleaseKind::track, {asset}});
  }
  statement.releases.front().assets = std::move(assets);
  for (rights::Deal& deal : statement.deals) {
    deal.release_references = references;
    deal.territory = written(deal.granted);
  }
  statement.index = rights::StatedIndex(statement);
}

std::vector<Isrc> tracks_of(const MadeRelease& made, uint64_t number) {
  std::vector<Isrc> tracks;
  for (uint32_t t = 0; t < made.tracks; ++t) tracks.push_back(isrc_of(number, t));
  return tracks;
}

OwnRelease own(const MadeRelease& made, const std::vector<Isrc>& tracks) {
  OwnRelease out;
  out.statements = made.statements;
  for (rights::Statement& statement : out.statements) name_tracks(statement, tracks);
  for (const Isrc& isrc : tracks) {
    for (rights::Licence licence : made.licences) {
      licence.isrc = isrc;
      licence.territory = written(*licence.granted);
      out.licences.push_back(std::move(licence));
    }
  }
  out.sightings = made.sightings;
  for (rights::Sighting& sighting : out.sightings) sighting.isrc = tracks.front();
  return out;
}

// Plays of two months at home and in some places abroad: most recordings have few.
void add_plays(app::DeliveryWriter& writer, const std::vector<Isrc>& tracks, Rng& rng) {
  static const std::vector<TerritoryCode> markets = demand::markets().set().members();
  for (const Isrc& isrc : tracks) {
    const double liked = rng.uniform();
    const auto places = static_cast<uint64_t>(10 * liked * liked);
    for (uint64_t place = 0; place <= places; ++place) {
      demand::UsageRow row;
      row.service = row.service_name = "Service 1";
      row.isrc = isrc;
      row.territory = place == 0 ? *TerritoryCode::parse("JP") : markets[rng.below(markets.size())];
      row.period_start = *Date::of(2026, 10, 1);
      row.period_end = *Date::of(2026, 10, 31);
      row.use_type = "OnDemandStream";
      row.net_units = 100 + static_cast<int64_t>(1e5 * liked * liked * rng.uniform());
      value_of(writer.add(row));
    }
  }
}

app::DeliveryRecord record(const std::string& name) {
  app::DeliveryRecord made;
  made.path = name;
  made.format = "ERN";
  made.sha256 = name;
  made.received_at = Instant{1'800'000'000};
  made.status = "accepted";
  return made;
}

void make(const std::string& folder, uint64_t recordings) {
  const NationWorld nation(seed);
  const auto store = value_of(stores::open_world(folder, stores::OpenMode::write, "Bench"));
  value_of(store->set_as_of(nation.today(), false));
  const double before = clock_now();
  uint64_t made = 0;
  for (uint64_t number = 0; made < recordings;) {
    auto writer = value_of(store->begin_delivery());
    app::DeliveryContent content;
    Rng rng(number + 1);
    const uint64_t end = number + releases_of_a_delivery;
    for (; number < end && made < recordings; ++number) {
      const auto release = nation.release(number);
      const auto tracks = tracks_of(release, number);
      OwnRelease of = own(release, tracks);
      for (size_t t = 0; t < tracks.size(); ++t) {
        catalogue::Recording recording;
        recording.isrc = tracks[t];
        recording.titles = {{.text = fmt::format("Song {}-{}", number, t)}};
        recording.display_artist_names = {{.text = fmt::format("Artist {}", release.artist)}};
        content.contents.recordings.push_back(std::move(recording));
      }
      std::ranges::move(of.statements, std::back_inserter(content.statements));
      std::ranges::move(of.licences, std::back_inserter(content.licences));
      std::ranges::move(of.sightings, std::back_inserter(content.sightings));
      add_plays(*writer, tracks, rng);
      made += tracks.size();
    }
    value_of(writer->commit(record(fmt::format("{:08}", number)), content));
  }
  fmt::print("{} recordings brought in: {:.1f} s, {} MiB\n", made, clock_now() - before,
             most_memory_mib());
  value_of(store->compact());
  fmt::print("with a compaction: {:.1f} s\n", clock_now() - before);
}

void on_two(size_t count, const std::function<void(size_t)>& job) {
  std::atomic<size_t> next = 0;
  const auto work = [&] {
    for (size_t i = next++; i < count; i = next++) job(i);
  };
  std::jthread other(work);
  work();
}

struct OpenedWorld {
  std::unique_ptr<app::WorldStore> store;
  std::unique_ptr<app::MapFolder> maps;
};

OpenedWorld open(const std::string& folder, stores::OpenMode mode = stores::OpenMode::read) {
  return {value_of(stores::open_world(folder, mode, "Bench")), stores::open_map_folder(folder)};
}

void compile(const std::string& folder) {
  const auto [store, maps] = open(folder);
  const double before = clock_now();
  const auto answers =
      value_of(app::MapAnswers::make(*store, *maps, NationWorld(seed).today(), on_two));
  const auto columns = value_of(answers.map().columns());
  fmt::print("map of {} recordings, {} profiles, {} cells with demand: {:.1f} s, {} MiB\n",
             answers.recordings(), columns.profiles.profiles(), columns.worth.size(),
             clock_now() - before, most_memory_mib());
}

app::GapSummary asked(const app::MapAnswers& answers) {
  return value_of(app::gap_summary(answers, {}, on_two));
}

app::MapAnswers ask(const OpenedWorld& world, const char* of) {
  const Date today = NationWorld(seed).today();
  const double begun = clock_now();
  auto answers = value_of(app::MapAnswers::open(*world.store, *world.maps, today, on_two));
  const double opened = clock_now();
  asked(answers);
  const double first = clock_now();
  fmt::print("{}: {} recordings beside it, made anew: {}\n", of, answers.newer_recordings(),
             answers.compiled_now() ? "yes" : "no");
  print_row("opening", 1e3 * (opened - begun), "100", "");
  print_row("the first question", 1e3 * (first - opened), "400", "");
  print_row("the next", clock_milliseconds(5, [&] { asked(answers); }), "150", "");
  app::SummaryQuestion other_day;
  other_day.selection.date = today.plus(100).to_string();
  const double before = clock_now();
  value_of(app::gap_summary(answers, other_day, on_two));
  print_row("of another day, first time", 1e3 * (clock_now() - before), "400", "");
  print_row("and again",
            clock_milliseconds(5, [&] { value_of(app::gap_summary(answers, other_day, on_two)); }),
            "150", "");
  fmt::print("most memory: {} MiB\n", most_memory_mib());
  return answers;
}

void change(const std::string& folder, uint64_t count) {
  const NationWorld nation(seed);
  const OpenedWorld world = open(folder, stores::OpenMode::write);
  const auto map_recordings = ask(world, "before").map().recordings();
  auto writer = value_of(world.store->begin_delivery());
  app::DeliveryContent content;
  uint64_t changed = 0;
  for (uint64_t number = 3; changed < count; number += 7) {
    auto release = nation.release(number);
    const auto tracks = tracks_of(release, number);
    nation.restate(release);
    content.statements.push_back(own(release, tracks).statements.back());
    changed += tracks.size();
  }
  fmt::print("{} of {} recordings change\n", changed, map_recordings);
  value_of(writer->commit(record(fmt::format("change {}", count)), content));
  const auto beside = ask(world, "beside the old map");
  if (beside.compiled_now()) return;
  const auto fresh = value_of(app::MapAnswers::renew(
      *world.store, *stores::open_map_folder("/dev/null"), nation.today(), on_two));
  const auto ours = asked(beside);
  const auto theirs = asked(fresh);
  const auto cells = [](const app::GapSum& sum) { return sum.cells; };
  const bool same =
      cells(ours.ranking.all) == cells(theirs.ranking.all) &&
      std::ranges::equal(ours.ranking.by_territory, theirs.ranking.by_territory, {}, cells, cells);
  fmt::print("gaps of every territory as in a new map: {}; worth {:.6f} of the new one's\n",
             same ? "yes" : "NO",
             static_cast<double>(ours.ranking.all.all_worth()) /
                 static_cast<double>(theirs.ranking.all.all_worth()));
}

}  // namespace

int run(int count, char** words) {
  const std::string verb = count > 2 ? words[1] : "";
  const uint64_t number = count > 3 ? std::strtoull(words[3], nullptr, 10) : 0;
  if (verb == "make" && number > 0)
    make(words[2], number);
  else if (verb == "compile")
    compile(words[2]);
  else if (verb == "ask")
    ask(open(words[2]), "the map");
  else if (verb == "change" && number > 0)
    change(words[2], number);
  else {
    fmt::print(stderr,
               "usage: map_bench make FOLDER RECORDINGS | compile FOLDER | ask FOLDER | "
               "change FOLDER COUNT\n");
    return 2;
  }
  return 0;
}

}  // namespace umikoe::bench

int main(int count, char** words) { return umikoe::bench::run(count, words); }
