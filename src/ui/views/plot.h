#pragma once
// Time courses and their bands. The time axis is square-root (near hours wide, far days narrow) and
// fixed, so that two settings can be compared by eye.

#include "ui/layout.h"

namespace rt {

// The seven signs as lanes over 14 days, with phase bands and milestones. Beside the settings the
// names stand before the lanes and a handle moves the chosen day; else the names stand above the lanes
// and a line shows the day that the strip has.
void lanes(Flow &);

} // namespace rt
