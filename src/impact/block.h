#pragma once

#include "impact/matrix.h"
#include "impact/simplex_weights.h"

namespace umikoe::impact {

// What the estimators see: controls and the treated (their mean), each without holes, from the
// same times; the treatment begins at `before`.
struct Block {
  Matrix controls;              // units by times
  std::vector<double> treated;  // the mean of the treated units
  size_t before = 0;            // how many times come before the treatment
  size_t treated_units = 1;

  size_t after() const { return treated.size() - before; }
};

struct Estimate {
  double effect = 0;              // per treated unit and time, averaged
  Weights unit_weights;           // of the controls
  Weights time_weights;           // of the times before; of a synthetic control: none
  double pre_fit = 0;             // root mean square of the treated before, beside its control
  double level = 0;               // by which the two differ before, where the method allows that
  std::vector<double> gaps = {};  // treated less control, at every time
};

// Synthetic difference-in-differences, synthetic control and difference-in-differences as in
// Arkhangelsky et al. 2021 (AER 111), with the settings of their published figures.
// They need at least one control, two times before and one after.
Estimate synthetic_did(const Block& block);
Estimate synthetic_control(const Block& block);
Estimate difference_in_differences(const Block& block);

// Standard deviation of the controls' steps from time to time before the treatment.
double noise_level(const Block& block);

// Fills in the effect, gaps and pre-fit that follow from the weights of units and times.
Estimate estimate_with(const Block& block, Weights units, Weights times);

}  // namespace umikoe::impact
