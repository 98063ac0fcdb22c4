#include "ui/widgets/card.h"

#include "ui/widgets/controls.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace rt {

namespace {
float margin(float width) { return width < 360 ? 14.0f : 18.0f; }
} // namespace

Card::Card(Ui &ui, std::string_view key, Role role, const std::string &label, const Place &p)
    : ui_(ui), group_(ui, key, role, label),
      outer_(p), inner_{p.x + margin(p.w), p.y + margin(p.w), p.w - 2 * margin(p.w)} {}

void Card::title(const std::string &text, Color color) {
  TextStyle style = text_style(17, color, 1.3f);
  style.weight = Weight::bold;
  took(heading(ui_, "title", 3, text, inner_, style), 6);
}

void Card::line() {
  ui_.pen.line({inner_.x, inner_.y}, {inner_.x + inner_.w, inner_.y}, ui_.theme.divider, 1);
}

float Card::finish(Color border) {
  const Rect all{outer_.x, outer_.y, outer_.w, inner_.y + margin(outer_.w) - outer_.y};
  ui_.pen.card(all, ui_.theme.surface, border, ui_.theme.radius);
  group_.set_rect(all);
  return all.h;
}

TextStyle text_style(float size, Color color, float leading) {
  return {size, Weight::regular, color, leading};
}

float target_height(const Ui &ui) {
  return std::round(kTarget * std::max(1.0f, ui.pen.text_scale()));
}

bool fold(Ui &ui, std::string_view key, const Rect &rect, const std::string &label) {
  const std::uint32_t id = node_id(key, ui.parent);
  const Press press = pressable(ui, id, rect);
  if (press.pressed) ui.memory.toggle(id);
  const bool open = ui.memory.is_open(id);
  describe(ui, id, Role::button, rect, label).flags = kHasExpanded | (open ? kExpanded : 0u);
  if (press.hovered) ui.pen.fill(rect.inset(1), with_alpha(ui.theme.accent, 14), 6);
  focus_ring(ui, id, rect.inset(1), 6);
  return open;
}

void info_mark(Ui &ui, Point c, bool open) {
  const Color ink = open ? ui.theme.accent : ui.theme.muted;
  const float radius = std::round(7 * ui.pen.text_scale());
  ui.pen.ring(c, radius, ink, 1.2f);
  ui.pen.text("i", {c.x - radius, c.y - radius, 2 * radius, 2 * radius}, {10, Weight::bold, ink, 1},
              Align::center);
}

float word_texts(Ui &ui, Word first, Word last, bool list, const Place &p) {
  const TextStyle style = text_style(15, ui.theme.text);
  const float indent = list ? 16.0f : 0.0f, dot = ui.pen.line_height(style) / 2;
  const Role role = list ? Role::list_item : Role::text;
  Group group(ui, "texts", list ? Role::list : Role::group, "");
  float y = p.y;
  for (auto w = static_cast<std::size_t>(first); w <= static_cast<std::size_t>(last); ++w) {
    const std::string &text = ui.word(static_cast<Word>(w));
    if (list) ui.pen.circle({p.x + 4, y + dot}, 2.5f, ui.theme.accent);
    const Rect box{p.x + indent, y, p.w - indent, 0};
    const float h = ui.pen.paragraph(text, box, style);
    describe(ui, node_id(std::to_string(w), ui.parent), role, {p.x, y, p.w, h}, "").value_text =
        without_marks(text);
    y += h + 8;
  }
  group.set_rect({p.x, p.y, p.w, y - p.y});
  return y - p.y;
}

} // namespace rt
