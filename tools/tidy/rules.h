#pragma once

#include <optional>
#include <string>
#include <vector>

#include "source.h"

namespace umikoe::tidy {

using Sources = std::vector<Source>;
using Breaches = std::vector<Breach>;

// The folders of src/ that `folder` may include, or nothing when it is not in the table.
std::optional<std::vector<std::string>> allowed_includes(std::string_view folder);
// The numbered rooms, which know no clock, no chance and no file.
bool is_pure_room(std::string_view folder);
// "rights" of "src/rights/why.cpp"; empty outside src/.
std::string_view folder_of(std::string_view path);

// Every #include follows the arrows of ARCHITECTURE.md.
Breaches check_arrows(const Sources& sources);
// Lines, functions and files stay short.
Breaches check_sizes(const Sources& sources);
// SQL stands only in src/stores/**/*.sql.
Breaches check_sql(const Sources& sources);
// Rooms have no state of their own and no clock, chance or files.
Breaches check_purity(const Sources& sources);
// Words, headers and comments follow STYLE.md.
Breaches check_words(const Sources& sources);
// What documents name exists. `paths` are all files of the tree.
Breaches check_documents(const Sources& sources, const std::vector<std::string>& paths);

struct Duplicates {
  size_t duplicate_lines = 0;
  size_t lines = 0;
  std::vector<Breach> places;  // one per pair of equal stretches, longest first

  double percent() const;
};
// Stretches of at least eight equal lines of code, blanks and comments apart.
Duplicates find_duplicates(const Sources& sources);
Breaches check_duplicates(const Sources& sources);

Breaches check_all(const Sources& sources, const std::vector<std::string>& paths);

// The indicators of STYLE.md, as a table to read.
std::string report(const Sources& sources);

}  // namespace umikoe::tidy
