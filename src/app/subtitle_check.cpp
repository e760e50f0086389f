#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <ranges>

#include "app/caption_times.h"
#include "app/csv.h"
#include "app/json.h"
#include "app/number_words.h"
#include "app/subtitles.h"
#include "base/utf8.h"

namespace umikoe::app {
namespace {

using localisation::CaptionSeverity;
using localisation::Cue;
using localisation::ReadabilityFinding;
using localisation::ReadabilityProfile;
using messages::Language;
using messages::text;

std::string rule_text(const ReadabilityFinding& finding, Language language) {
  return text(language, "caption_rule." + finding.rule,
              {{"measured", figure_words(finding.measured)},
               {"limit", figure_words(finding.limit)},
               {"line", std::to_string(finding.text_line)},
               {"detail", finding.detail}});
}

Json finding_json(const ReadabilityFinding& finding, const Cue& cue, Language language) {
  return {{"cue", finding.cue + 1},
          {"id", or_null(cue.id)},
          {"line", cue.line > 0 ? Json(cue.line) : Json(nullptr)},
          {"startTime", seconds_json(cue.start_ms)},
          {"rule", finding.rule},
          {"severity", std::string(word(finding.severity))},
          {"measured", plain_json(finding.measured)},
          {"limit", plain_json(finding.limit)},
          {"textLine", finding.text_line > 0 ? Json(finding.text_line) : Json(nullptr)},
          {"detail", or_null(finding.detail)},
          {"text", rule_text(finding, language)}};
}

Json profile_json(const ReadabilityProfile& profile) {
  const auto limit = [](double value) { return value > 0 ? plain_json(value) : Json(nullptr); };
  return {{"profile", std::string(profile.name)},
          {"charactersPerSecond", limit(profile.characters_per_second)},
          {"speedSeverity", std::string(word(profile.speed_severity))},
          {"charactersPerLine", limit(profile.characters_per_line)},
          {"lines", limit(profile.lines)},
          {"durationMinSeconds", limit(profile.duration_min_ms / 1000)},
          {"durationMaxSeconds", limit(profile.duration_max_ms / 1000)},
          {"gapMinSeconds", limit(profile.gap_min_ms / 1000)},
          {"halfWidthUnitsPerCharacter", profile.units_per_character},
          {"ambiguousIsWide", profile.ambiguous_is_wide},
          {"source", std::string(profile.source)}};
}

std::string limit_words(double value) { return value > 0 ? figure_words(value) : "–"; }

// The language the file states, else what its first lines are written in.
bool is_japanese(const localisation::CaptionTrack& track) {
  if (!track.language.empty()) return track.language == "ja" || track.language.starts_with("ja-");
  constexpr size_t enough = 20;
  return std::ranges::any_of(track.cues | std::views::take(enough), [](const Cue& cue) {
    return scripts_in(localisation::base_text(cue.content)).kana;
  });
}

std::string_view default_profile(const Captions& captions) {
  const bool japanese = is_japanese(captions.track);
  if (captions.format == formats::captions::CaptionFormat::lrc) {
    return japanese ? "lyrics-ja" : "lyrics";
  }
  return japanese ? "ja" : "en";
}

}  // namespace

Result<CaptionReport> check_captions(const Captions& captions, const std::string& name) {
  const std::string wanted = name.empty() ? std::string(default_profile(captions)) : name;
  const ReadabilityProfile* profile = localisation::find_profile(wanted);
  if (!profile) return fail("caption_profile_unknown", {{"profile", wanted}});
  CaptionReport report{profile, localisation::check_readability(captions.track, *profile), 0};
  report.errors =
      std::ranges::count(report.findings, CaptionSeverity::error, &ReadabilityFinding::severity);
  return report;
}

std::string caption_report_json(const Captions& captions, const CaptionReport& report,
                                Language language) {
  Json findings = Json::array();
  std::map<std::string, int64_t> by_rule;
  for (const auto& finding : report.findings) {
    findings.push_back(finding_json(finding, captions.track.cues[finding.cue], language));
    ++by_rule[finding.rule];
  }
  Json totals = Json::object();
  for (const auto& [rule, count] : by_rule) totals[rule] = count;
  return dump({{"profile", std::string(report.profile->name)},
               {"format", std::string(word(captions.format))},
               {"cues", captions.track.cues.size()},
               {"findings", std::move(findings)},
               {"totals",
                {{"errors", report.errors},
                 {"warnings", std::ssize(report.findings) - report.errors},
                 {"by_rule", totals}}}});
}

std::string caption_report_csv(const Captions& captions, const CaptionReport& report,
                               Language language) {
  std::string out = "cue,id,line,start,severity,rule,measured,limit,text_line,detail,text\r\n";
  for (const auto& finding : report.findings) {
    const Cue& cue = captions.track.cues[finding.cue];
    const std::string cells[] = {std::to_string(finding.cue + 1),
                                 cue.id,
                                 cue.line > 0 ? std::to_string(cue.line) : "",
                                 time_words(cue.start_ms),
                                 std::string(word(finding.severity)),
                                 finding.rule,
                                 figure_words(finding.measured),
                                 figure_words(finding.limit),
                                 finding.text_line > 0 ? std::to_string(finding.text_line) : "",
                                 finding.detail,
                                 rule_text(finding, language)};
    out += csv_row(cells);
  }
  return out;
}

std::string caption_report_text(const Captions& captions, const CaptionReport& report,
                                Language language) {
  std::string out;
  size_t shown = SIZE_MAX;
  for (const auto& finding : report.findings) {
    const Cue& cue = captions.track.cues[finding.cue];
    if (finding.cue != shown) {
      const auto where =
          cue.line > 0 ? text(language, "subtitle.at_line", {{"line", std::to_string(cue.line)}})
                       : std::string();
      out += fmt::format("{}  {}  {}  {}\n", finding.cue + 1, time_words(cue.start_ms),
                         on_one_line(localisation::base_text(cue.content)), where);
      shown = finding.cue;
    }
    out += fmt::format("    [{}] {}\n",
                       text(language, "severity." + std::string(word(finding.severity))),
                       rule_text(finding, language));
  }
  if (!out.empty()) out += "\n";
  return out +
         text(language, "subtitle.checked",
              {{"count", grouped(std::ssize(captions.track.cues))},
               {"profile", std::string(report.profile->name)},
               {"errors", grouped(report.errors)},
               {"warnings", grouped(std::ssize(report.findings) - report.errors)}}) +
         "\n";
}

std::string caption_profiles_json() {
  Json profiles = Json::array();
  for (const auto& profile : localisation::readability_profiles()) {
    profiles.push_back(profile_json(profile));
  }
  return dump({{"profiles", std::move(profiles)}});
}

std::string caption_profiles_text(Language language) {
  std::string out;
  for (const auto& profile : localisation::readability_profiles()) {
    const std::string severity =
        text(language, "severity." + std::string(word(profile.speed_severity)));
    out += fmt::format("{}\n    {}\n    {}\n", profile.name,
                       text(language, "subtitle.profile",
                            {{"speed", limit_words(profile.characters_per_second)},
                             {"severity", severity},
                             {"width", limit_words(profile.characters_per_line)},
                             {"lines", limit_words(profile.lines)},
                             {"least", limit_words(profile.duration_min_ms / 1000)},
                             {"most", limit_words(profile.duration_max_ms / 1000)},
                             {"gap", limit_words(profile.gap_min_ms / 1000)}}),
                       profile.source);
  }
  return out;
}

}  // namespace umikoe::app
