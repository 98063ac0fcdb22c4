#pragma once
// What one treatment does to the typical person: the rates and strengths that its factors give.

#include "model/factors.h"
#include "model/parameters.h"
#include "model/signs.h"

namespace rt {

// What published studies have that the widget does not ask. The default is the widget.
struct StudyConditions {
  bool occluded = false;  // a tight cover over the skin
  bool led = false;       // light therapy after the treatment
  bool smooth_rf = false; // radio-frequency needles with smooth insertion and bare shafts
  bool patch = false;     // a small array of needles pressed on by hand, instead of a stamp
  double age_y = 0;       // 0: the age that stands for the band
};

// A first flush that fades at once, and a later rise and fall: redness and swelling. With the flush
// F = early e^{-early_rate t} and the rise and fall b, whose peak is 1, the severity is
// strength * (late b + F - F late b): skin that is red already does not redden twice. So nothing
// passes the strength, and a slower fall never lets a sign pass sooner.
struct TwoPhase {
  double early;      // 0 < early < 1
  double late;       // 0 < late <= 1
  double early_rate; // 1/h
  double rise, fall; // 1/h
};

// All rates are in 1/h unless the name says otherwise.
struct Scenario {
  double dose; // injury; 1 = pen, 1.5 mm, usual passes, cheeks
  TwoPhase redness, swelling;
  double redness_odds;                    // of the strength E, E / (1 - E)
  double swelling_logit, swelling_spread; // log-odds of it being seen; of the strength, per unit
  double pores_odds;
  double marks_odds, marks_rate;
  bool marks_dry_late;      // they show as tiny crusts after a day, not as dots at once
  double ecchymosis_logit;  // log-odds of a visible bruise
  double ecchymosis_spread; // of the strength, per unit of log-odds
  double hemoglobin_rate, bilirubin_rate, yellow;
  double barrier_amount;                              // excess at time 0
  double barrier_fast_share;                          // of that excess
  double barrier_fast_rate, barrier_slow_rate;        //
  double rf_barrier_amount, rf_barrier_rate;          // amount 0 without radio frequency
  double tightness_odds, hot_tightness, hot_rate;     //
  double dry_tightness, dry_rate;                     // peaks at 2 / dry_rate
  double flaking_logit, flaking_spread, flaking_rate; // rate of each of the three transit steps
  double sun_redness_share;
  // Severities from which a sign is seen (tightness: felt). Redness depends on the skin tone.
  double visible_redness, visible_swelling, visible_marks, visible_bruising, felt_tightness,
      visible_flaking, visible_pores;
  double redness_visibility; // seen redness = redness * visibility
  // Result of a course.
  double gain_odds;                             // of one session, of what is left to gain
  double gain_fast_share, gain_fast_per_week;   // what swells up within weeks
  double gain_per_week, gain_loss_per_week;     // what is built over months, and lost over years
  double gain_ratio;                            // of all that is gained
  double unresponsive_logit, unresponsive_gain; // who gains next to nothing: so much of the gain
  double complete_gain; // of a complete course in the typical person, for the same concern
  double first_result_gain, clear_change_gain; // gains that are first seen, and seen clearly
  int sessions, weeks_between;
  double dark_spot_probability; // after the course
};

// The severity from which a sign is seen (tightness: felt).
double visible_above(const Scenario &, Sign);

Scenario scenario_of(const Parameters &, const Factors &, const StudyConditions & = {});

} // namespace rt
