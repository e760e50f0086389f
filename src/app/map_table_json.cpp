#include "app/json.h"
#include "app/map_table.h"

namespace umikoe::app {
namespace {

namespace table = formats::table;
using messages::Language;

template <class Say>
Json both(const Say& say) {
  return {{"en", say(Language::en)}, {"ja", say(Language::ja)}};
}

Json question_json(const table::TableQuestion& question, size_t number) {
  return {{"number", number},
          {"id", question.id},
          {"code", question.code},
          {"text", both([&](Language l) { return question_sentence(question, l); })},
          {"options", question.options},
          {"free", question.free_text},
          {"answer", or_null(question.answer)},
          {"refused", question.answer_refused}};
}

Json row_json(formats::Format kind, const table::PreviewRow& row) {
  Json cells = Json::object();
  for (const auto& [column, value] : row.cells) cells[column] = value;
  return {{"line", row.line},
          {"cells", cells},
          {"text", both([&](Language l) { return preview_sentence(kind, row, l); })}};
}

}  // namespace

std::string map_json(const MapProposal& proposal) {
  const table::TableProposal& found = proposal.table;
  Json columns = Json::array();
  for (const auto& column : found.columns) {
    columns.push_back({{"column", column.target},
                       {"header", or_null(column.header)},
                       {"value", or_null(column.constant)},
                       {"reason", column.reason}});
  }
  Json questions = Json::array();
  for (size_t i = 0; i < found.questions.size(); ++i) {
    questions.push_back(question_json(found.questions[i], i + 1));
  }
  Json preview = Json::array();
  for (const auto& row : found.preview) preview.push_back(row_json(found.mapping.kind, row));
  Json saved = nullptr;
  if (proposal.saved) {
    saved = Json{{"sender", proposal.saved->sender},
                 {"by", or_null(proposal.saved->author)},
                 {"made_at", proposal.saved->made_at.to_string()}};
  }
  const bool known = found.mapping.kind != formats::Format::unknown;
  return dump(Json{{"path", proposal.path},
                   {"kind", known ? Json(formats::word(found.mapping.kind)) : Json(nullptr)},
                   {"sheet", or_null(found.mapping.sheet)},
                   {"sheets", found.sheets},
                   {"header_line", found.header.first_line},
                   {"headers", found.labels},
                   {"rows", found.rows},
                   {"sender", or_null(proposal.sender)},
                   {"saved", saved},
                   {"columns", columns},
                   {"unused", found.unused},
                   {"preview", preview},
                   {"questions", questions},
                   {"ready", proposal.ready()}});
}

}  // namespace umikoe::app
