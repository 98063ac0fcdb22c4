#include "ui/widgets/controls.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace rt {

bool button(Ui &ui, std::string_view key, const std::string &text, const Rect &rect,
            ButtonLook look) {
  const std::uint32_t id = node_id(key, ui.parent);
  const Press press = pressable(ui, id, rect);
  const bool primary = look == ButtonLook::primary;
  const float radius = look == ButtonLook::pill ? rect.h / 2 : std::min(14.0f, ui.theme.radius);
  const Color ground = primary ? ui.theme.accent : ui.theme.surface;
  ui.pen.fill(rect, press.hovered ? mix(ground, ui.theme.text, 0.08f) : ground, radius);
  if (!primary) ui.pen.outline(rect, ui.theme.border, radius);
  const TextStyle style{look == ButtonLook::pill ? 14.0f : 16.0f,
                        primary ? Weight::bold : Weight::regular,
                        primary ? ui.theme.on_accent : ui.theme.text};
  ui.pen.text(ui.pen.fitted(text, rect.w - 16, style), rect, style, Align::center);
  describe(ui, id, Role::button, rect, std::string(text));
  focus_ring(ui, id, rect, radius);
  return press.pressed;
}

bool step_button(Ui &ui, std::uint32_t id, bool more, bool possible, const std::string &label,
                 const Rect &hit) {
  const Press press = pressable(ui, id, hit);
  const Point c{hit.x + hit.w / 2, hit.y + hit.h / 2};
  const float radius = 15;
  if (possible && (press.hovered || press.held)) ui.pen.circle(c, radius, ui.theme.accent_soft);
  const Color ink = possible ? ui.theme.accent : ui.theme.border;
  ui.pen.fill({c.x - 6, c.y - 1, 12, 2}, ink, 1);
  if (more) ui.pen.fill({c.x - 1, c.y - 6, 2, 12}, ink, 1);
  SemanticNode &node = describe(ui, id, Role::button, hit, label);
  node.flags = possible ? 0u : unsigned{kDisabled};
  node.range.value = more ? 1 : -1;
  focus_ring(ui, id, {c.x - radius, c.y - radius, 2 * radius, 2 * radius}, radius);
  return press.pressed && possible;
}

const Choosable *choice_bar(Ui &ui, std::span<const Choosable> items, std::size_t columns,
                            const Rect &box) {
  const std::size_t rows = (items.size() + columns - 1) / columns;
  const float h = box.h / static_cast<float>(rows), radius = std::min(12.0f, ui.theme.radius);
  const Choosable *pressed = nullptr;
  ui.pen.fill(box, ui.theme.surface, radius);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto &[key, label, on] = items[i];
    const std::size_t row = i / columns, column = i % columns;
    const std::size_t in_row = std::min(columns, items.size() - row * columns);
    const float w = box.w / static_cast<float>(in_row);
    const std::size_t at = column;
    const Rect cell{box.x + w * static_cast<float>(at), box.y + h * static_cast<float>(row), w, h};
    const std::uint32_t id = node_id(key, ui.parent);
    const Press press = pressable(ui, id, cell);
    if (press.pressed) pressed = &items[i];
    const float start = cell.x;
    if (on)
      ui.pen.fill(cell.inset(3), ui.theme.accent, radius - 3);
    else if (press.hovered)
      ui.pen.fill(cell.inset(3), ui.theme.accent_soft, radius - 3);
    else if (column > 0 && !items[i - 1].on)
      ui.pen.line({start, cell.y + 10}, {start, cell.bottom() - 10}, ui.theme.divider, 1);
    const TextStyle style{15, on ? Weight::semibold : Weight::regular,
                          on ? ui.theme.on_accent : ui.theme.text};
    ui.pen.text(ui.pen.fitted(label, w - 8, style), cell, style, Align::center);
    describe(ui, id, Role::radio, cell, label).flags = on ? kChecked : 0u;
    focus_ring(ui, id, cell, radius);
  }
  ui.pen.outline(box, ui.theme.border, radius);
  return pressed;
}

namespace {
constexpr float kSign = 24; // CSS px for the + or − of a line that opens
TextStyle disclosure_style(Color color) { return {15, Weight::semibold, color}; }
} // namespace

float disclosure_height(const Ui &ui, const std::string &title, float width) {
  const Rect box{0, 0, width - kSign, 0};
  const float words_h = ui.pen.paragraph(title, box, disclosure_style(0), false);
  return std::max(std::round(48 * std::max(1.0f, ui.pen.text_scale())), words_h + 16);
}

bool disclosure(Ui &ui, std::string_view key, const std::string &title, const Rect &rect) {
  const std::uint32_t id = node_id(key, ui.parent);
  const Press press = pressable(ui, id, rect);
  if (press.pressed) ui.memory.toggle(id);
  const bool open = ui.memory.is_open(id);
  const TextStyle style = disclosure_style(press.hovered ? ui.theme.accent : ui.theme.text);
  const Rect words{rect.x, rect.y, rect.w - kSign, 0};
  const float words_h = ui.pen.paragraph(title, words, style, false);
  ui.pen.paragraph(title, {words.x, rect.y + (rect.h - words_h) / 2, words.w, 0}, style);
  const Point c{rect.right() - 8, rect.y + rect.h / 2};
  ui.pen.fill({c.x - 6, c.y - 1, 12, 2}, ui.theme.muted, 1);
  if (!open) ui.pen.fill({c.x - 1, c.y - 6, 2, 12}, ui.theme.muted, 1);
  SemanticNode &node = describe(ui, id, Role::button, rect, std::string(title));
  node.flags = kHasExpanded | (open ? kExpanded : 0u);
  focus_ring(ui, id, rect, 6);
  return open;
}

float heading(Ui &ui, std::string_view key, int level, const std::string &text, const Place &p,
              const TextStyle &style) {
  const float h = ui.pen.line_height(style);
  const Rect rect{p.x, p.y, p.w, h};
  ui.pen.text(ui.pen.fitted(text, p.w, style), rect, style);
  describe(ui, node_id(key, ui.parent), Role::heading, rect, std::string(text)).range.value = level;
  return h;
}

float text_block(Ui &ui, std::string_view key, const std::string &markup, const Place &p,
                 const TextStyle &style, Align align) {
  const float h = ui.pen.paragraph(markup, {p.x, p.y, p.w, 0}, style, true, align);
  describe(ui, node_id(key, ui.parent), Role::text, {p.x, p.y, p.w, h}, "").value_text =
      without_marks(markup);
  return h;
}

} // namespace rt
