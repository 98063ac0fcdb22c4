// What moves the chosen day: the slider below the strip, and the handle over the lanes.
#include "ui/views/lane_axes.h"
#include "ui/widgets/field_parts.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/pointer.h"
#include "ui/words/phrases.h"

namespace rt {

namespace {

// The same wherever it is drawn, and it is drawn once.
void listen(Ui &ui, const LaneAxes &f, const Rect &hit) {
  const std::uint32_t id = day_id();
  float fraction = 0;
  if (draggable(ui, id, hit, f.plot.x, f.plot.right(), fraction)) {
    const double day = f.horizon_h / 24 * static_cast<double>(fraction * fraction);
    ui.actions.push_back(SetValue{Field::day, day});
  }
  handle_events(ui, Field::day, id);
}

void tell(Ui &ui, const Rect &hit) {
  const FieldSpec &spec = ui.content.field(Field::day);
  SemanticNode &node = describe(ui, day_id(), Role::slider, hit, spec.label);
  node.flags = kHasRange;
  node.value_text = ui.named(day_title(ui) + ", " + day_subtitle(ui), without_marks(still_red(ui)));
  node.range = {spec.min, spec.max, spec.step, ui.state.day};
}

void knob(Ui &ui, Point c) {
  constexpr float kKnob = 13;
  const bool held = ui.memory.dragged == day_id();
  ui.pen.circle(c, kKnob, ui.theme.knob);
  ui.pen.ring(c, kKnob, ui.theme.accent, held ? 4.0f : 3.0f);
  focus_ring(ui, day_id(), {c.x - kKnob, c.y - kKnob, 2 * kKnob, 2 * kKnob}, kKnob);
}

} // namespace

std::uint32_t day_id() { return id_of(Field::day); }

void day_slider(Ui &ui, const LaneAxes &f, const Rect &hit) {
  listen(ui, f, hit);
  const float x = f.x(ui.results.drawn_day * 24), y = hit.y + hit.h / 2;
  ui.pen.fill({f.plot.x, y - 2, f.plot.w, 4}, ui.theme.edge, 2);
  ui.pen.fill({f.plot.x, y - 2, x - f.plot.x, 4}, ui.theme.accent, 2);
  ui.pen.dashed_vertical(x, f.plot.y, y - 13, ui.theme.text);
  knob(ui, {x, y});
  tell(ui, hit);
}

void day_scrubber(Ui &ui, const LaneAxes &f, const Rect &hit) {
  listen(ui, f, hit);
  const float x = f.x(ui.results.drawn_day * 24), y = f.plot.bottom();
  ui.pen.line({x, f.plot.y - 6}, {x, y}, ui.theme.text, 2);
  knob(ui, {x, y});
  tell(ui, hit);
}

} // namespace rt
