#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/result.h"

// What people change by hand. Machines deliver, people edit: every change is an entry with an
// author and a time in a log that only grows and whose entries are chained by their hashes.
namespace umikoe::edits {

enum class EditState { proposed, reviewed, applied, rejected, withdrawn };
std::string_view word(EditState state);

// One change on its way into the log. What the body means is said by the room that owns the kind.
struct EditDraft {
  OrganisationId organisation;
  std::string author;
  Instant made_at;
  std::string kind;     // a word such as held_back
  std::string subject;  // what it is about; a later entry of the same kind and subject replaces it
  std::string body;     // JSON
  EditState state = EditState::applied;

  bool operator==(const EditDraft&) const = default;
};

struct Edit {
  EditId id;  // from 1, without holes
  EditDraft entry;
  std::string previous_hash;  // SHA-256 in hexadecimal; empty for the first
  std::string hash;

  bool operator==(const Edit&) const = default;
};

// The next entry of a log that ends with `last` (none: the log is empty).
Edit chained(const EditDraft& entry, const Edit* last);
// Error edit_chain_broken with the first entry that was changed, dropped or moved.
Result<void> verify_chain(std::span<const Edit> log);
// For each subject of one kind its last entry, in order of subject; withdrawn and rejected ones
// are left out.
std::vector<const Edit*> current(std::span<const Edit> log, std::string_view kind);

}  // namespace umikoe::edits
