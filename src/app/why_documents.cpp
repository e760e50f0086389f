#include "app/why_documents.h"

#include <set>

#include "rights/licence_terms.h"

namespace umikoe::app {
namespace {

std::string scope_text(const rights::TerritoryScope& scope) {
  std::string out = scope.excluding ? "Worldwide -" : "";
  for (const auto& code : scope.codes) {
    if (&code != &scope.codes.front()) out += scope.excluding ? " -" : " ";
    out += code;
  }
  return out;
}

std::vector<std::string> use_words(rights::UseSet uses) {
  std::vector<std::string> out;
  for (int i = 0; i < rights::use_count; ++i) {
    if (uses >> i & 1) out.emplace_back(word(static_cast<rights::Use>(i)));
  }
  return out;
}

WhyAnswer::Document licence_document(const rights::Licence& licence, Date date,
                                     const LoadedWorld& world) {
  WhyAnswer::Document out;
  out.kind = "licence";
  out.document = licence.document;
  out.party = party_name(world.parties().find(licence.party), world);
  out.territories = scope_text(licence.territory);
  if (licence.start) out.from = licence.start->to_string();
  // Inclusive, as contracts say; of the term that runs on that day, renewals included.
  if (const auto end = end_of(licence, date)) out.until = end->plus(-1).to_string();
  out.uses = use_words(licence.uses);
  for (const auto& use : out.uses) out.detail += (out.detail.empty() ? "" : " ") + use;
  out.exclusive = licence.exclusive;
  out.right = word(licence.right);
  out.scope = word(licence.scope);
  return out;
}

WhyAnswer::Link held_link(const rights::Answer& answer, Date date, const LoadedWorld& world) {
  WhyAnswer::Link link;
  for (const auto* licence : answer.held.documents) {
    link.documents.push_back(licence_document(*licence, date, world));
  }
  return link;
}

WhyAnswer::Service service_words(rights::PartyRef service, const LoadedWorld& world) {
  WhyAnswer::Service out;
  out.name = party_name(service, world);
  out.dpid = service ? world.parties().describe(service).dpid : "";
  return out;
}

WhyAnswer::Document statement_document(const rights::ServiceVerdict& verdict,
                                       const LoadedWorld& world) {
  const rights::Statement& statement = *verdict.in_force;
  WhyAnswer::Document out;
  out.kind = statement.kind == rights::StatementKind::purge ? "purge" : "statement";
  out.document = statement.document;
  out.message_id = statement.message_id;
  out.party = party_name(world.parties().find(statement.party()), world);
  out.recipient = party_name(verdict.thread->recipient, world);
  out.created = statement.created.to_string();
  if (verdict.from) out.from = verdict.from->to_string();
  if (verdict.until) out.until = verdict.until->to_string();
  return out;
}

WhyAnswer::Link delivered_link(const rights::Answer& answer, const LoadedWorld& world) {
  WhyAnswer::Link link;
  std::set<const rights::Statement*> named;
  for (const auto& verdict : answer.delivered) {
    WhyAnswer::Service service = service_words(verdict.service, world);
    service.state = word(verdict.reason == rights::Reason::none ? rights::LinkState::open
                                                                : rights::LinkState::closed);
    service.reason = word(verdict.reason);
    if (!verdict.operates) service.detail = rights::no_service_operates;
    link.services.push_back(std::move(service));
    if (named.insert(verdict.in_force).second) {
      link.documents.push_back(statement_document(verdict, world));
    }
  }
  return link;
}

WhyAnswer::Link live_link(const rights::Answer& answer, const LoadedWorld& world) {
  WhyAnswer::Link link;
  for (const auto& seen : answer.live.services) {
    WhyAnswer::Service service = service_words(seen.service, world);
    service.state = word(seen.seen ? rights::LinkState::open : rights::LinkState::closed);
    service.reason = seen.seen ? "" : word(rights::Reason::not_live);
    service.observed_on = seen.observed_on.to_string();
    service.detail = word(state_of(*seen.document));
    WhyAnswer::Document document;
    document.kind = "sighting";
    document.document = seen.document->document;
    document.party = service.name;
    document.from = seen.document->observed_from.to_string();
    document.until = seen.document->observed_on.to_string();
    document.detail = seen.document->detail;
    link.services.push_back(std::move(service));
    link.documents.push_back(std::move(document));
  }
  return link;
}

}  // namespace

std::string party_name(rights::PartyRef party, const rights::PartyDirectory& parties) {
  if (!party) return {};
  const auto& described = parties.describe(party);
  return described.name.empty() ? described.label() : described.name;
}

std::string party_name(rights::PartyRef party, const LoadedWorld& world) {
  return party_name(party, world.parties());
}

std::string party_names(std::span<const rights::PartyRef> named,
                        const rights::PartyDirectory& parties) {
  std::string out;
  for (const auto party : named) {
    out += (out.empty() ? "" : " / ") + party_name(party, parties);
  }
  return out;
}

WhyAnswer::Who who_in_words(const rights::Who& who, const LoadedWorld& world) {
  WhyAnswer::Who out;
  out.party = party_names(who.parties, world.parties());
  out.role = word(who.role);
  return out;
}

std::vector<WhyAnswer::Link> chain_in_words(const rights::Answer& answer, Date date,
                                            const LoadedWorld& world) {
  std::vector<WhyAnswer::Link> chain{held_link(answer, date, world), delivered_link(answer, world),
                                     live_link(answer, world)};
  for (size_t i = 0; i < chain.size(); ++i) {
    chain[i].link = word(answer.chain[i].kind);
    chain[i].state = word(answer.chain[i].state);
    chain[i].reason = word(answer.chain[i].reason);
    chain[i].detail = answer.chain[i].detail;
  }
  return chain;
}

}  // namespace umikoe::app
