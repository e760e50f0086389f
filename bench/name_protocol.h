#pragma once

#include <string>
#include <string_view>
#include <vector>

// The scores by which romanisers of Japanese names are compared: letters without marks, with and
// without blanks, and folded over the habits of writing long vowels.
namespace umikoe::bench {

// NFKC, lower case, marks dropped, a to z and digits kept; with `spaces` single blanks too.
std::string letters_of(std::string_view text, bool spaces);
// Letters after ou/oo/oh→o, uu→u, aa→a, ii→i, ee/ei→e, wo→o, tch→cch, dz→z, dj→j,
// mb/mp/mm→nb/np/nm.
std::string folded_letters(std::string_view text);
size_t edit_distance(std::string_view a, std::string_view b);

struct NameCase {
  std::string name;
  std::vector<std::string> accepted;
};
// Lines "name<TAB>accepted|accepted…".
std::vector<NameCase> read_cases(const std::string& path);

struct NameScore {
  double exact = 0;
  double exact_with_blanks = 0;
  double folded = 0;
  double error_rate = 0;  // edit distance by length of reference, best variant, over the whole set
};
NameScore score(const std::vector<NameCase>& cases, const std::vector<std::string>& answers);

}  // namespace umikoe::bench
