#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/import_files.h"
#include "app/loaded_world.h"
#include "app/subtitles.h"
#include "messages/messages.h"

namespace umikoe::app {

// A file of captions kept with its recording, and whether it is the one that counts there.
struct CaptionsOnFile {
  const KeptCaptions* captions = nullptr;
  bool withdrawn = false;
  // The last delivered of its recording and language that was not withdrawn. A file that comes once
  // more is not delivered anew, so a late copy of an old version changes nothing.
  bool current = false;
};

// In order of recording, language and delivery.
std::vector<CaptionsOnFile> captions_on_file(const LoadedWorld& world);
// Those that count, by recording.
std::map<Isrc, std::vector<const KeptCaptions*>> current_captions(const LoadedWorld& world);
std::vector<const KeptCaptions*> current_captions(const LoadedWorld& world, const Isrc& isrc);

// Brings one file in as captions, whatever its content looks like; what is wrong in it is in the
// report. Errors: isrc_malformed_word, language_tag_invalid, file_not_one, those of import_files.
Result<ImportReport> keep_captions(WorldStore& store, const FileSource& files,
                                   const std::string& path, ImportOptions options);

// The file a person means: the number of a delivery, or a recording with a language (which may stay
// away where there is only one). Errors: captions_unknown, captions_language_needed,
// isrc_malformed_word.
Result<const KeptCaptions*> captions_of_word(const LoadedWorld& world, const std::string& word,
                                             const std::string& language);

// As delivered, or in another format where one is named. Errors: those of caption_bytes,
// read_captions and convert_captions.
Result<Conversion> export_captions(const WorldStore& store, const KeptCaptions& kept,
                                   const std::string& to, const std::string& ruby);

// Takes a file out of use, or back into it; the file itself stays in the world. Errors:
// captions_unknown, record_by_needed, not_allowed.
struct CaptionWithdrawal {
  std::string delivery;  // its number
  std::string by;
  std::string note;
  bool restores = false;
};
Result<const KeptCaptions*> withdraw_captions(WorldStore& store, const LoadedWorld& world,
                                              const CaptionWithdrawal& words,
                                              const access::Viewer& viewer, Instant now);

// The list, of one recording where an ISRC is given.
std::string captions_json(const LoadedWorld& world, std::optional<Isrc> isrc);
std::string captions_csv(const LoadedWorld& world, std::optional<Isrc> isrc);
std::string captions_text(const LoadedWorld& world, std::optional<Isrc> isrc,
                          messages::Language language);

}  // namespace umikoe::app
