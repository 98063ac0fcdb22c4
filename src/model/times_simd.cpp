// When each person's signs peak and pass: the closed forms solved by a few Newton steps, four
// people at a time. All curves fall steadily in their tail, so the steps start beyond the last
// crossing and close in from there.

#include "model/bands.h"
#include "model/simd.h"

#include "result.h"

#include <algorithm>

namespace rt {

namespace {

using simd::f32x4;
using simd::i32x4;
using simd::load;
using simd::select;
using simd::splat;

constexpr int kSteps = 6;

f32x4 strength_of_odds(f32x4 odds) { return odds / (1.0f + odds); }

f32x4 strength_of_logit(double logit, f32x4 proneness, double spread, float visible) {
  const f32x4 odds =
      simd::exp((proneness + static_cast<float>(logit)) * static_cast<float>(spread)) *
      (visible / (1.0f - visible));
  return strength_of_odds(odds);
}

f32x4 kept_apart(f32x4 rate, f32x4 other, float share) {
  const f32x4 gap = rate - other;
  const f32x4 least = other * share;
  const f32x4 moved = select(gap < splat(0.0f), other - least, other + least);
  return select(simd::abs(gap) < least, moved, rate);
}

f32x4 column(const People &people, Trait trait, std::size_t at) {
  return load(people.column(trait).data() + at);
}

// A value and its slope in time.
struct Point {
  f32x4 value, slope;
};

// Last time at which `curve` (t -> Point) passes `visible` downwards, sought from `start`, which
// lies beyond it; 0 where the greatest value `top` is not above.
template <class Curve>
f32x4 last_crossing(const Curve &curve, f32x4 start, f32x4 top, float visible) {
  f32x4 t = start;
  for (int i = 0; i < kSteps; ++i) {
    const Point at = curve(t);
    const f32x4 value = simd::max(at.value, splat(1e-30f));
    const f32x4 slope = simd::min(at.slope, splat(-1e-30f));
    t = simd::max(t - simd::log(value / visible) * value / slope, splat(0.0f));
  }
  return select(top > splat(visible), t, splat(0.0f));
}

// strength * (early e^{-early_rate t} + rise and fall of unit peak)
struct TwoPhaseCurve {
  float early_rate, rise;
  f32x4 fall, early, scale;

  TwoPhaseCurve(const TwoPhase &phase, f32x4 rate, f32x4 strength)
      : early_rate(static_cast<float>(phase.early_rate)), rise(static_cast<float>(phase.rise)),
        fall(kept_apart(rate * static_cast<float>(phase.fall), splat(phase.rise), 1e-3f)),
        early(strength * static_cast<float>(phase.early)) {
    const f32x4 ratio = fall / rise;
    scale = strength / (simd::exp(ratio * simd::log(ratio) / (1.0f - ratio)) * (1.0f - ratio));
  }

  Point operator()(f32x4 t) const {
    const f32x4 flush = early * simd::exp(t * -early_rate);
    const f32x4 falling = scale * simd::exp(-fall * t);
    const f32x4 rising = scale * simd::exp(t * -rise);
    return {flush + falling - rising, rising * rise - falling * fall - flush * early_rate};
  }

  // The rise and fall peaks in closed form; what is left of the flush moves that a little.
  f32x4 peak_h() const {
    f32x4 t = simd::log(rise / fall) / (rise - fall);
    for (int i = 0; i < 2; ++i) {
      const f32x4 flush = early * early_rate * simd::exp(t * -early_rate);
      const f32x4 falling = scale * fall * simd::exp(-fall * t);
      const f32x4 rising = scale * rise * simd::exp(t * -rise);
      const f32x4 slope = rising - falling - flush;
      const f32x4 bend = flush * early_rate + falling * fall - rising * rise;
      const f32x4 step = slope / simd::min(bend, splat(-1e-30f));
      t = select(bend < splat(0.0f), simd::max(t - step, splat(0.0f)), t);
    }
    return t;
  }

  f32x4 beyond(float visible) const {
    const f32x4 slowest = simd::min(fall, splat(std::min(rise, early_rate)));
    return simd::log((simd::abs(scale) + early) / visible + 1.0f) / slowest;
  }
};

TwoPhaseCurve redness_curve(const Scenario &s, const People &people, std::size_t at) {
  return {s.redness, column(people, Trait::redness_rate, at),
          strength_of_odds(column(people, Trait::redness_odds, at) *
                           static_cast<float>(s.redness.odds))};
}

TwoPhaseCurve swelling_curve(const Scenario &s, const People &people, std::size_t at) {
  return {s.swelling, column(people, Trait::swelling_rate, at),
          strength_of_odds(column(people, Trait::swelling_odds, at) *
                           static_cast<float>(s.swelling.odds))};
}

TwoPhaseCurve pores_curve(const Scenario &s, const People &people, std::size_t at) {
  return {
      s.swelling, column(people, Trait::swelling_rate, at),
      strength_of_odds(column(people, Trait::pores_odds, at) * static_cast<float>(s.pores_odds))};
}

struct BruisingCurve {
  f32x4 petechiae, red, yellow; // strengths
  f32x4 petechiae_rate, red_rate, yellow_rate;

  BruisingCurve(const Scenario &s, const People &people, std::size_t at) {
    const f32x4 rate = column(people, Trait::bruise_rate, at);
    const f32x4 hemoglobin = splat(s.hemoglobin_rate);
    const f32x4 bilirubin = kept_apart(splat(s.bilirubin_rate), hemoglobin, 1e-3f);
    const f32x4 turned = hemoglobin * static_cast<float>(s.yellow) / (bilirubin - hemoglobin);
    const f32x4 ecchymosis =
        strength_of_logit(s.ecchymosis_logit, column(people, Trait::ecchymosis_proneness, at),
                          s.ecchymosis_spread, static_cast<float>(s.visible_bruising));
    petechiae = strength_of_odds(column(people, Trait::petechiae_odds, at) *
                                 static_cast<float>(s.petechiae_odds));
    red = ecchymosis * (1.0f + turned);
    yellow = ecchymosis * turned;
    petechiae_rate = rate * static_cast<float>(s.petechiae_rate);
    red_rate = rate * hemoglobin;
    yellow_rate = rate * bilirubin;
  }

  Point operator()(f32x4 t) const {
    const f32x4 p = petechiae * simd::exp(-petechiae_rate * t);
    const f32x4 r = red * simd::exp(-red_rate * t);
    const f32x4 y = yellow * simd::exp(-yellow_rate * t);
    const f32x4 e = r - y;
    const f32x4 p_slope = -petechiae_rate * p;
    const f32x4 e_slope = yellow_rate * y - red_rate * r;
    return {p + e - p * e, p_slope * (1.0f - e) + e_slope * (1.0f - p)};
  }

  f32x4 top() const {
    const f32x4 e = red - yellow;
    return petechiae + e - petechiae * e;
  }

  f32x4 beyond(float visible) const {
    const f32x4 slowest = simd::min(petechiae_rate, simd::min(red_rate, yellow_rate));
    const f32x4 all = petechiae + simd::abs(red) + simd::abs(yellow);
    return simd::log(all / visible + 1.0f) / slowest;
  }
};

// Swelling felt, and dryness: a step of rate `ease` filled by the opened barrier.
struct TightnessCurve {
  TwoPhaseCurve swelling;
  float from_swelling;
  bool heated;
  f32x4 fast, slow, heat, ease;
  f32x4 fast_share, slow_share, heat_straight, heat_bent, dry;

  TightnessCurve(const Scenario &s, const People &people, std::size_t at)
      : swelling(swelling_curve(s, people, at)),
        from_swelling(static_cast<float>(s.tightness_from_swelling)),
        heated(s.rf_barrier_amount > 0.0) {
    ease = column(people, Trait::tightness_rate, at) * static_cast<float>(s.tightness_rate);
    const f32x4 barrier = column(people, Trait::barrier_rate, at);
    fast = kept_apart(column(people, Trait::barrier_fast_rate, at) *
                          static_cast<float>(s.barrier_fast_rate),
                      ease, 1e-3f);
    slow = kept_apart(barrier * static_cast<float>(s.barrier_slow_rate), ease, 1e-3f);
    heat = kept_apart(barrier * static_cast<float>(s.rf_barrier_rate), ease, 2e-2f);
    const f32x4 strength = strength_of_odds(column(people, Trait::tightness_odds, at) *
                                            static_cast<float>(s.tightness_odds)) *
                           static_cast<float>(s.tightness_gain);
    const float share = static_cast<float>(s.barrier_fast_share);
    fast_share = strength * share * ease / (ease - fast);
    slow_share = strength * (1.0f - share) * ease / (ease - slow);
    const f32x4 amount =
        strength * static_cast<float>(s.rf_barrier_amount) * 2.71828183f * heat * ease;
    heat_straight = amount / (ease - heat);
    heat_bent = heat_straight / (ease - heat);
    dry = heat_bent - fast_share - slow_share;
  }

  Point operator()(f32x4 t) const {
    const Point swollen = swelling(t);
    const f32x4 f = fast_share * simd::exp(-fast * t);
    const f32x4 s = slow_share * simd::exp(-slow * t);
    const f32x4 d = dry * simd::exp(-ease * t);
    Point at{swollen.value * from_swelling + f + s + d,
             swollen.slope * from_swelling - f * fast - s * slow - d * ease};
    if (heated) {
      const f32x4 fading = simd::exp(-heat * t);
      const f32x4 h = (heat_straight * t - heat_bent) * fading;
      at.value += h;
      at.slope += heat_straight * fading - heat * h;
    }
    return at;
  }

  // The same curve stepped along t = step i^2.
  struct Walk {
    const TightnessCurve &curve;
    simd::Decay flush, rise, fall, fast, slow, heat, ease;

    Walk(const TightnessCurve &c, float step)
        : curve(c), flush(splat(c.swelling.early_rate), step), rise(splat(c.swelling.rise), step),
          fall(c.swelling.fall, step), fast(c.fast, step), slow(c.slow, step), heat(c.heat, step),
          ease(c.ease, step) {}
    f32x4 value(f32x4 t) const {
      const f32x4 swollen =
          curve.swelling.early * flush.value + curve.swelling.scale * (fall.value - rise.value);
      const f32x4 pricks =
          curve.fast_share * fast.value + curve.slow_share * slow.value + curve.dry * ease.value;
      const f32x4 heated = (curve.heat_straight * t - curve.heat_bent) * heat.value;
      return swollen * curve.from_swelling + pricks + heated;
    }
    void advance() {
      for (simd::Decay *decay : {&flush, &rise, &fall, &fast, &slow, &heat, &ease})
        decay->advance();
    }
  };
};

// Where tightness, whose two humps (felt at once, and with dryness) may compete, is strongest and
// where it is last above `visible`: found on a coarse axis, then drawn in by false position.
struct TightnessTimes {
  f32x4 peak_h, crossing_h;
};
TightnessTimes tightness_times(const TightnessCurve &curve, float visible) {
  constexpr int kNodes = 32;
  constexpr float kStep = 336.0f / ((kNodes - 1) * (kNodes - 1)); // hours: two weeks in all
  const auto hour = [](f32x4 node) { return node * node * kStep; };
  const f32x4 threshold = splat(visible);
  f32x4 best = splat(-1.0f), best_node = splat(0.0f), last_node = splat(-1.0f);
  TightnessCurve::Walk walk(curve, kStep);
  for (int i = 0; i < kNodes; ++i) {
    const f32x4 node = splat(static_cast<float>(i));
    const f32x4 value = walk.value(hour(node));
    best_node = select(value > best, node, best_node);
    best = simd::max(value, best);
    last_node = select(value > threshold, node, last_node);
    walk.advance();
  }
  // The slope falls from positive to negative between the neighbors of the best node.
  f32x4 from = hour(simd::max(best_node - 1.0f, splat(0.0f))), to = hour(best_node + 1.0f);
  f32x4 slope_from = curve(from).slope, slope_to = curve(to).slope;
  for (int i = 0; i < 3; ++i) {
    const f32x4 t = (from + to) * 0.5f + (to - from) * 0.5f * (slope_from + slope_to) /
                                             simd::max(slope_from - slope_to, splat(1e-12f));
    const f32x4 slope = curve(simd::max(t, splat(0.0f))).slope;
    const i32x4 rising = slope > splat(0.0f);
    from = select(rising, t, from);
    slope_from = select(rising, slope, slope_from);
    to = select(rising, to, t);
    slope_to = select(rising, slope_to, slope);
  }
  const f32x4 steep = simd::max(slope_from - slope_to, splat(1e-12f));
  f32x4 peak = from + (to - from) * slope_from / steep;
  const f32x4 top = curve(simd::max(peak, splat(0.0f))).value;
  peak = select((top >= best) & (peak > splat(0.0f)), peak, hour(best_node));

  // Last crossing: between the last node above and the next one, or from the peak that no node saw.
  const i32x4 seen = simd::max(top, best) > threshold;
  const i32x4 on_node = last_node >= splat(0.0f);
  f32x4 above = select(on_node, hour(last_node), peak);
  f32x4 under = select(on_node, hour(last_node + 1.0f), hour(best_node + 1.0f));
  f32x4 t = under;
  for (int i = 0; i < 5; ++i) {
    const Point low = curve(above), high = curve(under);
    const f32x4 over = simd::log(simd::max(low.value, splat(1e-30f)) / visible);
    const f32x4 below = simd::log(simd::max(high.value, splat(1e-30f)) / visible);
    // Beyond the axis the tail is followed by its slope.
    const f32x4 beyond = under - below * high.value / simd::min(high.slope, splat(-1e-30f));
    const f32x4 between = above + (under - above) * over / simd::max(over - below, splat(1e-12f));
    const i32x4 short_of = below > splat(0.0f);
    t = select(short_of, beyond, between);
    const i32x4 still = curve(t).value > threshold;
    above = select(short_of, under, select(still, t, above));
    under = select(short_of | ~still, t, under);
  }
  return {peak, select(seen, t, splat(0.0f))};
}

// Flaking is strength x^2/4 e^{2 - x} with x = rate * t: the crossing depends on their ratio alone.
f32x4 flaking_hours(const Scenario &s, const People &people, std::size_t at, float visible) {
  const f32x4 strength =
      strength_of_logit(s.flaking_logit, column(people, Trait::flaking_proneness, at),
                        s.flaking_spread, static_cast<float>(s.visible_flaking));
  const f32x4 rate = column(people, Trait::flaking_rate, at) * static_cast<float>(s.flaking_rate);
  const f32x4 excess = simd::log(simd::max(strength / visible, splat(1.0f)));
  f32x4 root; // of the excess; its error does not matter
  root = simd::exp(0.5f * simd::log(simd::max(excess, splat(1e-12f))));
  f32x4 late = excess + 2.0f * root; // x - 2, beyond the crossing
  for (int i = 0; i < 4; ++i) {
    const f32x4 half = late * 0.5f;
    const f32x4 gap = late - 2.0f * simd::log(1.0f + half) - excess;
    late = simd::max(late - gap * (1.0f + half) / simd::max(half, splat(1e-6f)), splat(0.0f));
  }
  return select(strength > splat(visible), (2.0f + late) / rate, splat(0.0f));
}

template <class Curve> f32x4 crossing_of(const Curve &curve, f32x4 top, float visible) {
  return last_crossing(curve, curve.beyond(visible), top, visible);
}

template <class MakeHours>
void for_all(const People &people, std::span<float> out, const MakeHours &hours) {
  RT_CHECK(out.size() >= (people.size() + 3) / 4 * 4);
  for (std::size_t at = 0; at < people.size(); at += 4) simd::store(out.data() + at, hours(at));
}

} // namespace

void compute_hours_until_below(const Scenario &s, const People &people, Sign sign, double visible,
                               std::span<float> out) {
  const float limit = static_cast<float>(visible);
  const auto two_phase = [&](auto make) {
    for_all(people, out, [&](std::size_t at) {
      const TwoPhaseCurve curve = make(s, people, at);
      return crossing_of(curve, curve(curve.peak_h()).value, limit);
    });
  };
  switch (sign) {
  case Sign::redness: return two_phase(redness_curve);
  case Sign::swelling: return two_phase(swelling_curve);
  case Sign::pores: return two_phase(pores_curve);
  case Sign::bruising:
    return for_all(people, out, [&](std::size_t at) {
      const BruisingCurve curve(s, people, at);
      return crossing_of(curve, curve.top(), limit);
    });
  case Sign::tightness:
    return for_all(people, out, [&](std::size_t at) {
      return tightness_times(TightnessCurve(s, people, at), limit).crossing_h;
    });
  case Sign::flaking:
    return for_all(people, out,
                   [&](std::size_t at) { return flaking_hours(s, people, at, limit); });
  }
}

void compute_peak_hours(const Scenario &s, const People &people, Sign sign, std::span<float> out) {
  switch (sign) {
  case Sign::redness:
    return for_all(people, out,
                   [&](std::size_t at) { return redness_curve(s, people, at).peak_h(); });
  case Sign::swelling:
  case Sign::pores:
    return for_all(people, out,
                   [&](std::size_t at) { return swelling_curve(s, people, at).peak_h(); });
  case Sign::bruising: // strongest at once
    return for_all(people, out, [](std::size_t) { return splat(0.0f); });
  case Sign::tightness:
    return for_all(people, out, [&](std::size_t at) {
      return tightness_times(TightnessCurve(s, people, at), 1.0f).peak_h;
    });
  case Sign::flaking:
    return for_all(people, out, [&](std::size_t at) {
      return 2.0f / (column(people, Trait::flaking_rate, at) * static_cast<float>(s.flaking_rate));
    });
  }
}

Quantiles exact_quantiles(std::span<const float> values) {
  // Equal buckets over the range find the few values that need to be put in order.
  constexpr std::size_t kBuckets = 1024;
  RT_CHECK(!values.empty());
  const auto [low_at, high_at] = std::minmax_element(values.begin(), values.end());
  const float low = *low_at;
  const float width = *high_at - low;
  const float per_value = width > 0.0f ? (static_cast<float>(kBuckets) - 1.0f) / width : 0.0f;
  const auto bucket_of = [&](float value) {
    return static_cast<std::size_t>((value - low) * per_value);
  };
  std::array<std::uint32_t, kBuckets> counts{};
  for (const float value : values) ++counts[bucket_of(value)];

  Quantiles quantiles{};
  std::array<std::size_t, kLevelCount> bucket{}, rank{};
  std::array<std::vector<float>, kLevelCount> members;
  std::size_t level = 0, below = 0;
  for (std::size_t b = 0; b < kBuckets && level < kLevelCount; ++b) {
    while (level < kLevelCount) {
      const double share = kLevels[level] * static_cast<double>(values.size());
      auto place = static_cast<std::size_t>(share); // smallest count that is at least the share
      if (static_cast<double>(place) < share) ++place;
      place = std::clamp<std::size_t>(place, 1, values.size());
      if (place > below + counts[b]) break;
      bucket[level] = b;
      rank[level] = place - 1 - below;
      members[level].reserve(counts[b]);
      ++level;
    }
    below += counts[b];
  }
  std::array<std::int8_t, kBuckets> first_level;
  first_level.fill(-1);
  for (std::size_t l = kLevelCount; l-- > 0;) first_level[bucket[l]] = static_cast<std::int8_t>(l);
  for (const float value : values) {
    const auto l = first_level[bucket_of(value)];
    if (l >= 0) members[static_cast<std::size_t>(l)].push_back(value);
  }
  for (std::size_t l = 0; l < kLevelCount; ++l) {
    auto &own = members[static_cast<std::size_t>(first_level[bucket[l]])];
    const auto at = own.begin() + static_cast<std::ptrdiff_t>(rank[l]);
    std::nth_element(own.begin(), at, own.end());
    quantiles[l] = *at;
  }
  return quantiles;
}

} // namespace rt
