#include "model/factors.h"

namespace rt {

namespace {

// False for NaN as well.
bool within(double value, double low, double high) { return value >= low && value <= high; }

template <class Enum> bool named(Enum value, int count) {
  return static_cast<int>(value) >= 0 && static_cast<int>(value) < count;
}

} // namespace

bool valid(const Factors &f) {
  return named(f.device, kDevices) && named(f.area, kAreas) && named(f.concern, kConcerns) &&
         named(f.reactivity, kReactivities) && named(f.age_band, kAgeBands) &&
         within(f.depth_mm, 0.25, 3.0) && within(f.passes, 1, 6) && within(f.tone, 0, 10) &&
         within(f.sessions, 1, 6) && within(f.weeks_between, 2, 12);
}

} // namespace rt
