#pragma once
// Advice as rows that open; for views/ only.

#include "ui/layout.h"
#include "ui/words/advice_words.h"

namespace rt {

// A list item that opens: what may be done and when, as a bar over 28 days and in words, who says so
// and how strong that is; opened, why. What people see has people as dots instead.
void advice_row(Flow &, const Advice &);
// The days over the bars; each row tells its own.
void care_axis(Flow &);

// When to call: one level with its signs.
void call_level(Flow &, const CallLevel &);

// Before a line, `center` its middle.
void check_mark(Ui &, Point center);
// The studies behind a number, in small print.
void source_lines(Flow &, const std::vector<std::string> &sources);

} // namespace rt
