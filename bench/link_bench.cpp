// Linkage across scripts on the development data: titles in Japanese against one alias in Latin
// letters of each, alone, among 2,500 aliases of other songs, and with the artist.
//   link_bench LOCALISATION_FOLDER [ipadic|unidic] [--misses] [--likeness]

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <ctime>
#include <fstream>
#include <random>

#include "app/comparable_names.h"
#include "catalogue/linkage/link.h"
#include "catalogue/linkage/link_weights.h"
#include "engines/mecab_engine.h"
#include "localisation/names/latin_letters.h"
#include "localisation/names/name_parts.h"

namespace {

using umikoe::app::ComparableNames;
using umikoe::catalogue::LinkCandidate;
using umikoe::catalogue::LinkRecord;

struct Song {
  std::string title;
  std::string artist;
  std::vector<std::string> aliases;
};

std::vector<std::string> cut(const std::string& text, char by) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == by) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

std::vector<Song> songs_of(const std::string& path) {
  std::vector<Song> songs;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const auto cells = cut(line, '\t');
    if (cells.size() < 3 || !umikoe::localisation::is_japanese(cells[0])) continue;
    Song song{cells[0], cells[1], {}};
    for (const std::string& alias : cut(cells[2], '|')) {
      // Cut-off search words say nothing of a whole title.
      if (!umikoe::localisation::is_japanese(alias) &&
          umikoe::localisation::folded_letters(alias).size() > 3) {
        song.aliases.push_back(alias);
      }
    }
    if (!song.aliases.empty()) songs.push_back(std::move(song));
  }
  return songs;
}

LinkRecord record(ComparableNames& names, const std::string& id, const std::string& title,
                  const std::string& artist) {
  LinkRecord result;
  result.id = id;
  result.parts = umikoe::catalogue::title_parts(title);
  result.title = names.prepared(result.parts.name).value();
  if (!artist.empty()) result.artists.push_back(names.prepared_person(artist).value());
  return result;
}

void report(std::string_view label, const std::vector<LinkRecord>& a,
            const std::vector<LinkRecord>& b, bool misses) {
  const std::clock_t start = std::clock();
  const auto found = umikoe::catalogue::link_records(a, b, {});
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  std::vector<const LinkCandidate*> firsts;
  double top1 = 0;
  double top5 = 0;
  double linked = 0;
  double right = 0;
  for (const LinkCandidate& candidate : found) {
    const bool true_pair = a[candidate.a].id == b[candidate.b].id;
    top5 += true_pair;
    if (candidate.band == umikoe::catalogue::Band::link) {
      ++linked;
      right += true_pair;
    }
    if (candidate.rank != 1) continue;
    top1 += true_pair;
    firsts.push_back(&candidate);
  }
  std::ranges::stable_sort(firsts, std::ranges::greater{}, &LinkCandidate::score);
  double hits = 0;
  double recall = 0;
  double threshold = 1;
  const auto all = static_cast<double>(a.size());
  for (size_t i = 0; i < firsts.size(); ++i) {
    hits += a[firsts[i]->a].id == b[firsts[i]->b].id;
    if (hits / static_cast<double>(i + 1) < 0.98) continue;
    recall = hits / all;
    threshold = firsts[i]->score;
  }
  fmt::print(
      "{:28} {} x {}: recall {:.3f} at precision .98 (score >= {:.4f}), first {:.3f}, "
      "among five {:.3f}; links {:.0f}, right {:.3f}, recall {:.3f}; {:.2f} s\n",
      label, a.size(), b.size(), recall, threshold, top1 / all, top5 / all, linked,
      linked > 0 ? right / linked : 1.0, right / all, seconds);
  if (!misses) return;
  for (const LinkCandidate* first : firsts) {
    if (a[first->a].id == b[first->b].id || first->score < threshold / 2) continue;
    fmt::print("  {:.3f} {} / {}\n", first->score, a[first->a].title.plain,
               b[first->b].title.letters.empty() ? "" : b[first->b].title.letters.front());
  }
}

// How often true and false pairs reach each likeness: where link_weights.cpp has its steps from.
void print_likeness(const std::vector<LinkRecord>& a, const std::vector<LinkRecord>& b) {
  std::array<double, 11> same{};
  std::array<double, 11> other{};
  for (size_t i = 0; i < a.size(); ++i) {
    for (size_t j = 0; j < b.size(); ++j) {
      const double best = umikoe::catalogue::likeness(a[i].title, b[j].title).best();
      (i == j ? same : other)[static_cast<size_t>(best * 10)] += 1;
    }
  }
  const auto n = static_cast<double>(a.size());
  const double m = n * static_cast<double>(b.size()) - n;
  for (size_t i = 0; i < same.size(); ++i) {
    fmt::print("  likeness {:.1f}: true {:.4f}, false {:.6f}, log ratio {:+.2f}\n",
               static_cast<double>(i) / 10, same[i] / n, other[i] / m,
               std::log((same[i] + 0.5) / n / ((other[i] + 0.5) / m)));
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const auto has = [&](std::string_view word) {
    return std::find(argv + 2, argv + argc, word) != argv + argc;
  };
  using umikoe::engines::Dictionary;
  auto engine =
      umikoe::engines::open_mecab(has("unidic") ? Dictionary::unidic : Dictionary::ipadic);
  if (!engine) return 1;
  ComparableNames names(**engine);
  auto songs = songs_of(std::string(argv[1]) + "/link_tachi_aliases.tsv");
  std::mt19937 random(7);
  std::shuffle(songs.begin(), songs.end(), random);
  constexpr size_t count = 470;
  std::vector<LinkRecord> a;
  std::vector<LinkRecord> b;
  std::vector<LinkRecord> a_artist;
  std::vector<LinkRecord> b_artist;
  for (size_t i = 0; i < count; ++i) {
    const std::string id = std::to_string(i);
    const std::string& alias = songs[i].aliases[random() % songs[i].aliases.size()];
    a.push_back(record(names, id, songs[i].title, ""));
    b.push_back(record(names, id, alias, ""));
    a_artist.push_back(record(names, id, songs[i].title, songs[i].artist));
    b_artist.push_back(record(names, id, alias, songs[i].artist));
  }
  if (has("--likeness")) print_likeness(a, b);
  report("title", a, b, has("--misses"));
  report("title and artist", a_artist, b_artist, has("--misses"));
  for (size_t i = 0; i < 2500; ++i) {
    const Song& other = songs[count + i % (songs.size() - count)];
    b.push_back(record(names, "x" + std::to_string(i), other.aliases.front(), ""));
  }
  report("title, 2,500 distractors", a, b, has("--misses"));
}
