#include "http/handlers.h"

#include <algorithm>

#include "app/check.h"
#include "app/enquiry.h"
#include "app/first_minutes.h"
#include "app/leaks.h"
#include "app/revenue.h"
#include "app/why.h"
#include "app/world_summary.h"
#include "http/answers.h"
#include "http/assets.h"
#include "http/slices.h"

namespace umikoe::http {
namespace {

template <class Row>
void cut(std::vector<Row>& rows, std::span<const Row> all, const Slice& slice) {
  const size_t from = std::min(slice.offset, all.size());
  const size_t left = all.size() - from;
  const size_t count = slice.limit == 0 ? left : std::min(slice.limit, left);
  rows.assign(all.begin() + static_cast<std::ptrdiff_t>(from),
              all.begin() + static_cast<std::ptrdiff_t>(from + count));
}

app::SelectionWords selection_of(const Query& query) {
  return {query.value("artist"), query.value("label"), query.value("q"),   query.value("territory"),
          query.value("region"), query.value("use"),   query.value("date")};
}

// The same question about the same world has the same report.
std::string report_key(const Query& query, const app::LoadedWorld& world) {
  std::string key = std::to_string(world.info().generation) + world.as_of().to_string();
  for (const char* name :
       {"artist", "label", "q", "territory", "region", "use", "date", "reason", "role"}) {
    key += '\x1f' + query.value(name);
  }
  return key;
}

// The gap of a question before any slice is cut from it.
Result<std::shared_ptr<const app::GapReport>> whole_gap(const Asked& asked,
                                                        const app::LoadedWorld& world) {
  const std::string key = report_key(asked.query, world);
  if (auto kept = asked.site.gaps.find(key)) return kept;
  const app::GapQuestion question{selection_of(asked.query), asked.query.value("reason"),
                                  asked.query.value("role")};
  UMIKOE_TRY(app::GapReport report, app::gap(world, question));
  return asked.site.gaps.keep(key, std::move(report));
}

// An engine is not for two threads: whoever makes the index opens one.
Result<app::NameSearch> made_search(const Site& site, const app::LoadedWorld& world) {
  std::unique_ptr<app::MorphologicalEngine> engine;
  if (site.open_engine) {
    if (auto opened = site.open_engine()) engine = *std::move(opened);
  }
  return app::NameSearch::make(world, engine.get());
}

}  // namespace

Result<Response> answer_world(const Asked& asked) {
  UMIKOE_TRY(const auto world, asked.site.worlds.current());
  return json_answer(app::world_json(*world));
}

Result<Response> answer_territories(const Asked&) { return json_answer(app::territories_json()); }

Result<Response> answer_gap(const Asked& asked) {
  UMIKOE_TRY(const Slice slice, slice_of(asked.query));
  UMIKOE_TRY(const auto world, asked.site.worlds.current());
  UMIKOE_TRY(const auto whole, whole_gap(asked, *world));
  app::GapReport report = *whole;
  cut<app::GapCell>(report.cells, whole->cells, slice);
  if (slice.csv) return csv_answer(app::gap_csv(report, *world), "umikoe-gap.csv", slice.mark);
  return json_answer(app::gap_json(report, *world));
}

Result<Response> answer_decisions(const Asked& asked) {
  UMIKOE_TRY(const Slice slice, slice_of(asked.query));
  UMIKOE_TRY(const auto world, asked.site.worlds.current());
  UMIKOE_TRY(const auto whole, whole_gap(asked, *world));
  app::GapReport report = *whole;
  report.cells.clear();
  if (slice.csv) {
    return csv_answer(app::decisions_csv(report, *world), "umikoe-decisions.csv", slice.mark);
  }
  return json_answer(app::gap_json(report, *world));
}

Result<Response> answer_work_list(const Asked& asked) {
  UMIKOE_TRY(const auto world, asked.site.worlds.current());
  app::GapQuestion question{selection_of(asked.query), asked.query.value("reason"),
                            asked.query.value("role")};
  question.keep_asked = true;
  UMIKOE_TRY(const app::GapReport report, app::gap(*world, question));
  UMIKOE_TRY(auto lists, app::work_lists(report, *world));
  const std::string party = asked.query.value("party");
  const auto found = std::ranges::find(lists, party, &app::WorkList::counterparty);
  if (found == lists.end()) return fail("party_not_found", {{"party", party}});
  Response response;
  response.content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  response.file_name = found->file_name;
  response.body = std::move(found->bytes);
  return response;
}

Result<Response> answer_matrix(const Asked& asked) {
  UMIKOE_TRY(const Slice slice, slice_of(asked.query));
  UMIKOE_TRY(const auto world, asked.site.worlds.current());
  const std::string key = report_key(asked.query, *world);
  auto whole = asked.site.matrices.find(key);
  if (!whole) {
    app::MatrixQuestion question{selection_of(asked.query), asked.query.value("reason"),
                                 asked.query.value("role")};
    UMIKOE_TRY(app::MatrixReport report, app::matrix(*world, question));
    whole = asked.site.matrices.keep(key, std::move(report));
  }
  app::MatrixReport report = *whole;
  report.offset = slice.offset;
  cut<app::MatrixReport::Row>(report.rows, whole->rows, slice);
  if (slice.csv) {
    return csv_answer(app::matrix_csv(report, *world), "umikoe-matrix.csv", slice.mark);
  }
  return json_answer(app::matrix_json(report, *world));
}

Result<Response> answer_why(const Asked& asked) {
  const Query& query = asked.query;
  for (const char* needed : {"isrc", "territory"}) {
    if (query.value(needed).empty()) return fail("parameter_missing", {{"parameter", needed}});
  }
  UMIKOE_TRY(const auto world, asked.site.worlds.current());
  const app::QuestionWords words{
      query.value("isrc"),  query.value("territory"), query.value("date"), query.value("use"),
      query.value("model"), query.value("service"),   query.value("as")};
  UMIKOE_TRY(const app::WhyAnswer why, app::why(*world, words, asked.language));
  return json_answer(app::why_json(why));
}

Result<Response> answer_first(const Asked& asked) {
  UMIKOE_TRY(const auto world, asked.site.worlds.current());
  return json_answer(app::dump(app::first_minutes_json(app::first_minutes(*world), *world)));
}

Result<Response> answer_revenue(const Asked& asked) {
  UMIKOE_TRY(const Slice slice, slice_of(asked.query));
  UMIKOE_TRY(const auto world, asked.site.worlds.current());
  app::RevenueQuestion question;
  question.territory = asked.query.value("territory");
  question.artist = asked.query.value("artist");
  question.month = asked.query.value("month");
  question.by = asked.query.value("by");
  UMIKOE_TRY(const app::Ledger ledger, app::revenue(*world, question));
  if (slice.csv) {
    return csv_answer(app::revenue_csv(ledger, *world), "umikoe-revenue.csv", slice.mark);
  }
  return json_answer(app::revenue_json(ledger, *world));
}

Result<Response> answer_leaks(const Asked& asked) {
  UMIKOE_TRY(const Slice slice, slice_of(asked.query));
  UMIKOE_TRY(const auto world, asked.site.worlds.current());
  UMIKOE_TRY(const auto report, app::leaks(*world, {asked.query.value("territory"),
                                                    asked.query.value("artist"), slice.limit}));
  return json_answer(app::leaks_json(report, *world));
}

// The index is made once for a generation of the world.
Result<Response> answer_find(const Asked& asked) {
  constexpr size_t hits_usual = 20;
  UMIKOE_TRY(const Slice slice, slice_of(asked.query));
  UMIKOE_TRY(const auto world, asked.site.worlds.current());
  const std::string key = std::to_string(world->info().generation);
  auto search = asked.site.searches.find(key);
  if (!search) {
    UMIKOE_TRY(auto made, made_search(asked.site, *world));
    search = asked.site.searches.keep(key, std::move(made));
  }
  const std::string query = asked.query.value("q");
  UMIKOE_TRY(const auto found, search->find(query, slice.limit == 0 ? hits_usual : slice.limit));
  return json_answer(app::found_json(found, query));
}

Result<Response> answer_check(const Asked& asked) {
  UMIKOE_TRY(const Slice slice, slice_of(asked.query));
  UMIKOE_TRY(const auto world, asked.site.worlds.current());
  UMIKOE_TRY(const app::CheckReport report,
             app::check(*world, {asked.query.value("rule"), asked.query.value("q")}));
  if (slice.csv) {
    return csv_answer(app::check_csv(report, asked.language), "umikoe-check.csv", slice.mark);
  }
  return json_answer(app::check_json(report, asked.language));
}

Result<Response> answer_openapi(const Asked&) {
  return json_answer(std::string(openapi_document()));
}

Result<Response> answer_health(const Asked&) { return json_answer(R"({"status":"ok"})"); }

Result<Response> answer_page(const Asked& asked) {
  const bool japanese = asked.language == messages::Language::ja;
  const Asset* page = find_asset(japanese ? "/ja.html" : "/en.html");
  if (!page) return fail("pages_not_built");
  Response response;
  response.content_type = page->type;
  response.body = page->gzipped;
  response.gzipped = true;
  response.etag = '"' + std::string(page->hash) + '"';
  return response;
}

}  // namespace umikoe::http
