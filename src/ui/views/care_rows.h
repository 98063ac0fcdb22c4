#pragma once
// Advice as rows that open; for views/ only.

#include "content/care.h"
#include "ui/layout.h"

namespace rt {

// An item as a list item that opens: its advice, how long it holds (of what to leave out also as a
// bar over the lanes' time axis) and, opened, why and who says so.
void care_row(Flow &, CareItem);
// The days below the bars.
void care_axis(Flow &);
// Before a line, `center` its middle.
void check_mark(Ui &, Point center);
// The studies behind a number, in small print.
void source_lines(Flow &, const std::vector<std::string> &sources);

} // namespace rt
