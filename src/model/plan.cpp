#include "model/plan.h"

#include "model/fast/course.h"
#include "model/fast/times.h"
#include "model/people.h"
#include "model/scenario.h"
#include "result.h"

#include <algorithm>
#include <cmath>

namespace rt {

namespace {

constexpr double kHoursPerDay = 24.0;

double hours_between(int days, double treatment_hour, double event_hour) {
  return static_cast<double>(days) * kHoursPerDay + event_hour - treatment_hour;
}

} // namespace

Distribution looks_normal_distribution(const Parameters &p, const Factors &f,
                                       const Population &people) {
  return milestone_distribution(p, f, people, Milestone::looks_normal);
}

Distribution milestone_distribution(const Parameters &p, const Factors &f, const Population &people,
                                    Milestone milestone) {
  RT_CHECK(valid(f) && people.size() > 0);
  const Scenario s = scenario_of(p, f);
  std::vector<float> hours(people.lanes());
  switch (milestone) {
  case Milestone::not_visibly_red:
    compute_hours_until_below(s, people, Sign::redness, s.visible_redness, hours);
    break;
  case Milestone::looks_normal: compute_looks_normal_hours(s, people, hours); break;
  case Milestone::first_result: {
    Course course;
    compute_course(s, people, course, hours);
    break;
  }
  case Milestone::make_up:
  case Milestone::exercise:
  case Milestone::sun:
  case Milestone::next_session: return {};
  }
  hours.resize(people.size());
  return Distribution(std::move(hours));
}

Booking latest_booking(const Distribution &looks_normal, double share, double treatment_hour,
                       double event_hour) {
  Booking booking;
  booking.hours_before = looks_normal.value_at(share);
  const double days = (booking.hours_before + treatment_hour - event_hour) / kHoursPerDay;
  // Never after the event, however early the hour of the treatment.
  const double fewest = event_hour >= treatment_hour ? 0.0 : 1.0;
  booking.days_before = static_cast<int>(std::max(std::ceil(days), fewest));
  booking.share_in_time =
      looks_normal.share_by(hours_between(booking.days_before, treatment_hour, event_hour));
  booking.share_a_day_later =
      looks_normal.share_by(hours_between(booking.days_before - 1, treatment_hour, event_hour));
  return booking;
}

} // namespace rt
