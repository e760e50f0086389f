#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "localisation/translation_unit.h"

namespace umikoe::localisation {

// What a person may do with translations. Artist, agency, publisher and label are the owner's gate:
// who of them may approve what stands in one table of translation_people.cpp.
enum class PersonRole : uint8_t { translator, reviewer, artist, agency, publisher, label };
std::string_view word(PersonRole role);
std::optional<PersonRole> parse_person_role(std::string_view word);

// One person of the roster, as somebody else entered them.
struct Person {
  std::string id;       // what edits are signed with
  std::string display;  // how the credit is printed; empty: the id
  std::vector<std::string> languages;  // BCP 47, into which they work; for translators, reviewers
  std::vector<PersonRole> roles;
  std::vector<std::string> acts_for;  // owners whose gate they keep; empty: every owner
  std::string terms_version;          // of the licence or assignment they accepted
  std::optional<Date> terms_accepted;
  bool volunteer = false;

  bool operator==(const Person&) const = default;
  bool has(PersonRole role) const;
  bool knows(std::string_view language) const;
  std::string_view credit() const { return display.empty() ? id : display; }
};

using Roster = std::map<std::string, Person>;

// The person of that id. Error person_unknown.
Result<const Person*> person_of(const Roster& roster, const std::string& id);
// Whether they may write text in the language: translator, reviewer or label, with the language,
// and with accepted terms. Errors person_not_translator, person_language, person_terms.
Result<void> may_write(const Person& person, std::string_view language);
// Errors person_not_reviewer, person_language.
Result<void> may_review(const Person& person, std::string_view language);
// The role in which they may approve a text of that kind for its owner. Error person_not_approver,
// which names the roles that may.
Result<PersonRole> approving_role(const Person& person, TextField field, std::string_view owner);
// Whose wish a text kept in its own language is: the artist's or their agency's.
Result<PersonRole> keeping_role(const Person& person, std::string_view owner);

}  // namespace umikoe::localisation
