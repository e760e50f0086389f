#include "app/kept_captions.h"

#include <algorithm>
#include <ranges>
#include <set>
#include <tuple>

#include "app/csv.h"
#include "app/json.h"
#include "app/number_words.h"
#include "app/translation/translation_records.h"

namespace umikoe::app {
namespace {

using messages::Language;
using messages::text;

constexpr const char* withdrawal_edit = "captions_withdrawn";

std::set<std::string> withdrawn(const LoadedWorld& world) {
  std::set<std::string> deliveries;
  for (const edits::Edit* edit : edits::current(world.edits(), withdrawal_edit)) {
    deliveries.insert(edit->entry.subject);
  }
  return deliveries;
}

std::string number_of(const KeptCaptions& kept) { return std::to_string(kept.delivery.value); }

std::vector<CaptionsOnFile> wanted(const LoadedWorld& world, std::optional<Isrc> isrc) {
  std::vector<CaptionsOnFile> all = captions_on_file(world);
  std::erase_if(all,
                [&](const CaptionsOnFile& row) { return isrc && row.captions->isrc != *isrc; });
  return all;
}

std::string_view state_word(const CaptionsOnFile& row) {
  if (row.withdrawn) return "withdrawn";
  return row.current ? "current" : "replaced";
}

const KeptCaptions* captions_of_delivery(const LoadedWorld& world, const std::string& word) {
  const auto found = std::ranges::find_if(
      world.captions(), [&](const KeptCaptions& kept) { return number_of(kept) == word; });
  return found == world.captions().end() ? nullptr : &*found;
}

bool is_number(const std::string& word) {
  return !word.empty() && word.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

std::vector<CaptionsOnFile> captions_on_file(const LoadedWorld& world) {
  const auto taken_back = withdrawn(world);
  std::vector<CaptionsOnFile> rows;
  for (const KeptCaptions& kept : world.captions()) {
    rows.push_back({&kept, taken_back.contains(number_of(kept)), false});
  }
  std::ranges::stable_sort(rows, [](const CaptionsOnFile& x, const CaptionsOnFile& y) {
    return std::tie(x.captions->isrc, x.captions->language) <
           std::tie(y.captions->isrc, y.captions->language);
  });
  std::set<std::pair<Isrc, std::string>> known;
  for (CaptionsOnFile& row : std::views::reverse(rows)) {
    if (row.withdrawn) continue;
    row.current = known.insert({row.captions->isrc, row.captions->language}).second;
  }
  return rows;
}

std::map<Isrc, std::vector<const KeptCaptions*>> current_captions(const LoadedWorld& world) {
  std::map<Isrc, std::vector<const KeptCaptions*>> out;
  for (const CaptionsOnFile& row : captions_on_file(world)) {
    if (row.current) out[row.captions->isrc].push_back(row.captions);
  }
  return out;
}

std::vector<const KeptCaptions*> current_captions(const LoadedWorld& world, const Isrc& isrc) {
  auto all = current_captions(world);
  return std::move(all[isrc]);
}

Result<const KeptCaptions*> captions_of_word(const LoadedWorld& world, const std::string& word,
                                             const std::string& language) {
  if (is_number(word)) {
    const KeptCaptions* kept = captions_of_delivery(world, word);
    if (!kept) return fail("captions_unknown", {{"word", word}});
    return kept;
  }
  const auto isrc = Isrc::parse(word);
  if (!isrc) return fail("isrc_malformed_word", {{"isrc", word}});
  std::vector<const KeptCaptions*> found = current_captions(world, *isrc);
  if (!language.empty()) {
    UMIKOE_TRY(const std::string tag, language_of_word(language));
    std::erase_if(found, [&](const KeptCaptions* kept) { return kept->language != tag; });
  }
  const std::string asked = language.empty() ? word : word + " " + language;
  if (found.empty()) return fail("captions_unknown", {{"word", asked}});
  if (found.size() == 1) return found.front();
  std::vector<std::string> languages;
  for (const KeptCaptions* kept : found) languages.push_back(kept->language);
  return fail("captions_language_needed", {{"languages", joined(languages)}});
}

Result<ImportReport> keep_captions(WorldStore& store, const FileSource& files,
                                   const std::string& path, ImportOptions options) {
  CaptionNaming& naming = options.captions;
  naming.expected = true;
  if (!naming.isrc.empty() && !Isrc::parse(naming.isrc)) {
    return fail("isrc_malformed_word", {{"isrc", naming.isrc}});
  }
  if (!naming.language.empty()) UMIKOE_TRY(language_of_word(naming.language));
  UMIKOE_TRY(const auto found, files.files_at(path));
  if (found.size() != 1 || found.front() != path) return fail("file_not_one", {{"path", path}});
  return import_files(store, files, {path}, options);
}

Result<Conversion> export_captions(const WorldStore& store, const KeptCaptions& kept,
                                   const std::string& to, const std::string& ruby) {
  UMIKOE_TRY(std::string bytes, store.caption_bytes(kept.isrc, kept.delivery));
  if (to.empty() || to == kept.format) return Conversion{std::move(bytes), kept.format, {}};
  UMIKOE_TRY(auto captions, read_captions({std::move(bytes), kept.document, kept.format}));
  captions.track.language = kept.language;
  return convert_captions(captions, to, ruby);
}

Result<const KeptCaptions*> withdraw_captions(WorldStore& store, const LoadedWorld& world,
                                              const CaptionWithdrawal& words,
                                              const access::Viewer& viewer, Instant now) {
  if (!viewer.may_write()) return fail("not_allowed");
  if (words.by.empty()) return fail("record_by_needed");
  const KeptCaptions* kept = captions_of_delivery(world, words.delivery);
  if (!kept || withdrawn(world).contains(words.delivery) != words.restores) {
    return fail("captions_unknown", {{"word", words.delivery}});
  }
  edits::EditDraft draft;
  draft.organisation = viewer.organisation;
  draft.author = words.by;
  draft.made_at = now;
  draft.kind = withdrawal_edit;
  draft.subject = words.delivery;
  StatedWords body;
  state(body, "note", words.note);
  draft.body = body_of(body);
  if (words.restores) draft.state = edits::EditState::withdrawn;
  UMIKOE_TRY(store.append_edit(draft));
  return kept;
}

std::string captions_json(const LoadedWorld& world, std::optional<Isrc> isrc) {
  Json rows = Json::array();
  for (const CaptionsOnFile& row : wanted(world, isrc)) {
    const KeptCaptions& kept = *row.captions;
    const RecordingCard* card = world.card(kept.isrc);
    rows.push_back({{"delivery", kept.delivery.value},
                    {"isrc", kept.isrc.to_string()},
                    {"title", card ? or_null(card->title) : Json(nullptr)},
                    {"recording_on_file", card != nullptr},
                    {"language", kept.language},
                    {"format", kept.format},
                    {"document", kept.document},
                    {"cues", kept.cues},
                    {"sha256", kept.sha256},
                    {"state", std::string(state_word(row))}});
  }
  return dump({{"captions", std::move(rows)}});
}

std::string captions_csv(const LoadedWorld& world, std::optional<Isrc> isrc) {
  std::string out = "delivery,isrc,language,format,document,cues,state\r\n";
  for (const CaptionsOnFile& row : wanted(world, isrc)) {
    const KeptCaptions& kept = *row.captions;
    const std::string cells[] = {number_of(kept),
                                 kept.isrc.to_string(),
                                 kept.language,
                                 kept.format,
                                 kept.document,
                                 std::to_string(kept.cues),
                                 std::string(state_word(row))};
    out += csv_row(cells);
  }
  return out;
}

std::string captions_text(const LoadedWorld& world, std::optional<Isrc> isrc, Language language) {
  std::string out;
  for (const CaptionsOnFile& row : wanted(world, isrc)) {
    const KeptCaptions& kept = *row.captions;
    const RecordingCard* card = world.card(kept.isrc);
    out += fitted(number_of(kept), 6) + fitted(kept.isrc.to_string(), 14) +
           fitted(kept.language, 8) + fitted(kept.format, 6) +
           fitted(text(language, "subtitle.state." + std::string(state_word(row))), 12) +
           text(language, "subtitle.cue_count", {{"count", grouped(kept.cues)}}) + "  " +
           kept.document + "  " +
           (card ? card->title : text(language, "subtitle.recording_not_on_file")) + "\n";
  }
  return out.empty() ? text(language, "subtitle.none_on_file") + "\n" : out;
}

}  // namespace umikoe::app
