#pragma once

#include <functional>
#include <memory>

#include "app/demand/alarm_report.h"
#include "app/find.h"
#include "app/gap.h"
#include "app/matrix.h"
#include "http/kept_reports.h"
#include "http/message.h"
#include "http/world_source.h"

namespace umikoe::http {

struct Desk;

// What a request may carry behind its head.
enum class Body { nothing, json, file };

// What all requests share.
struct Site {
  WorldSource& worlds;
  Desk* desk = nullptr;  // absent: this server only reads
  KeptReports<app::GapReport> gaps = {};
  KeptReports<app::MatrixReport> matrices = {};
  KeptReports<app::NameSearch> searches = {};
  KeptReports<app::AlarmReport> alarms = {};
  KeptReports<std::string> plans = {};  // as answered: the report itself is large
  // Reads names nobody has given a reading; absent or failing, they are found as they are on file.
  std::function<Result<std::unique_ptr<app::MorphologicalEngine>>()> open_engine = {};
};

// What may follow the head of a request that changes something. An error answers it before a byte
// of its body is read. Errors: those of may_change, page_unknown, method_not_allowed,
// content_type_refused.
Result<Body> body_after(const Request& head, const Site& site);

// The answer to one request; never fails, since a failure is an answer too. Any thread.
Response answer(const Request& request, Site& site);

}  // namespace umikoe::http
