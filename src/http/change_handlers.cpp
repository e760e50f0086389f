// Handlers that change the world, and what a page needs before it may.

#include <algorithm>
#include <span>

#include "app/delivery_report.h"
#include "app/foreign_table.h"
#include "app/import_files.h"
#include "base/limits.h"
#include "http/answers.h"
#include "http/bodies.h"
#include "http/desk.h"
#include "http/handlers.h"

namespace umikoe::http {
namespace {

// The last ones; a label's world may hold tens of thousands.
constexpr size_t deliveries_shown = 200;

Json file_json(const WaitingFile& file) {
  return {{"id", file.id}, {"name", file.name}, {"bytes", file.bytes}};
}

// The file under the name its sender gave it, wherever it lies.
class UploadedFile final : public app::FileSource {
 public:
  UploadedFile(const app::FileSource& files, const WaitingFile& file, std::string path)
      : files_(files), name_(file.name), path_(std::move(path)) {}

  Result<std::vector<std::string>> files_at(const std::string&) const override {
    return std::vector{name_};
  }
  Result<std::unique_ptr<app::FileReader>> open(const std::string&) const override {
    return files_.open(path_);
  }

 private:
  const app::FileSource& files_;
  std::string name_;
  std::string path_;
};

// Imports a file that has come in. The world is open to write no longer than the caller keeps it.
Result<app::DeliveryReport> import_waiting(const Asked& asked, app::WorldStore& store,
                                           const WaitingFile& file, const std::string& sender,
                                           const std::string& sheet) {
  Desk& desk = *asked.site.desk;
  UMIKOE_TRY(const auto info, store.info());
  app::ImportOptions options;
  options.viewer = access::local_viewer(info.organisation.id);
  options.received_at = desk.now();
  options.language = asked.language;
  options.table_sender = sender;
  options.table_sheet = sheet;
  const UploadedFile source(desk.files, file, desk.incoming.path_of(file));
  UMIKOE_TRY(auto report, app::import_files(store, source, {file.name}, options));
  UMIKOE_ASSERT(report.deliveries.size() == 1);
  return std::move(report.deliveries.front());
}

// Refused for want of an answer only a person can give, or of a catalogue that may come after it.
bool asks_a_person(const app::DeliveryReport& report) {
  return std::ranges::any_of(report.errors, [](const Error& error) {
    return error.code == "question_open" || error.code == "question_sender" ||
           error.code == "number_unknown";
  });
}

Response change_answer(std::string json) {
  Response response = json_answer(std::move(json));
  response.world_changed = true;
  return response;
}

// What became of a file: it waits for an answer, or it is done with and gone from the folder. A
// workbook of which one table was read waits for what is to become of the others.
Response import_answer(const Asked& asked, const WaitingFile& file,
                       const app::DeliveryReport& report, bool tables_left = false) {
  const bool waits = asks_a_person(report) || (tables_left && report.status == "accepted");
  // A file that was dropped twice waits once, and a copy of one that is done with not at all.
  asked.site.desk->incoming.remove_copies_of(file);
  if (!waits) asked.site.desk->incoming.remove(file);
  return change_answer("{\"waiting\":" + (waits ? app::dump(file_json(file)) : "null") +
                       ",\"delivery\":" + app::delivery_json(report, asked.language) + "}");
}

struct MappingWords {
  WaitingFile file;
  app::MapOrder order;
};

Result<MappingWords> mapping_of(const Asked& asked) {
  UMIKOE_TRY(const Json body, body_of(asked));
  UMIKOE_TRY(const std::string id, text_of(body, "id"));
  MappingWords words;
  UMIKOE_TRY(words.order.sender, text_or_nothing(body, "sender"));
  const Json answers = body.value("answers", Json::array());
  const auto answers_max = static_cast<size_t>(limits::table_questions.value) * 2;
  if (!answers.is_array() || answers.size() > answers_max) {
    return fail("body_invalid", {{"reason", "\"answers\" must be a list"}});
  }
  for (const Json& answer : answers) {
    if (!answer.is_object()) return fail("body_invalid", {{"reason", "an answer is an object"}});
    UMIKOE_TRY(std::string question, text_of(answer, "id"));
    UMIKOE_TRY(std::string said, text_of(answer, "answer"));
    words.order.answers.emplace_back(std::move(question), std::move(said));
  }
  UMIKOE_TRY(words.file, asked.site.desk->incoming.find(id));
  return words;
}

Result<app::MapProposal> proposal_of(const Asked& asked, const app::WorldStore& store,
                                     const MappingWords& words) {
  UMIKOE_TRY(const auto memory, app::table_memory(store));
  const Desk& desk = *asked.site.desk;
  const UploadedFile source(desk.files, words.file, desk.incoming.path_of(words.file));
  return app::map_file(source, words.file.name, memory, words.order);
}

}  // namespace

Result<Response> take_import(const Asked& asked) {
  Desk& desk = *asked.site.desk;
  UMIKOE_TRY(const WaitingFile file, desk.incoming.find(asked.request.upload));
  const auto report = [&]() -> Result<app::DeliveryReport> {
    UMIKOE_TRY(const auto store, desk.open());
    return import_waiting(asked, *store, file, "", "");
  }();
  if (report) return import_answer(asked, file, *report);
  // The person still has the file, and sends it again.
  desk.incoming.remove(file);
  return std::unexpected(report.error());
}

Result<Response> propose_mapping(const Asked& asked) {
  UMIKOE_TRY(const MappingWords words, mapping_of(asked));
  UMIKOE_TRY(const auto store, asked.site.worlds.open());
  UMIKOE_TRY(const auto proposal, proposal_of(asked, *store, words));
  return json_answer(app::map_json(proposal));
}

Result<Response> keep_mapping(const Asked& asked) {
  UMIKOE_TRY(const MappingWords words, mapping_of(asked));
  Desk& desk = *asked.site.desk;
  UMIKOE_TRY(const auto store, desk.open());
  UMIKOE_TRY(const auto proposal, proposal_of(asked, *store, words));
  if (!proposal.ready()) return std::unexpected(app::open_question(proposal, asked.language));
  UMIKOE_TRY(const auto info, store->info());
  const auto viewer = access::local_viewer(info.organisation.id);
  UMIKOE_TRY(app::save_mapping(*store, proposal, viewer, viewer.person, desk.now()));
  UMIKOE_TRY(const auto report, import_waiting(asked, *store, words.file, proposal.sender,
                                               proposal.table.mapping.sheet));
  return import_answer(asked, words.file, report, !proposal.table.sheets_left.empty());
}

Result<Response> discard_import(const Asked& asked) {
  UMIKOE_TRY(const Json body, body_of(asked));
  UMIKOE_TRY(const std::string id, text_of(body, "id"));
  UMIKOE_TRY(const WaitingFile file, asked.site.desk->incoming.find(id));
  asked.site.desk->incoming.remove(file);
  return json_answer(app::dump({{"discarded", file_json(file)}}));
}

Result<Response> answer_session(const Asked& asked) {
  const Desk* desk = asked.site.desk;
  Response response = json_answer(
      app::dump({{"edit", desk != nullptr}, {"token", desk ? Json(desk->token) : nullptr}}));
  response.cache_control = "no-store";
  return response;
}

Result<Response> answer_imports(const Asked& asked) {
  Json waiting = Json::array();
  if (asked.site.desk) {
    for (const auto& file : asked.site.desk->incoming.waiting()) waiting.push_back(file_json(file));
  }
  UMIKOE_TRY(const auto store, asked.site.worlds.open());
  UMIKOE_TRY(const auto records, store->deliveries());
  Json deliveries = Json::array();
  const size_t first = records.size() - std::min(records.size(), deliveries_shown);
  for (const auto& record : std::span(records).subspan(first)) {
    Json report = Json::parse(record.report, nullptr, false);
    if (report.is_object()) deliveries.push_back(std::move(report));
  }
  Response response = json_answer(app::dump(
      {{"waiting", waiting}, {"deliveries_total", records.size()}, {"deliveries", deliveries}}));
  response.cache_control = "no-store";
  return response;
}

}  // namespace umikoe::http
