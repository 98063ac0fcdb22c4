#include "model/measures.h"

#include "model/fast/course.h"
#include "model/fast/quantiles.h"
#include "model/fast/times.h"
#include "model/numeric/portable_math.h"
#include "model/time_courses.h"
#include "result.h"

#include <algorithm>

namespace rt {

namespace {

using Crowd = std::vector<PersonCourse>;

template <class Value> Quantiles over(const Crowd &crowd, const Value &value) {
  std::vector<float> values;
  values.reserve(crowd.size());
  for (const PersonCourse &person : crowd) values.push_back(static_cast<float>(value(person)));
  return exact_quantiles(values);
}

template <class Course>
std::vector<Quantiles> over_time(const Crowd &crowd, const TimeAxis &axis, const Course &course) {
  std::vector<Quantiles> all;
  for (std::size_t i = 0; i < axis.points; ++i)
    all.push_back(
        over(crowd, [&](const PersonCourse &person) { return course(person, axis.hour(i)); }));
  return all;
}

// Last hour at which the course is above `level`; 0 where it never is. Courses here have few humps,
// wider than the steps, and are past everything after kLongest.
template <class Course> double last_hour_above(const Course &course, double level) {
  constexpr double kLongest = 4000.0, kGrowth = 1.06, kFirst = 0.25;
  double from = 0.0, low = -1.0, high = 0.0;
  bool above = course(0.0) > level;
  for (double to = kFirst; from < kLongest; to = to * kGrowth + kFirst) {
    const bool next = course(to) > level;
    if (above && !next) {
      low = from;
      high = to;
    }
    above = next;
    from = to;
  }
  if (low < 0.0) return 0.0;
  constexpr int kHalvings = 40;
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = 0.5 * (low + high);
    (course(middle) > level ? low : high) = middle;
  }
  return high;
}

using CourseAt = double (*)(const PersonCourse &, double);
CourseAt course_of_sign(Sign sign) {
  switch (sign) {
  case Sign::redness: return redness_at;
  case Sign::swelling: return swelling_at;
  case Sign::marks: return marks_at;
  case Sign::bruising: return bruising_at;
  case Sign::tightness: return tightness_at;
  case Sign::flaking: return flaking_at;
  case Sign::pores: return pores_at;
  }
  return redness_at;
}

SignMeasures measure_sign(const Parameters &p, const Scenario &s, const Population &people,
                          const Crowd &crowd, const PersonTimes &times, Sign sign) {
  const auto which = static_cast<std::size_t>(sign);
  SignMeasures all;
  std::size_t i = 0;
  all.peak_severity = over(crowd, [&](const PersonCourse &person) {
    return course_of_sign(sign)(person, static_cast<double>(times.peak_h[which][i++]));
  });
  std::vector<float> hours(people.lanes());
  compute_hours_until_below(s, people, sign, p.instrument_redness, hours);
  all.hours_until_below_instrument = exact_quantiles({hours.data(), people.size()});

  hours = times.until_not_visible_h[which];
  hours.resize(people.size());
  std::erase(hours, 0.0f);
  all.incidence = static_cast<double>(hours.size()) / static_cast<double>(people.size());
  if (!hours.empty()) all.hours_until_not_visible_in_affected = exact_quantiles(hours);
  return all;
}

BarrierMeasures measure_barrier(const Parameters &p, const Crowd &crowd, const TimeAxis &axis) {
  BarrierMeasures all;
  all.excess = over_time(crowd, axis, barrier_at);
  const auto until = [](const PersonCourse &person, double level) {
    return last_hour_above([&](double t) { return barrier_at(person, t); }, level);
  };
  all.half_life_h = over(crowd, [&](const PersonCourse &person) {
    return until(person, 0.5 * barrier_at(person, 0.0));
  });
  all.closed_h = over(
      crowd, [&](const PersonCourse &person) { return until(person, p.barrier_closed_excess); });
  return all;
}

SunMeasures measure_sun(const Parameters &p, const Crowd &crowd, const TimeAxis &axis) {
  SunMeasures all;
  all.index = over_time(crowd, axis, sun_index_at);
  all.until_insensitive_h = over(crowd, [&](const PersonCourse &person) {
    return last_hour_above([&](double t) { return sun_index_at(person, t); },
                           p.sun_sensitive_above);
  });
  return all;
}

ResultMeasures measure_result(const Parameters &p, Scenario s, const Crowd &crowd) {
  constexpr double kWeeksPerMonth = kHoursPerMonth / (24.0 * 7.0);
  ResultMeasures all;
  all.complete_improvement = s.complete_gain;
  for (std::size_t m = 0; m < kCourseMonths; ++m) all.month.push_back(0.5 * static_cast<double>(m));
  for (std::size_t at = 0; at < kMostSessions; ++at) {
    s.sessions = static_cast<int>(at) + 1;
    for (const double month : all.month) {
      const Quantiles gain = over(crowd, [&](const PersonCourse &person) {
        return gain_at(s, person, month * kWeeksPerMonth);
      });
      all.improvement[at].push_back(gain);
      // The greater the gain, the smaller the pores: the levels change places.
      Quantiles pores{};
      for (std::size_t level = 0; level < kLevelCount; ++level)
        pores[level] = -gain[kLevelCount - 1 - level] *
                       static_cast<float>(p.pores_shrink_share / s.complete_gain);
      all.pores_change[at].push_back(pores);
    }
  }
  return all;
}

} // namespace

Measures measure(const Parameters &p, const Factors &f, const Population &people,
                 const TimeAxis &axis, const StudyConditions &study) {
  RT_CHECK(valid(f) && people.size() > 0);
  const Scenario s = scenario_of(p, f, study);
  Crowd crowd;
  crowd.reserve(people.size());
  for (std::size_t i = 0; i < people.size(); ++i) crowd.push_back(course_of(s, people.person(i)));

  PersonTimes times;
  compute_times(s, people, times);
  Measures all;
  for (std::size_t i = 0; i < kSigns; ++i)
    all.sign[i] = measure_sign(p, s, people, crowd, times, static_cast<Sign>(i));
  all.ecchymosis_incidence = logistic(s.ecchymosis_logit);
  const auto bleeding = std::count_if(crowd.begin(), crowd.end(), [&](const PersonCourse &person) {
    return marks_at(person, 0.0) > s.visible_marks;
  });
  all.pinpoint_bleeding_incidence =
      static_cast<double>(bleeding) / static_cast<double>(crowd.size());
  all.seen_redness = over_time(crowd, axis, [&](const PersonCourse &person, double t) {
    return s.redness_visibility * redness_at(person, t);
  });
  all.barrier = measure_barrier(p, crowd, axis);
  all.sun = measure_sun(p, crowd, axis);
  all.result = measure_result(p, s, crowd);
  return all;
}

} // namespace rt
