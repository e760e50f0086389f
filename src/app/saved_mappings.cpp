#include "app/saved_mappings.h"

#include <algorithm>
#include <memory>

#include "app/json.h"
#include "formats/table/tables.h"

namespace umikoe::app {
namespace {

using formats::table::DayOrder;
using formats::table::SerialDays;
using formats::table::TableMapping;

constexpr const char* mapping_kind = "table_mapping";
constexpr const char* word_kind = "territory_word";

std::string said(const Json& json, const char* key) {
  const auto at = json.find(key);
  return at != json.end() && at->is_string() ? at->get<std::string>() : std::string();
}

Json body_of(const SavedMapping& saved) {
  const TableMapping& mapping = saved.mapping;
  Json columns = Json::array();
  for (const auto& column : mapping.columns) {
    Json json{{"column", column.target}};
    json[column.header.empty() ? "value" : "header"] =
        column.header.empty() ? column.constant : column.header;
    columns.push_back(std::move(json));
  }
  Json body{{"sender", saved.sender},
            {"fingerprint", saved.fingerprint},
            {"kind", formats::word(mapping.kind)},
            {"sheet", mapping.sheet},
            {"columns", columns}};
  if (mapping.days.order != DayOrder::unknown) {
    body["days"] = mapping.days.order == DayOrder::day_first ? "day-first" : "month-first";
  }
  if (mapping.days.serials != SerialDays::unknown) {
    body["serials"] = mapping.days.serials == SerialDays::from_1904 ? "1904" : "1900";
  }
  body["words"] = mapping.words;
  return body;
}

std::optional<SavedMapping> mapping_of(const edits::Edit& edit) {
  const Json body = Json::parse(edit.entry.body, nullptr, false);
  if (!body.is_object() || !body.contains("columns") || !body["columns"].is_array()) {
    return std::nullopt;
  }
  SavedMapping saved{.sender = said(body, "sender"),
                     .fingerprint = said(body, "fingerprint"),
                     .author = edit.entry.author,
                     .made_at = edit.entry.made_at,
                     .mapping = {}};
  TableMapping& mapping = saved.mapping;
  for (const auto kind : formats::table::table_formats()) {
    if (formats::word(kind) == said(body, "kind")) mapping.kind = kind;
  }
  mapping.sheet = said(body, "sheet");
  for (const Json& column : body["columns"]) {
    if (!column.is_object()) return std::nullopt;
    mapping.columns.push_back(
        {said(column, "column"), said(column, "header"), said(column, "value")});
  }
  const std::string days = said(body, "days");
  if (!days.empty()) {
    mapping.days.order = days == "day-first" ? DayOrder::day_first : DayOrder::month_first;
  }
  const std::string serials = said(body, "serials");
  if (!serials.empty()) {
    mapping.days.serials = serials == "1904" ? SerialDays::from_1904 : SerialDays::from_1900;
  }
  if (const auto words = body.find("words"); words != body.end() && words->is_object()) {
    for (const auto& [key, value] : words->items()) {
      if (value.is_string()) mapping.words[key] = value.get<std::string>();
    }
  }
  // A kind of table this program does not know was saved by a newer one.
  if (mapping.kind == formats::Format::unknown) return std::nullopt;
  return saved;
}

}  // namespace

TableMemory table_memory_of(std::span<const edits::Edit> log) {
  TableMemory memory;
  for (const edits::Edit* edit : edits::current(log, mapping_kind)) {
    if (auto saved = mapping_of(*edit)) memory.mappings.push_back(std::move(*saved));
  }
  for (const edits::Edit* edit : edits::current(log, word_kind)) {
    const Json body = Json::parse(edit->entry.body, nullptr, false);
    if (!body.is_object()) continue;
    const std::string sender = said(body, "sender");
    auto at = std::ranges::find(memory.words, sender,
                                &std::pair<std::string, formats::table::TerritoryAnswers>::first);
    if (at == memory.words.end()) at = memory.words.insert(at, {sender, {}});
    at->second[said(body, "word")] = said(body, "codes");
  }
  for (SavedMapping& saved : memory.mappings) {
    for (const auto& [sender, words] : memory.words) {
      if (sender == saved.sender) saved.mapping.territories = words;
    }
  }
  return memory;
}

Result<TableMemory> table_memory(const WorldStore& store) {
  UMIKOE_TRY(const auto log, store.edits());
  TableMemory memory = table_memory_of(log);
  memory.numbers = numbers_on_file(store);
  return memory;
}

formats::table::NumbersSource numbers_on_file(const WorldStore& store) {
  auto held = std::make_shared<std::optional<catalogue::RecordingNumbers>>();
  return [&store, held]() -> Result<const catalogue::RecordingNumbers*> {
    if (!*held) {
      UMIKOE_TRY(const auto delivered, store.contents(std::nullopt));
      catalogue::RecordingNumbers numbers;
      for (const DeliveredContents& one : delivered) numbers.add(one.contents);
      *held = std::move(numbers);
    }
    return &**held;
  };
}

std::vector<edits::EditDraft> edits_of(const SavedMapping& saved, OrganisationId organisation) {
  edits::EditDraft draft{
      .organisation = organisation,
      .author = saved.author,
      .made_at = saved.made_at,
      .kind = mapping_kind,
      .subject = dump(Json{{"sender", saved.sender}, {"fingerprint", saved.fingerprint}}),
      .body = dump(body_of(saved))};
  std::vector<edits::EditDraft> drafts{draft};
  for (const auto& [word, codes] : saved.mapping.territories) {
    draft.kind = word_kind;
    draft.subject = dump(Json{{"sender", saved.sender}, {"word", word}});
    draft.body = dump(Json{{"sender", saved.sender}, {"word", word}, {"codes", codes}});
    drafts.push_back(draft);
  }
  return drafts;
}

Result<const SavedMapping*> mapping_for(const TableMemory& memory, const std::string& fingerprint,
                                        const std::string& sender) {
  const SavedMapping* found = nullptr;
  for (const SavedMapping& saved : memory.mappings) {
    if (saved.fingerprint != fingerprint || (!sender.empty() && saved.sender != sender)) continue;
    if (found && found->mapping != saved.mapping) {
      return fail("question_sender", {{"one", found->sender}, {"other", saved.sender}});
    }
    if (!found || found->made_at < saved.made_at) found = &saved;
  }
  return found;
}

}  // namespace umikoe::app
