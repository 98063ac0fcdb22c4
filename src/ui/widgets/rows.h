#pragma once
// Rows of a list, and people as dots.

#include "ui/layout.h"
#include "ui/words/phrases.h"

namespace rt {

// The square before what the clinic says itself; `end`: the middle of where it ends. CSS px.
inline constexpr float kClinicMark = 10;
void clinic_mark(Ui &, Point end);

// One fact of a list: its name, its time or amount in bold, its range or the word "advice" behind
// it. Stands in a Group of role list.
void fact_row(Flow &, std::string_view key, const std::string &name, const MilestoneText &fact,
              bool last);

// People as dots, `of` in all, the first `filled` ones filled; told by the words beside them, so no
// node of their own.
void people_dots(Flow &, int filled, int of, Color);

} // namespace rt
