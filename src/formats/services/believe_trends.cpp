#include "formats/services/believe_trends.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <tuple>

#include "base/limits.h"
#include "formats/charts/chart_territory.h"
#include "formats/over_limit.h"
#include "formats/services/json_pieces.h"

namespace umikoe::formats::services {
namespace {

using Json = nlohmann::json;

// So many sums are held before they go on; the same cell may then come again, which adds up.
constexpr size_t cells_held = 500'000;
constexpr int64_t quantity_max = 1'000'000'000'000;

std::string text_of(const Json& event, const char* name) {
  const auto at = event.find(name);
  return at != event.end() && at->is_string() ? at->get<std::string>() : std::string();
}

class TrendsReading {
 public:
  explicit TrendsReading(const std::function<void(demand::UsageRow&&)>& sink) : sink_(sink) {}

  Result<void> event(const Json& event, long line) {
    line_ = line;
    if (!event.is_object()) return fail("jsonl_invalid", {}, where({}));
    ++report_.counts.rows;
    UMIKOE_TRY(const Date day, day_of(event));
    UMIKOE_TRY(const int64_t quantity, quantity_of(event));
    ++events_[day];
    if (quantity == 0) return {};
    const std::string code = text_of(event, "isrc_code");
    const auto isrc = Isrc::parse(code);
    if (!isrc && !code.empty()) return fail("isrc_malformed", {{"text", code}}, where("isrc_code"));
    const auto territory = territory_of(event);
    if (!isrc) ++without_isrc_;
    if (!isrc || !territory) return {};
    report_.counts.territories.insert(*territory);
    const Cell cell{text_of(event, "retail_name"), *isrc, *territory, day};
    if (__builtin_add_overflow(held_[cell], quantity, &held_[cell])) {
      return fail("number_invalid", {{"text", std::to_string(quantity)}}, where("quantity"));
    }
    if (held_.size() >= cells_held) hand_over();
    return {};
  }

  Result<TrendsReport> finish() {
    if (report_.counts.rows == 0) return fail("table_empty");
    hand_over();
    report_.counts.first_date = events_.begin()->first;
    report_.counts.last_date = events_.rbegin()->first;
    const auto add = [&](const char* code, int64_t count, Findings::Arguments more = {}) {
      if (count == 0) return;
      more.insert(more.begin(), {"count", std::to_string(count)});
      findings_.add(code, std::move(more), {});
    };
    add("plays_without_isrc", without_isrc_);
    add("plays_without_territory", without_territory_);
    int64_t late = 0;
    for (const auto& [day, count] : events_) late += day == events_.rbegin()->first ? 0 : count;
    add("plays_came_late", late, {{"day", events_.rbegin()->first.to_string()}});
    report_.findings = findings_.take();
    return std::move(report_);
  }

 private:
  using Cell = std::tuple<std::string, Isrc, TerritoryCode, Date>;

  Where where(std::string_view element) const {
    return {.file = {}, .line = line_, .element = std::string(element)};
  }

  // "2026-11-20", or a time that begins with it.
  Result<Date> day_of(const Json& event) const {
    std::string written = text_of(event, "transaction_date");
    if (written.empty()) written = text_of(event, "date");
    const auto day = Date::parse(std::string_view(written).substr(0, 10));
    if (!day) return fail("date_invalid", {{"text", written}}, where("transaction_date"));
    return *day;
  }

  // Plays of tracks; some lines state what a play of an album is worth in tracks instead.
  Result<int64_t> quantity_of(const Json& event) const {
    const auto at = event.find("quantity");
    const bool whole = at != event.end() && at->is_number_integer();
    const int64_t quantity = whole ? at->get<int64_t>() : 0;
    if (!whole || quantity > quantity_max || quantity < -quantity_max) {
      return fail("number_invalid", {{"text", at == event.end() ? "" : at->dump().substr(0, 60)}},
                  where("quantity"));
    }
    return quantity;
  }

  std::optional<TerritoryCode> territory_of(const Json& event) {
    std::string written = text_of(event, "code_alpha_2");
    if (written.empty()) written = text_of(event, "territory_name");
    const auto code = written == "ZZ" ? std::nullopt : regions_.of(written).code;
    if (!code) ++without_territory_;
    return code;
  }

  void hand_over() {
    for (const auto& [cell, quantity] : held_) {
      demand::UsageRow row;
      std::tie(row.service, row.isrc, row.territory, row.period_start) = cell;
      row.service_name = row.service;
      row.period_end = row.period_start;
      row.net_units = quantity;
      sink_(std::move(row));
    }
    held_.clear();
  }

  const std::function<void(demand::UsageRow&&)>& sink_;
  TrendsReport report_;
  Findings findings_;
  charts::Regions regions_;
  std::map<Cell, int64_t> held_;
  std::map<Date, int64_t> events_;
  int64_t without_isrc_ = 0;
  int64_t without_territory_ = 0;
  long line_ = 0;
};

}  // namespace

Result<TrendsReport> read_believe_trends(const ByteSource& source,
                                         const std::function<void(demand::UsageRow&&)>& sink) {
  TrendsReading reading(sink);
  JsonPieces pieces(source, static_cast<int>(limits::json_depth.value),
                    limits::json_value_bytes.value);
  while (pieces.begin_document()) {
    Json event;
    try {
      event = Json::parse(PieceIterator(pieces), PieceIterator());
    } catch (const Json::exception&) {
      if (pieces.failed()) break;
      return fail("jsonl_invalid", {}, {.file = {}, .line = pieces.line(), .element = {}});
    }
    if (pieces.failed()) break;
    UMIKOE_TRY(reading.event(event, pieces.line()));
    pieces.forget();
  }
  if (pieces.failed()) return std::unexpected(pieces.error());
  return reading.finish();
}

}  // namespace umikoe::formats::services
