#include "app/app.h"

#include "model/numeric/portable_math.h"

#include <cmath>

namespace rt {

namespace {

constexpr double kEase_s = 0.16;      // after a change the picture is where it should be
constexpr double kPace_s = 0.035;     // 63 % of the way; each new change starts from what is shown
constexpr double kFirst_s = 1.0 / 60; // a change is seen to begin in its own frame

// Each moves what is shown this part of its way and answers whether there is still some to go.
bool approach(float &value, float end, float part) {
  value = part == 1 ? end : value + part * (end - value);
  return value != end;
}

bool approach(Quantiles *shown, const Quantiles *target, std::size_t n, float part) {
  bool on_way = false;
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t l = 0; l < kLevelCount; ++l)
      on_way |= approach(shown[i][l], target[i][l], part);
  return on_way;
}

bool approach(std::vector<Quantiles> &shown, const std::vector<Quantiles> &target, float part) {
  shown.resize(target.size());
  return approach(shown.data(), target.data(), target.size(), part);
}

bool approach(std::vector<float> &shown, const std::vector<float> &target, float part) {
  shown.resize(target.size());
  bool on_way = false;
  for (std::size_t i = 0; i < target.size(); ++i) on_way |= approach(shown[i], target[i], part);
  return on_way;
}

bool approach(std::vector<EightInTen> &shown, const std::vector<EightInTen> &target, float part) {
  shown.resize(target.size());
  bool on_way = false;
  for (std::size_t i = 0; i < target.size(); ++i) {
    on_way |= approach(shown[i].p10, target[i].p10, part);
    on_way |= approach(shown[i].p90, target[i].p90, part);
  }
  return on_way;
}

// Only what is drawn of a projection.
bool approach(Projection &shown, const Projection &target, float part) {
  if (shown.course.share_clear.empty()) part = 1; // nothing was shown yet
  shown.axis = target.axis;
  bool on_way = approach(shown.course.share_clear, target.course.share_clear, part);
  for (const Milestone m : {Milestone::looks_normal, Milestone::not_visibly_red}) {
    MilestoneTime &time = shown.milestone[static_cast<std::size_t>(m)];
    const MilestoneTime &end = target.milestone[static_cast<std::size_t>(m)];
    on_way |= approach(&time.hours, &end.hours, 1, part);
    on_way |= approach(&time.hours_anywhere, &end.hours_anywhere, 1, part);
  }
  for (std::size_t s = 0; s < kSigns; ++s) {
    on_way |= approach(shown.sign[s].at, target.sign[s].at, part);
    on_way |= approach(shown.sign[s].at_anywhere, target.sign[s].at_anywhere, part);
  }
  return on_way;
}

} // namespace

bool App::ease(double seconds) {
  double passed_s = seconds - eased_s_;
  eased_s_ = seconds;
  if (std::isnan(ease_until_s_)) {
    ease_until_s_ = seconds + kEase_s;
    passed_s = kFirst_s;
  }
  // The first picture, one that is not seen, and one that shall not move: at once.
  const bool plotted = state_.view == View::recovery || state_.view == View::results;
  const bool at_once = semantics_version_ == 0 || seconds >= ease_until_s_ || !plotted ||
                       memory_.text_version || theme_.reduced_motion;
  const float part = at_once ? 1 : static_cast<float>(1 - portable_exp(-passed_s / kPace_s));
  bool on_way = approach(results_.drawn, results_.projection, part);
  if (results_.comparison) {
    Comparison &c = *results_.comparison;
    on_way |= approach(c.drawn, c.kept, part);
  }
  // Under a finger the day is where it is.
  double &day = results_.drawn_day;
  day += static_cast<double>(part) * (state_.day - day);
  if (at_once || memory_.dragged != 0) day = state_.day;
  return on_way || day != state_.day;
}

} // namespace rt
