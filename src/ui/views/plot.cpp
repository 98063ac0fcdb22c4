#include "ui/views/plot.h"

#include "ui/widgets/field_controls.h"
#include "ui/words/phrases.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {

namespace {

constexpr std::array<int, 8> kTickDays{0, 1, 2, 3, 5, 7, 10, 14};

// A severity of 1 reaches into the lane above: rare, and it lets the usual ones be seen.
constexpr float kLaneReach = 1.2f;
constexpr float kLargeLane = 160; // CSS px, of the lane that the visitor looks into
float reach_of(float lane_h) { return lane_h >= kLargeLane ? 0.94f : kLaneReach; }

// Severity that this share of people does not pass, read between the quantiles.
float level_at(const Quantiles &q, double share) {
  if (share <= kLevels.front()) return q.front();
  if (share >= kLevels.back()) return q.back();
  std::size_t i = 1;
  while (kLevels[i] < share) ++i;
  const double f = (share - kLevels[i - 1]) / (kLevels[i] - kLevels[i - 1]);
  return q[i - 1] + static_cast<float>(f) * (q[i] - q[i - 1]);
}

struct Frame {
  Rect plot;                          // where time runs
  std::array<float, kSigns> lane_h{}; // of each lane
  double horizon_h = 336;

  float x(double hour) const {
    const float f = static_cast<float>(std::sqrt(std::clamp(hour / horizon_h, 0.0, 1.0)));
    return plot.x + plot.w * f;
  }
  float base(std::size_t lane) const {
    float y = plot.y;
    for (std::size_t i = 0; i <= lane; ++i) y += lane_h[i];
    return y;
  }
};

// The names of the phases, each over its band, in as many rows as they need not to meet.
struct PhaseNames {
  static constexpr std::size_t kRows = kPhases;
  std::array<Rect, kPhases> box{}; // y counted from the top of the header
  std::size_t rows = 1;
};

PhaseNames place_phase_names(const Ui &ui, const Frame &f, const TextStyle &style) {
  PhaseNames names;
  std::array<float, PhaseNames::kRows> taken; // how far a row is written, from the start
  taken.fill(-1e9f);
  const float row_h = ui.pen.line_height(style);
  for (std::size_t i = 0; i < kPhases; ++i) {
    const float w = ui.pen.width(phase_name(ui, static_cast<Phase>(i)), style);
    const float middle = (f.x(kPhaseStart_h[i]) + f.x(kPhaseStart_h[i + 1])) / 2;
    const float center = std::clamp(middle, f.plot.x + w / 2, f.plot.right() - w / 2);
    const float from_start = center - f.plot.x - w / 2;
    std::size_t row = 0;
    while (row + 1 < PhaseNames::kRows && from_start < taken[row] + 6) ++row;
    taken[row] = from_start + w;
    names.box[i] = {center - w / 2, 3 + row_h * static_cast<float>(row), w, row_h};
    names.rows = std::max(names.rows, row + 1);
  }
  return names;
}

void phase_bands(Ui &ui, const Frame &f, float top, const PhaseNames &names,
                 const TextStyle &style) {
  for (std::size_t i = 0; i < kPhases; ++i) {
    const float a = f.x(kPhaseStart_h[i]), b = f.x(kPhaseStart_h[i + 1]);
    ui.pen.fill({std::min(a, b), top, std::abs(b - a), f.plot.bottom() - top},
                i % 2 == 0 ? ui.theme.band_alternate : ui.theme.band);
  }
  for (std::size_t i = 0; i < kPhases; ++i) {
    Rect box = names.box[i];
    box.y += top;
    ui.pen.text(phase_name(ui, static_cast<Phase>(i)), box, style, Align::center);
  }
}

void milestone_line(Ui &ui, const Frame &f, double hour, const std::string &name, float y) {
  if (hour <= 0 || hour >= f.horizon_h) return;
  const float x = f.x(hour);
  const TextStyle style{12, Weight::semibold, ui.theme.chip_good_text};
  const float w = ui.pen.width(name, style) + 12, h = ui.pen.line_height(style) + 2;
  ui.pen.dashed_vertical(x, y, f.plot.bottom(), ui.theme.chip_good_text);
  const bool left = x + w + 4 > f.plot.right();
  const float first = std::min(f.plot.x, f.plot.right() - w); // a wide name reaches to the start
  const Rect chip{std::clamp(left ? x - w - 4 : x + 4, first, first + std::abs(f.plot.w - w)), y, w,
                  h};
  ui.pen.fill(chip, ui.theme.chip_good, 7);
  ui.pen.text(name, chip, style, Align::center);
}

// The middle person with the kept treatment, named by its letter and not by color alone.
void kept_line(Ui &ui, const Frame &f, Sign sign, float base, float full) {
  const Projection &kept = ui.results.comparison->drawn;
  const auto &at = kept.sign[static_cast<std::size_t>(sign)].at;
  std::vector<Point> points(at.size());
  std::size_t peak = 0;
  for (std::size_t i = 0; i < at.size(); ++i) {
    if (at[i][kMedian] > at[peak][kMedian]) peak = i;
    points[i] = {f.x(kept.axis.hour(i)), base - full * std::min(1.0f, at[i][kMedian])};
  }
  ui.pen.polyline(points, ui.theme.compare, 2);
  const Point c{std::clamp(points[peak].x, f.plot.x + 8, f.plot.right() - 8), points[peak].y - 1};
  ui.pen.circle(c, 7.5f, ui.theme.compare);
  ui.pen.text(ui.word(Word::compare_a), {c.x - 8, c.y - 8, 16, 16},
              {10.5f, Weight::bold, ui.theme.surface, 1}, Align::center);
}

// Twenty people at the chosen time, each for an equal share of all, at their severity.
void people_in(Ui &ui, const Frame &f, Sign sign, float base, float full) {
  constexpr int kPeopleShown = 20;
  const double hour = ui.results.drawn_day * 24;
  const Quantiles q = severity_at(ui.results.drawn, sign, hour);
  const float x = f.x(hour), r = 3.5f;
  const Color ink = readable(ui.theme.sign[static_cast<std::size_t>(sign)], ui.theme.surface, 3);
  float last_y = 1e9f, side = 0;
  for (int i = 0; i < kPeopleShown; ++i) {
    const float y = base - full * std::min(1.0f, level_at(q, (i + 0.5) / kPeopleShown));
    // Those who would cover each other stand side by side, to alternate sides of the line.
    side = last_y - y < 2 * r ? (side <= 0 ? 1 - side : -side) : 0;
    if (side == 0) last_y = y;
    const float at = std::clamp(x + side * (2 * r + 1), f.plot.x + r, f.plot.right() - r);
    ui.pen.circle({at, y}, r, ink);
    ui.pen.ring({at, y}, r, ui.theme.surface, 1);
  }
}

void lane(Ui &ui, const Frame &f, Sign sign, std::size_t row) {
  const SignBand &band = ui.results.projection.sign[static_cast<std::size_t>(sign)];
  const auto &at = ui.results.drawn.sign[static_cast<std::size_t>(sign)].at;
  const Color color = ui.theme.sign[static_cast<std::size_t>(sign)];
  const float base = f.base(row), full = f.lane_h[row] * reach_of(f.lane_h[row]);
  auto curve = [&](std::size_t level) {
    std::vector<Point> points(at.size());
    for (std::size_t i = 0; i < at.size(); ++i)
      points[i] = {f.x(ui.results.projection.axis.hour(i)),
                   base - full * std::min(1.0f, at[i][level])};
    return points;
  };
  ui.pen.line({f.plot.x, base}, {f.plot.right(), base}, ui.theme.divider, 1);
  const auto low = curve(kP10), high = curve(kP90), quarter = curve(kP25), three = curve(kP75),
             median = curve(kMedian);
  std::vector<Point> floor_line = median;
  for (Point &point : floor_line) point.y = base;
  ui.pen.area(median, floor_line, with_alpha(color, ui.theme.dark ? 60 : 52));
  ui.pen.area(high, low, with_alpha(color, ui.theme.dark ? 66 : 56));
  ui.pen.area(three, quarter, with_alpha(color, ui.theme.dark ? 92 : 84));
  ui.pen.polyline(high, with_alpha(color, ui.theme.dark ? 90 : 80), 1);
  ui.pen.polyline(median, color, 2);

  if (ui.results.comparison) kept_line(ui, f, sign, base, full);
  if (f.lane_h[row] >= kLargeLane) people_in(ui, f, sign, base, full);

  float top = 0;
  for (const Quantiles &q : band.at) top = std::max(top, q[kP90]);
  if (static_cast<double>(top) < band.visible_above) {
    // A sign that few people get leaves its lane empty; the lane says so instead.
    const TextStyle style{12, Weight::regular, ui.theme.muted};
    const std::string note =
        ui.counted(Word::lane_few, std::max(1.0, std::round(band.incidence * 20)));
    const Rect box{f.plot.x, base - 22, f.plot.w - 4, 18};
    ui.pen.text(ui.pen.fitted(note, box.w, style), box, style, Align::end);
  }
}

void scrubber(Ui &ui, const Frame &f, const Rect &hit) {
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

// The axis's title between − and +, which move the day without dragging.
float day_steps(Ui &ui, const Frame &f, const Place &p, const TextStyle &style) {
  const bool plays = !ui.theme.reduced_motion;
  const float taken = plays ? kTarget : 0;
  if (plays) play_button(ui, {p.x, p.y, kTarget, kTarget});
  const std::string title =
      ui.pen.fitted(ui.word(Word::axis_days), p.w - 2 * kTarget - taken, style);
  const float w = ui.pen.width(title, style);
  // Below the middle of the plot, as far as the card has room for both beside it.
  const float middle = f.plot.x + (f.plot.w - w) / 2, y = p.y;
  const float last = p.x + p.w - kTarget - w;
  const float first = p.x + kTarget + taken;
  const Rect box{std::max(first, std::min(middle, last)), y, w, kTarget};
  ui.pen.text(title, box, style, Align::center);
  const FieldSpec &spec = ui.content.field(Field::day);
  const std::uint32_t id = node_id(field_key(Field::day), ui.parent);
  const Rect left{box.x - kTarget, y, kTarget, kTarget}, right{box.right(), y, kTarget, kTarget};
  field_step(ui, Field::day, id, false, spec.min, spec.max, left);
  field_step(ui, Field::day, id, true, spec.min, spec.max, right);
  return kTarget;
}

std::uint32_t lane_id(const Ui &ui, std::size_t sign) {
  return node_id("enlarge" + std::to_string(sign), ui.parent);
}

// The sign's name; a press makes its lane large, and the one before small again.
void lane_label(Ui &ui, std::size_t s, const Rect &rect, const TextStyle &style) {
  const Sign sign = static_cast<Sign>(s);
  const std::uint32_t id = lane_id(ui, s);
  const Press press = pressable(ui, id, rect);
  const bool open = ui.memory.is_open(id);
  if (press.pressed) {
    for (std::size_t other = 0; other < kSigns; ++other)
      if (other != s && ui.memory.is_open(lane_id(ui, other))) ui.memory.toggle(lane_id(ui, other));
    ui.memory.toggle(id);
  }
  const float sign_w = 11;
  const Color ink = press.hovered || open ? ui.theme.accent : ui.theme.muted;
  const Point c{rect.right() - 4, rect.bottom() - 19};
  ui.pen.fill({c.x - 4, c.y - 0.75f, 8, 1.5f}, ink);
  if (!open) ui.pen.fill({c.x - 0.75f, c.y - 4, 1.5f, 8}, ink);
  TextStyle mine = style;
  if (open) mine.weight = Weight::semibold;
  const Rect words{rect.x, c.y - 15, rect.w - sign_w - 2, 30};
  ui.pen.text(ui.pen.fitted(sign_name(ui, sign), words.w, mine), words, mine, Align::end);
  SemanticNode &node = describe(ui, id, Role::button, rect,
                                fill(ui.word(Word::enlarge_lane), {{"name", sign_name(ui, sign)}}));
  node.flags = kHasExpanded | (open ? kExpanded : 0u);
  focus_ring(ui, id, rect, 6);
}

} // namespace

std::optional<Sign> large_lane(const Ui &ui) {
  for (std::size_t s = 0; s < kSigns; ++s)
    if (ui.memory.is_open(lane_id(ui, s))) return static_cast<Sign>(s);
  return std::nullopt;
}

float lanes(Ui &ui, const Place &p) {
  const bool narrow = p.w < 480;
  const TextStyle name{narrow ? 12.5f : 14.0f, Weight::regular, ui.theme.text};
  const TextStyle tick{12, Weight::regular, ui.theme.muted};
  float label_w = 0;
  for (std::size_t s = 0; s < kSigns; ++s)
    label_w = std::max(label_w, ui.pen.width(sign_name(ui, static_cast<Sign>(s)), name));
  label_w = std::min(std::max(label_w + 23, kTarget + 8), p.w * 0.38f);

  const float chips_h = 2 * (ui.pen.line_height(tick) + 5);
  const float lane_h = narrow ? 44.0f : 56.0f;
  std::array<float, kSigns> heights;
  for (std::size_t s = 0; s < kSigns; ++s)
    heights[s] = ui.memory.is_open(lane_id(ui, s)) ? kLargeLane : lane_h;
  float all_h = 0;
  for (const float h : heights) all_h += h;
  const float right_margin = 10;
  Frame f{{p.x + label_w, p.y, p.w - label_w - right_margin, all_h},
          heights,
          ui.results.projection.axis.horizon_h};
  const PhaseNames names = place_phase_names(ui, f, tick);
  const float header_h = static_cast<float>(names.rows) * ui.pen.line_height(tick) + 8;
  f.plot.y = p.y + header_h + chips_h - lane_h * 0.35f;

  phase_bands(ui, f, p.y, names, tick);
  for (std::size_t s = 0; s < kSigns; ++s) {
    const Sign sign = static_cast<Sign>(s);
    const float base = f.base(s);
    const Rect label{p.x, base - f.lane_h[s], label_w - 8, f.lane_h[s]};
    lane(ui, f, sign, s);
    SemanticNode &node = describe(ui, node_id("lane" + std::to_string(s), ui.parent), Role::figure,
                                  {p.x, base - f.lane_h[s], p.w, f.lane_h[s]}, sign_name(ui, sign));
    node.value_text = sign_summary(ui, sign);
    lane_label(ui, s, label, name);
  }

  const auto time_of = [](const Projection &of, Milestone m) {
    return of.milestone[static_cast<std::size_t>(m)];
  };
  const float chip_y = p.y + header_h + 2;
  milestone_line(ui, f, time_of(ui.results.projection, Milestone::make_up).advised_h,
                 ui.word(Word::chip_make_up), chip_y);
  milestone_line(
      ui, f, static_cast<double>(time_of(ui.results.drawn, Milestone::looks_normal).hours[kMedian]),
      ui.word(Word::chip_looks_normal), chip_y + ui.pen.line_height(tick) + 5);

  const float axis_y = f.plot.bottom() + 12, tick_h = ui.pen.line_height(tick);
  for (int day : kTickDays) {
    const float x = f.x(day * 24.0);
    ui.pen.text(ui.host.number(day, 0), {x - 20, axis_y, 40, tick_h}, tick, Align::center);
  }
  scrubber(ui, f,
           {f.plot.x - 8, p.y + header_h, f.plot.w + 16, f.plot.bottom() + 22 - p.y - header_h});
  return axis_y + tick_h + day_steps(ui, f, {p.x, axis_y + tick_h - 4, p.w}, tick) - 4 - p.y;
}

void meter(Ui &ui, Sign sign, const Rect &r, float label_width, const TextStyle &style) {
  const Quantiles q = severity_at(ui.results.drawn, sign, ui.results.drawn_day * 24);
  const Color color = ui.theme.sign[static_cast<std::size_t>(sign)];
  const Rect label{r.x, r.y, label_width, r.h};
  ui.pen.text(ui.pen.fitted(sign_name(ui, sign), label_width - 6, style), label, style);

  const float h = 10, y = r.y + (r.h - h) / 2, w = r.w - label_width;
  const Rect track{r.x + label_width, y, w, h};
  auto x = [&](float severity) {
    const float s = std::clamp(severity, 0.0f, 1.0f);
    return track.x + track.w * s;
  };
  ui.pen.fill(track, ui.theme.track, h / 2);
  const float a = std::min(x(q[kP10]), x(q[kP90])), b = std::max(x(q[kP10]), x(q[kP90]));
  const float band_w = std::max(b - a, h);
  ui.pen.fill({std::clamp(a, track.x, track.right() - band_w), y, band_w, h},
              mix(color, ui.theme.surface, ui.theme.dark ? 0.25f : 0.3f), h / 2);
  const float mark = std::clamp(x(q[kMedian]), track.x + 2, track.right() - 2);
  ui.pen.fill({mark - 1.5f, y - 4, 3, h + 8}, ui.theme.text, 1.5f);
}

} // namespace rt
