#include "ui/widgets/pointer.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace rt {

namespace {

constexpr float kTouchSlop = 6; // CSS px a finger may wander before it drags

// Dear ImGui's item over the rectangle; what ImGui is asked of an item next is of this one. Returns
// whether it was pressed: the button went down and up in it.
bool item(const Ui &ui, std::uint32_t id, const Rect &rect) {
  const float k = ui.pen.pixel_ratio();
  const Rect r = ui.pen.mirrored(rect);
  const float left = r.x * k, top = r.y * k;
  ImGui::SetCursorScreenPos(ImVec2(left, top));
  ImGui::PushID(static_cast<int>(id));
  const ImVec2 size(std::max(1.0f, r.right() * k - left), std::max(1.0f, r.bottom() * k - top));
  const bool pressed = ImGui::InvisibleButton("", size);
  ImGui::PopID();
  return pressed;
}

} // namespace

Press pressable(Ui &ui, std::uint32_t id, const Rect &rect) {
  Press p;
  p.pressed = item(ui, id, rect);
  p.hovered = ImGui::IsItemHovered();
  p.held = ImGui::IsItemActive();
  if (p.hovered) ui.cursor = Cursor::pointer;
  if (ui.memory.pointer_is_touch && !p.held) p.hovered = false; // nothing stays lit behind a finger
  for (const ControlEvent &event : ui.events_for(id))
    p.pressed |= event.kind == ControlEvent::press;
  return p;
}

bool draggable(Ui &ui, std::uint32_t id, const Rect &hit, float x0, float x1, float &fraction) {
  UiMemory &m = ui.memory;
  item(ui, id, hit);
  const bool held = ImGui::IsItemActive(), released = ImGui::IsItemDeactivated();
  if (ImGui::IsItemHovered() || held || released) ui.cursor = Cursor::sideways;
  const float k = ui.pen.pixel_ratio();
  const float at_x = ImGui::GetMousePos().x;
  if (ImGui::IsItemActivated()) {
    m.dragged = id;
    m.drag_moves = !m.pointer_is_touch;
    m.drag_start_x = at_x;
  }
  if (!held && !released) return false;
  if (released) m.dragged = 0;

  const bool usable = ImGui::IsMousePosValid() && !m.pointer_canceled;
  if (usable && std::abs(at_x - m.drag_start_x) > kTouchSlop * k) m.drag_moves = true;
  // A finger that only tapped has put the handle there; one that swiped away was canceled.
  if (!usable || (!m.drag_moves && !released)) return false;
  fraction = std::clamp((ui.pen.mirrored(at_x / k) - x0) / std::max(1.0f, x1 - x0), 0.0f, 1.0f);
  return true;
}

void focus_ring(Ui &ui, std::uint32_t id, const Rect &rect, float radius) {
  if (ui.memory.focused == id) ui.pen.outline(rect.inset(-3), ui.theme.focus, radius + 3, 2);
}

} // namespace rt
