#include "catalogue/linkage/link_weights.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <set>
#include <utility>

namespace umikoe::catalogue {
namespace {

// Where the weights come from: bench/link_bench prints, over public titles and their aliases, how
// often true and false pairs reach each likeness; these are the logarithms of the ratios.
struct Step {
  double from;
  double weight;
};
constexpr std::array title_steps = std::to_array<Step>({{0.0, -1.9},
                                                        {0.35, -1.3},
                                                        {0.45, 0.0},
                                                        {0.55, 2.2},
                                                        {0.65, 4.1},
                                                        {0.75, 5.0},
                                                        {0.85, 7.3},
                                                        {0.95, 8.7},
                                                        {1.0, 9.8}});
constexpr std::array person_steps = std::to_array<Step>(
    {{0.0, -2.5}, {0.45, -1.5}, {0.6, 0.0}, {0.75, 0.7}, {0.9, 1.0}, {1.0, 1.0}});
// Of artists most have a partner on the other side, so that the same likeness says more.
constexpr std::array identity_steps = std::to_array<Step>(
    {{0.0, -4.0}, {0.5, -0.5}, {0.6, 5.0}, {0.7, 7.0}, {0.8, 9.0}, {0.9, 10.5}, {1.0, 11.5}});

template <size_t N>
double weight_at(const std::array<Step, N>& steps, double likeness) {
  for (size_t i = 1; i < N; ++i) {
    if (likeness > steps[i].from) continue;
    const double part = (likeness - steps[i - 1].from) / (steps[i].from - steps[i - 1].from);
    return steps[i - 1].weight + part * (steps[i].weight - steps[i - 1].weight);
  }
  return steps.back().weight;
}

constexpr double isrc_same = 14;
constexpr double isrc_other = -0.5;  // one song carries many ISRCs
constexpr double registrant_same = 0.7;
constexpr double qualifiers_differ = -5;
constexpr double person_agrees = 0.75;

std::string percent(double likeness) { return fmt::format("{:.2f}", likeness); }

void weigh_isrc(const LinkRecord& a, const LinkRecord& b, std::vector<Evidence>& evidence) {
  if (!a.isrc || !b.isrc) return;
  const std::string x = a.isrc->to_string();
  const std::string y = b.isrc->to_string();
  constexpr size_t registrant = 5;
  if (x == y) {
    evidence.push_back({"isrc", isrc_same, x});
  } else if (x.substr(0, registrant) == y.substr(0, registrant)) {
    evidence.push_back({"isrc", registrant_same, "same registrant " + x.substr(0, registrant)});
  } else {
    evidence.push_back({"isrc", isrc_other, x + " / " + y});
  }
}

// Short names agree by chance: every letter they lack costs.
double short_name_cost(const ComparableName& a, const ComparableName& b) {
  size_t letters = 99;
  for (const ComparableName* name : {&a, &b}) {
    for (const std::string& spelling : name->letters) letters = std::min(letters, spelling.size());
  }
  constexpr size_t telling_letters = 7;
  constexpr double cost_of_a_letter = 0.6;
  return letters >= telling_letters
             ? 0
             : cost_of_a_letter * static_cast<double>(telling_letters - letters);
}

void weigh_title(const LinkRecord& a, const LinkRecord& b, std::vector<Evidence>& evidence) {
  if (a.title.empty() || b.title.empty()) return;
  const NameLikeness like = likeness(a.title, b.title);
  double weight = weight_at(title_steps, like.best());
  if (weight > 0 && !like.same_as_written) {
    weight = std::max(0.0, weight - short_name_cost(a.title, b.title));
  }
  evidence.push_back({"title", weight, percent(like.best())});
}

struct PeopleLikeness {
  double best = 0;
  const ComparableName* ours = nullptr;
  const ComparableName* agreed = nullptr;
  bool same_as_written = false;
};

PeopleLikeness people_likeness(const std::vector<ComparableName>& a,
                               const std::vector<ComparableName>& b) {
  PeopleLikeness result;
  for (const ComparableName& x : a) {
    for (const ComparableName& y : b) {
      const NameLikeness like = likeness(x, y);
      if (like.best() > result.best) result = {like.best(), &x, &y, like.same_as_written};
    }
  }
  return result;
}

void weigh_people(std::string_view field, const std::vector<ComparableName>& a,
                  const std::vector<ComparableName>& b, const PersonFrequency& frequency,
                  std::vector<Evidence>& evidence) {
  if (a.empty() || b.empty()) return;
  const PeopleLikeness like = people_likeness(a, b);
  double weight = weight_at(person_steps, like.best);
  // Agreement is worth what the name rules out.
  if (weight > 0 && like.agreed) weight *= -std::log(frequency.share(*like.agreed));
  evidence.push_back({std::string(field), weight, percent(like.best)});
}

void weigh_duration(const LinkRecord& a, const LinkRecord& b, std::vector<Evidence>& evidence) {
  if (!a.duration_ms || !b.duration_ms) return;
  const int64_t apart = std::llabs(*a.duration_ms - *b.duration_ms);
  // Two songs are within two seconds of each other in one of 25 cases.
  const double weight = apart <= 2000 ? 3 : apart <= 5000 ? 1 : apart <= 15'000 ? -1.5 : -4;
  evidence.push_back({"duration", weight, fmt::format("{} ms apart", apart)});
}

void weigh_date(const LinkRecord& a, const LinkRecord& b, std::vector<Evidence>& evidence) {
  if (!a.released_on || !b.released_on) return;
  const int apart = std::abs(a.released_on->days - b.released_on->days);
  const double weight = apart <= 7 ? 2 : apart <= 60 ? 1 : apart <= 730 ? 0 : -0.7;
  evidence.push_back({"date", weight, fmt::format("{} days apart", apart)});
}

void weigh_qualifiers(const LinkRecord& a, const LinkRecord& b, std::vector<Evidence>& evidence) {
  if (same_recording_by_qualifiers(a.parts, b.parts)) return;
  std::string detail;
  for (const LinkRecord* record : {&a, &b}) {
    for (const Qualifier& qualifier : record->parts.qualifiers) {
      detail += (detail.empty() ? "" : ", ") + qualifier.text;
    }
  }
  evidence.push_back({"qualifiers", qualifiers_differ, detail});
}

void weigh_identity(const LinkRecord& a, const LinkRecord& b, std::vector<Evidence>& evidence) {
  const PeopleLikeness like = people_likeness(a.artists, b.artists);
  double weight = weight_at(identity_steps, like.best);
  if (weight > 0 && like.agreed && !like.same_as_written) {
    weight = std::max(0.0, weight - short_name_cost(*like.ours, *like.agreed));
  }
  evidence.push_back({"name", weight, percent(like.best)});
}

}  // namespace

PersonFrequency::PersonFrequency(std::span<const LinkRecord> records)
    : records_(std::max<size_t>(1, records.size())) {
  for (const LinkRecord& record : records) {
    std::set<std::string> people;
    for (const auto* list : {&record.artists, &record.writers}) {
      for (const ComparableName& person : *list) people.insert(person.plain);
    }
    for (const std::string& person : people) ++counts_[person];
  }
}

double PersonFrequency::share(const ComparableName& person) const {
  const auto found = counts_.find(person.plain);
  const size_t count = found == counts_.end() ? 1 : found->second;
  // A short list says little of how common a name is in the world.
  constexpr double unseen_records = 10;
  return static_cast<double>(count) / (static_cast<double>(records_) + unseen_records);
}

std::vector<Evidence> weigh(const LinkRecord& a, const LinkRecord& b, const LinkRules& rules,
                            const PersonFrequency& frequency) {
  std::vector<Evidence> evidence;
  weigh_isrc(a, b, evidence);
  if (rules.names_are_identity) {
    weigh_identity(a, b, evidence);
    return evidence;
  }
  weigh_title(a, b, evidence);
  weigh_people("artist", a.artists, b.artists, frequency, evidence);
  weigh_people("writers", a.writers, b.writers, frequency, evidence);
  weigh_duration(a, b, evidence);
  weigh_date(a, b, evidence);
  weigh_qualifiers(a, b, evidence);
  return evidence;
}

bool more_than_a_title(std::span<const Evidence> evidence) {
  return std::ranges::any_of(evidence, [](const Evidence& e) {
    if (e.field == "isrc") return e.weight >= isrc_same;
    const bool person = e.field == "artist" || e.field == "writers" || e.field == "name";
    return person && e.weight > 0 && std::strtod(e.detail.c_str(), nullptr) >= person_agrees;
  });
}

double sum_of(std::span<const Evidence> evidence) {
  double sum = 0;
  for (const Evidence& e : evidence) sum += e.weight;
  return sum;
}

}  // namespace umikoe::catalogue
