#pragma once
// The fast half of the model: severity quantiles of all people over the time axis, and when each
// person's signs peak and pass. Single precision; time_courses.h has the same curves exactly.

#include "model/people.h"
#include "model/projection.h"
#include "model/scenario.h"

#include <array>
#include <span>
#include <vector>

namespace rt {

// Renews `at` and `share_visible` of every sign, reusing their memory. Severity is counted in 512
// bins up to kSeverityTop; a quantile is off by less than one bin (2e-3).
inline constexpr float kSeverityTop = 1.02f;
void compute_bands(const Scenario &, const People &, const TimeAxis &,
                   std::array<SignBand, kSigns> &out);

// Hours until one sign is no longer above `visible`, for good, in every person; 0 where it never
// was. `out` has people.size() rounded up to whole lanes. Sign is any but tightness for the first.
void compute_hours_until_below(const Scenario &, const People &, Sign, double visible,
                               std::span<float> out);
// Hour at which the sign is strongest, in every person.
void compute_peak_hours(const Scenario &, const People &, Sign, std::span<float> out);

// Values at kLevels: the smallest value that at least this share of `values` does not exceed.
// Exact; `values` is not empty, finite and >= 0.
Quantiles exact_quantiles(std::span<const float> values);

} // namespace rt
