// What moves the chosen day: the handle over the lanes, play, − and +.
#include "ui/views/lane_axes.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/pointer.h"
#include "ui/words/phrases.h"

namespace rt {

void day_scrubber(Ui &ui, const LaneAxes &f, const Rect &hit) {
  const std::uint32_t id = node_id(field_key(Field::day), ui.parent);
  float fraction = 0;
  if (draggable(ui, id, hit, f.plot.x, f.plot.right(), fraction)) {
    const double day = f.horizon_h / 24 * static_cast<double>(fraction * fraction);
    ui.actions.push_back(SetValue{Field::day, day});
  }
  handle_events(ui, Field::day, id);
  const float x = f.x(ui.results.drawn_day * 24), y = f.plot.bottom();
  const bool held = ui.memory.dragged == id;
  ui.pen.line({x, f.plot.y - 6}, {x, y}, ui.theme.accent, 2);
  ui.pen.circle({x, y}, held ? 12.5f : 11, ui.theme.accent);
  ui.pen.circle({x, y}, 4, ui.theme.on_accent);
  focus_ring(ui, id, {x - 11, y - 11, 22, 22}, 11);

  const FieldSpec &spec = ui.content.field(Field::day);
  SemanticNode &node = describe(ui, id, Role::slider, hit, spec.label);
  node.flags = kHasRange;
  node.value_text = day_title(ui) + ", " + day_subtitle(ui);
  node.range = {spec.min, spec.max, spec.step, ui.state.day};
}

namespace {

// Lets the days pass by themselves, or stops them.
void play_button(Ui &ui, const Rect &hit) {
  const std::uint32_t id = node_id("play", ui.parent);
  const Press press = pressable(ui, id, hit);
  if (press.pressed) {
    ui.memory.playing = !ui.memory.playing;
    ui.memory.play_from_s = std::nan("");
  }
  const bool playing = ui.memory.playing;
  const Point c{hit.x + hit.w / 2, hit.y + hit.h / 2};
  const Color ink = ui.theme.accent;
  ui.pen.ring(c, 15, press.hovered ? ink : ui.theme.border, 1.5f);
  if (playing) {
    ui.pen.fill({c.x - 5, c.y - 5, 10, 10}, ink, 1.5f);
  } else { // points to where time runs
    const std::array<Point, 2> upper{{{c.x - 4, c.y - 6.5f}, {c.x + 7, c.y}}},
        lower{{{c.x - 4, c.y + 6.5f}, {c.x + 7, c.y}}};
    ui.pen.area(upper, lower, ink);
  }
  describe(ui, id, Role::button, hit, ui.word(playing ? Word::stop_days : Word::play_days));
  focus_ring(ui, id, {c.x - 15, c.y - 15, 30, 30}, 15);
}

} // namespace

void day_steps(Flow &flow, const LaneAxes &f, const TextStyle &style) {
  Ui &ui = flow.ui;
  const bool plays = !ui.theme.reduced_motion;
  const Rect row = flow.row(kTarget);
  const float taken = plays ? kTarget : 0;
  if (plays) play_button(ui, {row.x, row.y, kTarget, row.h});
  const std::string title =
      ui.pen.fitted(ui.word(Word::axis_days), row.w - 2 * kTarget - taken, style);
  const float w = ui.pen.width(title, style);
  // Below the middle of the plot, as far as the card has room for both beside it.
  const float middle = f.plot.x + (f.plot.w - w) / 2;
  const Rect box{std::max(row.x + kTarget + taken, std::min(middle, row.right() - kTarget - w)),
                 row.y, w, row.h};
  ui.pen.text(title, box, style, Align::center);
  const FieldSpec &spec = ui.content.field(Field::day);
  const std::uint32_t id = node_id(field_key(Field::day), ui.parent);
  field_step(ui, Field::day, id, false, spec.min, spec.max,
             {box.x - kTarget, box.y, kTarget, box.h});
  field_step(ui, Field::day, id, true, spec.min, spec.max, {box.right(), box.y, kTarget, box.h});
}

} // namespace rt
