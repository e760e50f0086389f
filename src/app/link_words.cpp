#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "app/csv.h"
#include "app/json.h"
#include "app/link_table.h"
#include "app/number_words.h"

namespace umikoe::app {
namespace {

using catalogue::Band;
using catalogue::LinkCandidate;
using messages::Language;
using messages::text;

constexpr size_t pairs_for_people = 40;

double rounded(double value) { return std::round(value * 10'000) / 10'000; }

std::string evidence_words(const LinkCandidate& candidate) {
  std::string words;
  for (const auto& evidence : candidate.evidence) {
    words += fmt::format("{}{} {:+.1f} ({})", words.empty() ? "" : "; ", evidence.field,
                         evidence.weight, evidence.detail);
  }
  return words;
}

int64_t count(const LinkReport& report, Band band) {
  return std::ranges::count(report.candidates, band, &LinkCandidate::band);
}

}  // namespace

std::string link_json(const LinkReport& report) {
  Json pairs = Json::array();
  for (const LinkCandidate& candidate : report.candidates) {
    Json evidence = Json::array();
    for (const auto& field : candidate.evidence) {
      evidence.push_back(
          {{"field", field.field}, {"weight", rounded(field.weight)}, {"detail", field.detail}});
    }
    pairs.push_back({{"id_a", report.ids_a[candidate.a]},
                     {"id_b", report.ids_b[candidate.b]},
                     {"band", std::string(catalogue::word(candidate.band))},
                     {"score", rounded(candidate.score)},
                     {"rank", candidate.rank},
                     {"evidence", std::move(evidence)}});
  }
  return dump(Json{{"pairs", std::move(pairs)}});
}

std::string link_csv(const LinkReport& report) {
  std::string csv =
      csv_row(std::array<std::string, 6>{"id_a", "id_b", "band", "score", "rank", "evidence"});
  for (const LinkCandidate& candidate : report.candidates) {
    csv += csv_row(std::array<std::string, 6>{
        report.ids_a[candidate.a], report.ids_b[candidate.b],
        std::string(catalogue::word(candidate.band)), fmt::format("{:.4f}", candidate.score),
        std::to_string(candidate.rank), evidence_words(candidate)});
  }
  return csv;
}

std::string link_text(const LinkReport& report, Language language) {
  std::string out = text(language, "link.summary",
                         {{"a", grouped(static_cast<int64_t>(report.ids_a.size()))},
                          {"b", grouped(static_cast<int64_t>(report.ids_b.size()))},
                          {"links", grouped(count(report, Band::link))},
                          {"reviews", grouped(count(report, Band::review))}}) +
                    "\n";
  size_t shown = 0;
  for (const LinkCandidate& candidate : report.candidates) {
    if (candidate.band == Band::reject) continue;
    if (++shown > pairs_for_people) {
      out += text(language, "link.more") + "\n";
      break;
    }
    out += fmt::format(
        "  {} {} → {}  {:.2f}  {}\n",
        fitted(text(language, "link.band." + std::string(catalogue::word(candidate.band))), 8),
        report.ids_a[candidate.a], report.ids_b[candidate.b], candidate.score,
        evidence_words(candidate));
  }
  return out;
}

}  // namespace umikoe::app
