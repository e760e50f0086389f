#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/translation/translation_desk.h"

namespace umikoe::app {

// Which translated text goes out as captions or lyrics, in which format, and how far each line has
// to have come.
struct TimedOrder {
  std::string unit;    // OBJECT:FIELD:LANGUAGE:ID; without a number every line
  std::string format;  // of captions
  std::string stage;   // at least this one, draft to published; empty: published
};

struct TimedFile {
  std::string bytes;
  std::vector<Finding> findings;  // lines left out, and what the format cannot say
};

// Whether the word is a format of captions.
bool is_timed_format(std::string_view word);

// The lines of one text with the times of their original, and with who translated and reviewed them
// and the wording the right holder asked for. What is to be published is whole or it does not go
// out; below that stage lines that have not come so far are left out, counted, and the file says
// what it is. Errors: unit_key_invalid, unit_source_unknown, unit_not_timed, stage_word_unknown,
// captions_unfinished, exchange_nothing, those of still_granted and convert_captions.
Result<TimedFile> timed_file(const TranslationDesk& desk, const TimedOrder& order);

}  // namespace umikoe::app
