#pragma once

#include <string>

#include "app/translation/translation_desk.h"
#include "localisation/coverage.h"
#include "messages/messages.h"

namespace umikoe::app {

// How far the catalogue is translated, and what to translate next.
struct TranslationBoard {
  Date as_of;
  std::vector<localisation::CoverageRow> rows;
  std::vector<localisation::NextBest> next;
  std::map<std::string, std::string> titles;  // of what is in `next`, by object:id
};
// Demand is what sales reports and statements count in the last twelve months in the territories
// abroad whose main language it is; where none of them speaks of a recording it stays unknown,
// whatever others say.
TranslationBoard translation_board(const TranslationDesk& desk, size_t next_limit);

std::string board_json(const TranslationBoard& board);
std::string board_csv(const TranslationBoard& board);
std::string board_text(const TranslationBoard& board, messages::Language language);

}  // namespace umikoe::app
