#include "model/time_courses.h"

#include "model/numeric/portable_math.h"

namespace rt {

namespace {

double strength_of_odds(double odds) { return odds / (1.0 + odds); }

// The strength that equals `visible` where the log-odds of having the sign, so this person's own
// inclination, are even; so the sign is seen in exactly the share of people that the odds say.
double strength_of_logit(double logit_of_sign, double proneness, double spread, double visible) {
  return logistic(spread * (logit_of_sign + proneness) + logit(visible));
}

double two_phase_at(const TwoPhase &phase, double strength, double scale, double t) {
  const double flush = phase.early * portable_exp(-phase.early_rate * t);
  return strength * flush + (1.0 - flush) * scale * rise_and_fall(phase.rise, phase.fall, t);
}

// Three steps of one rate, one after the other: what the last holds, over the most that it holds.
double three_steps(double rate, double t) {
  const double x = rate * t;
  return x * x / 4.0 * portable_exp(2.0 - x);
}

double two_exponentials(double share, double fast, double slow, double t) {
  return share * portable_exp(-fast * t) + (1.0 - share) * portable_exp(-slow * t);
}

} // namespace

double rise_and_fall(double a, double b, double t) {
  const double slow = a < b ? a : b, fast = a < b ? b : a;
  return t * portable_exp(-slow * t) * one_minus_exp_over((fast - slow) * t);
}

double rise_and_fall_peak_h(double a, double b) {
  const double slow = a < b ? a : b, fast = a < b ? b : a;
  return log_one_plus_over((fast - slow) / slow) / slow;
}

double rise_and_fall_height(double a, double b) {
  return rise_and_fall(a, b, rise_and_fall_peak_h(a, b));
}

PersonCourse course_of(const Scenario &s, const Person &person) {
  PersonCourse c{};
  c.redness = s.redness;
  c.redness.fall = s.redness.fall * person.redness_rate;
  c.redness_strength = strength_of_odds(s.redness_odds * person.redness_odds);
  c.redness_scale =
      c.redness_strength * c.redness.late / rise_and_fall_height(c.redness.rise, c.redness.fall);
  c.swelling = s.swelling;
  c.swelling.fall = s.swelling.fall * person.swelling_rate;
  c.swelling_strength = strength_of_logit(s.swelling_logit, person.swelling_proneness,
                                          s.swelling_spread, s.visible_swelling);
  c.swelling_scale = c.swelling_strength * c.swelling.late /
                     rise_and_fall_height(c.swelling.rise, c.swelling.fall);
  c.pores_strength = strength_of_odds(s.pores_odds * person.pores_odds);

  c.marks = strength_of_odds(s.marks_odds * person.marks_odds);
  c.marks_rate = s.marks_rate * person.bruise_rate;
  c.marks_dry_late = s.marks_dry_late;
  c.ecchymosis = strength_of_logit(s.ecchymosis_logit, person.bruise_proneness, s.ecchymosis_spread,
                                   s.visible_bruising);
  c.hemoglobin_rate = s.hemoglobin_rate * person.bruise_rate;
  c.bilirubin_rate = s.bilirubin_rate * person.bruise_rate;
  c.yellow = s.yellow;

  c.barrier_amount = s.barrier_amount;
  c.barrier_fast_share = s.barrier_fast_share;
  c.barrier_fast_rate = s.barrier_fast_rate * person.barrier_fast_rate;
  c.barrier_slow_rate = s.barrier_slow_rate * person.barrier_rate;
  c.rf_barrier_amount = s.rf_barrier_amount;
  c.rf_barrier_rate = s.rf_barrier_rate * person.barrier_rate;

  const double tight = strength_of_odds(s.tightness_odds * person.tightness_odds);
  c.hot_tightness = tight * s.hot_tightness;
  c.hot_rate = s.hot_rate;
  c.dry_tightness = tight * s.dry_tightness;
  c.dry_rate = s.dry_rate * person.tightness_rate;
  c.flaking = strength_of_logit(s.flaking_logit, person.flaking_proneness, s.flaking_spread,
                                s.visible_flaking);
  c.flaking_rate = s.flaking_rate * person.flaking_rate;
  c.sun_redness_share = s.sun_redness_share;
  c.gain = strength_of_odds(s.gain_odds * person.gain_odds);
  c.gain_per_week = s.gain_per_week * person.gain_rate;
  c.gain_fast_per_week = s.gain_fast_per_week * person.gain_rate;
  const bool unresponsive = person.unresponsiveness + s.unresponsive_logit > 0.0;
  c.gain_ratio = s.gain_ratio * (unresponsive ? s.unresponsive_gain : 1.0);
  return c;
}

double redness_at(const PersonCourse &c, double t) {
  return two_phase_at(c.redness, c.redness_strength, c.redness_scale, t);
}

double swelling_at(const PersonCourse &c, double t) {
  return two_phase_at(c.swelling, c.swelling_strength, c.swelling_scale, t);
}

double marks_at(const PersonCourse &c, double t) {
  return c.marks *
         (c.marks_dry_late ? three_steps(c.marks_rate, t) : portable_exp(-c.marks_rate * t));
}

double bruising_at(const PersonCourse &c, double t) {
  const double red = portable_exp(-c.hemoglobin_rate * t);
  const double yellow = c.hemoglobin_rate * rise_and_fall(c.hemoglobin_rate, c.bilirubin_rate, t);
  return c.ecchymosis * (red + c.yellow * yellow);
}

double tightness_at(const PersonCourse &c, double t) {
  return strength_of_odds(c.hot_tightness * portable_exp(-c.hot_rate * t) +
                          c.dry_tightness * three_steps(c.dry_rate, t));
}

double flaking_at(const PersonCourse &c, double t) {
  return c.flaking * three_steps(c.flaking_rate, t);
}

double pores_at(const PersonCourse &c, double t) {
  return c.pores_strength * swelling_at(c, t) / c.swelling_strength;
}

double barrier_at(const PersonCourse &c, double t) {
  const double pricks =
      c.barrier_amount *
      two_exponentials(c.barrier_fast_share, c.barrier_fast_rate, c.barrier_slow_rate, t);
  const double x = c.rf_barrier_rate * t;
  return pricks + c.rf_barrier_amount * x * portable_exp(1.0 - x);
}

double sun_index_at(const PersonCourse &c, double t) {
  return barrier_at(c, t) + c.sun_redness_share * redness_at(c, t);
}

double gain_at(const Scenario &s, const PersonCourse &c, double weeks) {
  const double loss = s.gain_loss_per_week;
  double gained = 0.0;
  double left = 1.0;
  for (int i = 0; i < s.sessions; ++i) {
    const double since = weeks - static_cast<double>(i * s.weeks_between);
    if (since <= 0.0) break;
    const double fast = c.gain_fast_per_week * rise_and_fall(c.gain_fast_per_week, loss, since);
    const double slow = c.gain_per_week * rise_and_fall(c.gain_per_week, loss, since);
    gained += c.gain * left * (s.gain_fast_share * fast + (1.0 - s.gain_fast_share) * slow);
    left *= 1.0 - c.gain;
  }
  gained *= c.gain_ratio;
  return gained < 1.0 ? gained : 1.0;
}

} // namespace rt
