#include "app/check.h"
#include "app/csv.h"
#include "app/json.h"

namespace umikoe::app {
namespace {

using messages::Language;

std::string rule_text(Language language, std::string_view id, const char* part) {
  return messages::text(language, "rule." + std::string(id) + "." + part);
}

Json finding_json(const catalogue::RuleFinding& finding, Language language) {
  const catalogue::Rule* rule = catalogue::find_rule(finding.rule);
  return {{"rule", finding.rule},
          {"severity", std::string(word(rule->severity))},
          {"subject", finding.subject},
          {"title", or_null(finding.title)},
          {"territory", or_null(finding.territory)},
          {"detail", or_null(finding.detail)},
          {"document", or_null(finding.document)},
          {"text", rule_text(language, finding.rule, "title")}};
}

Json rule_json(const catalogue::Rule& rule, Language language) {
  return {{"rule", std::string(rule.id)},
          {"severity", std::string(word(rule.severity))},
          {"title", rule_text(language, rule.id, "title")},
          {"explanation", rule_text(language, rule.id, "explanation")},
          {"fix", rule_text(language, rule.id, "fix")},
          {"source", std::string(rule.source)},
          {"verified_on", std::string(rule.verified_on)}};
}

}  // namespace

std::string check_json(const CheckReport& report, Language language) {
  Json findings = Json::array();
  for (const auto& finding : report.findings) findings.push_back(finding_json(finding, language));
  Json totals = Json::object();
  for (const auto& [rule, count] : report.by_rule) totals[rule] = count;
  return dump({{"as_of", report.as_of.to_string()},
               {"findings", std::move(findings)},
               {"totals", {{"findings", report.findings.size()}, {"by_rule", totals}}}});
}

std::string check_csv(const CheckReport& report, Language language) {
  std::string out = "rule,severity,subject,title,territory,detail,document,text\r\n";
  for (const auto& finding : report.findings) {
    const catalogue::Rule* rule = catalogue::find_rule(finding.rule);
    const std::string cells[] = {finding.rule,
                                 std::string(word(rule->severity)),
                                 finding.subject,
                                 finding.title,
                                 finding.territory,
                                 finding.detail,
                                 finding.document,
                                 rule_text(language, finding.rule, "title")};
    out += csv_row(cells);
  }
  return out;
}

std::string rules_json(Language language) {
  Json rules = Json::array();
  for (const auto& rule : catalogue::rules()) rules.push_back(rule_json(rule, language));
  return dump({{"rules", std::move(rules)}});
}

}  // namespace umikoe::app
