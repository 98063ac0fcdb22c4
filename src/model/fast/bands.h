#pragma once
// Severity quantiles of all people over the time axis.

#include "model/people.h"
#include "model/scenario.h"
#include "model/signs.h"

#include <array>

namespace rt {

// Severity is counted in this many bins from 0 to kSeverityTop, the rest in the last one; a
// quantile lies within one bin, 2e-3, of that of an exact sort where people are counted: at the first
// times and then at every other one. Between those it is drawn through the four nearest, and lies within
// 5e-3 for 4,096 people.
inline constexpr std::size_t kSeverityBins = 512;
inline constexpr float kSeverityTop = 1.02f;

// Renews `at` and `share_visible` of every sign, reusing their memory; `visible_above` is read.
void compute_bands(const Scenario &, const Population &, const TimeAxis &,
                   std::array<SignBand, kSigns> &signs);

} // namespace rt
