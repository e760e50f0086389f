#include "app/link_decisions.h"

#include <algorithm>
#include <map>

#include "app/json.h"
#include "app/question.h"
#include "base/limits.h"

namespace umikoe::app {
namespace {

using catalogue::Band;
using catalogue::LinkCandidate;

struct Decided {
  std::string isrc;
  bool same = false;
  std::string by;
};

Result<Decided> decided_of(const edits::Edit& edit) {
  const Json body = Json::parse(edit.entry.body, nullptr, false);
  if (!body.is_object() || !body.contains("isrc") || !body.contains("same")) {
    return fail("edit_broken", {{"edit", std::to_string(edit.id.value)}});
  }
  return Decided{body.value("isrc", std::string()), body.value("same", false), edit.entry.author};
}

std::string subject_of(const std::string& row, const std::string& isrc) { return row + "/" + isrc; }

size_t place_of(const std::vector<std::string>& ids, const std::string& id) {
  return static_cast<size_t>(std::ranges::find(ids, id) - ids.begin());
}

// The recording a person chose for this row, as its only candidate.
void take_same(LinkReport& report, size_t row, const Decided& decided) {
  const size_t b = place_of(report.ids_b, decided.isrc);
  if (b == report.ids_b.size()) return;  // the recording has left the catalogue
  std::erase_if(report.candidates, [&](const LinkCandidate& c) { return c.a == row; });
  LinkCandidate candidate{row, b, Band::link, 1, 1, {{"decided", 0, decided.by}}};
  const auto behind =
      std::ranges::find_if(report.candidates, [&](const LinkCandidate& c) { return c.a > row; });
  report.candidates.insert(behind, std::move(candidate));
}

void take_different(LinkReport& report, size_t row, const Decided& decided) {
  const size_t b = place_of(report.ids_b, decided.isrc);
  std::erase_if(report.candidates, [&](const LinkCandidate& c) { return c.a == row && c.b == b; });
  int rank = 0;
  for (LinkCandidate& candidate : report.candidates) {
    if (candidate.a == row) candidate.rank = ++rank;
  }
}

Json evidence_of(const LinkReport& report, size_t row, const std::string& isrc) {
  Json evidence = Json::array();
  for (const LinkCandidate& candidate : report.candidates) {
    if (candidate.a != row || report.ids_b[candidate.b] != isrc) continue;
    for (const auto& field : candidate.evidence) {
      evidence.push_back(
          {{"field", field.field}, {"weight", field.weight}, {"detail", field.detail}});
    }
  }
  return evidence;
}

}  // namespace

Result<void> apply_link_decisions(const LoadedWorld& world, LinkReport& report) {
  std::map<std::string, std::vector<Decided>> by_row;
  for (const edits::Edit* edit : edits::current(world.edits(), link_edit)) {
    UMIKOE_TRY(Decided decided, decided_of(*edit));
    const std::string row = edit->entry.subject.substr(0, edit->entry.subject.find('/'));
    by_row[row].push_back(std::move(decided));
  }
  for (size_t row = 0; row < report.rows.size(); ++row) {
    const auto decided = by_row.find(report.rows[row]);
    if (decided == by_row.end()) continue;
    for (const Decided& one : decided->second) {
      one.same ? take_same(report, row, one) : take_different(report, row, one);
    }
  }
  return {};
}

Result<void> decide_link(WorldStore& store, const LoadedWorld& world, const LinkReport& report,
                         const LinkDecision& decision) {
  const size_t equals = decision.pair.find('=');
  if (equals == std::string::npos) return fail("link_pair_malformed", {{"pair", decision.pair}});
  if (decision.by.empty() ||
      static_cast<int64_t>(decision.by.size()) > limits::edit_text_bytes.value) {
    return fail("link_by_needed");
  }
  const size_t row = place_of(report.ids_a, decision.pair.substr(0, equals));
  if (row == report.ids_a.size()) {
    return fail("link_row_unknown", {{"row", decision.pair.substr(0, equals)}});
  }
  UMIKOE_TRY(const Isrc isrc, parse_recording(decision.pair.substr(equals + 1), world));
  edits::EditDraft draft;
  draft.organisation = world.info().organisation.id;
  draft.author = decision.by;
  draft.made_at = decision.now;
  draft.kind = link_edit;
  draft.subject = subject_of(report.rows[row], isrc.to_string());
  const bool undo = decision.verdict == LinkDecision::Verdict::undo;
  if (undo) {
    const auto standing = edits::current(world.edits(), link_edit);
    const bool there = std::ranges::any_of(
        standing, [&](const edits::Edit* edit) { return edit->entry.subject == draft.subject; });
    if (!there) return fail("link_undecided", {{"pair", decision.pair}});
    draft.state = edits::EditState::withdrawn;
  }
  draft.body = dump(Json{{"isrc", isrc.to_string()},
                         {"same", decision.verdict == LinkDecision::Verdict::same},
                         {"evidence", evidence_of(report, row, isrc.to_string())}});
  UMIKOE_TRY(store.append_edit(draft));
  return {};
}

}  // namespace umikoe::app
