#include "app/gap_map/map_words.h"

#include <stdexcept>
#include <utility>

namespace umikoe::app {
namespace {

using rights::Outcome;
using rights::PartyDirectory;
using rights::PartyRef;

// A whole number that fits; throws where it is none.
template <class Number>
Number whole(const Json& json) {
  if (json.is_number_unsigned()) {
    const auto value = json.get<uint64_t>();
    if (std::in_range<Number>(value)) return static_cast<Number>(value);
  } else if (json.is_number_integer()) {
    const auto value = json.get<int64_t>();
    if (std::in_range<Number>(value)) return static_cast<Number>(value);
  }
  throw std::out_of_range("number");
}

// One of the words of an enumeration whose last is `last`; throws where it is none.
template <class Word>
Word word_at(const Json& json, size_t place, Word last) {
  const int value = whole<int>(json.at(place));
  if (value < 0 || value > static_cast<int>(last)) throw std::out_of_range("word");
  return static_cast<Word>(value);
}

Json outcome_json(const Outcome& outcome) {
  Json parties = Json::array();
  for (const PartyRef party : outcome.who.parties) parties.push_back(party.index);
  return {static_cast<int>(outcome.answer),
          static_cast<int>(outcome.heard),
          static_cast<int>(outcome.reason),
          static_cast<int>(outcome.link),
          outcome.without_permission,
          outcome.held_open,
          outcome.delivered_closed,
          outcome.live_closed,
          std::string(outcome.detail),
          std::move(parties),
          static_cast<int>(outcome.who.role),
          outcome.recipient.index,
          outcome.contract,
          outcome.contract_end ? Json(outcome.contract_end->days) : Json(nullptr)};
}

Outcome outcome_of(const Json& json, std::set<std::string, std::less<>>& details) {
  Outcome outcome;
  outcome.answer = word_at(json, 0, rights::LinkState::unknown);
  outcome.heard = word_at(json, 1, rights::LinkState::unknown);
  outcome.reason = word_at(json, 2, rights::Reason::not_live);
  outcome.link = word_at(json, 3, rights::LinkKind::live);
  outcome.without_permission = json.at(4).get<bool>();
  outcome.held_open = json.at(5).get<bool>();
  outcome.delivered_closed = json.at(6).get<bool>();
  outcome.live_closed = json.at(7).get<bool>();
  outcome.detail = *details.insert(json.at(8).get<std::string>()).first;
  for (const Json& party : json.at(9)) outcome.who.parties.push_back({whole<int32_t>(party)});
  outcome.who.role = word_at(json, 10, rights::WhoRole::committee);
  outcome.recipient = {whole<int32_t>(json.at(11))};
  outcome.contract = json.at(12).get<std::string>();
  if (!json.at(13).is_null()) outcome.contract_end = Date{whole<int32_t>(json.at(13))};
  return outcome;
}

Json entry_json(const PartyDirectory::Entry& entry) {
  return {entry.parent,     static_cast<int>(entry.role), entry.party.dpid,
          entry.party.isni, entry.party.party_ids,        entry.party.name};
}

PartyDirectory::Entry entry_of(const Json& json) {
  PartyDirectory::Entry entry;
  entry.parent = whole<int32_t>(json.at(0));
  entry.role = word_at(json, 1, catalogue::PartyRole::committee);
  entry.party.dpid = json.at(2).get<std::string>();
  entry.party.isni = json.at(3).get<std::string>();
  entry.party.party_ids = json.at(4).get<std::vector<std::string>>();
  entry.party.name = json.at(5).get<std::string>();
  return entry;
}

// Throws where there is no such place.
void check_place(int32_t place, size_t places) {
  if (place < 0 || static_cast<size_t>(place) >= places) throw std::out_of_range("place");
}

PartyDirectory parties_of(const Json& json) {
  std::vector<PartyDirectory::Entry> entries;
  for (const Json& entry : json.at("entries")) {
    entries.push_back(entry_of(entry));
    check_place(entries.back().parent, entries.size());
  }
  PartyDirectory::Keys keys;
  for (const Json& key : json.at("keys")) {
    const auto place = whole<int32_t>(key.at(1));
    check_place(place, entries.size());
    keys.emplace(key.at(0).get<std::string>(), place);
  }
  return {std::move(entries), std::move(keys)};
}

Json hold_json(const MapHold& hold) {
  return {hold.territories.words, hold.until.days, hold.recordings};
}

MapHold hold_of(const Json& json) {
  MapHold hold;
  for (size_t i = 0; i < hold.territories.words.size(); ++i) {
    hold.territories.words[i] = whole<uint64_t>(json.at(0).at(i));
  }
  hold.until = Date{whole<int32_t>(json.at(1))};
  for (const Json& place : json.at(2)) hold.recordings.push_back(whole<uint32_t>(place));
  return hold;
}

MapWords words_of(const Json& json) {
  MapWords words;
  words.today = Date{whole<int32_t>(json.at("today"))};
  words.window.first = Date{whole<int32_t>(json.at("first"))};
  words.window.last = Date{whole<int32_t>(json.at("last"))};
  words.demo = json.at("demo").get<bool>();
  for (const Json& outcome : json.at("outcomes")) {
    words.outcomes.push_back(outcome_of(outcome, words.details));
  }
  words.parties = parties_of(json.at("parties"));
  const size_t parties = words.parties.entries().size();
  for (const Outcome& outcome : words.outcomes) {
    for (const PartyRef party : outcome.who.parties) check_place(party.index, parties);
    if (outcome.recipient) check_place(outcome.recipient.index, parties);
  }
  for (const Json& hold : json.at("holds")) words.holds.push_back(hold_of(hold));
  return words;
}

}  // namespace

std::string written(const MapWords& words) {
  Json outcomes = Json::array();
  for (const Outcome& outcome : words.outcomes) outcomes.push_back(outcome_json(outcome));
  Json entries = Json::array();
  for (const auto& entry : words.parties.entries()) entries.push_back(entry_json(entry));
  Json keys = Json::array();
  for (const auto& [key, place] : words.parties.keys()) keys.push_back(Json::array({key, place}));
  Json holds = Json::array();
  for (const MapHold& hold : words.holds) holds.push_back(hold_json(hold));
  return dump(Json{{"today", words.today.days},
                   {"first", words.window.first.days},
                   {"last", words.window.last.days},
                   {"demo", words.demo},
                   {"outcomes", std::move(outcomes)},
                   {"parties", Json{{"entries", std::move(entries)}, {"keys", std::move(keys)}}},
                   {"holds", std::move(holds)}});
}

std::optional<MapWords> read_map_words(std::string_view bytes) {
  const Json json = Json::parse(bytes, nullptr, false);
  if (json.is_discarded()) return std::nullopt;
  try {
    return words_of(json);
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace umikoe::app
