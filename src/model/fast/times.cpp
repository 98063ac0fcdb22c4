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

// Last time at which a flush and a rise and fall pass `level` downwards; 0 where they never are
// above it. Past the peak of the rise and fall the steps start where its slower exponential alone
// passes, or the parabola of the logarithm through the peak: right for a curve that barely reaches
// the level, early for others. Where only the flush passes, they start where it does by itself.
F last_crossing(const TwoPhaseCurve<F> &curve, F level) {
  const F height = curve(curve.peak_h).value;
  const auto late = height > level, above = max(curve.strength * curve.early, height) > level;
  const F slower = min(curve.fall, splat<F>(curve.rise));
  const F tail = log(max(abs(curve.scale) / level, splat<F>(1.0f))) / slower;
  const F excess = max(height / level, splat<F>(1.0f)) - 1.0f; // of the logarithm, nearly
  const F near = curve.peak_h + rough_root(2.0f * excess / -curve.bend_over_peak());
  const F flush =
      log(max(curve.strength * curve.early / level, splat<F>(1.0f))) / splat<F>(curve.early_rate);
  const F from = select(late, curve.peak_h, splat<F>(0.0f));
  const F to = select(late, splat<F>(1e6f), curve.peak_h);
  const F guess = select(late, max(tail, min(near, 2.0f * curve.peak_h)), flush);
  const F last = step_until_small<kMostSteps>(guess, above, [&](F t) {
    return min(max(newton_to_level(curve(t), t, level), from), min(t * 3.0f + 0.1f, to));
  });
  return select(above, last, splat<F>(0.0f));
}

// A bruise is strongest at once.
F bruising_crossing(const BruisingCurve<F> &curve, F level) {
  const auto above = curve.top() > level;
  const F last = step_until_small<kMostSteps>(curve.late_guess(level), above, [&](F t) {
    return max(newton_to_level(curve(t), t, level), splat<F>(0.0f));
  });
  return select(above, last, splat<F>(0.0f));
}

// The crossing depends on the strength over the level alone, in units of the rate.
F three_step_crossing(const ThreeStepCurve<F> &curve, F level) {
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
  const auto at_once = curve.strength * curve.early > curve(curve.peak_h).value;
  return {select(at_once, splat<F>(0.0f), curve.peak_h), last_crossing(curve, level)};
}

Times marks_times(const Scenario &s, const Population &people, std::size_t at, F level) {
  const MarksCurve<F> curve(s, people, at);
  if (curve.dry_late) return {curve.crusts().peak_h(), three_step_crossing(curve.crusts(), level)};
  return {splat<F>(0.0f), log(max(curve.strength / level, splat<F>(1.0f))) / curve.rate};
}

Times bruising_times(const Scenario &s, const Population &people, std::size_t at, F level) {
  return {splat<F>(0.0f), bruising_crossing(BruisingCurve<F>(s, people, at), level)};
}

Times flaking_times(const Scenario &s, const Population &people, std::size_t at, F level) {
  const ThreeStepCurve<F> curve = flaking_curve<F>(s, people, at);
  return {curve.peak_h(), three_step_crossing(curve, level)};
}

// Heat is over before dryness is greatest, in nearly everybody: then dryness alone passes last. In
// the others Newton steps find where their sum does.
Times tightness_times(const Scenario &s, const Population &people, std::size_t at, F severity) {
  const F level = severity / (1.0f - severity);
  const TightnessCurve<F> curve(s, people, at);
  const F dry_h = curve.dry.peak_h(), never = splat<F>(0.0f);
  const F dry = curve(dry_h).value;
  const auto late = dry > level, felt = max(curve.hot, dry) > level;
  const F hot_h = log(max(curve.hot / level, splat<F>(1.0f))) / splat<F>(curve.hot_rate);
  const F from = select(late, dry_h, never), to = select(late, splat<F>(1e6f), dry_h);
  const F guess = select(late, max(three_step_crossing(curve.dry, level), dry_h * 1.05f), hot_h);
  const F until = step_until_small<kMostSteps>(guess, felt, [&](F t) {
    return min(max(newton_to_level(curve(t), t, level), from), min(t * 2.0f + 0.1f, to));
  });
  return {select(curve.hot > dry, never, dry_h), select(felt, until, never)};
}

Times times_of(const Scenario &s, const Population &people, Sign sign, std::size_t at, F level) {
  switch (sign) {
  case Sign::redness: return two_phase_times(redness_curve<F>(s, people, at), level);
  case Sign::swelling: return two_phase_times(swelling_curve<F>(s, people, at), level);
  case Sign::marks: return marks_times(s, people, at, level);
  case Sign::bruising: return bruising_times(s, people, at, level);
  case Sign::tightness: return tightness_times(s, people, at, level);
  case Sign::flaking: return flaking_times(s, people, at, level);
  case Sign::pores: {
    const auto curve = swelling_curve<F>(s, people, at);
    return two_phase_times(curve, level / pores_ratio<F>(s, people, at, curve.strength));
  }
  }
  return {};
}

// All signs at once.
void all_times(const Scenario &s, const Population &people, std::size_t at, PersonTimes &out) {
  F normal = splat<F>(0.0f);
  for (std::size_t i = 0; i < kSigns; ++i) {
    const Sign sign = static_cast<Sign>(i);
    const Times times = times_of(s, people, sign, at, splat<F>(visible_above(s, sign)));
    store(out.until_not_visible_h[i].data() + at, times.until_h);
    store(out.peak_h[i].data() + at, times.peak_h);
    if (seen_by_others(sign)) normal = max(normal, times.until_h);
  }
  store(out.looks_normal_h.data() + at, normal);
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
    F normal = splat<F>(0.0f);
    for (std::size_t i = 0; i < kSigns; ++i) {
      const Sign sign = static_cast<Sign>(i);
      if (seen_by_others(sign))
        normal =
            max(normal, times_of(s, people, sign, at, splat<F>(visible_above(s, sign))).until_h);
    }
    store(out.data() + at, normal);
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
    case Sign::marks: return MarksCurve<F>(s, people, at).value(t);
    case Sign::bruising: return BruisingCurve<F>(s, people, at)(t).value;
    case Sign::flaking: return flaking_curve<F>(s, people, at).value(t);
    case Sign::tightness: return strength_of_odds(TightnessCurve<F>(s, people, at)(t).value);
    case Sign::pores: {
      const auto curve = swelling_curve<F>(s, people, at);
      return curve(t).value * pores_ratio<F>(s, people, at, curve.strength);
    }
    }
    return splat<F>(0.0f);
  };
  for (std::size_t at = 0; at < out.size(); at += kLanes<F>) store(out.data() + at, value_at(at));
}

} // namespace rt
