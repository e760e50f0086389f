#include "app/decisions.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/json.h"
#include "app/why_documents.h"
#include "base/sha256.h"

namespace umikoe::app {
namespace {

using rights::LinkKind;

void add_up(std::optional<double>& sum, std::optional<double> more) {
  if (more) sum = sum.value_or(0) + *more;
}

template <class Value>
void keep_first(std::optional<Value>& kept, const std::optional<Value>& other) {
  if (other && (!kept || *other < *kept)) kept = other;
}

std::string contract_of(const Cell& cell) {
  return cell.link == LinkKind::held ? cell.contract : std::string();
}

// In order of how well it is known, the most first; ties by size and name, so that they never move.
auto rank(const Decision& decision) {
  const auto most = [](const std::optional<double>& worth) { return worth ? -*worth : 1.0; };
  return std::tuple(decision.ask, most(decision.worth.observed), most(decision.worth.bounded),
                    most(decision.worth.scaled), -decision.cells, std::string_view(decision.id));
}

// Twelve digits of a hash over all that makes the decision itself and nothing that passes.
std::string id_of(const Decision& decision, const LoadedWorld& world) {
  Json names = Json::array();
  for (const auto party : decision.who.parties) names.push_back(party_name(party, world));
  Json key{names,
           std::string(word(decision.who.role)),
           std::string(word(decision.link)),
           std::string(word(decision.reason)),
           decision.detail,
           decision.document,
           party_name(decision.recipient, world),
           decision.ask};
  // Several instructions to one recipient differ in where their recordings are missing.
  if (decision.link == LinkKind::delivered) key.push_back(decision.recordings.front().to_string());
  return sha256_hex(dump(key)).substr(0, 12);
}

}  // namespace

bool is_about(const Decision& decision, const Cell& cell) {
  return cell.is_unknown() == decision.ask && cell.link == decision.link &&
         cell.reason == decision.reason && cell.detail == decision.detail &&
         cell.who.role == decision.who.role && cell.who.parties == decision.who.parties &&
         contract_of(cell) == decision.document;
}

void WorthByKind::add(const demand::Worth& worth) {
  if (!worth.expected) {
    ++unknown_cells;
    return;
  }
  switch (worth.kind) {
    case demand::WorthKind::observed:
      return add_up(observed, worth.expected);
    case demand::WorthKind::bounded:
      return add_up(bounded, worth.expected);
    default:
      return add_up(scaled, worth.expected);
  }
}

void WorthByKind::add(const WorthByKind& more) {
  add_up(observed, more.observed);
  add_up(bounded, more.bounded);
  add_up(scaled, more.scaled);
  unknown_cells += more.unknown_cells;
}

DecisionTable::Key DecisionTable::key_of(const Cell& cell) const {
  const bool ask = cell.is_unknown();
  const auto recipient =
      cell.link == LinkKind::delivered && !ask ? cell.recipient : rights::PartyRef{};
  return {ask,         cell.who.parties,         cell.who.role,     cell.link,
          cell.reason, std::string(cell.detail), contract_of(cell), recipient};
}

void DecisionTable::add(const Cell& cell, const demand::Worth& worth) {
  const bool question = cell.is_unknown() && !cell.who.parties.empty();
  if (!cell.is_gap() && !question) return;
  Part& part = parts_[key_of(cell)][cell.isrc];
  part.territories.insert(cell.territory);
  ++part.cells;
  part.worth.add(worth);
  part.free = part.free && cell.opens_by_own_hand();
  if (cell.held_open) keep_first(part.next_expiry, cell.contract_end);
  if (cell.link == LinkKind::held) keep_first(part.document_end, cell.contract_end);
}

std::vector<DecisionTable::Group> DecisionTable::groups() const {
  std::vector<Group> out;
  for (const auto& [key, by_recording] : parts_) {
    const bool by_markets = std::get<LinkKind>(key) == LinkKind::delivered && !std::get<0>(key);
    std::map<std::pair<bool, std::array<uint64_t, 4>>, size_t> place;
    for (const auto& [isrc, part] : by_recording) {
      const RecordingCard* card = world_.card(isrc);
      const bool video = card && card->kind == catalogue::RecordingKind::video;
      const auto same = by_markets ? std::pair(video, part.territories.words)
                                   : std::pair(false, std::array<uint64_t, 4>{});
      const auto [at, fresh] = place.try_emplace(same, out.size());
      if (fresh) out.push_back({&key, {}});
      out[at->second].parts.emplace(isrc, &part);
    }
  }
  return out;
}

Decision DecisionTable::decision_of(const Group& group) const {
  Decision out;
  std::tie(out.ask, out.who.parties, out.who.role, out.link, out.reason, out.detail, out.document,
           out.recipient) = *group.key;
  TerritorySet territories;
  bool free = !out.ask;
  for (const auto& [isrc, part] : group.parts) {
    out.recordings.push_back(isrc);
    territories = territories | part->territories;
    out.cells += part->cells;
    out.worth.add(part->worth);
    keep_first(out.document_end, part->document_end);
    keep_first(out.next_expiry, part->next_expiry);
    free = free && part->free;
  }
  out.territories = territories.members();
  std::ranges::sort(out.territories, {}, &TerritoryCode::code);
  if (free) out.cost_jpy = 0;
  out.id = id_of(out, world_);
  return out;
}

std::vector<Decision> DecisionTable::decisions() const {
  std::vector<Decision> out;
  for (const Group& group : groups()) out.push_back(decision_of(group));
  std::ranges::sort(out, {}, rank);
  return out;
}

}  // namespace umikoe::app
