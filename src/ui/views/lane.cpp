#include "ui/views/lane_axes.h"

#include <vector>

namespace rt {

namespace {

// A severity of 1 reaches into the lane above: rare, and it lets the usual ones be seen.
constexpr float kLaneReach = 1.2f;
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

// The middle person with the kept treatment, named by its letter and not by color alone.
void kept_line(Ui &ui, const LaneAxes &f, Sign sign, float base, float full) {
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
void people_in(Ui &ui, const LaneAxes &f, Sign sign, float base, float full) {
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

// A sign that few people get leaves its lane empty; the lane says so instead.
void few_people_note(Ui &ui, const LaneAxes &f, const SignBand &band, float base) {
  float top = 0;
  for (const Quantiles &q : band.at) top = std::max(top, q[kP90]);
  if (static_cast<double>(top) >= band.visible_above) return;
  const TextStyle style{12, Weight::regular, ui.theme.muted};
  const std::string note =
      ui.counted(Word::lane_few, std::max(1.0, std::round(band.incidence * 20)));
  const Rect box{f.plot.x, base - 22, f.plot.w - 4, 18};
  ui.pen.text(ui.pen.fitted(note, box.w, style), box, style, Align::end);
}

} // namespace

void draw_lane(Ui &ui, const LaneAxes &f, Sign sign, std::size_t row) {
  const SignBand &band = ui.results.projection.sign[static_cast<std::size_t>(sign)];
  const auto &at = ui.results.drawn.sign[static_cast<std::size_t>(sign)].at;
  const Color color = ui.theme.sign[static_cast<std::size_t>(sign)];
  const float base = f.base(row), full = f.lane_h[row] * reach_of(f.lane_h[row]);
  const auto line = [&](const auto &severity) {
    std::vector<Point> points(at.size());
    for (std::size_t i = 0; i < at.size(); ++i)
      points[i] = {f.x(ui.results.projection.axis.hour(i)),
                   base - full * std::min(1.0f, severity(i))};
    return points;
  };
  const auto curve = [&](std::size_t level) {
    return line([&](std::size_t i) { return at[i][level]; });
  };
  const auto &anywhere = ui.results.drawn.sign[static_cast<std::size_t>(sign)].at_anywhere;
  ui.pen.line({f.plot.x, base}, {f.plot.right(), base}, ui.theme.divider, 1);
  const auto low = curve(kP10), high = curve(kP90), quarter = curve(kP25), three = curve(kP75),
             median = curve(kMedian);
  std::vector<Point> floor_line = median;
  for (Point &point : floor_line) point.y = base;
  ui.pen.area(line([&](std::size_t i) { return anywhere[i].p90; }),
              line([&](std::size_t i) { return anywhere[i].p10; }),
              with_alpha(color, ui.theme.dark ? 40 : 30));
  ui.pen.area(median, floor_line, with_alpha(color, ui.theme.dark ? 60 : 52));
  ui.pen.area(high, low, with_alpha(color, ui.theme.dark ? 66 : 56));
  ui.pen.area(three, quarter, with_alpha(color, ui.theme.dark ? 92 : 84));
  ui.pen.polyline(high, with_alpha(color, ui.theme.dark ? 90 : 80), 1);
  ui.pen.polyline(median, color, 2);

  if (ui.results.comparison) kept_line(ui, f, sign, base, full);
  if (f.lane_h[row] >= kLargeLane) people_in(ui, f, sign, base, full);

  few_people_note(ui, f, band, base);
}

} // namespace rt
