#pragma once

#include <string>

#include "app/loaded_world.h"

namespace umikoe::app {

// A question about rights in the words of the command line and the query string; empty: default.
struct QuestionWords {
  std::string isrc;
  std::string territory;
  std::string date;     // YYYY-MM-DD
  std::string use;      // on-demand-stream …
  std::string model;    // subscription …
  std::string service;  // name or DPID
  std::string as;       // DPID, ISNI, party id or name
};

// Reads the words against the world. Errors: territory_unknown_word, date_invalid_word,
// use_unknown, model_unknown, party_not_found, party_ambiguous.
Result<rights::Question> parse_question(const QuestionWords& words, const LoadedWorld& world);

// The recording a person means; error isrc_unknown when it is not on file.
Result<Isrc> parse_recording(const std::string& word, const LoadedWorld& world);

}  // namespace umikoe::app
