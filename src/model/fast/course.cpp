// Each session starts a gain that builds up, a part of it within weeks and the rest over months, and
// is slowly lost: two rises and falls. Three sums of exponentials carry all sessions from one half
// month of the grid to the next.

#include "model/fast/course.h"
#include "model/fast/curves.h"

#include "result.h"

#include <algorithm>

namespace rt {

namespace {

using namespace simd;

constexpr double kStepWeeks = 0.5 * kHoursPerMonth / (24.0 * 7.0); // the grid of half months

struct Start {
  double week;        // of a session
  std::size_t before; // the half month of the grid that it falls into
};

std::vector<Start> starts_of(const Scenario &s) {
  std::vector<Start> starts;
  for (int i = 0; i < s.sessions; ++i) {
    const double week = static_cast<double>(i * s.weeks_between);
    const auto before = static_cast<std::size_t>(week / kStepWeeks);
    if (before + 1 < kCourseMonths) starts.push_back({week, before});
  }
  return starts;
}

// Four people's sums over the sessions: e^{-rate t} of the fast and of the slow part and e^{-loss t},
// each with what the session adds.
struct Sums {
  f32x4 fast = splat<f32x4>(0.0f), slow = splat<f32x4>(0.0f), kept = splat<f32x4>(0.0f);
};

struct Walk {
  f32x4 gain, fast_rate, slow_rate, fast_scale, slow_scale;
  float loss;
  f32x4 left = splat<f32x4>(1.0f);

  Walk(const Scenario &s, const Population &people, std::size_t at)
      : gain(strength(s.gain_odds, column<f32x4>(people, Trait::gain_odds, at))),
        loss(static_cast<float>(s.gain_loss_per_week)) {
    const f32x4 pace = column<f32x4>(people, Trait::gain_rate, at);
    const auto apart = [&](double rate) {
      return separate_rates(pace * static_cast<float>(rate), splat<f32x4>(loss), 1e-3f);
    };
    fast_rate = apart(s.gain_fast_per_week);
    slow_rate = apart(s.gain_per_week);
    const auto lost =
        column<f32x4>(people, Trait::unresponsiveness, at) > splat<f32x4>(-s.unresponsive_logit);
    const f32x4 ratio =
        select(lost, splat<f32x4>(s.gain_ratio * s.unresponsive_gain), splat<f32x4>(s.gain_ratio));
    const float fast = static_cast<float>(s.gain_fast_share);
    fast_scale = ratio * fast * fast_rate / (fast_rate - loss);
    slow_scale = ratio * (1.0f - fast) * slow_rate / (slow_rate - loss);
  }
  f32x4 gained(const Sums &sums) const {
    return fast_scale * (sums.kept - sums.fast) + slow_scale * (sums.kept - sums.slow);
  }
  f32x4 slope(const Sums &sums) const {
    return fast_scale * (sums.fast * fast_rate - sums.kept * loss) +
           slow_scale * (sums.slow * slow_rate - sums.kept * loss);
  }
  void begin_session(Sums &sums) {
    for (f32x4 *sum : {&sums.fast, &sums.slow, &sums.kept}) *sum += gain * left;
    left *= 1.0f - gain;
  }
  Sums later(const Sums &sums, f32x4 weeks) const {
    return {sums.fast * exp(-fast_rate * weeks), sums.slow * exp(-slow_rate * weeks),
            sums.kept * exp(weeks * -loss)};
  }
};

// Weeks until the gain is `visible`, from `sums` on, where that is within `longest`: Newton steps,
// which a concave rise meets from the left.
f32x4 weeks_until(const Walk &walk, const Sums &sums, float visible, f32x4 longest) {
  f32x4 weeks = splat<f32x4>(0.0f);
  for (int i = 0; i < 4; ++i) {
    const Sums now = i == 0 ? sums : walk.later(sums, weeks); // weeks is still 0
    weeks +=
        (splat<f32x4>(visible) - walk.gained(now)) / max(walk.slope(now), splat<f32x4>(1e-12f));
    weeks = min(max(weeks, splat<f32x4>(0.0f)), longest);
  }
  return weeks;
}

// The last state from which the gain reaches what is visible without another session.
struct Crossing {
  i32x4 reached{};
  Sums sums;
  f32x4 week = splat<f32x4>(static_cast<float>(kStepWeeks * (kCourseMonths - 1)));
  f32x4 longest = splat<f32x4>(0.0f);

  void note(const Walk &walk, const Sums &from, const Sums &to, double from_week, double to_week,
            float visible) {
    if (all(reached)) return;
    const i32x4 here = (walk.gained(to) >= splat<f32x4>(visible)) & ~reached;
    sums.fast = select(here, from.fast, sums.fast);
    sums.slow = select(here, from.slow, sums.slow);
    sums.kept = select(here, from.kept, sums.kept);
    week = select(here, splat<f32x4>(from_week), week);
    longest = select(here, splat<f32x4>(to_week - from_week), longest);
    reached |= here;
  }
};

// Quantiles of n gains (0..1), counted in bins of less than 1e-3.
class GainCounter {
public:
  void clear() { counts_.fill(0); }
  void count(f32x4 gains) {
    constexpr float kWhole = 12582912.0f; // 1.5 * 2^23: adding it rounds to a whole number
    const f32x4 place = (min(gains, splat<f32x4>(1.0f)) * kPerGain - 0.5f) + kWhole;
    const i32x4 bin = reinterpret_cast<i32x4>(place) & 1023;
    each_lane(bin, [&](std::uint32_t at) { ++counts_[at]; });
  }
  void take_out_of_lowest(std::size_t n) {
    counts_[0] = static_cast<std::uint16_t>(counts_[0] - n);
  }
  Quantiles read(std::size_t n) const {
    Quantiles quantiles{};
    std::size_t level = 0, below = 0;
    for (std::size_t bin = 0; level < kLevelCount; ++bin) {
      const std::size_t here = counts_[bin];
      for (; level < kLevelCount; ++level) {
        const double wanted = kLevels[level] * static_cast<double>(n) - static_cast<double>(below);
        if (wanted > static_cast<double>(here)) break;
        const double into = wanted / static_cast<double>(here);
        quantiles[level] = static_cast<float>((static_cast<double>(bin) + into) / kPerGain);
      }
      below += here;
    }
    return quantiles;
  }
  // Share of n people whose gain is at least `gain`; within a bin they are taken to lie evenly.
  float share_from(double gain, std::size_t n) const {
    const double place = std::min(gain, 1.0) * static_cast<double>(kPerGain);
    const auto whole = static_cast<std::size_t>(place);
    double below = (place - static_cast<double>(whole)) * static_cast<double>(counts_[whole]);
    for (std::size_t bin = 0; bin < whole; ++bin) below += static_cast<double>(counts_[bin]);
    return static_cast<float>(1.0 - below / static_cast<double>(n));
  }

private:
  static constexpr float kPerGain = 1023.0f;
  std::array<std::uint16_t, 1024> counts_;
};

} // namespace

void compute_course(const Scenario &s, const Population &people, Course &out,
                    std::span<float> first_result_h) {
  RT_CHECK(first_result_h.size() == people.lanes());
  static thread_local std::array<GainCounter, kCourseMonths> counters;
  for (GainCounter &counter : counters) counter.clear();
  const std::vector<Start> starts = starts_of(s);
  const float visible = static_cast<float>(s.first_result_gain);
  const float kept_a_step = exp(splat<f32x4>(-s.gain_loss_per_week * kStepWeeks))[0];

  for (std::size_t at = 0; at < people.size(); at += 4) {
    Walk walk(s, people, at);
    const f32x4 fast_a_step = exp(walk.fast_rate * static_cast<float>(-kStepWeeks));
    const f32x4 slow_a_step = exp(walk.slow_rate * static_cast<float>(-kStepWeeks));
    Crossing crossing;
    Sums sums;
    if (people.size() - at < 4) walk.gain = first_lanes(walk.gain, people.size() - at);
    auto start = starts.begin();
    for (std::size_t m = 0; m < kCourseMonths; ++m) {
      counters[m].count(walk.gained(sums));
      if (m + 1 == kCourseMonths) break;
      double week = kStepWeeks * static_cast<double>(m);
      const double next_week = kStepWeeks * static_cast<double>(m + 1);
      if (start == starts.end() || start->before != m) {
        const Sums next{sums.fast * fast_a_step, sums.slow * slow_a_step, sums.kept * kept_a_step};
        crossing.note(walk, sums, next, week, next_week, visible);
        sums = next;
        continue;
      }
      for (; start != starts.end() && start->before == m; ++start) {
        const Sums next = walk.later(sums, splat<f32x4>(start->week - week));
        crossing.note(walk, sums, next, week, start->week, visible);
        sums = next;
        walk.begin_session(sums);
        week = start->week;
      }
      const Sums next = walk.later(sums, splat<f32x4>(next_week - week));
      crossing.note(walk, sums, next, week, next_week, visible);
      sums = next;
    }
    const f32x4 weeks = crossing.week + weeks_until(walk, crossing.sums, visible, crossing.longest);
    store(first_result_h.data() + at, weeks * (24.0f * 7.0f));
  }

  const std::size_t empty = (4 - people.size() % 4) % 4; // lanes without a person gain nothing
  out.month.resize(kCourseMonths);
  out.share.resize(kCourseMonths);
  out.share_clear.resize(kCourseMonths);
  for (std::size_t m = 0; m < kCourseMonths; ++m) {
    counters[m].take_out_of_lowest(empty);
    out.month[m] = 0.5 * static_cast<double>(m);
    out.share[m] = counters[m].read(people.size());
    out.share_clear[m] = counters[m].share_from(s.clear_change_gain, people.size());
    for (float &share : out.share[m]) share /= static_cast<float>(s.complete_gain);
  }
}

} // namespace rt
