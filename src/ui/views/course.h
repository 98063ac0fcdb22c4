#pragma once
// How many people see a clear change by month, in words and as a plot; for views/ only.

#include "ui/layout.h"

namespace rt {

// The month at which results are told: 6, or 9 or 12 where the chosen sessions are not over by then.
int told_month(const Ui &);
// How many of the chosen sessions are over by then.
int sessions_by(const Ui &, int month);
// The share of people who see a clear change by a month (0..12) of the course.
double clear_by(const Course &, int month);
// "12 to 16 of 20 people", at that month: what the 10 of 20 clinics in the middle see.
std::string clear_range(const Ui &);
// People with a clear change by month, the sessions on its axis.
void course_plot(Flow &);

} // namespace rt
