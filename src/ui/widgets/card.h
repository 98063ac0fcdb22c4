#pragma once
// Cards that grow with what is put into them, rows in them that open, and texts by their words.

#include "ui/ui.h"
#include "ui/widgets/pointer.h"

namespace rt {

inline constexpr float kCardGap = 16; // CSS px between two cards

// A card with a margin inside. What is put into it stands at at(); took() moves on by its height.
// The card's ground is drawn by finish(), which must be the last call.
class Card {
public:
  Card(Ui &, std::string_view key, Role, const std::string &label, const Place &);
  const Place &at() const { return inner_; }
  void took(float height, float after = 0) { inner_.y += height + after; }
  void title(const std::string &text, Color);
  void line();                // a divider across
  float finish(Color border); // height of the whole card, CSS px

private:
  Ui &ui_;
  Group group_;
  Place outer_, inner_;
};

TextStyle text_style(float size, Color, float leading = 1.45f); // of regular weight
// The least height of what a finger presses at this text size, CSS px.
float target_height(const Ui &);

// What a press on `rect` opens and closes. Draws the ring of focus only; returns whether it is
// open.
bool fold(Ui &, std::string_view key, const Rect &rect, const std::string &label);

// The round "i" of what explains itself when it is pressed.
void info_mark(Ui &, Point center, bool open);

// The words from `first` to `last` below each other, as texts or as a list with dots. Returns the
// height in CSS px.
float word_texts(Ui &, Word first, Word last, bool list, const Place &);

} // namespace rt
