#include "app/check.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "app/cells.h"
#include "app/check_services.h"
#include "app/check_translations.h"
#include "app/why_documents.h"
#include "app/world_readiness.h"
#include "catalogue/check_contents.h"
#include "demand/worth.h"
#include "rights/alarms.h"
#include "rights/check_statements.h"

namespace umikoe::app {
namespace {

using catalogue::RuleFinding;
using rights::Statement;

// The last statement of every thread: older ones were replaced, purges say nothing of metadata.
std::set<const Statement*> in_force(const LoadedWorld& world) {
  std::set<const Statement*> out;
  for (const rights::Thread& thread : world.threads()) {
    const Statement* last = thread.timeline.back();
    if (last->kind == rights::StatementKind::release) out.insert(last);
  }
  return out;
}

std::map<DeliveryId, const DeliveredContents*> contents_by_delivery(const LoadedWorld& world) {
  std::map<DeliveryId, const DeliveredContents*> out;
  for (const auto& delivered : world.contents()) out.emplace(delivered.delivery, &delivered);
  return out;
}

void add(std::vector<RuleFinding>& all, std::vector<RuleFinding> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// Cells that play although an earlier link is closed, over the markets.
std::vector<RuleFinding> playing_without_permission(const LoadedWorld& world) {
  std::vector<Isrc> seen;
  for (const auto& [isrc, card] : world.recordings()) {
    if (!world.file(isrc).sightings.empty()) seen.push_back(isrc);
  }
  std::vector<RuleFinding> found;
  const auto markets = demand::markets();
  for (const Cell& cell : judge_cells(world, seen, markets.territories, {world.as_of()})) {
    if (!cell.without_permission) continue;
    found.push_back({"heard_without_permission", cell.isrc.to_string(), "",
                     std::string(cell.territory.code()), std::string(word(cell.reason)), ""});
  }
  return found;
}

// What may be heard in a main market and lacks what its people need to find and read it.
std::vector<RuleFinding> not_understood(const LoadedWorld& world) {
  std::vector<Isrc> recordings;
  for (const auto& [isrc, card] : world.recordings()) recordings.push_back(isrc);
  WorldReadiness readiness(world);
  std::map<Isrc, std::pair<std::string, std::string>> found;  // markets, what is missing
  const auto markets = demand::main_markets();
  for (const Cell& cell : judge_cells(world, recordings, markets.territories, {world.as_of()})) {
    if (cell.answer != rights::LinkState::open) continue;
    const auto& of_cell = readiness.of(cell.isrc, cell.territory);
    if (of_cell.understood) continue;
    auto& [codes, missing] = found[cell.isrc];
    codes += (codes.empty() ? "" : " ") + std::string(cell.territory.code());
    for (const auto& item : of_cell.items) {
      const std::string need(localisation::word(item.need));
      const bool lacks = item.state == localisation::NeedState::missing ||
                         item.state == localisation::NeedState::waiting;
      if (lacks && !missing.contains(need)) missing += (missing.empty() ? "" : " ") + need;
    }
  }
  std::vector<RuleFinding> findings;
  for (const auto& [isrc, text] : found) {
    findings.push_back(
        {"not_understood", isrc.to_string(), "", "", text.second + " (" + text.first + ")", ""});
  }
  return findings;
}

// Titles of releases under every identifier they are known by.
std::map<std::string, std::string> release_titles(const LoadedWorld& world) {
  std::map<std::string, std::string> out;
  for (const auto& delivered : world.contents()) {
    for (const auto& release : delivered.contents.releases) {
      if (release.titles.empty()) continue;
      for (const auto* ids : {&release.ids.grids, &release.ids.icpns, &release.ids.proprietary}) {
        for (const auto& id : *ids) out.emplace(id, release.titles.front().text);
      }
    }
  }
  return out;
}

void fill_title(RuleFinding& finding, const LoadedWorld& world,
                const std::map<std::string, std::string>& releases) {
  if (!finding.title.empty()) return;
  if (const auto at = releases.find(finding.subject); at != releases.end()) {
    finding.title = at->second;
    return;
  }
  const auto isrc = Isrc::parse(finding.subject);
  const RecordingCard* card = isrc ? world.card(*isrc) : nullptr;
  if (card) finding.title = card->title;
}

size_t rule_order(const std::string& id) {
  const auto rules = catalogue::rules();
  const auto at = std::ranges::find(rules, id, &catalogue::Rule::id);
  return static_cast<size_t>(at - rules.begin());
}

auto order(const RuleFinding& f) {
  return std::tuple(rule_order(f.rule), f.subject, f.territory, f.detail, f.document);
}

// The same breach said by several documents (one per recipient) is one finding.
bool same_breach(const RuleFinding& a, const RuleFinding& b) {
  return a.rule == b.rule && a.subject == b.subject && a.territory == b.territory &&
         a.detail == b.detail;
}

std::vector<RuleFinding> all_findings(const LoadedWorld& world) {
  const auto by_delivery = contents_by_delivery(world);
  std::vector<catalogue::CheckedDocument> documents;
  std::vector<rights::CheckedStatement> statements;
  std::set<DeliveryId> of_statements;
  for (const auto& statement : world.statements()) of_statements.insert(statement.delivery);
  for (const Statement* statement : in_force(world)) {
    const auto at = by_delivery.find(statement->delivery);
    const auto* contents = at == by_delivery.end() ? nullptr : &at->second->contents;
    statements.push_back({statement, contents});
    if (contents) documents.push_back({statement->document, contents, true});
  }
  for (const auto& delivered : world.contents()) {
    if (of_statements.contains(delivered.delivery)) continue;
    documents.push_back({delivered.document, &delivered.contents, false});
  }
  std::vector<RuleFinding> found = playing_without_permission(world);
  add(found, rights::check_licences(world.licences(), world.as_of(), world.parties()));
  add(found, rights::check_terms(world.licences(), world.as_of()));
  add(found, catalogue::check_contents(documents));
  add(found, rights::check_statements(statements, world.as_of()));
  add(found, check_services(world));
  add(found, not_understood(world));
  return found;
}

bool wanted(const RuleFinding& finding, const CheckQuestion& question) {
  if (!question.rule.empty() && finding.rule != question.rule) return false;
  return finding.subject.contains(question.query) || finding.title.contains(question.query);
}

}  // namespace

Result<CheckReport> check(const LoadedWorld& world, const CheckQuestion& question) {
  if (!question.rule.empty() && !catalogue::find_rule(question.rule)) {
    return fail("rule_unknown", {{"rule", question.rule}});
  }
  CheckReport report;
  report.as_of = world.as_of();
  auto found = all_findings(world);
  UMIKOE_TRY(auto translations, check_translations(world));
  add(found, std::move(translations));
  const auto releases = release_titles(world);
  for (RuleFinding& finding : found) fill_title(finding, world, releases);
  std::erase_if(found, [&](const RuleFinding& f) { return !wanted(f, question); });
  std::ranges::sort(found, {}, order);
  const auto repeated = std::ranges::unique(found, same_breach);
  found.erase(repeated.begin(), repeated.end());
  for (const RuleFinding& finding : found) ++report.by_rule[finding.rule];
  report.findings = std::move(found);
  return report;
}

}  // namespace umikoe::app
