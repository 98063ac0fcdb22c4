#pragma once
// The axes that the parts of the lanes share; for views/ only.

#include "ui/layout.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {

struct LaneAxes {
  Rect plot;                          // where time runs, CSS px
  std::array<float, kSigns> lane_h{}; // of each lane
  double horizon_h = 336;

  // Where an hour after the treatment stands.
  float x(double hour) const {
    return plot.x + plot.w * static_cast<float>(std::sqrt(std::clamp(hour / horizon_h, 0.0, 1.0)));
  }
  // The line on which a lane stands, severity 0.
  float base(std::size_t lane) const {
    float y = plot.y;
    for (std::size_t i = 0; i <= lane; ++i) y += lane_h[i];
    return y;
  }
};

inline constexpr float kLargeLane = 160; // CSS px, of the lane that the visitor looks into

// The bands of one sign in its row, with the kept treatment and, in a large lane, people.
void draw_lane(Ui &, const LaneAxes &, Sign, std::size_t row);
// The handle of the chosen day over the lanes, `hit` being where it can be dragged.
void day_scrubber(Ui &, const LaneAxes &, const Rect &hit);
// A row below the days: play, and the axis's title between − and +.
void day_steps(Flow &, const LaneAxes &, const TextStyle &);

} // namespace rt
