#include "demand/latent/fact_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/rng.h"
#include "demand/latent/concave_maximum.h"

namespace umikoe::demand {
namespace {

using Rows = std::vector<std::pair<std::string, std::vector<std::string>>>;

const std::vector<std::string> codes = {"at", "br", "ch", "de", "hk", "jp",
                                        "kr", "mx", "pe", "sg", "th", "tw"};

TerritoryCode territory(std::string code) {
  for (char& c : code) c = static_cast<char>(c - 'a' + 'A');
  return *TerritoryCode::parse(code);
}

// Artists of two kinds of places, each in two to five territories.
struct Table {
  Rows rows;
  std::vector<ArtistFact> facts;
};

enum class Says : uint8_t { something, nothing };

Table invented(uint64_t seed, Says tie_ins, Says genres, int artists = 300) {
  Rng rng(seed);
  Table table;
  for (int i = 0; i < artists; ++i) {
    const std::string name = "Umi " + std::to_string(i);
    std::vector<std::string> seen;
    const bool latin = rng.uniform() < 0.5;
    for (const std::string& code : codes) {
      const bool there = code == "br" || code == "mx" || code == "pe";
      if (rng.uniform() < (there == latin ? 0.45 : 0.15)) seen.push_back(code);
    }
    ArtistFact tie_in{.artist = name, .kind = FactKind::tie_in, .value = "DEMO Stars"};
    for (const std::string& code : codes) {
      const bool shown = std::ranges::find(seen, code) != seen.end() && tie_ins == Says::something;
      if (rng.uniform() < (shown ? 0.7 : 0.15)) tie_in.territories.push_back(territory(code));
    }
    if (rng.uniform() < 0.7) table.facts.push_back(tie_in);
    const bool rock = genres == Says::something ? latin : rng.uniform() < 0.5;
    table.facts.push_back(
        {.artist = name, .kind = FactKind::genre, .value = rock ? "Rock" : "CITY POP"});
    table.rows.emplace_back(name, seen);
  }
  return table;
}

std::vector<FactTerms> terms_of(const Presence& presence, const std::vector<ArtistFact>& facts,
                                std::optional<Date> day = std::nullopt) {
  std::vector<FactTerms> terms;
  for (const auto& row : presence.rows) {
    std::vector<ArtistFact> own;
    for (const auto& fact : facts) {
      if (fact.artist == row.artist) own.push_back(fact);
    }
    terms.push_back(fact_terms(own, presence.territories, day));
  }
  return terms;
}

FactVerdict verdict(const FactModel& model, FactKind kind) {
  return model.kinds[static_cast<size_t>(kind)].verdict;
}

TEST(FactModel, KeepsWhatSaysSomethingAndDropsNoise) {
  const Table table = invented(1, Says::something, Says::nothing);
  const Presence presence = presence_of(table.rows);
  const FactModel model = fit_fact_model(presence, terms_of(presence, table.facts));
  EXPECT_EQ(verdict(model, FactKind::tie_in), FactVerdict::kept);
  EXPECT_EQ(verdict(model, FactKind::genre), FactVerdict::no_better);
  EXPECT_EQ(verdict(model, FactKind::language), FactVerdict::absent);
  EXPECT_GT(model.weights.shared[static_cast<size_t>(SharedWeight::shown_there)], 0.5);
  EXPECT_TRUE(std::ranges::none_of(
      model.weights.profiles, [](const auto& each) { return each.first.kind == FactKind::genre; }));
}

TEST(FactModel, AGenreSpeaksForItsTerritories) {
  const Table table = invented(2, Says::nothing, Says::something);
  const Presence presence = presence_of(table.rows);
  const auto terms = terms_of(presence, table.facts);
  const FactModel model = fit_fact_model(presence, terms);
  EXPECT_EQ(verdict(model, FactKind::genre), FactVerdict::kept);
  EXPECT_EQ(verdict(model, FactKind::tie_in), FactVerdict::no_better);
  const auto rock =
      fact_terms(std::vector{ArtistFact{.artist = "a", .kind = FactKind::genre, .value = "ROCK"}},
                 presence.territories, std::nullopt);
  const std::vector<uint32_t> unseen = {0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11};
  const auto voices = voices_for(model.weights, rock, 7, unseen);  // mx
  ASSERT_EQ(voices.size(), 1U);
  EXPECT_FALSE(voices[0].there);
  EXPECT_TRUE(voices_for(model.weights, rock, 3, unseen).empty());  // de
}

TEST(FactModel, NoiseChangesNothing) {
  const Table table = invented(3, Says::nothing, Says::nothing);
  const Presence presence = presence_of(table.rows);
  const auto terms = terms_of(presence, table.facts);
  const FactModel model = fit_fact_model(presence, terms);
  EXPECT_FALSE(model.any_kept());
  const LatentModel base(presence);
  const auto log_odds = base.log_odds({0, 3});
  EXPECT_EQ(model.weights.changed(log_odds, terms[0]), log_odds);
}

// Twenty tables of noise, two kinds each: at most one of the forty is taken for news.
TEST(FactModel, NoiseIsSeldomTakenForNews) {
  int taken = 0;
  for (uint64_t seed = 100; seed < 120; ++seed) {
    const Table table = invented(seed, Says::nothing, Says::nothing, 120);
    const Presence presence = presence_of(table.rows);
    const FactModel model = fit_fact_model(presence, terms_of(presence, table.facts));
    for (const FactKind kind : fact_kinds) taken += verdict(model, kind) == FactVerdict::kept;
  }
  EXPECT_LE(taken, 1);
}

TEST(FactModel, TheOrderOfRowsAndFactsDoesNotMatter) {
  Table table = invented(1, Says::something, Says::nothing, 150);
  const Presence presence = presence_of(table.rows);
  const FactModel one = fit_fact_model(presence, terms_of(presence, table.facts));
  std::ranges::reverse(table.rows);
  std::ranges::reverse(table.facts);
  const Presence turned = presence_of(table.rows);
  EXPECT_EQ(fit_fact_model(turned, terms_of(turned, table.facts)), one);
}

// A fact that all share tells none of them apart, also beside a model that knows none of them.
TEST(FactModel, WhatAllHaveInCommonIsNoNews) {
  Table table = invented(4, Says::nothing, Says::nothing, 120);
  std::erase_if(table.facts, [](const ArtistFact& fact) { return fact.kind == FactKind::tie_in; });
  for (ArtistFact& fact : table.facts) fact.value = "J-pop";
  for (auto& [artist, seen] : table.rows) seen.insert(seen.end(), {"jp", "sg", "mx"});
  const Presence presence = presence_of(table.rows);
  LatentModel::Parts parts{.territories = presence.territories};
  parts.biases.assign(6, std::vector<double>(codes.size()));
  parts.weights.assign(3, std::vector<double>(codes.size() * codes.size()));
  const LatentModel blind = LatentModel::of(std::move(parts));
  const FactModel model = fit_fact_model(presence, terms_of(presence, table.facts), &blind);
  EXPECT_EQ(verdict(model, FactKind::genre), FactVerdict::too_few);
}

// Artists left out of the fit, each with one territory hidden: in each band of chances about as
// many come true as were said, and facts make what is hidden likelier.
TEST(FactModel, ChancesStayCalibrated) {
  const Table table = invented(7, Says::something, Says::something, 1500);
  const Presence all = presence_of(table.rows);
  const auto terms = terms_of(all, table.facts);
  const size_t fitted = 900;
  Presence presence = all;
  presence.rows.resize(fitted);
  const LatentModel base(presence);
  const FactModel model = fit_fact_model(presence, std::span(terms).first(fitted));
  ASSERT_TRUE(model.any_kept());
  std::array<double, 4> said{}, came{};
  double gain = 0;
  double asked = 0;
  for (size_t i = fitted; i < all.rows.size(); ++i) {
    auto seen = all.rows[i].territories;
    if (seen.size() < 2) continue;
    const uint32_t hidden = seen[i % seen.size()];
    std::erase(seen, hidden);
    const auto log_odds = base.log_odds(seen);
    const auto chance = [&](const std::vector<LatentTerritory>& ranked) {
      return std::ranges::find(ranked, hidden, &LatentTerritory::territory)->score;
    };
    const auto ranked = base.rank(seen, model.weights.changed(log_odds, terms[i]));
    gain += std::log(chance(ranked) / chance(base.rank(seen, log_odds)));
    ++asked;
    for (const auto& each : ranked) {
      const size_t band = each.score < 0.05 ? 0 : each.score < 0.2 ? 1 : each.score < 0.5 ? 2 : 3;
      said[band] += each.score;
      came[band] += each.territory == hidden ? 1 : 0;
    }
  }
  EXPECT_GT(gain / asked, 0.1);
  for (size_t band = 0; band < said.size(); ++band) {
    EXPECT_NEAR(said[band], came[band], 2.5 * std::sqrt(said[band]) + 1) << band;
  }
}

TEST(FactModel, TooFewArtistsAreNotJudged) {
  const Table table = invented(1, Says::something, Says::something, 15);
  const Presence presence = presence_of(table.rows);
  const FactModel model = fit_fact_model(presence, terms_of(presence, table.facts));
  EXPECT_EQ(verdict(model, FactKind::tie_in), FactVerdict::too_few);
  EXPECT_FALSE(model.any_kept());
}

TEST(FactModel, WhatBeganLaterChangesNothing) {
  const Date day = *Date::parse("2026-01-01");
  Table table = invented(1, Says::something, Says::nothing, 150);
  for (size_t i = 0; i < table.facts.size(); ++i) {
    table.facts[i].day = day.plus(i % 4 == 0 ? 30 : -30);
  }
  const Presence presence = presence_of(table.rows);
  const auto fitted = [&](const std::vector<ArtistFact>& facts) {
    return fit_fact_model(presence, terms_of(presence, facts_known_on(facts, day).facts, day));
  };
  const FactModel model = fitted(table.facts);
  Rng rng(5);
  for (ArtistFact& fact : table.facts) {
    if (*fact.day <= day) continue;
    fact.artist = "Umi " + std::to_string(rng.below(150));
    fact.territories = {territory(codes[rng.below(codes.size())])};
    fact.value = "another";
    fact.day = day.plus(static_cast<int32_t>(1 + rng.below(900)));
  }
  EXPECT_EQ(fitted(table.facts), model);
  EXPECT_GT(facts_known_on(table.facts, day).later, 10);
}

TEST(FactTerms, PlacesCountOnceAndFadeWithTheYears) {
  const Date day = *Date::parse("2026-01-01");
  const std::vector<ArtistFact> facts = {{.artist = "a",
                                          .kind = FactKind::convention,
                                          .value = "Con",
                                          .territories = {territory("br")},
                                          .day = day.plus(-730)},
                                         {.artist = "a",
                                          .kind = FactKind::convention,
                                          .value = "Con",
                                          .territories = {territory("br")},
                                          .day = day.plus(-365)},
                                         {.artist = "a",
                                          .kind = FactKind::convention,
                                          .value = "Con",
                                          .territories = {territory("us")},
                                          .day = day}};
  const FactTerms terms = fact_terms(facts, codes, day);
  ASSERT_EQ(terms.shared.size(), 2U);  // us is no territory of the model
  EXPECT_EQ(terms.shared[0].weight, SharedWeight::convention_there);
  EXPECT_EQ(terms.shared[0].value, 1);
  EXPECT_EQ(terms.shared[1].weight, SharedWeight::convention_lately);
  EXPECT_EQ(terms.shared[1].fact, 1U);
  EXPECT_NEAR(terms.shared[1].value, 0.5, 1e-9);
  EXPECT_EQ(fact_terms(facts, codes, std::nullopt).shared.size(), 1U);
}

TEST(FactTerms, LanguagesMeetWhereTheyAreSpoken) {
  const std::vector<ArtistFact> facts = {
      {.artist = "a", .kind = FactKind::language, .value = "de"},
      {.artist = "a", .kind = FactKind::language, .value = "ja"}};
  const FactTerms terms = fact_terms(facts, codes, std::nullopt);
  std::string there;
  for (const auto& shared : terms.shared) there += codes[shared.territory] + " ";
  EXPECT_EQ(there, "at ch de jp ");
  EXPECT_EQ(terms.profiles.size(), 2U);
  EXPECT_NEAR(terms.profiles[0].share, std::sqrt(0.5), 1e-12);
}

TEST(FactsOnADay, WithoutADayOnlyWhatHoldsAlwaysIsKnown) {
  const Date day = *Date::parse("2026-01-01");
  const std::vector<ArtistFact> facts = {
      {.artist = "a", .kind = FactKind::genre, .value = "Rock"},
      {.artist = "a", .kind = FactKind::tie_in, .value = "Stars"},
      {.artist = "a", .kind = FactKind::tie_in, .value = "Moon", .day = day},
      {.artist = "a", .kind = FactKind::genre, .value = "Folk", .day = day.plus(1)}};
  const FactsOnADay known = facts_known_on(facts, day);
  ASSERT_EQ(known.facts.size(), 2U);
  EXPECT_EQ(known.facts[1].value, "Moon");
  EXPECT_EQ(known.later, 1);
  EXPECT_EQ(known.undated, 1);
}

TEST(ConcaveMaximum, FindsTheTopOfASkewedHill) {
  const auto found =
      concave_maximum(3, [](const std::vector<double>& at, std::vector<double>& slope) {
        double value = 0;
        for (size_t i = 0; i < at.size(); ++i) {
          const double steep = std::pow(30.0, static_cast<double>(i));
          const double off = at[i] - static_cast<double>(i) + 1;
          value -= steep * off * off;
          slope[i] = -2 * steep * off;
        }
        return value;
      });
  EXPECT_NEAR(found[0], -1, 1e-3);
  EXPECT_NEAR(found[1], 0, 1e-3);
  EXPECT_NEAR(found[2], 1, 1e-3);
}

}  // namespace
}  // namespace umikoe::demand
