// Romanisation of names on the development data, by the protocol of name_protocol.h, and its speed:
//   names_bench LOCALISATION_FOLDER [--errors FILE]
// The folder holds dev_mal_titles.tsv and test_tachi.tsv (name, accepted romanisations).

#include <fmt/format.h>
#include <sys/resource.h>

#include <ctime>
#include <fstream>

#include "engines/mecab_engine.h"
#include "localisation/names/read_name.h"
#include "localisation/names/romanise.h"
#include "name_protocol.h"

namespace {

using umikoe::bench::NameCase;
using umikoe::localisation::Scheme;

std::vector<std::string> romanise_all(umikoe::app::MorphologicalEngine& engine,
                                      const std::vector<NameCase>& cases) {
  std::vector<std::string> answers;
  for (const NameCase& name : cases) {
    const auto paths = engine.analyse(umikoe::localisation::prepared_name(name.name), 1);
    if (!paths || paths->empty()) {
      answers.emplace_back();
      continue;
    }
    answers.push_back(umikoe::localisation::romanised(
        umikoe::localisation::read_path(paths->front()), Scheme::wapuro));
  }
  return answers;
}

void print(std::string_view set, std::string_view engine, const std::vector<NameCase>& cases,
           const std::vector<std::string>& answers) {
  const auto score = umikoe::bench::score(cases, answers);
  fmt::print(
      "{:6} {:7} {:5} names: exact {:.3f}, with blanks {:.3f}, folded {:.3f}, error rate {:.3f}\n",
      set, engine, cases.size(), score.exact, score.exact_with_blanks, score.folded,
      score.error_rate);
}

// Readings alone, as `umikoe name read` prints them.
size_t read_all(umikoe::app::MorphologicalEngine& engine, const std::vector<NameCase>& cases) {
  size_t letters = 0;
  for (const NameCase& name : cases) {
    const auto paths = engine.analyse(umikoe::localisation::prepared_name(name.name), 1);
    if (!paths || paths->empty()) continue;
    letters += umikoe::localisation::read_path(paths->front()).kana().size();
  }
  return letters;
}

template <class Work>
double names_a_second(size_t names, Work work) {
  constexpr int rounds = 20;
  const std::clock_t start = std::clock();  // processor time: other work may run beside
  for (int round = 0; round < rounds; ++round) work();
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  return rounds * static_cast<double>(names) / seconds;
}

// The most memory this process has held, in MiB.
long most_memory() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

void measure_speed(umikoe::app::MorphologicalEngine& engine, std::string_view name,
                   const std::vector<NameCase>& cases) {
  fmt::print("{} reads {:.0f} and romanises {:.0f} names a second on one core; at most {} MiB\n",
             name, names_a_second(cases.size(), [&] { read_all(engine, cases); }),
             names_a_second(cases.size(), [&] { romanise_all(engine, cases); }), most_memory());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const std::string folder = argv[1];
  using umikoe::engines::Dictionary;
  for (const auto& [dictionary, label] :
       {std::pair{Dictionary::ipadic, "ipadic"}, std::pair{Dictionary::unidic, "unidic"}}) {
    auto engine = umikoe::engines::open_mecab(dictionary);
    if (!engine) {
      fmt::print("{}: not installed\n", label);
      continue;
    }
    for (const auto& [set, file] :
         {std::pair{"MAL", "/dev_mal_titles.tsv"}, std::pair{"Tachi", "/test_tachi.tsv"}}) {
      const auto cases = umikoe::bench::read_cases(folder + file);
      const auto answers = romanise_all(**engine, cases);
      print(set, label, cases, answers);
      if (argc > 3) {
        std::ofstream errors(fmt::format("{}.{}.{}", argv[3], set, label));
        for (size_t i = 0; i < cases.size(); ++i) {
          errors << cases[i].name << '\t' << cases[i].accepted.front() << '\t' << answers[i]
                 << '\n';
        }
      }
      if (std::string_view(set) == "MAL") measure_speed(**engine, label, cases);
    }
  }
}
