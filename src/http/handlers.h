#pragma once

#include "base/result.h"
#include "http/site.h"

namespace umikoe::http {

// What a handler is given: the parameters are known to be among those its route allows.
struct Asked {
  const Query& query;
  messages::Language language;
  const Request& request;
  Site& site;
};

// Reading.
Result<Response> answer_world(const Asked& asked);
Result<Response> answer_territories(const Asked& asked);
Result<Response> answer_gap(const Asked& asked);
Result<Response> answer_decisions(const Asked& asked);
Result<Response> answer_work_list(const Asked& asked);
Result<Response> answer_matrix(const Asked& asked);
Result<Response> answer_revenue(const Asked& asked);
Result<Response> answer_find(const Asked& asked);
Result<Response> answer_leaks(const Asked& asked);
Result<Response> answer_alarms(const Asked& asked);
Result<Response> answer_series(const Asked& asked);
Result<Response> answer_evidence(const Asked& asked);
Result<Response> answer_first(const Asked& asked);
Result<Response> answer_why(const Asked& asked);
Result<Response> answer_check(const Asked& asked);
Result<Response> answer_translations(const Asked& asked);
Result<Response> answer_translation_unit(const Asked& asked);
Result<Response> answer_translation_board(const Asked& asked);
Result<Response> answer_plan(const Asked& asked);
Result<Response> answer_plan_paper(const Asked& asked);
Result<Response> answer_impact(const Asked& asked);
Result<Response> answer_brief(const Asked& asked);
Result<Response> answer_openapi(const Asked& asked);
Result<Response> answer_health(const Asked& asked);
Result<Response> answer_page(const Asked& asked);

// What a page needs to know before it changes anything.
Result<Response> answer_session(const Asked& asked);
Result<Response> answer_imports(const Asked& asked);
Result<Response> answer_holds(const Asked& asked);

// Changing. Whoever asks was let in by may_change, so there is a desk.
Result<Response> take_import(const Asked& asked);
Result<Response> discard_import(const Asked& asked);
Result<Response> propose_mapping(const Asked& asked);
Result<Response> keep_mapping(const Asked& asked);
Result<Response> add_holds(const Asked& asked);
Result<Response> release_hold(const Asked& asked);
Result<Response> change_translation(const Asked& asked);

}  // namespace umikoe::http
