#include "localisation/captions/readability_profile.h"

#include <algorithm>

namespace umikoe::localisation {
namespace {

constexpr auto warning = CaptionSeverity::warning;
constexpr auto error = CaptionSeverity::error;

// Five sixths of a second, and two frames at 24 a second.
constexpr double shortest_ms = 5000.0 / 6;
constexpr double two_frames_ms = 2000.0 / 24;

constexpr std::string_view english_source =
    "Netflix Timed Text Style Guide: General Requirements, English (adult programmes)";
constexpr std::string_view children_source =
    "Netflix Timed Text Style Guide: English (children's programmes)";
constexpr std::string_view japanese_source =
    "Netflix Timed Text Style Guide: Japanese; four characters a second is the rule of the trade";
constexpr std::string_view sdh_source = "Netflix Timed Text Style Guide: Japanese, SDH";
constexpr std::string_view clip_source =
    "Netflix: Product Supplemental and Marketing Assets (reading speed may be exceeded)";
constexpr std::string_view lyrics_source =
    "our own: a song sets its pace, so speed only warns; lines as in the language's profile";

// The limits as their sources state them; another house's are another row.
constexpr ReadabilityProfile profiles[] = {
    {"en", 1, false, 20, error, 42, 2, shortest_ms, 7000, two_frames_ms, false, true,
     english_source},
    {"en-children", 1, false, 17, error, 42, 2, shortest_ms, 7000, two_frames_ms, false, true,
     children_source},
    {"en-clip", 1, false, 20, warning, 42, 2, shortest_ms, 7000, two_frames_ms, false, true,
     clip_source},
    {"ja", 2, true, 4, error, 13, 2, shortest_ms, 7000, two_frames_ms, true, false,
     japanese_source},
    {"ja-vertical", 2, true, 4, error, 11, 2, shortest_ms, 7000, two_frames_ms, true, false,
     japanese_source},
    {"ja-sdh", 2, true, 7, error, 13, 2, shortest_ms, 7000, two_frames_ms, true, false, sdh_source},
    {"ja-clip", 2, true, 4, warning, 13, 2, shortest_ms, 7000, two_frames_ms, true, false,
     clip_source},
    {"lyrics", 1, false, 20, warning, 42, 2, 0, 0, 0, false, false, lyrics_source},
    {"lyrics-ja", 2, true, 7, warning, 20, 2, 0, 0, 0, true, false, lyrics_source},
};

constexpr std::string_view words_never_last[] = {"a",    "an", "the",  "and", "or",   "but", "of",
                                                 "to",   "in", "on",   "at",  "for",  "by",  "with",
                                                 "from", "my", "your", "his", "their"};

}  // namespace

std::string_view word(CaptionSeverity severity) {
  return severity == CaptionSeverity::error ? "error" : "warning";
}

std::span<const ReadabilityProfile> readability_profiles() { return profiles; }

const ReadabilityProfile* find_profile(std::string_view name) {
  const auto found = std::ranges::find(profiles, name, &ReadabilityProfile::name);
  return found == std::end(profiles) ? nullptr : found;
}

std::u32string_view never_first() {
  return U"、。，．・：；？！゛゜ヽヾゝゞ々ー」』）］｝〉》】〕”’"
         U"ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.!?)]}";
}

std::u32string_view never_last() { return U"「『（［｛〈《【〔“‘([{"; }

std::span<const std::string_view> never_last_words() { return words_never_last; }

}  // namespace umikoe::localisation
