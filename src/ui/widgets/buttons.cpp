#include "ui/widgets/buttons.h"

#include <algorithm>
#include <cmath>

namespace rt {

namespace {

constexpr float kButtonText = 14; // CSS px

Rect around(Point c, float radius) { return {c.x - radius, c.y - radius, 2 * radius, 2 * radius}; }

} // namespace

bool button(Ui &ui, std::string_view key, const std::string &text, const Rect &rect) {
  const std::uint32_t id = node_id(key, ui.parent);
  const Press press = pressable(ui, id, rect);
  const float radius = rect.h / 2;
  ui.pen.fill(rect, press.hovered ? mix(ui.theme.surface, ui.theme.text, 0.08f) : ui.theme.surface,
              radius);
  ui.pen.outline(rect, ui.theme.border, radius);
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

bool disclosure(Flow &flow, std::string_view key, const std::string &title) {
  Ui &ui = flow.ui;
  constexpr float sign_w = 24;
  TextStyle style{15, Weight::semibold, 0};
  const Slot &at = flow.cursor();
  Rect words{at.x, at.y, at.w - sign_w, 0};
  words.h = ui.pen.paragraph(title, words, style, false);
  const Rect rect =
      flow.row(std::max(std::round(48 * std::max(1.0f, ui.pen.text_scale())), words.h + 16));
  words.y += (rect.h - words.h) / 2;

  const std::uint32_t id = node_id(key, ui.parent);
  const Press press = pressable(ui, id, rect);
  if (press.pressed) ui.memory.toggle(id);
  const bool open = ui.memory.is_open(id);
  style.color = press.hovered ? ui.theme.accent : ui.theme.text;
  ui.pen.paragraph(title, words, style);
  const Point c{rect.right() - 8, rect.y + rect.h / 2};
  ui.pen.fill({c.x - 6, c.y - 1, 12, 2}, ui.theme.muted, 1);
  if (!open) ui.pen.fill({c.x - 1, c.y - 6, 2, 12}, ui.theme.muted, 1);
  describe(ui, id, Role::button, rect, title).flags = kHasExpanded | (open ? kExpanded : 0u);
  focus_ring(ui, id, rect, 6);
  return open;
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

void info_mark(Ui &ui, Point c, Color ink) {
  const float radius = std::round(7 * ui.pen.text_scale());
  ui.pen.ring(c, radius, ink, 1.2f);
  ui.pen.text("i", around(c, radius), {10, Weight::bold, ink, 1}, Align::center);
}

} // namespace rt
