// One of a few: joined buttons, and the ten tones.
#include "ui/widgets/field_parts.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/option_bar.h"
#include "ui/widgets/pointer.h"
#include "ui/words/phrases.h"

#include "model/skin/skin_color.h"

#include <algorithm>
#include <vector>

namespace rt {

void choice(Flow &flow, Field field, bool with_label) {
  Ui &ui = flow.ui;
  const FieldSpec &spec = ui.content.field(field);
  if (with_label) field_header(flow, field);
  const auto chosen = static_cast<std::size_t>(get(ui.state, field));
  std::vector<BarOption> options;
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < spec.options.size(); ++i) {
    if (spec.options[i].hidden && i != chosen) continue;
    options.push_back({spec.options[i].key, spec.options[i].label, i == chosen});
    shown.push_back(i);
  }
  const std::string key = "/" + std::string(field_key(field)); // the same wherever it stands
  const int pressed = option_bar(flow, {key, spec.label, options});
  if (pressed >= 0)
    set_field(ui, field, static_cast<double>(shown[static_cast<std::size_t>(pressed)]));
  flow.advance(6);
  explanation(flow, field);
}

Color swatch_color(int tone) {
  const Srgb8 &c = kMonkSwatches[static_cast<std::size_t>(tone - 1)];
  return rgba(c[0], c[1], c[2]);
}

namespace {

bool swatch(Ui &ui, int tone, const Rect &hit, bool on) {
  const std::uint32_t id = node_id("monk" + std::to_string(tone), ui.parent);
  const Press press = pressable(ui, id, hit);
  const Color color = swatch_color(tone);
  const Point c{hit.x + hit.w / 2, hit.y + hit.h / 2};
  const float radius = std::min(hit.w / 2 - 2, 16.0f), drawn = radius - (on ? 3 : 0);
  ui.pen.circle(c, drawn, color);
  ui.pen.ring(c, drawn, mix(color, ui.theme.text, 0.25f), 1);
  if (on || press.hovered) ui.pen.ring(c, radius + 1, on ? ui.theme.accent : ui.theme.border, 2.5f);
  SemanticNode &node = describe(ui, id, Role::radio, hit,
                                fill(ui.word(Word::tone_value), {{"n", ui.host.number(tone, 0)}}));
  node.flags = on ? kChecked : 0u;
  node.color = color;
  focus_ring(ui, id, {c.x - radius, c.y - radius, 2 * radius, 2 * radius}, radius);
  return press.pressed;
}

} // namespace

void swatches(Flow &flow) {
  Ui &ui = flow.ui;
  constexpr Field field = Field::tone;
  constexpr int kTones = 10;
  field_header(flow, field, value_text(ui, field));
  const int columns = flow.width() >= kTones * kTarget ? kTones : kTones / 2;
  const Rect box = flow.row(kTarget * static_cast<float>(kTones / columns));
  const float w = box.w / static_cast<float>(columns);
  {
    Group group(ui, "/tones", Role::radio_group, ui.content.field(field).label, box);
    for (int i = 0; i < kTones; ++i) {
      const auto column = static_cast<float>(i % columns), row = static_cast<float>(i / columns);
      const Rect hit{box.x + w * column, box.y + kTarget * row, w, kTarget};
      if (swatch(ui, i + 1, hit, get(ui.state, field) == i + 1)) set_field(ui, field, i + 1);
    }
  }
  explanation(flow, field);
}

} // namespace rt
