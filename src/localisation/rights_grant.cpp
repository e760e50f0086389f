#include "localisation/rights_grant.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace umikoe::localisation {
namespace {

constexpr std::array<std::string_view, 4> medium_words{"site", "video_subtitle", "lyric_services",
                                                       "merchandise"};
constexpr std::array all_media{GrantMedium::site, GrantMedium::video_subtitle,
                               GrantMedium::lyric_services, GrantMedium::merchandise};

using Grants = std::vector<const RightsGrant*>;

template <class Keep>
Grants only(const Grants& grants, Keep keep) {
  Grants out;
  for (const RightsGrant* grant : grants) {
    if (keep(*grant)) out.push_back(grant);
  }
  return out;
}

bool names(const RightsGrant& grant, const std::string& language) {
  return std::ranges::find(grant.languages, language) != grant.languages.end();
}

std::string codes_of(const TerritorySet& territories) {
  if (territories == TerritorySet::all()) return "Worldwide";
  std::string out;
  for (const TerritoryCode territory : territories.members()) {
    out += (out.empty() ? "" : " ") + std::string(territory.code());
  }
  return out;
}

}  // namespace

std::string_view word(GrantMedium medium) { return medium_words[std::to_underlying(medium)]; }

std::optional<GrantMedium> parse_grant_medium(std::string_view word) {
  const auto at = std::ranges::find(medium_words, word);
  if (at == medium_words.end()) return std::nullopt;
  return static_cast<GrantMedium>(at - medium_words.begin());
}

std::span<const GrantMedium> grant_media() { return all_media; }

Result<std::vector<const RightsGrant*>> covering_grants(std::span<const RightsGrant> grants,
                                                        const GrantNeed& need) {
  Grants left;
  for (const RightsGrant& grant : grants) {
    if (!need.work.empty() && grant.work == need.work) left.push_back(&grant);
  }
  if (left.empty()) {
    return fail("grant_missing_work", {{"work", need.work.empty() ? "?" : need.work}});
  }
  left = only(left, [&](const RightsGrant& grant) { return names(grant, need.language); });
  if (left.empty()) {
    return fail("grant_missing_language", {{"work", need.work}, {"language", need.language}});
  }
  left = only(left, [&](const RightsGrant& grant) { return grant.in_force(need.day); });
  if (left.empty()) {
    return fail("grant_not_in_force", {{"work", need.work}, {"date", need.day.to_string()}});
  }
  std::set<const RightsGrant*> used;
  for (const GrantMedium medium : need.media) {
    const Grants with = only(left, [&](const RightsGrant& grant) {
      return std::ranges::find(grant.media, medium) != grant.media.end();
    });
    if (with.empty()) {
      return fail("grant_missing_medium",
                  {{"work", need.work}, {"medium", std::string(word(medium))}});
    }
    TerritorySet open = need.territories;
    for (const RightsGrant* grant : with) {
      if ((open & grant->territories).empty()) continue;
      open = open - grant->territories;
      used.insert(grant);
    }
    if (!open.empty()) {
      return fail("grant_missing_territory", {{"work", need.work},
                                              {"medium", std::string(word(medium))},
                                              {"territories", codes_of(open)}});
    }
  }
  return only(left, [&](const RightsGrant& grant) { return used.contains(&grant); });
}

}  // namespace umikoe::localisation
