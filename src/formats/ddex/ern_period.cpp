#include "formats/ddex/ern_period.h"

#include <optional>
#include <string>

namespace umikoe::formats::ddex {
namespace {

// The widest span between two territories' local times, UTC+14 to UTC-12.
constexpr int64_t zone_span_seconds = 26 * 3600;

// Midnight at the start of a written date. xs:date may carry a zone ("2020-01-31+09:00").
std::optional<WrittenTime> midnight(std::string_view text, int32_t days_later) {
  if (text.size() < 10) return std::nullopt;
  const auto date = Date::parse(text.substr(0, 10));
  if (!date) return std::nullopt;
  const Date day = date->plus(days_later);
  if (text.size() == 10) return WrittenTime::at_local_midnight(day);
  return WrittenTime::parse(day.to_string() + "T00:00:00" + std::string(text.substr(10)));
}

// A date where a date-time belongs, and the other way round, is read for what it says.
Result<std::optional<WrittenTime>> boundary(Element date, Element date_time, int32_t days_later) {
  for (const Element& element : {date_time, date}) {
    const std::string_view text = element.text();
    if (text.empty()) continue;
    const bool has_time = text.find('T') != std::string_view::npos;
    auto time = has_time ? WrittenTime::parse(text) : midnight(text, days_later);
    if (!time) return fail("time_invalid", {{"text", std::string(text)}}, element.where());
    return time;
  }
  return std::nullopt;
}

}  // namespace

Result<rights::ValidityPeriod> validity_period_of(Element period) {
  rights::ValidityPeriod read;
  UMIKOE_TRY(read.start, boundary(period.child("StartDate"), period.child("StartDateTime"), 0));
  UMIKOE_TRY(read.end, boundary(period.child("EndDate"), period.child("EndDateTime"), 1));
  return read;
}

bool is_empty(const rights::ValidityPeriod& period) {
  if (!period.start || !period.end) return false;
  if (period.start->local == period.end->local) return period.end->seconds <= period.start->seconds;
  return period.end->seconds + zone_span_seconds <= period.start->seconds;
}

}  // namespace umikoe::formats::ddex
