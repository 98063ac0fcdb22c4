#include "ui/views/plot.h"

#include "ui/views/lane_axes.h"
#include "ui/views/skin.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/texts.h"
#include "ui/words/durations.h"
#include "ui/words/phrases.h"

namespace rt {

namespace {

constexpr std::array<int, 7> kTickDays{1, 2, 3, 5, 7, 10, 14};
// CSS px: of redness, of the other signs beside their names, and below them.
constexpr float kRednessLane = 104, kLane = 50, kLaneBelow = 64;

// The bands of the phases and, where there is room, their names.
void phase_bands(Ui &ui, const LaneAxes &f, float top, bool with_names) {
  const TextStyle style = note_style(ui);
  const float name_h = ui.pen.line_height(style);
  for (std::size_t i = 0; i < kPhases; ++i) {
    const float a = f.x(kPhaseStart_h[i]), b = f.x(kPhaseStart_h[i + 1]);
    if (i % 2 == 0) ui.pen.fill({a, top, b - a, f.plot.bottom() - top}, ui.theme.band_alternate);
    if (!with_names) continue;
    const std::string name = ui.pen.fitted(phase_name(ui, static_cast<Phase>(i)), b - a - 6, style);
    ui.pen.text(name, {a, top + 2, b - a, name_h}, style, Align::center);
  }
}

// The dashed lines lie under the courses, their flags over all.
enum class Layer { lines, flags };

// A dashed line with a flag, at the end of which it stands where the page ends.
void milestone_line(Ui &ui, const LaneAxes &f, double hour, const std::string &name, float y,
                    Layer layer, bool clinic = false) {
  if (hour <= 0 || hour >= f.horizon_h) return;
  const float x = f.x(hour);
  const TextStyle style{14, Weight::bold, ui.theme.chip_good_text, 20.0f / 14};
  const float mark = clinic ? kClinicMark + 6 : 0;
  const float w = std::min(ui.pen.width(name, style) + 16 + mark, f.plot.w);
  const float h = ui.pen.line_height(style) + 4;
  if (layer == Layer::lines)
    return ui.pen.dashed_vertical(x, y + h, f.plot.bottom(), ui.theme.chip_good_text);
  const Rect flag{std::clamp(x - 4, f.plot.x, f.plot.right() - w), y, w, h};
  ui.pen.fill(flag, ui.theme.chip_good, 4);
  if (clinic) clinic_mark(ui, {flag.x + mark, flag.y + h / 2});
  const Rect words{flag.x + mark, flag.y, flag.w - mark, flag.h};
  ui.pen.text(ui.pen.fitted(name, words.w - 8, style), words, style, Align::center);
}

void milestone_lines(Ui &ui, const LaneAxes &f, float y, Layer layer) {
  const auto time_of = [](const Projection &of, Milestone m) {
    return of.milestone[static_cast<std::size_t>(m)];
  };
  const double normal =
      static_cast<double>(time_of(ui.results.drawn, Milestone::looks_normal).hours[kMedian]);
  const Advice *make_up = milestone_advice(ui, Milestone::make_up);
  const float row_h = 24 * std::max(1.0f, ui.pen.text_scale());
  milestone_line(ui, f, milestone_from(ui, Milestone::make_up).value_or(0),
                 ui.word(Word::chip_make_up), y, layer, make_up && !make_up->says.empty());
  milestone_line(ui, f, normal, ui.word(Word::chip_looks_normal), y + row_h + 4, layer);
}

// When a sign is over, or how many people get it and until when.
std::string lane_note(const Ui &ui, Sign sign) {
  const SignBand &band = ui.results.projection.sign[static_cast<std::size_t>(sign)];
  const Quantiles &until = band.hours_until_not_visible;
  const double n = std::round(20 * band.incidence);
  if (n < 1) return ui.word(Word::event_few);
  // Of those who get it.
  const auto affected = [&](double share) {
    return value_of_share(until, 1 - band.incidence * (1 - share));
  };
  const std::string time = duration_range(ui, affected(0.1), affected(0.9));
  if (n >= 19) return fill(ui.word(Word::lane_over), {{"time", time}});
  return fill(ui.word(Word::lane_over_of), {{"n", ui.host.number(n, 0)}, {"time", time}});
}

// The lines of the levels of redness, named where there is room before the plot.
void level_lines(Ui &ui, const LaneAxes &f, float name_w) {
  const Rect &lane = f.lane[0];
  const TextStyle style = note_style(ui);
  for (std::size_t level = 1; level <= 3; ++level) {
    const float y = lane.bottom() - lane.h * static_cast<float>(level) / 3;
    ui.pen.line({f.plot.x, y}, {f.plot.right(), y}, ui.theme.divider, 1);
    if (name_w <= 0) continue;
    const std::string name = ui.pen.fitted(
        ui.word(static_cast<Word>(static_cast<std::size_t>(Word::level_0) + level)), name_w, style);
    const float h = ui.pen.line_height(style);
    ui.pen.text(name, {f.plot.x - name_w - 8, y - (level == 3 ? 4 : h / 2), name_w, h}, style,
                Align::end);
  }
}

void describe_lane(Ui &ui, Sign sign, const Rect &rect) {
  SemanticNode &node =
      describe(ui, node_id("lane" + std::to_string(static_cast<int>(sign)), ui.parent),
               Role::figure, rect, sign_name(ui, sign));
  node.value_text = sign_summary(ui, sign);
}

// The days below the lanes.
void tick_days(Flow &flow, const LaneAxes &f) {
  Ui &ui = flow.ui;
  const TextStyle style = note_style(ui);
  const Rect row = flow.row(ui.pen.line_height(style));
  const std::string zero = fill(ui.word(Word::axis_day), {{"n", ui.host.number(0, 0)}});
  float taken = f.plot.x + ui.pen.width(zero, style);
  ui.pen.text(zero, {f.plot.x, row.y, taken - f.plot.x + 1, row.h}, style);
  for (const int day : kTickDays) {
    const std::string name = ui.host.number(day, 0);
    const bool chosen = std::floor(ui.state.day) == day;
    const TextStyle mine{14, chosen ? Weight::bold : Weight::regular,
                         chosen ? ui.theme.text : ui.theme.muted, style.leading};
    const float w = ui.pen.width(name, mine);
    const float x = std::min(f.x(day * 24.0) - w / 2, f.plot.right() - w);
    if (x < taken + 6) continue;
    taken = x + w;
    ui.pen.text(name, {x, row.y, w + 1, row.h}, mine);
  }
}

// Names before the lanes, what is told of each above its end.
void lanes_beside(Flow &flow) {
  Ui &ui = flow.ui;
  const TextStyle name{14, Weight::bold, ui.theme.text, 20.0f / 14}, note = note_style(ui);
  const Slot start = flow.cursor();
  const float line_h = ui.pen.line_height(note), label_w = std::round(start.w * 0.154f);
  LaneAxes f{{start.x + label_w, start.y, start.w - label_w - 14, 0}, {}, 336};
  const float flags_h = 2 * 24 * std::max(1.0f, ui.pen.text_scale()) + 12;
  f.plot.y = start.y + line_h + 4 + flags_h - 20;
  float y = f.plot.y;
  for (std::size_t s = 0; s < kSigns; ++s) {
    f.lane[s] = {f.plot.x, y, f.plot.w, s == 0 ? kRednessLane : kLane};
    y = f.lane[s].bottom();
  }
  f.plot.h = y - f.plot.y;
  phase_bands(ui, f, start.y, true);
  level_lines(ui, f, label_w * 0.42f);
  milestone_lines(ui, f, start.y + line_h + 4, Layer::lines);
  for (std::size_t s = 0; s < kSigns; ++s) {
    const Sign sign = static_cast<Sign>(s);
    const Rect &lane = f.lane[s];
    draw_lane(ui, f, sign);
    const float name_w = s == 0 ? label_w * 0.56f : label_w - 8;
    const float name_y = lane.bottom() - (s == 0 ? lane.h / 2 + line_h / 2 : line_h + 4);
    ui.pen.text(ui.pen.fitted(sign_name(ui, sign), name_w, name), {start.x, name_y, name_w, line_h},
                name);
    const float note_w = lane.w * 0.55f;
    ui.pen.text(ui.pen.fitted(lane_note(ui, sign), note_w, note),
                {lane.right() - note_w - 4, lane.bottom() - line_h - 22, note_w, line_h}, note,
                Align::end);
    describe_lane(ui, sign, {start.x, lane.y, start.w, lane.h});
  }
  day_scrubber(ui, f, {f.plot.x - 14, start.y, f.plot.w + 28, y + 22 - start.y});
  milestone_lines(ui, f, start.y + line_h + 4, Layer::flags);
  flow.advance(y + 18 - start.y);
  tick_days(flow, f);
}

// Names and what is told on a row of their own above each lane.
void lanes_below(Flow &flow) {
  Ui &ui = flow.ui;
  const TextStyle name{14, Weight::bold, ui.theme.text, 20.0f / 14}, note = note_style(ui);
  const Slot start = flow.cursor();
  const float line_h = ui.pen.line_height(note), row_h = line_h + 6;
  LaneAxes f{{start.x, start.y, start.w, 0}, {}, 336};
  const float flags_h = 2 * 24 * std::max(1.0f, ui.pen.text_scale()) + 12;
  float y = start.y + flags_h;
  f.plot.y = y;
  for (std::size_t s = 0; s < kSigns; ++s) {
    f.lane[s] = {f.plot.x, y + row_h, f.plot.w, s == 0 ? kRednessLane : kLaneBelow};
    y = f.lane[s].bottom() + 8;
  }
  f.plot.h = f.lane[kSigns - 1].bottom() - f.plot.y;
  phase_bands(ui, f, f.plot.y, false);
  level_lines(ui, f, 0);
  milestone_lines(ui, f, start.y, Layer::lines);
  milestone_lines(ui, f, start.y, Layer::flags);
  const float x = f.x(ui.results.drawn_day * 24);
  for (std::size_t s = 0; s < kSigns; ++s) draw_lane(ui, f, static_cast<Sign>(s));
  ui.pen.line({x, f.plot.y}, {x, f.plot.bottom()}, ui.theme.text, 2);
  for (std::size_t s = 0; s < kSigns; ++s) {
    const Sign sign = static_cast<Sign>(s);
    const Rect row{start.x, f.lane[s].y - row_h, start.w, row_h};
    const std::string told = lane_note(ui, sign);
    const std::string shown_name = ui.pen.fitted(sign_name(ui, sign), row.w * 0.5f, name);
    const float name_w = ui.pen.width(shown_name, name), note_w = row.w - name_w - 8;
    ui.pen.fill({row.x, row.y + 2, row.w, line_h}, ui.theme.background);
    ui.pen.text(shown_name, {row.x, row.y + 2, name_w + 1, line_h}, name);
    ui.pen.text(ui.pen.fitted(told, note_w, note), {row.x + name_w + 8, row.y + 2, note_w, line_h},
                note, Align::end);
    describe_lane(ui, sign, {row.x, row.y, row.w, row.h + f.lane[s].h});
  }
  flow.advance(f.plot.bottom() + 6 - start.y);
  tick_days(flow, f);
}

} // namespace

void lanes(Flow &flow) {
  if (flow.ui.beside_settings)
    lanes_beside(flow);
  else
    lanes_below(flow);
}

} // namespace rt
