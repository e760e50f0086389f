#include "app/measure/measurement_json.h"

#include "app/measure/measure_panel.h"

namespace umikoe::app {
namespace {

Json weights_json(const impact::NamedWeights& weights) {
  Json out = Json::object();
  for (const auto& [name, weight] : weights) out[name] = weight;
  return out;
}

Json number_json(const std::optional<double>& number) {
  return number ? Json(*number) : Json(nullptr);
}

Json traces_json(const std::vector<impact::NamedTrace>& traces) {
  Json out = Json::array();
  for (const impact::NamedTrace& trace : traces) {
    out.push_back({{"units", trace.units},
                   {"from", trace.from},
                   {"times", trace.times},
                   {"observed", trace.observed},
                   {"control", trace.control}});
  }
  return out;
}

}  // namespace

Json measurement_object(const impact::Measurement& measurement, bool trace,
                        messages::Language language) {
  Json out = Json::object();
  out["estimate"] = number_json(measurement.effect);
  out["interval"] = measurement.interval
                        ? Json::array({measurement.interval->first, measurement.interval->second})
                        : Json(nullptr);
  out["unit_weights"] = weights_json(measurement.unit_weights);
  out["time_weights"] = weights_json(measurement.time_weights);
  out["pre_fit_rmse"] = number_json(measurement.pre_fit);
  out["placebo_p"] = number_json(measurement.placebo_p);
  if (!measurement.refused.empty()) {
    Json reasons = Json::array();
    for (const Error& reason : measurement.refused) {
      reasons.push_back({{"code", reason.code}, {"text", messages::sentence(language, reason)}});
    }
    out["refused"] = std::move(reasons);
  }
  out["verdict"] = std::string(impact::word(measurement.verdict));
  out["method"] = std::string(impact::word(measurement.method));
  out["level"] = measurement.level;
  out["expected_without"] = number_json(measurement.expected);
  out["smallest_seen"] = number_json(measurement.smallest);
  out["treated"] = measurement.treated;
  out["donors"] = measurement.donors;
  out["placebos"] = measurement.placebos;
  out["cells_below_chart"] = measurement.below_chart;
  Json dropped = Json::object();
  for (const auto& [unit, reason] : measurement.dropped) {
    dropped[unit] = std::string(impact::word(reason));
  }
  out["left_out"] = std::move(dropped);
  if (!measurement.importance.empty()) {
    out["predictor_weights"] = weights_json(measurement.importance);
  }
  if (trace) out["trace"] = traces_json(measurement.traces);
  return out;
}

std::string measurement_json(const impact::Measurement& measurement, bool trace,
                             messages::Language language) {
  return dump(measurement_object(measurement, trace, language));
}

}  // namespace umikoe::app
