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

// Integral of s e^{-k s} e^{-r (t - s)} over s from 0 to t, over t squared and e^{-min(k, r) t}.
double slow_response(double k, double r, double t) {
  // (1 - (1 + x) e^{-x}) / x^2, 1/2 at 0
  const auto second = [](double x) {
    if (x < 0.5) {
      double sum = 0.0;
      double term = 1.0;
      for (int n = 0; n < 16; ++n) {
        sum += term / static_cast<double>(n + 2);
        term *= -x / static_cast<double>(n + 1);
      }
      return sum;
    }
    return (1.0 - (1.0 + x) * portable_exp(-x)) / (x * x);
  };
  if (k >= r) return second((k - r) * t);
  const double x = (r - k) * t;
  return one_minus_exp_over(x) - second(x);
}

double two_exponentials(double share, double fast, double slow, double t) {
  return share * portable_exp(-fast * t) + (1.0 - share) * portable_exp(-slow * t);
}

constexpr double kE = 2.71828182845904509080;

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
  c.redness_strength = strength_of_odds(s.redness.odds * person.redness_odds);
  c.redness_scale = c.redness_strength / rise_and_fall_height(c.redness.rise, c.redness.fall);
  c.swelling = s.swelling;
  c.swelling.fall = s.swelling.fall * person.swelling_rate;
  c.swelling_strength = strength_of_odds(s.swelling.odds * person.swelling_odds);
  c.swelling_scale = c.swelling_strength / rise_and_fall_height(c.swelling.rise, c.swelling.fall);
  c.pores_strength = strength_of_odds(s.pores_odds * person.pores_odds);

  c.petechiae = strength_of_odds(s.petechiae_odds * person.petechiae_odds);
  c.petechiae_rate = s.petechiae_rate * person.bruise_rate;
  c.ecchymosis = strength_of_logit(s.ecchymosis_logit, person.ecchymosis_proneness,
                                   s.ecchymosis_spread, s.visible_bruising);
  c.hemoglobin_rate = s.hemoglobin_rate * person.bruise_rate;
  c.bilirubin_rate = s.bilirubin_rate * person.bruise_rate;
  c.yellow = s.yellow;

  c.barrier_amount = s.barrier_amount;
  c.barrier_fast_share = s.barrier_fast_share;
  c.barrier_fast_rate = s.barrier_fast_rate * person.barrier_fast_rate;
  c.barrier_slow_rate = s.barrier_slow_rate * person.barrier_rate;
  c.rf_barrier_amount = s.rf_barrier_amount;
  c.rf_barrier_rate = s.rf_barrier_rate * person.barrier_rate;

  c.tightness = s.tightness_gain * strength_of_odds(s.tightness_odds * person.tightness_odds);
  c.tightness_rate = s.tightness_rate * person.tightness_rate;
  c.tightness_from_swelling = s.tightness_from_swelling;
  c.flaking = strength_of_logit(s.flaking_logit, person.flaking_proneness, s.flaking_spread,
                                s.visible_flaking);
  c.flaking_rate = s.flaking_rate * person.flaking_rate;
  c.sun_redness_share = s.sun_redness_share;
  c.gain = strength_of_odds(s.gain_odds * person.gain_odds);
  c.gain_per_week = s.gain_per_week * person.gain_rate;
  return c;
}

double redness_at(const PersonCourse &c, double t) {
  return two_phase_at(c.redness, c.redness_strength, c.redness_scale, t);
}

double swelling_at(const PersonCourse &c, double t) {
  return two_phase_at(c.swelling, c.swelling_strength, c.swelling_scale, t);
}

double petechiae_at(const PersonCourse &c, double t) {
  return c.petechiae * portable_exp(-c.petechiae_rate * t);
}

double ecchymosis_at(const PersonCourse &c, double t) {
  const double red = portable_exp(-c.hemoglobin_rate * t);
  const double yellow = c.hemoglobin_rate * rise_and_fall(c.hemoglobin_rate, c.bilirubin_rate, t);
  return c.ecchymosis * (red + c.yellow * yellow);
}

double bruising_at(const PersonCourse &c, double t) {
  return 1.0 - (1.0 - petechiae_at(c, t)) * (1.0 - ecchymosis_at(c, t));
}

double tightness_at(const PersonCourse &c, double t) {
  const double r = c.tightness_rate;
  double dry = r * (c.barrier_fast_share * rise_and_fall(c.barrier_fast_rate, r, t) +
                    (1.0 - c.barrier_fast_share) * rise_and_fall(c.barrier_slow_rate, r, t));
  if (c.rf_barrier_amount > 0.0) {
    const double k = c.rf_barrier_rate;
    const double slow = k < r ? k : r;
    dry +=
        c.rf_barrier_amount * kE * k * r * t * t * portable_exp(-slow * t) * slow_response(k, r, t);
  }
  return strength_of_odds(c.tightness_from_swelling * swelling_at(c, t) + c.tightness * dry);
}

double flaking_at(const PersonCourse &c, double t) {
  const double x = c.flaking_rate * t;
  return c.flaking * (x * x / 4.0) * portable_exp(2.0 - x);
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
  double gained = 0.0;
  double left = 1.0;
  for (int i = 0; i < s.sessions; ++i) {
    const double since = weeks - static_cast<double>(i * s.weeks_between) - s.gain_lag_weeks;
    if (since > 0.0)
      gained += c.gain * left * c.gain_per_week *
                rise_and_fall(c.gain_per_week, s.gain_loss_per_week, since);
    left *= 1.0 - c.gain;
  }
  return gained;
}

} // namespace rt
