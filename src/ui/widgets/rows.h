#pragma once
// What the views' cards hold: titles, facts in rows, people as dots, joined buttons.

#include "ui/ui.h"
#include "ui/widgets/card.h"
#include "ui/widgets/controls.h"
#include "ui/words/phrases.h"

namespace rt {

// Between a card's edge and its content, CSS px.
float card_padding(float card_width);
// The ground of a card, below what was drawn in it.
void card(Ui &, const Rect &);

// A small heading in capitals' place: "A course of three". Returns its height with the gap below.
float card_title(Ui &, std::string_view key, const std::string &text, const Place &);

// One fact of a list: its name, its time or amount in bold, its range or the word "advice" behind
// it. Stands in a Group of role list. Returns its height.
float fact_row(Ui &, std::string_view key, const std::string &name, const MilestoneText &,
               const Place &, bool last);

// People as dots, `of` in all, the first `filled` ones filled; told by the words beside them, so no
// node of their own. Returns the height.
float people_dots(Ui &, const Place &, int filled, int of, Color);

// A choice between joined buttons, for a field or for anything else with options.
struct Segment {
  std::string key, text;
  bool on = false;
};
struct Pressed {
  int index = -1; // of the segment that was just pressed, or -1
  float height = 0;
};
// Joined buttons, each as wide as its words need, in as many rows as a finger needs; a row is
// `row_h` high.
Pressed segments(Ui &, std::string_view key, const std::string &label, const Place &, float row_h,
                 const std::vector<Segment> &, Role group, Role one);

// Push buttons beside each other, and below where they do not fit: key and name of each.
Pressed pills(Ui &, const Place &, std::initializer_list<std::pair<const char *, Word>>);

} // namespace rt
