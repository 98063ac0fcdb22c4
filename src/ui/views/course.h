#pragma once
// What a course of sessions brings by month, in words and as a plot; for views/ only.

#include "ui/layout.h"
#include "ui/words/phrases.h"

namespace rt {

// "about 55 %" with its range, at a month (0..12) after the first session.
MilestoneText share_text(const Ui &, double month);
// What the course brings by month 6.
std::string course_sentence(const Ui &);
// The improvement by month with the sessions on its axis.
void course_plot(Flow &);

} // namespace rt
