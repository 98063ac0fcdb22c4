#pragma once
// From which severity a sign counts as seen, and by whom.

#include "model/projection.h"
#include "model/scenario.h"

namespace rt {

// The severity from which a sign is seen (tightness: felt) in this scenario.
double visible_above(const Scenario &, Sign);

// Whether others see it; tightness is felt only.
constexpr bool seen_by_others(Sign sign) { return sign != Sign::tightness; }

} // namespace rt
