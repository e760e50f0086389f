#include <fmt/format.h>

#include <cmath>

#include "app/measure/measure_panel.h"
#include "app/number_words.h"

namespace umikoe::app {
namespace {

using impact::Measurement;
using messages::Language;
using messages::text;

constexpr size_t names_shown = 6;

// A figure with four digits that mean something; large ones are grouped.
std::string figure(double value) {
  if (std::abs(value) >= 10'000 && std::abs(value) < 1e15) {
    return grouped(static_cast<int64_t>(std::llround(value)));
  }
  std::string out = fmt::format("{:.4g}", std::abs(value));
  return value < 0 ? "−" + out : out;
}

class Words {
 public:
  Words(const Measurement& measurement, bool indexed, Language language)
      : measurement_(measurement), indexed_(indexed), language_(language) {}

  std::string all() const {
    std::string out = verdict() + fit() + controls() + times() + left_out();
    if (measurement_.below_chart > 0) {
      out += say("measure.below_chart", {{"cells", std::to_string(measurement_.below_chart)}});
    }
    return out;
  }

 private:
  std::string say(std::string_view key, const messages::Arguments& arguments) const {
    return text(language_, key, arguments) + "\n";
  }
  // A share of the level before as percent, all else in the outcome's unit.
  std::string amount(double value) const {
    if (!indexed_) return figure(value);
    const std::string out = fmt::format("{:.1f} %", std::abs(value) * 100);
    return value < 0 ? "−" + out : out;
  }
  std::string level() const { return fmt::format("{:.0f}", measurement_.level * 100); }

  std::string verdict() const {
    const std::string word =
        text(language_, "verdict." + std::string(impact::word(measurement_.verdict)));
    if (!measurement_.refused.empty()) {
      std::string out = say("measure.refused", {{"verdict", word}});
      for (const Error& reason : measurement_.refused) {
        out += "  " + messages::sentence(language_, reason) + "\n";
      }
      return out;
    }
    const auto [low, high] = *measurement_.interval;
    std::string out = say(indexed_ ? "measure.verdict_indexed" : "measure.verdict",
                          {{"level", level()},
                           {"low", amount(low)},
                           {"high", amount(high)},
                           {"effect", amount(*measurement_.effect)},
                           {"verdict", word}});
    if (!indexed_ && measurement_.expected) {
      out += say("measure.expected", {{"expected", amount(*measurement_.expected)}});
    }
    return out + say("measure.smallest", {{"smallest", amount(*measurement_.smallest)},
                                          {"power", fmt::format("{:.0f}", impact::power * 100)}});
  }

  std::string fit() const {
    if (!measurement_.pre_fit) return {};
    return say(
        "measure.fit",
        {{"fit", amount(*measurement_.pre_fit)},
         {"p", measurement_.placebo_p ? fmt::format("{:.3f}", *measurement_.placebo_p) : "–"},
         {"placebos", std::to_string(measurement_.placebos)}});
  }

  std::string listed(const impact::NamedWeights& weights) const {
    std::string out;
    for (size_t i = 0; i < weights.size() && i < names_shown; ++i) {
      out += fmt::format("{}{} {:.3f}", i == 0 ? "" : ", ", weights[i].first, weights[i].second);
    }
    if (weights.size() > names_shown) out += ", …";
    return out;
  }

  std::string controls() const {
    if (measurement_.unit_weights.empty()) return {};
    return say("measure.controls", {{"donors", std::to_string(measurement_.donors)},
                                    {"weights", listed(measurement_.unit_weights)}});
  }

  std::string times() const {
    std::string out;
    if (!measurement_.time_weights.empty()) {
      out += say("measure.times", {{"weights", listed(measurement_.time_weights)}});
    }
    if (!measurement_.importance.empty()) {
      out += say("measure.importance", {{"weights", listed(measurement_.importance)}});
    }
    return out;
  }

  std::string left_out() const {
    std::string out;
    for (const auto& [unit, reason] : measurement_.dropped) {
      out += "  " + say("measure.left_out." + std::string(impact::word(reason)), {{"unit", unit}});
    }
    return out.empty() ? out : say("measure.left_out", {}) + out;
  }

  const Measurement& measurement_;
  bool indexed_;
  Language language_;
};

}  // namespace

std::string measurement_text(const Measurement& measurement, bool indexed, Language language) {
  return Words(measurement, indexed, language).all();
}

std::string trace_text(const Measurement& measurement, Language language) {
  constexpr size_t column = 14;
  std::string out;
  for (const impact::NamedTrace& trace : measurement.traces) {
    std::string units;
    for (const std::string& unit : trace.units) units += (units.empty() ? "" : ", ") + unit;
    out += text(language, "measure.trace", {{"units", units}, {"from", trace.from}}) + "\n";
    out += "  " + fitted(text(language, "measure.trace.time"), column) +
           fitted(text(language, "measure.trace.observed"), column) +
           fitted(text(language, "measure.trace.control"), column) +
           text(language, "measure.trace.gap") + "\n";
    for (size_t i = 0; i < trace.times.size(); ++i) {
      const double gap = trace.observed[i] - trace.control[i];
      out += "  " + fitted(trace.times[i], column) + fitted(figure(trace.observed[i]), column) +
             fitted(figure(trace.control[i]), column) + figure(gap) + "\n";
    }
  }
  if (measurement.traces.empty()) out += text(language, "measure.trace.none") + "\n";
  return out;
}

}  // namespace umikoe::app
