// Severity quantiles over time. On the square-root axis t = c i^2 an exponential's step factor
// itself steps by a constant factor, so two multiplications replace each exponential; quantiles are
// read from histograms, a tile of times at once so that its histograms stay in the cache.

#include "model/fast/bands.h"
#include "model/fast/curves.h"
#include "model/fast/quantiles.h"

#include <algorithm>
#include <cstdint>
#include <new>
#include <type_traits>
#include <vector>

namespace rt {

namespace {

using namespace simd;

constexpr std::size_t kTile = 16; // times whose histograms are filled together
constexpr std::size_t kFlush = 8; // times in which no decay that matters becomes subnormal
constexpr float kBinsPerSeverity = static_cast<float>(kSeverityBins) / kSeverityTop;
constexpr float kLastBin = static_cast<float>(kSeverityBins) - 1.0f;
constexpr float kNegligible = 0.7f; // in bins: stays in the lowest one

using Histogram = std::array<std::uint16_t, kSeverityBins>;
using TileHistograms = std::array<Histogram, kTile>;
constexpr std::size_t kMostBands = 2; // of one walk

// Curves that no trait changes, by time.
struct SharedCurves {
  float step; // hours: t = step i^2
  std::vector<float> hour;
  // Flush, what it leaves for the rise and fall, and e^{-rise t}.
  struct {
    std::vector<float> flush, rest, rise;
  } redness, swelling;
  std::vector<float> heat; // of the skin that is felt to be tight
};

void fill_decay(std::vector<float> &out, const std::vector<float> &hour, double rate) {
  out.resize(hour.size());
  for (std::size_t i = 0; i < hour.size(); ++i)
    out[i] = simd::exp(splat<f32x4>(hour[i]) * static_cast<float>(-rate))[0];
}

void fill_shared(SharedCurves &shared, const Scenario &s, const TimeAxis &axis) {
  const double last = static_cast<double>(axis.points - 1);
  const std::size_t points = axis.points;
  shared.step = static_cast<float>(axis.horizon_h / (last * last));
  shared.hour.resize(points);
  for (std::size_t i = 0; i < points; ++i) shared.hour[i] = static_cast<float>(axis.hour(i));
  const auto fill = [&](const TwoPhase &phase, auto &curves) {
    fill_decay(curves.rise, shared.hour, phase.rise);
    fill_decay(curves.flush, shared.hour, phase.early_rate);
    curves.rest.resize(points);
    for (std::size_t i = 0; i < points; ++i) {
      curves.flush[i] *= static_cast<float>(phase.early);
      curves.rest[i] = 1.0f - curves.flush[i];
    }
  };
  fill_decay(shared.heat, shared.hour, s.hot_rate);
  fill(s.redness, shared.redness);
  fill(s.swelling, shared.swelling);
}

// Four people on their way along the axis. Each walk has: kBands, the number of its severities;
// severities(shared, i) at its present time i, in bins; bound(shared, i), which no severity exceeds
// from time i on, in bins; each_decay(), which moves it along; each_strength(): with 0 there, all
// is.

struct RednessWalk {
  static constexpr std::size_t kBands = 1;
  f32x4 strength, scale;
  Decay fall;

  RednessWalk(const Scenario &s, const Population &people, std::size_t at,
              const SharedCurves &shared) {
    const auto curve = redness_curve<f32x4>(s, people, at);
    strength = curve.strength * kBinsPerSeverity;
    scale = curve.scale * kBinsPerSeverity;
    fall = Decay(curve.fall, shared.step);
  }
  std::array<f32x4, kBands> severities(const SharedCurves &shared, std::size_t i) const {
    const auto &redness = shared.redness;
    return {strength * redness.flush[i] + scale * (fall.value - redness.rise[i]) * redness.rest[i]};
  }
  f32x4 bound(const SharedCurves &shared, std::size_t i) const {
    return strength * shared.redness.flush[i] +
           abs(scale) * max(fall.value, splat<f32x4>(shared.redness.rise[i]));
  }
  template <class Do> void each_decay(const Do &act) { act(fall); }
  template <class Do> void each_strength(const Do &act) {
    act(strength);
    act(scale);
  }
};

// What falls by one exponential, or follows three steps of one rate: marks.
struct MarksWalk {
  static constexpr std::size_t kBands = 1;
  f32x4 strength, scale, rate;
  Decay fade;
  bool dry_late;

  MarksWalk(const Scenario &s, const Population &people, std::size_t at,
            const SharedCurves &shared) {
    const MarksCurve<f32x4> curve(s, people, at);
    strength = curve.strength * kBinsPerSeverity;
    rate = curve.rate;
    scale = strength * rate * rate * ThreeStepCurve<f32x4>::kPeak;
    fade = Decay(rate, shared.step);
    dry_late = curve.dry_late;
  }
  std::array<f32x4, kBands> severities(const SharedCurves &shared, std::size_t i) const {
    if (!dry_late) return {strength * fade.value};
    return {scale * (shared.hour[i] * shared.hour[i]) * fade.value};
  }
  f32x4 bound(const SharedCurves &shared, std::size_t i) const {
    const f32x4 now = severities(shared, i)[0];
    if (!dry_late) return now;
    return select(rate * shared.hour[i] > splat<f32x4>(2.0f), now, strength);
  }
  template <class Do> void each_decay(const Do &act) { act(fade); }
  template <class Do> void each_strength(const Do &act) {
    act(strength);
    act(scale);
  }
};

struct BruisingWalk {
  static constexpr std::size_t kBands = 1;
  f32x4 red, yellow;
  Decay red_fade, yellow_fade;

  BruisingWalk(const Scenario &s, const Population &people, std::size_t at,
               const SharedCurves &shared) {
    const BruisingCurve<f32x4> curve(s, people, at);
    red = curve.red * kBinsPerSeverity;
    yellow = curve.yellow * kBinsPerSeverity;
    red_fade = Decay(curve.red_rate, shared.step);
    yellow_fade = Decay(curve.yellow_rate, shared.step);
  }
  std::array<f32x4, kBands> severities(const SharedCurves &, std::size_t) const {
    return {red * red_fade.value - yellow * yellow_fade.value};
  }
  f32x4 bound(const SharedCurves &, std::size_t) const {
    return abs(red) * red_fade.value + abs(yellow) * yellow_fade.value;
  }
  template <class Do> void each_decay(const Do &act) {
    act(red_fade);
    act(yellow_fade);
  }
  template <class Do> void each_strength(const Do &act) {
    act(red);
    act(yellow);
  }
};

struct FlakingWalk {
  static constexpr std::size_t kBands = 1;
  f32x4 scale, strength, rate;
  Decay fade;

  FlakingWalk(const Scenario &s, const Population &people, std::size_t at,
              const SharedCurves &shared) {
    const ThreeStepCurve<f32x4> curve = flaking_curve<f32x4>(s, people, at);
    strength = curve.strength * kBinsPerSeverity;
    rate = curve.rate;
    scale = strength * rate * rate * ThreeStepCurve<f32x4>::kPeak;
    fade = Decay(rate, shared.step);
  }
  std::array<f32x4, kBands> severities(const SharedCurves &shared, std::size_t i) const {
    return {scale * (shared.hour[i] * shared.hour[i]) * fade.value};
  }
  f32x4 bound(const SharedCurves &shared, std::size_t i) const {
    const f32x4 past_peak = severities(shared, i)[0];
    return select(rate * shared.hour[i] > splat<f32x4>(2.0f), past_peak, strength);
  }
  template <class Do> void each_decay(const Do &act) { act(fade); }
  template <class Do> void each_strength(const Do &act) {
    act(strength);
    act(scale);
  }
};

struct TightWalk {
  static constexpr std::size_t kBands = 1;
  f32x4 hot, dry, scale, rate;
  Decay fade;

  TightWalk(const Scenario &s, const Population &people, std::size_t at,
            const SharedCurves &shared) {
    const TightnessCurve<f32x4> curve(s, people, at);
    hot = curve.hot;
    dry = curve.dry.strength;
    rate = curve.dry.rate;
    scale = dry * rate * rate * ThreeStepCurve<f32x4>::kPeak;
    fade = Decay(rate, shared.step);
  }
  std::array<f32x4, kBands> severities(const SharedCurves &shared, std::size_t i) const {
    const f32x4 felt =
        hot * shared.heat[i] + scale * (shared.hour[i] * shared.hour[i]) * fade.value;
    return {strength_of_odds(felt) * kBinsPerSeverity};
  }
  f32x4 bound(const SharedCurves &shared, std::size_t i) const {
    const f32x4 falling = scale * (shared.hour[i] * shared.hour[i]) * fade.value;
    const f32x4 dryness = select(rate * shared.hour[i] > splat<f32x4>(2.0f), falling, dry);
    return (hot * shared.heat[i] + dryness) * kBinsPerSeverity;
  }
  template <class Do> void each_decay(const Do &act) { act(fade); }
  template <class Do> void each_strength(const Do &act) {
    act(hot);
    act(dry);
    act(scale);
  }
};

// Swelling, and the look of pores, which follows it.
struct SwollenWalk {
  static constexpr std::size_t kBands = 2;
  f32x4 strength, scale, pores;
  Decay fall;

  SwollenWalk(const Scenario &s, const Population &people, std::size_t at,
              const SharedCurves &shared) {
    const auto curve = swelling_curve<f32x4>(s, people, at);
    strength = curve.strength * kBinsPerSeverity;
    scale = curve.scale * kBinsPerSeverity;
    pores = pores_ratio<f32x4>(s, people, at, curve.strength);
    fall = Decay(curve.fall, shared.step);
  }
  std::array<f32x4, kBands> severities(const SharedCurves &shared, std::size_t i) const {
    const auto &swelling = shared.swelling;
    const f32x4 swollen =
        strength * swelling.flush[i] + scale * (fall.value - swelling.rise[i]) * swelling.rest[i];
    return {swollen, swollen * pores};
  }
  f32x4 bound(const SharedCurves &shared, std::size_t i) const {
    const f32x4 swollen = strength * shared.swelling.flush[i] +
                          abs(scale) * max(fall.value, splat<f32x4>(shared.swelling.rise[i]));
    return swollen * max(pores, splat<f32x4>(1.0f));
  }
  template <class Do> void each_decay(const Do &act) { act(fall); }
  template <class Do> void each_strength(const Do &act) {
    act(strength);
    act(scale);
  }
};

// A severity of x bins is counted in bin k where k - 1/4 <= x < k + 3/4 (rounding). Adding a large
// number that leaves half bins as the lowest bits makes the bits themselves tell the counter's
// place in the tile, row and all: cheaper than a conversion, which wasm has only with saturation.
// No severity passes 1, nor is it below 0 by more than rounding.
constexpr float kBinBits = 6291456.0f; // 1.5 * 2^22
constexpr float kBelow = 0.25f, kAbove = 0.75f;
constexpr std::int32_t kPlaces = sizeof(TileHistograms) - 2; // mask of a counter's place, in bytes
static_assert(sizeof(TileHistograms) == kTile * 2 * kSeverityBins && kTile * kSeverityBins == 8192);

// The large number of each row; exact in float.
constexpr std::array<float, kTile> kRowBits = [] {
  std::array<float, kTile> bits{};
  for (std::size_t row = 0; row < kTile; ++row)
    bits[row] = kBinBits + static_cast<float>(row * kSeverityBins);
  return bits;
}();

inline void count(TileHistograms &tile, f32x4 bins, f32x4 row) {
  i32x4 place = reinterpret_cast<i32x4>(bins + row) & kPlaces;
  auto begin = reinterpret_cast<std::uintptr_t>(tile.data());
  if constexpr (sizeof begin == sizeof place[0]) { // wasm: four addresses in one addition
    place += static_cast<std::int32_t>(begin);
    begin = 0;
  }
  each_lane(place, [&](std::uint32_t at) { ++*reinterpret_cast<std::uint16_t *>(begin + at); });
}

// The times of one tile: from `at` on, so many of them, each `step` after the one before.
struct Tile {
  std::size_t at, times, step;
  std::size_t time(std::size_t i) const { return at + i * step; }
};

// People are counted at the first times, when signs change most, and then at every other time up to the last.
std::size_t single_times(std::size_t points) {
  return points <= kTile ? points : kTile - points % 2;
}

// Counts one tile of four people and walks on.
template <class Walk>
void count_tile(Walk &walk, const SharedCurves &shared, const Tile &tile,
                std::array<TileHistograms, kMostBands> &histograms) {
  Walk one = walk;
  for (std::size_t i = 0; i < tile.times; ++i) {
    if (i % kFlush == 0) one.each_decay([](Decay &decay) { decay.flush(); });
    const auto severities = one.severities(shared, tile.time(i));
    const f32x4 row = splat<f32x4>(kRowBits[i]);
    for (std::size_t b = 0; b < Walk::kBands; ++b) count(histograms[b], severities[b], row);
    one.each_decay([](Decay &decay) { decay.advance(); });
  }
  walk = one;
}

// How many people of all a quantile needs below or at it, by level; and all of them.
struct Ranks {
  std::array<std::uint32_t, kLevelCount> of;
  std::uint32_t all;

  explicit Ranks(std::size_t n) : all(static_cast<std::uint32_t>(n)) {
    for (std::size_t level = 0; level < kLevelCount; ++level)
      of[level] = static_cast<std::uint32_t>(rank_of_share(kLevels[level], n));
  }
};

// Quantiles and the share above `visible` from one histogram: within a bin, people are taken to
// stand evenly, each in the middle of an equal part of it. The lowest bin is nothing at all.
void read_histogram(const Histogram &histogram, const Ranks &ranks, float visible,
                    Quantiles &quantiles, float &share_visible) {
  const float all = static_cast<float>(ranks.all);
  const float threshold = std::min(visible * kBinsPerSeverity, kLastBin);
  const auto threshold_bin = static_cast<std::size_t>(threshold + kBelow);
  const auto from = [](std::size_t bin) {
    return bin == 0 ? 0.0f : static_cast<float>(bin) - kBelow;
  };
  const auto to = [](std::size_t bin) { return static_cast<float>(bin) + kAbove; };
  std::size_t level = 0;
  std::uint32_t below = 0;
  share_visible = 0.0f;
  for (std::size_t bin = 0; level < kLevelCount || bin <= threshold_bin; ++bin) {
    const std::uint32_t here = histogram[bin];
    if (bin == threshold_bin) {
      const float into = (threshold - from(bin)) / (to(bin) - from(bin));
      share_visible = 1.0f - (static_cast<float>(below) + into * static_cast<float>(here)) / all;
    }
    for (; level < kLevelCount && ranks.of[level] <= below + here; ++level) {
      const float into =
          (static_cast<float>(ranks.of[level] - below) - 0.5f) / static_cast<float>(here);
      quantiles[level] =
          bin == 0 ? 0.0f : (from(bin) + into * (to(bin) - from(bin))) / kBinsPerSeverity;
    }
    below += here;
  }
}

// One after the other all kinds of walks use it.
struct Memory {
  std::vector<f32x4> walks; // for its alignment
  std::array<TileHistograms, kMostBands> histograms;
};

Tile next_tile(const Tile &tile, std::size_t end) {
  const std::size_t at = tile.at + tile.times * tile.step + (tile.step == 1 ? 1 : 0);
  return {at, std::min(kTile, (end - at + 1) / 2), 2};
}

// Halfway between the times at which people were counted, on a curve through the four nearest.
void fill_between(SignBand &band) {
  const std::size_t points = band.at.size();
  for (std::size_t i = single_times(points); i < points; i += 2) {
    const bool last = i + 3 >= points;
    const auto between = [&](float a, float b, float c, float d) {
      const float straight = 0.5f * (b + c);
      return last ? straight : straight + 0.0625f * (b + c - a - d);
    };
    const std::size_t after = last ? i + 1 : i + 3;
    float lowest = 0.0f; // levels stay in order
    for (std::size_t level = 0; level < kLevelCount; ++level)
      lowest = band.at[i][level] =
          std::max(lowest, between(band.at[i - 3][level], band.at[i - 1][level],
                                   band.at[i + 1][level], band.at[after][level]));
    const auto &share = band.share_visible;
    band.share_visible[i] =
        std::clamp(between(share[i - 3], share[i - 1], share[i + 1], share[after]), 0.0f, 1.0f);
  }
}

// Walks all people along the axis and reads the bands of the walk's signs.
template <class Walk>
void walk_people(const Scenario &s, const Population &people, const SharedCurves &shared,
                 Memory &memory, const std::array<SignBand *, Walk::kBands> &bands) {
  static_assert(std::is_trivially_copyable_v<Walk> && sizeof(Walk) % sizeof(f32x4) == 0);
  const Ranks ranks(people.size());
  std::size_t walking = (people.size() + 3) / 4;
  memory.walks.resize(walking * (sizeof(Walk) / sizeof(f32x4)));
  Walk *const walks = reinterpret_cast<Walk *>(memory.walks.data());
  for (std::size_t w = 0; w < walking; ++w) new (walks + w) Walk(s, people, 4 * w, shared);
  // Lanes without a person have nothing: they are counted in the lowest bin, and taken out of it.
  const std::size_t empty = 4 * walking - people.size();
  walks[walking - 1].each_strength([&](f32x4 &x) { x = first_lanes(x, 4 - empty); });
  std::size_t settled = 0 - empty; // people whose severities stay in the lowest bin from here on
  const std::size_t end = shared.hour.size();

  const std::size_t single = single_times(end);
  for (Tile tile{0, single, 1}; tile.at < end; tile = next_tile(tile, end)) {
    if (tile.at == single + 1)
      for (std::size_t w = 0; w < walking; ++w)
        walks[w].each_decay([](Decay &decay) { decay.double_step(); });
    for (std::size_t b = 0; b < Walk::kBands; ++b)
      for (Histogram &histogram : memory.histograms[b]) histogram.fill(0);
    std::size_t kept = 0;
    for (std::size_t w = 0; w < walking; ++w) {
      if (all(walks[w].bound(shared, tile.at) < splat<f32x4>(kNegligible))) {
        settled += 4;
        continue;
      }
      if (kept != w) walks[kept] = walks[w];
      count_tile(walks[kept], shared, tile, memory.histograms);
      ++kept;
    }
    walking = kept;
    for (std::size_t b = 0; b < Walk::kBands; ++b)
      for (std::size_t i = 0; i < tile.times; ++i) {
        const std::size_t at = tile.time(i);
        Histogram &histogram = memory.histograms[b][i];
        histogram[0] = static_cast<std::uint16_t>(histogram[0] + settled);
        read_histogram(histogram, ranks, static_cast<float>(bands[b]->visible_above),
                       bands[b]->at[at], bands[b]->share_visible[at]);
      }
  }
  for (SignBand *band : bands) fill_between(*band);
}

} // namespace

void compute_bands(const Scenario &s, const Population &people, const TimeAxis &axis,
                   std::array<SignBand, kSigns> &signs) {
  static thread_local SharedCurves shared;
  static thread_local Memory memory;
  fill_shared(shared, s, axis);
  for (SignBand &band : signs) {
    band.at.resize(axis.points);
    band.share_visible.resize(axis.points);
  }
  const auto band = [&](Sign sign) { return &signs[static_cast<std::size_t>(sign)]; };
  walk_people<RednessWalk>(s, people, shared, memory, {band(Sign::redness)});
  walk_people<MarksWalk>(s, people, shared, memory, {band(Sign::marks)});
  walk_people<BruisingWalk>(s, people, shared, memory, {band(Sign::bruising)});
  walk_people<FlakingWalk>(s, people, shared, memory, {band(Sign::flaking)});
  walk_people<TightWalk>(s, people, shared, memory, {band(Sign::tightness)});
  walk_people<SwollenWalk>(s, people, shared, memory, {band(Sign::swelling), band(Sign::pores)});
}

} // namespace rt
