#include "demand/entries/entries.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <map>
#include <random>

#include "demand/entries/ridge_logistic.h"
#include "demand/invented_charts_test.h"

namespace umikoe::demand {
namespace {

const Date origin = *Date::parse("2025-11-07");

std::string ask(const std::vector<ChartLine>& lines) {
  const EntryCharts charts(lines);
  const auto run = EntryForecaster(charts).at(origin);
  std::string out;
  if (!run) return out;
  for (const Entry& entry : run->entries) {
    const auto& track = charts.tracks()[entry.candidate.track];
    out += track.artist + "|" + track.title + "|" +
           charts.territories()[entry.candidate.territory] + "|" +
           std::to_string(entry.probability) + "\n";
  }
  return out;
}

TEST(Entries, NoFutureChangesWhatIsSaid) {
  const auto lines = invented_charts();
  const std::string answer = ask(lines);
  EXPECT_GT(answer.size(), 500U);
  EXPECT_EQ(ask(with_another_future(lines, origin)), answer);
}

TEST(Entries, TheLikeliestComeMoreOften) {
  const auto lines = invented_charts(280);
  const EntryCharts charts(lines);
  const auto run = EntryForecaster(charts).at(origin);
  ASSERT_TRUE(run);
  double upper = 0;
  double lower = 0;
  for (size_t i = 0; i < run->entries.size(); ++i) {
    const auto& candidate = run->entries[i].candidate;
    const auto first = charts.first_seen(candidate.track, candidate.territory);
    const bool came = first && *first <= origin.plus(entry_window_days);
    (i < run->entries.size() / 4 ? upper : lower) += came ? 1 : 0;
  }
  EXPECT_GT(upper, lower);
}

// For half of the time two of three songs stay where they came out; later all of them travel.
TEST(Entries, AsManyAreExpectedAsEnterLately) {
  auto lines = invented_charts(400);
  const Date changed = lines.front().file_day.plus(200);
  std::map<std::string, std::string> home;
  std::erase_if(lines, [&](const ChartLine& line) {
    const auto [at, fresh] = home.try_emplace(line.title, line.territory);
    const int number = std::stoi(line.title.substr(4));
    return number < 100 && number % 3 != 0 && at->second != line.territory;
  });
  const EntryCharts charts(lines);
  EntryForecaster forecaster(charts);
  double expected = 0;
  double came = 0;
  for (Date day = changed.plus(100); day <= changed.plus(170); day = day.plus(14)) {
    const auto run = forecaster.at(day);
    ASSERT_TRUE(run);
    for (const Entry& entry : run->entries) {
      expected += entry.probability;
      const auto first = charts.first_seen(entry.candidate.track, entry.candidate.territory);
      came += first && *first <= day.plus(entry_window_days) ? 1 : 0;
    }
  }
  EXPECT_GT(came, 40);
  EXPECT_GT(expected, 0.9 * came);
  EXPECT_LT(expected, 1.3 * came);
}

TEST(Entries, ATrackSeenThereUnderAnotherSpellingIsNoNewOne) {
  auto lines = invented_charts();
  ChartLine seen = lines.front();
  seen.territory = "VN";
  seen.artist = "EJAE";
  seen.title = "Golden Umi (w/ Sora)";
  seen.file_day = origin.plus(-60);
  ChartLine now = seen;
  now.territory = "TH";
  now.artist = "Ejae";
  now.title = "Golden Umi (w/ SORA, Kaze)";
  now.file_day = origin.plus(-1);
  lines.push_back(seen);
  lines.push_back(now);
  const EntryCharts charts(lines);
  bool found = false;
  for (const EntryCandidate& candidate : charts.candidates(origin)) {
    if (charts.tracks()[candidate.track].title != now.title) continue;
    const bool there = charts.territories()[candidate.territory] == "VN";
    EXPECT_EQ(candidate.respelled, there);
    found = found || there;
  }
  EXPECT_TRUE(found);
}

TEST(Entries, AnIndexOfZeroIsANumberToo) {
  auto lines = invented_charts();
  for (size_t i = 0; i < lines.size(); ++i) {
    lines[i].popularity = i % 3 == 0 ? 0 : 50;
    lines[i].streams.reset();
  }
  const EntryCharts charts(lines);
  const auto run = EntryForecaster(charts).at(origin);
  ASSERT_TRUE(run);
  for (const Entry& entry : run->entries) {
    EXPECT_TRUE(entry.probability >= 0 && entry.probability <= 1);
  }
}

TEST(Entries, AFileTooShortToLearnFromGivesNothing) {
  const EntryCharts charts(invented_charts(40));
  EXPECT_FALSE(EntryForecaster(charts).at(charts.first_day().plus(35)));
}

// At the maximum the penalised likelihood has no slope: each coefficient's gradient vanishes.
TEST(RidgeLogistic, StopsWhereTheSlopeIsZero) {
  std::mt19937_64 random(3);
  const auto share = [&] { return static_cast<double>(random() % 10'000) / 10'000; };
  LogisticCases cases{.width = 2, .features = {}, .outcomes = {}, .weights = {}};
  for (int i = 0; i < 3'000; ++i) {
    const double a = share();
    const double b = share();
    const double chance = 1 / (1 + std::exp(-(3 * a - 2 * b - 1)));
    cases.features.insert(cases.features.end(), {static_cast<float>(a), static_cast<float>(b)});
    cases.outcomes.push_back(share() < chance ? 1 : 0);
    cases.weights.push_back(1);
  }
  const RidgeLogistic model(cases, 1e-6);
  double constant = 0;
  double slope = 0;
  for (size_t i = 0; i < cases.size(); ++i) {
    const double error = cases.outcomes[i] - model.probability(cases.row(i));
    constant += error;
    slope += error * cases.row(i)[0];
  }
  EXPECT_NEAR(constant, 0, 1e-3);
  EXPECT_NEAR(slope, 0, 1e-3);
  EXPECT_NEAR(model.probability(std::array{0.9F, 0.1F}), 1 / (1 + std::exp(-1.5)), 0.05);
}

}  // namespace
}  // namespace umikoe::demand
