#pragma once

#include <string>

#include "app/kept_captions.h"
#include "app/translation/stated_words.h"
#include "app/translation/translation_desk.h"

namespace umikoe::app {

// What became of the cues of a file on their way to the translators.
struct CaptionUnits {
  std::string source;  // the key of all of them: OBJECT:FIELD:ID
  std::string language;
  std::string document;
  int64_t kept = 0;  // new, or with other words or times than before
  int64_t unchanged = 0;
  int64_t removed = 0;  // numbers that an earlier, longer file had
};

// Makes each cue of a kept file a text to be translated, numbered in the order they begin and with
// its times, all in one transaction; a file taken once more changes nothing. `words` may state the
// columns work, owner, context, spoken and released for all of them, and field (subtitle_cue or
// lyric_line; by default lyrics where the format is LRC). Errors: record_by_needed, not_allowed,
// table_column_unknown, field_word_unknown, captions_without_cues, limit_exceeded, those of
// read_source with the cue's line, of caption_bytes and read_captions.
Result<CaptionUnits> take_caption_units(WorldStore& store, const TranslationDesk& desk,
                                        const KeptCaptions& kept, const StatedWords& words,
                                        const std::string& by, const access::Viewer& viewer,
                                        Instant now);

std::string caption_units_json(const CaptionUnits& units);
std::string caption_units_text(const CaptionUnits& units, messages::Language language);

}  // namespace umikoe::app
