#pragma once
// The time courses of one person, in closed form and double precision: the reference for the fast
// band computation, and what the tests hold against a step-by-step solution of the equations.
// Every function takes hours after the treatment, t_h >= 0, and is finite.

#include "model/people.h"
#include "model/scenario.h"

namespace rt {

// The scenario's rates and strengths as they are in one person.
struct PersonCourse {
  TwoPhase redness, swelling;
  double redness_scale, swelling_scale; // late strength over the height of the rise and fall
  double redness_strength, swelling_strength, pores_strength;
  double marks, marks_rate;
  bool marks_dry_late;
  double ecchymosis, hemoglobin_rate, bilirubin_rate, yellow;
  double barrier_amount, barrier_fast_share, barrier_fast_rate, barrier_slow_rate;
  double rf_barrier_amount, rf_barrier_rate;
  double hot_tightness, hot_rate, dry_tightness, dry_rate;
  double flaking, flaking_rate;
  double sun_redness_share;
  double gain, gain_per_week, gain_fast_per_week;
  double gain_ratio; // of all that is gained
};
PersonCourse course_of(const Scenario &, const Person &);

// (e^{-b t} - e^{-a t}) / (a - b): what a first-order step of rate b holds, filled by one of rate
// a.
double rise_and_fall(double a, double b, double t);
// Where it peaks, and its height there.
double rise_and_fall_peak_h(double a, double b);
double rise_and_fall_height(double a, double b);

double redness_at(const PersonCourse &, double t_h);
double swelling_at(const PersonCourse &, double t_h);
double marks_at(const PersonCourse &, double t_h);
double bruising_at(const PersonCourse &, double t_h);
double tightness_at(const PersonCourse &, double t_h); // x / (1 + x) of heat and dryness felt
double flaking_at(const PersonCourse &, double t_h);
double pores_at(const PersonCourse &, double t_h);
// Water loss above normal, as a share of the normal loss.
double barrier_at(const PersonCourse &, double t_h);
// Opened barrier and redness together, as they let the sun in.
double sun_index_at(const PersonCourse &, double t_h);

// Share of the unevenness that is smoothed `weeks` after the first session.
double gain_at(const Scenario &, const PersonCourse &, double weeks);

} // namespace rt
