#pragma once

#include <optional>
#include <string>

#include "app/measure/panel_file.h"
#include "app/ports.h"
#include "impact/measure.h"
#include "messages/messages.h"

namespace umikoe::app {

// What somebody asks of a panel. Empty columns are taken from the spec of predictors where it names
// them.
struct MeasureQuestion {
  std::string panel;       // path of a CSV
  std::string predictors;  // path of a spec; empty: none
  PanelColumns columns;
  std::string method;  // sdid, sc, did or bsts; empty: sc with predictors, else sdid
  impact::MeasureSettings settings;
  uint64_t seed = 1;
};

// The method of a word; without one the usual. Error: method_unknown.
Result<impact::Method> method_of(const std::string& word, impact::Method usual);

// Reads the panel and measures. Errors: method_unknown, panel_column_needed, no_such_file, those of
// the panel, of the spec and of impact::measure.
Result<impact::Measurement> measure_panel(const FileSource& files, const MeasureQuestion& question);

// {"estimate","interval","unit_weights","time_weights","pre_fit_rmse","placebo_p","refused"?} and
// what a person would ask next; with `trace` the rows it rests on. Of a refused measurement,
// estimate and interval are null.
std::string measurement_json(const impact::Measurement& measurement, bool trace,
                             messages::Language language);
// The verdict with its interval first.
std::string measurement_text(const impact::Measurement& measurement, bool indexed,
                             messages::Language language);
// What was seen of the treated beside what the controls say, time by time.
std::string trace_text(const impact::Measurement& measurement, messages::Language language);

}  // namespace umikoe::app
