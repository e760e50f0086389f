#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/loaded_world.h"
#include "app/name_forms.h"
#include "localisation/readiness.h"
#include "messages/messages.h"

namespace umikoe::app {

// What is on file about one recording's names and subtitles.
localisation::ReadinessFacts readiness_facts(const LoadedWorld& world, const Isrc& isrc,
                                             const std::vector<StoredNameForm>& forms);

// CAN it be understood there: readiness of every recording for every language that is asked about.
class WorldReadiness {
 public:
  explicit WorldReadiness(const LoadedWorld& world);

  // By the territory's main language.
  const localisation::Readiness& of(const Isrc& isrc, TerritoryCode territory);
  const localisation::Readiness& of(const Isrc& isrc, const std::string& language);
  bool understood(const Isrc& isrc, TerritoryCode territory) {
    return of(isrc, territory).understood;
  }

 private:
  std::map<Isrc, localisation::ReadinessFacts> facts_;
  std::map<TerritoryCode, std::string> languages_;
  std::map<Isrc, std::map<std::string, localisation::Readiness>> known_;
};

struct ReadinessQuestion {
  std::string isrc;      // empty: every recording
  std::string language;  // empty: English, or the territory's
  std::string territory;
  std::string artist;  // part of the name
};
struct ReadinessReport {
  std::string language;
  std::vector<std::pair<Isrc, localisation::Readiness>> rows;  // the least ready first
  int64_t understood = 0;
  int mean_score = 0;  // whole percent, of all rows; 0 when there are none
};
// Errors: isrc_malformed_word, isrc_unknown, territory_unknown_word, language_tag_unknown.
Result<ReadinessReport> readiness_report(const LoadedWorld& world,
                                         const ReadinessQuestion& question);
std::string readiness_json(const ReadinessReport& report, const LoadedWorld& world);
std::string readiness_csv(const ReadinessReport& report, const LoadedWorld& world);
std::string readiness_text(const ReadinessReport& report, const LoadedWorld& world,
                           messages::Language language);

}  // namespace umikoe::app
