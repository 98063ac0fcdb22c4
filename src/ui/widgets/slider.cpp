// Sliders and steppers: fields with a range.
#include "ui/widgets/field_parts.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/pointer.h"
#include "ui/words/phrases.h"

#include <algorithm>

namespace rt {

namespace {

// The range of a field; a choice counts its options.
Range range_of(const Ui &ui, Field field) {
  const FieldSpec &spec = ui.content.field(field);
  const double value = get(ui.state, field);
  if (field_kind(field) == FieldKind::choice)
    return {0, static_cast<double>(spec.options.size()) - 1, 1, value};
  return {spec.min, spec.max, spec.step, value};
}

void describe_range(Ui &ui, Field field, const Range &range, const Rect &rect) {
  SemanticNode &node =
      describe(ui, id_of(field), Role::slider, rect, ui.content.field(field).label);
  node.flags = kHasRange;
  node.value_text = value_text(ui, field);
  node.range = range;
}

constexpr float kKnob = 11; // radius, CSS px

void draw_track(Ui &ui, std::uint32_t id, const Rect &hit, Point knob) {
  const float h = 6;
  const Rect track{hit.x, knob.y - h / 2, hit.w, h};
  ui.pen.fill(track, ui.theme.track, h / 2);
  ui.pen.fill({track.x, track.y, knob.x - track.x, h}, ui.theme.accent, h / 2);
  const bool held = ui.memory.dragged == id;
  const float radius = kKnob + (held ? 1.5f : 0);
  ui.pen.circle(knob, radius, ui.theme.knob);
  ui.pen.ring(knob, radius, ui.theme.accent, held ? 3 : 2);
  focus_ring(ui, id, {knob.x - kKnob, knob.y - kKnob, 2 * kKnob, 2 * kKnob}, kKnob);
}

} // namespace

void slider(Flow &flow, Field field) {
  Ui &ui = flow.ui;
  field_header(flow, field, value_text(ui, field));
  const std::uint32_t id = id_of(field);
  const Range range = range_of(ui, field);

  // − track +: each end is a target of its own, for whoever cannot drag.
  const Rect row = flow.row(kTarget);
  field_step(ui, field, id, false, range.min, range.max, {row.x, row.y, kTarget, row.h});
  const Rect hit{row.x + kTarget, row.y, row.w - 2 * kTarget, row.h};
  const float x0 = hit.x + kKnob, x1 = hit.right() - kKnob;
  float fraction = 0;
  if (draggable(ui, id, hit, x0, x1, fraction))
    set_field(ui, field, range.min + static_cast<double>(fraction) * (range.max - range.min));
  handle_events(ui, field, id);

  const double full = (range.value - range.min) / std::max(1e-9, range.max - range.min);
  draw_track(ui, id, hit, {x0 + (x1 - x0) * static_cast<float>(full), row.y + row.h / 2});
  describe_range(ui, field, range, hit);
  field_step(ui, field, id, true, range.min, range.max,
             {row.right() - kTarget, row.y, kTarget, row.h});
  explanation(flow, field);
}

void stepper(Flow &flow, Field field) {
  Ui &ui = flow.ui;
  const Range range = range_of(ui, field);
  const float side = kTarget - 8;
  const std::uint32_t id = id_of(field);

  float widest = 0;
  for (double end : {range.min, range.max})
    widest = std::max(widest, ui.pen.width(ui.host.number(end, 0), value_style(ui)));
  const float control_w = 2 * kTarget + widest + 12;
  const Rect row = flow.row(std::max(kTarget, scaled(ui, 44)) + 4);
  const Rect box{row.right() - control_w, row.y + (row.h - side) / 2, control_w, side};
  field_header(ui, field, {row.x, row.y, row.w - control_w - 8, row.h});
  ui.pen.outline(box, ui.theme.border, side / 2);
  ui.pen.text(value_text(ui, field), box, value_style(ui), Align::center);
  field_step(ui, field, id, false, range.min, range.max, {box.x, row.y, kTarget, row.h});
  handle_events(ui, field, id);
  describe_range(ui, field, range, {box.x + kTarget, box.y, box.w - 2 * kTarget, side});
  field_step(ui, field, id, true, range.min, range.max,
             {box.right() - kTarget, row.y, kTarget, row.h});
  focus_ring(ui, id, box, side / 2);
  explanation(flow, field);
}

} // namespace rt
