#include <algorithm>

#include "app/map_table.h"

namespace umikoe::app {
namespace {

namespace table = formats::table;
using formats::Format;
using messages::Arguments;
using messages::Language;
using messages::text;

std::string cell(const table::PreviewRow& row, std::string_view column) {
  for (const auto& [name, value] : row.cells) {
    if (name == column) return value;
  }
  return {};
}

// The ISRC, or the number the row names instead.
std::string recording_named(const table::PreviewRow& row) {
  for (const char* name : {"isrc", "recording_id", "catalogue_number", "icpn"}) {
    if (const std::string said = cell(row, name); !said.empty()) return said;
  }
  return {};
}

std::string or_words(std::string value, const char* key, Language language) {
  return value.empty() ? text(language, key) : value;
}

std::string territories_words(const table::PreviewRow& row, Language language) {
  std::string codes = cell(row, "territories");
  const std::string excluded = cell(row, "excluded_territories");
  if (codes.empty() && !excluded.empty()) codes = "Worldwide";
  std::string except;
  std::string listed;
  size_t at = 0;
  while (at < codes.size()) {
    const size_t end = std::min(codes.find(' ', at), codes.size());
    const std::string part = codes.substr(at, end - at);
    std::string& to = part.starts_with('-') ? except : listed;
    if (!part.empty() && part != "Worldwide") {
      to += (to.empty() ? "" : " ") + (part.starts_with('-') ? part.substr(1) : part);
    }
    at = end + 1;
  }
  if (!excluded.empty()) except += (except.empty() ? "" : " ") + excluded;
  if (!listed.empty()) return listed;
  return except.empty() ? text(language, "map.everywhere")
                        : text(language, "map.everywhere_but", {{"codes", except}});
}

std::string licence_sentence(const table::PreviewRow& row, Language language) {
  std::string party = cell(row, "party");
  for (const char* id : {"party_dpid", "party_isni", "party_id"}) {
    if (party.empty()) party = cell(row, id);
  }
  const std::string start = cell(row, "start");
  const std::string end = cell(row, "end");
  return text(language, cell(row, "exclusive") == "yes" ? "map.licence_exclusive" : "map.licence",
              {{"isrc", recording_named(row)},
               {"party", party},
               {"territories", territories_words(row, language)},
               {"start", or_words(start, "map.no_start", language)},
               {"end", or_words(end, "map.no_end", language)},
               {"uses", or_words(cell(row, "uses"), "map.all_uses", language)},
               {"document", or_words(cell(row, "document"), "map.no_document", language)}});
}

}  // namespace

std::string preview_sentence(Format kind, const table::PreviewRow& row, Language language) {
  const auto said = [&](std::string_view column) { return cell(row, column); };
  switch (kind) {
    case Format::table_licences:
      return licence_sentence(row, language);
    case Format::table_recordings:
      return text(language, "map.recording",
                  {{"isrc", recording_named(row)},
                   {"title", said("title")},
                   {"artist", or_words(said("artist"), "map.no_artist", language)}});
    case Format::table_sightings: {
      const std::string state = said("state").empty() ? said("seen") : said("state");
      return text(language, "map.sighting",
                  {{"isrc", recording_named(row)},
                   {"service", said("service")},
                   {"territory", said("territory")},
                   {"date", said("observed_on")},
                   {"state", state}});
    }
    case Format::table_revenue:
      return text(language, "map.revenue",
                  {{"isrc", recording_named(row)},
                   {"service", said("service")},
                   {"territory", said("territory")},
                   {"month", said("usage_month")},
                   {"amount", said("ours").empty() ? said("gross") : said("ours")},
                   {"currency", said("currency")}});
    case Format::table_plays: {
      std::string days = said("day").empty() ? said("usage_month") : said("day");
      if (days.empty()) days = said("start") + " – " + said("end");
      return text(language, "map.plays",
                  {{"isrc", recording_named(row)},
                   {"units", said("units")},
                   {"service", said("service")},
                   {"territory", said("territory")},
                   {"days", days}});
    }
    case Format::table_chart:
      return text(language, "map.chart_row",
                  {{"rank", said("rank")},
                   {"territory", said("territory")},
                   {"day", said("day")},
                   {"title", said("title")},
                   {"artist", said("artist")}});
    case Format::table_appearances:
      return text(language, "map.appearance",
                  {{"artist", said("artist")},
                   {"event", said("event")},
                   {"kind", said("kind")},
                   {"territory", said("territory")},
                   {"start", said("start")}});
    default:
      break;
  }
  std::string values;
  for (const auto& [column, value] : row.cells) {
    values += (values.empty() ? "" : ", ") + column + ": " + value;
  }
  return values;
}

std::string question_sentence(const table::TableQuestion& question, Language language) {
  return text(language, "question." + question.code, question.arguments);
}

Error open_question(const MapProposal& proposal, Language language) {
  const auto& questions = proposal.table.questions;
  long open = 0;
  const table::TableQuestion* first = nullptr;
  for (const auto& question : questions) {
    if (!question.answer.empty()) continue;
    if (++open == 1) first = &question;
  }
  return {"question_open",
          {{"count", std::to_string(open)},
           {"question", first ? question_sentence(*first, language) : ""}},
          {.file = {},
           .line = proposal.table.header.first_line,
           .element = proposal.table.mapping.sheet}};
}

}  // namespace umikoe::app
