#include "formats/ddex/ern_party.h"

#include <algorithm>

#include "formats/ddex/ern_identifiers.h"
#include "formats/ddex/ern_reading.h"

namespace umikoe::formats::ddex {

using catalogue::NameForm;
using catalogue::NameKind;
using catalogue::Party;

namespace {

// PartyId of 3.x and of every header: the kind is told by attributes, else by the form.
void read_plain_id(Findings& findings, Element id, Party& party) {
  const std::string_view text = id.text();
  if (text.empty()) return;
  if (is_true(id.attribute("IsISNI"))) {
    party.isni = checked_id(findings, id, "ISNI", parse_isni(text));
  } else if (id.has_attribute("Namespace") && !is_true(id.attribute("IsDPID"))) {
    if (std::string written = namespaced_id(findings, id); !written.empty()) {
      party.party_ids.push_back(std::move(written));
    }
  } else {
    party.dpid = checked_id(findings, id, "DPID", parse_dpid(text));
  }
}

void read_typed_ids(Findings& findings, Element ids, Party& party) {
  for (const Element& id : ids.children()) {
    if (id.text().empty()) continue;
    if (id.name() == "DPID") {
      party.dpid = checked_id(findings, id, "DPID", parse_dpid(id.text()));
    } else if (id.name() == "ISNI") {
      party.isni = checked_id(findings, id, "ISNI", parse_isni(id.text()));
    } else if (id.name() == "IpiNameNumber") {
      party.party_ids.push_back("IPI:" +
                                checked_id(findings, id, "IPI", parse_ipi_name(id.text())));
    } else if (id.name() == "ProprietaryId") {
      if (std::string written = namespaced_id(findings, id); !written.empty()) {
        party.party_ids.push_back(std::move(written));
      }
    } else {
      party.party_ids.push_back(std::string(id.name_text()) + ":" + without_separators(id.text()));
    }
  }
}

}  // namespace

Party party_of(NameReader& names, Element composite) {
  Party party;
  for (const Element& id : composite.children("PartyId")) {
    if (id.children().empty()) {
      read_plain_id(names.findings, id, party);
    } else {
      read_typed_ids(names.findings, id, party);
    }
  }
  party.names = party_names_of(names, composite);
  std::ranges::stable_partition(party.names,
                                [](const NameForm& form) { return form.is_default == true; });
  const auto display = std::ranges::find(party.names, NameKind::display, &NameForm::kind);
  if (display != party.names.end()) party.name = display->text;
  if (party.name.empty()) party.name = std::string(composite.child("TradingName").text());
  return party;
}

void read_party(ErnReading& reading, Element party) {
  const std::string_view reference = party.child("PartyReference").text();
  if (!reference.empty()) reading.outline.parties[reference].second.stated = true;
  reading.sink.party(reference, party_of(reading.names, party));
}

void name_party(ErnReading& reading, Element reference) {
  auto& party = reading.outline.parties[reference.text()].second;
  if (party.stated || party.awaited) return;
  party.awaited = true;
  reading.outline.awaited_parties.push_back({std::string(reference.text()), reference.where()});
}

}  // namespace umikoe::formats::ddex
