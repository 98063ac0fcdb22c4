#pragma once
// Inside of the Care view: what its cards share.

#include "content/care.h"
#include "ui/ui.h"

#include <string>

namespace rt {

inline constexpr double kCareHorizon_h = 14 * 24; // of the time axis, as of the lanes

struct CareWords {
  Word name, why, advice; // advice: the whole sentence of what to do, the name of what to leave out
};
const CareWords &care_words(CareItem);

// Some items stand only where the treatment calls for them.
bool care_applies(const Ui &, CareItem);
// Does it still hold so many hours after the treatment?
bool care_holds(const Ui &, CareItem, double hour);
// "for 7 days, advice", "until Tue 24 Nov, advice", "over after 24 hours, advice" at the chosen
// time.
std::string care_span(const Ui &, CareItem);
// The visitor's own settings say the opposite.
bool care_differs(const Ui &, CareItem);

// Why, the range of what clinics say, strength, effect in the model and sources. Returns its
// height.
float care_note(Ui &, CareItem, Place);

// The cards: what to leave out as bars over time; the four phases of the first two weeks.
float care_bars_card(Ui &, Place);
float care_weeks_card(Ui &, Place);

// Marks before a line, `c` their middle.
void check_mark(Ui &, Point c, Color);
void cross_mark(Ui &, Point c, Color);

} // namespace rt
