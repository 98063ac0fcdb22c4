// Each session starts, after a lag, a gain that builds up and is slowly lost: a rise and fall. Two
// sums of exponentials carry all sessions, stepped from one event (a month of the grid, a session
// that begins to show) to the next.

#include "model/bands.h"
#include "model/course.h"
#include "model/simd.h"

#include "result.h"

#include <algorithm>

namespace rt {

namespace {

using simd::f32x4;
using simd::i32x4;
using simd::select;
using simd::splat;

constexpr double kWeeksPerMonth = kHoursPerMonth / (24.0 * 7.0);
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

struct Event {
  double week;
  bool session;      // a session begins to show
  std::size_t month; // index of the month that is read here, or kNone
};

std::vector<Event> events_of(const Scenario &s) {
  std::vector<Event> events;
  for (std::size_t m = 0; m < kCourseMonths; ++m)
    events.push_back({0.5 * static_cast<double>(m) * kWeeksPerMonth, false, m});
  const double end = events.back().week;
  for (int i = 0; i < s.sessions; ++i) {
    const double week = static_cast<double>(i * s.weeks_between) + s.gain_lag_weeks;
    if (week < end) events.push_back({week, true, kNone});
  }
  std::stable_sort(events.begin(), events.end(),
                   [](const Event &a, const Event &b) { return a.week < b.week; });
  return events;
}

// One vector of people on their way through the events.
struct Walk {
  f32x4 gain, left, rate;
  float loss;
  f32x4 building = splat(0.0f),
        kept = splat(0.0f); // sums over sessions of e^{-rate t}, e^{-loss t}
  f32x4 scale;

  Walk(const Scenario &s, f32x4 odds, f32x4 rates)
      : left(splat(1.0f)), loss(static_cast<float>(s.gain_loss_per_week)) {
    const f32x4 all = odds * static_cast<float>(s.gain_odds);
    gain = all / (1.0f + all);
    rate = rates * static_cast<float>(s.gain_per_week);
    const f32x4 gap = rate - loss;
    rate = select(simd::abs(gap) < splat(1e-3f * loss), splat(1.001f * loss), rate);
    scale = rate / (rate - loss);
  }
  void advance(f32x4 weeks) {
    building *= simd::exp(-rate * weeks);
    kept *= simd::exp(weeks * -loss);
  }
  void begin_session() {
    building += gain * left;
    kept += gain * left;
    left *= 1.0f - gain;
  }
  f32x4 gained() const { return scale * (kept - building); }
};

// Weeks from the walk's present until its gain is `visible`, where that is reached before the next
// event at `longest`: Newton steps, which a concave rise meets from the left.
f32x4 weeks_until(const Walk &walk, float visible, f32x4 longest) {
  f32x4 weeks = splat(0.0f);
  for (int i = 0; i < 4; ++i) {
    const f32x4 building = walk.building * simd::exp(-walk.rate * weeks);
    const f32x4 kept = walk.kept * simd::exp(weeks * -walk.loss);
    const f32x4 value = walk.scale * (kept - building);
    const f32x4 slope = walk.scale * (building * walk.rate - kept * walk.loss);
    weeks += (splat(visible) - value) / simd::max(slope, splat(1e-12f));
    weeks = simd::min(simd::max(weeks, splat(0.0f)), longest);
  }
  return weeks;
}

} // namespace

void compute_course(const Scenario &s, const People &people, double visible_gain, Course &out,
                    std::span<float> first_result_h) {
  const std::size_t n = people.size();
  const std::size_t padded = (n + 3) / 4 * 4;
  RT_CHECK(first_result_h.size() >= padded);
  static thread_local std::vector<float> gains; // [month][person]
  gains.resize(kCourseMonths * padded);
  const std::vector<Event> events = events_of(s);
  const float visible = static_cast<float>(visible_gain);
  const float end = static_cast<float>(events.back().week);

  for (std::size_t at = 0; at < n; at += 4) {
    Walk walk(s, simd::load(people.column(Trait::gain_odds).data() + at),
              simd::load(people.column(Trait::gain_rate).data() + at));
    Walk crossing = walk;
    f32x4 crossing_week = splat(end), crossing_length = splat(0.0f);
    i32x4 reached{};
    double week = 0.0;
    for (const Event &event : events) {
      const Walk before = walk;
      const float length = static_cast<float>(event.week - week);
      walk.advance(splat(length));
      const i32x4 here = (walk.gained() >= splat(visible)) & ~reached;
      crossing.building = select(here, before.building, crossing.building);
      crossing.kept = select(here, before.kept, crossing.kept);
      crossing_week = select(here, splat(week), crossing_week);
      crossing_length = select(here, splat(length), crossing_length);
      reached |= here;
      week = event.week;
      if (event.session) walk.begin_session();
      if (event.month != kNone)
        simd::store(gains.data() + event.month * padded + at, walk.gained());
    }
    const f32x4 weeks = crossing_week + weeks_until(crossing, visible, crossing_length);
    simd::store(first_result_h.data() + at, weeks * (24.0f * 7.0f));
  }

  out.month.resize(kCourseMonths);
  out.share.resize(kCourseMonths);
  for (std::size_t m = 0; m < kCourseMonths; ++m) {
    out.month[m] = 0.5 * static_cast<double>(m);
    out.share[m] = exact_quantiles({gains.data() + m * padded, n});
    for (float &share : out.share[m]) share /= static_cast<float>(s.complete_gain);
  }
}

} // namespace rt
