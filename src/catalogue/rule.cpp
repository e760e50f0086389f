#include "catalogue/rule.h"

#include <algorithm>
#include <array>
#include <utility>

namespace umikoe::catalogue {
namespace {

constexpr std::string_view read_on = "2026-11-20";
constexpr std::string_view ddex_languages =
    "DDEX Knowledge Base, \"Metadata in different languages\"";
constexpr std::string_view ddex_tracks =
    "DDEX Knowledge Base, \"TrackReleases\"; YouTube Help 3506115";
constexpr std::string_view ddex_deals =
    "DDEX Knowledge Base, \"Active deals\" and \"Consecutive deals\"";
constexpr std::string_view youtube = "YouTube Help 4443834";
constexpr std::string_view contracts =
    "The terms of the contract itself, as the ledger states them";
constexpr std::string_view apple = "Apple Music Style Guide";

constexpr std::string_view services_read_on = "2026-11-21";
constexpr std::string_view youtube_regions =
    "YouTube Data API, videos: contentDetails.regionRestriction";
constexpr std::string_view youtube_owners = "YouTube content owners' asset reports";

constexpr std::string_view translations_read_on = "2026-11-28";
constexpr std::string_view translation_right =
    "Copyright Act of Japan, Art. 27 and 28 (translation, and its use)";

constexpr std::array table{
    Rule{"heard_without_permission", Severity::question, "Umikoe", read_on},
    Rule{"asset_conflict", Severity::question, youtube_owners, services_read_on},
    Rule{"licence_conflict", Severity::error, "Umikoe", read_on},
    Rule{"isrc_missing", Severity::error, "ISO 3901", read_on},
    Rule{"isrc_conflict", Severity::error, ddex_tracks, read_on},
    Rule{"language_tag", Severity::error, ddex_languages, read_on},
    Rule{"script_mismatch", Severity::error, ddex_languages, read_on},
    Rule{"default_title", Severity::error, youtube, read_on},
    Rule{"side_by_side_title", Severity::error,
         "Amuse, \"Languages, capitalization and native script\"", read_on},
    Rule{"guest_in_artist_name", Severity::error, apple, read_on},
    Rule{"parental_warning", Severity::error, "Allowed value sets; YouTube Help", read_on},
    Rule{"writer_credit", Severity::error, "Apple, \"Deliver credits\" (mandatory since 2024-11)",
         read_on},
    Rule{"language_of_performance", Severity::error, "ERN 4.3", read_on},
    Rule{"p_line", Severity::error, "ERN Release Profiles 7.3", read_on},
    Rule{"label_territory", Severity::error, "ERN Release Profiles 7.3", read_on},
    Rule{"cover", Severity::error, "Apple cover art rules; Revelator migration guide", read_on},
    Rule{"album_only", Severity::error, ddex_tracks, read_on},
    Rule{"stream_pair", Severity::error, "YouTube Help 3506115", read_on},
    Rule{"start_today_without_zone", Severity::error, ddex_deals, read_on},
    Rule{"period_gap", Severity::error, ddex_deals, read_on},
    Rule{"ended_without_successor", Severity::error, ddex_deals, read_on},
    Rule{"overlapping_prices", Severity::error, ddex_deals, read_on},
    Rule{"territory_code", Severity::error, "DDEX allowed values; CISAC TIS", read_on},
    Rule{"video_blocked", Severity::error, youtube_regions, services_read_on},
    Rule{"asset_ownership", Severity::error, youtube_owners, services_read_on},
    Rule{"grant_missing", Severity::error, translation_right, translations_read_on},
    Rule{"grant_expired", Severity::error, translation_right, translations_read_on},
    Rule{"source_changed", Severity::error, "Umikoe", translations_read_on},
    Rule{"translation_term", Severity::error, "The locked glossary itself", translations_read_on},
    Rule{"check_digit", Severity::warning, "ISO 7064; GS1", read_on},
    Rule{"latin_title", Severity::warning, youtube, read_on},
    Rule{"not_understood", Severity::warning, "Umikoe; Unicode CLDR 42, likely subtags",
         "2026-11-28"},
    Rule{"reading", Severity::warning, "Apple Music localisations and phonetics", read_on},
    Rule{"romanisation", Severity::warning, "MusicBrainz Style/Language/Japanese", read_on},
    Rule{"artist_identifier", Severity::warning, "Apple artist pages; ISNI", read_on},
    Rule{"letter_case", Severity::warning, apple, read_on},
    Rule{"character_form", Severity::warning, "Unicode NFC and width; public ERN samples", read_on},
    Rule{"original_release_date", Severity::warning, youtube, read_on},
    Rule{"genre", Severity::warning, "Services' genre lists", read_on},
    Rule{"subtitle_language", Severity::warning, "ERN 4 SubTitleLanguage; YouTube Help 2734698",
         read_on},
    Rule{"short_territory_list", Severity::warning,
         "DDEX Knowledge Base, \"Excluded Territories and Worldwide\"", read_on},
    Rule{"title_territory", Severity::warning, "DDEX Knowledge Base, \"ApplicableTerritoryCode\"",
         read_on},
    Rule{"video_art_track_only", Severity::warning, "Umikoe", services_read_on},
    Rule{"views_while_closed", Severity::warning, "Umikoe", services_read_on},
    Rule{"licence_notice_due", Severity::warning, contracts, "2026-11-21"},
    Rule{"licence_expiring", Severity::warning, contracts, "2026-11-21"},
    Rule{"licence_option_due", Severity::warning, contracts, "2026-11-21"},
    Rule{"licence_reverting", Severity::warning, contracts, "2026-11-21"},
    Rule{"translation_waiting", Severity::warning, "Umikoe", translations_read_on},
    Rule{"calendar_gap", Severity::warning, "\"Breaking Borders\" (2025-08-13): a steady stream",
         translations_read_on},
};

constexpr std::array<std::string_view, 3> severity_words{"question", "error", "warning"};

}  // namespace

std::string_view word(Severity severity) { return severity_words[std::to_underlying(severity)]; }

std::span<const Rule> rules() { return table; }

const Rule* find_rule(std::string_view id) {
  const auto at = std::ranges::find(table, id, &Rule::id);
  return at == table.end() ? nullptr : &*at;
}

}  // namespace umikoe::catalogue
