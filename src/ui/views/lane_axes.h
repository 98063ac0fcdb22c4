#pragma once
// The axes that the strip and the lanes share; for views/ only.

#include "ui/layout.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {

struct LaneAxes {
  Rect plot;                       // where time runs, CSS px
  std::array<Rect, kSigns> lane{}; // of each sign, within the plot or below a row of its own
  double horizon_h = 336;

  // Where an hour after the treatment stands.
  float x(double hour) const {
    return plot.x + plot.w * static_cast<float>(std::sqrt(std::clamp(hour / horizon_h, 0.0, 1.0)));
  }
};

// How high a severity stands in its lane, 0..1: the levels in words (none, slight, clear, strong) are
// equal steps, so that a slight sign fills a third.
inline float lane_level(float severity) {
  constexpr std::array<float, 4> kAt{0.0f, 0.2f, 0.5f, 0.85f};
  if (severity >= kAt[3]) return 1;
  std::size_t i = 1;
  while (severity > kAt[i]) ++i;
  return (static_cast<float>(i - 1) + (severity - kAt[i - 1]) / (kAt[i] - kAt[i - 1])) / 3;
}

// The bands of one sign in its lane, with the kept treatment.
void draw_lane(Ui &, const LaneAxes &, Sign);

// The control of the chosen day, `hit` being where it can be dragged: a track with a knob, or the
// line over the lanes. Only one of them is on a page.
void day_slider(Ui &, const LaneAxes &, const Rect &hit);
void day_scrubber(Ui &, const LaneAxes &, const Rect &hit);
std::uint32_t day_id();

} // namespace rt
