#pragma once
// Civil time without a zone: what the clock on the wall says, as minutes since 1970-01-01T00:00 in
// the proleptic Gregorian calendar. Nothing here knows of daylight saving.

#include <cstdint>
#include <string>
#include <string_view>

namespace rt {

struct CivilDate {
  int year, month, day; // month 1..12, day 1..31
};

std::int64_t days_from_civil(CivilDate); // days since 1970-01-01; any year within +-1,000,000
CivilDate civil_from_days(std::int64_t days);

// Moments that a visitor may set: 1970-01-01T00:00 .. 2200-12-31T23:59.
inline constexpr double kFirstMinute = 0;
inline constexpr double kLastMinute = 84371.0 * 1440 - 1;

// "2026-11-22"; false where it is not a day of the calendar in the years 1970..2200.
bool parse_date(std::string_view, CivilDate &);
// "2026-11-22T14:00"; false where it is not a moment in the range above.
bool parse_moment(std::string_view, double &minutes);
// The other way; `minutes` must lie in the range above, fractions are cut off.
std::string moment_text(double minutes);

} // namespace rt
