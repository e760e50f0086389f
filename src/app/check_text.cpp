#include <fmt/format.h>

#include "app/check.h"
#include "app/number_words.h"
#include "app/why_sentence.h"

namespace umikoe::app {
namespace {

using messages::Language;
using messages::text;

constexpr int findings_shown = 8;  // of one rule

std::string part(Language language, std::string_view rule, const char* name) {
  return text(language, "rule." + std::string(rule) + "." + name);
}

std::string line(const catalogue::RuleFinding& finding) {
  std::string out = "    " + finding.subject;
  if (!finding.territory.empty()) out += " " + finding.territory;
  if (!finding.title.empty()) out += "  " + finding.title;
  if (!finding.detail.empty() && finding.detail != finding.title) out += "  — " + finding.detail;
  if (!finding.document.empty()) out += "  (" + finding.document + ")";
  return out + "\n";
}

std::string heading(const catalogue::Rule& rule, int64_t count, Language language) {
  return fmt::format("[{}] {} — {}: {}\n",
                     text(language, "severity." + std::string(word(rule.severity))), rule.id,
                     part(language, rule.id, "title"), grouped(count));
}

}  // namespace

std::string check_text(const CheckReport& report, Language language) {
  std::string out = text(language, "check.heading",
                         {{"date", day_in_words(report.as_of, language)},
                          {"count", grouped(static_cast<int64_t>(report.findings.size()))}}) +
                    "\n";
  for (const auto& rule : catalogue::rules()) {
    const auto count = report.by_rule.find(std::string(rule.id));
    if (count == report.by_rule.end()) continue;
    out += "\n" + heading(rule, count->second, language);
    int shown = 0;
    for (const auto& finding : report.findings) {
      if (finding.rule != rule.id || ++shown > findings_shown) continue;
      out += line(finding);
    }
    if (count->second > findings_shown) {
      out += "    " +
             text(language, "import.more", {{"count", grouped(count->second - findings_shown)}}) +
             "\n";
    }
    out += "  → " + part(language, rule.id, "fix") + "\n";
  }
  return out;
}

std::string rules_text(Language language) {
  std::string out;
  for (const auto& rule : catalogue::rules()) {
    out += fmt::format("[{}] {} — {}\n    {}\n  → {}\n    {} ({})\n\n",
                       text(language, "severity." + std::string(word(rule.severity))), rule.id,
                       part(language, rule.id, "title"), part(language, rule.id, "explanation"),
                       part(language, rule.id, "fix"), rule.source, rule.verified_on);
  }
  return out;
}

}  // namespace umikoe::app
