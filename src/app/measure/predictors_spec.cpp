#include "app/measure/predictors_spec.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "app/json.h"
#include "base/limits.h"
#include "formats/over_limit.h"

namespace umikoe::app {
namespace {

Error wrong(const std::string& place, const std::string& wanted) {
  return Error{"spec_field_wrong", {{"wanted", wanted}}, {.file = {}, .line = 0, .element = place}};
}

Result<std::string> time_of(const Json& value, const std::string& place) {
  if (value.is_string()) return panel_time(value.get<std::string>());
  if (value.is_number()) return panel_time(value.dump());
  return std::unexpected(wrong(place, "1990, \"2026-W12\""));
}

Result<std::vector<std::string>> times_of(const Json& object, const std::string& key,
                                          const std::string& place) {
  const std::string here = place + "/" + key;
  if (!object.contains(key)) {
    return fail("spec_field_missing", {}, {.file = {}, .line = 0, .element = here});
  }
  const Json& list = object.at(key);
  if (!list.is_array() || list.empty()) return std::unexpected(wrong(here, "[1990, 1991, …]"));
  std::vector<std::string> times;
  for (size_t i = 0; i < list.size(); ++i) {
    UMIKOE_TRY(std::string time, time_of(list[i], fmt::format("{}/{}", here, i)));
    if (std::ranges::find(times, time) != times.end()) {
      return fail("spec_time_twice", {{"time", time}}, {.file = {}, .line = 0, .element = here});
    }
    times.push_back(std::move(time));
  }
  return times;
}

Result<std::vector<PredictorSpec>> predictors_of(const Json& object, const std::string& place) {
  const std::string here = place + "/predictors";
  if (!object.contains("predictors")) {
    return fail("spec_field_missing", {}, {.file = {}, .line = 0, .element = here});
  }
  const Json& list = object.at("predictors");
  const std::string wanted = "[{\"column\": …, \"times\": […]}]";
  if (!list.is_array() || list.empty()) return std::unexpected(wrong(here, wanted));
  std::vector<PredictorSpec> out;
  for (size_t i = 0; i < list.size(); ++i) {
    const std::string at = fmt::format("{}/{}", here, i);
    const Json& one = list[i];
    if (!one.is_object() || !one.contains("column") || !one.at("column").is_string() ||
        one.at("column").get<std::string>().empty()) {
      return std::unexpected(wrong(at, wanted));
    }
    UMIKOE_TRY(auto times, times_of(one, "times", at));
    out.push_back({one.at("column").get<std::string>(), std::move(times)});
  }
  return out;
}

Result<std::string> word_of(const Json& object, const std::string& key) {
  if (!object.contains(key)) return std::string();
  const Json& value = object.at(key);
  if (!value.is_string()) return std::unexpected(wrong("/" + key, "\"…\""));
  return value.get<std::string>();
}

}  // namespace

std::string panel_time(std::string_view written) {
  const size_t first = written.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  written = written.substr(first, written.find_last_not_of(" \t") - first + 1);
  double number = 0;
  const auto [end, error] =
      std::from_chars(written.data(), written.data() + written.size(), number);
  constexpr double exact = 1e15;  // whole numbers up to here are exact in a double
  if (error == std::errc() && end == written.data() + written.size() && std::abs(number) < exact &&
      number == std::floor(number)) {
    return fmt::format("{}", static_cast<int64_t>(number));
  }
  return std::string(written);
}

Result<PredictorsSpec> parse_predictors_spec(std::string_view bytes) {
  if (std::ssize(bytes) > limits::predictors_spec_bytes.value) {
    return std::unexpected(formats::over_limit(limits::predictors_spec_bytes, {}));
  }
  const Json json = Json::parse(bytes, nullptr, false);
  if (!json.is_object()) return fail("spec_not_json");
  PredictorsSpec out;
  UMIKOE_TRY(out.fit, times_of(json, "fit", ""));
  UMIKOE_TRY(out.effect, times_of(json, "effect", ""));
  UMIKOE_TRY(out.predictors, predictors_of(json, ""));
  if (json.contains("train") && !json.at("train").is_null()) {
    const Json& train = json.at("train");
    if (!train.is_object()) return std::unexpected(wrong("/train", "{\"fit\", \"predictors\"}"));
    UMIKOE_TRY(auto fit, times_of(train, "fit", "/train"));
    UMIKOE_TRY(auto predictors, predictors_of(train, "/train"));
    if (predictors.size() != out.predictors.size()) {
      return fail("spec_train_differs",
                  {{"train", std::to_string(predictors.size())},
                   {"main", std::to_string(out.predictors.size())}},
                  {.file = {}, .line = 0, .element = "/train/predictors"});
    }
    out.train = {std::move(fit), std::move(predictors)};
  }
  UMIKOE_TRY(out.unit, word_of(json, "unit"));
  UMIKOE_TRY(out.time, word_of(json, "time"));
  UMIKOE_TRY(out.outcome, word_of(json, "outcome"));
  UMIKOE_TRY(out.treated_unit, word_of(json, "treated_unit"));
  if (json.contains("treated_from")) {
    UMIKOE_TRY(out.treated_from, time_of(json.at("treated_from"), "/treated_from"));
  }
  return out;
}

}  // namespace umikoe::app
