#include <algorithm>
#include <array>
#include <map>

#include "app/csv.h"
#include "app/json.h"
#include "app/name_work.h"
#include "app/number_words.h"

namespace umikoe::app {
namespace {

using messages::Language;
using messages::text;

constexpr size_t columns_for_text = 34;
constexpr size_t columns_for_kind = 16;
constexpr size_t recordings_for_people = 20;

std::string state_word(const StoredNameForm& form, Language language) {
  const std::string key = form.state == edits::EditState::applied
                              ? (form.edit ? "names.approved" : "names.delivered")
                              : "names.proposed";
  return text(language, key,
              {{"name", form.approved_by}, {"number", std::to_string(form.edit.value)}});
}

Json form_json(const StoredNameForm& form) {
  return {{"isrc", form.isrc.to_string()},
          {"field", form.of_artist ? "artist" : "title"},
          {"kind", std::string(localisation::word(form.kind))},
          {"text", form.text},
          {"language", or_null(form.language.text)},
          {"source", form.source},
          {"computed", form.computed},
          {"state", std::string(edits::word(form.state))},
          {"approved_by", or_null(form.approved_by)},
          {"role", or_null(form.role)},
          {"number", form.edit ? Json(form.edit.value) : Json(nullptr)}};
}

std::string form_line(const StoredNameForm& form, Language language) {
  return "  " +
         fitted(text(language, form.of_artist ? "names.field.artist" : "names.field.title"), 8) +
         fitted(text(language, "names.kind." + std::string(localisation::word(form.kind))),
                columns_for_kind) +
         fitted(form.text, columns_for_text) + " " + fitted(form.language.text, 8) + " " +
         state_word(form, language) + "\n";
}

}  // namespace

std::string name_report_json(const NameReport& report) {
  Json forms = Json::array();
  for (const StoredNameForm& form : report.forms) forms.push_back(form_json(form));
  return dump(Json{{"forms", forms}});
}

std::string name_report_csv(const NameReport& report) {
  std::string csv = csv_row(std::array<std::string, 9>{"isrc", "field", "kind", "text", "language",
                                                       "source", "state", "approved_by", "number"});
  for (const StoredNameForm& form : report.forms) {
    csv += csv_row(std::array<std::string, 9>{
        form.isrc.to_string(), form.of_artist ? "artist" : "title",
        std::string(localisation::word(form.kind)), form.text, form.language.text, form.source,
        std::string(edits::word(form.state)), form.approved_by,
        form.edit ? std::to_string(form.edit.value) : std::string()});
  }
  return csv;
}

std::string name_report_text(const NameReport& report, const LoadedWorld& world,
                             Language language) {
  std::map<Isrc, std::vector<const StoredNameForm*>> by_recording;
  for (const StoredNameForm& form : report.forms) by_recording[form.isrc].push_back(&form);
  std::string out;
  size_t shown = 0;
  for (const auto& [isrc, forms] : by_recording) {
    if (++shown > recordings_for_people) {
      out += text(language, "names.more",
                  {{"count", grouped(static_cast<int64_t>(by_recording.size() - shown + 1))}});
      out += "\n";
      break;
    }
    const RecordingCard* card = world.card(isrc);
    out += isrc.to_string() + (card ? "  " + card->title + " / " + card->artist : "") + "\n";
    for (const bool of_artist : {false, true}) {
      for (const StoredNameForm* form : forms) {
        if (form->of_artist == of_artist) out += form_line(*form, language);
      }
    }
  }
  const auto waiting = std::ranges::count_if(report.forms, [](const StoredNameForm& form) {
    return form.state == edits::EditState::proposed;
  });
  return out +
         text(language, "names.summary",
              {{"forms", grouped(static_cast<int64_t>(report.forms.size()))},
               {"recordings", grouped(static_cast<int64_t>(by_recording.size()))},
               {"waiting", grouped(waiting)}}) +
         "\n";
}

std::string proposed_json(const ProposedNames& proposed) {
  return dump(Json{{"readings", proposed.readings},
                   {"romanised", proposed.spellings},
                   {"sure", proposed.sure},
                   {"engine", proposed.engine}});
}

std::string proposed_text(const ProposedNames& proposed, Language language) {
  return text(language, "names.proposals",
              {{"readings", grouped(proposed.readings)},
               {"romanised", grouped(proposed.spellings)},
               {"sure", grouped(proposed.sure)},
               {"engine", proposed.engine}}) +
         "\n";
}

std::string decided_text(const StoredNameForm& form, Language language) {
  const std::string key = form.state == edits::EditState::applied    ? "names.decided.approved"
                          : form.state == edits::EditState::rejected ? "names.decided.rejected"
                                                                     : "names.decided.rewritten";
  return text(language, key,
              {{"text", form.text},
               {"name", form.approved_by},
               {"number", std::to_string(form.edit.value)}}) +
         "\n";
}

}  // namespace umikoe::app
