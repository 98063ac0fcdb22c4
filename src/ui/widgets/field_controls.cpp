#include "ui/widgets/field_controls.h"

#include "model/skin/skin_color.h"
#include "ui/words/phrases.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {

namespace {

TextStyle label_style(const Ui &ui) { return {15, Weight::regular, ui.theme.text}; }
TextStyle value_style(const Ui &ui) { return {15, Weight::bold, ui.theme.text}; }

float scaled(const Ui &ui, float css) { return std::round(css * ui.pen.text_scale()); }

// The same wherever the layout puts the control, so that focus and what is open stay.
std::uint32_t id_of(Field field) { return node_id(field_key(field)); }

// The label and the round "i" behind it, at `icon_x`, open the field's explanation.
void info_button(Ui &ui, Field field, const Rect &hit, float icon_x) {
  const std::uint32_t id = node_id("explain", id_of(field));
  const Press press = pressable(ui, id, hit);
  if (press.pressed) ui.memory.toggle(id);
  const bool open = ui.memory.is_open(id);
  const Color ink = open || press.hovered ? ui.theme.accent : ui.theme.muted;
  const float radius = scaled(ui, 7);
  const Point c{icon_x, hit.y + hit.h / 2};
  ui.pen.ring(c, radius, ink, 1.2f);
  ui.pen.text("i", {c.x - radius, c.y - radius, 2 * radius, 2 * radius}, {10, Weight::bold, ink, 1},
              Align::center);
  SemanticNode &node =
      describe(ui, id, Role::button, hit,
               fill(ui.word(Word::about_field), {{"name", ui.content.field(field).label}}));
  node.flags = kHasExpanded | (open ? kExpanded : 0u);
  focus_ring(ui, id, hit.inset(3), 6);
}

// The line above a control: its name, a round "i" that opens the explanation, its value.
float field_header(Ui &ui, Field field, const Place &p, const std::string &value, float height) {
  const FieldSpec &spec = ui.content.field(field);
  const TextStyle style = label_style(ui);
  const float h = std::max(height, scaled(ui, 30));
  const float value_w = value.empty() ? 0 : ui.pen.width(value, value_style(ui)) + 12;
  const std::string label = ui.pen.fitted(spec.label, p.w - value_w - 30, style);
  const bool rtl = ui.pen.right_to_left();
  ui.pen.text(label, {p.x, p.y, p.w, h}, style);
  if (!value.empty()) ui.pen.text(value, {p.x, p.y, p.w, h}, value_style(ui), Align::end);
  if (!spec.explanation.empty()) {
    const float label_w = ui.pen.width(label, style), w = std::max(kTarget, label_w + 28);
    info_button(ui, field, {rtl ? p.x + p.w - w : p.x, p.y, w, h},
                rtl ? p.x + p.w - label_w - 14 : p.x + label_w + 14);
  }
  return h;
}

// The opened explanation below a control, or nothing.
float explanation(Ui &ui, Field field, const Place &p) {
  const std::string key = std::string(field_key(field)) + "/explain";
  if (!ui.memory.is_open(node_id("explain", id_of(field)))) return 0;
  const TextStyle style{13.5f, Weight::regular, ui.theme.muted, 1.45f};
  return text_block(ui, key + "/text", ui.content.field(field).explanation, {p.x, p.y + 2, p.w},
                    style) +
         10;
}

void set(Ui &ui, Field field, double value) {
  if (value != get(ui.state, field)) ui.actions.push_back(SetValue{field, value});
}

struct Ends {
  double min, max;
};
Ends ends_of(const FieldSpec &spec, Field field) {
  if (field_kind(field) == FieldKind::choice)
    return {0, static_cast<double>(spec.options.size()) - 1};
  return {spec.min, spec.max};
}

Color swatch_color(int tone) {
  const Srgb8 &c = kMonkSwatches[static_cast<std::size_t>(tone - 1)];
  return rgba(c[0], c[1], c[2]);
}

// Buttons of a segmented choice in rows of `columns`, each as wide as the widest label needs.
std::size_t columns_for(const Ui &ui, const std::vector<std::size_t> &shown, const FieldSpec &spec,
                        float width) {
  float widest = 0;
  for (std::size_t i : shown)
    widest = std::max(widest,
                      ui.pen.width(spec.options[i].label, {15, Weight::semibold, ui.theme.text}));
  const std::size_t fit = static_cast<std::size_t>(std::max(1.0f, width / (widest + 16)));
  if (fit >= shown.size()) return shown.size();
  const std::size_t rows = (shown.size() + fit - 1) / fit;
  return (shown.size() + rows - 1) / rows;
}

} // namespace

std::string value_text(const Ui &ui, Field field) {
  return value_text(ui, field, get(ui.state, field));
}

std::string value_text(const Ui &ui, Field field, double value) {
  const FieldSpec &spec = ui.content.field(field);
  switch (field_kind(field)) {
  case FieldKind::choice: return spec.options[static_cast<std::size_t>(value)].label;
  case FieldKind::toggle: return ui.word(value != 0 ? Word::yes : Word::no);
  case FieldKind::tone:
    return value == 0 ? ui.word(Word::not_chosen)
                      : fill(ui.word(Word::tone_value), {{"n", ui.host.number(value, 0)}});
  case FieldKind::moment:
    return std::isnan(value) ? ui.word(Word::not_set)
                             : ui.host.moment(value, MomentStyle::day_and_hour);
  case FieldKind::range: break;
  }
  if (field == Field::depth_mm)
    return fill(ui.word(Word::unit_mm),
                {{"n", ui.host.number(
                           value, std::abs(value * 10 - std::round(value * 10)) < 1e-9 ? 1 : 2)}});
  return ui.host.number(value, 0);
}

void field_step(Ui &ui, Field field, std::uint32_t field_id, bool more, double min, double max,
                const Rect &hit) {
  const double value = get(ui.state, field);
  const std::string label = fill(ui.word(more ? Word::more_of : Word::less_of),
                                 {{"name", ui.content.field(field).label}});
  const bool possible = more ? value < max : value > min;
  if (step_button(ui, node_id(more ? "more" : "less", field_id), more, possible, label, hit))
    ui.actions.push_back(Step{field, more ? 1.0 : -1.0});
}

void obey(Ui &ui, Field field, std::uint32_t id) {
  if (const ControlEvent *asked = ui.asked_of(id)) {
    if (asked->kind == ControlEvent::set)
      set(ui, field, asked->value);
    else if (asked->kind == ControlEvent::step)
      ui.actions.push_back(Step{field, asked->value});
  }
}

float segmented(Ui &ui, Field field, const Place &p, bool with_label) {
  const FieldSpec &spec = ui.content.field(field);
  float y = p.y;
  if (with_label) y += field_header(ui, field, {p.x, y, p.w}, "", kTarget);
  std::vector<std::size_t> shown;
  const auto chosen = static_cast<std::size_t>(get(ui.state, field));
  for (std::size_t i = 0; i < spec.options.size(); ++i)
    if (!spec.options[i].hidden || i == chosen) shown.push_back(i);

  std::vector<Choosable> items;
  for (std::size_t i : shown)
    items.push_back({spec.options[i].key, spec.options[i].label, i == chosen});
  const std::size_t columns = columns_for(ui, shown, spec, p.w);
  const std::size_t rows = (shown.size() + columns - 1) / columns;
  const float cell_h = std::max(kTarget, scaled(ui, 44));
  const Rect box{p.x, y, p.w, cell_h * static_cast<float>(rows)};
  {
    Group group(ui, field_key(field), Role::radio_group, spec.label, box);
    if (const Choosable *pressed = choice_bar(ui, items, columns, box))
      set(ui, field, static_cast<double>(shown[static_cast<std::size_t>(pressed - items.data())]));
  }
  y = box.bottom() + 6;
  return y - p.y + explanation(ui, field, {p.x, y, p.w});
}

float slider(Ui &ui, Field field, const Place &p) {
  const FieldSpec &spec = ui.content.field(field);
  const std::string shown = value_text(ui, field);
  const float y = p.y + field_header(ui, field, p, shown, kTarget);
  const std::uint32_t id = id_of(field);
  const Ends ends = ends_of(spec, field);
  const double value = get(ui.state, field);
  const bool rtl = ui.pen.right_to_left();

  // − track +: each end is a target of its own, for whoever cannot drag.
  const float radius = 11, row_h = kTarget;
  const float left = p.x - 14, right = p.x + p.w - kTarget + 14;
  field_step(ui, field, id, false, ends.min, ends.max, {rtl ? right : left, y, kTarget, row_h});
  const Rect hit{p.x + kTarget - 14, y, p.w - 2 * (kTarget - 14), row_h};
  const float x0 = hit.x + radius, x1 = hit.right() - radius;
  float fraction = 0;
  if (draggable(ui, id, hit, x0, x1, fraction))
    set(ui, field, ends.min + static_cast<double>(fraction) * (ends.max - ends.min));
  obey(ui, field, id);

  const double full = (value - ends.min) / std::max(1e-9, ends.max - ends.min);
  const float at = static_cast<float>(rtl ? 1 - full : full);
  const float track_h = 6;
  const Point knob{x0 + (x1 - x0) * at, y + row_h / 2};
  const Rect track{hit.x, knob.y - track_h / 2, hit.w, track_h};
  ui.pen.fill(track, ui.theme.track, track_h / 2);
  const float from = rtl ? knob.x : track.x, to = rtl ? track.right() : knob.x;
  ui.pen.fill({from, track.y, to - from, track_h}, ui.theme.accent, track_h / 2);
  const bool held = ui.memory.dragged == id;
  ui.pen.circle(knob, radius + (held ? 1.5f : 0), ui.theme.knob);
  ui.pen.ring(knob, radius + (held ? 1.5f : 0), ui.theme.accent, held ? 3 : 2);
  focus_ring(ui, id, {knob.x - radius, knob.y - radius, 2 * radius, 2 * radius}, radius);

  SemanticNode &node = describe(ui, id, Role::slider, hit, spec.label);
  node.flags = kHasRange;
  node.value_text = shown;
  const bool choice = field_kind(field) == FieldKind::choice;
  node.range = {ends.min, ends.max, choice ? 1 : spec.step, value};
  field_step(ui, field, id, true, ends.min, ends.max, {rtl ? left : right, y, kTarget, row_h});
  const float below = y + row_h;
  return below - p.y + explanation(ui, field, {p.x, below, p.w});
}

float stepper(Ui &ui, Field field, const Place &p) {
  const FieldSpec &spec = ui.content.field(field);
  const std::string shown = value_text(ui, field);
  const float h = std::max(kTarget, scaled(ui, 44)) + 4, side = kTarget - 8;
  const std::uint32_t id = id_of(field);

  float widest = 0;
  for (double end : {spec.min, spec.max})
    widest = std::max(widest, ui.pen.width(ui.host.number(end, 0), value_style(ui)));
  const float control_w = 2 * kTarget + widest + 12;
  const bool rtl = ui.pen.right_to_left();
  const Rect box{rtl ? p.x : p.x + p.w - control_w, p.y + (h - side) / 2, control_w, side};
  field_header(ui, field, {rtl ? box.right() + 8 : p.x, p.y, p.w - control_w - 8}, "", h);
  ui.pen.outline(box, ui.theme.border, side / 2);
  ui.pen.text(shown, box, value_style(ui), Align::center);
  const float left = box.x, right = box.right() - kTarget;
  field_step(ui, field, id, false, spec.min, spec.max, {rtl ? right : left, p.y, kTarget, h});
  obey(ui, field, id);
  SemanticNode &node = describe(ui, id, Role::slider,
                                {box.x + kTarget, box.y, box.w - 2 * kTarget, side}, spec.label);
  node.flags = kHasRange;
  node.value_text = shown;
  node.range = {spec.min, spec.max, spec.step, get(ui.state, field)};
  field_step(ui, field, id, true, spec.min, spec.max, {rtl ? left : right, p.y, kTarget, h});
  focus_ring(ui, id, box, side / 2);
  return h + explanation(ui, field, {p.x, p.y + h, p.w});
}

float toggle(Ui &ui, Field field, const Place &p, const ChoiceEffect *effect) {
  const FieldSpec &spec = ui.content.field(field);
  const bool on = get(ui.state, field) != 0;
  const bool rtl = ui.pen.right_to_left();
  const std::uint32_t id = id_of(field);
  const float switch_w = 44, switch_h = 26;

  const EffectText text = effect ? effect_text(ui, *effect) : EffectText{};
  const TextStyle chip_style{13, Weight::semibold,
                             text.better ? ui.theme.chip_good_text : ui.theme.chip_bad_text};
  const float chip_w =
      text.shown.empty() || text.neutral ? 0 : ui.pen.width(text.shown, chip_style) + 16;
  TextStyle style = label_style(ui);
  if (p.w < 270) style.size = 14;
  // The hours stand beside the label, or below it where that would leave too little for words.
  const float whole_w = p.w - switch_w - 12 - 26, beside_w = whole_w - chip_w - 10;
  const bool below = chip_w > 0 && beside_w < scaled(ui, 7 * style.size);
  const float label_w = chip_w == 0 || below ? whole_w : beside_w;
  const float chip_h = scaled(ui, 24);
  const float words_h = ui.pen.paragraph(spec.label, {0, 0, label_w, 0}, style, false);
  const TextStyle note_style{13, Weight::regular, ui.theme.muted, 1.3f};
  const float note_h =
      text.neutral ? ui.pen.paragraph(text.shown, {0, 0, label_w, 0}, note_style, false) + 2 : 0;
  const float text_h = words_h + note_h + (below ? chip_h + 4 : 0);
  const float h = std::max(std::max(kTarget, scaled(ui, 44)) + 2, text_h + 18);
  auto at = [&](float from_start, float w) {
    return rtl ? p.x + p.w - from_start - w : p.x + from_start;
  };

  // The label with its "i" explains, the rest of the row switches.
  const float explains_w = label_w + 26, switches_w = p.w - explains_w;
  const Rect hit{at(explains_w, switches_w), p.y, switches_w, h};
  const Press press = pressable(ui, id, hit);
  if (press.pressed) set(ui, field, on ? 0 : 1);

  const float top = p.y + (h - text_h) / 2;
  ui.pen.paragraph(spec.label, {at(0, label_w), top, label_w, words_h}, style);
  if (text.neutral)
    ui.pen.paragraph(text.shown, {at(0, label_w), top + words_h + 2, label_w, note_h}, note_style);
  if (chip_w > 0) {
    const Rect chip{at(below ? 0 : p.w - switch_w - 12 - chip_w, chip_w),
                    below ? top + words_h + 4 : p.y + (h - chip_h) / 2, chip_w, chip_h};
    ui.pen.fill(chip, text.better ? ui.theme.chip_good : ui.theme.chip_bad, 9);
    ui.pen.text(text.shown, chip, chip_style, Align::center);
  }
  const Rect pill{at(p.w - switch_w, switch_w), p.y + (h - switch_h) / 2, switch_w, switch_h};
  const Color off_ground = mix(ui.theme.track, ui.theme.text, 0.3f);
  ui.pen.fill(pill, on ? ui.theme.accent : readable(off_ground, ui.theme.surface, 3.0),
              switch_h / 2);
  ui.pen.circle(
      {on != rtl ? pill.right() - switch_h / 2 : pill.x + switch_h / 2, pill.y + switch_h / 2},
      switch_h / 2 - 3, ui.theme.dark ? ui.theme.background : rgba(255, 255, 255));
  focus_ring(ui, id, pill, switch_h / 2);

  SemanticNode &node = describe(ui, id, Role::switch_, hit, spec.label);
  node.flags = on ? kChecked : 0u;
  node.value_text = text.spoken;

  if (!spec.explanation.empty())
    info_button(ui, field, {at(0, explains_w), p.y, explains_w, h}, at(label_w, 28) + 14);
  return h + explanation(ui, field, {p.x, p.y + h, p.w});
}

float swatches(Ui &ui, const Place &p) {
  constexpr Field field = Field::tone;
  const FieldSpec &spec = ui.content.field(field);
  const auto chosen = static_cast<int>(get(ui.state, field));
  float y = p.y + field_header(ui, field, p, value_text(ui, field), kTarget);
  const int columns = p.w >= 10 * kTarget ? 10 : 5;
  const float cell = p.w / static_cast<float>(columns), row_h = kTarget;
  const float radius = std::min(cell / 2 - 2, 16.0f);
  const Rect box{p.x, y, p.w, row_h * static_cast<float>(10 / columns)};
  {
    Group group(ui, field_key(field), Role::radio_group, spec.label, box);
    for (int tone = 1; tone <= 10; ++tone) {
      const int row = (tone - 1) / columns, column = (tone - 1) % columns;
      const int at = ui.pen.right_to_left() ? columns - 1 - column : column;
      const Rect hit{p.x + cell * static_cast<float>(at), y + row_h * static_cast<float>(row), cell,
                     row_h};
      const std::uint32_t id = node_id("monk" + std::to_string(tone), ui.parent);
      const Press press = pressable(ui, id, hit);
      if (press.pressed) set(ui, field, tone);
      const Point c{hit.x + cell / 2, hit.y + row_h / 2};
      const bool on = tone == chosen;
      ui.pen.circle(c, radius - (on ? 3 : 0), swatch_color(tone));
      ui.pen.ring(c, radius - (on ? 3 : 0), mix(swatch_color(tone), ui.theme.text, 0.25f), 1);
      if (on || press.hovered)
        ui.pen.ring(c, radius + 1, on ? ui.theme.accent : ui.theme.border, 2.5f);
      SemanticNode &node =
          describe(ui, id, Role::radio, hit,
                   fill(ui.word(Word::tone_value), {{"n", ui.host.number(tone, 0)}}));
      node.flags = on ? kChecked : 0u;
      node.color = swatch_color(tone);
      focus_ring(ui, id, {c.x - radius, c.y - radius, 2 * radius, 2 * radius}, radius);
    }
  }
  y = box.bottom();
  return y - p.y + explanation(ui, field, {p.x, y, p.w});
}

float moment(Ui &ui, Field field, const Place &p) {
  const FieldSpec &spec = ui.content.field(field);
  const std::string shown = value_text(ui, field);
  const float h = std::max(kTarget, scaled(ui, 44)) + 4, pill_h = scaled(ui, 38);
  const TextStyle style = value_style(ui);
  const float pill_w = std::min(ui.pen.width(shown, style) + 28, p.w);
  const bool rtl = ui.pen.right_to_left();
  const bool below = pill_w + ui.pen.width(spec.label, label_style(ui)) + 46 > p.w;
  const float header_h = below ? std::max(kTarget, scaled(ui, 30)) : h;
  const float y = below ? p.y + header_h : p.y;
  const float header_w = below ? p.w : p.w - pill_w - 8;
  field_header(ui, field, {rtl && !below ? p.x + pill_w + 8 : p.x, p.y, header_w}, "", header_h);
  const float x = below != rtl ? p.x : p.x + p.w - pill_w;
  const Rect pill{x, y + (h - pill_h) / 2, pill_w, pill_h};
  ui.pen.outline(pill, ui.theme.border, pill_h / 2);
  ui.pen.text(shown, pill, style, Align::center);

  const std::uint32_t id = id_of(field);
  if (const ControlEvent *asked = ui.asked_of(id);
      asked != nullptr && asked->kind == ControlEvent::set)
    ui.actions.push_back(SetValue{field, asked->value});
  SemanticNode &node = describe(ui, id, Role::moment, {pill.x, y, pill.w, h}, spec.label);
  node.value_text = shown;
  node.range.value = get(ui.state, field);
  node.flags = kHasRange;
  focus_ring(ui, id, pill, pill_h / 2);
  const float used = y + h - p.y;
  return used + explanation(ui, field, {p.x, p.y + used, p.w});
}

} // namespace rt
