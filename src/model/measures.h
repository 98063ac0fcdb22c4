#pragma once
// What clinicians measure beyond the widget's signs: the skin barrier, sensitivity to sun,
// instrument thresholds, results by number of sessions. For the command-line tool and reports:
// double precision and plain loops, tens of milliseconds for 2,000 people.

#include "model/factors.h"
#include "model/people.h"
#include "model/scenario.h"
#include "model/signs.h"

#include <array>
#include <vector>

namespace rt {

// Quantities of one sign beside its band.
struct SignMeasures {
  double incidence = 0; // share of people (0..1) in whom it is ever seen (tightness: felt)
  // Hours until not seen among the people in whom it was seen; 0 where it is seen in nobody.
  Quantiles hours_until_not_visible_in_affected{};
  Quantiles hours_until_below_instrument{}; // instrument threshold, everyone; 0: never above
  Quantiles peak_severity{};
};

// Share of the skin's barrier that is open, as water loss above normal over normal loss.
struct BarrierMeasures {
  std::vector<Quantiles> excess; // [point of the axis]
  Quantiles half_life_h{};       // until the excess stays below half of that at time 0
  Quantiles closed_h{};          // until it stays below barrier_closed_excess
};

// Opened barrier plus redness, as they let the sun in.
struct SunMeasures {
  std::vector<Quantiles> index; // [point of the axis]
  Quantiles until_insensitive_h{};
};

// Results by number of sessions, at the scenario's interval.
struct ResultMeasures {
  std::vector<double> month;                                      // after the first session
  std::array<std::vector<Quantiles>, kMostSessions> improvement;  // share of unevenness smoothed
  std::array<std::vector<Quantiles>, kMostSessions> pores_change; // relative size, 0 = as before
  double complete_improvement = 0; // of a complete course in the typical person
};

struct Measures {
  std::array<SignMeasures, kSigns> sign;
  double ecchymosis_incidence = 0;        // a real bruise, not only pinpoint marks
  double pinpoint_bleeding_incidence = 0; // visible bleeding points at once
  std::vector<Quantiles> seen_redness;    // [point]: redness as it shows on this skin tone
  BarrierMeasures barrier;
  SunMeasures sun;
  ResultMeasures result;
};

// Requires valid(factors) and a non-empty Population. The sample of every quantile is all people.
Measures measure(const Parameters &, const Factors &, const Population &, const TimeAxis &,
                 const StudyConditions & = {});

} // namespace rt
