#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/viewer.h"
#include "app/saved_mappings.h"
#include "formats/table/proposal.h"
#include "messages/messages.h"

namespace umikoe::app {

// What a person said about one table, and who sent it.
struct MapOrder {
  std::string sender;
  formats::table::TableAnswers answers;  // by id of the question, or by its number: "3"
};

// What a table will mean, and what is still to be asked.
struct MapProposal {
  std::string path;
  std::string sender;
  std::optional<SavedMapping> saved;  // what was confirmed before and used
  formats::table::TableProposal table;

  bool ready() const { return table.ready(); }
};

// Looks at a table of somebody else. Pure: the same file, memory and answers give the same
// proposal. Errors: those of propose(), question_sender, answer_number_unknown.
Result<MapProposal> map_table(const formats::table::TableFile& file, const TableMemory& memory,
                              const MapOrder& order);

// Keeps how the sender's tables are read from now on. Errors: not_allowed, sender_missing,
// question_open.
Result<void> save_mapping(WorldStore& store, const MapProposal& proposal,
                          const access::Viewer& viewer, const std::string& author, Instant now);

// The JSON of `import --map`: what the page works with too.
std::string map_json(const MapProposal& proposal);
std::string map_text(const MapProposal& proposal, messages::Language language);

// One row of the preview as a sentence.
std::string preview_sentence(formats::Format kind, const formats::table::PreviewRow& row,
                             messages::Language language);
std::string question_sentence(const formats::table::TableQuestion& question,
                              messages::Language language);
// The first open question as the error with which a file is refused.
Error open_question(const MapProposal& proposal, messages::Language language);

}  // namespace umikoe::app
