#include "app/demand/artist_facts.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/file_reading.h"
#include "base/language_tag.h"
#include "catalogue/linkage/identity_key.h"
#include "demand/appearance.h"
#include "formats/table/facts_table.h"

namespace umikoe::app {
namespace {

using demand::ArtistFact;
using demand::FactKind;

void add_recordings(const LoadedWorld& world, std::vector<ArtistFact>& facts) {
  std::set<std::pair<std::string, std::string>> languages;  // of artists
  std::set<std::pair<std::string, std::string>> genres;
  for (const DeliveredContents& delivered : world.contents()) {
    for (const catalogue::Recording& recording : delivered.contents.recordings) {
      const RecordingCard* card = recording.isrc ? world.card(*recording.isrc) : nullptr;
      if (card == nullptr || card->artist.empty()) continue;
      for (const std::string& written : recording.languages_of_performance) {
        const std::string language(parse_language_tag(written).tag.language());
        if (!language.empty()) languages.emplace(card->artist, language);
      }
      for (const std::string& genre : recording.genres) genres.emplace(card->artist, genre);
    }
  }
  const auto add = [&](const auto& values, FactKind kind) {
    for (const auto& [artist, value] : values) {
      facts.push_back({.artist = artist, .kind = kind, .value = value});
    }
  };
  add(languages, FactKind::language);
  add(genres, FactKind::genre);
}

bool is_elsewhere(const ArtistFact& fact, const std::set<std::string, std::less<>>& codes) {
  return !fact.territories.empty() &&
         std::ranges::none_of(fact.territories, [&](TerritoryCode territory) {
           return codes.contains(territory.code());
         });
}

}  // namespace

Result<FactsOnFile> facts_of_file(const FileSource& files, const std::string& path) {
  UMIKOE_TRY(const auto file,
             in_file(formats::table::TableFile::open([&] { return bytes_of(files, path); }), path));
  UMIKOE_TRY(auto table, in_file(formats::table::read_facts(file), path));
  return FactsOnFile{std::move(table.facts), table.repeated};
}

Result<FactsOnFile> facts_of_world(const WorldStore& store, const LoadedWorld& world) {
  FactsOnFile out;
  add_recordings(world, out.facts);
  UMIKOE_TRY(const auto on_file, store.appearances());
  for (const demand::Appearance& row : demand::standing_appearances(on_file)) {
    const bool crowd = row.kind == demand::AppearanceKind::festival ||
                       row.kind == demand::AppearanceKind::convention;
    if (!crowd) continue;
    out.facts.push_back({.artist = row.artist.name,
                         .kind = FactKind::convention,
                         .value = row.event,
                         .territories = {row.territory},
                         .day = row.start,
                         .source = row.source});
  }
  return out;
}

KnownFacts known_facts(const demand::Presence& presence, const FactsOnFile& on_file,
                       std::optional<Date> day) {
  KnownFacts known{
      .used = {.day = day, .facts = std::ssize(on_file.facts), .repeated = on_file.repeated}};
  std::vector<ArtistFact> facts = on_file.facts;
  if (day) {
    demand::FactsOnADay then = demand::facts_known_on(facts, *day);
    facts = std::move(then.facts);
    known.used.later = then.later;
    known.used.undated = then.undated;
  }
  std::set<std::string, std::less<>> codes;
  for (std::string code : presence.territories) {
    for (char& c : code) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    codes.insert(std::move(code));
  }
  std::map<std::string, std::vector<ArtistFact>> by_name;
  for (ArtistFact& fact : facts) {
    known.used.elsewhere += is_elsewhere(fact, codes) ? 1 : 0;
    by_name[catalogue::name_key(fact.artist)].push_back(std::move(fact));
  }
  std::set<std::string> met;
  for (const auto& row : presence.rows) {
    const auto at = by_name.find(catalogue::name_key(row.artist));
    known.facts.push_back(at == by_name.end() ? std::vector<ArtistFact>() : at->second);
    known.terms.push_back(demand::fact_terms(known.facts.back(), presence.territories, day));
    if (at != by_name.end()) met.insert(at->first);
  }
  for (const auto& [name, of_name] : by_name) {
    known.used.of_other_artists += met.contains(name) ? 0 : std::ssize(of_name);
  }
  return known;
}

}  // namespace umikoe::app
