#include "localisation/names/word_division.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/hash.h"
#include "localisation/names/kana.h"
#include "localisation/names/reading_tables.h"

namespace umikoe::localisation {
namespace {

constexpr size_t length_max = 4;  // longer morphemes behave alike

// One letter a class and one a detail: short names keep the table small.
constexpr std::string_view class_letters = "NAVJRDCIPXFSYO";
constexpr std::string_view detail_letters = "-npcduw";

// What the features say of one morpheme, worked out once.
struct Traits {
  std::string_view surface;
  char word_class = '-';
  char detail = '-';
  char script = '-';  // Kanji, Hiragana, kaTakana, Mixed with kanji, Latin and other
  char length = '0';
};

constexpr std::string_view script_letters = "KHTML";

Traits traits_of(const Morpheme& morpheme) {
  return {morpheme.surface, class_letters[static_cast<size_t>(morpheme.word_class)],
          detail_letters[static_cast<size_t>(morpheme.detail)],
          script_letters[static_cast<size_t>(script_of(morpheme.surface))],
          static_cast<char>('0' + std::min(length_in_code_points(morpheme.surface), length_max))};
}

// The name of a feature, put together without allocating.
class FeatureName {
 public:
  template <class... Parts>
  explicit FeatureName(Parts... parts) {
    (add(parts), ...);
  }
  std::string_view text() const { return {bytes_.data(), size_}; }

 private:
  void add(char c) {
    if (size_ < bytes_.size()) bytes_[size_++] = c;
  }
  void add(std::string_view text) {
    for (const char c : text) add(c);
  }
  std::array<char, 96> bytes_;
  size_t size_ = 0;
};

// The hash of a feature's name, without putting the name together.
class FeatureHash {
 public:
  template <class... Parts>
  explicit FeatureHash(Parts... parts) {
    (add(parts), ...);
  }
  uint64_t hash() const { return hash_; }

 private:
  void add(char c) { add(std::string_view(&c, 1)); }
  void add(std::string_view text) { hash_ = fnv1a(text, hash_); }
  uint64_t hash_ = fnv1a({});
};

// Calls each(Name) for every feature of the place between p and c.
template <class Name, class Each>
void features(const Traits* q, const Traits& p, const Traits& c, const Traits* n, Each each) {
  constexpr char bar = '|';
  each(Name("b"));
  each(Name("cc", p.word_class, p.detail, bar, c.word_class, c.detail));
  each(Name("c1", p.word_class, c.word_class));
  each(Name("sc", p.script, c.script));
  each(Name("sl", p.script, p.length, c.script, c.length));
  each(Name("cl", p.word_class, p.length, c.word_class, c.length));
  each(Name("cs", p.word_class, p.script, p.length, c.word_class, c.script, c.length));
  const auto grammatical = [](char word_class) {
    return std::string_view("PXSF").contains(word_class);
  };
  if (c.script == 'H' || grammatical(c.word_class) || c.length == '1') {
    each(Name("C", c.surface, bar, c.word_class));
    each(Name("pC", p.word_class, bar, c.surface));
  }
  if (p.script == 'H' || grammatical(p.word_class) || p.length == '1') {
    each(Name("P", p.surface, bar, p.word_class));
    each(Name("Pc", p.surface, bar, c.word_class));
  }
  each(Name("n", c.word_class, c.length, c.script, n ? n->word_class : '-', n ? n->script : '-'));
  each(Name("q", q ? q->word_class : '-', q ? q->script : '-', p.word_class, p.length, p.script));
  each(Name("e", n ? '+' : '-', p.script, p.length, c.script, c.length));
}

std::vector<Traits> traits_of(std::span<const Morpheme> morphemes) {
  std::vector<Traits> traits;
  traits.reserve(morphemes.size());
  for (const Morpheme& morpheme : morphemes) traits.push_back(traits_of(morpheme));
  return traits;
}

template <class Name, class Each>
void features_at(std::span<const Morpheme> morphemes, std::span<const Traits> traits, size_t at,
                 Each each) {
  const bool has_q = at >= 2 && !morphemes[at - 1].after_gap && !morphemes[at - 2].kana.empty();
  const bool has_n =
      at + 1 < morphemes.size() && !morphemes[at + 1].after_gap && !morphemes[at + 1].kana.empty();
  features<Name>(has_q ? &traits[at - 2] : nullptr, traits[at - 1], traits[at],
                 has_n ? &traits[at + 1] : nullptr, each);
}

// 行っ+て: the ッ doubles what follows. Before a kanji it ends an exclamation (ああっ女神さまっ).
bool doubles_next(const Morpheme& before, const Morpheme& next) {
  return before.kana.ends_with("ッ") && !any_kanji(next.surface);
}

}  // namespace

bool division_is_open(std::span<const Morpheme> morphemes, size_t at) {
  if (at == 0 || morphemes[at].after_gap) return false;
  const Morpheme& before = morphemes[at - 1];
  return !before.kana.empty() && !morphemes[at].kana.empty() &&
         !doubles_next(before, morphemes[at]);
}

std::vector<std::string> division_features(std::span<const Morpheme> morphemes, size_t at) {
  std::vector<std::string> names;
  features_at<FeatureName>(morphemes, traits_of(morphemes), at,
                           [&](const FeatureName& name) { names.emplace_back(name.text()); });
  return names;
}

std::vector<bool> word_starts(std::span<const Morpheme> morphemes) {
  std::vector<bool> starts(morphemes.size(), true);
  const std::vector<Traits> traits = traits_of(morphemes);
  for (size_t at = 1; at < morphemes.size(); ++at) {
    if (morphemes[at].after_gap) continue;
    const Morpheme& before = morphemes[at - 1];
    if (doubles_next(before, morphemes[at])) starts[at] = false;
    if (!division_is_open(morphemes, at)) continue;
    float sum = 0;
    features_at<FeatureHash>(morphemes, traits, at, [&](const FeatureHash& feature) {
      sum += division_weight(feature.hash());
    });
    starts[at] = sum >= 0;
  }
  return starts;
}

}  // namespace umikoe::localisation
