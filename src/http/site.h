#pragma once

#include "app/gap.h"
#include "app/matrix.h"
#include "http/kept_reports.h"
#include "http/message.h"
#include "http/world_source.h"

namespace umikoe::http {

// What all requests share.
struct Site {
  WorldSource& worlds;
  KeptReports<app::GapReport> gaps = {};
  KeptReports<app::MatrixReport> matrices = {};
};

// The answer to one request; never fails, since a failure is an answer too. Any thread.
Response answer(const Request& request, Site& site);

}  // namespace umikoe::http
