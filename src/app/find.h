#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/loaded_world.h"
#include "app/name_forms.h"
#include "app/ports.h"
#include "messages/messages.h"
#include "search/index.h"

namespace umikoe::app {

// A recording or an artist that a query reached.
struct Found {
  bool artist = false;
  Isrc isrc;  // of the recording; of an artist the first one
  std::string title;
  std::string title_en;
  std::string artist_name;
  std::string artist_en;
  int64_t recordings = 1;  // of an artist
  std::string form;        // by which it was found
  bool computed = false;   // that form is a reading nobody has approved
  search::MatchClass match = search::MatchClass::exact;
};

// Everything a world's names can be found by. Made once for a generation.
class NameSearch {
 public:
  // With an engine, names without a stated reading are found by a computed one too (it is only
  // searched by, never shown as the name). Errors of the engine.
  static Result<NameSearch> make(const LoadedWorld& world, MorphologicalEngine* engine);
  // Error query_empty.
  Result<std::vector<Found>> find(std::string_view query, size_t limit) const;

 private:
  struct Source {
    std::string text;
    bool computed = false;
  };
  NameSearch() = default;
  uint32_t document(const LoadedWorld& world, const Isrc& isrc, bool artist);
  Result<void> add(const LoadedWorld& world, const Isrc& isrc, bool of_artist,
                   const std::vector<StoredNameForm>& forms, MorphologicalEngine* engine);
  void add_form(uint32_t document, std::string_view text, bool computed);
  Result<void> add_computed(uint32_t document, std::string_view name, MorphologicalEngine& engine);

  std::vector<Found> documents_;             // without what a query adds
  std::map<std::string, uint32_t> artists_;  // the document of an artist, by name
  std::vector<search::Form> forms_;
  std::vector<Source> sources_;
  std::unique_ptr<search::Index> index_;
};

// The keys a text is found by: as written (width, case, signs and kana folded), and in Latin
// letters where it has any or is all kana.
std::vector<search::QueryKey> query_keys(std::string_view text);

std::string found_json(const std::vector<Found>& found, const std::string& query);
std::string found_csv(const std::vector<Found>& found);
std::string found_text(const std::vector<Found>& found, const std::string& query,
                       messages::Language language);

// One way of typing a recording's title, and which search rules it reaches it with.
struct TypedForm {
  std::string kind;  // original, kana, hepburn, plain, wapuro, foreign, official, translated
  std::string text;
  std::vector<bool> reached;  // by rule, in the order of search_rules()
};
std::vector<std::string> search_rules();
struct Simulation {
  Isrc isrc;
  std::vector<TypedForm> typed;
};
// Which ways of typing reach the recording: with a service that knows only the delivered forms,
// with one that also folds kana and long vowels, and with ours. Errors: isrc_unknown, the engine's.
Result<Simulation> simulate_search(const LoadedWorld& world, const NameSearch& search,
                                   const std::string& isrc, MorphologicalEngine& engine);
std::string simulation_json(const Simulation& simulation);
std::string simulation_text(const Simulation& simulation, const LoadedWorld& world,
                            messages::Language language);

}  // namespace umikoe::app
