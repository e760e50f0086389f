#include "formats/charts/apple_feed.h"

#include <nlohmann/json.hpp>
#include <span>
#include <string>

#include "base/limits.h"
#include "formats/charts/chart_name.h"
#include "formats/charts/chart_territory.h"
#include "formats/over_limit.h"

namespace umikoe::formats::charts {
namespace {

using Json = nlohmann::json;

constexpr size_t chunk_bytes = 64 * 1024;

Result<std::string> whole_text(const ByteSource& source) {
  std::string text;
  while (true) {
    const size_t had = text.size();
    text.resize(had + chunk_bytes);
    UMIKOE_TRY(const size_t size, source(std::span(text).subspan(had)));
    text.resize(had + size);
    if (size == 0) return text;
    if (std::ssize(text) > limits::json_value_bytes.value) {
      return std::unexpected(over_limit(limits::json_value_bytes, {}));
    }
  }
}

std::string text_of(const Json& object, const char* name) {
  if (!object.is_object()) return {};
  const auto at = object.find(name);
  return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
}

// Deep brackets would end the parser's stack.
bool too_deep(std::string_view text) {
  int64_t depth = 0;
  bool quoted = false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (quoted && text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      quoted = !quoted;
    } else if (!quoted && (text[i] == '{' || text[i] == '[')) {
      if (++depth > limits::json_depth.value) return true;
    } else if (!quoted && (text[i] == '}' || text[i] == ']')) {
      --depth;
    }
  }
  return false;
}

}  // namespace

Result<void> read_apple_feed(const ByteSource& source,
                             const std::function<Result<void>(demand::ChartLine&&)>& sink) {
  UMIKOE_TRY(const std::string text, whole_text(source));
  if (too_deep(text)) return std::unexpected(over_limit(limits::json_depth, {}));
  const Json document = Json::parse(text, nullptr, false);
  if (!document.is_object() || !document.contains("feed")) return fail("chart_feed_invalid");
  const Json& feed = document["feed"];
  const auto results = feed.is_object() ? feed.find("results") : feed.end();
  if (!feed.is_object() || results == feed.end() || !results->is_array()) {
    return fail("chart_feed_invalid");
  }
  // "Fri, 13 Nov 2026 08:10:00 +0000": the day of the feed.
  const std::string updated = text_of(feed, "updated");
  const auto day = chart_name(updated.substr(0, updated.find(':'))).last_day;
  if (!day) return fail("date_invalid", {{"text", updated.substr(0, 60)}}, {"", 0, "updated"});
  demand::ChartLine line;
  line.territory = text_of(feed, "country");
  line.code = region_of(line.territory).code;
  line.file_day = line.day = *day;
  for (const Json& song : *results) {
    ++line.rank;
    line.artist = text_of(song, "artistName");
    line.title = text_of(song, "name");
    if (line.title.empty()) return fail("chart_feed_invalid");
    UMIKOE_TRY(sink(demand::ChartLine(line)));
  }
  if (line.rank == 0) return fail("table_empty");
  return {};
}

}  // namespace umikoe::formats::charts
