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

// The same for two rates that may both move: with their mean kept, what they give together hardly
// moves.
template <class F> void keep_apart(F &a, F &b, float share) {
  const F middle = (a + b) * 0.5f, gap = a - b;
  const F least = middle * share;
  const F half = select(gap < splat<F>(0.0f), -least, least) * 0.5f;
  const auto close = abs(gap) < least;
  a = select(close, middle + half, a);
  b = select(close, middle - half, b);
}

template <class F> struct Point { F value, slope; };

// Value, slope, and the slope's slope.
template <class F> struct Bent { F value, slope, bend; };

// One Newton step towards the top; a careful one where the curve does not bend down.
template <class F> F towards_peak(const Bent<F> &at, F t) {
  const F uphill = select(at.slope > splat<F>(0.0f), t * 1.3f, t * 0.75f);
  const F step = at.slope / min(at.bend, splat<F>(-1e-30f));
  const F next = select(at.bend < splat<F>(0.0f), t - step, uphill);
  return min(max(next, t * 0.5f), t * 2.0f);
}

// strength * (b + F - F b) of a flush F and a rise and fall b of unit peak: redness, swelling.
template <class F> struct TwoPhaseCurve {
  float early, early_rate, rise;
  F fall, strength, scale; // strength * b = scale (e^{-fall t} - e^{-rise t})
  F peak_h;                // of the rise and fall, where the flush adds nothing

  TwoPhaseCurve() = default;
  TwoPhaseCurve(const TwoPhase &phase, F rate, F strong)
      : early(static_cast<float>(phase.early)), early_rate(static_cast<float>(phase.early_rate)),
        rise(static_cast<float>(phase.rise)),
        fall(separate_rates(rate * static_cast<float>(phase.fall), splat<F>(phase.rise), 1e-3f)),
        strength(strong) {
    const F ratio = fall / rise;
    const F rest = 1.0f - ratio;
    const F log_ratio_over_rest = log(ratio) / rest;
    scale = strength / (exp(ratio * log_ratio_over_rest) * rest);
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

  Bent<F> bent_at(F t) const {
    const F flush = early * exp(t * -early_rate);
    const F falling = scale * exp(-fall * t);
    const F rising = scale * exp(t * -rise);
    const F falling_slope = falling * fall, rising_slope = rising * rise;
    const F main = falling - rising, main_slope = rising_slope - falling_slope;
    const F flush_slope = -early_rate * flush;
    return {strength * flush + main * (1.0f - flush),
            main_slope * (1.0f - flush) + flush_slope * (strength - main),
            (falling_slope * fall - rising_slope * rise) * (1.0f - flush) -
                flush_slope * (2.0f * main_slope + early_rate * (strength - main))};
  }

  // How the logarithm bends at the peak, without the flush: the value there is the strength.
  F bend_over_peak() const { return fall * -rise; }
};

template <class F>
[[gnu::noinline]] TwoPhaseCurve<F> two_phase_curve(const TwoPhase &phase, const Population &people,
                                                   Trait rate, Trait odds, std::size_t at) {
  return {phase, column<F>(people, rate, at), strength(phase.odds, column<F>(people, odds, at))};
}
template <class F>
TwoPhaseCurve<F> redness_curve(const Scenario &s, const Population &people, std::size_t at) {
  return two_phase_curve<F>(s.redness, people, Trait::redness_rate, Trait::redness_odds, at);
}
template <class F>
TwoPhaseCurve<F> swelling_curve(const Scenario &s, const Population &people, std::size_t at) {
  return two_phase_curve<F>(s.swelling, people, Trait::swelling_rate, Trait::swelling_odds, at);
}

// The look of pores follows swelling; this is their ratio.
template <class F>
[[gnu::noinline]] F pores_ratio(const Scenario &s, const Population &people, std::size_t at) {
  return strength(s.pores_odds, column<F>(people, Trait::pores_odds, at)) /
         strength(s.swelling.odds, column<F>(people, Trait::swelling_odds, at));
}

// Pinpoint marks that fade, and a bruise that turns from red to yellow.
template <class F> struct BruisingCurve {
  F petechiae, red, yellow; // p e^{..} and red e^{..} - yellow e^{..}
  F petechiae_rate, red_rate, yellow_rate;

  BruisingCurve(const Scenario &s, const Population &people, std::size_t at) {
    const F rate = column<F>(people, Trait::bruise_rate, at);
    const F hemoglobin = splat<F>(s.hemoglobin_rate);
    const F bilirubin = separate_rates(splat<F>(s.bilirubin_rate), hemoglobin, 1e-3f);
    const F turned = hemoglobin * static_cast<float>(s.yellow) / (bilirubin - hemoglobin);
    const F ecchymosis =
        strength_of_logit(s.ecchymosis_logit, column<F>(people, Trait::ecchymosis_proneness, at),
                          s.ecchymosis_spread, s.visible_bruising);
    petechiae = strength(s.petechiae_odds, column<F>(people, Trait::petechiae_odds, at));
    red = ecchymosis * (1.0f + turned);
    yellow = ecchymosis * turned;
    petechiae_rate = rate * static_cast<float>(s.petechiae_rate);
    red_rate = rate * hemoglobin;
    yellow_rate = rate * bilirubin;
  }

  Point<F> operator()(F t) const {
    const F p = petechiae * exp(-petechiae_rate * t);
    const F r = red * exp(-red_rate * t);
    const F y = yellow * exp(-yellow_rate * t);
    const F e = r - y;
    const F p_slope = -petechiae_rate * p;
    const F e_slope = yellow_rate * y - red_rate * r;
    return {p + e - p * e, p_slope * (1.0f - e) + e_slope * (1.0f - p)};
  }

  F top() const { // it is strongest at once
    const F e = red - yellow;
    return petechiae + e - petechiae * e;
  }

  // About when it passes `level`, were there only the marks, or the bruise without its turning.
  F early_guess(F level) const {
    const F marks = log(max(petechiae / level, splat<F>(1.0f))) / petechiae_rate;
    const F bruise = log(max(red / level, splat<F>(1.0f))) / red_rate;
    return max(marks, bruise);
  }
};

// strength * x^2 / 4 e^{2 - x}, x = rate t.
template <class F> struct FlakingCurve {
  static constexpr float kPeak = 1.84726402f; // e^2 / 4
  F strength, rate;

  FlakingCurve(const Scenario &s, const Population &people, std::size_t at)
      : strength(strength_of_logit(s.flaking_logit, column<F>(people, Trait::flaking_proneness, at),
                                   s.flaking_spread, s.visible_flaking)),
        rate(column<F>(people, Trait::flaking_rate, at) * static_cast<float>(s.flaking_rate)) {}

  F value(F t) const {
    const F x = rate * t;
    return strength * kPeak * x * x * exp(-x);
  }
  F peak_h() const { return 2.0f / rate; }
};

// Swelling felt, and dryness: a step of rate `ease` filled by the opened barrier. The severity of
// tightness is x / (1 + x) of their sum x, which is what value and slope are here. `heats`: with
// the late opening that radio frequency brings; a branch, because it is the same for everybody and
// a second copy of all that follows would weigh more than it saves.
template <class F> struct TightnessCurve {
  TwoPhaseCurve<F> swelling;
  float from_swelling;
  bool heats;
  F fast, slow, heat{}, ease, gain;
  float share, heat_amount;
  // fast_share e^{-fast t} + slow_share e^{-slow t} + dry e^{-ease t}
  // + (heat_straight t - heat_bent) e^{-heat t}
  F fast_share, slow_share, heat_straight{}, heat_bent{}, dry;

  TightnessCurve(const Scenario &s, const Population &people, std::size_t at,
                 const TwoPhaseCurve<F> &swollen)
      : swelling(swollen), from_swelling(static_cast<float>(s.tightness_from_swelling)),
        heats(s.rf_barrier_amount > 0.0), share(static_cast<float>(s.barrier_fast_share)),
        heat_amount(static_cast<float>(s.rf_barrier_amount)) {
    ease = column<F>(people, Trait::tightness_rate, at) * static_cast<float>(s.tightness_rate);
    const F barrier = column<F>(people, Trait::barrier_rate, at);
    slow = barrier * static_cast<float>(s.barrier_slow_rate);
    keep_apart(slow, ease, 1e-2f);
    fast = separate_rates(column<F>(people, Trait::barrier_fast_rate, at) *
                              static_cast<float>(s.barrier_fast_rate),
                          ease, 1e-2f);
    if (heats) heat = separate_rates(barrier * static_cast<float>(s.rf_barrier_rate), ease, 2e-2f);
    gain = strength(s.tightness_odds, column<F>(people, Trait::tightness_odds, at)) *
           static_cast<float>(s.tightness_gain);
    set_shares();
  }

  // From the rates and the gain.
  void set_shares() {
    fast_share = gain * share * ease / (ease - fast);
    slow_share = gain * (1.0f - share) * ease / (ease - slow);
    dry = -fast_share - slow_share;
    if (heats) {
      constexpr float kE = 2.71828183f;
      const F amount = gain * (heat_amount * kE) * heat * ease;
      heat_straight = amount / (ease - heat);
      heat_bent = heat_straight / (ease - heat);
      dry += heat_bent;
    }
  }

  Bent<F> bent_at(F t) const {
    const Bent<F> swollen = swelling.bent_at(t);
    const F f = fast_share * exp(-fast * t);
    const F s = slow_share * exp(-slow * t);
    const F d = dry * exp(-ease * t);
    const F slope_f = f * fast, slope_s = s * slow, slope_d = d * ease;
    Bent<F> at{swollen.value * from_swelling + f + s + d,
               swollen.slope * from_swelling - slope_f - slope_s - slope_d,
               swollen.bend * from_swelling + slope_f * fast + slope_s * slow + slope_d * ease};
    if (heats) {
      const F fading = exp(-heat * t);
      const F straight = heat_straight * fading;
      const F h = straight * t - heat_bent * fading;
      const F h_slope = straight - heat * h;
      at.value += h;
      at.slope += h_slope;
      at.bend -= heat * (straight + h_slope);
    }
    return at;
  }
  Point<F> operator()(F t) const {
    const Bent<F> at = bent_at(t);
    return {at.value, at.slope};
  }

  // The curve at hour, 2 hour, 4 hour ...: twice the time squares each exponential. None becomes
  // smaller than what does not matter, for numbers near the subnormal ones are slow.
  struct Doublings {
    const TightnessCurve &curve;
    F hour, flush, rise, fall, fast, slow, ease, heat{};

    Doublings(const TightnessCurve &c, F from)
        : curve(c), hour(from), flush(exp(from * -c.swelling.early_rate)),
          rise(exp(from * -c.swelling.rise)), fall(exp(-c.swelling.fall * from)),
          fast(exp(-c.fast * from)), slow(exp(-c.slow * from)), ease(exp(-c.ease * from)) {
      if (curve.heats) heat = exp(-c.heat * from);
    }
    F value() const {
      const TwoPhaseCurve<F> &both = curve.swelling;
      const F puff = both.early * flush;
      const F swollen = both.strength * puff + both.scale * (fall - rise) * (1.0f - puff);
      F dryness = curve.fast_share * fast + curve.slow_share * slow + curve.dry * ease;
      if (curve.heats) dryness += (curve.heat_straight * hour - curve.heat_bent) * heat;
      return swollen * curve.from_swelling + dryness;
    }
    void advance() {
      hour += hour;
      constexpr float kTooSmall = 1e-18f;
      for (F *decay : {&flush, &rise, &fall, &fast, &slow, &ease})
        *decay = *decay * *decay + kTooSmall;
      if (curve.heats) heat = heat * heat + kTooSmall;
    }
  };
};

} // namespace rt::simd
