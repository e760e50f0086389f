#include "http/answers.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace umikoe::http {
namespace {

struct CodeStatus {
  std::string_view code;
  unsigned status;
};

// Every other code says that the question was not understood: 400.
constexpr CodeStatus statuses[] = {
    {"isrc_unknown", 404},       {"page_unknown", 404},     {"pages_not_built", 404},
    {"demand_artist_unknown", 404},
    {"method_not_allowed", 405}, {"body_not_allowed", 413}, {"target_too_long", 414},
    {"host_refused", 421},       {"header_too_large", 431}, {"internal", 500},
    {"read_only", 403},          {"origin_refused", 403},   {"token_refused", 403},
    {"not_allowed", 403},        {"upload_unknown", 404},
    {"unit_source_unknown", 404}, {"person_unknown", 404},
    {"body_too_large", 413},     {"content_type_refused", 415}, {"disk_full", 507},
    {"uploads_waiting_full", 507},
    {"no_such_world", 503},      {"not_a_world", 503},      {"world_broken", 503},
    {"world_too_new", 503},      {"world_too_old", 503},    {"world_in_use", 409},
    {"migration_failed", 503},   {"store_failed", 503},     {"file_unreadable", 503},
    {"server_busy", 503},
};

}  // namespace

unsigned status_of(const std::string& code) {
  const auto found = std::ranges::find(statuses, code, &CodeStatus::code);
  return found == std::end(statuses) ? 400 : found->status;
}

Response json_answer(std::string body) {
  Response response;
  response.content_type = "application/json";
  response.body = std::move(body);
  return response;
}

Response csv_answer(std::string body, const std::string& file_name, bool with_mark) {
  Response response;
  response.content_type = "text/csv; charset=utf-8";
  response.body = (with_mark ? "\xEF\xBB\xBF" : "") + std::move(body);
  response.file_name = file_name;
  return response;
}

Response error_answer(const Error& error, messages::Language language) {
  const nlohmann::ordered_json json{
      {"error", {{"code", error.code}, {"text", messages::sentence(language, error)}}}};
  Response response = json_answer(
      json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
  response.status = status_of(error.code);
  return response;
}

}  // namespace umikoe::http
