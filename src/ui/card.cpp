#include "ui/card.h"

#include "ui/controls.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace rt {

namespace {
float margin(float width) { return width < 360 ? 14.0f : 18.0f; }
} // namespace

Card::Card(Ui &ui, std::string_view key, Role role, std::string label, Place p)
    : ui_(ui), group_(ui, key, role, std::move(label)),
      outer_(p), inner_{p.x + margin(p.w), p.y + margin(p.w), p.w - 2 * margin(p.w)} {}

void Card::title(std::string_view text) {
  const TextStyle style{17, Weight::bold, ui_.theme.text, 1.3f};
  took(heading(ui_, "title", 3, text, inner_, style), 6);
}

void Card::line() {
  ui_.pen.line({inner_.x, inner_.y}, {inner_.x + inner_.w, inner_.y}, ui_.theme.divider, 1);
}

float Card::finish() { return finish(ui_.theme.surface, ui_.theme.border); }

float Card::finish(Color ground, Color border) {
  const Rect all{outer_.x, outer_.y, outer_.w, inner_.y + margin(outer_.w) - outer_.y};
  ui_.pen.card(all, ground, border, ui_.theme.radius);
  group_.set_rect(all);
  return all.h;
}

Fold fold(Ui &ui, std::string_view key, Rect rect, std::string label) {
  const std::uint32_t id = node_id(key, ui.parent);
  const Press press = pressable(ui, id, rect);
  if (press.pressed) ui.memory.toggle(id);
  const bool open = ui.memory.is_open(id);
  describe(ui, id, Role::button, rect, std::move(label)).flags =
      kHasExpanded | (open ? kExpanded : 0u);
  focus_ring(ui, id, rect.inset(1), 6);
  return {open, press.hovered};
}

void info_mark(Ui &ui, Point c, const Fold &fold) {
  const Color ink = fold.open || fold.hovered ? ui.theme.accent : ui.theme.muted;
  const float radius = std::round(7 * ui.pen.text_scale());
  ui.pen.ring(c, radius, ink, 1.2f);
  ui.pen.text("i", {c.x - radius, c.y - radius, 2 * radius, 2 * radius}, {10, Weight::bold, ink, 1},
              Align::center);
}

Item::Item(Ui &ui, std::string_view key, std::string spoken, Rect rect)
    : group_(ui, key, Role::list_item, "", rect) {
  ui.nodes.back().value_text = std::move(spoken);
}

float bullet(Ui &ui, std::string_view key, std::string_view text, Place p, const TextStyle &style) {
  const float indent = 16, line_h = ui.pen.line_height(style);
  const bool rtl = ui.pen.right_to_left();
  ui.pen.circle({rtl ? p.x + p.w - 4 : p.x + 4, p.y + line_h / 2}, 2.5f, ui.theme.accent);
  const Rect box{rtl ? p.x : p.x + indent, p.y, p.w - indent, 0};
  const float h = ui.pen.paragraph(text, box, style);
  describe(ui, node_id(key, ui.parent), Role::list_item, {p.x, p.y, p.w, h}, "").value_text =
      without_marks(text);
  return h;
}

} // namespace rt
