#pragma once
// Backwards from an event: how early the treatment has to be. Hours and whole days only; dates,
// summer time and leap days are the calendar's.

#include "model/distribution.h"
#include "model/projection.h"

namespace rt {

// Hours until people look normal to others: every person's own, for any share of people.
Distribution looks_normal_distribution(const Parameters &, const Factors &, const Population &);
// The same for the other modelled milestones; of nobody for those that are advice.
Distribution milestone_distribution(const Parameters &, const Factors &, const Population &,
                                    Milestone);

// The latest treatment that lets at least `share` of people look normal at the event.
struct Booking {
  // The treatment ends at least this long before the event.
  double hours_before = 0;
  // Whole calendar days, counting the clock hours of both.
  int days_before = 0;
  // Of people, exactly, on that day: >= the share asked for.
  double share_in_time = 0;
  // The same when booked one day later: < the share asked for.
  double share_a_day_later = 0;
};

// Hours of the day are 0 <= hour < 24, in a calendar of 24-hour days.
Booking latest_booking(const Distribution &looks_normal, double share, double treatment_hour,
                       double event_hour);

} // namespace rt
