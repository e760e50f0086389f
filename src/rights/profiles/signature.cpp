#include "rights/profiles/signature.h"

#include "rights/grant.h"
#include "rights/stated_deals.h"

namespace umikoe::rights {
namespace {

void add_party(Signature& out, const catalogue::Party& party, const PartyDirectory& parties) {
  out.add(parties.find(party).index);
}

template <class Value>
void add_optional(Signature& out, const std::optional<Value>& value) {
  out.add(value.has_value());
  if (value) out.add(*value);
}

void add_written(Signature& out, const std::optional<WrittenTime>& time) {
  out.add(time.has_value());
  if (!time) return;
  out.add(time->seconds);
  out.add(time->local);
}

void add_parties(Signature& out, const std::vector<catalogue::Party>& list,
                 const PartyDirectory& parties) {
  out.add(list.size());
  for (const catalogue::Party& party : list) add_party(out, party, parties);
}

// How one deal treats one file of the recording.
void add_asset(Signature& out, const Deal& deal, const StatedAsset& asset) {
  out.add(asset.is_clip);
  add_optional(out, asset.asset_duration_ms);
  out.add(uses_of(deal, asset));
  out.add(is_gratified(deal, asset));
}

void add_terms(Signature& out, const Deal& deal, const PartyDirectory& parties) {
  out.add(deal.granted);
  out.add(deal.models);
  out.add(deal.is_pre_order);
  out.add(deal.is_takedown);
  add_parties(out, deal.channels, parties);
  add_parties(out, deal.excluded_channels, parties);
  out.add(deal.periods.size());
  for (const ValidityPeriod& period : deal.periods) {
    add_written(out, period.start);
    add_written(out, period.end);
  }
}

void add_release(Signature& out, const StatedRelease& release, const Deal& deal,
                 std::span<const StatedPlace> places) {
  out.add(release.kind);
  out.add(unbundles(release));
  for (const StatedPlace& place : places) add_asset(out, deal, release.assets[place.asset]);
}

void add_thread(Signature& out, const Thread& thread, const Isrc& isrc,
                const PartyDirectory& parties) {
  out.add(thread.party);
  out.add(thread.recipient);
  for (const auto* list : {&thread.authors, &thread.services}) {
    out.add(list->size());
    for (const PartyRef party : *list) out.add(party);
  }
  std::string before;
  for (const Statement* statement : thread.timeline) {
    std::string part = stated_part(*statement, isrc, parties);
    if (part == before) continue;
    // The first answers for all time before it too, so its time says nothing.
    if (statement != thread.timeline.front()) out.add(statement->created);
    out.add_text(part);
    before = std::move(part);
  }
  out.add('.');
}

void add_terms(Signature& out, const LicenceTerms& terms) {
  out.add(terms.auto_renewal_months);
  out.add(terms.notice_months);
  out.add(terms.notice_days);
  add_optional(out, terms.notice_given);
  out.add(terms.sell_off_days);
  add_optional(out, terms.reversion_on);
}

void add_licence(Signature& out, const Licence& licence, const PartyDirectory& parties) {
  out.add_text(licence.document);
  out.add(licence.line);
  add_party(out, licence.party, parties);
  out.add(licence.grantor.has_value());
  if (licence.grantor) add_party(out, *licence.grantor, parties);
  out.add(licence.granted.has_value());
  if (licence.granted) {
    out.add(*licence.granted);
  } else {
    out.add(licence.territory.excluding);
    for (const std::string& code : licence.territory.codes) out.add_text(code);
  }
  add_optional(out, licence.start);
  add_optional(out, licence.end);
  out.add(licence.uses);
  out.add(licence.exclusive);
  out.add(licence.right);
  out.add(licence.scope);
  add_terms(out, licence.terms);
}

void add_sighting(Signature& out, const Sighting& sighting, const PartyDirectory& parties) {
  add_party(out, sighting.service, parties);
  out.add(sighting.territory);
  out.add(sighting.observed_from);
  out.add(sighting.observed_on);
  out.add(sighting.seen);
  out.add(state_of(sighting));
}

void add_file(Signature& out, const RecordingFile& file, const PartyDirectory& parties) {
  add_optional(out, file.length_ms);
  for (const Thread& thread : file.threads) {
    // A thread that never names the recording says nothing of it.
    if (!mentions(thread, file.isrc)) continue;
    out.add('t');
    add_thread(out, thread, file.isrc, parties);
  }
  out.add('l');
  out.add(file.licences.size());
  for (const Licence& licence : file.licences) add_licence(out, licence, parties);
  out.add(file.sightings.size());
  for (const Sighting& sighting : file.sightings) add_sighting(out, sighting, parties);
}

}  // namespace

std::string stated_part(const Statement& statement, const Isrc& isrc,
                        const PartyDirectory& parties) {
  Signature out;
  out.add(statement.kind);
  add_party(out, statement.sender, parties);
  add_party(out, statement.party(), parties);
  const auto add_deal = [&](const Deal& deal, const StatedRelease& release,
                            std::span<const StatedPlace> places) {
    add_terms(out, deal, parties);
    add_release(out, release, deal, places);
  };
  for_each_stated(statement, isrc, add_deal);
  return out.take();
}

std::string signature_of(const RecordingFile& file, const PartyDirectory& parties) {
  Signature out;
  add_file(out, file, parties);
  out.add(file.members.size());
  for (const RecordingFile* member : file.members) add_file(out, *member, parties);
  return out.take();
}

}  // namespace umikoe::rights
