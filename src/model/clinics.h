#pragma once
// How much clinics differ from each other: who treats, with which device and to which end point, and
// who judges that a sign is gone. A visitor does not know which clinic theirs is, so every time and
// every share is told twice: of people at one typical clinic, and of people at clinics of all kinds.

#include "model/parameters.h"
#include "model/projection.h"

namespace rt {

// The same share of people at 8 in 10 clinics, omega_clinic_share apart in log-odds. 0 <= share <= 1.
EightInTen share_anywhere(const Parameters &, double share);
// The same of the clinics in the middle, every other one: 10 of 20 lie between.
ShareRange share_at_middle_clinics(const Parameters &, double share);

// Of every sign's course: 8 in 10 clinics have times omega_clinic apart (log) and shares
// omega_clinic_share apart (log-odds). Reads what stands in `sign` of one typical clinic; renews
// at_anywhere, share_visible_anywhere and incidence_anywhere. A severity is within 0.03 of a count of
// people who each stand in a clinic of their own.
void spread_over_clinics(const Parameters &, const TimeAxis &, SignBand &sign);

} // namespace rt
