// Fits what reading names takes from data, and writes data/readings/word_division.tsv:
//   fit_names LOCALISATION_FOLDER OUTPUT.tsv
// Word division: logistic regression over the features of word_division.h, on titles whose letters
// we get right, with both dictionaries; five-fold cross-validation is printed first. Confidence:
// logistic regression over ReadingEvidence; its weights are printed for read_name.cpp.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <random>
#include <unordered_map>

#include "engines/mecab_engine.h"
#include "localisation/names/kana.h"
#include "localisation/names/latin_writer.h"
#include "localisation/names/read_name.h"
#include "localisation/names/romanise.h"
#include "localisation/names/word_division.h"
#include "name_protocol.h"

namespace {

using umikoe::localisation::all_katakana;
using umikoe::localisation::confidence_of;
using umikoe::localisation::division_features;
using umikoe::localisation::division_is_open;
using umikoe::localisation::evidence_of;
using umikoe::localisation::KanaPiece;
using umikoe::localisation::latin_word;
using umikoe::localisation::Morpheme;
using umikoe::localisation::NameReading;
using umikoe::localisation::paths_for_confidence;
using umikoe::localisation::prepared_name;
using umikoe::localisation::read_name;
using umikoe::localisation::Reading;
using umikoe::localisation::ReadingEvidence;
using umikoe::localisation::romanised;
using umikoe::localisation::Scheme;
using umikoe::localisation::WordClass;
using umikoe::bench::letters_of;
using umikoe::bench::NameCase;

struct Sample {
  std::vector<uint32_t> features;
  bool blank;
  size_t title;
};

class FeatureIds {
 public:
  uint32_t id(const std::string& name) {
    const auto [at, added] = ids_.emplace(name, ids_.size());
    if (added) names_.push_back(name);
    return at->second;
  }
  const std::vector<std::string>& names() const { return names_; }

 private:
  std::unordered_map<std::string, uint32_t> ids_;
  std::vector<std::string> names_;
};

std::string letters_of_kana(const Reading& reading, size_t morphemes) {
  std::vector<KanaPiece> pieces;
  for (size_t i = 0; i < morphemes; ++i) {
    const Morpheme& m = reading.morphemes[i];
    const bool particle = m.word_class == WordClass::particle && i > 0 && !m.after_gap &&
                          (m.surface == "は" || m.surface == "へ");
    pieces.push_back({m.kana, false, particle});
  }
  return letters_of(latin_word(pieces, Scheme::wapuro), false);
}

// Where the accepted romanisation has blanks, for each open place; nothing when letters differ.
void add_samples(const Reading& reading, const std::string& accepted, size_t title, FeatureIds& ids,
                 std::vector<Sample>& samples) {
  const auto& morphemes = reading.morphemes;
  if (letters_of_kana(reading, morphemes.size()) != letters_of(accepted, false)) return;
  std::vector<bool> before;  // whether a blank stands before letter i
  bool pending = false;
  for (const char c : letters_of(accepted, true)) {
    if (c == ' ') {
      pending = true;
      continue;
    }
    before.push_back(pending);
    pending = false;
  }
  for (size_t at = 1; at < morphemes.size(); ++at) {
    if (!division_is_open(morphemes, at)) continue;
    const size_t position = letters_of_kana(reading, at).size();
    if (position >= before.size()) continue;
    Sample sample{{}, before[position], title};
    for (const std::string& name : division_features(morphemes, at)) {
      sample.features.push_back(ids.id(name));
    }
    samples.push_back(std::move(sample));
  }
}

constexpr int seen_min = 5;  // features of fewer places are noise
constexpr int rounds = 14;

// AdaGrad on the logistic loss; the same order of samples every time.
std::vector<float> fit(const std::vector<const Sample*>& given, size_t features) {
  std::vector<int> seen(features);
  for (const Sample* s : given) {
    for (const uint32_t f : s->features) ++seen[f];
  }
  std::vector<double> weights(features);
  std::vector<double> gradients(features, 1e-6);
  std::vector<const Sample*> samples = given;
  std::mt19937 order(1);
  for (int round = 0; round < rounds; ++round) {
    std::shuffle(samples.begin(), samples.end(), order);
    for (const Sample* s : samples) {
      double z = 0;
      for (const uint32_t f : s->features) z += weights[f];
      const double error = 1 / (1 + std::exp(-std::clamp(z, -30.0, 30.0))) - s->blank;
      for (const uint32_t f : s->features) {
        if (seen[f] < seen_min) continue;
        const double g = error + 1e-4 * weights[f];
        gradients[f] += g * g;
        weights[f] -= 0.25 * g / std::sqrt(gradients[f]);
      }
    }
  }
  return {weights.begin(), weights.end()};
}

double right(const std::vector<const Sample*>& samples, const std::vector<float>& weights) {
  double hits = 0;
  for (const Sample* s : samples) {
    float z = 0;
    for (const uint32_t f : s->features) z += weights[f];
    hits += (z >= 0) == s->blank;
  }
  return hits / static_cast<double>(samples.size());
}

void fit_division(const std::vector<Sample>& samples, const FeatureIds& ids,
                  const std::string& output) {
  constexpr size_t folds = 5;
  double sum = 0;
  for (size_t fold = 0; fold < folds; ++fold) {
    std::vector<const Sample*> in;
    std::vector<const Sample*> out;
    for (const Sample& s : samples) (s.title % folds == fold ? out : in).push_back(&s);
    sum += right(out, fit(in, ids.names().size()));
  }
  fmt::print("word division: {} places, {:.4f} right in cross-validation\n", samples.size(),
             sum / folds);
  std::vector<const Sample*> all;
  for (const Sample& s : samples) all.push_back(&s);
  const std::vector<float> weights = fit(all, ids.names().size());
  std::map<std::string, float> rows;
  for (size_t i = 0; i < weights.size(); ++i) {
    if (std::abs(weights[i]) >= 0.2F) rows.emplace(ids.names()[i], weights[i]);
  }
  std::ofstream file(output);
  file
      << "# Made by bench/fit_names.cpp. Weights of a logistic regression: what speaks for (+) and "
         "against (-) a blank\n# between two morphemes of a romanised title. Fitted to the word "
         "division of 3,725 public romanised\n# titles of Japanese animation (none of them is "
         "here). feature<TAB>weight\n";
  for (const auto& [name, weight] : rows) file << fmt::format("{}\t{:.2f}\n", name, weight);
  fmt::print("{} weights written\n", rows.size());
}

std::vector<double> row_of(const ReadingEvidence& e) {
  return {1, e.margin, e.rivals, e.unknown_share, e.lone_kanji, e.listed, e.names, e.pieces};
}

void fit_confidence(const std::vector<std::pair<std::vector<double>, bool>>& data) {
  std::vector<double> w(data.front().first.size());
  std::vector<double> g2(w.size(), 1e-6);
  for (int round = 0; round < 400; ++round) {
    for (const auto& [x, y] : data) {
      double z = 0;
      for (size_t i = 0; i < w.size(); ++i) z += w[i] * x[i];
      const double error = 1 / (1 + std::exp(-z)) - y;
      for (size_t i = 0; i < w.size(); ++i) {
        const double g = error * x[i];
        g2[i] += g * g;
        w[i] -= 0.2 * g / std::sqrt(g2[i]);
      }
    }
  }
  fmt::print(
      "confidence (kanji titles, {} cases): 1, margin, rivals, unknown share, lone kanji, "
      "listed, names, pieces\n  ",
      data.size());
  for (const double v : w) fmt::print("{:.3f} ", v);
  fmt::print("\n");
  std::vector<std::pair<double, bool>> judged;
  for (const auto& [x, y] : data) {
    double z = 0;
    for (size_t i = 0; i < w.size(); ++i) z += w[i] * x[i];
    judged.emplace_back(1 / (1 + std::exp(-z)), y);
  }
  std::ranges::sort(judged, std::ranges::greater{});
  double hits = 0;
  for (size_t i = 0; i < judged.size(); ++i) {
    hits += judged[i].second;
    if ((i + 1) % (judged.size() / 10) == 0) {
      fmt::print("  best {:.0f} %: confidence >= {:.3f}, right {:.3f}\n",
                 100.0 * static_cast<double>(i + 1) / static_cast<double>(judged.size()),
                 judged[i].first, hits / static_cast<double>(i + 1));
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const std::string folder = argv[1];
  FeatureIds ids;
  std::vector<Sample> samples;
  using umikoe::engines::Dictionary;
  for (const Dictionary dictionary : {Dictionary::ipadic, Dictionary::unidic}) {
    std::vector<std::pair<std::vector<double>, bool>> confidence;
    auto engine = umikoe::engines::open_mecab(dictionary);
    if (!engine) continue;
    for (const std::string file : {"/dev_mal_titles.tsv", "/test_tachi.tsv"}) {
      const auto cases = umikoe::bench::read_cases(folder + file);
      for (size_t i = 0; i < cases.size(); ++i) {
        const auto paths = (*engine)->analyse(prepared_name(cases[i].name), paths_for_confidence);
        if (!paths || paths->empty()) continue;
        const NameReading name = read_name(*paths, 100);
        const Reading& best = name.candidates.front().reading;
        bool right_letters = false;
        bool comparable = false;
        for (const std::string& accepted : cases[i].accepted) {
          if (file.starts_with("/dev")) add_samples(best, accepted, i, ids, samples);
          const std::string ours = umikoe::bench::folded_letters(romanised(best, Scheme::wapuro));
          const std::string theirs = umikoe::bench::folded_letters(accepted);
          right_letters = right_letters || ours == theirs;
          // Translations and shortened titles say nothing of a reading.
          comparable =
              comparable || umikoe::bench::edit_distance(ours, theirs) * 3 <= theirs.size();
        }
        const ReadingEvidence evidence = evidence_of(name.candidates);
        const bool katakana = std::ranges::any_of(best.morphemes, [](const Morpheme& m) {
          return all_katakana(m.surface) && m.surface.size() > 3;
        });  // borrowed words are spelt the foreign way in the references
        if (comparable && evidence.has_kanji && !evidence.unread && !katakana) {
          confidence.emplace_back(row_of(evidence), right_letters);
          if (argc > 3 && !right_letters && confidence_of(evidence) > std::stod(argv[3])) {
            fmt::print("  {:.3f} {} {} {}\n", confidence_of(evidence), cases[i].name,
                       cases[i].accepted.front(), romanised(best, Scheme::wapuro));
          }
        }
      }
    }
    fmt::print("{}\n", (*engine)->name());
    fit_confidence(confidence);
  }
  fit_division(samples, ids, argv[2]);
}
