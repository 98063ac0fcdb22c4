#include "tools/fit/predict.h"

#include "model/numeric/portable_math.h"
#include "tools/fit/people_times.h"

#include <algorithm>
#include <cmath>

namespace rt::fit {
namespace {

constexpr double kHoursPerWeek = 168.0;
// Steps of the usual rating of improvement.
constexpr double kHalf = 0.5, kGood = 0.5, kExcellent = 0.75;
constexpr double kFirstVisitH = 24.0; // a study that looks from the day after on

// One side of a question: the treated or the other one.
struct Side {
  const Parameters &p;
  const Factors &factors;
  Scenario scenario;
  const Population &crowd;
  std::vector<PersonCourse> people; // the crowd under this scenario
  double at_h;
};

using Sample = std::vector<double>; // a value a person, or one number

template <class Measure> Sample each(const Side &side, Measure measure) {
  Sample sample;
  sample.reserve(side.people.size());
  for (const PersonCourse &person : side.people) sample.push_back(measure(person));
  return sample;
}

// Hours to the last sight of a sign, in people who have it at all (where nobody has: zero).
Sample hours_above(const Side &side, CourseAt course, double level, bool affected_only = false) {
  Sample sample =
      each(side, [&](const PersonCourse &c) { return last_hour_above(course, c, level); });
  if (affected_only) std::erase(sample, 0.0);
  return sample.empty() ? Sample{0.0} : sample;
}

// Share of people at or above a level at the question's hour.
Sample share_above(const Side &side, CourseAt course, double level) {
  Sample sample = each(side, [&](const PersonCourse &c) { return course(c, side.at_h); });
  std::ranges::sort(sample);
  return {1 - share_below(sample, level)};
}

// Share of people in whom a sign is ever seen.
Sample share_seen(const Side &side, CourseAt course, double level) {
  const Sample sample = hours_above(side, course, level);
  const auto seen = std::ranges::count_if(sample, [](double hours) { return hours > 0; });
  return {static_cast<double>(seen) / static_cast<double>(sample.size())};
}

Sample longest(std::vector<Sample> samples) {
  Sample most = samples.front();
  for (const Sample &sample : samples)
    for (std::size_t i = 0; i < most.size(); ++i) most[i] = std::max(most[i], sample[i]);
  return most;
}

// Hours of a sign in people who have it: everybody, with an inclination drawn from those who do.
Sample hours_in_affected(const Side &s, double logit_of_sign, double Person::*proneness,
                         CourseAt course, double level) {
  const double share = logistic(logit_of_sign);
  Sample sample;
  for (std::size_t i = 0; i < s.crowd.size(); ++i) {
    Person person = s.crowd.person(i);
    const double rank = logistic(person.*proneness);
    person.*proneness = logit(1 - share + share * std::min(rank, 1 - 1e-9));
    sample.push_back(last_hour_above(course, course_of(s.scenario, person), level));
  }
  return sample;
}
Sample hours_of_flaking(const Side &s) {
  return hours_in_affected(s, s.scenario.flaking_logit, &Person::flaking_proneness, flaking_at,
                           s.scenario.visible_flaking);
}
Sample hours_of_swelling(const Side &s) {
  return hours_in_affected(s, s.scenario.swelling_logit, &Person::swelling_proneness, swelling_at,
                           s.scenario.visible_swelling);
}
Sample hours_of_bruise(const Side &s) {
  return hours_in_affected(s, s.scenario.ecchymosis_logit, &Person::bruise_proneness, bruising_at,
                           s.scenario.visible_bruising);
}

Sample seen_redness(const Side &s) {
  return hours_above(s, redness_at, s.scenario.visible_redness);
}
Sample seen_swelling(const Side &s) {
  return hours_above(s, swelling_at, s.scenario.visible_swelling);
}
Sample looks_normal(const Side &s) {
  return longest({seen_redness(s), seen_swelling(s),
                  hours_above(s, marks_at, s.scenario.visible_marks),
                  hours_above(s, bruising_at, s.scenario.visible_bruising),
                  hours_above(s, flaking_at, s.scenario.visible_flaking),
                  hours_above(s, pores_at, s.scenario.visible_pores)});
}

Sample gains(const Side &s) {
  return each(
      s, [&](const PersonCourse &c) { return gain_at(s.scenario, c, s.at_h / kHoursPerWeek); });
}
double share_better(const Side &s, double gain) {
  Sample sample = gains(s);
  std::ranges::sort(sample);
  return 1 - share_below(sample, gain);
}

double typical_gain(Scenario scenario, int sessions, double weeks_after_last) {
  scenario.sessions = sessions;
  const double weeks = (sessions - 1) * scenario.weeks_between + weeks_after_last;
  return gain_at(scenario, course_of(scenario, Person{}), weeks);
}

// Sessions after which the typical person is half better, four months after the last; between
// whole numbers by straight lines, and on along the last line beyond six.
double sessions_to_half(const Side &s) {
  constexpr double kWeeksAfter = 17;
  double before = 0;
  for (int n = 1;; ++n) {
    const double gain = typical_gain(s.scenario, n, kWeeksAfter);
    if (gain >= kHalf || n == 12) return n - 1 + (kHalf - before) / (gain - before);
    before = gain;
  }
}

double best_result_hour(const Side &s) {
  constexpr double kLongest = 104, kStep = 0.25;
  double best = 0, height = 0;
  for (double weeks = 0; weeks < kLongest; weeks += kStep) {
    const double gain = typical_gain(s.scenario, s.factors.sessions, weeks);
    if (gain > height) {
      height = gain;
      best = weeks;
    }
  }
  return best * kHoursPerWeek;
}

double later_pores(const Side &s) {
  return -s.p.pores_shrink_share *
         quantile(
             [&] {
               Sample sample = gains(s);
               std::ranges::sort(sample);
               return sample;
             }(),
             0.5) /
         s.scenario.complete_gain;
}

Sample peak_heights(const Side &s, CourseAt course) {
  return each(s, [&](const PersonCourse &c) { return peak_after(course, c, 0).height; });
}
Sample peak_hours(const Side &s, CourseAt course, double from_h = 0) {
  return each(s, [&](const PersonCourse &c) { return peak_after(course, c, from_h).hour; });
}

using Measure = Sample (*)(const Side &);
struct Quantity {
  std::string_view name;
  Measure measure;
};

#define RT_Q(name, expression)                                                                     \
  Quantity {                                                                                       \
    name, []([[maybe_unused]] const Side &s) -> Sample { return expression; }                      \
  }

constexpr Quantity kQuantities[] = {
    RT_Q("redness_seen_h", seen_redness(s)),
    RT_Q("redness_instrument_h", hours_above(s, redness_at, s.p.instrument_redness)),
    RT_Q("redness_peak", peak_heights(s, redness_at)),
    RT_Q("redness_share", share_above(s, redness_at, s.scenario.visible_redness)),
    RT_Q("swelling_seen_h", hours_of_swelling(s)),
    RT_Q("swelling_incidence", Sample{logistic(s.scenario.swelling_logit)}),
    RT_Q("swelling_share", share_above(s, swelling_at, s.scenario.visible_swelling)),
    RT_Q("swelling_peak", peak_heights(s, swelling_at)),
    RT_Q("swelling_peak_h", peak_hours(s, swelling_at)),
    RT_Q("bruise_seen_h", hours_of_bruise(s)),
    RT_Q("bruise_peak_h", peak_hours(s, bruising_at)),
    RT_Q("bruise_share", share_above(s, bruising_at, s.scenario.visible_bruising)),
    RT_Q("bleeding_points_share", share_above(s, marks_at, s.scenario.visible_marks)),
    RT_Q("crust_share", share_seen(s, marks_at, s.scenario.visible_marks)),
    RT_Q("marks_seen_h", hours_above(s, marks_at, s.scenario.visible_marks, true)),
    RT_Q("ecchymosis_share", Sample{logistic(s.scenario.ecchymosis_logit)}),
    RT_Q("tightness_felt_h", hours_above(s, tightness_at, s.scenario.felt_tightness)),
    RT_Q("tightness_onset_h", each(s,
                                   [&](const PersonCourse &c) {
                                     return first_hour_above(tightness_at, c,
                                                             s.scenario.felt_tightness);
                                   })),
    RT_Q("tightness_area", each(s, [](const PersonCourse &c) { return area(tightness_at, c); })),
    RT_Q("dryness_share", share_above(s, tightness_at, s.scenario.felt_tightness)),
    RT_Q("flaking_seen_h", hours_of_flaking(s)),
    RT_Q("flaking_peak_h", peak_hours(s, flaking_at)),
    RT_Q("flaking_share", Sample{logistic(s.scenario.flaking_logit)}),
    RT_Q("flaking_now_share", share_above(s, flaking_at, s.scenario.visible_flaking)),
    RT_Q("dry_peak_h", peak_hours(s, tightness_at, 16.0)),
    RT_Q("barrier_closed_h", hours_above(s, barrier_at, s.p.barrier_closed_excess)),
    RT_Q("barrier_half_life_h", each(s,
                                     [](const PersonCourse &c) {
                                       return last_hour_above(barrier_at, c,
                                                              0.5 * barrier_at(c, 0));
                                     })),
    RT_Q("barrier_peak_h", peak_hours(s, barrier_at, kFirstVisitH)),
    RT_Q("barrier_area", each(s, [](const PersonCourse &c) { return area(barrier_at, c); })),
    RT_Q("barrier_ratio",
         each(s, [&](const PersonCourse &c) { return 1 + barrier_at(c, s.at_h); })),
    RT_Q("pores_late", Sample{later_pores(s)}),
    RT_Q("pores_first_then",
         Sample{std::min(quantile(peak_heights(s, pores_at), 0.5), -later_pores(s))}),
    RT_Q("improvement", gains(s)),
    RT_Q("half_better_share", Sample{share_better(s, kHalf)}),
    RT_Q("responder_share", Sample{share_better(s, s.scenario.clear_change_gain)}),
    RT_Q("good_share", Sample{share_better(s, kGood)}),
    RT_Q("excellent_share", Sample{share_better(s, kExcellent)}),
    RT_Q("any_better_share", Sample{share_better(s, s.scenario.first_result_gain)}),
    RT_Q("poor_share", Sample{1 - share_better(s, s.scenario.clear_change_gain)}),
    RT_Q("best_result_h", Sample{best_result_hour(s)}),
    RT_Q("sessions_to_half", Sample{sessions_to_half(s)}),
    RT_Q("dark_spot_share", Sample{s.scenario.dark_spot_probability}),
    RT_Q("looks_normal_h", looks_normal(s)),
    RT_Q("redness_and_swelling_h", longest({seen_redness(s), seen_swelling(s)})),
    RT_Q("all_settled_h",
         longest({looks_normal(s), hours_above(s, tightness_at, s.scenario.felt_tightness)})),
    RT_Q("depth_reached_ratio", Sample{s.p.reach_roller}),
    RT_Q("default_sessions", Sample{static_cast<double>(Factors{}.sessions)}),
    RT_Q("default_interval_h", Sample{Factors{}.weeks_between * kHoursPerWeek}),
    RT_Q("default_depth_mm", Sample{Factors{}.depth_mm}),
    RT_Q("advised_make_up_h", Sample{s.p.advice_make_up_h}),
    RT_Q("advised_sun_h", Sample{s.p.advice_sun_h}),
};
#undef RT_Q

const Quantity *find_quantity(std::string_view name) {
  const auto at = std::ranges::find(kQuantities, name, &Quantity::name);
  return at == std::end(kQuantities) ? nullptr : at;
}

Sample answer(const Parameters &p, const Question &question, bool treated,
              const Population &people) {
  const Factors &factors = treated ? question.factors : question.against;
  StudyConditions study = question.study;
  study.led = study.led && treated;
  Side side{p, factors, scenario_of(p, factors, study), people, {}, question.at_h};
  side.people.reserve(people.size());
  for (std::size_t i = 0; i < people.size(); ++i)
    side.people.push_back(course_of(side.scenario, people.person(i)));
  Sample sample = find_quantity(question.quantity)->measure(side);
  std::ranges::sort(sample);
  return sample;
}

double odds(double share) {
  const double inside = std::clamp(share, 1e-4, 1 - 1e-4);
  return inside / (1 - inside);
}

// The quantity of the treated side compared with the other side's, as the test wants it. A test of
// odds on strengths asks for the share above what nine in ten people of the other side stay below.
double compared(Test test, const Sample &treated, const Sample &other) {
  const double a = quantile(treated, 0.5), b = quantile(other, 0.5);
  if (test == Test::ratio) return a / std::max(b, 1e-9);
  if (test == Test::difference) return a - b;
  if (test == Test::odds_ratio && treated.size() == 1) return odds(a) / odds(b);
  if (test == Test::odds_ratio) {
    const double severe = quantile(other, 0.9);
    return odds(1 - share_below(treated, severe)) / odds(1 - share_below(other, severe));
  }
  return (a - b) / std::max(std::abs(b), 1e-9);
}

// The same times at clinics of all kinds, ascending. Only a sample of people has a spread.
Sample anywhere(const Parameters &p, const Sample &hours) {
  if (hours.size() == 1) return hours;
  constexpr int kClinics = 32;
  Sample all;
  all.reserve(hours.size() * kClinics);
  for (int i = 0; i < kClinics; ++i) {
    const double pace = std::exp(p.omega_clinic * normal_quantile((i + 0.5) / kClinics));
    for (const double hour : hours) all.push_back(hour * pace);
  }
  std::ranges::sort(all);
  return all;
}

} // namespace

bool knows_quantity(std::string_view name) { return find_quantity(name) != nullptr; }

Prediction predict(const Parameters &p, const Question &question, const Reported &ask,
                   const Population &people) {
  const Sample treated = answer(p, question, true, people);
  const auto unit = [&](double x) { return question.offset + question.scale * x; };
  Prediction is;
  const bool compares = question.test == Test::ratio || question.test == Test::difference ||
                        question.test == Test::odds_ratio || question.test == Test::change;
  if (compares) {
    // A difference has the row's unit but not its origin.
    is.value = compared(question.test, treated, answer(p, question, false, people));
    is.value *= question.test == Test::difference ? question.scale : 1.0;
    is.p10 = is.p90 = is.anywhere_p10 = is.anywhere_p90 = is.value;
    return is;
  }
  is.value = unit(quantile(treated, 0.5));
  is.p10 = unit(quantile(treated, 0.1));
  is.p90 = unit(quantile(treated, 0.9));
  if (is.p10 > is.p90) std::swap(is.p10, is.p90);
  is.anywhere_p10 = is.p10;
  is.anywhere_p90 = is.p90;
  if (question.quantity.ends_with("_h")) {
    const Sample all = anywhere(p, treated);
    is.anywhere_p10 = unit(quantile(all, 0.1));
    is.anywhere_p90 = unit(quantile(all, 0.9));
  }
  const Span bounds = accepted(ask);
  is.below_low = share_below(treated, bounds.low);
  is.below_high = share_below(treated, bounds.high);
  return is;
}

double predicted_spread(const Prediction &is) {
  constexpr double kTenToNinety = 2.563103; // in standard deviations
  return is.p10 > 0 && is.p90 > is.p10 ? std::log(is.p90 / is.p10) / kTenToNinety : 0.0;
}

} // namespace rt::fit
