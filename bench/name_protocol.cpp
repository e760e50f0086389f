#include "name_protocol.h"

#include <algorithm>
#include <array>
#include <fstream>

#include "base/unicode_text.h"

namespace umikoe::bench {

std::string letters_of(std::string_view text, bool spaces) {
  std::string letters;
  for (const char c : without_diacritics(folded_text(text))) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) letters += c;
    if (spaces && c == ' ' && !letters.empty() && letters.back() != ' ') letters += c;
  }
  if (letters.ends_with(' ')) letters.pop_back();
  return letters;
}

std::string folded_letters(std::string_view text) {
  constexpr std::array<std::array<std::string_view, 2>, 15> rules{{{"ou", "o"},
                                                                   {"oo", "o"},
                                                                   {"oh", "o"},
                                                                   {"uu", "u"},
                                                                   {"aa", "a"},
                                                                   {"ii", "i"},
                                                                   {"ee", "e"},
                                                                   {"ei", "e"},
                                                                   {"wo", "o"},
                                                                   {"tch", "cch"},
                                                                   {"dz", "z"},
                                                                   {"dj", "j"},
                                                                   {"mb", "nb"},
                                                                   {"mp", "np"},
                                                                   {"mm", "nm"}}};
  std::string letters = letters_of(text, false);
  for (const auto& [from, to] : rules) {
    std::string next;
    for (size_t at = 0; at < letters.size();) {
      const bool hit = std::string_view(letters).substr(at).starts_with(from);
      next += hit ? to : std::string_view(letters).substr(at, 1);
      at += hit ? from.size() : 1;
    }
    letters = std::move(next);
  }
  return letters;
}

size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j < row.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
      diagonal = above;
    }
  }
  return row.back();
}

std::vector<NameCase> read_cases(const std::string& path) {
  std::vector<NameCase> cases;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const size_t tab = line.find('\t');
    if (tab == std::string::npos) continue;
    NameCase name{line.substr(0, tab), {}};
    std::string rest = line.substr(tab + 1);
    for (size_t from = 0; from <= rest.size();) {
      const size_t end = std::min(rest.find('|', from), rest.size());
      name.accepted.push_back(rest.substr(from, end - from));
      from = end + 1;
    }
    cases.push_back(std::move(name));
  }
  return cases;
}

NameScore score(const std::vector<NameCase>& cases, const std::vector<std::string>& answers) {
  NameScore total;
  double distance = 0;
  double length = 0;
  for (size_t i = 0; i < cases.size(); ++i) {
    const auto& accepted = cases[i].accepted;
    const std::string& answer = answers[i];
    const auto any = [&](auto key) {
      return std::ranges::any_of(accepted,
                                 [&](const std::string& a) { return key(a) == key(answer); });
    };
    total.exact += any([](const std::string& t) { return letters_of(t, false); });
    total.exact_with_blanks += any([](const std::string& t) { return letters_of(t, true); });
    total.folded += any(folded_letters);
    double best = 1e9;
    std::pair<double, double> chosen;
    for (const std::string& reference : accepted) {
      const std::string letters = letters_of(reference, false);
      const auto d = static_cast<double>(edit_distance(letters_of(answer, false), letters));
      const auto l = static_cast<double>(letters.size());
      if (d / std::max(1.0, l) >= best) continue;
      best = d / std::max(1.0, l);
      chosen = {d, l};
    }
    distance += chosen.first;
    length += chosen.second;
  }
  const auto count = static_cast<double>(cases.size());
  return {total.exact / count, total.exact_with_blanks / count, total.folded / count,
          distance / length};
}

}  // namespace umikoe::bench
