#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "localisation/names/morpheme.h"

namespace umikoe::localisation {

// A whole number below 10^16 in katakana: 135 is ヒャクサンジュウゴ.
std::string number_in_kana(uint64_t number);

// Gives runs of digits that stand before or between Japanese words their reading, with the counter
// behind them where its sounds change (3本 サンボン; 1日 ツイタチ becomes one morpheme); numbers
// among Latin words stay as they are, because they are mostly read in English.
void read_numbers(std::vector<Morpheme>& morphemes);

}  // namespace umikoe::localisation
