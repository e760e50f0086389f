#pragma once

#include <string>
#include <vector>

#include "app/ports.h"
#include "formats/table/proposal.h"

namespace umikoe::app {

// How a person said once that a sender's tables are to be read.
struct SavedMapping {
  std::string sender;
  std::string fingerprint;  // of the table's headers
  std::string author;
  Instant made_at;
  formats::table::TableMapping mapping;

  bool operator==(const SavedMapping&) const = default;
};

// What was confirmed about tables so far.
struct TableMemory {
  std::vector<SavedMapping> mappings;
  // What a sender means by a word about territories, in whatever table of his.
  std::vector<std::pair<std::string, formats::table::TerritoryAnswers>> words;  // by sender
  // What the catalogue on file calls its recordings by; read when a table asks for it.
  formats::table::NumbersSource numbers = {};
};
// The store must outlive the memory.
Result<TableMemory> table_memory(const WorldStore& store);
TableMemory table_memory_of(std::span<const edits::Edit> log);
// The numbers of every delivery's catalogue, gathered once, when first asked for.
formats::table::NumbersSource numbers_on_file(const WorldStore& store);

// The edits that make it so; one for the mapping and one for each word about territories.
std::vector<edits::EditDraft> edits_of(const SavedMapping& saved, OrganisationId organisation);

// The mapping of tables with these headers: of the sender where one is named, else of the only
// sender who has one. Error question_sender where several senders read such tables differently.
Result<const SavedMapping*> mapping_for(const TableMemory& memory, const std::string& fingerprint,
                                        const std::string& sender);

}  // namespace umikoe::app
