#pragma once
// The views and their parts. Each puts what it shows into the flow.

#include "ui/layout.h"

namespace rt {

// Everything: header, tabs, the open view, the settings. `width` and the height of the canvas that
// is returned in CSS px.
float page_view(Ui &, float width);

// What the tabs show.
void recovery_view(Flow &); // day, signs, milestones
void results_view(Flow &);  // what a course brings, by month
void plan_view(Flow &);     // backwards from an event, sessions
void care_view(Flow &);     // what to do and to leave out, by day
void about_view(Flow &);    // what it is, risks, where numbers come from

void factors_view(Flow &, bool with_aftercare); // treatment, skin, (aftercare,) date
void aftercare_view(Flow &);                    // each choice with the hours it changes
void compare_view(Flow &);                      // keep A, change B: what changed
void care_weeks(Flow &);                        // the four phases of the first two weeks
void call_signs(Flow &); // when to call the clinic: all signs; in Care, About and the foot
// Buttons for calendar, paper and link, and below them what came of the last press.
void export_panel(Flow &);

// Not drawn: what is announced when something has changed, and each sign's low, typical and high.
void day_summary(Ui &);
void day_table(Ui &);

} // namespace rt
