#pragma once
// Pseudo-random numbers for all tests (splitmix64): the same on every platform, and nothing to do
// with the quasi-random numbers that the model draws its people with.

#include "model/factors.h"
#include "model/people.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace rt::test {

class Random {
public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t bits() {
    state_ += 0x9E3779B97F4A7C15ull;
    std::uint64_t x = state_;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ull;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBull;
    return x ^ (x >> 31);
  }
  // Above 0, below 1.
  double unit() { return (static_cast<double>(bits() >> 11) + 0.5) / 9007199254740992.0; }
  double between(double low, double high) { return low + (high - low) * unit(); }
  // Both included.
  int whole(int low, int high) {
    return low + static_cast<int>(bits() % static_cast<std::uint64_t>(high - low + 1));
  }
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(bits() % n); }
  bool coin() { return (bits() & 1u) != 0; }

private:
  std::uint64_t state_;
};

// Any valid factors.
inline Factors random_factors(Random &random) {
  Factors f;
  f.device = static_cast<Device>(random.whole(0, kDevices - 1));
  f.depth_mm = random.between(0.25, 3.0);
  f.passes = random.whole(1, 6);
  f.area = static_cast<Area>(random.whole(0, kAreas - 1));
  f.prp = random.coin();
  f.sessions = random.whole(1, 6);
  f.weeks_between = random.whole(2, 12);
  f.concern = static_cast<Concern>(random.whole(0, kConcerns - 1));
  f.tone = random.whole(0, 10);
  f.reactivity = static_cast<Reactivity>(random.whole(0, kReactivities - 1));
  f.age_band = static_cast<AgeBand>(random.whole(0, kAgeBands - 1));
  f.darkens_easily = random.coin();
  f.water = random.coin();
  f.sun_protection = random.coin();
  f.moisturiser = random.coin();
  f.serum = random.coin();
  f.no_makeup_24h = random.coin();
  f.gentle_care = random.coin();
  f.anti_inflammatory = random.coin();
  f.ice = random.coin();
  f.arnica_bromelain = random.coin();
  return f;
}

inline Person random_person(const Parameters &parameters, Random &random) {
  std::array<double, kPersonDimensions> uniform;
  for (double &u : uniform) u = random.unit();
  return make_person(parameters, uniform);
}

} // namespace rt::test
