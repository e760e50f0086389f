#pragma once

#include <string>
#include <vector>

#include "app/name_forms.h"
#include "app/read_names.h"
#include "messages/messages.h"

namespace umikoe::app {

struct NameReport {
  std::vector<StoredNameForm> forms;
};

// Every form on file of all recordings, or of one. Errors: isrc_malformed_word, isrc_unknown.
Result<NameReport> name_report(const LoadedWorld& world, const std::string& isrc);
std::string name_report_json(const NameReport& report);
std::string name_report_csv(const NameReport& report);
std::string name_report_text(const NameReport& report, const LoadedWorld& world,
                             messages::Language language);

struct ProposedNames {
  int64_t readings = 0;
  int64_t spellings = 0;
  int64_t sure = 0;
  std::string engine;
};

// Adds computed readings and romanisations as proposals wherever a title or artist has none of that
// kind. They are never published before a person approves them. Error not_allowed.
Result<ProposedNames> propose_names(WorldStore& store, const LoadedWorld& world,
                                    const NameReader& reader, Instant now);
std::string proposed_json(const ProposedNames& proposed);
std::string proposed_text(const ProposedNames& proposed, messages::Language language);

// A person's word on a proposal: its number, who speaks and in which role.
struct NameDecision {
  std::string number;
  bool approve = false;
  std::string by;
  std::string role;  // artist, agency, publisher or label
  std::string
      text;  // another text instead: a proposal of this person's, for somebody else to judge
  Instant now;
};
// Errors: name_form_unknown, name_form_decided, name_by_needed, name_role_unknown,
// name_own_proposal, edit_changed.
Result<StoredNameForm> decide_name(WorldStore& store, const LoadedWorld& world,
                                   const NameDecision& decision);
std::string decided_text(const StoredNameForm& form, messages::Language language);

// The approved forms as a names table, which `umikoe import` reads.
std::string publishable_csv(const NameReport& report);
// The release that holds the recording, with every approved form, as an ERN 4.3 message from our
// own party to `recipient` (a DPID). Errors: isrc_unknown, own_party_missing, release_missing,
// dpid_malformed.
Result<std::string> name_message(const LoadedWorld& world, const std::string& isrc,
                                 const std::string& recipient, Instant now);

}  // namespace umikoe::app
