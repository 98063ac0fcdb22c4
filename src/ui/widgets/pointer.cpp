#include "ui/widgets/pointer.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace rt {

namespace {

constexpr float kTouchSlop = 6; // CSS px a finger may wander before it drags

ImRect device(const Ui &ui, const Rect &r) {
  const float k = ui.pen.pixel_ratio();
  return {r.x * k, r.y * k, r.right() * k, r.bottom() * k};
}

} // namespace

Press pressable(Ui &ui, std::uint32_t id, const Rect &rect) {
  Press p;
  const ImRect box = device(ui, rect);
  if (ImGui::ItemAdd(box, id)) p.pressed = ImGui::ButtonBehavior(box, id, &p.hovered, &p.held);
  if (p.hovered) ui.cursor = Cursor::pointer;
  if (ui.memory.pointer_is_touch && !p.held) p.hovered = false; // nothing stays lit behind a finger
  for (const ControlEvent &event : ui.events_for(id))
    p.pressed |= event.kind == ControlEvent::press;
  return p;
}

bool draggable(Ui &ui, std::uint32_t id, const Rect &hit, float x0, float x1, float &fraction) {
  ImGuiContext &g = *ImGui::GetCurrentContext();
  UiMemory &m = ui.memory;
  const ImRect box = device(ui, hit);
  if (!ImGui::ItemAdd(box, id)) return false;
  const bool hovered = ImGui::ItemHoverable(box, id, ImGuiItemFlags_None);
  if (hovered || g.ActiveId == id) ui.cursor = Cursor::sideways;
  const float k = ui.pen.pixel_ratio();
  auto fraction_at = [&](float x_px) {
    const float f = std::clamp((x_px / k - x0) / std::max(1.0f, x1 - x0), 0.0f, 1.0f);
    return ui.pen.right_to_left() ? 1 - f : f;
  };

  if (hovered && g.IO.MouseClicked[0] && g.ActiveId == 0) {
    ImGui::SetActiveID(id, g.CurrentWindow);
    m.dragged = id;
    m.drag_moves = !m.pointer_is_touch;
    m.drag_start_x = g.IO.MousePos.x;
  }
  if (g.ActiveId != id) return false;
  const bool released = !g.IO.MouseDown[0];
  const bool usable = ImGui::IsMousePosValid(&g.IO.MousePos) && !m.pointer_canceled;
  if (usable && std::abs(g.IO.MousePos.x - m.drag_start_x) > kTouchSlop * k) m.drag_moves = true;
  const bool moves = m.drag_moves;
  if (released) {
    ImGui::ClearActiveID();
    m.dragged = 0;
  }
  // A finger that only tapped has put the handle there; one that swiped away was canceled.
  if (!usable || (!moves && !released)) return false;
  fraction = fraction_at(g.IO.MousePos.x);
  return true;
}

void focus_ring(Ui &ui, std::uint32_t id, const Rect &rect, float radius) {
  if (ui.memory.focused == id) ui.pen.outline(rect.inset(-3), ui.theme.focus, radius + 3, 2);
}

} // namespace rt
