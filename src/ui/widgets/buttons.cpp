#include "ui/widgets/buttons.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {

namespace {

constexpr float kButtonText = 16; // CSS px

Rect around(Point c, float radius) { return {c.x - radius, c.y - radius, 2 * radius, 2 * radius}; }

} // namespace

bool button(Ui &ui, std::string_view key, const std::string &text, const Rect &rect) {
  const std::uint32_t id = node_id(key, ui.parent);
  const Press press = pressable(ui, id, rect);
  const float radius = std::min(12.0f, ui.theme.radius);
  ui.pen.fill(rect, press.hovered ? mix(ui.theme.surface, ui.theme.text, 0.08f) : ui.theme.surface,
              radius);
  ui.pen.outline(rect, ui.theme.edge, radius);
  const TextStyle style{kButtonText, Weight::regular, ui.theme.text};
  ui.pen.text(ui.pen.fitted(text, rect.w - 16, style), rect, style, Align::center);
  describe(ui, id, Role::button, rect, text);
  focus_ring(ui, id, rect, radius);
  return press.pressed;
}

float button_width(const Ui &ui, const std::string &text) {
  return ui.pen.width(text, {kButtonText, Weight::regular, 0}) + 32;
}

int buttons(Flow &flow, std::initializer_list<std::pair<const char *, Word>> all) {
  Ui &ui = flow.ui;
  int pressed = -1, i = 0;
  Wrap wrap(flow, target_height(ui), 8, 8);
  for (const auto &[key, word] : all) {
    const std::string &text = ui.word(word);
    const float w = std::max(kTarget, button_width(ui, text));
    if (button(ui, key, text, wrap.box(w))) pressed = i;
    ++i;
  }
  return pressed;
}

bool wide_button(Flow &flow, std::string_view key, const std::string &text) {
  return button(flow.ui, key, text, flow.row(target_height(flow.ui)));
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
  focus_ring(ui, id, around(c, radius), radius);
  return press.pressed && possible;
}

void switch_pill(Ui &ui, const Rect &pill, bool on) {
  const float radius = pill.h / 2;
  const Color off = readable(mix(ui.theme.track, ui.theme.text, 0.3f), ui.theme.surface, 3.0);
  ui.pen.fill(pill, on ? ui.theme.accent : off, radius);
  ui.pen.circle({on ? pill.right() - radius : pill.x + radius, pill.y + radius}, radius - 3,
                ui.theme.dark ? ui.theme.background : rgba(255, 255, 255));
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

void chevron(Ui &ui, Point center, bool open, Color ink) {
  const float up = open ? -1.0f : 1.0f;
  const std::array<Point, 3> strokes{{{-5, -3 * up}, {0, 3 * up}, {5, -3 * up}}};
  ui.pen.sign(center, strokes, ink, 2);
}

float text_link_width(const Ui &ui, const std::string &text) {
  return std::max(kTarget, ui.pen.width(text, {14, Weight::regular, 0}) + 1);
}

namespace {

Press link_text(Ui &ui, std::uint32_t id, const Rect &rect, const std::string &text, Align align) {
  const Press press = pressable(ui, id, rect);
  const TextStyle style{14, Weight::regular, ui.theme.accent, 20.0f / 14};
  const std::string shown = ui.pen.fitted(text, rect.w, style);
  const float w = ui.pen.width(shown, style);
  const float below = rect.y + rect.h / 2 + ui.pen.line_height(style) / 2;
  const float x = align == Align::end ? rect.right() - w : rect.x;
  ui.pen.text(shown, {x, rect.y, w + 1, rect.h}, style);
  ui.pen.fill({x, below - 1, w, press.hovered ? 2.0f : 1.0f}, ui.theme.accent);
  focus_ring(ui, id, rect.inset(2), 4);
  return press;
}

} // namespace

void draw_link(Ui &ui, std::uint32_t id, const Rect &rect, const std::string &text) {
  link_text(ui, id, rect, text, Align::start);
}

bool text_link(Ui &ui, std::string_view key, const Rect &rect, const std::string &text,
               Align align) {
  const std::uint32_t id = node_id(key, ui.parent);
  const bool pressed = link_text(ui, id, rect, text, align).pressed;
  describe(ui, id, Role::button, rect, text);
  return pressed;
}

bool link_fold(Ui &ui, std::string_view key, const Rect &rect, const std::string &text,
               const std::string &told) {
  const std::uint32_t id = node_id(key, ui.parent);
  const bool pressed = link_text(ui, id, rect, text, Align::end).pressed;
  if (pressed) ui.memory.toggle(id);
  const bool open = ui.memory.is_open(id);
  if (pressed && open) ui.memory.tell(told);
  describe(ui, id, Role::button, rect, text).flags = kHasExpanded | (open ? kExpanded : 0u);
  return open;
}

namespace {

// A name and its present value in a row, with room for a sign at its end.
Rect value_row(Flow &flow, const std::string &name, const std::string &value) {
  Ui &ui = flow.ui;
  const TextStyle body{16, Weight::regular, ui.theme.text, 1.5f},
      note{14, Weight::regular, ui.theme.muted, 20.0f / 14};
  const float w = flow.width() - 28;
  const float name_h = ui.pen.paragraph(name, {0, 0, w, 0}, body, false);
  const float value_h = value.empty() ? 0 : ui.pen.paragraph(value, {0, 0, w, 0}, note, false);
  const Rect row = flow.row(std::max(target_height(ui), name_h + value_h + 16));
  const float y = row.y + (row.h - name_h - value_h) / 2;
  ui.pen.paragraph(name, {row.x, y, w, 0}, body);
  if (!value.empty()) ui.pen.paragraph(value, {row.x, y + name_h, w, 0}, note);
  return row;
}

} // namespace

bool value_fold(Flow &flow, std::string_view key, const std::string &name,
                const std::string &value) {
  Ui &ui = flow.ui;
  const Rect row = value_row(flow, name, value);
  const bool open = fold(ui, key, row, value.empty() ? name : ui.named(name, value));
  chevron(ui, {row.right() - 12, row.y + row.h / 2}, open, ui.theme.accent);
  if (!open) flow.divider();
  return open;
}

bool value_button(Flow &flow, std::string_view key, const std::string &name,
                  const std::string &value) {
  Ui &ui = flow.ui;
  const Rect row = value_row(flow, name, value);
  const std::uint32_t id = node_id(key, ui.parent);
  const bool pressed = pressable(ui, id, row).pressed;
  const Point c{row.right() - 12, row.y + row.h / 2};
  ui.pen.fill({c.x - 6, c.y - 1, 12, 2}, ui.theme.accent, 1);
  ui.pen.fill({c.x - 1, c.y - 6, 2, 12}, ui.theme.accent, 1);
  describe(ui, id, Role::button, row, ui.named(name, value));
  focus_ring(ui, id, row.inset(1), 6);
  flow.divider();
  return pressed;
}

void info_mark(Ui &ui, Point c, Color ink) {
  const float radius = std::round(7 * ui.pen.text_scale());
  ui.pen.ring(c, radius, ink, 1.2f);
  ui.pen.text("i", around(c, radius), {10, Weight::bold, ink, 1}, Align::center);
}

} // namespace rt
