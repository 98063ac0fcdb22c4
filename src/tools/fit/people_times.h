#pragma once
// Times and sizes read off the closed-form courses of single people.

#include "model/time_courses.h"

#include <vector>

namespace rt::fit {

// A sign's course in one person.
using CourseAt = double (*)(const PersonCourse &, double t_h);

// Last hour at which the course is at or above `level`; 0 when it never is. Looks up to 2,900 h.
double last_hour_above(CourseAt, const PersonCourse &, double level);
// First hour at which it is; the last hour looked at when it never is.
double first_hour_above(CourseAt, const PersonCourse &, double level);
// Hour and height of the greatest value at or after `from_h`, within 400 h.
struct Peak {
  double hour, height;
};
Peak peak_after(CourseAt, const PersonCourse &, double from_h);
// Integral from 0 to 400 h.
double area(CourseAt, const PersonCourse &);

// Quantile of an ascending sample, between its members by straight lines. 0 <= level <= 1.
double quantile(const std::vector<double> &ascending, double level);
// Share of an ascending sample at or below x, made continuous in x in the same way.
double share_below(const std::vector<double> &ascending, double x);

} // namespace rt::fit
