#include "simple_sum.h"

#include <sstream>
#include <vector>

namespace umikoe::generated {

std::map<Cell, int64_t> simple_sum(const std::string& text) {
  std::map<Cell, int64_t> cells;
  std::map<std::string, std::string> territories;
  std::istringstream lines(text);
  std::string isrc;
  for (std::string line; std::getline(lines, line);) {
    std::vector<std::string> parts;
    std::istringstream tabs(line);
    for (std::string part; std::getline(tabs, part, '\t');) parts.push_back(part);
    if (parts[0] == "SY02.03") territories[parts[1]] = parts[6];
    if (parts[0] == "AS02.03") isrc = parts[4];
    if (parts[0] == "SU02.02") {
      cells[{isrc, territories[parts[2]], parts[10]}] += std::stoll(parts[7]);
    }
    if (parts[0] == "SR02.01") {
      cells[{parts[3], territories[parts[1]], parts[11]}] += std::stoll(parts[10]);
    }
  }
  return cells;
}

}  // namespace umikoe::generated
