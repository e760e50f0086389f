#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/captions/caption_format.h"
#include "localisation/captions/parallel_lines.h"
#include "localisation/captions/readability.h"
#include "messages/messages.h"

namespace umikoe::app {

// A file of captions or lyrics as a person gives it: its bytes, where they are from, and what they
// are; without a word the bytes are asked.
struct CaptionInput {
  std::string bytes;
  std::string path;  // empty: standard input
  std::string format;
};

// One that was read, with its contents.
struct Captions {
  std::string path;
  formats::captions::CaptionFormat format;
  localisation::CaptionTrack track;
  std::vector<Finding> findings;
};

// Errors: caption_format_unknown, captions_not_recognised, those of the format's reader.
Result<Captions> read_captions(const CaptionInput& input);
// The same without parsing the payloads of WebVTT, for whoever wants the cues as they stand.
Result<Captions> read_cues(const CaptionInput& input);
// Whether an error means that the file is not what it should be.
bool refuses_captions(const Error& error);

// {"cues":[…]} with the names of the WebVTT API; a time that the file does not state is null.
std::string cues_json(const Captions& captions);
std::string cues_csv(const Captions& captions);
std::string cues_text(const Captions& captions, messages::Language language);

// The tree of one cue's text (formats/captions/cue_text.h). Errors: limit_exceeded.
Result<std::string> cue_text_tree(const std::string& bytes);

struct Conversion {
  std::string bytes;
  std::string format;             // the word of what they are now
  std::vector<Finding> findings;  // what the other format cannot say
};
// `ruby` is what becomes of ruby text where the format has none: "drop" (also when empty) or
// "brackets". Errors: caption_format_unknown, ruby_word_unknown.
Result<Conversion> convert_captions(const Captions& captions, const std::string& to,
                                    const std::string& ruby);

struct CaptionReport {
  const localisation::ReadabilityProfile* profile;
  std::vector<localisation::ReadabilityFinding> findings;
  int64_t errors = 0;
};
// Judges by a profile; without a word by the language the track states, else by that of its text;
// LRC by the profile of lyrics. Error: caption_profile_unknown.
Result<CaptionReport> check_captions(const Captions& captions, const std::string& profile);
std::string caption_report_json(const Captions& captions, const CaptionReport& report,
                                messages::Language language);
std::string caption_report_csv(const Captions& captions, const CaptionReport& report,
                               messages::Language language);
std::string caption_report_text(const Captions& captions, const CaptionReport& report,
                                messages::Language language);
// Every profile with its limits and their source.
std::string caption_profiles_text(messages::Language language);
std::string caption_profiles_json();

// A translation beside its original, line by line.
std::string parallel_json(const Captions& original, const Captions& translation);
std::string parallel_csv(const Captions& original, const Captions& translation);
std::string parallel_text(const Captions& original, const Captions& translation,
                          messages::Language language);

}  // namespace umikoe::app
