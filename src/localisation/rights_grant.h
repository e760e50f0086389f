#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/territory.h"

namespace umikoe::localisation {

// Where a translation is used. Each is a right of its own in practice: a site, a video, a lyric
// service and a printed shirt are asked for apart.
enum class GrantMedium : uint8_t { site, video_subtitle, lyric_services, merchandise };
std::string_view word(GrantMedium medium);
std::optional<GrantMedium> parse_grant_medium(std::string_view word);
std::span<const GrantMedium> grant_media();

// What the lyricist or publisher of one work granted: to translate and to use the translation
// (Copyright Act of Japan, Art. 27 and 28), with the conditions of the moral rights (Art. 19, 20).
struct RightsGrant {
  std::string id;
  std::string work;  // ISWC or our id
  std::string lyricist;
  std::string publisher;
  std::vector<std::string> languages;  // BCP 47
  std::vector<GrantMedium> media;
  TerritorySet territories;
  Date from;
  std::optional<Date> until;  // the first day it is over; nothing: without end
  std::string credit_wording;
  std::string moral_conditions;
  std::string evidence;  // the file that shows it

  bool operator==(const RightsGrant&) const = default;
  bool in_force(Date day) const { return from <= day && (!until || day < *until); }
};

// One use that needs a grant.
struct GrantNeed {
  std::string work;
  std::string language;
  std::vector<GrantMedium> media;
  TerritorySet territories;
  Date day;
};

// The grants that together cover the need, in the order given. Errors, the first that holds:
// grant_missing_work, grant_missing_language, grant_not_in_force, grant_missing_medium,
// grant_missing_territory; each names what no grant covers.
Result<std::vector<const RightsGrant*>> covering_grants(std::span<const RightsGrant> grants,
                                                        const GrantNeed& need);

}  // namespace umikoe::localisation
