#include "edits/edit.h"

#include <array>
#include <map>
#include <utility>

#include "base/sha256.h"

namespace umikoe::edits {
namespace {

constexpr std::array<std::string_view, 5> state_words{"proposed", "reviewed", "applied", "rejected",
                                                      "withdrawn"};

// Each part is preceded by its length, so that no two different entries read alike.
std::string hash_of(const Edit& edit) {
  Sha256 hash;
  const auto part = [&](std::string_view text) {
    hash.update(std::to_string(text.size()) + ":");
    hash.update(text);
  };
  const EditDraft& entry = edit.entry;
  part(edit.previous_hash);
  part(std::to_string(edit.id.value));
  part(std::to_string(entry.organisation.value));
  part(entry.author);
  part(std::to_string(entry.made_at.seconds));
  part(entry.kind);
  part(entry.subject);
  part(entry.body);
  part(word(entry.state));
  return hash.finish_hex();
}

}  // namespace

std::string_view word(EditState state) { return state_words[std::to_underlying(state)]; }

Edit chained(const EditDraft& entry, const Edit* last) {
  Edit edit;
  edit.id = EditId{last ? last->id.value + 1 : 1};
  edit.entry = entry;
  if (last) edit.previous_hash = last->hash;
  edit.hash = hash_of(edit);
  return edit;
}

Result<void> verify_chain(std::span<const Edit> log) {
  const Edit* last = nullptr;
  for (const Edit& edit : log) {
    if (edit != chained(edit.entry, last)) {
      return fail("edit_chain_broken", {{"entry", std::to_string(edit.id.value)}});
    }
    last = &edit;
  }
  return {};
}

std::vector<const Edit*> current(std::span<const Edit> log, std::string_view kind) {
  std::map<std::string_view, const Edit*> by_subject;
  for (const Edit& edit : log) {
    if (edit.entry.kind == kind) by_subject[edit.entry.subject] = &edit;
  }
  std::vector<const Edit*> standing;
  for (const auto& [subject, edit] : by_subject) {
    const EditState state = edit->entry.state;
    if (state != EditState::withdrawn && state != EditState::rejected) standing.push_back(edit);
  }
  return standing;
}

}  // namespace umikoe::edits
