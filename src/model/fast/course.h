#pragma once
// The result over a course of sessions, in all people.

#include "model/people.h"
#include "model/scenario.h"
#include "model/signs.h"

#include <span>

namespace rt {

inline constexpr double kHoursPerMonth = 365.25 * 24.0 / 12.0;
inline constexpr std::size_t kCourseMonths = 25;   // 0, 0.5, 1 .. 12
inline constexpr double kCourseHorizonMonths = 12; // after the first session

// Renews `out`, reusing its memory, and fills `first_result_h` (as long as people.lanes()) with the
// hours after the first session at which each person's gain is first seen; people who do not get
// there in 12 months have 12 months.
void compute_course(const Scenario &, const Population &, Course &out,
                    std::span<float> first_result_h);

} // namespace rt
