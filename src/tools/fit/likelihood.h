#pragma once
// How far a prediction lies from its row, in standard deviations of what the row can tell.

#include "tools/fit/score.h"

#include <optional>

namespace rt::fit {

// One term of the fit.
struct Term {
  std::size_t row = 0;     // index in the evidence
  bool of_spread = false;  // compares how widely people differ, not the value
  double weight = 1;       // of the row's quality
  double effect_scale = 0; // see posterior.h
};

// Terms of a row: its value, and the spread of its people where the row tells one.
std::vector<Term> terms_of(std::size_t index, const Row &, const Question &, const Reported &);

// Raw residual of a term. Finite for every prediction.
double residual(const Term &, const Row &, const Question &, const Reported &, const Prediction &);

} // namespace rt::fit
