#pragma once
// When each person's signs peak and pass, in single precision; time_courses.h has the same curves
// exactly. Every span and vector is as long as people.lanes(); only the first people.size() count.

#include "model/people.h"
#include "model/scenario.h"
#include "model/signs.h"

#include <array>
#include <span>
#include <vector>

namespace rt {

struct PersonTimes {
  // Hours until a sign is no longer visible (tightness: felt), for good; 0 where it never is.
  std::array<std::vector<float>, kSigns> until_not_visible_h;
  std::array<std::vector<float>, kSigns> peak_h; // hour at which the sign is strongest
  std::vector<float> looks_normal_h;             // hours until no sign is seen by others
};
void compute_times(const Scenario &, const Population &, PersonTimes &out);

// looks_normal_h alone.
void compute_looks_normal_hours(const Scenario &, const Population &, std::span<float> out);

// Hours until one sign is no longer above a severity, for good; 0 where it never is. 0 < level < 1.
void compute_hours_until_below(const Scenario &, const Population &, Sign, double level,
                               std::span<float> out);

// Severity of one sign at one hour.
void compute_severity(const Scenario &, const Population &, Sign, double hour,
                      std::span<float> out);

} // namespace rt
