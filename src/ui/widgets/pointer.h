#pragma once
// What a pointer, or a DOM control in its place, does to a drawn thing. Rectangles are CSS px.

#include "ui/ui.h"

namespace rt {

struct Press {
  bool hovered = false, held = false, pressed = false;
};
Press pressable(Ui &, std::uint32_t id, const Rect &);

// A handle that follows the pointer between x0 and x1. Sets `fraction` (0..1, from x0) and returns true when the pointer puts it somewhere.
bool draggable(Ui &, std::uint32_t id, const Rect &hit, float x0, float x1, float &fraction);

// Drawn around the control that has DOM focus.
void focus_ring(Ui &, std::uint32_t id, const Rect &, float radius);

} // namespace rt
