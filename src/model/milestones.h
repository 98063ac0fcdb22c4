#pragma once
// When people are past something: what clinics advise, and what is computed.

#include "model/people.h"
#include "model/projection.h"
#include "model/scenario.h"

#include <span>

namespace rt {

// The severity from which a sign is seen (tightness: felt) in this scenario.
double visible_above(const Scenario &, Sign);

// Whether others see it; tightness is felt only.
constexpr bool seen_by_others(Sign sign) { return sign != Sign::tightness; }

// Hours until no sign is seen by others, in every person; `out` as long as whole lanes.
void compute_looks_normal_hours(const Scenario &, const People &, std::span<float> out);

} // namespace rt
