#include "localisation/translation_people.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace umikoe::localisation {
namespace {

constexpr std::array<std::string_view, 6> role_words{"translator", "reviewer",  "artist",
                                                     "agency",     "publisher", "label"};

// Titles and names are the artist's and the label's to decide; words of a song are their authors',
// for whom the publisher speaks; what a label writes itself it may let go out itself.
constexpr std::array name_gate{PersonRole::artist, PersonRole::agency, PersonRole::label};
constexpr std::array lyric_gate{PersonRole::artist, PersonRole::publisher, PersonRole::agency};
constexpr std::array other_gate{PersonRole::artist, PersonRole::agency, PersonRole::label,
                                PersonRole::publisher};
constexpr std::array wish_gate{PersonRole::artist, PersonRole::agency};

std::span<const PersonRole> gate_of(TextField field) {
  switch (field) {
    case TextField::title:
    case TextField::artist_name: return name_gate;
    case TextField::lyric_line:
    case TextField::subtitle_cue: return lyric_gate;
    default: return other_gate;
  }
}

std::string listed(std::span<const PersonRole> roles) {
  std::string out;
  for (const PersonRole role : roles) {
    out += (out.empty() ? "" : ", ") + std::string(word(role));
  }
  return out;
}

Result<PersonRole> role_at(const Person& person, std::span<const PersonRole> gate,
                           std::string_view owner) {
  const bool for_owner =
      person.acts_for.empty() || std::ranges::find(person.acts_for, owner) != person.acts_for.end();
  for (const PersonRole role : gate) {
    if (for_owner && person.has(role)) return role;
  }
  return fail("person_not_approver", {{"person", person.id},
                                      {"owner", std::string(owner)},
                                      {"roles", listed(gate)}});
}

std::string_view primary(std::string_view language) {
  return language.substr(0, std::min(language.find('-'), language.size()));
}

}  // namespace

std::string_view word(PersonRole role) { return role_words[std::to_underlying(role)]; }

std::optional<PersonRole> parse_person_role(std::string_view word) {
  const auto at = std::ranges::find(role_words, word);
  if (at == role_words.end()) return std::nullopt;
  return static_cast<PersonRole>(at - role_words.begin());
}

bool Person::has(PersonRole role) const { return std::ranges::find(roles, role) != roles.end(); }

// Who knows "pt" knows "pt-BR" too; who knows "zh-Hant" does not thereby know "zh-Hans".
bool Person::knows(std::string_view language) const {
  return std::ranges::any_of(languages, [&](const std::string& known) {
    return known == language || known == primary(language);
  });
}

Result<const Person*> person_of(const Roster& roster, const std::string& id) {
  const auto at = roster.find(id);
  if (at == roster.end()) return fail("person_unknown", {{"person", id}});
  return &at->second;
}

Result<void> may_write(const Person& person, std::string_view language) {
  const bool writes = person.has(PersonRole::translator) || person.has(PersonRole::reviewer);
  if (!writes) return fail("person_not_translator", {{"person", person.id}});
  if (!person.knows(language)) {
    return fail("person_language", {{"person", person.id}, {"language", std::string(language)}});
  }
  if (person.terms_version.empty() || !person.terms_accepted) {
    return fail("person_terms", {{"person", person.id}});
  }
  return {};
}

Result<void> may_review(const Person& person, std::string_view language) {
  if (!person.has(PersonRole::reviewer)) {
    return fail("person_not_reviewer", {{"person", person.id}});
  }
  if (!person.knows(language)) {
    return fail("person_language", {{"person", person.id}, {"language", std::string(language)}});
  }
  return {};
}

Result<PersonRole> approving_role(const Person& person, TextField field, std::string_view owner) {
  return role_at(person, gate_of(field), owner);
}

Result<PersonRole> keeping_role(const Person& person, std::string_view owner) {
  return role_at(person, wish_gate, owner);
}

}  // namespace umikoe::localisation
