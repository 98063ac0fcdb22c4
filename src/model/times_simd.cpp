// When each person's signs peak and pass: the closed forms solved by a few Newton steps, several
// people at a time.

#include "model/curves_simd.h"
#include "model/times.h"

#include "result.h"

namespace rt {

namespace {

using namespace simd;

using F = Wide<4>;

// One Newton step on the logarithm, in which the tails of all curves are nearly straight.
template <class Curve> F towards_level(const Curve &curve, F t, F level) {
  const Point<F> at = curve(t);
  const F value = max(at.value, splat<F>(1e-30f));
  const F slope = min(at.slope, splat<F>(-1e-30f));
  return t - log(value / level) * value / slope;
}

// Last time at which `curve` passes `level` downwards; 0 where its peak is not above. The first
// guess is where the parabola of the logarithm through the peak passes: right for a curve that
// barely reaches the level, early for others, whose tail the steps then follow.
template <int kSteps, class Curve>
F last_crossing(const Curve &curve, const Peak<F> &peak, F level) {
  const F above = log(max(peak.value / level, splat<F>(1.0f)));
  const F square = 2.0f * above * peak.value / max(-peak.bend, splat<F>(1e-12f));
  F t = peak.hour + exp(0.5f * log(max(square, splat<F>(1e-6f))));
  for (int i = 0; i < kSteps; ++i)
    t = min(max(towards_level(curve, t, level), peak.hour), t * 3.0f);
  return select(peak.value > level, t, splat<F>(0.0f));
}

constexpr int kTwoPhaseSteps = 3;

// Bruising is strongest at once: the steps start where it is below the level for good.
F bruising_crossing(const BruisingCurve<F> &curve, F level) {
  constexpr int kSteps = 4;
  F t = curve.beyond(level);
  for (int i = 0; i < kSteps; ++i) t = max(towards_level(curve, t, level), splat<F>(0.0f));
  return select(curve.top() > level, t, splat<F>(0.0f));
}

// The crossing depends on the strength over the level alone, in units of the rate.
F flaking_crossing(const FlakingCurve<F> &curve, F level) {
  const F excess = log(max(curve.strength / level, splat<F>(1.0f)));
  const F root = exp(0.5f * log(max(excess, splat<F>(1e-12f))));
  F late = excess + 2.0f * root; // x - 2, beyond the crossing
  for (int i = 0; i < 3; ++i) {
    const F half = late * 0.5f;
    const F gap = late - 2.0f * log(1.0f + half) - excess;
    late = max(late - gap * (1.0f + half) / max(half, splat<F>(1e-6f)), splat<F>(0.0f));
  }
  return select(curve.strength > level, (2.0f + late) / curve.rate, splat<F>(0.0f));
}

// Peaks and crossings of one sign, or of several that share a curve, in four people.
struct Times {
  F peak_h, until_h;
};

Times two_phase_times(const TwoPhaseCurve<F> &curve, F level) {
  const Peak<F> peak = curve.peak();
  return {peak.hour, last_crossing<kTwoPhaseSteps>(curve, peak, level)};
}

Times bruising_times(const Scenario &s, const People &people, std::size_t at, F level) {
  return {splat<F>(0.0f), bruising_crossing(BruisingCurve<F>(s, people, at), level)};
}

Times flaking_times(const Scenario &s, const People &people, std::size_t at, F level) {
  const FlakingCurve<F> curve(s, people, at);
  return {curve.peak_h(), flaking_crossing(curve, level)};
}

// Tightness may have two humps, of swelling and of dryness: a look at times a factor of two apart
// finds the higher one and the last passing, Newton steps then find the hour.
template <bool kHeat>
Times tightness_times(const Scenario &s, const People &people, std::size_t at,
                      const TwoPhaseCurve<F> &swelling, F swelling_peak_h, F severity) {
  using Curve = TightnessCurve<F, kHeat>;
  const F level = severity / (1.0f - severity);
  const Curve curve(s, people, at, swelling);
  constexpr int kDoublings = 6;
  typename Curve::Doublings look(curve, swelling_peak_h);
  F best_h = look.hour, best = look.value(), last_h = splat<F>(0.0f);
  for (int i = 0; i < kDoublings; ++i) {
    const F value = look.value();
    best_h = select(value > best, look.hour, best_h);
    best = max(best, value);
    last_h = select(value > level, look.hour, last_h);
    look.advance();
  }

  F peak_h = best_h;
  for (int i = 0; i < 3; ++i) {
    const F next = towards_peak(curve.bent_at(peak_h), peak_h);
    peak_h = min(max(next, best_h * 0.5f), best_h * 2.0f);
  }
  const F top = max(curve(peak_h).value, best);

  // Between the last look above and the next one, or from a peak that no look saw.
  const F from = select(last_h > splat<F>(0.0f), max(last_h, min(peak_h, last_h * 1.99f)), peak_h);
  F until = from * 1.35f;
  for (int i = 0; i < 4; ++i)
    until = min(max(towards_level(curve, until, level), from), from * 2.0f);
  return {peak_h, select(top > level, until, splat<F>(0.0f))};
}

Times times_of(const Scenario &s, const People &people, Sign sign, std::size_t at, F level) {
  switch (sign) {
  case Sign::redness: return two_phase_times(redness_curve<F>(s, people, at), level);
  case Sign::swelling: return two_phase_times(swelling_curve<F>(s, people, at), level);
  case Sign::pores:
    return two_phase_times(swelling_curve<F>(s, people, at), level / pores_ratio<F>(s, people, at));
  case Sign::bruising: return bruising_times(s, people, at, level);
  case Sign::flaking: return flaking_times(s, people, at, level);
  case Sign::tightness: {
    const TwoPhaseCurve<F> swelling = swelling_curve<F>(s, people, at);
    const F swelling_peak_h = swelling.peak().hour;
    return s.rf_barrier_amount > 0.0
               ? tightness_times<true>(s, people, at, swelling, swelling_peak_h, level)
               : tightness_times<false>(s, people, at, swelling, swelling_peak_h, level);
  }
  }
  return {splat<F>(0.0f), splat<F>(0.0f)};
}

// All signs at once: swelling, tightness and pores share a curve.
template <bool kHeat>
void all_times(const Scenario &s, const People &people, std::size_t at, PersonTimes &out) {
  const auto take = [&](Sign sign, const Times &times) {
    const auto i = static_cast<std::size_t>(sign);
    store(out.until_not_visible_h[i].data() + at, times.until_h);
    store(out.peak_h[i].data() + at, times.peak_h);
    return times.until_h;
  };
  F normal = take(Sign::redness,
                  two_phase_times(redness_curve<F>(s, people, at), splat<F>(s.visible_redness)));
  const TwoPhaseCurve<F> curve = swelling_curve<F>(s, people, at);
  const Peak<F> peak = curve.peak();
  const auto swelling_until = [&](F level) {
    return Times{peak.hour, last_crossing<kTwoPhaseSteps>(curve, peak, level)};
  };
  normal = max(normal, take(Sign::swelling, swelling_until(splat<F>(s.visible_swelling))));
  const F pores_level = splat<F>(s.visible_pores) / pores_ratio<F>(s, people, at);
  normal = max(normal, take(Sign::pores, swelling_until(pores_level)));
  normal = max(normal,
               take(Sign::bruising, bruising_times(s, people, at, splat<F>(s.visible_bruising))));
  normal =
      max(normal, take(Sign::flaking, flaking_times(s, people, at, splat<F>(s.visible_flaking))));
  store(out.looks_normal_h.data() + at, normal);
  take(Sign::tightness,
       tightness_times<kHeat>(s, people, at, curve, peak.hour, splat<F>(s.felt_tightness)));
}

} // namespace

void compute_times(const Scenario &s, const People &people, PersonTimes &out) {
  const std::size_t lanes = people.lanes();
  for (std::size_t i = 0; i < kSigns; ++i) {
    out.until_not_visible_h[i].resize(lanes);
    out.peak_h[i].resize(lanes);
  }
  out.looks_normal_h.resize(lanes);
  const auto times = s.rf_barrier_amount > 0.0 ? all_times<true> : all_times<false>;
  for (std::size_t at = 0; at < lanes; at += kLanes<F>) times(s, people, at, out);
}

void compute_looks_normal_hours(const Scenario &s, const People &people, std::span<float> out) {
  RT_CHECK(out.size() == people.lanes());
  for (std::size_t at = 0; at < out.size(); at += kLanes<F>) {
    const Times redness =
        two_phase_times(redness_curve<F>(s, people, at), splat<F>(s.visible_redness));
    // Swelling and the look of pores share a curve: the lower of their levels is passed last.
    const F pores_level = splat<F>(s.visible_pores) / pores_ratio<F>(s, people, at);
    const Times swelling = two_phase_times(swelling_curve<F>(s, people, at),
                                           min(splat<F>(s.visible_swelling), pores_level));
    const Times bruising = bruising_times(s, people, at, splat<F>(s.visible_bruising));
    const Times flaking = flaking_times(s, people, at, splat<F>(s.visible_flaking));
    store(out.data() + at,
          max(max(redness.until_h, swelling.until_h), max(bruising.until_h, flaking.until_h)));
  }
}

void compute_hours_until_below(const Scenario &s, const People &people, Sign sign, double level,
                               std::span<float> out) {
  RT_CHECK(out.size() == people.lanes());
  for (std::size_t at = 0; at < out.size(); at += kLanes<F>)
    store(out.data() + at, times_of(s, people, sign, at, splat<F>(level)).until_h);
}

void compute_severity(const Scenario &s, const People &people, Sign sign, double hour,
                      std::span<float> out) {
  RT_CHECK(out.size() == people.lanes());
  const F t = splat<F>(hour);
  const auto value_at = [&](std::size_t at) -> F {
    switch (sign) {
    case Sign::redness: return redness_curve<F>(s, people, at)(t).value;
    case Sign::swelling: return swelling_curve<F>(s, people, at)(t).value;
    case Sign::pores:
      return swelling_curve<F>(s, people, at)(t).value * pores_ratio<F>(s, people, at);
    case Sign::bruising: return BruisingCurve<F>(s, people, at)(t).value;
    case Sign::flaking: return FlakingCurve<F>(s, people, at).value(t);
    case Sign::tightness: {
      const TwoPhaseCurve<F> swelling = swelling_curve<F>(s, people, at);
      return strength_of_odds(s.rf_barrier_amount > 0.0
                                  ? TightnessCurve<F, true>(s, people, at, swelling)(t).value
                                  : TightnessCurve<F, false>(s, people, at, swelling)(t).value);
    }
    }
    return splat<F>(0.0f);
  };
  for (std::size_t at = 0; at < out.size(); at += kLanes<F>) store(out.data() + at, value_at(at));
}

} // namespace rt
