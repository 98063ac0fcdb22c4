#pragma once
// The model's differential equations, solved step by step (classical Runge-Kutta of order four): an
// independent way to what time_courses.h has in closed form. Written from the equations alone.

#include "model/time_courses.h"

#include <array>

namespace rt::test {

struct OracleSigns {
  double redness, swelling, marks, bruising, tightness, flaking, pores, barrier;
};
inline constexpr int kOracleValues = 8;
inline std::array<double, kOracleValues> as_array(const OracleSigns &s) {
  return {s.redness, s.swelling, s.marks, s.bruising, s.tightness, s.flaking, s.pores, s.barrier};
}

// Reads rates, amounts and strengths of the course, never its scales. Error < 1e-7.
OracleSigns oracle_at(const PersonCourse &, double t_h);

// The gain of a course of sessions. Error < 1e-7.
double oracle_gain_at(const Scenario &, const PersonCourse &, double weeks);

// The same from the closed forms.
OracleSigns closed_form_at(const PersonCourse &, double t_h);

// A course with random rates over more than their real ranges, a quarter of the time with two rates
// that are the same or nearly so. No parameters are needed.
class Random;
PersonCourse random_course(Random &);

} // namespace rt::test
