#pragma once
// Time courses and their bands. The time axis is square-root (near hours wide, far days narrow) and
// fixed, so that two settings can be compared by eye.

#include "ui/layout.h"

#include <optional>

namespace rt {

// The sign whose lane the visitor has made large, if any. Called beside lanes(), in its group.
std::optional<Sign> large_lane(const Ui &);

// The seven signs as lanes over 14 days, with phase bands, milestones and the day scrubber.
void lanes(Flow &);

// One sign at the chosen time: the band of 8 in 10 people and the mark of the middle person.
void meter(Ui &, Sign, const Rect &, float label_width, const TextStyle &label_style);

} // namespace rt
