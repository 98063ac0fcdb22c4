#pragma once
// Cards that grow with what is put into them, and rows in them that open.

#include "ui/pointer.h"
#include "ui/ui.h"

namespace rt {

inline constexpr float kCardGap = 16; // CSS px between two cards

// A card with a margin inside. What is put into it stands at at(); took() moves on by its height.
// The card's ground is drawn by finish(), which must be the last call.
class Card {
public:
  Card(Ui &, std::string_view key, Role, std::string label, Place);
  const Place &at() const { return inner_; }
  void took(float height, float after = 0) { inner_.y += height + after; }
  void title(std::string_view text);
  void line();    // a divider across
  float finish(); // height of the whole card, CSS px
  float finish(Color ground, Color border);

private:
  Ui &ui_;
  Group group_;
  Place outer_, inner_;
};

// What a press on `rect` opens and closes. Draws the ring of focus only.
struct Fold {
  bool open = false, hovered = false;
};
Fold fold(Ui &, std::string_view key, Rect rect, std::string label);

// The round "i" of what explains itself when it is pressed.
void info_mark(Ui &, Point center, const Fold &);

// A list item around what is drawn while it lives; `spoken` is what it says of itself.
class Item {
public:
  Item(Ui &, std::string_view key, std::string spoken, Rect = {});
  void set_rect(Rect rect) { group_.set_rect(rect); }

private:
  Group group_;
};

// A list item of plain text behind a dot. Returns its height in CSS px.
float bullet(Ui &, std::string_view key, std::string_view text, Place, const TextStyle &);

} // namespace rt
