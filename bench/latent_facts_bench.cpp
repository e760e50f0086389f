// What facts about artists add to latent demand, by the protocol T3 of bench/demand_bench.
//   latent_facts_bench DEMAND_FOLDER
// The presence table of 2017-2020 with one territory of each artist hidden: with the language that
// the script of an artist's titles shows, and with invented facts: some that say something (a
// tie-in shown, or a convention held, in the hidden territory three times as often as elsewhere),
// some drawn blindly. Chances are compared with what came true.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "base/rng.h"
#include "base/unicode_text.h"
#include "demand/latent/fact_model.h"
#include "demand_files.h"
#include "formats/charts/presence_table.h"
#include "formats/table/table_reader.h"

namespace umikoe::demand {
namespace {

// The table with one territory of each artist in 2 to 49 hidden.
struct Hidden {
  Presence presence;
  std::vector<std::optional<uint32_t>> hidden;
  uint32_t japan = 0;
};

Hidden hide(const std::string& path) {
  Hidden out{.presence = presence_of(*formats::charts::read_presence(bytes_of(path)))};
  const size_t count = out.presence.territories.size();
  for (auto& row : out.presence.rows) {
    auto& seen = row.territories;
    out.hidden.emplace_back();
    if (seen.size() < 2 || seen.size() == count) continue;
    const auto at = static_cast<std::ptrdiff_t>(fnv(row.artist) % seen.size());
    out.hidden.back() = seen[static_cast<size_t>(at)];
    seen.erase(seen.begin() + at);
  }
  const auto japan = std::ranges::find(out.presence.territories, "jp");
  out.japan = static_cast<uint32_t>(japan - out.presence.territories.begin());
  return out;
}

// Where the artist is seen, the hidden territory included.
std::vector<uint32_t> own_of(const Hidden& table, size_t row) {
  std::vector<uint32_t> own = table.presence.rows[row].territories;
  if (table.hidden[row]) own.push_back(*table.hidden[row]);
  return own;
}

struct Score {
  double asked = 0, first = 0, fifth = 0, reciprocal = 0, log_chance = 0;
  void add(const std::vector<LatentTerritory>& ranked, uint32_t hidden) {
    const auto at = std::ranges::find(ranked, hidden, &LatentTerritory::territory);
    const auto rank = static_cast<double>(at - ranked.begin() + 1);
    ++asked;
    first += rank == 1 ? 1 : 0;
    fifth += rank <= 5 ? 1 : 0;
    reciprocal += 1 / rank;
    log_chance += std::log(at->score);
  }
  std::string text() const {
    return fmt::format("R@1 {:.4f}  R@5 {:.4f}  MRR {:.4f}  mean log chance {:.4f} ({:.0f})",
                       first / asked, fifth / asked, reciprocal / asked, log_chance / asked, asked);
  }
};

// Chances said and what came true, in bands of the chance.
struct Bands {
  static constexpr std::array<double, 6> upper = {0.02, 0.05, 0.1, 0.3, 0.6, 1};
  std::array<double, 6> said{}, came{}, count{};
  void add(const std::vector<LatentTerritory>& ranked, uint32_t hidden) {
    for (const auto& each : ranked) {
      const auto band =
          static_cast<size_t>(std::ranges::lower_bound(upper, each.score) - upper.begin());
      const size_t at = std::min<size_t>(band, 5);
      said[at] += each.score;
      came[at] += each.territory == hidden ? 1 : 0;
      ++count[at];
    }
  }
  void print() const {
    fmt::print("    chance said / came true:");
    for (size_t i = 0; i < upper.size(); ++i) {
      fmt::print("  {:.3f}/{:.3f} ({:.0f})", said[i] / count[i], came[i] / count[i], count[i]);
    }
    fmt::print("\n");
  }
};

void print_kinds(const FactModel& model) {
  for (const FactKind kind : fact_kinds) {
    const auto& report = model.kinds[static_cast<size_t>(kind)];
    if (report.verdict == FactVerdict::absent) continue;
    fmt::print("    {}: {}, gain {:.4f} +- {:.4f} over {} artists\n", word(kind),
               word(report.verdict), report.gain, report.error, report.artists);
  }
  if (model.any_kept()) {
    fmt::print("    scale {:.3f}", model.weights.scale);
    for (size_t i = 0; i < shared_weight_count; ++i) {
      fmt::print("  {} {:.3f}", word(static_cast<SharedWeight>(i)), model.weights.shared[i]);
    }
    fmt::print("\n");
  }
}

using Facts = std::vector<std::vector<ArtistFact>>;  // by row

// Chances of artists that no fit saw, of a table that is short of theirs alone.
void calibration(const Hidden& table, const std::vector<FactTerms>& terms) {
  Presence fitted{.territories = table.presence.territories, .rows = {}};
  std::vector<FactTerms> fitted_terms;
  const auto whole = [&](size_t row) {
    Presence::Row out{table.presence.rows[row].artist, own_of(table, row)};
    std::ranges::sort(out.territories);
    return out;
  };
  for (size_t i = 0; i < terms.size(); ++i) {
    if (i % 5 == 0) continue;
    fitted.rows.push_back(whole(i));
    fitted_terms.push_back(terms[i]);
  }
  const LatentModel base(fitted);
  const FactModel model = fit_fact_model(fitted, fitted_terms);
  Bands without, with;
  for (size_t i = 0; i < terms.size(); i += 5) {
    if (!table.hidden[i] || terms[i].profiles.empty()) continue;
    const auto& seen = table.presence.rows[i].territories;
    const auto log_odds = base.log_odds(seen);
    without.add(base.rank(seen, log_odds), *table.hidden[i]);
    with.add(base.rank(seen, model.weights.changed(log_odds, terms[i])), *table.hidden[i]);
  }
  without.print();
  with.print();
}

void compare(const char* name, const Hidden& table, const LatentModel& base, const Facts& facts) {
  const double begun = seconds();
  std::vector<FactTerms> terms;
  for (const auto& each : facts) {
    terms.push_back(fact_terms(each, table.presence.territories, std::nullopt));
  }
  const FactModel model = fit_fact_model(table.presence, terms);
  const double spent = seconds() - begun;
  Score without, with, without_jp, with_jp, without_facts, with_facts;
  for (size_t i = 0; i < table.hidden.size(); ++i) {
    if (!table.hidden[i]) continue;
    const auto& seen = table.presence.rows[i].territories;
    const auto log_odds = base.log_odds(seen);
    const auto before = base.rank(seen, log_odds);
    const auto after = base.rank(seen, model.weights.changed(log_odds, terms[i]));
    without.add(before, *table.hidden[i]);
    with.add(after, *table.hidden[i]);
    if (!facts[i].empty()) {
      without_facts.add(before, *table.hidden[i]);
      with_facts.add(after, *table.hidden[i]);
    }
    const bool jp =
        *table.hidden[i] == table.japan || std::ranges::find(seen, table.japan) != seen.end();
    if (!jp || seen.size() > 8) continue;
    without_jp.add(before, *table.hidden[i]);
    with_jp.add(after, *table.hidden[i]);
  }
  fmt::print("{} ({:.1f} s)\n", name, spent);
  print_kinds(model);
  fmt::print("  all       without {}\n            with    {}\n", without.text(), with.text());
  fmt::print("  with fact without {}\n            with    {}\n", without_facts.text(),
             with_facts.text());
  fmt::print("  Japan     without {}\n            with    {}\n", without_jp.text(), with_jp.text());
  calibration(table, terms);
}

// A language told by script alone; Latin letters tell none.
std::string language_of(std::string_view text) {
  std::map<std::string, int> letters;
  const std::string plain = nfkc(text);
  for (size_t i = 0; i < plain.size();) {
    const auto lead = static_cast<unsigned char>(plain[i]);
    const size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t c = lead < 0x80 ? lead : lead & (0xFF >> (size + 1));
    for (size_t k = 1; k < size && i + k < plain.size(); ++k) {
      c = c << 6 | (static_cast<unsigned char>(plain[i + k]) & 0x3F);
    }
    i += size;
    if (c >= 0x3040 && c <= 0x30FF) letters["ja"] += 100;  // kana among kanji decide
    if (c >= 0x4E00 && c <= 0x9FFF) letters["zh"] += 1;
    if (c >= 0xAC00 && c <= 0xD7AF) letters["ko"] += 1;
    if (c >= 0x0E00 && c <= 0x0E7F) letters["th"] += 1;
    if (c >= 0x0370 && c <= 0x03FF) letters["el"] += 1;
    if (c >= 0x0400 && c <= 0x04FF) letters["ru"] += 1;
    if (c >= 0x0590 && c <= 0x05FF) letters["he"] += 1;
    if (c >= 0x0600 && c <= 0x06FF) letters["ar"] += 1;
  }
  const auto most =
      std::ranges::max_element(letters, {}, [](const auto& each) { return each.second; });
  return most == letters.end() ? "" : most->first;
}

Facts languages(const Hidden& table, const std::string& path) {
  std::map<std::string, std::map<std::string, int>> titles;
  std::map<std::string, size_t> places;
  const auto read = formats::table::read_rows(
      bytes_of(path), [&](const formats::table::TableRow& row) -> Result<void> {
        if (places.empty()) {
          for (size_t i = 0; i < row.cells.size(); ++i) places[row.cells[i]] = i;
          return {};
        }
        const std::string language = language_of(row.cells[places.at("Track Name")]);
        if (!language.empty()) ++titles[row.cells[places.at("Artist")]][language];
        return {};
      });
  if (!read) fmt::print("{}: {}\n", path, read.error().code);
  Facts facts;
  for (const auto& row : table.presence.rows) {
    facts.emplace_back();
    const auto at = titles.find(row.artist);
    if (at == titles.end()) continue;
    for (const auto& [language, count] : at->second) {
      facts.back().push_back({.artist = row.artist, .kind = FactKind::language, .value = language});
    }
  }
  return facts;
}

TerritoryCode code_of(const Hidden& table, uint32_t territory) {
  std::string code = table.presence.territories[territory];
  for (char& c : code) c = static_cast<char>(c - 'a' + 'A');
  return *TerritoryCode::parse(code);
}

// Half of the artists get a tie-in or conventions, in a tenth of the territories where they are
// not seen and in `there` of those where they are, the hidden one like the others.
Facts invented(const Hidden& table, FactKind kind, double there, uint64_t seed) {
  Rng rng(seed);
  Facts facts(table.presence.rows.size());
  for (size_t i = 0; i < facts.size(); ++i) {
    if (rng.uniform() < 0.5) continue;
    const auto own = own_of(table, i);
    ArtistFact fact{.artist = table.presence.rows[i].artist, .kind = kind, .value = "invented"};
    for (uint32_t b = 0; b < table.presence.territories.size(); ++b) {
      const bool seen = std::ranges::find(own, b) != own.end();
      if (rng.uniform() < (seen ? there : 0.1)) fact.territories.push_back(code_of(table, b));
    }
    facts[i].push_back(std::move(fact));
  }
  return facts;
}

// Half of the artists get one of thirty genres, drawn blindly, or in `aimed` of the cases one of
// those that go with the region of a territory of theirs.
Facts genres(const Hidden& table, double aimed, uint64_t seed) {
  Rng rng(seed);
  Facts facts(table.presence.rows.size());
  const auto regions = fact_groups(FactKind::genre, table.presence.territories);
  for (size_t i = 0; i < facts.size(); ++i) {
    if (rng.uniform() < 0.5) continue;
    const auto own = own_of(table, i);
    uint64_t genre = rng.below(30);
    if (!own.empty() && rng.uniform() < aimed) {
      genre = genre / 6 * 6 + regions[own[rng.below(own.size())]] % 6;
    }
    facts[i].push_back({.artist = table.presence.rows[i].artist,
                        .kind = FactKind::genre,
                        .value = "genre " + std::to_string(genre)});
  }
  return facts;
}

// Small tables of artists with facts of every kind, all drawn blindly: how often a kind is kept.
void noise(uint64_t artists) {
  int judged = 0;
  int kept = 0;
  for (uint64_t seed = 1000; seed < 1200; ++seed) {
    Rng rng(seed);
    std::vector<std::pair<std::string, std::vector<std::string>>> rows;
    std::vector<FactTerms> terms;
    const std::vector<std::string> codes = {"AT", "BR", "CH", "DE", "HK", "JP",
                                            "KR", "MX", "PE", "SG", "TH", "TW"};
    for (uint64_t i = 0; i < artists; ++i) {
      const bool latin = rng.uniform() < 0.5;
      auto& row = rows.emplace_back("artist " + std::to_string(i), std::vector<std::string>());
      std::vector<ArtistFact> facts = {
          {.artist = "", .kind = FactKind::genre, .value = std::to_string(rng.below(4))},
          {.artist = "", .kind = FactKind::language, .value = rng.below(2) == 0 ? "ja" : "ko"},
          {.artist = "", .kind = FactKind::tie_in, .value = "work"},
          {.artist = "", .kind = FactKind::convention, .value = "event"}};
      for (const std::string& code : codes) {
        const bool there = code == "BR" || code == "MX" || code == "PE";
        if (rng.uniform() < (there == latin ? 0.45 : 0.15)) row.second.push_back(code);
        for (size_t k : {2, 3}) {
          if (rng.uniform() < 0.15) facts[k].territories.push_back(*TerritoryCode::parse(code));
        }
      }
      terms.push_back(fact_terms(facts, codes, std::nullopt));
    }
    for (const FactKindReport& report : fit_fact_model(presence_of(rows), terms).kinds) {
      kept += report.verdict == FactVerdict::kept ? 1 : 0;
      judged += report.verdict == FactVerdict::no_better ? 1 : 0;
    }
  }
  fmt::print("noise: of {} artists, {} kinds judged, {} kept\n", artists, judged + kept, kept);
}

void run(const std::string& folder) {
  const Hidden table = hide(folder + "artist_territory_presence_top200_2017-2020.csv");
  const double begun = seconds();
  const LatentModel base(table.presence);
  fmt::print("without facts: {:.1f} s\n", seconds() - begun);
  compare("language by the script of titles", table, base,
          languages(table, folder + "track_territory_presence_top200_2017-2020.csv.gz"));
  compare("tie-ins shown at 30 % of theirs", table, base,
          invented(table, FactKind::tie_in, 0.3, 1));
  compare("conventions, blind", table, base, invented(table, FactKind::convention, 0.1, 2));
  compare("genres, 60 % by region", table, base, genres(table, 0.6, 3));
  compare("genres, blind", table, base, genres(table, 0, 4));
  for (const uint64_t artists : {30, 60, 150}) noise(artists);
}

}  // namespace
}  // namespace umikoe::demand

int main(int count, char** words) {
  if (count != 2) {
    fmt::print("latent_facts_bench DEMAND_FOLDER\n");
    return 2;
  }
  umikoe::demand::run(std::string(words[1]) + "/");
}
