#include "app/demo/translation_story.h"

#include "app/demo/story_parts.h"
#include "app/demo/words.h"
#include "app/translation/translation_records.h"

namespace umikoe::app::demo {
namespace {

using localisation::SourceText;
using localisation::UnitAction;
using localisation::UnitEvent;

// Works of invented numbers: T-999 is a range nobody is given.
constexpr const char* star_work = "T9990000011";
constexpr const char* silent_work = "T9990000022";
constexpr const char* ended_work = "T9990000033";

std::string star_name() { return std::string(artist_words()[star].ja); }
// As deliveries display it: what the artist is known by here, too.
std::string star_abroad() { return std::string(artist_words()[star].en); }

// The log as it is written, an entry after the other.
class Log {
 public:
  std::vector<edits::EditDraft> taken() && { return std::move(drafts_); }

  void at(Date day) { now_ = {int64_t{day.days} * seconds_per_day + 9 * 3600}; }

  void record(const char* kind, std::string subject, const StatedWords& words,
              const char* by = "mori") {
    add(kind, std::move(subject), body_of(words), by);
  }

  // Keeps the text, so that later events are of its words.
  void text(const std::string& id, const std::string& text, const std::string& work,
            const std::string& owner) {
    StatedWords words{{"id", id}, {"text", text}};
    state(words, "work", work);
    state(words, "owner", owner);
    state(words, "context", "星の音 (DEMO)");
    state(words, "released", "2026-04-01");
    source_ = *read_source(words);
    record(source_edit, id, words);
  }

  void event(UnitAction action, const char* by, const std::string& target = "",
             const std::vector<std::string>& grants = {}) {
    UnitEvent event;
    event.unit = {source_.key, "en"};
    event.action = action;
    event.source_hash = source_hash(source_);
    event.text = target;
    const bool lets_out = action == UnitAction::publish;
    if (lets_out) event.media = {is_lyric(source_) ? localisation::GrantMedium::lyric_services
                                                   : localisation::GrantMedium::site};
    if (lets_out) event.territories = TerritorySet::all();
    const bool decides = lets_out || action == UnitAction::approve || action == UnitAction::keep;
    if (decides) event.role = localisation::PersonRole::artist;
    event.grants = grants;
    add(unit_edit, to_string(event.unit), body_of(words_of(event)), by);
  }

  // From nothing to the stage that the last of the events leads to.
  void work_on(const std::string& target, UnitAction last,
               const std::vector<std::string>& grants = {}) {
    event(UnitAction::set, "tess", target);
    for (const auto& [action, by] : {std::pair{UnitAction::submit, "tess"},
                                     {UnitAction::review, "ren"},
                                     {UnitAction::approve, "hoshi"},
                                     {UnitAction::publish, "hoshi"}}) {
      event(action, by, "", action == UnitAction::publish ? grants : std::vector<std::string>());
      if (action == last) return;
    }
  }

 private:
  void add(const char* kind, std::string subject, std::string body, const char* by) {
    edits::EditDraft draft;
    draft.author = by;
    draft.made_at = now_;
    draft.kind = kind;
    draft.subject = std::move(subject);
    draft.body = std::move(body);
    drafts_.push_back(std::move(draft));
  }

  std::vector<edits::EditDraft> drafts_;
  Instant now_;
  SourceText source_;
};

void enter_people(Log& log) {
  log.at(day(2026, 4, 1));
  const StatedWords people[] = {
      {{"person", "tess"}, {"name", "Tess (DEMO)"}, {"roles", "translator"}, {"languages", "en"},
       {"terms", "DEMO-2026"}, {"terms_date", "2026-04-01"}, {"volunteer", "yes"}},
      {{"person", "ren"}, {"name", "Ren (DEMO)"}, {"roles", "reviewer"}, {"languages", "en,ko"},
       {"terms", "DEMO-2026"}, {"terms_date", "2026-04-01"}},
      {{"person", "hoshi"}, {"roles", "artist"}, {"acts_for", star_abroad()}},
      {{"person", "nami"}, {"roles", "publisher"}},
      {{"person", "label"}, {"roles", "label"}}};
  for (const auto& person : people) log.record(person_edit, stated(person, "person"), person);
}

void enter_terms(Log& log) {
  const StatedWords terms[] = {
      {{"kind", "artist_name"}, {"source", star_name()}, {"language", "en"},
       {"target", star_abroad()}},
      {{"kind", "term"}, {"source", "星"}, {"language", "en"}, {"target", "star"}},
      {{"kind", "cultural_note"}, {"source", "七夕"},
       {"note", "7 July: two stars meet once a year, and people tie wishes to bamboo."}}};
  for (const auto& term : terms) log.record(term_edit, subject_of(*read_term(term)), term);
}

void enter_grants(Log& log) {
  const auto grant = [&](const char* id, const char* work, const char* until) {
    StatedWords words{{"grant", id},         {"work", work},
                      {"publisher", "Nami Music Publishing (DEMO)"},
                      {"languages", "en"},   {"media", "lyric_services,video_subtitle"},
                      {"territory", "Worldwide"}, {"from", "2026-04-01"},
                      {"evidence", std::string(id) + ".pdf"}};
    state(words, "until", until);
    log.record(grant_edit, id, words);
  };
  grant("DEMO-G1", star_work, "");
  grant("DEMO-G2", ended_work, "2026-10-01");
}

std::string line_of(const char* work, int number) {
  return "work:lyric_line." + std::to_string(number) + ":" + work;
}

void tell_star(Log& log) {
  log.at(day(2026, 5, 11));
  const std::pair<const char*, const char*> lines[] = {
      {"夜明けの駅に星の音がする", "At the station before dawn, a star rings"},
      {"三番線でまだ待っている", "I am still waiting at platform three"},
      {"七夕の短冊は風のなか", "The wish strips of Tanabata are in the wind"}};
  int number = 0;
  for (const auto& [ja, en] : lines) {
    log.text(line_of(star_work, ++number), ja, star_work, star_abroad());
    log.work_on(en, UnitAction::publish, {"DEMO-G1"});
  }
  log.at(day(2026, 11, 16));
  log.text(line_of(star_work, ++number), "名前のない朝が来る", star_work, star_abroad());
  log.event(UnitAction::set, "tess", "A morning without a name comes");
  log.text("video:subtitle_cue.1:DEMO-STAR", "ただいま", star_work, star_abroad());
  log.event(UnitAction::keep, "hoshi");
}

// What each rule must find.
void plant(Log& log) {
  log.at(day(2026, 11, 2));
  log.text(line_of(silent_work, 1), "水のない海をわたる", silent_work, star_abroad());
  log.work_on("Crossing a sea without water", UnitAction::approve);
  log.at(day(2026, 6, 1));
  log.text(line_of(ended_work, 1), "終わらない夏", ended_work, star_abroad());
  log.work_on("A summer without end", UnitAction::publish, {"DEMO-G2"});
  log.text("artist:bio:" + star_abroad(), star_name() + "の音楽は夜の駅から始まる。", "", star_abroad());
  log.work_on("The music of " + star_abroad() + " begins at a station by night.",
              UnitAction::publish);
  log.text("artist:credit_line:" + star_abroad(), "作詞と作曲は星図の人々", "", star_abroad());
  log.work_on("Words and music by the people of the map", UnitAction::publish);
  log.at(day(2026, 10, 1));
  log.text("artist:liner_notes:" + star_abroad(), "録音は雪の夜に行われた。", "", star_abroad());
  log.work_on("Recorded on a night of snow.", UnitAction::submit);
  log.at(day(2026, 11, 10));
  log.text("artist:bio:" + star_abroad(), star_name() + "の音楽は朝の駅から始まる。", "", star_abroad());
  const StatedWords term{{"kind", "term"}, {"source", "星図"}, {"language", "en"},
                         {"target", "star chart"}};
  log.record(term_edit, subject_of(*read_term(term)), term);
}

void fill_calendar(Log& log) {
  log.at(day(2026, 11, 1));
  const auto entry = [&](const char* territory, const char* date, const char* kind) {
    const StatedWords words{{"artist", star_abroad()}, {"channel", "YouTube"},
                            {"territory", territory}, {"date", date}, {"time", "20:00"},
                            {"kind", kind}, {"title", "DEMO"}};
    const auto read = read_calendar_entry(words);
    log.record(calendar_edit, subject_of(*read), words_of(*read));
  };
  entry("US", "2026-11-09", "short_form");
  entry("US", "2026-11-19", "behind_the_scenes");
  entry("US", "2026-11-30", "live");
  entry("BR", "2026-10-30", "music_video");
}

}  // namespace

std::vector<edits::EditDraft> translation_edits() {
  Log log;
  enter_people(log);
  enter_terms(log);
  enter_grants(log);
  tell_star(log);
  plant(log);
  fill_calendar(log);
  return std::move(log).taken();
}

std::vector<PlantedFinding> planted_in_translations() {
  const auto unit = [](const std::string& key) { return key + ":en:"; };
  const auto line = [](const char* work) { return std::string("work:lyric_line.1:en:") + work; };
  return {{"grant_missing", line(silent_work), ""},
          {"grant_expired", line(ended_work), ""},
          {"source_changed", unit("artist:bio") + star_abroad(), ""},
          {"translation_term", unit("artist:credit_line") + star_abroad(), ""},
          {"translation_waiting", unit("artist:liner_notes") + star_abroad(), ""},
          {"calendar_gap", star_abroad(), "BR"}};
}

}  // namespace umikoe::app::demo
