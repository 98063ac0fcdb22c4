#include "ui/views/lane_axes.h"

#include <vector>

namespace rt {

namespace {

// The middle person with the kept treatment, named by its letter and not by color alone.
void kept_line(Ui &ui, const LaneAxes &f, Sign sign, const Rect &lane) {
  const Projection &kept = ui.results.comparison->drawn;
  const auto &at = kept.sign[static_cast<std::size_t>(sign)].at;
  std::vector<Point> points(at.size());
  std::size_t peak = 0;
  for (std::size_t i = 0; i < at.size(); ++i) {
    if (at[i][kMedian] > at[peak][kMedian]) peak = i;
    points[i] = {f.x(kept.axis.hour(i)), lane.bottom() - lane.h * lane_level(at[i][kMedian])};
  }
  ui.pen.polyline(points, ui.theme.compare, 2);
  const Point c{std::clamp(points[peak].x, f.plot.x + 8, f.plot.right() - 8), points[peak].y - 1};
  ui.pen.circle(c, 8, ui.theme.compare);
  ui.pen.text(ui.word(Word::compare_a), {c.x - 8, c.y - 8, 16, 16},
              {10.5f, Weight::bold, ui.theme.surface, 1}, Align::center);
}

} // namespace

void draw_lane(Ui &ui, const LaneAxes &f, Sign sign) {
  if (ui.pen.dry()) return;
  const SignBand &band = ui.results.drawn.sign[static_cast<std::size_t>(sign)];
  const Color color = ui.theme.sign[static_cast<std::size_t>(sign)];
  const Rect &lane = f.lane[static_cast<std::size_t>(sign)];
  const float base = lane.bottom();
  const auto line = [&](const auto &severity) {
    std::vector<Point> points(band.at.size());
    for (std::size_t i = 0; i < points.size(); ++i)
      points[i] = {f.x(ui.results.projection.axis.hour(i)),
                   base - lane.h * lane_level(severity(i))};
    return points;
  };
  const auto quantile = [&](std::size_t level) {
    return line([&](std::size_t i) { return band.at[i][level]; });
  };
  const auto &anywhere = band.at_anywhere;
  ui.pen.area(line([&](std::size_t i) { return anywhere[i].p90; }),
              line([&](std::size_t i) { return anywhere[i].p10; }),
              with_alpha(color, ui.theme.dark ? 62 : 52));
  ui.pen.area(quantile(kP90), quantile(kP10), with_alpha(color, ui.theme.dark ? 120 : 104));
  ui.pen.line({f.plot.x, base}, {f.plot.right(), base}, ui.theme.edge, 1);
  ui.pen.polyline(quantile(kMedian), color, 2);
  if (ui.results.comparison) kept_line(ui, f, sign, lane);
}

} // namespace rt
