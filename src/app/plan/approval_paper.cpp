#include "app/plan/approval_paper.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/number_words.h"
#include "app/plan/printed_page.h"
#include "formats/xml_text.h"

namespace umikoe::app {
namespace {

using formats::escaped_markup;
using messages::Language;
using messages::text;

// More do not leave room for the rest on one page; the others are summed.
constexpr size_t actions_on_page = 7;

std::string whole(double value) { return grouped(std::llround(value)); }

// Japanese first, English small below it.
std::string both(std::string_view key, const messages::Arguments& arguments = {}) {
  return escaped_markup(text(Language::ja, key, arguments)) +
         "<br><span class=\"en\" lang=\"en\">" +
         escaped_markup(text(Language::en, key, arguments)) + "</span>";
}

std::string fact(std::string_view head, std::string_view key,
                 const messages::Arguments& arguments = {}) {
  return "<tr><th>" + both(head) + "</th><td>" + both(key, arguments) + "</td></tr>\n";
}

std::string actions_of(const PlanReport& report) {
  std::string out = "<table><tr><th>" + both("paper.action") + "</th><th class=\"n\">" +
                    both("paper.cost_column") + "</th><th class=\"n\">" +
                    both("paper.gain_column") + "</th><th>" + both("paper.begins") + "</th></tr>\n";
  std::vector<size_t> dearest = report.chosen;
  std::ranges::stable_sort(dearest, std::greater<>(), [&](size_t i) { return report.costs[i]; });
  const size_t shown = std::min(actions_on_page, dearest.size());
  for (size_t i = 0; i < shown; ++i) {
    const size_t place = dearest[i];
    const plan::Opportunity& action = report.opportunities.all[place];
    const plan::Percentiles gain = plan::percentiles_of(report.gains[place].listeners);
    out += "<tr><td>" + escaped_markup(subject_words(action, Language::ja)) +
           "<br><span class=\"en\" lang=\"en\">" +
           escaped_markup(subject_words(action, Language::en)) + "</span></td><td class=\"n\">" +
           grouped(report.costs[place]) + "</td><td class=\"n\">" + whole(gain.p10) + " – " +
           whole(gain.p90) + "</td><td>" + report.slots[place].starts.to_string() + "</td></tr>\n";
  }
  if (shown < dearest.size()) {
    int64_t rest = 0;
    for (size_t i = shown; i < dearest.size(); ++i) rest += report.costs[dearest[i]];
    out += "<tr><td>" + both("paper.others", {{"count", std::to_string(dearest.size() - shown)}}) +
           "</td><td class=\"n\">" + grouped(rest) + "</td><td></td><td></td></tr>\n";
  }
  return out + "</table>\n";
}

// The mean of the worst tenth of futures: what a careful reader asks for.
double worst_tenth(const PlanReport& report) {
  std::vector<double> sums(report.gains.empty() ? 0 : report.gains.front().listeners.size());
  const auto add = [&](const plan::GainDraws& draws) {
    for (size_t s = 0; s < sums.size(); ++s) sums[s] += draws.listeners[s];
  };
  for (const size_t place : report.chosen) add(report.gains[place]);
  for (const plan::PairGain& pair : report.pairs) {
    if (report.portfolio.chosen[pair.first] && report.portfolio.chosen[pair.second]) {
      add(pair.draws);
    }
  }
  std::ranges::sort(sums);
  const size_t tenth = std::max<size_t>(1, sums.size() / 10);
  double sum = 0;
  for (size_t i = 0; i < tenth && i < sums.size(); ++i) sum += sums[i];
  return sum / static_cast<double>(tenth);
}

}  // namespace

std::string approval_paper(const PlanReport& report, const LoadedWorld& world,
                           const std::string& name, const std::string& by) {
  const PlanTotals& totals = report.totals;
  const std::string to = report.horizon_end.plus(-1).to_string();
  std::string body = "<h1>" + escaped_markup(text(Language::ja, "paper.title")) +
                     " <small lang=\"en\">" + escaped_markup(text(Language::en, "paper.title")) +
                     "</small></h1>\n";
  if (world.info().demo) body += "<p>" + both("paper.demo") + "</p>\n";
  body += "<table class=\"facts\">\n";
  body += fact("paper.subject", "paper.subject_text",
               {{"name", name.empty() ? "—" : name},
                {"from", report.today.to_string()},
                {"to", to},
                {"by", by.empty() ? "—" : by}});
  body += fact("paper.purpose", "paper.purpose_text",
               {{"actions", std::to_string(totals.actions)},
                {"artists", std::to_string(totals.artists)},
                {"territories", std::to_string(totals.territories)}});
  body += fact("paper.cost", "paper.cost_text",
               {{"cost", grouped(totals.cost_jpy)}, {"budget", grouped(report.budget_jpy)}});
  body += fact("paper.effect", "paper.effect_text",
               {{"p10", whole(totals.listeners.p10)},
                {"p50", whole(totals.listeners.p50)},
                {"p90", whole(totals.listeners.p90)},
                {"y10", whole(totals.yen.p10)},
                {"y50", whole(totals.yen.p50)},
                {"y90", whole(totals.yen.p90)},
                {"to", to}});
  body += fact("paper.risk", "paper.risk_text",
               {{"worst", whole(worst_tenth(report))},
                {"gap", fmt::format("{:.2f}", plan::gap_to_bound(report.portfolio) * 100)}});
  body += fact("paper.exit", "paper.exit_text");
  body += "</table>\n<h2>" + both("paper.actions") + "</h2>\n" + actions_of(report);
  body += "<h2>" + both("paper.approvals") + "</h2>\n<table class=\"seals\"><tr>";
  for (const std::string_view seal :
       {"paper.seal_drafted", "paper.seal_reviewed", "paper.seal_finance", "paper.seal_approved"}) {
    body += "<td>" + both(seal) + "</td>";
  }
  body += "</tr></table>\n<p><small>" +
          both("paper.source", {{"generation", std::to_string(world.info().generation)},
                                {"seed", std::to_string(report.seed)}}) +
          "</small></p>";
  return printed_page("ja", text(Language::ja, "paper.title"), body);
}

}  // namespace umikoe::app
