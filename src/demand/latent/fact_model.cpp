#include "demand/latent/fact_model.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/rng.h"
#include "catalogue/linkage/identity_key.h"

namespace umikoe::demand {
namespace {

constexpr uint64_t fold_seed = 20261129;
constexpr size_t folds = 5;
constexpr size_t left_out_most = 3;  // territories of one artist
constexpr std::array<double, 4> ridges_tried = {4, 16, 64, 256};
constexpr std::array<double, 6> level_ridges_tried = {0.1, 1, 4, 16, 64, 256};
constexpr double most_holders = 0.8;     // what more of the artists have hardly tells them apart
constexpr size_t artists_most = 20'000;  // more teach little and cost memory

uint64_t number_of(const std::string& artist) {
  uint64_t hash = fold_seed;
  for (const char c : catalogue::name_key(artist)) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  }
  return Rng(hash).next();
}

// By row: what spreads artists over folds, whatever order they stand in.
std::vector<uint64_t> numbers_of(const Presence& presence) {
  std::vector<uint64_t> numbers;
  for (const Presence::Row& row : presence.rows) numbers.push_back(number_of(row.artist));
  return numbers;
}

struct Cases {
  std::vector<FactCase> all;
  std::vector<size_t> folds;  // of each
};

// The artists asked about: with facts, and in more than one territory but not in all.
std::vector<uint32_t> artists_asked(const Presence& presence, std::span<const FactTerms> terms,
                                    std::span<const uint64_t> numbers) {
  std::vector<uint32_t> asked;
  for (uint32_t i = 0; i < presence.rows.size(); ++i) {
    const size_t seen = presence.rows[i].territories.size();
    const bool open = seen >= 2 && seen < presence.territories.size();
    if (open && !terms[i].profiles.empty()) asked.push_back(i);
  }
  std::ranges::sort(
      asked, {}, [&](uint32_t i) { return std::pair(numbers[i], presence.rows[i].territories); });
  if (asked.size() > artists_most) asked.resize(artists_most);
  return asked;
}

// The artist with some territories left out in turn, evenly spread from one that the name chooses.
void add_cases(const Presence::Row& row, uint32_t artist, uint64_t number, const LatentModel& model,
               Cases& cases) {
  const size_t count = std::min(row.territories.size(), left_out_most);
  const size_t first = number / folds % row.territories.size();
  for (size_t i = 0; i < count; ++i) {
    const size_t at = (first + i * row.territories.size() / count) % row.territories.size();
    std::vector<uint32_t> rest = row.territories;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(at));
    FactCase each{.artist = artist,
                  .seen = std::vector<char>(model.territories().size()),
                  .left_out = row.territories[at],
                  .weight = 1 / static_cast<double>(count),
                  .log_odds = model.log_odds(rest)};
    for (const uint32_t b : rest) each.seen[b] = 1;
    cases.all.push_back(std::move(each));
    cases.folds.push_back(number % folds);
  }
}

Cases cases_of(const Presence& presence, std::span<const uint32_t> asked,
               std::span<const uint64_t> numbers, const LatentModel* apart) {
  Cases cases;
  for (size_t fold = 0; fold < folds; ++fold) {
    std::optional<LatentModel> fitted;
    if (apart == nullptr) {
      Presence others{.territories = presence.territories, .rows = {}};
      for (size_t i = 0; i < presence.rows.size(); ++i) {
        if (numbers[i] % folds != fold) others.rows.push_back(presence.rows[i]);
      }
      fitted.emplace(others);
    }
    for (const uint32_t i : asked) {
      if (numbers[i] % folds != fold) continue;
      add_cases(presence.rows[i], i, numbers[i], apart != nullptr ? *apart : *fitted, cases);
    }
  }
  return cases;
}

// Before anything is judged.
FactModel unjudged(std::span<const FactTerms> terms) {
  FactModel model;
  for (const FactKind kind : fact_kinds) {
    const bool any =
        std::ranges::any_of(terms, [&](const FactTerms& each) { return each.has(kind); });
    model.kinds[static_cast<size_t>(kind)].verdict =
        any ? FactVerdict::too_few : FactVerdict::absent;
  }
  return model;
}

// Without the profiles that nearly all of the artists have.
std::vector<FactTerms> telling_terms(std::span<const FactTerms> terms,
                                     std::span<const uint32_t> asked) {
  std::map<FactProfile, double> holders;
  for (const uint32_t artist : asked) {
    for (const auto& each : terms[artist].profiles) holders[each.profile] += 1;
  }
  const double most = most_holders * static_cast<double>(asked.size());
  std::vector<FactTerms> out(terms.begin(), terms.end());
  for (FactTerms& of_artist : out) {
    std::erase_if(of_artist.profiles, [&](const FactTerms::Profile& each) {
      const auto at = holders.find(each.profile);
      return at != holders.end() && at->second > most;
    });
  }
  return out;
}

class Selection {
 public:
  Selection(Cases cases, std::vector<FactTerms> terms, std::span<const std::string> territories)
      : cases_(std::move(cases)), terms_(std::move(terms)), territories_(territories) {}

  FactModel run(FactModel model) {
    FactRidges kept{.levels = level_ridge()};
    std::vector<FactKind> open;
    for (const FactKind kind : fact_kinds) {
      FactKindReport& report = model.kinds[static_cast<size_t>(kind)];
      report.artists = artists_with(kind);
      if (report.artists < fact_artists_least) continue;
      report.verdict = FactVerdict::no_better;
      open.push_back(kind);
    }
    while (!open.empty()) {
      FactRidges best = kept;
      for (const FactKind kind : open) {
        best.kinds[static_cast<size_t>(kind)] =
            judge(kind, kept, model.kinds[static_cast<size_t>(kind)]);
      }
      const auto surest = std::ranges::max_element(
          open, {}, [&](FactKind kind) { return surety(model.kinds[static_cast<size_t>(kind)]); });
      const auto number = static_cast<size_t>(*surest);
      const bool better = surety(model.kinds[number]) > fact_gain_errors;
      if (!better || model.kinds[number].gain < fact_gain_least) break;
      kept.kinds[number] = best.kinds[number];
      model.kinds[number].verdict = FactVerdict::kept;
      open.erase(surest);
    }
    if (model.any_kept()) {
      model.weights = fit_fact_weights(chosen(kept).all, terms_, territories_, kept);
    }
    return model;
  }

 private:
  static double surety(const FactKindReport& report) {
    return report.error > 0 ? report.gain / report.error : 0;
  }

  bool has_any(uint32_t artist, const FactRidges& ridges) const {
    return std::ranges::any_of(fact_kinds, [&](FactKind kind) {
      return ridges.kinds[static_cast<size_t>(kind)] > 0 && terms_[artist].has(kind);
    });
  }

  int64_t artists_with(FactKind kind) const {
    int64_t artists = 0;
    for (size_t i = 0; i < cases_.all.size(); ++i) {
      const uint32_t artist = cases_.all[i].artist;
      const bool first = i == 0 || cases_.all[i - 1].artist != artist;
      artists += first && terms_[artist].has(kind) ? 1 : 0;
    }
    return artists;
  }

  // The cases of artists with a fact of these kinds.
  Cases chosen(const FactRidges& ridges) const {
    Cases out;
    for (size_t i = 0; i < cases_.all.size(); ++i) {
      if (!has_any(cases_.all[i].artist, ridges)) continue;
      out.all.push_back(cases_.all[i]);
      out.folds.push_back(cases_.folds[i]);
    }
    return out;
  }

  // The log chance of each case by weights that did not learn from its artist.
  std::vector<double> log_chances(const Cases& cases, const FactRidges& ridges) const {
    std::vector<double> out(cases.all.size());
    for (size_t fold = 0; fold < folds; ++fold) {
      std::vector<FactCase> others;
      for (size_t i = 0; i < cases.all.size(); ++i) {
        if (cases.folds[i] != fold) others.push_back(cases.all[i]);
      }
      const FactWeights weights = fit_fact_weights(others, terms_, territories_, ridges);
      for (size_t i = 0; i < cases.all.size(); ++i) {
        if (cases.folds[i] != fold) continue;
        out[i] = log_chance(weights, cases.all[i], terms_[cases.all[i].artist]);
      }
    }
    return out;
  }

  // How much these artists have in common that the model without facts does not know.
  double level_ridge() const {
    double best = 0;
    double best_sum = -INFINITY;
    for (const double ridge : level_ridges_tried) {
      const auto chances = log_chances(cases_, {.levels = ridge, .kinds = {}});
      double sum = 0;
      for (size_t i = 0; i < chances.size(); ++i) sum += cases_.all[i].weight * chances[i];
      if (sum <= best_sum) continue;
      best = ridge;
      best_sum = sum;
    }
    return best;
  }

  // Tries the kind beside those kept and reports it at its best ridge, which it returns.
  double judge(FactKind kind, const FactRidges& kept, FactKindReport& report) const {
    FactRidges with = kept;
    with.kinds[static_cast<size_t>(kind)] = ridges_tried.back();
    const Cases cases = chosen(with);
    const auto before = log_chances(cases, kept);
    double best = 0;
    for (const double ridge : ridges_tried) {
      with.kinds[static_cast<size_t>(kind)] = ridge;
      FactKindReport tried = report;
      compare(kind, cases, before, log_chances(cases, with), tried);
      if (best > 0 && tried.gain <= report.gain) continue;
      best = ridge;
      report = tried;
    }
    return best;
  }

  // The gain of artists with a fact of the kind.
  void compare(FactKind kind, const Cases& cases, const std::vector<double>& before,
               const std::vector<double>& after, FactKindReport& report) const {
    std::vector<double> gains;
    for (size_t i = 0; i < cases.all.size(); ++i) {
      const uint32_t artist = cases.all[i].artist;
      if (!terms_[artist].has(kind)) continue;
      if (i == 0 || cases.all[i - 1].artist != artist) gains.push_back(0);
      gains.back() += cases.all[i].weight * (after[i] - before[i]);
    }
    const auto count = static_cast<double>(gains.size());
    double sum = 0;
    double squares = 0;
    for (const double gain : gains) sum += gain;
    report.gain = sum / count;
    for (const double gain : gains) squares += (gain - report.gain) * (gain - report.gain);
    report.error = std::sqrt(squares / (count - 1) / count);
  }

  Cases cases_;
  std::vector<FactTerms> terms_;
  std::span<const std::string> territories_;
};

}  // namespace

std::string_view word(FactVerdict verdict) {
  static constexpr std::array<std::string_view, 4> words = {"absent", "too_few", "no_better",
                                                            "kept"};
  return words[static_cast<size_t>(verdict)];
}

std::optional<FactVerdict> fact_verdict_of(std::string_view written) {
  for (const FactVerdict verdict :
       {FactVerdict::absent, FactVerdict::too_few, FactVerdict::no_better, FactVerdict::kept}) {
    if (word(verdict) == written) return verdict;
  }
  return std::nullopt;
}

bool FactModel::any_kept() const {
  return std::ranges::any_of(
      kinds, [](const FactKindReport& report) { return report.verdict == FactVerdict::kept; });
}

FactModel fit_fact_model(const Presence& presence, std::span<const FactTerms> terms,
                         const LatentModel* apart) {
  const auto numbers = numbers_of(presence);
  const auto asked = artists_asked(presence, terms, numbers);
  FactModel model = unjudged(terms);
  if (std::ssize(asked) >= fact_artists_least) {
    return Selection(cases_of(presence, asked, numbers, apart), telling_terms(terms, asked),
                     presence.territories)
        .run(std::move(model));
  }
  for (const FactKind kind : fact_kinds) {
    model.kinds[static_cast<size_t>(kind)].artists =
        std::ranges::count_if(asked, [&](uint32_t i) { return terms[i].has(kind); });
  }
  return model;
}

}  // namespace umikoe::demand
