// The name search at the size of a nation: made-up titles of one to four common Japanese words,
// each as written and in Latin letters, with an artist for every twenty recordings.
//   search_bench [RECORDINGS] (1,000,000)

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "base/utf8.h"
#include "localisation/names/latin_letters.h"
#include "localisation/names/latin_writer.h"
#include "localisation_blobs.h"
#include "search/index.h"

namespace {

using std::chrono::duration;
using std::chrono::steady_clock;
using umikoe::search::Form;
using umikoe::search::Index;
using umikoe::search::KeyKind;
using umikoe::search::QueryKey;

struct Word {
  std::string written;
  std::string latin;
};

std::vector<Word> words() {
  std::vector<Word> result;
  std::string_view table = umikoe::localisation::blobs::words();
  while (!table.empty()) {
    const size_t end = std::min(table.find('\n'), table.size());
    const std::string_view line = table.substr(0, end);
    table.remove_prefix(std::min(table.size(), end + 1));
    const size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string_view::npos) continue;
    const std::string kana(line.substr(tab + 1));
    result.push_back({std::string(line.substr(0, tab)),
                      umikoe::localisation::folded_letters(umikoe::localisation::latin_word(
                          {{kana, false, false}}, umikoe::localisation::Scheme::wapuro))});
  }
  return result;
}

// Word k is drawn with a weight of 1/k, as words of titles are.
class Titles {
 public:
  explicit Titles(std::vector<Word> words) : words_(std::move(words)) {
    std::vector<double> weights;
    for (size_t k = 1; k <= words_.size(); ++k) weights.push_back(1.0 / static_cast<double>(k));
    draw_ = std::discrete_distribution<size_t>(weights.begin(), weights.end());
  }
  Word title(std::mt19937& random) {
    Word title;
    const size_t count = 1 + random() % 4;
    for (size_t i = 0; i < count; ++i) {
      const Word& word = words_[draw_(random)];
      if (i > 0 && random() % 3 == 0) {
        title.written += "の";
        title.latin += "no";
      }
      title.written += word.written;
      title.latin += word.latin;
    }
    return title;
  }

 private:
  std::vector<Word> words_;
  std::discrete_distribution<size_t> draw_;
};

std::string part_of(const std::string& key, size_t length, std::mt19937& random) {
  const auto points = umikoe::code_points(key);
  const size_t from = points.size() > length ? random() % (points.size() - length) : 0;
  std::string text;
  for (size_t i = from; i < std::min(points.size(), from + length); ++i) {
    umikoe::append_utf8(text, points[i]);
  }
  return text;
}

// Stretches of longer titles with one letter wrong.
std::vector<QueryKey> misspelt_parts(const std::vector<Form>& forms, size_t count,
                                     std::mt19937& random) {
  std::vector<QueryKey> parts;
  while (parts.size() < count) {
    const Form& form = forms[random() % forms.size()];
    if (form.kind != KeyKind::latin || form.key.size() < 14) continue;
    std::string key = part_of(form.key, 10, random);
    key[random() % key.size()] = 'x';
    parts.push_back({KeyKind::latin, key});
  }
  return parts;
}

// Processor time of this thread: what else runs on the machine is not the search.
double cpu_ms() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

void measure(const Index& index, std::string_view label, const std::vector<QueryKey>& queries) {
  std::vector<double> milliseconds;
  size_t hits = 0;
  for (const QueryKey& query : queries) {
    const double start = cpu_ms();
    hits += index.find(std::vector{query}, 20).size();
    milliseconds.push_back(cpu_ms() - start);
  }
  std::ranges::sort(milliseconds);
  const auto at = [&](double share) {
    return milliseconds[static_cast<size_t>(share * static_cast<double>(milliseconds.size() - 1))];
  };
  fmt::print(
      "{:28} {:5} queries: median {:.2f} ms, p99 {:.2f} ms, most {:.2f} ms, {:.1f} hits each\n",
      label, queries.size(), at(0.5), at(0.99), milliseconds.back(),
      static_cast<double>(hits) / static_cast<double>(queries.size()));
}

}  // namespace

int main(int argc, char** argv) {
  const size_t recordings = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
  std::mt19937 random(11);
  Titles titles(words());
  std::vector<Form> forms;
  uint32_t document = 0;
  for (size_t i = 0; i < recordings; ++i) {
    const Word title = titles.title(random);
    forms.push_back({document, KeyKind::written, title.written});
    forms.push_back({document++, KeyKind::latin, title.latin});
    if (i % 20 != 0) continue;
    const Word artist = titles.title(random);
    forms.push_back({document, KeyKind::written, artist.written});
    forms.push_back({document++, KeyKind::latin, artist.latin});
  }
  const auto start = steady_clock::now();
  const Index index(forms);
  fmt::print("{} recordings, {} forms: made in {:.1f} s, {:.0f} MB\n", recordings,
             index.form_count(), duration<double>(steady_clock::now() - start).count(),
             static_cast<double>(index.memory_bytes()) / 1e6);
  constexpr size_t count = 2000;
  for (const auto& [label, length, kind] :
       {std::tuple{"one character", size_t{1}, KeyKind::written},
        std::tuple{"one Latin letter", size_t{1}, KeyKind::latin},
        std::tuple{"two characters", size_t{2}, KeyKind::written},
        std::tuple{"two Latin letters", size_t{2}, KeyKind::latin},
        std::tuple{"four Latin letters", size_t{4}, KeyKind::latin},
        std::tuple{"ten Latin letters", size_t{10}, KeyKind::latin},
        std::tuple{"whole titles", size_t{200}, KeyKind::latin}}) {
    std::vector<QueryKey> queries;
    for (size_t i = 0; queries.size() < count; ++i) {
      const Form& form = forms[random() % forms.size()];
      if (form.kind == kind) queries.push_back({kind, part_of(form.key, length, random)});
    }
    measure(index, label, queries);
  }
  std::vector<QueryKey> misspelt;
  std::vector<QueryKey> nothing;
  for (size_t i = 0; misspelt.size() < count; ++i) {
    const Form& form = forms[random() % forms.size()];
    if (form.kind != KeyKind::latin || form.key.size() < 6) continue;
    std::string key = form.key;
    key[random() % key.size()] = 'x';
    misspelt.push_back({KeyKind::latin, key});
    std::string mixed = form.key;
    std::ranges::shuffle(mixed, random);
    nothing.push_back({KeyKind::latin, mixed});
  }
  measure(index, "misspelt titles", misspelt);
  measure(index, "misspelt parts of titles", misspelt_parts(forms, count, random));
  measure(index, "letters in no order", nothing);
}
