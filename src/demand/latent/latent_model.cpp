#include "demand/latent/latent_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "demand/latent/choice_fit.h"
#include "demand_data.h"

namespace umikoe::demand {
namespace {

constexpr double ease_penalty = 50;
constexpr double ease_share = 2;
constexpr double nearest_share = 0.6;
constexpr double nearest_floor = 0.02;

double sum_exp(const std::vector<double>& scores, const std::vector<char>& inside) {
  double sum = 0;
  for (size_t b = 0; b < scores.size(); ++b) sum += inside[b] ? 0 : std::exp(scores[b]);
  return sum;
}

std::vector<char> marks_of(std::span<const uint32_t> seen, size_t count) {
  std::vector<char> inside(count);
  for (const uint32_t a : seen) inside[a] = 1;
  return inside;
}

}  // namespace

LatentModel::LatentModel(const Presence& presence) {
  parts_.territories = presence.territories;
  for (const Presence::Row& row : presence.rows) {
    if (!row.territories.empty()) parts_.sets[row.territories] += 1;
  }
  ChoiceWeights choice = fit_choice(presence.territories, parts_.sets);
  parts_.biases = std::move(choice.biases);
  parts_.weights = std::move(choice.weights);
  fit_ease(presence);
  fit_temperature();
}

// B = I - P diag(1 / P), with P the inverse of the penalised matrix of joint counts.
void LatentModel::fit_ease(const Presence& presence) {
  std::vector<std::vector<double>> table(count(), std::vector<double>(2 * count()));
  for (const Presence::Row& row : presence.rows) {
    for (const uint32_t a : row.territories) {
      for (const uint32_t b : row.territories) table[a][b] += 1;
    }
  }
  for (size_t i = 0; i < count(); ++i) {
    table[i][i] += ease_penalty;
    table[i][count() + i] = 1;
  }
  for (size_t i = 0; i < count(); ++i) {
    const double pivot = table[i][i];
    for (double& cell : table[i]) cell /= pivot;
    for (size_t row = 0; row < count(); ++row) {
      const double factor = table[row][i];
      if (row == i || factor == 0) continue;
      for (size_t k = 0; k < 2 * count(); ++k) table[row][k] -= factor * table[i][k];
    }
  }
  parts_.ease.resize(count() * count());
  for (size_t a = 0; a < count(); ++a) {
    for (size_t b = 0; b < count(); ++b) {
      if (a != b) parts_.ease[a * count() + b] = -table[a][count() + b] / table[b][count() + b];
    }
  }
}

std::vector<double> LatentModel::choice_scores(std::span<const uint32_t> seen) const {
  std::vector<double> scores = parts_.biases[choice_bias_size(seen.size())];
  const auto& weights = parts_.weights[choice_weight_size(seen.size())];
  const double share = 1 / std::sqrt(static_cast<double>(seen.size()));
  for (const uint32_t a : seen) {
    for (size_t b = 0; b < count(); ++b) scores[b] += share * weights[a * count() + b];
  }
  return scores;
}

// Sets that hold a part of this one and something else vote for what else they hold, by the square
// of their likeness (Jaccard's without the part this set lacks).
std::vector<double> LatentModel::nearest_scores(std::span<const uint32_t> seen) const {
  const std::vector<char> inside = marks_of(seen, count());
  std::vector<double> votes(count(), nearest_floor);
  for (const auto& [set, artists] : parts_.sets) {
    const auto common =
        static_cast<size_t>(std::ranges::count_if(set, [&](uint32_t a) { return inside[a] != 0; }));
    if (common == 0 || common == set.size()) continue;
    const double likeness =
        static_cast<double>(common) / static_cast<double>(seen.size() + set.size() - common);
    const double vote = artists * likeness * likeness / static_cast<double>(set.size() - common);
    for (const uint32_t a : set) {
      if (!inside[a]) votes[a] += vote;
    }
  }
  double total = 0;
  for (size_t b = 0; b < count(); ++b) total += inside[b] ? 0 : votes[b];
  for (double& vote : votes) vote = std::log(vote / total + 1e-4);
  return votes;
}

std::vector<double> LatentModel::combined(std::span<const uint32_t> seen) const {
  std::vector<double> scores = choice_scores(seen);
  if (parts_.sets.empty()) return scores;  // the shipped model
  const std::vector<double> nearest = nearest_scores(seen);
  for (size_t b = 0; b < count(); ++b) {
    double ease = 0;
    for (const uint32_t a : seen) ease += parts_.ease[a * count() + b];
    scores[b] += nearest_share * nearest[b] + ease_share * ease;
  }
  return scores;
}

// The three views repeat each other, so their sum is too sure of itself: the temperature under
// which the left-out territories are likeliest takes that back.
void LatentModel::fit_temperature() {
  struct Case {
    std::vector<double> scores;
    std::vector<char> inside;
    size_t left_out = 0;
    double artists = 0;
  };
  std::vector<Case> cases;
  size_t number = 0;
  for (const auto& [set, artists] : parts_.sets) {
    if (set.size() < 2) continue;
    const size_t k = number++ % set.size();
    std::vector<uint32_t> rest = set;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(k));
    cases.push_back({combined(rest), marks_of(rest, count()), set[k], artists});
  }
  double best = -INFINITY;
  for (int step = 4; step <= 40; ++step) {
    const double temperature = step / 10.0;
    double likelihood = 0;
    for (Case& c : cases) {
      std::vector<double> scaled = c.scores;
      for (double& score : scaled) score /= temperature;
      likelihood += c.artists * (scaled[c.left_out] - std::log(sum_exp(scaled, c.inside)));
    }
    if (likelihood > best) {
      best = likelihood;
      parts_.temperature = temperature;
    }
  }
}

// Lines of one word and then cells: the territories, then each row of biases and weights, rounded
// to a thousandth. The choice model alone is fitted to chances, so its temperature is 1.
std::string LatentModel::choice_table() const {
  std::string out = "territories";
  for (const std::string& territory : parts_.territories) out += "\t" + territory;
  out += "\n";
  for (const auto* rows : {&parts_.biases, &parts_.weights}) {
    for (const std::vector<double>& row : *rows) {
      out += rows == &parts_.biases ? "bias" : "weight";
      for (const double value : row) out += fmt::format("\t{:.3f}", value);
      out += "\n";
    }
  }
  return out;
}

const LatentModel& LatentModel::shipped() {
  static const LatentModel model = [] {
    LatentModel read;
    std::string_view rest = data::latent_choice;
    while (!rest.empty()) {
      std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
      if (line.starts_with('#')) continue;
      std::vector<std::string> cells;
      while (!line.empty()) {
        cells.emplace_back(line.substr(0, line.find('\t')));
        line.remove_prefix(std::min(cells.back().size() + 1, line.size()));
      }
      const std::string kind = cells.front();
      cells.erase(cells.begin());
      if (kind == "territories") {
        read.parts_.territories = cells;
        continue;
      }
      std::vector<double> numbers;
      for (const std::string& cell : cells) numbers.push_back(std::stod(cell));
      if (kind == "bias") read.parts_.biases.push_back(std::move(numbers));
      if (kind == "weight") read.parts_.weights.push_back(std::move(numbers));
    }
    return read;
  }();
  return model;
}

std::vector<double> LatentModel::log_odds(const std::vector<uint32_t>& seen) const {
  std::vector<double> scores = combined(seen);
  for (double& score : scores) score /= parts_.temperature;
  return scores;
}

LatentModel LatentModel::of(Parts parts) {
  LatentModel model;
  model.parts_ = std::move(parts);
  return model;
}

std::vector<LatentTerritory> LatentModel::rank(const std::vector<uint32_t>& seen) const {
  if (seen.empty()) return {};
  return rank(seen, log_odds(seen));
}

std::vector<LatentTerritory> LatentModel::rank(const std::vector<uint32_t>& seen,
                                               const std::vector<double>& log_odds) const {
  std::vector<LatentTerritory> out;
  if (seen.empty() || seen.size() == count()) return out;
  const std::vector<char> inside = marks_of(seen, count());
  std::vector<double> scores = log_odds;
  double highest = -INFINITY;
  for (size_t b = 0; b < count(); ++b) highest = inside[b] ? highest : std::max(highest, scores[b]);
  // Only a model from elsewhere holds such weights; their exponentials are no numbers.
  if (std::abs(highest) > 500) {
    for (double& score : scores) score -= highest;
  }
  const double total = sum_exp(scores, inside);
  for (uint32_t b = 0; b < count(); ++b) {
    if (inside[b]) continue;
    LatentTerritory territory{b, std::exp(scores[b]) / total, {seen.begin(), seen.end()}};
    const auto& weights = parts_.weights[choice_weight_size(seen.size())];
    std::ranges::stable_sort(territory.nearest, [&](uint32_t x, uint32_t y) {
      return weights[x * count() + b] > weights[y * count() + b];
    });
    territory.nearest.resize(std::min<size_t>(territory.nearest.size(), 2));
    out.push_back(std::move(territory));
  }
  std::ranges::stable_sort(
      out, [](const LatentTerritory& a, const LatentTerritory& b) { return a.score > b.score; });
  return out;
}

}  // namespace umikoe::demand
