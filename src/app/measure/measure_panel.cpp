#include "app/measure/measure_panel.h"

#include <algorithm>
#include <array>

#include "app/file_reading.h"
#include "base/limits.h"

namespace umikoe::app {
namespace {

Result<std::string> whole_file(const FileSource& files, const std::string& path) {
  UMIKOE_TRY(const auto source, one_file(files, path));
  std::string bytes;
  std::array<char, 16 * 1024> buffer = {};
  // One byte more than allowed tells that it is too much.
  while (std::ssize(bytes) <= limits::predictors_spec_bytes.value) {
    UMIKOE_TRY(const size_t got, source(buffer));
    if (got == 0) break;
    bytes.append(buffer.data(), got);
  }
  return bytes;
}

Result<PredictorsSpec> read_spec(const FileSource& files, const std::string& path) {
  UMIKOE_TRY(const std::string bytes, whole_file(files, path));
  return in_file(parse_predictors_spec(bytes), path);
}

// The columns as asked, else as the spec names them.
Result<PanelColumns> columns_of(const MeasureQuestion& question,
                                const std::optional<PredictorsSpec>& spec) {
  PanelColumns out = question.columns;
  if (spec) {
    if (out.unit.empty()) out.unit = spec->unit;
    if (out.time.empty()) out.time = spec->time;
    if (out.outcome.empty()) out.outcome = spec->outcome;
    // The spec knows who is treated; a column beside it could only contradict.
    if (!spec->treated_unit.empty()) out.treated.clear();
  }
  const bool treated_known = !out.treated.empty() || (spec && !spec->treated_unit.empty());
  const std::pair<bool, const char*> needed[] = {{!out.unit.empty(), "--unit"},
                                                 {!out.time.empty(), "--time"},
                                                 {!out.outcome.empty(), "--outcome"},
                                                 {treated_known, "--treated"}};
  for (const auto& [known, flag] : needed) {
    if (!known) return fail("panel_column_needed", {{"flag", flag}});
  }
  return out;
}

std::vector<std::string> columns_read(const std::optional<PredictorsSpec>& spec) {
  std::vector<std::string> out;
  const auto add = [&](const std::vector<PredictorSpec>& predictors) {
    for (const PredictorSpec& one : predictors) {
      if (std::ranges::find(out, one.column) == out.end()) out.push_back(one.column);
    }
  };
  if (spec) add(spec->predictors);
  if (spec && spec->train) add(spec->train->predictors);
  return out;
}

}  // namespace

Result<impact::Method> method_of(const std::string& word, impact::Method usual) {
  if (word.empty()) return usual;
  const auto method = impact::parse_method(word);
  if (!method) return fail("method_unknown", {{"method", word}});
  return *method;
}

Result<impact::Measurement> measure_panel(const FileSource& files,
                                          const MeasureQuestion& question) {
  impact::MeasureSettings settings = question.settings;
  // Who gives predictors wants the method they belong to.
  if (!question.predictors.empty()) settings.method = impact::Method::sc;
  UMIKOE_TRY(settings.method, method_of(question.method, settings.method));
  std::optional<PredictorsSpec> spec;
  if (!question.predictors.empty()) {
    UMIKOE_TRY(spec, read_spec(files, question.predictors));
  }
  UMIKOE_TRY(const PanelColumns columns, columns_of(question, spec));
  UMIKOE_TRY(const auto source, one_file(files, question.panel));
  UMIKOE_TRY(PanelFile file,
             in_file(read_panel(source, columns, columns_read(spec)), question.panel));
  for (const std::string& unit : settings.excluded) {
    if (std::ranges::find(file.panel.units, unit) == file.panel.units.end()) {
      return fail("panel_unit_unknown", {{"unit", unit}},
                  {.file = question.panel, .line = 0, .element = {}});
    }
  }
  std::optional<impact::Predictors> predictors;
  if (spec) {
    if (!spec->treated_unit.empty()) {
      UMIKOE_TRY(in_file(mark_treated(file.panel, *spec), question.predictors));
    }
    UMIKOE_TRY(predictors, in_file(make_predictors(file, *spec), question.predictors));
  }
  Rng rng(question.seed);
  return in_file(impact::measure(file.panel, settings, predictors, rng), question.panel);
}

}  // namespace umikoe::app
