#pragma once
// The curves of four people (or several fours) in single precision: the constants that a scenario
// and their traits give, and value and slope at any time. Only for the *_simd.cpp files;
// time_courses.h has the same exactly.

#include "model/fast/simd.h"
#include "model/people.h"
#include "model/scenario.h"
#include "model/signs.h"

#include <algorithm>

namespace rt::simd {

template <class F> F column(const Population &people, Trait trait, std::size_t at) {
  return load<F>(people.column(trait).data() + at);
}

template <class F> F strength_of_odds(F odds) { return odds / (1.0f + odds); }

template <class F> F strength(double odds, F trait) {
  return strength_of_odds(trait * static_cast<float>(odds));
}

// Equals `visible` where the log-odds and this person's proneness are even.
template <class F> F strength_of_logit(double logit, F proneness, double spread, double visible) {
  const F power = (proneness + static_cast<float>(logit)) * static_cast<float>(spread);
  return strength_of_odds(exp(power) * static_cast<float>(visible / (1.0 - visible)));
}

// Keeps a rate clear of another one, where their difference would be all rounding error. The curve
// moves by less than a bin of the histogram.
template <class F> F separate_rates(F rate, F other, float share) {
  const F gap = rate - other;
  const F least = other * share;
  const F moved = select(gap < splat<F>(0.0f), other - least, other + least);
  return select(abs(gap) < least, moved, rate);
}

template <class F> struct Point {
  F value, slope; // at a time; per hour
};

// strength * (late b + F - F late b) of a flush F and a rise and fall b of unit peak: redness,
// swelling.
template <class F> struct TwoPhaseCurve {
  float early, early_rate, rise;
  F fall, strength, scale; // strength * late b = scale (e^{-fall t} - e^{-rise t})
  F peak_h;                // of the rise and fall; the flush adds next to nothing there

  TwoPhaseCurve() = default;
  TwoPhaseCurve(const TwoPhase &phase, F rate, F strong)
      : early(static_cast<float>(phase.early)), early_rate(static_cast<float>(phase.early_rate)),
        rise(static_cast<float>(phase.rise)),
        fall(separate_rates(rate * static_cast<float>(phase.fall), splat<F>(phase.rise), 1e-3f)),
        strength(strong) {
    const F ratio = fall / rise;
    const F rest = 1.0f - ratio;
    const F log_ratio_over_rest = log(ratio) / rest;
    scale = strength * static_cast<float>(phase.late) / (exp(ratio * log_ratio_over_rest) * rest);
    peak_h = log_ratio_over_rest * (-1.0f / rise);
  }

  Point<F> operator()(F t) const {
    const F flush = early * exp(t * -early_rate);
    const F falling = scale * exp(-fall * t);
    const F rising = scale * exp(t * -rise);
    const F main = falling - rising, main_slope = rising * rise - falling * fall;
    return {strength * flush + main * (1.0f - flush),
            main_slope * (1.0f - flush) - flush * early_rate * (strength - main)};
  }

  // How the logarithm bends at the peak, without the flush: the value there is the strength.
  F bend_over_peak() const { return fall * -rise; }
};

template <class F>
[[gnu::noinline]] TwoPhaseCurve<F> redness_curve(const Scenario &s, const Population &people,
                                                 std::size_t at) {
  return {s.redness, column<F>(people, Trait::redness_rate, at),
          strength(s.redness_odds, column<F>(people, Trait::redness_odds, at))};
}
template <class F>
[[gnu::noinline]] TwoPhaseCurve<F> swelling_curve(const Scenario &s, const Population &people,
                                                  std::size_t at) {
  return {s.swelling, column<F>(people, Trait::swelling_rate, at),
          strength_of_logit(s.swelling_logit, column<F>(people, Trait::swelling_proneness, at),
                            s.swelling_spread, s.visible_swelling)};
}

// The look of pores follows swelling; this is their ratio.
template <class F>
F pores_ratio(const Scenario &s, const Population &people, std::size_t at, F swelling_strength) {
  return strength(s.pores_odds, column<F>(people, Trait::pores_odds, at)) / swelling_strength;
}

// strength * x^2 / 4 e^{2 - x}, x = rate t: three steps of one rate, one after the other.
template <class F> struct ThreeStepCurve {
  static constexpr float kPeak = 1.84726402f; // e^2 / 4
  F strength, rate;

  F value(F t) const {
    const F x = rate * t;
    return strength * kPeak * x * x * exp(-x);
  }
  F peak_h() const { return 2.0f / rate; }
};

// Dots that fade from the start, or tiny crusts that come and go; a branch, because it is the same
// for everybody.
template <class F> struct MarksCurve {
  F strength, rate;
  bool dry_late;

  MarksCurve(const Scenario &s, const Population &people, std::size_t at)
      : strength(simd::strength(s.marks_odds, column<F>(people, Trait::marks_odds, at))),
        rate(column<F>(people, Trait::bruise_rate, at) * static_cast<float>(s.marks_rate)),
        dry_late(s.marks_dry_late) {}

  ThreeStepCurve<F> crusts() const { return {strength, rate}; }
  F value(F t) const { return dry_late ? crusts().value(t) : strength * exp(-rate * t); }
};

// A bruise that turns from red to yellow.
template <class F> struct BruisingCurve {
  F red, yellow; // red e^{..} - yellow e^{..}
  F red_rate, yellow_rate;

  BruisingCurve(const Scenario &s, const Population &people, std::size_t at) {
    const F rate = column<F>(people, Trait::bruise_rate, at);
    const F hemoglobin = splat<F>(s.hemoglobin_rate);
    const F bilirubin = separate_rates(splat<F>(s.bilirubin_rate), hemoglobin, 1e-3f);
    const F turned = hemoglobin * static_cast<float>(s.yellow) / (bilirubin - hemoglobin);
    const F ecchymosis =
        strength_of_logit(s.ecchymosis_logit, column<F>(people, Trait::bruise_proneness, at),
                          s.ecchymosis_spread, s.visible_bruising);
    red = ecchymosis * (1.0f + turned);
    yellow = ecchymosis * turned;
    red_rate = rate * hemoglobin;
    yellow_rate = rate * bilirubin;
  }

  Point<F> operator()(F t) const {
    const F r = red * exp(-red_rate * t);
    const F y = yellow * exp(-yellow_rate * t);
    return {r - y, yellow_rate * y - red_rate * r};
  }

  F top() const { return red - yellow; } // it is strongest at once

  // When it passes `level` were there only the slower of the two exponentials: not too early.
  F late_guess(F level) const {
    return log(max(max(red, -yellow) / level, splat<F>(1.0f))) / min(red_rate, yellow_rate);
  }
};

template <class F>
ThreeStepCurve<F> flaking_curve(const Scenario &s, const Population &people, std::size_t at) {
  return {strength_of_logit(s.flaking_logit, column<F>(people, Trait::flaking_proneness, at),
                            s.flaking_spread, s.visible_flaking),
          column<F>(people, Trait::flaking_rate, at) * static_cast<float>(s.flaking_rate)};
}

// Heat that passes at once, and dryness that comes after. The severity of tightness is x / (1 + x)
// of their sum x, which is what value and slope are here.
template <class F> struct TightnessCurve {
  F hot;
  float hot_rate;
  ThreeStepCurve<F> dry;

  TightnessCurve(const Scenario &s, const Population &people, std::size_t at)
      : hot_rate(static_cast<float>(s.hot_rate)) {
    const F tight = strength(s.tightness_odds, column<F>(people, Trait::tightness_odds, at));
    hot = tight * static_cast<float>(s.hot_tightness);
    dry = {tight * static_cast<float>(s.dry_tightness),
           column<F>(people, Trait::tightness_rate, at) * static_cast<float>(s.dry_rate)};
  }

  Point<F> operator()(F t) const {
    const F heat = hot * exp(t * -hot_rate);
    const F x = dry.rate * t;
    const F layer = dry.strength * ThreeStepCurve<F>::kPeak * x * exp(-x);
    return {heat + layer * x, layer * dry.rate * (2.0f - x) - heat * hot_rate};
  }
};

} // namespace rt::simd
