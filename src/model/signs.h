#pragma once
// The vocabulary of what the model says: the signs of recovery, the levels of every quantile set,
// severities over time, the result over months.

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace rt {

// marks: pinpoint bleeding and the dots or tiny crusts that it dries to; bruising: a bruise under the
// skin.
enum class Sign : std::uint8_t { redness, swelling, marks, bruising, tightness, flaking, pores };
inline constexpr std::size_t kSigns = 7;

// Whether others see it; tightness is felt only.
constexpr bool seen_by_others(Sign sign) { return sign != Sign::tightness; }

// Levels of every band and quantile set, ascending.
inline constexpr std::array<double, 7> kLevels{0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95};
inline constexpr std::size_t kLevelCount = kLevels.size();
inline constexpr std::size_t kP10 = 1, kP25 = 2, kMedian = 3, kP75 = 4, kP90 = 5;
using Quantiles = std::array<float, kLevelCount>; // ascending values at kLevels

// A share of people at the clinics in the middle: 10 of 20 clinics lie between.
struct ShareRange {
  float p25 = 0, p75 = 0; // 0..1
};

// What lies between for 8 in 10: people, or clinics.
struct EightInTen {
  float p10 = 0, p90 = 0;
};

// Square-root time: t_i = horizon_h * (i / (points-1))^2, hours after the treatment.
struct TimeAxis {
  double horizon_h = 336.0; // 14 days
  std::size_t points = 96;
  double hour(std::size_t i) const {
    const double x = static_cast<double>(i) / static_cast<double>(points - 1);
    return horizon_h * x * x;
  }
};

// Severity of one sign over time, in people: 0 = none, 1 = the strongest usually seen.
struct SignBand {
  std::vector<Quantiles> at;         // [point] severity quantiles among all people
  std::vector<float> share_visible;  // [point] 0..1, people in whom the sign can be seen (or felt)
  double visible_above = 0.1;        // severity from which it is seen
  double incidence = 1.0;            // 0..1, share of people who get the sign at all
  Quantiles hours_until_not_visible; // 0 for people in whom it is never visible
  Quantiles peak_hour;

  // The same of people at clinics of all kinds (clinics.h); what stands above is of one typical clinic.
  std::vector<EightInTen> at_anywhere;            // [point] severity of 8 in 10 people
  std::vector<EightInTen> share_visible_anywhere; // [point] share of people at 8 in 10 clinics
  EightInTen incidence_anywhere;                  // the same of `incidence`
  Quantiles hours_until_not_visible_anywhere, peak_hour_anywhere;
};

// The result by month after the first session.
struct Course {
  std::vector<double> month; // 0, 0.5, 1 … 12
  // [month] share of the improvement that a complete course typically reaches: 1 = as much as the
  // typical person after it; strong responders pass 1.
  std::vector<Quantiles> share;
  // [month] 0..1, people with a clear change by then: at least clear_change_gain (a quarter) of the
  // unevenness smoothed, the least that studies rate as an improvement.
  std::vector<float> share_clear;
  std::vector<EightInTen> share_clear_anywhere; // [month] the same at clinics of all kinds
};

} // namespace rt
