// When each person's signs peak and pass: the closed forms solved by a few Newton steps, four
// people at a time. All curves fall steadily in their tail, so the steps start beyond the last
// crossing and close in from there.

#include "model/curves_simd.h"
#include "model/times.h"

#include "result.h"

namespace rt {

namespace {

using namespace simd;

using F = Wide<4>;

// Last time at which `curve` (t -> Point) passes `level` downwards; 0 where its greatest value
// `top` is not above.
template <int kSteps, class Curve> F last_crossing(const Curve &curve, F top, F level) {
  F t = curve.beyond(level);
  for (int i = 0; i < kSteps; ++i) {
    const Point<F> at = curve(t);
    const F value = max(at.value, splat<F>(1e-30f));
    const F slope = min(at.slope, splat<F>(-1e-30f));
    t = max(t - log(value / level) * value / slope, splat<F>(0.0f));
  }
  return select(top > level, t, splat<F>(0.0f));
}

constexpr int kTwoPhaseSteps = 4, kBruisingSteps = 5;

// Tightness: towards the far end the steps may overshoot into the earlier hump, so they stay behind
// the peak; where the curve barely passes the level they would run away.
template <bool kHeat>
F tightness_crossing(const TightnessCurve<F, kHeat> &curve, F peak_h, F top, F level) {
  constexpr int kSteps = 6;
  F t = curve.beyond(level);
  for (int i = 0; i < kSteps; ++i) {
    const Point<F> at = curve(t);
    const F value = max(at.value, splat<F>(1e-30f));
    const F slope = min(at.slope, splat<F>(-1e-30f));
    const F next = t - log(value / level) * value / slope;
    t = min(max(next, peak_h), t * 1.5f);
  }
  return select(top > level, t, splat<F>(0.0f));
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
  const F peak_h = curve.peak_h();
  return {peak_h, last_crossing<kTwoPhaseSteps>(curve, curve(peak_h).value, level)};
}

template <bool kHeat>
Times tightness_times(const Scenario &s, const People &people, std::size_t at,
                      const TwoPhaseCurve<F> &swelling, F swelling_peak_h, F level) {
  const TightnessCurve<F, kHeat> curve(s, people, at, swelling);
  const F peak_h = curve.peak_h(swelling_peak_h);
  return {peak_h, tightness_crossing(curve, peak_h, curve(peak_h).value, level)};
}

Times times_of(const Scenario &s, const People &people, Sign sign, std::size_t at, F level) {
  switch (sign) {
  case Sign::redness: return two_phase_times(redness_curve<F>(s, people, at), level);
  case Sign::swelling: return two_phase_times(swelling_curve<F>(s, people, at), level);
  case Sign::pores:
    return two_phase_times(swelling_curve<F>(s, people, at), level / pores_ratio<F>(s, people, at));
  case Sign::bruising: {
    const BruisingCurve<F> curve(s, people, at);
    return {splat<F>(0.0f), last_crossing<kBruisingSteps>(curve, curve.top(), level)};
  }
  case Sign::tightness: {
    const TwoPhaseCurve<F> swelling = swelling_curve<F>(s, people, at);
    const auto times = s.rf_barrier_amount > 0.0 ? tightness_times<true> : tightness_times<false>;
    return times(s, people, at, swelling, swelling.peak_h(), level);
  }
  case Sign::flaking: {
    const FlakingCurve<F> curve(s, people, at);
    return {curve.peak_h(), flaking_crossing(curve, level)};
  }
  }
  return {splat<F>(0.0f), splat<F>(0.0f)};
}

// The signs that others see, four people at a time; swelling and pores share their curve.
template <class Take>
F seen_times(const Scenario &s, const People &people, std::size_t at, const Take &take) {
  const Times redness =
      two_phase_times(redness_curve<F>(s, people, at), splat<F>(s.visible_redness));
  take(Sign::redness, redness);
  const TwoPhaseCurve<F> curve = swelling_curve<F>(s, people, at);
  const F peak_h = curve.peak_h(), top = curve(peak_h).value;
  const Times swelling{peak_h,
                       last_crossing<kTwoPhaseSteps>(curve, top, splat<F>(s.visible_swelling))};
  take(Sign::swelling, swelling);
  const F pores_level = splat<F>(s.visible_pores) / pores_ratio<F>(s, people, at);
  const Times pores{peak_h, last_crossing<kTwoPhaseSteps>(curve, top, pores_level)};
  take(Sign::pores, pores);
  const Times bruising = times_of(s, people, Sign::bruising, at, splat<F>(s.visible_bruising));
  take(Sign::bruising, bruising);
  const Times flaking = times_of(s, people, Sign::flaking, at, splat<F>(s.visible_flaking));
  take(Sign::flaking, flaking);
  return max(max(max(redness.until_h, swelling.until_h), max(pores.until_h, bruising.until_h)),
             flaking.until_h);
}

} // namespace

void compute_times(const Scenario &s, const People &people, PersonTimes &out) {
  const std::size_t lanes = people.lanes();
  for (std::size_t i = 0; i < kSigns; ++i) {
    out.until_not_visible_h[i].resize(lanes);
    out.peak_h[i].resize(lanes);
  }
  out.looks_normal_h.resize(lanes);
  for (std::size_t at = 0; at < lanes; at += kLanes<F>) {
    const auto take = [&](Sign sign, const Times &times) {
      const auto i = static_cast<std::size_t>(sign);
      store(out.until_not_visible_h[i].data() + at, times.until_h);
      store(out.peak_h[i].data() + at, times.peak_h);
    };
    store(out.looks_normal_h.data() + at, seen_times(s, people, at, take));
    take(Sign::tightness, times_of(s, people, Sign::tightness, at, splat<F>(s.felt_tightness)));
  }
}

void compute_looks_normal_hours(const Scenario &s, const People &people, std::span<float> out) {
  RT_CHECK(out.size() == people.lanes());
  for (std::size_t at = 0; at < out.size(); at += kLanes<F>)
    store(out.data() + at, seen_times(s, people, at, [](Sign, const Times &) {}));
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
      return s.rf_barrier_amount > 0.0 ? TightnessCurve<F, true>(s, people, at, swelling)(t).value
                                       : TightnessCurve<F, false>(s, people, at, swelling)(t).value;
    }
    }
    return splat<F>(0.0f);
  };
  for (std::size_t at = 0; at < out.size(); at += kLanes<F>) store(out.data() + at, value_at(at));
}

} // namespace rt
