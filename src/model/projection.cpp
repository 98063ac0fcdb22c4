#include "model/projection.h"

#include "model/clinics.h"
#include "model/fast/bands.h"
#include "model/fast/course.h"
#include "model/fast/quantiles.h"
#include "model/fast/times.h"
#include "model/numeric/portable_math.h"
#include "model/people.h"
#include "model/scenario.h"
#include "result.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace rt {

namespace {

// Position on the square-root axis: whole part is a point, the rest the way to the next one.
struct Place {
  std::size_t point;
  double into;
};
Place place_of(const TimeAxis &axis, double hour) {
  const double last = static_cast<double>(axis.points - 1);
  const double clamped = hour > 0.0 ? std::min(hour, axis.horizon_h) : 0.0; // NaN: 0
  const double x = std::sqrt(clamped / axis.horizon_h) * last;
  const auto point = std::min(static_cast<std::size_t>(x), axis.points - 2);
  // Straight in time between two points.
  const double from = axis.hour(point), to = axis.hour(point + 1);
  return {point, (clamped - from) / (to - from)};
}

// Spread of the people's own hours.
Quantiles over(const std::vector<float> &hours, const Population &people) {
  return exact_quantiles({hours.data(), people.size()});
}

// The same at clinics of all kinds.
Quantiles anywhere(const std::vector<float> &hours, const Population &people) {
  static thread_local std::vector<float> longer;
  longer.resize(people.size());
  const std::span<const float> clinic = people.column(Trait::clinic_time);
  for (std::size_t i = 0; i < people.size(); ++i) longer[i] = hours[i] * clinic[i];
  return exact_quantiles(longer);
}

void set_times(const Scenario &s, const Population &people, std::array<SignBand, kSigns> &signs,
               std::array<MilestoneTime, kMilestones> &milestones) {
  static thread_local PersonTimes times;
  compute_times(s, people, times);
  const double n = static_cast<double>(people.size());
  for (std::size_t i = 0; i < kSigns; ++i) {
    const std::vector<float> &until = times.until_not_visible_h[i];
    signs[i].hours_until_not_visible = over(until, people);
    signs[i].hours_until_not_visible_anywhere = anywhere(until, people);
    const auto end = until.begin() + static_cast<std::ptrdiff_t>(people.size());
    signs[i].incidence = 1.0 - static_cast<double>(std::count(until.begin(), end, 0.0f)) / n;
    if (static_cast<Sign>(i) == Sign::pores) continue;
    signs[i].peak_hour = over(times.peak_h[i], people);
    signs[i].peak_hour_anywhere = anywhere(times.peak_h[i], people);
  }
  const auto sign = [&](Sign which) -> SignBand & {
    return signs[static_cast<std::size_t>(which)];
  };
  sign(Sign::pores).peak_hour = sign(Sign::swelling).peak_hour; // they follow it
  sign(Sign::pores).peak_hour_anywhere = sign(Sign::swelling).peak_hour_anywhere;
  const auto set = [&](Milestone which, const Quantiles &hours, const Quantiles &hours_anywhere) {
    milestones[static_cast<std::size_t>(which)].hours = hours;
    milestones[static_cast<std::size_t>(which)].hours_anywhere = hours_anywhere;
  };
  set(Milestone::not_visibly_red, sign(Sign::redness).hours_until_not_visible,
      sign(Sign::redness).hours_until_not_visible_anywhere);
  set(Milestone::looks_normal, over(times.looks_normal_h, people),
      anywhere(times.looks_normal_h, people));
}

void set_advice(const Parameters &p, const Factors &f,
                std::array<MilestoneTime, kMilestones> &milestones) {
  constexpr double kHoursPerWeek = 168.0;
  const auto advise = [&](Milestone which, double hours) {
    milestones[static_cast<std::size_t>(which)] = {.advice = true, .advised_h = hours};
  };
  advise(Milestone::make_up, p.advice_make_up_h);
  advise(Milestone::exercise, p.advice_exercise_h);
  advise(Milestone::sun, p.advice_sun_h);
  advise(Milestone::next_session, kHoursPerWeek * static_cast<double>(f.weeks_between));
}

// Begin and end of an event in 8 in 10 of those who have it.
EventSpan span_of(const Parameters &p, double typical_h) {
  const double ratio = portable_exp(kNormalP90 * p.omega_event);
  return {typical_h / ratio, typical_h, typical_h * ratio};
}

void set_events(const Parameters &p, const Scenario &s, std::array<EventChance, kEvents> &events) {
  constexpr double kHoursPerWeek = 168.0;
  const auto set = [&](Event which, double probability, double begin_h, double end_h) {
    events[static_cast<std::size_t>(which)] = {probability, share_anywhere(p, probability),
                                               span_of(p, begin_h), span_of(p, end_h)};
  };
  set(Event::dark_spots, s.dark_spot_probability, kHoursPerWeek * p.dark_spots_begin_weeks,
      kHoursPerWeek * p.dark_spots_end_weeks);
  set(Event::breakouts, p.breakouts_incidence, p.breakouts_begin_h, p.breakouts_end_h);
  events[static_cast<std::size_t>(Event::numbness)] = {
      1.0, {1.0f, 1.0f}, {}, span_of(p, p.numbness_end_h)};
}

} // namespace

void project(const Parameters &p, const Factors &f, const Population &people, const TimeAxis &axis,
             Projection &out) {
  RT_CHECK(valid(f) && people.size() > 0 && axis.points >= 2 && axis.horizon_h > 0.0);
  const Scenario s = scenario_of(p, f);
  out.axis = axis;
  for (std::size_t i = 0; i < kSigns; ++i)
    out.sign[i].visible_above = visible_above(s, static_cast<Sign>(i));
  out.milestone = {};
  compute_bands(s, people, axis, out.sign);
  set_times(s, people, out.sign, out.milestone);
  set_advice(p, f, out.milestone);
  static thread_local std::vector<float> first_result;
  first_result.resize(people.lanes());
  compute_course(s, people, out.course, first_result);
  MilestoneTime &first = out.milestone[static_cast<std::size_t>(Milestone::first_result)];
  first.hours = over(first_result, people);
  first.hours_anywhere = anywhere(first_result, people);
  for (SignBand &sign : out.sign) spread_over_clinics(p, axis, sign);
  Course &course = out.course;
  course.share_clear_anywhere.resize(course.share_clear.size());
  for (std::size_t m = 0; m < course.share_clear.size(); ++m)
    course.share_clear_anywhere[m] = share_anywhere(p, static_cast<double>(course.share_clear[m]));
  set_events(p, s, out.event);
}

double longest_reported_h(Sign sign) {
  constexpr double kDay = 24.0;
  switch (sign) {
  case Sign::redness: return 7.0 * kDay;
  case Sign::swelling: return 5.0 * kDay;
  case Sign::tightness: return 10.0 * kDay;
  default: return std::numeric_limits<double>::infinity();
  }
}

Course course_of(const Parameters &p, const Factors &f, const Population &people) {
  RT_CHECK(valid(f) && people.size() > 0);
  std::vector<float> first_result(people.lanes());
  Course course;
  compute_course(scenario_of(p, f), people, course, first_result);
  return course;
}

std::array<Course, kMostSessions> courses_by_sessions(const Parameters &p, const Factors &f,
                                                      const Population &people) {
  std::array<Course, kMostSessions> courses;
  Factors factors = f;
  for (std::size_t i = 0; i < kMostSessions; ++i) {
    factors.sessions = static_cast<int>(i) + 1;
    courses[i] = course_of(p, factors, people);
  }
  return courses;
}

Quantiles severity_at(const Projection &projection, Sign sign, double hour) {
  const Place place = place_of(projection.axis, hour);
  const auto &at = projection.sign[static_cast<std::size_t>(sign)].at;
  Quantiles severity{};
  const auto into = static_cast<float>(place.into);
  for (std::size_t level = 0; level < kLevelCount; ++level)
    severity[level] =
        at[place.point][level] + into * (at[place.point + 1][level] - at[place.point][level]);
  return severity;
}

double share_visible_at(const Projection &projection, Sign sign, double hour) {
  const Place place = place_of(projection.axis, hour);
  const auto &share = projection.sign[static_cast<std::size_t>(sign)].share_visible;
  const double from = static_cast<double>(share[place.point]);
  return from + place.into * (static_cast<double>(share[place.point + 1]) - from);
}

EightInTen share_visible_anywhere_at(const Projection &projection, Sign sign, double hour) {
  const Place place = place_of(projection.axis, hour);
  const auto &share = projection.sign[static_cast<std::size_t>(sign)].share_visible_anywhere;
  const EightInTen &from = share[place.point], &to = share[place.point + 1];
  const auto into = static_cast<float>(place.into);
  return {from.p10 + into * (to.p10 - from.p10), from.p90 + into * (to.p90 - from.p90)};
}

} // namespace rt
