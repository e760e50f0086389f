#include <fmt/format.h>

#include "app/map_table.h"

namespace umikoe::app {
namespace {

namespace table = formats::table;
using messages::Language;
using messages::text;

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

std::string columns_text(const table::TableProposal& found, Language language) {
  if (found.columns.empty()) return {};
  std::string out = "\n" + text(language, "map.columns") + "\n";
  for (const auto& column : found.columns) {
    const std::string source = column.header.empty()
                                   ? text(language, "map.constant", {{"value", column.constant}})
                                   : column.header;
    out += fmt::format("  {:<22} {}  ({})\n", column.target, source,
                       text(language, "map.reason." + column.reason));
  }
  if (!found.unused.empty()) {
    out += "  " + text(language, "map.unused", {{"headers", joined(found.unused)}}) + "\n";
  }
  return out;
}

std::string questions_text(const table::TableProposal& found, Language language) {
  std::string out;
  for (size_t i = 0; i < found.questions.size(); ++i) {
    const table::TableQuestion& question = found.questions[i];
    out += fmt::format("  {}. {}\n", i + 1, question_sentence(question, language));
    if (!question.answer.empty()) {
      out += "       " + text(language, "map.answered", {{"answer", question.answer}}) + "\n";
      continue;
    }
    if (question.answer_refused) out += "       " + text(language, "map.refused") + "\n";
    for (size_t k = 0; k < question.options.size(); ++k) {
      out += fmt::format("       {}  {}\n", static_cast<char>('a' + k), question.options[k]);
    }
    if (question.free_text) out += "       " + text(language, "map.free") + "\n";
  }
  if (!out.empty()) out = "\n" + text(language, "map.questions") + "\n" + out;
  return out;
}

}  // namespace

std::string map_text(const MapProposal& proposal, Language language) {
  const table::TableProposal& found = proposal.table;
  const bool known = found.mapping.kind != formats::Format::unknown;
  const std::string kind = known ? "map.kind." + std::string(formats::word(found.mapping.kind))
                                 : std::string("map.kind.unknown");
  std::string out = text(language, found.mapping.sheet.empty() ? "map.found" : "map.found_sheet",
                         {{"path", proposal.path},
                          {"kind", text(language, kind)},
                          {"sheet", found.mapping.sheet},
                          {"line", std::to_string(found.header.first_line)},
                          {"rows", std::to_string(found.rows)}}) +
                    "\n";
  if (proposal.saved) {
    out += text(language, "map.saved",
                {{"sender", proposal.saved->sender},
                 {"date", proposal.saved->made_at.to_string().substr(0, 10)},
                 {"by", proposal.saved->author}}) +
           "\n";
  }
  out += columns_text(found, language);
  if (!found.preview.empty()) {
    out += "\n" + text(language, "map.preview") + "\n";
    for (const auto& row : found.preview) {
      out += fmt::format("  {:>6}  {}\n", row.line,
                         preview_sentence(found.mapping.kind, row, language));
    }
  }
  out += questions_text(found, language);
  out += "\n" + text(language, proposal.ready() ? "map.ready" : "map.not_ready") + "\n";
  return out;
}

}  // namespace umikoe::app
