#include "http/routes.h"

#include <algorithm>
#include <exception>

#include "http/answers.h"
#include "http/assets.h"
#include "http/gzip.h"
#include "http/target.h"

namespace umikoe::http {
namespace {

using Names = std::string_view;

constexpr Names gap_names[] = {"artist", "label", "q",    "territory", "region", "use",   "reason",
                               "role",   "date",  "lang", "limit",     "offset", "format", "bom"};
constexpr Names why_names[] = {"isrc",  "territory", "date", "use",
                               "model", "service",   "as",   "lang"};
constexpr Names check_names[] = {"rule", "q", "lang", "format", "bom"};

constexpr Route table[] = {
    {"/", answer_page, {}, true},
    {"/matrix", answer_page, {}, true},
    {"/why", answer_page, {}, true},
    {"/api/v1/world", answer_world, {}},
    {"/api/v1/territories", answer_territories, {}},
    {"/api/v1/gap", answer_gap, gap_names},
    {"/api/v1/matrix", answer_matrix, gap_names},
    {"/api/v1/why", answer_why, why_names},
    {"/api/v1/check", answer_check, check_names},
    {"/api/v1/openapi.json", answer_openapi, {}},
    {"/healthz", answer_health, {}},
};

constexpr size_t gzip_from_bytes = 1024;

Result<Response> asset_answer(std::string_view path) {
  const Asset* asset = find_asset(path);
  if (!asset) return fail("page_unknown", {{"path", std::string(path)}});
  Response response;
  response.content_type = asset->type;
  response.body = asset->gzipped;
  response.gzipped = true;
  response.etag = '"' + std::string(asset->hash) + '"';
  if (asset->for_ever) response.cache_control = "public, max-age=31536000, immutable";
  return response;
}

Result<Response> routed(const Target& target, const Asked& asked) {
  const auto route = std::ranges::find(table, std::string_view(target.path), &Route::path);
  if (route == std::end(table)) return asset_answer(target.path);
  for (const auto& [name, value] : target.query.parameters) {
    const bool known =
        std::ranges::find(route->parameters, name) != route->parameters.end();
    if (known || route->any_parameter) continue;
    return fail("parameter_unknown", {{"parameter", name}});
  }
  const std::string lang = target.query.value("lang");
  if (!route->any_parameter && !lang.empty() && !messages::parse_language(lang)) {
    return fail("parameter_invalid", {{"parameter", "lang"}, {"value", lang}});
  }
  return route->handler(asked);
}

// Chooses the coding the reader accepts. Bodies above a kilobyte are worth compressing; those of
// the pages are so already.
void encode(Response& response, const Request& request) {
  if (accepts_gzip(request.accept_encoding)) {
    if (!response.gzipped && response.body.size() >= gzip_from_bytes) {
      response.body = gzip(response.body);
      response.gzipped = true;
    }
  } else if (response.gzipped) {
    auto text = gunzip(response.body);
    UMIKOE_ASSERT(text.has_value());
    response.body = std::move(*text);
    response.gzipped = false;
  }
}

void answer_unchanged(Response& response, const Request& request) {
  const bool same = !response.etag.empty() && request.if_none_match.contains(response.etag);
  if (response.status != 200 || !same) return;
  response.status = 304;
  response.body.clear();
  response.gzipped = false;
}

Result<Response> answered(const Request& request, Site& site) {
  if (!is_local_host(request.host)) return fail("host_refused");
  if (request.method != "GET" && request.method != "HEAD") return fail("method_not_allowed");
  UMIKOE_TRY(const Target target, parse_target(request.target));
  return routed(target, {target.query, language_of(target.query, request), request, site});
}

}  // namespace

std::span<const Route> routes() { return table; }

Response answer(const Request& request, Site& site) {
  messages::Language language = language_of({}, request);
  if (const auto target = parse_target(request.target)) {
    language = language_of(target->query, request);
  }
  Response response;
  try {
    auto result = answered(request, site);
    response = result ? std::move(*result) : error_answer(result.error(), language);
  } catch (const std::exception& exception) {
    // One request may fail for want of memory; the server goes on.
    response = error_answer({"internal", {{"what", exception.what()}}}, language);
  }
  answer_unchanged(response, request);
  encode(response, request);
  return response;
}

}  // namespace umikoe::http
