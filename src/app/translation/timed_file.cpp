#include "app/translation/timed_file.h"

#include <algorithm>
#include <array>

#include "app/subtitles.h"

namespace umikoe::app {
namespace {

using localisation::CaptionTag;
using localisation::CaptionTrack;
using localisation::Cue;
using localisation::GrantMedium;
using localisation::Standing;
using localisation::UnitKey;
using localisation::UnitStage;

// The way up to publication; a line that was withdrawn is not on it.
constexpr std::array stages_up{UnitStage::draft, UnitStage::translated, UnitStage::reviewed,
                               UnitStage::rights_approved, UnitStage::published};

Result<UnitStage> asked_stage(const std::string& word) {
  if (word.empty()) return UnitStage::published;
  const auto stage = localisation::parse_unit_stage(word);
  if (!stage || std::ranges::find(stages_up, *stage) == stages_up.end()) {
    return fail("stage_word_unknown", {{"stage", word}});
  }
  return *stage;
}

bool has_come(const UnitView& unit, UnitStage asked) {
  if (unit.stage == UnitStage::kept_original) return true;
  const auto at = std::ranges::find(stages_up, unit.stage);
  return at != stages_up.end() && at >= std::ranges::find(stages_up, asked);
}

// Each name and value once, in the order they were first said.
void say(std::vector<CaptionTag>& tags, const std::string& name, const std::string& value) {
  const CaptionTag tag{name, value};
  const bool known = value.empty() || std::ranges::find(tags, tag) != tags.end();
  if (!known) tags.push_back(tag);
}

Cue cue_of(const UnitView& unit) {
  Cue cue;
  cue.id = std::to_string(unit.key.text.number);
  cue.start_ms = static_cast<double>(*unit.source->start_ms);
  if (unit.source->end_ms) cue.end_ms = static_cast<double>(*unit.source->end_ms);
  const bool kept = unit.stage == UnitStage::kept_original;
  cue.text = kept ? unit.source->text : unit.text();
  cue.content = localisation::plain_content(cue.text);
  return cue;
}

// What a file in the world says of itself: title, who made it, and on what terms it is out.
class Tags {
 public:
  Tags(const TranslationDesk& desk, UnitStage asked) : desk_(desk), asked_(asked) {}

  void take(const UnitView& unit) {
    if (unit.source && title_.empty()) title_ = unit.source->context;
    if (!unit.state || unit.stage == UnitStage::kept_original) return;
    const Standing& now = unit.state->now;
    for (const Credit& credit : desk_.credited(now)) {
      auto& people = credit.role == localisation::PersonRole::reviewer ? reviewers_ : translators_;
      say(people, std::string(word(credit.role)), credit.name);
    }
    const bool unread = now.origin == localisation::TextOrigin::machine && now.authors.empty();
    if (unread) say(terms_, "origin", "machine, unreviewed");
    for (const auto& grant : desk_.grants()) {
      const bool used = std::ranges::find(now.grants, grant.id) != now.grants.end();
      if (used) say(terms_, "credit", grant.credit_wording);
    }
    take_use(now);
  }

  std::vector<CaptionTag> taken() const {
    std::vector<CaptionTag> tags;
    say(tags, "ti", title_);
    tags.insert(tags.end(), translators_.begin(), translators_.end());
    tags.insert(tags.end(), reviewers_.begin(), reviewers_.end());
    tags.insert(tags.end(), terms_.begin(), terms_.end());
    if (asked_ != UnitStage::published) {
      say(tags, "status", std::string(word(asked_)) + ", not for publication");
    } else if (published_) {
      std::string media;
      for (const GrantMedium medium : media_) {
        media += (media.empty() ? "" : " ") + std::string(word(medium));
      }
      say(tags, "media", media);
      say(tags, "territory", territory_words(territories_));
    }
    return tags;
  }

 private:
  // Only what holds for every line holds for the file.
  void take_use(const Standing& now) {
    if (now.stage != UnitStage::published) return;
    if (!published_) {
      media_ = now.media;
      territories_ = now.territories;
    }
    published_ = true;
    std::erase_if(media_, [&](GrantMedium medium) {
      return std::ranges::find(now.media, medium) == now.media.end();
    });
    territories_ = territories_ & now.territories;
  }

  const TranslationDesk& desk_;
  UnitStage asked_;
  std::string title_;
  std::vector<CaptionTag> translators_;
  std::vector<CaptionTag> reviewers_;
  std::vector<CaptionTag> terms_;
  bool published_ = false;
  std::vector<GrantMedium> media_;
  TerritorySet territories_;
};

}  // namespace

bool is_timed_format(std::string_view word) {
  return formats::captions::parse_caption_format(word).has_value();
}

Result<TimedFile> timed_file(const TranslationDesk& desk, const TimedOrder& order) {
  UMIKOE_TRY(const auto keys, desk.units_of(order.unit));
  UMIKOE_TRY(const UnitStage asked, asked_stage(order.stage));
  CaptionTrack track;
  Tags tags(desk, asked);
  for (const UnitKey& key : keys) {
    const UnitView unit = desk.view(key);
    if (!unit.source->start_ms) return fail("unit_not_timed", {{"unit", to_string(key)}});
    if (!has_come(unit, asked)) continue;
    // A grant that has ended takes its lines back, whatever was published under it.
    if (unit.stage == UnitStage::published && asked == UnitStage::published) {
      UMIKOE_TRY(still_granted(unit.state->now, key, desk.gate(*unit.source)));
    }
    track.cues.push_back(cue_of(unit));
    tags.take(unit);
  }
  const size_t left_out = keys.size() - track.cues.size();
  const std::vector<std::pair<std::string, std::string>> counts{
      {"done", std::to_string(track.cues.size())},
      {"all", std::to_string(keys.size())},
      {"stage", std::string(word(asked))}};
  if (left_out > 0 && asked == UnitStage::published) return fail("captions_unfinished", counts);
  if (track.cues.empty()) return fail("exchange_nothing");
  track.language = keys.front().language;
  track.tags = tags.taken();
  UMIKOE_TRY(auto written,
             convert_captions({{}, formats::captions::CaptionFormat::vtt, std::move(track), {}},
                              order.format, ""));
  if (left_out > 0) {
    written.findings.insert(written.findings.begin(), Finding{"captions_partly", counts});
  }
  return TimedFile{std::move(written.bytes), std::move(written.findings)};
}

}  // namespace umikoe::app
