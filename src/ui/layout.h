#pragma once
// Where things stand. A flow runs down its slot: whatever is put into it stands at its cursor and
// moves that on by its own height. Views say what comes after what; no view has a coordinate.

#include "ui/ui.h"

#include <string>
#include <string_view>
#include <vector>

namespace rt {

inline constexpr float kTarget = 44;  // CSS px, the least height and width that a finger gets
inline constexpr float kCardGap = 16; // CSS px between two cards

// Room of a width; how high it is, what is put into it shows. CSS px, x along the reading direction.
struct Slot {
  float x = 0, y = 0, w = 0;
};

// The least height of what a finger presses at this text size, CSS px.
float target_height(const Ui &);

class Flow {
public:
  // `spacing` (CSS px) lies between the blocks in it, which cards and columns are.
  Flow(Ui &ui_, const Slot &slot, float spacing = 0)
      : ui(ui_), cursor_(slot), top_(slot.y), spacing_(spacing) {}

  Ui &ui;
  const Slot &cursor() const { return cursor_; }
  float width() const { return cursor_.w; }
  float spacing() const { return spacing_; }
  // What it has run over, CSS px.
  float height() const { return cursor_.y - top_; }
  Rect covered() const { return {cursor_.x, top_, cursor_.w, height()}; }

  void advance(float height) { cursor_.y += height; }
  // A row of its whole width.
  Rect row(float height);
  // A line across, which takes no height.
  void divider();
  // Before a block: the spacing, if anything stands above it and no block has begun here.
  void start_block();
  // How many columns it has room for, of which each needs so much for text of the usual size.
  std::size_t columns(std::size_t most, float whole_w) const;

protected:
  Slot cursor_;
  float top_;

private:
  float spacing_, block_y_ = -1;
};

// A flow in another's place without room between its blocks: parts of a view bring their own.
class Parts : public Flow {
public:
  explicit Parts(Flow &outer) : Flow(outer.ui, outer.cursor()), outer_(outer) {}
  ~Parts() { outer_.advance(height()); }
  Parts(const Parts &) = delete;

private:
  Flow &outer_;
};

// What is put into the flow while it lives has its node as parent; the node's rectangle is what the
// flow runs over meanwhile.
class Group {
public:
  Group(Flow &, std::string_view key, Role, const std::string &label);
  // Of a rectangle that is known.
  Group(Ui &, std::string_view key, Role, const std::string &label, const Rect & = {});
  ~Group();
  Group(const Group &) = delete;
  SemanticNode &node();

private:
  Ui &ui_;
  const Flow *flow_ = nullptr;
  float top_ = 0;
  std::uint32_t outer_;
  std::size_t index_;
};

struct CardLook {
  enum Kind : std::uint8_t { usual, answer, warning, groundless } kind = usual;
  float trim = 0; // CSS px less above and below, where what it holds brings room of its own
};

// Between a card's edge and what it holds, CSS px.
float card_padding(float card_width);

// A flow on a ground of its own, a block of the outer flow. The ground is drawn when it ends, below
// what was put into it.
class Panel : public Flow {
public:
  Panel(Flow &outer, CardLook = {});
  ~Panel();
  Panel(const Panel &) = delete;

private:
  Flow &outer_;
  CardLook look_;
};

// A panel that is a group; the group's node is as large as the ground.
class Card : public Group, public Panel {
public:
  Card(Flow &outer, std::string_view key, Role, const std::string &label, CardLook = {});
};

// Flows beside each other, a block of the outer flow, which goes on below the longest. Asked for a
// column that there is no room for, it gives the last one: one column is filled in the order of the
// code.
class Columns {
public:
  Columns(Flow &outer, std::size_t count, float gap = kCardGap);
  // Two, of which the first is so wide.
  struct FirstWidth {
    float w; // CSS px
  };
  Columns(Flow &outer, FirstWidth, float gap = kCardGap);
  ~Columns();
  Columns(const Columns &) = delete;
  Flow &operator[](std::size_t i) { return flows_[i < flows_.size() ? i : flows_.size() - 1]; }
  std::size_t count() const { return flows_.size(); }
  // Each column is one card, as high as the highest.
  void draw_as_cards();

private:
  float longest() const;
  Flow &outer_;
  std::vector<Flow> flows_;
};

// Boxes beside each other from the start of the flow, and in a further line where one has no room.
class Wrap {
public:
  Wrap(Flow &flow, float line_height, float gap, float line_gap)
      : flow_(flow), line_h_(line_height), gap_(gap), line_gap_(line_gap) {}
  ~Wrap() { flow_.advance(line_h_); }
  Wrap(const Wrap &) = delete;
  Rect box(float width); // of the whole line's height, at most as wide as the flow

private:
  Flow &flow_;
  float line_h_, gap_, line_gap_, taken_ = 0;
};

} // namespace rt
