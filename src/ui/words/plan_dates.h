#pragma once
// The calendar side of planning: from whole days and hours of the model to moments on the wall
// clock, over summer time and leap days.

#include "model/distribution.h"
#include "ui/draw/host.h"

#include <vector>

namespace rt {

// All moments are local civil minutes since 1970-01-01T00:00.
struct BookBy {
  double treatment_min = 0;     // the latest treatment, at the hour of the day that was given
  double share_in_time = 0;     // of people (0..1) who look normal at the event then, exactly
  double share_a_day_later = 0; // the same with the treatment a day later: less than was asked for
};

// The latest day on which a treatment at `hour_of_day` (0 <= hour < 24) lets at least `share`
// (0..1) of people look normal at the event. Hours that pass are real ones: the host knows the
// zone.
BookBy book_by(const Distribution &looks_normal, double share, double event_min, double hour_of_day,
               Host &);

// The hour of the day of the visitor's treatment; a usual one where none is set.
struct Ui;
double treatment_hour(const Ui &);

// What clinics ask for before an event: four weeks with a first treatment, two to three with later
// ones, for a breakout, a cold sore or a dark spot needs them. Whether it is a first one the page
// does not know, so the best day is the one that is right for both.
inline constexpr int kMarginWeeks = 4;
// The same in days; the clinic's own where it says so.
double margin_days(const Ui &);
struct EventPlan {
  double event_min = 0, best_min = 0; // the best day: margin_days before, at the treatment's hour
  BookBy latest;                      // so that as many people look normal as were asked for
};
// Who says so: "advice", or the clinic.
std::string margin_says(const Ui &);
// Why that long; the clinic's own words where it says so.
std::string margin_text(const Ui &);
// Of the event, which is set.
EventPlan event_plan(const Ui &);

// The days of all sessions of the course from the first one on: after the weeks that lie between, and
// none between the best day before the event, if that is set, and the event itself.
std::vector<double> session_days(const Ui &, double first_min);

// Share of people who look normal at the event when treated at that moment; 0 after the event.
double share_in_time(const Distribution &looks_normal, double treatment_min, double event_min,
                     Host &);

// The moment at which so many real hours have passed since `from_min`: by the clock on the wall it
// may be an hour earlier or later where clocks change in between. The second of an hour that comes
// twice cannot be told from the first.
double moment_after(Host &, double from_min, double hours);

// Day numbers since 1970-01-01.
double day_of(double civil_min);
// The first day of the month of this moment, and how many days that month has.
struct Month {
  double first_day = 0;
  int days = 30;
};
Month month_of(double civil_min);

} // namespace rt
