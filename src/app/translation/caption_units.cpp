#include "app/translation/caption_units.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/json.h"
#include "app/number_words.h"
#include "app/translation/translation_records.h"
#include "base/limits.h"
#include "formats/over_limit.h"

namespace umikoe::app {
namespace {

using localisation::Cue;
using localisation::SourceText;
using localisation::TextField;
using localisation::TextKey;
using localisation::TextObject;

// What may be said of all cues at once; the rest is the file's.
constexpr std::array<std::string_view, 6> columns{"work",   "owner",    "context",
                                                  "spoken", "released", "field"};

int64_t whole_ms(double ms) { return static_cast<int64_t>(std::llround(ms)); }

Result<TextField> field_of(const StatedWords& words, const std::string& format) {
  const std::string word = stated(words, "field");
  if (word.empty()) return format == "lrc" ? TextField::lyric_line : TextField::subtitle_cue;
  const auto field = localisation::parse_text_field(word);
  if (!field || !is_numbered(*field)) return fail("field_word_unknown", {{"field", word}});
  return *field;
}

Result<void> all_known(const StatedWords& words) {
  for (const auto& [key, text] : words) {
    const bool known = std::ranges::find(columns, key) != columns.end();
    if (!known) return fail("table_column_unknown", {{"column", key}});
  }
  return {};
}

// Cues with text, in the order they are read.
std::vector<const Cue*> cues_in_order(const localisation::CaptionTrack& track) {
  std::vector<const Cue*> cues;
  for (const Cue& cue : track.cues) {
    if (!localisation::base_text(cue.content).empty()) cues.push_back(&cue);
  }
  std::ranges::stable_sort(cues, {}, [](const Cue* cue) { return cue->start_ms; });
  return cues;
}

// The taking of one file.
class Taking {
 public:
  Taking(const TranslationDesk& desk, const KeptCaptions& kept, const StatedWords& words,
         edits::EditDraft draft)
      : desk_(desk), words_(words), draft_(std::move(draft)) {
    first_.id = kept.isrc.to_string();
    const RecordingCard* card = desk.world().card(kept.isrc);
    const bool video = card && card->kind == catalogue::RecordingKind::video;
    first_.object = video ? TextObject::video : TextObject::recording;
    words_.erase("field");
    state(words_, "language", kept.language);
    if (card && !words_.contains("owner")) state(words_, "owner", card->artist);
    if (card && !words_.contains("context")) state(words_, "context", card->title);
    for (const edits::Edit* edit : edits::current(desk.world().edits(), source_edit)) {
      on_file_.insert_or_assign(edit->entry.subject, edit->entry.body);
    }
  }

  void set_field(TextField field) { first_.field = field; }

  Result<void> take(const Cue& cue, int32_t number) {
    TextKey key = first_;
    key.number = number;
    StatedWords words = words_;
    words["id"] = to_string(key);
    words["text"] = localisation::base_text(cue.content);
    words["start_ms"] = std::to_string(whole_ms(cue.start_ms));
    if (cue.end_ms) words["end_ms"] = std::to_string(whole_ms(*cue.end_ms));
    auto source = read_source(words);
    if (!source) {
      Error error = std::move(source).error();
      error.where.line = cue.line;
      return std::unexpected(std::move(error));
    }
    const std::string body = body_of(words_of(*source));
    const auto before = on_file_.find(to_string(key));
    if (before != on_file_.end() && before->second == body) {
      ++out.unchanged;
      return {};
    }
    ++out.kept;
    add(to_string(key), body, edits::EditState::applied);
    return {};
  }

  // An earlier file may have had more cues.
  void remove_beyond(int32_t last) {
    TextKey key = first_;
    key.number = last + 1;
    const auto& sources = desk_.sources();
    for (auto at = sources.lower_bound(key); at != sources.end(); ++at) {
      const bool same =
          at->first.object == key.object && at->first.id == key.id && at->first.field == key.field;
      if (!same) return;
      ++out.removed;
      add(to_string(at->first), "{}", edits::EditState::withdrawn);
    }
  }

  CaptionUnits finished() && {
    out.source = to_string(first_);
    return std::move(out);
  }

  std::vector<edits::EditDraft> drafts;
  CaptionUnits out;

 private:
  void add(std::string subject, std::string body, edits::EditState standing) {
    edits::EditDraft draft = draft_;
    draft.subject = std::move(subject);
    draft.body = std::move(body);
    draft.state = standing;
    drafts.push_back(std::move(draft));
  }

  const TranslationDesk& desk_;
  StatedWords words_;
  edits::EditDraft draft_;
  TextKey first_;
  std::map<std::string, std::string> on_file_;
};

}  // namespace

Result<CaptionUnits> take_caption_units(WorldStore& store, const TranslationDesk& desk,
                                        const KeptCaptions& kept, const StatedWords& words,
                                        const std::string& by, const access::Viewer& viewer,
                                        Instant now) {
  if (!viewer.may_write()) return fail("not_allowed");
  if (by.empty()) return fail("record_by_needed");
  UMIKOE_TRY(all_known(words));
  UMIKOE_TRY(const TextField field, field_of(words, kept.format));
  UMIKOE_TRY(std::string bytes, store.caption_bytes(kept.isrc, kept.delivery));
  UMIKOE_TRY(const auto captions, read_captions({std::move(bytes), kept.document, kept.format}));
  const auto cues = cues_in_order(captions.track);
  if (cues.empty()) return fail("captions_without_cues");
  if (std::ssize(cues) > limits::translation_file_units.value) {
    return std::unexpected(formats::over_limit(limits::translation_file_units));
  }
  edits::EditDraft draft;
  draft.organisation = viewer.organisation;
  draft.author = by;
  draft.made_at = now;
  draft.kind = source_edit;
  Taking taking(desk, kept, words, std::move(draft));
  taking.set_field(field);
  taking.out.language = kept.language;
  taking.out.document = kept.document;
  int32_t number = 0;
  for (const Cue* cue : cues) UMIKOE_TRY(taking.take(*cue, ++number));
  taking.remove_beyond(number);
  UMIKOE_TRY(store.append_edits(taking.drafts));
  return std::move(taking).finished();
}

std::string caption_units_json(const CaptionUnits& units) {
  return dump({{"source", units.source},
               {"language", units.language},
               {"document", units.document},
               {"kept", units.kept},
               {"unchanged", units.unchanged},
               {"removed", units.removed}});
}

std::string caption_units_text(const CaptionUnits& units, messages::Language language) {
  return messages::text(language, "translation.captions_taken",
                        {{"document", units.document},
                         {"source", units.source},
                         {"kept", grouped(units.kept)},
                         {"unchanged", grouped(units.unchanged)},
                         {"removed", grouped(units.removed)}}) +
         "\n";
}

}  // namespace umikoe::app
