#include "oracle.h"

#include "support/random.h"

#include <algorithm>
#include <cmath>

namespace rt::test {

namespace {

// Integrates dy/dt = f(t, y) from t0 to t1. Steps grow with the time since t0, but stay short
// against the fastest rate.
template <std::size_t N, class F>
std::array<double, N> integrate(std::array<double, N> y, double t0, double t1, double fastest,
                                const F &f) {
  const auto shifted = [](const std::array<double, N> &a, const std::array<double, N> &slope,
                          double h) {
    std::array<double, N> b;
    for (std::size_t i = 0; i < N; ++i) b[i] = a[i] + h * slope[i];
    return b;
  };
  double t = t0;
  while (t < t1) {
    const double wanted = std::clamp(0.008 * (t - t0), 0.004 / fastest, 0.5 / fastest);
    const double h = std::min(wanted, t1 - t);
    const auto k1 = f(y);
    const auto k2 = f(shifted(y, k1, 0.5 * h));
    const auto k3 = f(shifted(y, k2, 0.5 * h));
    const auto k4 = f(shifted(y, k3, h));
    for (std::size_t i = 0; i < N; ++i)
      y[i] += h / 6.0 * (k1[i] + 2.0 * k2[i] + 2.0 * k3[i] + k4[i]);
    t = h < wanted ? t1 : t + h;
  }
  return y;
}

// Greatest amount in a step of rate `fall` that one of rate `rise` empties into: there, what comes
// in and what goes out are the same.
double greatest_of_two_steps(double rise, double fall) {
  const auto f = [&](const std::array<double, 2> &y) {
    return std::array<double, 2>{-rise * y[0], rise * y[0] - fall * y[1]};
  };
  const double fastest = std::max(rise, fall);
  double from = 0.0, to = 1.0 / fastest;
  const std::array<double, 2> start{1.0, 0.0};
  while (f(integrate<2>(start, 0.0, to, fastest, f))[1] > 0.0) {
    from = to;
    to *= 1.5;
  }
  for (int i = 0; i < 40; ++i) {
    const double middle = 0.5 * (from + to);
    (f(integrate<2>(start, 0.0, middle, fastest, f))[1] > 0.0 ? from : to) = middle;
  }
  return integrate<2>(start, 0.0, to, fastest, f)[1];
}

} // namespace

OracleSigns oracle_at(const PersonCourse &c, double t_h) {
  enum : std::size_t {
    red_flush,
    red_store,
    red,
    swell_flush,
    swell_store,
    swell,
    dots,
    crust1,
    crust2,
    crust3,
    blood,
    bilirubin,
    fast,
    slow,
    heat_store,
    heat,
    hot,
    dry1,
    dry2,
    dry3,
    layer1,
    layer2,
    layer3,
    kStates
  };
  using State = std::array<double, kStates>;
  const auto slope = [&](const State &y) {
    State d{};
    d[red_flush] = -c.redness.early_rate * y[red_flush];
    d[red_store] = -c.redness.rise * y[red_store];
    d[red] = c.redness.rise * y[red_store] - c.redness.fall * y[red];
    d[swell_flush] = -c.swelling.early_rate * y[swell_flush];
    d[swell_store] = -c.swelling.rise * y[swell_store];
    d[swell] = c.swelling.rise * y[swell_store] - c.swelling.fall * y[swell];
    d[dots] = -c.marks_rate * y[dots];
    d[crust1] = -c.marks_rate * y[crust1];
    d[crust2] = c.marks_rate * (y[crust1] - y[crust2]);
    d[crust3] = c.marks_rate * (y[crust2] - y[crust3]);
    d[blood] = -c.hemoglobin_rate * y[blood];
    d[bilirubin] = c.hemoglobin_rate * y[blood] - c.bilirubin_rate * y[bilirubin];
    d[fast] = -c.barrier_fast_rate * y[fast];
    d[slow] = -c.barrier_slow_rate * y[slow];
    d[heat_store] = -c.rf_barrier_rate * y[heat_store];
    d[heat] = c.rf_barrier_rate * (y[heat_store] - y[heat]);
    d[hot] = -c.hot_rate * y[hot];
    d[dry1] = -c.dry_rate * y[dry1];
    d[dry2] = c.dry_rate * (y[dry1] - y[dry2]);
    d[dry3] = c.dry_rate * (y[dry2] - y[dry3]);
    d[layer1] = -c.flaking_rate * y[layer1];
    d[layer2] = c.flaking_rate * (y[layer1] - y[layer2]);
    d[layer3] = c.flaking_rate * (y[layer2] - y[layer3]);
    return d;
  };
  State start{};
  start[red_flush] = c.redness.early;
  start[red_store] = start[swell_store] = start[blood] = start[layer1] = 1.0;
  start[dots] = start[crust1] = start[hot] = start[dry1] = 1.0;
  start[swell_flush] = c.swelling.early;
  // The barrier in units of what the pricks open; heat peaks at the amount of radio frequency.
  start[fast] = c.barrier_fast_share;
  start[slow] = 1.0 - c.barrier_fast_share;
  start[heat_store] = c.rf_barrier_amount * std::exp(1.0);
  const double fastest = std::max(
      {c.redness.early_rate, c.redness.rise, c.redness.fall, c.swelling.early_rate, c.swelling.rise,
       c.swelling.fall, c.marks_rate, c.hemoglobin_rate, c.bilirubin_rate, c.barrier_fast_rate,
       c.barrier_slow_rate, c.rf_barrier_rate, c.hot_rate, c.dry_rate, c.flaking_rate});
  const State y = integrate<kStates>(start, 0.0, t_h, fastest, slope);

  OracleSigns signs{};
  const auto either = [](double a, double b) { return a + b - a * b; };
  const double reddened =
      c.redness.late * y[red] / greatest_of_two_steps(c.redness.rise, c.redness.fall);
  signs.redness = c.redness_strength * either(y[red_flush], reddened);
  const double filled =
      c.swelling.late * y[swell] / greatest_of_two_steps(c.swelling.rise, c.swelling.fall);
  const double swollen = either(y[swell_flush], filled);
  signs.swelling = c.swelling_strength * swollen;
  signs.pores = c.pores_strength * swollen;
  const double most = 2.0 * std::exp(-2.0); // that the last of three steps ever holds
  signs.marks = c.marks * (c.marks_dry_late ? y[crust3] / most : y[dots]);
  signs.bruising = c.ecchymosis * (y[blood] + c.yellow * y[bilirubin]);
  const double tight = c.hot_tightness * y[hot] + c.dry_tightness * y[dry3] / most;
  signs.tightness = tight / (1.0 + tight);
  signs.flaking = c.flaking * y[layer3] / most;
  signs.barrier = c.barrier_amount * (y[fast] + y[slow]) + y[heat];
  return signs;
}

double oracle_gain_at(const Scenario &s, const PersonCourse &c, double weeks) {
  enum : std::size_t { fast_store, fast, slow_store, slow, kStates };
  using State = std::array<double, kStates>;
  const auto slope = [&](const State &y) {
    const double swells = c.gain_fast_per_week * y[fast_store];
    const double builds = c.gain_per_week * y[slow_store];
    return State{-swells, swells - s.gain_loss_per_week * y[fast], -builds,
                 builds - s.gain_loss_per_week * y[slow]};
  };
  const double fastest = std::max({c.gain_fast_per_week, c.gain_per_week, s.gain_loss_per_week});
  State y{};
  double left = 1.0, now = 0.0;
  for (int i = 0; i < s.sessions; ++i) {
    const double begins = static_cast<double>(i * s.weeks_between);
    if (begins >= weeks) break;
    y = integrate<kStates>(y, now, begins, fastest, slope);
    now = begins;
    y[fast_store] += c.gain * left * s.gain_fast_share;
    y[slow_store] += c.gain * left * (1.0 - s.gain_fast_share);
    left -= c.gain * left;
  }
  y = integrate<kStates>(y, now, weeks, fastest, slope);
  return std::min(c.gain_ratio * (y[fast] + y[slow]), 1.0);
}

OracleSigns closed_form_at(const PersonCourse &c, double t) {
  return {redness_at(c, t),   swelling_at(c, t), marks_at(c, t), bruising_at(c, t),
          tightness_at(c, t), flaking_at(c, t),  pores_at(c, t), barrier_at(c, t)};
}

PersonCourse random_course(Random &random) {
  const auto rate = [&](double low, double high) {
    return std::exp(random.between(std::log(low), std::log(high)));
  };
  // Now and then a rate is that of its neighbor, exactly or nearly.
  const auto near = [&](double other, double own) {
    const int kind = random.whole(0, 7);
    return kind == 0 ? other : kind == 1 ? other * (1.0 + random.between(-1e-4, 1e-4)) : own;
  };
  PersonCourse c{};
  c.redness = {random.between(0.1, 0.99), random.between(0.2, 1.0), rate(0.1, 3.0), rate(0.1, 1.5),
               0};
  c.redness.fall = near(c.redness.rise, rate(0.003, 0.6));
  c.redness_strength = random.between(0.05, 1.0);
  c.redness_scale =
      c.redness_strength * c.redness.late / rise_and_fall_height(c.redness.rise, c.redness.fall);
  c.swelling = {random.between(0.1, 0.99), random.between(0.5, 1.0), rate(0.1, 1.5),
                rate(0.03, 0.3), 0};
  c.swelling.fall = near(c.swelling.rise, rate(0.01, 0.3));
  c.swelling_strength = random.between(0.05, 1.0);
  c.swelling_scale = c.swelling_strength * c.swelling.late /
                     rise_and_fall_height(c.swelling.rise, c.swelling.fall);
  c.pores_strength = random.between(0.05, 1.0);
  c.marks = random.between(0.0, 1.0);
  c.marks_rate = rate(0.005, 0.1);
  c.marks_dry_late = random.coin();
  c.ecchymosis = random.between(0.0, 1.0);
  c.hemoglobin_rate = rate(0.005, 0.05);
  c.bilirubin_rate = near(c.hemoglobin_rate, rate(0.005, 0.06));
  c.yellow = random.between(0.5, 1.0);
  c.barrier_amount = random.between(0.1, 5.0);
  c.barrier_fast_share = random.between(0.2, 0.9);
  c.barrier_fast_rate = rate(0.02, 2.0);
  c.barrier_slow_rate = rate(0.005, 0.2);
  c.rf_barrier_amount = random.coin() ? random.between(0.05, 0.5) : 0.0;
  c.rf_barrier_rate = rate(0.005, 0.1);
  c.hot_tightness = random.between(0.1, 2.0);
  c.hot_rate = rate(0.1, 1.0);
  c.dry_tightness = random.between(0.1, 2.0);
  c.dry_rate = rate(0.01, 0.1);
  c.flaking = random.between(0.0, 1.0);
  c.flaking_rate = rate(0.005, 0.1);
  c.sun_redness_share = random.between(0.2, 1.0);
  c.gain = random.between(0.01, 0.8);
  c.gain_per_week = rate(0.03, 0.5);
  c.gain_fast_per_week = near(c.gain_per_week, rate(0.2, 2.0));
  c.gain_ratio = random.between(0.05, 1.5);
  return c;
}

} // namespace rt::test
