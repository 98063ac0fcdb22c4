// Severity quantiles over time. On the square-root axis t = c i^2 an exponential's step factor
// itself steps by a constant factor, so two multiplications replace each exponential; quantiles are
// read from histograms, a tile of times at once so that its histograms stay in the cache.

#include "model/bands.h"
#include "model/simd.h"

#include <algorithm>

namespace rt {

namespace {

using simd::Decay;
using simd::f32x4;
using simd::i32x4;
using simd::load;
using simd::splat;

constexpr std::size_t kBins = 512;
constexpr std::size_t kTile = 16;
constexpr float kBinsPerSeverity = static_cast<float>(kBins) / kSeverityTop;

using Histogram = std::array<std::uint16_t, kBins>;
using TileHistograms = std::array<Histogram, kTile>;

// Curves that no trait changes, by time.
struct SharedCurves {
  std::vector<float> hour;
  std::vector<float> redness_flush, redness_rise, swelling_flush, swelling_rise;
};

void fill_decay(std::vector<float> &out, const TimeAxis &axis, double rate) {
  out.resize(axis.points);
  const std::size_t padded = axis.points;
  for (std::size_t i = 0; i < padded; i += 4) {
    f32x4 t{};
    for (std::size_t j = 0; j < 4 && i + j < padded; ++j)
      t[j] = static_cast<float>(axis.hour(i + j));
    const f32x4 value = simd::exp(splat(-rate) * t);
    for (std::size_t j = 0; j < 4 && i + j < padded; ++j) out[i + j] = value[j];
  }
}

void fill_shared(SharedCurves &shared, const Scenario &s, const TimeAxis &axis) {
  fill_decay(shared.redness_flush, axis, s.redness.early_rate);
  fill_decay(shared.redness_rise, axis, s.redness.rise);
  fill_decay(shared.swelling_flush, axis, s.swelling.early_rate);
  fill_decay(shared.swelling_rise, axis, s.swelling.rise);
  shared.hour.resize(axis.points);
  for (std::size_t i = 0; i < axis.points; ++i) shared.hour[i] = static_cast<float>(axis.hour(i));
}

inline void count(Histogram &histogram, f32x4 severity, std::size_t lanes) {
  const f32x4 scaled =
      simd::min(severity * kBinsPerSeverity, splat(static_cast<float>(kBins) - 0.5f));
  const i32x4 bin = __builtin_convertvector(scaled, i32x4);
  if (lanes == 4) {
    ++histogram[static_cast<std::size_t>(bin[0])];
    ++histogram[static_cast<std::size_t>(bin[1])];
    ++histogram[static_cast<std::size_t>(bin[2])];
    ++histogram[static_cast<std::size_t>(bin[3])];
    return;
  }
  for (std::size_t j = 0; j < lanes; ++j) ++histogram[static_cast<std::size_t>(bin[j])];
}

// Quantiles and the share above `visible` from one histogram of n severities.
void read_histogram(const Histogram &histogram, std::size_t n, float visible, Quantiles &quantiles,
                    float &share_visible) {
  const float all = static_cast<float>(n);
  std::size_t level = 0;
  std::uint32_t below = 0;
  for (std::size_t bin = 0; bin < kBins && level < kLevelCount; ++bin) {
    const std::uint32_t here = histogram[bin];
    while (level < kLevelCount &&
           static_cast<float>(kLevels[level]) * all <= static_cast<float>(below + here)) {
      const float into =
          here == 0 ? 0.0f
                    : (static_cast<float>(kLevels[level]) * all - static_cast<float>(below)) /
                          static_cast<float>(here);
      quantiles[level++] = (static_cast<float>(bin) + into) / kBinsPerSeverity;
    }
    below += here;
  }
  const float threshold = std::min(visible * kBinsPerSeverity, static_cast<float>(kBins) - 0.5f);
  const auto bin = static_cast<std::size_t>(threshold);
  std::uint32_t under = 0;
  for (std::size_t i = 0; i < bin; ++i) under += histogram[i];
  const float into = threshold - static_cast<float>(bin);
  const float hidden = static_cast<float>(under) + into * static_cast<float>(histogram[bin]);
  share_visible = 1.0f - hidden / all;
}

// Runs a kernel over the time axis in tiles: kernel(person vector, first time, times, histograms,
// lanes) counts one tile of severities; each sign has its histograms.
template <std::size_t kCount, class Kernel>
void run_tiles(std::size_t people, const TimeAxis &axis, std::array<SignBand *, kCount> bands,
               Kernel &&kernel) {
  static thread_local std::array<TileHistograms, kCount> histograms;
  for (std::size_t first = 0; first < axis.points; first += kTile) {
    const std::size_t times = std::min(kTile, axis.points - first);
    for (TileHistograms &tile : histograms)
      for (Histogram &histogram : tile) histogram.fill(0);
    for (std::size_t v = 0; v * 4 < people; ++v)
      kernel(v, first, times, histograms, std::min<std::size_t>(4, people - v * 4));
    for (std::size_t s = 0; s < kCount; ++s)
      for (std::size_t i = 0; i < times; ++i)
        read_histogram(histograms[s][i], people, static_cast<float>(bands[s]->visible_above),
                       bands[s]->at[first + i], bands[s]->share_visible[first + i]);
  }
}

f32x4 strength_of_odds(f32x4 odds) { return odds / (1.0f + odds); }

f32x4 strength_of_logit(double logit, f32x4 proneness, double spread, float visible) {
  const f32x4 odds =
      simd::exp((proneness + static_cast<float>(logit)) * static_cast<float>(spread)) *
      (visible / (1.0f - visible));
  return strength_of_odds(odds);
}

// Keeps a rate clear of another one, where their difference would be all rounding error. The curve
// moves by less than the bins of the histogram.
f32x4 kept_apart(f32x4 rate, f32x4 other, float share) {
  const f32x4 gap = rate - other;
  const f32x4 least = other * share;
  const f32x4 moved = simd::select(gap < splat(0.0f), other - least, other + least);
  return simd::select(simd::abs(gap) < least, moved, rate);
}

// Height of the peak of (e^{-fall t} - e^{-rise t}), negative where fall > rise.
f32x4 rise_and_fall_height(f32x4 rise, f32x4 fall) {
  const f32x4 ratio = fall / rise;
  return simd::exp(ratio * simd::log(ratio) / (1.0f - ratio)) * (1.0f - ratio);
}

struct TwoPhasePerson {
  f32x4 early, scale;
  Decay fall;
};

TwoPhasePerson two_phase_person(const TwoPhase &phase, f32x4 rate, f32x4 strength, float step) {
  TwoPhasePerson person;
  const f32x4 rise = splat(phase.rise);
  const f32x4 fall = kept_apart(rate * static_cast<float>(phase.fall), rise, 1e-3f);
  person.early = strength * static_cast<float>(phase.early);
  person.scale = strength / rise_and_fall_height(rise, fall);
  person.fall = Decay(fall, step);
  return person;
}

f32x4 column(const People &people, Trait trait, std::size_t v) {
  return load(people.column(trait).data() + v * 4);
}

float axis_step(const TimeAxis &axis) {
  const double last = static_cast<double>(axis.points - 1);
  return static_cast<float>(axis.horizon_h / (last * last));
}

void redness_band(const Scenario &s, const People &people, const TimeAxis &axis,
                  const SharedCurves &shared, SignBand &band) {
  static thread_local std::vector<TwoPhasePerson> state;
  const std::size_t vectors = (people.size() + 3) / 4;
  state.resize(vectors);
  for (std::size_t v = 0; v < vectors; ++v)
    state[v] = two_phase_person(s.redness, column(people, Trait::redness_rate, v),
                                strength_of_odds(column(people, Trait::redness_odds, v) *
                                                 static_cast<float>(s.redness.odds)),
                                axis_step(axis));
  const auto kernel = [&](std::size_t v, std::size_t first, std::size_t times, auto &histograms,
                          std::size_t lanes) {
    TwoPhasePerson person = state[v];
    person.fall.flush();
    for (std::size_t i = 0; i < times; ++i) {
      const f32x4 severity = person.early * shared.redness_flush[first + i] +
                             person.scale * (person.fall.value - shared.redness_rise[first + i]);
      count(histograms[0][i], severity, lanes);
      person.fall.advance();
    }
    state[v].fall = person.fall;
  };
  run_tiles<1>(people.size(), axis, {&band}, kernel);
}

void bruising_band(const Scenario &s, const People &people, const TimeAxis &axis, SignBand &band) {
  struct State {
    f32x4 petechiae, red, yellow;
    Decay petechiae_fade, red_fade, yellow_fade;
  };
  static thread_local std::vector<State> state;
  const std::size_t vectors = (people.size() + 3) / 4;
  state.resize(vectors);
  const f32x4 hemoglobin = splat(s.hemoglobin_rate);
  const f32x4 bilirubin = kept_apart(splat(s.bilirubin_rate), hemoglobin, 1e-3f);
  const f32x4 turned = hemoglobin * static_cast<float>(s.yellow) / (bilirubin - hemoglobin);
  const float step = axis_step(axis);
  for (std::size_t v = 0; v < vectors; ++v) {
    State &one = state[v];
    const f32x4 rate = column(people, Trait::bruise_rate, v);
    one.petechiae = strength_of_odds(column(people, Trait::petechiae_odds, v) *
                                     static_cast<float>(s.petechiae_odds));
    const f32x4 ecchymosis =
        strength_of_logit(s.ecchymosis_logit, column(people, Trait::ecchymosis_proneness, v),
                          s.ecchymosis_spread, static_cast<float>(s.visible_bruising));
    one.red = ecchymosis * (1.0f + turned);
    one.yellow = ecchymosis * turned;
    one.petechiae_fade = Decay(rate * static_cast<float>(s.petechiae_rate), step);
    one.red_fade = Decay(rate * hemoglobin, step);
    one.yellow_fade = Decay(rate * bilirubin, step);
  }
  const auto kernel = [&](std::size_t v, std::size_t, std::size_t times, auto &histograms,
                          std::size_t lanes) {
    State one = state[v];
    one.petechiae_fade.flush();
    one.red_fade.flush();
    one.yellow_fade.flush();
    for (std::size_t i = 0; i < times; ++i) {
      const f32x4 petechiae = one.petechiae * one.petechiae_fade.value;
      const f32x4 ecchymosis = one.red * one.red_fade.value - one.yellow * one.yellow_fade.value;
      count(histograms[0][i], petechiae + ecchymosis - petechiae * ecchymosis, lanes);
      one.petechiae_fade.advance();
      one.red_fade.advance();
      one.yellow_fade.advance();
    }
    state[v] = one;
  };
  run_tiles<1>(people.size(), axis, {&band}, kernel);
}

void flaking_band(const Scenario &s, const People &people, const TimeAxis &axis,
                  const SharedCurves &shared, SignBand &band) {
  struct State {
    f32x4 scale;
    Decay decay;
  };
  static thread_local std::vector<State> state;
  const std::size_t vectors = (people.size() + 3) / 4;
  state.resize(vectors);
  constexpr float kPeak = 1.84726402f; // e^2 / 4
  for (std::size_t v = 0; v < vectors; ++v) {
    const f32x4 rate = column(people, Trait::flaking_rate, v) * static_cast<float>(s.flaking_rate);
    const f32x4 strength =
        strength_of_logit(s.flaking_logit, column(people, Trait::flaking_proneness, v),
                          s.flaking_spread, static_cast<float>(s.visible_flaking));
    state[v].scale = strength * rate * rate * kPeak;
    state[v].decay = Decay(rate, axis_step(axis));
  }
  const auto kernel = [&](std::size_t v, std::size_t first, std::size_t times, auto &histograms,
                          std::size_t lanes) {
    State one = state[v];
    one.decay.flush();
    for (std::size_t i = 0; i < times; ++i) {
      const float hour = shared.hour[first + i];
      count(histograms[0][i], one.scale * (hour * hour) * one.decay.value, lanes);
      one.decay.advance();
    }
    state[v].decay = one.decay;
  };
  run_tiles<1>(people.size(), axis, {&band}, kernel);
}

// Swelling, and what follows from it: tightness and the look of pores.
struct SwollenState {
  TwoPhasePerson swelling;
  f32x4 pores; // against swelling
  f32x4 fast_share, slow_share, heat_bent, heat_straight, dry;
  Decay fast, slow, heat, ease;
};

SwollenState swollen_person(const Scenario &s, const People &people, std::size_t v, float step) {
  SwollenState one;
  const f32x4 strength = strength_of_odds(column(people, Trait::swelling_odds, v) *
                                          static_cast<float>(s.swelling.odds));
  one.swelling =
      two_phase_person(s.swelling, column(people, Trait::swelling_rate, v), strength, step);
  one.pores =
      strength_of_odds(column(people, Trait::pores_odds, v) * static_cast<float>(s.pores_odds)) /
      strength;
  const f32x4 ease =
      column(people, Trait::tightness_rate, v) * static_cast<float>(s.tightness_rate);
  const f32x4 barrier = column(people, Trait::barrier_rate, v);
  const f32x4 fast = kept_apart(column(people, Trait::barrier_fast_rate, v) *
                                    static_cast<float>(s.barrier_fast_rate),
                                ease, 1e-3f);
  const f32x4 slow = kept_apart(barrier * static_cast<float>(s.barrier_slow_rate), ease, 1e-3f);
  const f32x4 heat = kept_apart(barrier * static_cast<float>(s.rf_barrier_rate), ease, 2e-2f);
  const f32x4 dry = strength_of_odds(column(people, Trait::tightness_odds, v) *
                                     static_cast<float>(s.tightness_odds)) *
                    static_cast<float>(s.tightness_gain);
  const float share = static_cast<float>(s.barrier_fast_share);
  one.fast_share = dry * share * ease / (ease - fast);
  one.slow_share = dry * (1.0f - share) * ease / (ease - slow);
  // Heat: k t e^{1 - k t} through the same step.
  const f32x4 amount = dry * static_cast<float>(s.rf_barrier_amount) * 2.71828183f * heat * ease;
  one.heat_straight = amount / (ease - heat);
  one.heat_bent = one.heat_straight / (ease - heat);
  one.dry = one.heat_bent - one.fast_share - one.slow_share;
  one.fast = Decay(fast, step);
  one.slow = Decay(slow, step);
  one.heat = Decay(heat, step);
  one.ease = Decay(ease, step);
  return one;
}

template <bool kHeat>
void swollen_bands(const Scenario &s, const People &people, const TimeAxis &axis,
                   const SharedCurves &shared, SignBand &swelling, SignBand &tightness,
                   SignBand &pores) {
  static thread_local std::vector<SwollenState> state;
  const std::size_t vectors = (people.size() + 3) / 4;
  state.resize(vectors);
  for (std::size_t v = 0; v < vectors; ++v)
    state[v] = swollen_person(s, people, v, axis_step(axis));
  const float from_swelling = static_cast<float>(s.tightness_from_swelling);
  const auto kernel = [&](std::size_t v, std::size_t first, std::size_t times, auto &histograms,
                          std::size_t lanes) {
    SwollenState one = state[v];
    one.swelling.fall.flush();
    one.fast.flush();
    one.slow.flush();
    one.ease.flush();
    if constexpr (kHeat) one.heat.flush();
    for (std::size_t i = 0; i < times; ++i) {
      const f32x4 swollen =
          one.swelling.early * shared.swelling_flush[first + i] +
          one.swelling.scale * (one.swelling.fall.value - shared.swelling_rise[first + i]);
      f32x4 dry = one.fast_share * one.fast.value + one.slow_share * one.slow.value +
                  one.dry * one.ease.value;
      if constexpr (kHeat)
        dry += (one.heat_straight * shared.hour[first + i] - one.heat_bent) * one.heat.value;
      count(histograms[0][i], swollen, lanes);
      count(histograms[1][i], swollen * from_swelling + dry, lanes);
      count(histograms[2][i], swollen * one.pores, lanes);
      one.swelling.fall.advance();
      one.fast.advance();
      one.slow.advance();
      one.ease.advance();
      if constexpr (kHeat) one.heat.advance();
    }
    state[v] = one;
  };
  run_tiles<3>(people.size(), axis, {&swelling, &tightness, &pores}, kernel);
}

} // namespace

void compute_bands(const Scenario &s, const People &people, const TimeAxis &axis,
                   std::array<SignBand, kSigns> &out) {
  static thread_local SharedCurves shared;
  fill_shared(shared, s, axis);
  for (SignBand &band : out) {
    band.at.resize(axis.points);
    band.share_visible.resize(axis.points);
  }
  const auto band = [&](Sign sign) -> SignBand & { return out[static_cast<std::size_t>(sign)]; };
  redness_band(s, people, axis, shared, band(Sign::redness));
  bruising_band(s, people, axis, band(Sign::bruising));
  flaking_band(s, people, axis, shared, band(Sign::flaking));
  const auto swollen = s.rf_barrier_amount > 0.0 ? swollen_bands<true> : swollen_bands<false>;
  swollen(s, people, axis, shared, band(Sign::swelling), band(Sign::tightness), band(Sign::pores));
}

} // namespace rt
