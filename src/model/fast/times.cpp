// When each person's signs peak and pass: the closed forms solved by a few Newton steps, several
// people at a time.

#include "model/fast/times.h"
#include "model/fast/curves.h"

#include "result.h"

#include <algorithm>

namespace rt {

namespace {

using namespace simd;

// Two fours: with more of them the tightness curve alone fills all registers several times over.
using F = Wide<2>;

// One Newton step on the logarithm, in which the tails of all curves are nearly straight. The
// logarithm itself is 3 (x^2 - 1) / (x^2 + 4 x + 1), x = value / level: right near the level, where
// the last steps are, and a shorter step elsewhere.
F newton_to_level(const Point<F> &at, F t, F level) {
  const F value = max(at.value, splat<F>(1e-15f));
  const F slope = min(at.slope, splat<F>(-1e-15f));
  const F squares = value * value + level * level, product = value * level;
  const F apart = (value - level) * (value + level);
  return t - 3.0f * value * apart / ((squares + 4.0f * product) * slope);
}

// Newton steps from `t` until they are small in everybody who counts, 1 .. kMostSteps: the last one
// leaves about the square of what it moved. `next(t)` takes one step.
template <int kMostSteps, class Step>
F step_until_small(F t, const WideMask<2> &counts, const Step &next) {
  constexpr float kSmall = 1e-2f;
  for (int i = 0; i < kMostSteps; ++i) {
    const F to = next(t);
    const F moved = select(counts, abs(to - t) - kSmall * t, splat<F>(-1.0f));
    t = to;
    if (!any_above_zero(moved)) break;
  }
  return t;
}

constexpr int kMostSteps = 6;

// Last time at which a rise and fall passes `level` downwards; 0 where its peak is not above. The
// steps start where its slower exponential alone passes, or the parabola of the logarithm through
// the peak: right for a curve that barely reaches the level, early for others.
F last_crossing(const TwoPhaseCurve<F> &curve, F level) {
  const auto above = curve.strength > level;
  const F slower = min(curve.fall, splat<F>(curve.rise));
  const F tail = log(max(abs(curve.scale) / level, splat<F>(1.0f))) / slower;
  const F excess = max(curve.strength / level, splat<F>(1.0f)) - 1.0f; // of the logarithm, nearly
  const F near = curve.peak_h + rough_root(2.0f * excess / -curve.bend_over_peak());
  const F last =
      step_until_small<kMostSteps>(max(tail, min(near, 2.0f * curve.peak_h)), above, [&](F t) {
        return min(max(newton_to_level(curve(t), t, level), curve.peak_h), t * 3.0f);
      });
  return select(above, last, splat<F>(0.0f));
}

// Bruising is strongest at once.
F bruising_crossing(const BruisingCurve<F> &curve, F level) {
  const auto above = curve.top() > level;
  const F last = step_until_small<kMostSteps>(curve.early_guess(level), above, [&](F t) {
    return max(newton_to_level(curve(t), t, level), splat<F>(0.0f));
  });
  return select(above, last, splat<F>(0.0f));
}

// The crossing depends on the strength over the level alone, in units of the rate.
F flaking_crossing(const FlakingCurve<F> &curve, F level) {
  const F excess = log(max(curve.strength / level, splat<F>(1.0f)));
  F late = excess + 2.0f * rough_root(excess); // x - 2, about
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
  return {curve.peak_h, last_crossing(curve, level)};
}

Times bruising_times(const Scenario &s, const Population &people, std::size_t at, F level) {
  return {splat<F>(0.0f), bruising_crossing(BruisingCurve<F>(s, people, at), level)};
}

Times flaking_times(const Scenario &s, const Population &people, std::size_t at, F level) {
  const FlakingCurve<F> curve(s, people, at);
  return {curve.peak_h(), flaking_crossing(curve, level)};
}

// Tightness may have two humps, of swelling and of dryness: a sample at times a factor of two apart
// finds the higher one and the last passing, Newton steps then find the hour.
Times tightness_times(const Scenario &s, const Population &people, std::size_t at,
                      const TwoPhaseCurve<F> &swelling, F severity) {
  using Curve = TightnessCurve<F>;
  const F level = severity / (1.0f - severity);
  const Curve curve(s, people, at, swelling);
  constexpr std::size_t kSamples = 8;
  std::array<F, kSamples> hour, seen;
  typename Curve::Doublings sample(curve, swelling.peak_h * 0.5f);
  for (std::size_t i = 0; i < kSamples; ++i, sample.advance()) {
    hour[i] = sample.hour;
    seen[i] = sample.value();
  }
  const F never = splat<F>(0.0f);
  F best = never, before = never, after = never, best_h = hour[0];
  F last = never, next = never, last_h = never; // the last sample above the level, and the next
  for (std::size_t i = 0; i < kSamples; ++i) {
    const F following = seen[std::min(i + 1, kSamples - 1)];
    const auto higher = seen[i] > best, above = seen[i] > level;
    before = select(higher, seen[i > 0 ? i - 1 : 0], before);
    after = select(higher, following, after);
    best = select(higher, seen[i], best);
    best_h = select(higher, hour[i], best_h);
    last = select(above, seen[i], last);
    next = select(above, following, next);
    last_h = select(above, hour[i], last_h);
  }

  // The parabola through three samples, over the logarithm of time, and a Newton step.
  const F bend = min(before - 2.0f * best + after, splat<F>(-1e-30f));
  const F aside = min(max((before - after) * 0.5f / bend, splat<F>(-0.5f)), splat<F>(0.5f));
  const F near = best_h * (1.0f + aside * (0.69314718f + aside * 0.24f));
  const Bent<F> bent = curve.bent_at(near);
  const F peak_h = min(max(towards_peak(bent, near), best_h * 0.5f), best_h * 2.0f);
  const F top = max(best, bent.value);

  // Between the last sample above and the next one, or from a peak between samples.
  const auto known = last_h > never;
  const F from = select(known, max(last_h, min(peak_h, last_h * 1.99f)), peak_h);
  const F fallen = log(max(last / level, splat<F>(1.0f)));
  const F falls = log(max(last, splat<F>(1e-20f)) / max(next, splat<F>(1e-30f)));
  const F part = min(fallen / max(falls, splat<F>(1e-3f)), splat<F>(1.0f));
  const F guess = max(select(known, last_h * (1.0f + part), from * 1.35f), from);
  const auto felt = top > level;
  const F until = step_until_small<kMostSteps>(guess, felt, [&](F t) {
    return min(max(newton_to_level(curve(t), t, level), from), from * 2.0f);
  });
  return {peak_h, select(felt, until, splat<F>(0.0f))};
}

Times times_of(const Scenario &s, const Population &people, Sign sign, std::size_t at, F level) {
  if (sign == Sign::bruising) return bruising_times(s, people, at, level);
  if (sign == Sign::flaking) return flaking_times(s, people, at, level);
  const auto curve =
      sign == Sign::redness ? redness_curve<F>(s, people, at) : swelling_curve<F>(s, people, at);
  if (sign == Sign::tightness) return tightness_times(s, people, at, curve, level);
  return two_phase_times(curve,
                         sign == Sign::pores ? level / pores_ratio<F>(s, people, at) : level);
}

// All signs at once: swelling, tightness and pores share a curve.
void all_times(const Scenario &s, const Population &people, std::size_t at, PersonTimes &out) {
  const auto take = [&](Sign sign, const Times &times) {
    const auto i = static_cast<std::size_t>(sign);
    store(out.until_not_visible_h[i].data() + at, times.until_h);
    store(out.peak_h[i].data() + at, times.peak_h);
    return times.until_h;
  };
  F normal = take(Sign::redness,
                  two_phase_times(redness_curve<F>(s, people, at), splat<F>(s.visible_redness)));
  const TwoPhaseCurve<F> curve = swelling_curve<F>(s, people, at);
  normal = max(normal, take(Sign::swelling, two_phase_times(curve, splat<F>(s.visible_swelling))));
  const F pores_level = splat<F>(s.visible_pores) / pores_ratio<F>(s, people, at);
  normal = max(normal, take(Sign::pores, two_phase_times(curve, pores_level)));
  normal = max(normal,
               take(Sign::bruising, bruising_times(s, people, at, splat<F>(s.visible_bruising))));
  normal =
      max(normal, take(Sign::flaking, flaking_times(s, people, at, splat<F>(s.visible_flaking))));
  store(out.looks_normal_h.data() + at, normal);
  take(Sign::tightness, tightness_times(s, people, at, curve, splat<F>(s.felt_tightness)));
}

} // namespace

void compute_times(const Scenario &s, const Population &people, PersonTimes &out) {
  const std::size_t lanes = people.lanes();
  for (std::size_t i = 0; i < kSigns; ++i) {
    out.until_not_visible_h[i].resize(lanes);
    out.peak_h[i].resize(lanes);
  }
  out.looks_normal_h.resize(lanes);
  for (std::size_t at = 0; at < lanes; at += kLanes<F>) all_times(s, people, at, out);
}

void compute_looks_normal_hours(const Scenario &s, const Population &people, std::span<float> out) {
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

void compute_hours_until_below(const Scenario &s, const Population &people, Sign sign, double level,
                               std::span<float> out) {
  RT_CHECK(out.size() == people.lanes());
  for (std::size_t at = 0; at < out.size(); at += kLanes<F>)
    store(out.data() + at, times_of(s, people, sign, at, splat<F>(level)).until_h);
}

void compute_severity(const Scenario &s, const Population &people, Sign sign, double hour,
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
      return strength_of_odds(TightnessCurve<F>(s, people, at, swelling)(t).value);
    }
    }
    return splat<F>(0.0f);
  };
  for (std::size_t at = 0; at < out.size(); at += kLanes<F>) store(out.data() + at, value_at(at));
}

} // namespace rt
