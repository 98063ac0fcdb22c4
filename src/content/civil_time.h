#pragma once
// Civil time without a zone: what the clock on the wall says, as minutes since 1970-01-01T00:00 in
// the proleptic Gregorian calendar. Nothing here knows of daylight saving.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace rt {

inline constexpr double kMinutesPerDay = 1440;

// Moments that a visitor may set: 1970-01-01T00:00 .. 2200-12-31T23:59.
inline constexpr double kFirstMinute = 0;
inline constexpr double kLastMinute = 84371 * kMinutesPerDay - 1;

// The first minute of a day of the calendar, and the day in which a minute lies.
double midnight_of(std::chrono::year_month_day);
std::chrono::year_month_day date_of(double minutes);

// "2026-11-22"; empty where it is not a day of the calendar in the years 1970..2200.
std::optional<std::chrono::year_month_day> parse_date(std::string_view);
// "2026-11-22T14:00", in minutes; empty where it is not a moment in the range above.
std::optional<double> parse_moment(std::string_view);
// The other way; `minutes` must lie in the range above, fractions are cut off.
std::string moment_text(double minutes);

} // namespace rt
