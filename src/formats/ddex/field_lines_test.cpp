#include "formats/ddex/field_lines_test.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace umikoe::formats::ddex::testing {
namespace {

using Words = std::vector<std::string>;
using Set = std::set<std::string>;

Set forms(const std::vector<catalogue::NameForm>& names) {
  Set out;
  for (const auto& form : names) out.insert(form.text + "@" + form.language_as_written);
  return out;
}

Words names_of_roles(const catalogue::Recording& recording) {
  Words words;
  for (const auto& credit : recording.credits) {
    words.push_back(fmt::format("{}={}", credit.party.name, fmt::join(credit.roles, "+")));
  }
  return words;
}

}  // namespace

std::string sorted(Words words) {
  std::ranges::sort(words);
  return fmt::format("{}", fmt::join(words, ","));
}

std::string whether(std::optional<bool> flag) { return !flag ? "?" : *flag ? "yes" : "no"; }

Lines lines_of(const ErnMessage& message) {
  Lines lines = {"message " + message.statement.message_id + " " + message.statement.sender.dpid +
                 " " + message.statement.sender.name};
  for (const auto& party : message.contents.parties) {
    lines.push_back(fmt::format("party {} {} {}", forms(party.names), party.dpid, party.isni));
  }
  for (const auto& r : message.contents.recordings) {
    lines.push_back(fmt::format(
        "recording {} {} {} {} {} | {} | {} | {} {} {} {} | {} | {} | {} | {} {}", r.reference,
        static_cast<int>(r.kind), r.isrc ? r.isrc->to_string() : "-", r.type,
        r.duration_ms.value_or(-1), r.p_line, r.c_line, r.parental_warnings,
        r.languages_of_performance, r.genres, whether(r.is_instrumental), forms(r.titles),
        forms(r.display_artist_names), names_of_roles(r), sorted(r.iswcs), sorted(r.own_ids)));
  }
  for (const auto& r : message.contents.releases) {
    lines.push_back(fmt::format(
        "release {} {} {} {} {} | {} | {} | {} {} {} | {} {} {} | {} | {} {}", r.reference, r.types,
        sorted(r.ids.grids), sorted(r.ids.icpns), sorted(r.ids.proprietary), forms(r.titles),
        forms(r.display_artist_names), sorted(r.resource_references),
        sorted(r.linked_resource_references), r.label, r.genres, r.parental_warnings, r.p_line,
        r.c_line, r.release_date ? r.release_date->to_string() : "-", r.counts_as_track_release));
  }
  for (const auto& d : message.statement.deals) {
    Words periods;
    for (const auto& period : d.periods) {
      periods.push_back(fmt::format("{}~{}", period.start ? period.start->to_string() : "",
                                    period.end ? period.end->to_string() : ""));
    }
    lines.push_back(fmt::format("deal {} {} {} {} {} {} {} {} {}", d.line, d.release_references,
                                d.territory ? d.territory->codes : Words{},
                                d.territory && d.territory->excluding, periods, d.use_types,
                                d.commercial_models, d.is_pre_order, d.is_takedown));
  }
  return lines;
}

}  // namespace umikoe::formats::ddex::testing
