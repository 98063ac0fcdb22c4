#pragma once
// Inside of the Care view: what its cards share.

#include "content/care.h"
#include "ui/ui.h"

#include <array>
#include <string>

namespace rt {

struct CareWords {
  Word name, why, advice; // advice: the whole sentence of what to do, the name of what to leave out
};
const CareWords &care_words(CareItem);

// Does it stand where the treatment is this one, and still so many hours after it?
bool care_applies(const Ui &, CareItem);
bool care_holds(const Ui &, CareItem, double hour);
// "for 7 days, advice", "until Tue 24 Nov, advice", "over after 24 hours, advice" at the chosen
// time.
std::string care_span(const Ui &, CareItem);

// An item as a list item that opens: its advice, how long it holds (of what to leave out also as a
// bar over the lanes' time axis) and, opened, why and who says so. Returns its height in CSS px.
float care_row(Ui &, CareItem, const Place &);
// The days below the bars.
float care_axis(Ui &, const Place &);

// What to do, what to leave out, and what is possible again, in a phase: each a list of names, or
// empty.
using PhaseLines = std::array<std::string, 3>;
PhaseLines phase_lines(const Ui &, std::size_t phase);

// The four phases of the first two weeks, a card.
float care_weeks_card(Ui &, const Place &);

// Before a line, `c` its middle.
void check_mark(Ui &, Point c);

} // namespace rt
