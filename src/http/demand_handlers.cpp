#include "app/demand/alarm_report.h"
#include "app/demand/evidence.h"
#include "app/demand/series.h"
#include "http/answers.h"
#include "http/handlers.h"
#include "http/slices.h"

namespace umikoe::http {
namespace {

// All alarms of the world. The next territories are learnt anew from its charts, which takes a
// while, and no filter changes them.
Result<std::shared_ptr<const app::AlarmReport>> all_alarms(const Asked& asked,
                                                           const app::LoadedWorld& world) {
  const std::string key = std::to_string(world.info().generation) + world.as_of().to_string();
  if (auto kept = asked.site.alarms.find(key)) return kept;
  UMIKOE_TRY(const auto store, asked.site.worlds.open());
  UMIKOE_TRY(app::AlarmReport report, app::demand_alarms(*store, world));
  return asked.site.alarms.keep(key, std::move(report));
}

}  // namespace

Result<Response> answer_alarms(const Asked& asked) {
  UMIKOE_TRY(const Slice slice, slice_of(asked.query));
  UMIKOE_TRY(const auto world, asked.site.worlds.current());
  UMIKOE_TRY(const auto all, all_alarms(asked, *world));
  const app::AlarmWords words{asked.query.value("kind"), asked.query.value("territory"),
                              asked.query.value("artist")};
  UMIKOE_TRY(const app::AlarmReport report, app::asked_of(*all, words, *world));
  if (slice.csv) {
    return csv_answer(app::alarms_csv(report, *world), "umikoe-alarms.csv", slice.mark);
  }
  return json_answer(app::alarms_json(report, *world));
}

Result<Response> answer_series(const Asked& asked) {
  UMIKOE_TRY(const Slice slice, slice_of(asked.query));
  UMIKOE_TRY(const auto world, asked.site.worlds.current());
  UMIKOE_TRY(const auto store, asked.site.worlds.open());
  const app::SeriesWords words{asked.query.value("name"), asked.query.value("territory"),
                               asked.query.value("week_start")};
  UMIKOE_TRY(const app::SeriesAnswer answer, app::demand_series(*store, *world, words));
  if (slice.csv) return csv_answer(app::series_csv(answer), "umikoe-series.csv", slice.mark);
  return json_answer(app::series_json(answer));
}

Result<Response> answer_evidence(const Asked& asked) {
  for (const char* needed : {"isrc", "territory"}) {
    if (asked.query.value(needed).empty()) {
      return fail("parameter_missing", {{"parameter", needed}});
    }
  }
  UMIKOE_TRY(const auto world, asked.site.worlds.current());
  UMIKOE_TRY(const auto report, app::demand_evidence(*world, asked.query.value("isrc"),
                                                     asked.query.value("territory")));
  return json_answer(app::evidence_json(report));
}

}  // namespace umikoe::http
