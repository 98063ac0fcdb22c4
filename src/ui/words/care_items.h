#pragma once
// Advice: what it says, when it holds and why, in the words of the language.

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

// What to do, what to leave out, and what is possible again, in a phase: each a list of names, or
// empty.
using PhaseLines = std::array<std::string, 3>;
PhaseLines phase_lines(const Ui &, std::size_t phase);

// The visitor's own settings say the opposite.
bool care_differs(const Ui &, CareItem);
// Why, the range of what clinics say, strength, and effect in the model.
std::string care_reason(const Ui &, CareItem);

} // namespace rt
