#include "tools/fit/people_times.h"

#include "result.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt::fit {
namespace {

constexpr std::size_t kGrid = 32;
constexpr double kHorizonH = 400.0;

// 0, then 0.02 h to 2,900 h, each 1.5 times the one before.
const std::array<double, kGrid> &geometric_hours() {
  static const std::array<double, kGrid> hours = [] {
    std::array<double, kGrid> grid{};
    double hour = 0.02;
    for (std::size_t i = 1; i < kGrid; ++i, hour *= 1.48) grid[i] = hour;
    return grid;
  }();
  return hours;
}

// Between `inside` (at or above the level) and `outside` (below it), to a thousandth.
double crossing(CourseAt course, const PersonCourse &person, double level, double inside,
                double outside) {
  double in_value = course(person, inside) - level, out_value = course(person, outside) - level;
  for (int i = 0; i < 60 && std::abs(outside - inside) > 1e-3 * (inside + outside); ++i) {
    // False position, kept away from the ends so that both of them move.
    const double weight = std::clamp(in_value / (in_value - out_value), 0.1, 0.9);
    const double middle = inside + weight * (outside - inside);
    const double value = course(person, middle) - level;
    (value >= 0 ? inside : outside) = middle;
    (value >= 0 ? in_value : out_value) = value;
  }
  return 0.5 * (inside + outside);
}

} // namespace

double last_hour_above(CourseAt course, const PersonCourse &person, double level) {
  const auto &hours = geometric_hours();
  for (std::size_t i = kGrid; i-- > 0;)
    if (course(person, hours[i]) >= level)
      return i + 1 == kGrid ? hours[i] : crossing(course, person, level, hours[i], hours[i + 1]);
  return 0;
}

double first_hour_above(CourseAt course, const PersonCourse &person, double level) {
  const auto &hours = geometric_hours();
  for (std::size_t i = 0; i < kGrid; ++i)
    if (course(person, hours[i]) >= level)
      return i == 0 ? 0 : crossing(course, person, level, hours[i], hours[i - 1]);
  return hours.back();
}

Peak peak_after(CourseAt course, const PersonCourse &person, double from_h) {
  constexpr int kSteps = 120;
  Peak peak{from_h, course(person, from_h)};
  const auto hour_of = [&](double x) { return from_h + (kHorizonH - from_h) * x * x; };
  double best = 0;
  for (int i = 1; i <= kSteps; ++i) {
    const double x = static_cast<double>(i) / kSteps, value = course(person, hour_of(x));
    if (value > peak.height) {
      peak = {hour_of(x), value};
      best = x;
    }
  }
  // Golden section around the best grid point, so that the hour moves smoothly with the course.
  double low = std::max(0.0, best - 1.0 / kSteps), high = std::min(1.0, best + 1.0 / kSteps);
  for (int i = 0; i < 12; ++i) {
    const double a = low + 0.381966 * (high - low), b = low + 0.618034 * (high - low);
    (course(person, hour_of(a)) >= course(person, hour_of(b)) ? high : low) =
        course(person, hour_of(a)) >= course(person, hour_of(b)) ? b : a;
  }
  const double hour = hour_of(0.5 * (low + high)), value = course(person, hour);
  return value >= peak.height ? Peak{hour, value} : peak;
}

double area(CourseAt course, const PersonCourse &person) {
  constexpr int kSteps = 80;
  double sum = 0;
  for (int i = 0; i < kSteps; ++i) {
    const double x = (i + 0.5) / kSteps;
    sum += course(person, kHorizonH * x * x) * 2 * x * kHorizonH / kSteps;
  }
  return sum;
}

double quantile(const std::vector<double> &ascending, double level) {
  RT_CHECK(!ascending.empty());
  const double at = level * static_cast<double>(ascending.size()) - 0.5;
  if (at <= 0) return ascending.front();
  const auto below = static_cast<std::size_t>(at);
  if (below + 1 >= ascending.size()) return ascending.back();
  return ascending[below] +
         (at - static_cast<double>(below)) * (ascending[below + 1] - ascending[below]);
}

double share_below(const std::vector<double> &ascending, double x) {
  const auto n = static_cast<double>(ascending.size());
  const auto above = std::ranges::upper_bound(ascending, x);
  const auto rank = static_cast<double>(above - ascending.begin());
  if (above == ascending.begin() || above == ascending.end()) return rank / n;
  const double lower = *(above - 1), upper = *above;
  return std::min(1.0, (rank - 0.5 + (x - lower) / (upper - lower)) / n);
}

} // namespace rt::fit
