#include "http/routes.h"

#include <algorithm>
#include <exception>

#include "http/answers.h"
#include "http/assets.h"
#include "http/desk.h"
#include "http/gzip.h"
#include "http/target.h"
#include "http/write_guard.h"

namespace umikoe::http {
namespace {

using Names = std::string_view;

constexpr Names gap_names[] = {"artist", "label", "q",    "territory", "region", "use",    "reason",
                               "role",   "date",  "lang", "limit",     "offset", "format", "bom"};
constexpr Names why_names[] = {"isrc",  "territory", "date", "use",
                               "model", "service",   "as",   "lang"};
constexpr Names decision_names[] = {"artist", "label", "q",    "territory", "region", "use",
                                    "reason", "role",  "date", "lang",      "format", "bom"};
constexpr Names work_list_names[] = {"artist", "label", "q",    "territory", "region", "use",
                                     "reason", "role",  "date", "lang",      "party"};
constexpr Names revenue_names[] = {"territory", "artist", "month", "by", "lang", "format", "bom"};
constexpr Names leak_names[] = {"territory", "artist", "limit", "lang"};
constexpr Names alarm_names[] = {"kind", "territory", "artist", "lang", "format", "bom"};
constexpr Names series_names[] = {"name", "territory", "week_start", "lang", "format", "bom"};
constexpr Names evidence_names[] = {"isrc", "territory", "lang"};
constexpr Names find_names[] = {"q", "limit", "lang"};
constexpr Names lang_name[] = {"lang"};
constexpr Names upload_names[] = {"name", "lang"};
constexpr Names translation_names[] = {"language", "state",  "field",  "q",   "artist",
                                       "limit",    "offset", "format", "bom", "lang"};
constexpr Names unit_names[] = {"unit", "lang"};
constexpr Names plan_names[] = {"budget",    "horizon", "objective", "caution", "artist", "label",
                                "territory", "pin",     "forbid",    "format",  "bom",    "lang"};
constexpr Names brief_names[] = {"territory", "lang"};
constexpr Names check_names[] = {"rule", "q", "lang", "format", "bom"};

constexpr Route table[] = {
    {"/", answer_page, {}, true},
    {"/matrix", answer_page, {}, true},
    {"/why", answer_page, {}, true},
    {"/start", answer_page, {}, true},
    {"/mapping", answer_page, {}, true},
    {"/decisions", answer_page, {}, true},
    {"/held-back", answer_page, {}, true},
    {"/revenue", answer_page, {}, true},
    {"/leaks", answer_page, {}, true},
    {"/alarms", answer_page, {}, true},
    {"/translations", answer_page, {}, true},
    {"/plan", answer_page, {}, true},
    {"/impact", answer_page, {}, true},
    {"/api/v1/world", answer_world, {}},
    {"/api/v1/territories", answer_territories, {}},
    {"/api/v1/gap", answer_gap, gap_names},
    {"/api/v1/decisions", answer_decisions, decision_names},
    {"/api/v1/decisions.xlsx", answer_work_list, work_list_names},
    {"/api/v1/matrix", answer_matrix, gap_names},
    {"/api/v1/why", answer_why, why_names},
    {"/api/v1/revenue", answer_revenue, revenue_names},
    {"/api/v1/find", answer_find, find_names},
    {"/api/v1/leaks", answer_leaks, leak_names},
    {"/api/v1/alarms", answer_alarms, alarm_names},
    {"/api/v1/series", answer_series, series_names},
    {"/api/v1/evidence", answer_evidence, evidence_names},
    {"/api/v1/check", answer_check, check_names},
    {"/api/v1/first", answer_first, lang_name},
    {"/api/v1/session", answer_session, {}},
    {"/api/v1/imports", answer_imports, lang_name},
    {"/api/v1/imports", take_import, upload_names, false, Body::file},
    {"/api/v1/imports/discard", discard_import, lang_name, false, Body::json},
    {"/api/v1/mappings/proposal", propose_mapping, lang_name, false, Body::json},
    {"/api/v1/mappings", keep_mapping, lang_name, false, Body::json},
    {"/api/v1/holds", answer_holds, lang_name},
    {"/api/v1/holds", add_holds, lang_name, false, Body::json},
    {"/api/v1/holds/release", release_hold, lang_name, false, Body::json},
    {"/api/v1/translations", answer_translations, translation_names},
    {"/api/v1/translations", change_translation, lang_name, false, Body::json},
    {"/api/v1/translations/unit", answer_translation_unit, unit_names},
    {"/api/v1/translations/board", answer_translation_board, lang_name},
    {"/api/v1/plan", answer_plan, plan_names},
    {"/api/v1/plan/paper", answer_plan_paper, plan_names},
    {"/api/v1/impact", answer_impact, lang_name},
    {"/api/v1/territories/brief", answer_brief, brief_names},
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

// The route of a path for reading or for changing; null when there is none.
const Route* find_route(std::string_view path, bool changes) {
  const auto found = std::ranges::find_if(table, [&](const Route& route) {
    return route.path == path && (route.body != Body::nothing) == changes;
  });
  return found == std::end(table) ? nullptr : found;
}

Result<void> check_parameters(const Route& route, const Target& target) {
  for (const auto& [name, value] : target.query.parameters) {
    const bool known = std::ranges::find(route.parameters, name) != route.parameters.end();
    if (known || route.any_parameter) continue;
    return fail("parameter_unknown", {{"parameter", name}});
  }
  const std::string lang = target.query.value("lang");
  if (!route.any_parameter && !lang.empty() && !messages::parse_language(lang)) {
    return fail("parameter_invalid", {{"parameter", "lang"}, {"value", lang}});
  }
  return {};
}

Result<Response> read(const Target& target, const Asked& asked) {
  const Route* route = find_route(target.path, false);
  if (!route) {
    // A path that only takes changes is there, but not to be read.
    if (find_route(target.path, true)) return fail("method_not_allowed");
    return asset_answer(target.path);
  }
  UMIKOE_TRY(check_parameters(*route, target));
  return route->handler(asked);
}

// The route of a change that may be made.
Result<const Route*> changing_route(const Request& request, const Site& site,
                                    const Target& target) {
  const Route* route = find_route(target.path, true);
  if (!route) {
    if (find_route(target.path, false) || find_asset(target.path))
      return fail("method_not_allowed");
    return fail("page_unknown", {{"path", target.path}});
  }
  UMIKOE_TRY(may_change(request, site.desk));
  const char* expected =
      route->body == Body::file ? "application/octet-stream" : "application/json";
  if (!is_type(request.content_type, expected)) {
    return fail("content_type_refused", {{"expected", expected}});
  }
  UMIKOE_TRY(check_parameters(*route, target));
  return route;
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
  const bool changes = request.method == "POST";
  if (!changes && request.method != "GET" && request.method != "HEAD") {
    return fail("method_not_allowed");
  }
  UMIKOE_TRY(const Target target, parse_target(request.target));
  const Asked asked{target.query, language_of(target.query, request), request, site};
  if (!changes) return read(target, asked);
  UMIKOE_TRY(const Route* route, changing_route(request, site, target));
  UMIKOE_TRY(Response response, route->handler(asked));
  response.cache_control = "no-store";
  if (response.world_changed) site.worlds.look_again();
  return response;
}

// The methods of a path, for the header that goes with a refusal.
std::string allowed_methods(const Request& request) {
  const auto target = parse_target(request.target);
  if (!target || !find_route(target->path, true)) return "GET, HEAD";
  return find_route(target->path, false) ? "GET, HEAD, POST" : "POST";
}

}  // namespace

std::span<const Route> routes() { return table; }

Result<Body> body_after(const Request& head, const Site& site) {
  if (!is_local_host(head.host)) return fail("host_refused");
  if (head.method != "POST") return fail("body_not_allowed");
  UMIKOE_TRY(const Target target, parse_target(head.target));
  UMIKOE_TRY(const Route* route, changing_route(head, site, target));
  return route->body;
}

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
  if (response.status == 405) response.allow = allowed_methods(request);
  answer_unchanged(response, request);
  encode(response, request);
  return response;
}

}  // namespace umikoe::http
