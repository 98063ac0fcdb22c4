#pragma once
// The views and their parts. Each puts what it shows into the flow.

#include "ui/layout.h"

#include <string>

namespace rt {

// Below this width, for text of the usual size, the page is one column. CSS px.
inline constexpr float kWide = 900;

// Everything: treatment, tabs, the open view, the foot. `width` and the height of the canvas that
// is returned in CSS px.
float page_view(Ui &, float width);

// What the tabs show.
void recovery_view(Flow &); // for how long, the day, the signs
void results_view(Flow &);  // what a course brings, by month
void plan_view(Flow &);     // backwards from an event, sessions
void care_view(Flow &);     // what to do and to leave out, by day
void about_view(Flow &);    // what it is, risks, where numbers come from

// Their answers in a sentence, for who listens, where it is more than the first heading. Of Recovery after
// the day was moved: what that day is.
std::string recovery_answer(const Ui &);
std::string care_answer(const Ui &);

// Which treatment: one row that opens on one column, or the rail beside the view.
void treatment_chooser(Flow &);
void show_date(Ui &); // opens it where the date is set, and leads there
void settings_rail(Flow &);
std::string treatment_name(const Ui &);
bool has_skin(const Ui &); // a setting of the skin is shown
void my_skin(Flow &, bool with_tone);
std::string skin_line(const Ui &); // "Not chosen · Average · 30–44"

// The parts of the first block of Recovery.
void red_answer(Flow &);                   // for how long people look red
void day_strip(Flow &);                    // who is still red by day, and the slider of the day
bool how_to_read_fold(Ui &, const Rect &); // the link that opens it; whether it is open
void how_to_read(Flow &);                  // what the bands are, in three sentences
void day_stepper(Flow &);                  // − Day 1 +
void day_and_tone(Flow &);                 // the same beside the way to the tones
void day_people(Flow &);                   // how many still look red on that day

void aftercare_view(Flow &); // each choice with what it may change
void compare_view(Flow &);   // keep A, change B: what changed
void care_weeks(Flow &);     // the four phases of the first two weeks
void call_row(Flow &);       // when to call the clinic, opening the signs; with its phone
void call_below(Flow &);     // the same below the first block of a view, where no rail has it
void call_signs(Flow &);     // the signs
// Buttons for calendar, paper and link, and below them what came of the last press.
void export_panel(Flow &);

std::string compared_answer(const Ui &); // what B does beside A, which is kept
// Not drawn: each sign's low, typical and high.
void day_table(Ui &);

} // namespace rt
