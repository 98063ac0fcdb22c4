#pragma once
// The calendar of the view Plan; for views/ only. Moments in civil minutes, as in State.

#include "ui/layout.h"

namespace rt {

inline constexpr double kCoinToss = 0.5; // share of people

// The month of `month_min`, its days marked by what they stand for between treatment and event.
void month_grid(Flow &, double month_min, double treatment_min, double event_min);
// What the marks mean.
void calendar_legend(Flow &);

} // namespace rt
