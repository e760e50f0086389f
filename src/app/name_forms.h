#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/loaded_world.h"
#include "localisation/names/form_kind.h"

namespace umikoe::app {

// One written form of a recording's title or artist with where it comes from and who stands for it.
struct StoredNameForm {
  Isrc isrc;
  bool of_artist = false;
  localisation::NameFormKind kind = localisation::NameFormKind::original;
  std::string text;
  LanguageTag language;
  std::string source;       // the delivery's document, an engine with its dictionary, or a person
  std::string approved_by;  // empty: stated by a delivery, or still proposed
  std::string role;         // of who approved: artist, agency, publisher, label
  bool computed = false;    // by an engine
  EditId edit;              // of a form people work on; 0 for delivered ones
  edits::EditState state = edits::EditState::applied;

  // Delivered by its owner, or approved by a person: what may be published.
  bool approved() const { return state == edits::EditState::applied; }
};

using NameForms = std::map<Isrc, std::vector<StoredNameForm>>;

// Every form on file, delivered ones first; the same form twice is listed once.
NameForms name_forms(const LoadedWorld& world);
std::vector<StoredNameForm> name_forms(const LoadedWorld& world, const Isrc& isrc);

// The kind of edits that hold name forms people propose and approve.
inline constexpr std::string_view name_form_edit = "name_form";
// The edit of a form (its subject: recording, field, kind and language) and back.
edits::EditDraft draft_of(const StoredNameForm& form);
// Error edit_broken.
Result<StoredNameForm> form_of(const edits::Edit& edit);

}  // namespace umikoe::app
