#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/ports.h"
#include "demand/entries/entries.h"
#include "messages/messages.h"

namespace umikoe::app {

struct EntriesAnswer {
  std::vector<demand::EntryCharts::Track> tracks;
  std::vector<std::string> territories;
  std::vector<demand::EntryRun> runs;
};

// Which track may enter which chart of the file within 28 days after each origin, from rows up to
// it. Errors: demand_history_short, those of read_chart_file and read_days.
Result<EntriesAnswer> entries_file(const FileSource& files, const std::string& path,
                                   const std::string& origins);

// One object per line: artist, title, territory, origin, probability; "respelled": true where the
// recording was on that chart before, under another spelling.
std::string entries_json(const EntriesAnswer& answer);
std::string entries_csv(const EntriesAnswer& answer);
// The likeliest of the last origin, with what speaks for them. Spellings are left out.
std::string entries_text(const EntriesAnswer& answer, messages::Language language, size_t rows);

// What speaks for an entry, as code words and in words for people.
std::vector<std::string> entry_reason_words(std::span<const demand::EntryFeature> reasons);
std::string entry_reasons(std::span<const demand::EntryFeature> reasons,
                          messages::Language language);

}  // namespace umikoe::app
