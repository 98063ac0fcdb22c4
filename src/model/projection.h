#pragma once
// The model's public face: people, time courses with bands, milestones, course of sessions.
// Numbers only; everything is computed from Parameters (model.json), Factors and a Population.

#include "model/factors.h"
#include "model/parameters.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace rt {

enum class Sign : std::uint8_t { redness, swelling, bruising, tightness, flaking, pores };
inline constexpr std::size_t kSigns = 6;

// Levels of every band and quantile set, ascending.
inline constexpr std::array<double, 7> kLevels{0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95};
inline constexpr std::size_t kLevelCount = kLevels.size();
inline constexpr std::size_t kP10 = 1, kP25 = 2, kMedian = 3, kP75 = 4, kP90 = 5;
using Quantiles = std::array<float, kLevelCount>; // ascending values at kLevels

// Square-root time: t_i = horizon_h * (i / (points-1))^2, hours after the treatment.
struct TimeAxis {
  double horizon_h = 336.0; // 14 days
  std::size_t points = 96;
  double hour(std::size_t i) const {
    const double x = static_cast<double>(i) / static_cast<double>(points - 1);
    return horizon_h * x * x;
  }
};

// A virtual person: standard-normal scores, correlated within the person, drawn quasi-randomly.
// The same (n, seed) gives the same bits natively and in wasm.
class Population;
Population draw_population(const Parameters &, std::size_t n, std::uint64_t seed);

// Severity of one sign over time, in people: 0 = none, 1 = the strongest usually seen.
struct SignBand {
  std::vector<Quantiles> at;         // [point] severity quantiles among all people
  std::vector<float> share_visible;  // [point] 0..1, people in whom the sign can be seen (or felt)
  double visible_above = 0.1;        // severity from which it is seen
  double incidence = 1.0;            // 0..1, share of people who get the sign at all
  Quantiles hours_until_not_visible; // 0 for people in whom it is never visible
  Quantiles peak_hour;
};

enum class Milestone : std::uint8_t {
  make_up,         // advice: hours after which make-up is usually allowed
  not_visibly_red, // modelled
  looks_normal,    // modelled: no sign visible to others (tightness is felt, not seen)
  exercise,        // advice
  sun,             // advice: long sun and tanning beds
  next_session,    // advice: weeks_between
  first_result,    // modelled: first visible change of the result
};
inline constexpr std::size_t kMilestones = 7;

struct MilestoneTime {
  bool advice = false;  // true: `advised_h` is what clinics advise, nothing is computed
  double advised_h = 0; // hours after the treatment
  Quantiles hours{};    // modelled milestones only
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
};

// Everything the widget shows for one set of factors.
struct Projection {
  TimeAxis axis;
  std::array<SignBand, kSigns> sign;
  std::array<MilestoneTime, kMilestones> milestone;
  Course course;
  double dark_spot_probability = 0; // 0..1, post-inflammatory hyperpigmentation after the course
};

// The course of 1 .. kMostSessions sessions at the interval and with the PRP of `factors`, whose
// own number of sessions does not matter; [0] = one session. Requires valid(factors), non-empty
// a Population.
inline constexpr std::size_t kMostSessions = 6;
std::array<Course, kMostSessions> courses_by_sessions(const Parameters &, const Factors &,
                                                      const Population &);

// Interpolated on the axis; `hour` is clamped to 0 .. horizon_h.
Quantiles severity_at(const Projection &, Sign, double hour);
double share_visible_at(const Projection &, Sign, double hour);

// Renews `out` completely, reusing its memory. Requires valid(factors) and a non-empty Population.
void project(const Parameters &, const Factors &, const Population &, const TimeAxis &,
             Projection &out);

// Hours by which the median of `looks_normal` would change if this one aftercare choice (or PRP)
// were the other way round. Negative = it would be sooner with the other setting.
// `saves_h` is signed for the factor being ON against OFF: negative = on shortens recovery.
enum class Choice : std::uint8_t {
  prp,
  water,
  sun_protection,
  moisturiser,
  serum,
  no_makeup_24h,
  gentle_care,
  anti_inflammatory,
  ice,
  arnica_bromelain,
};
inline constexpr std::size_t kChoices = 10;
struct ChoiceEffect {
  double on_minus_off_h = 0; // change of the median of looks_normal, on against off
  char strength = 'D'; // evidence A controlled … D convention: not known to the numbers, the
                       // caller takes it from the content by choice_parameter()
};
// The parameter that carries a choice's effect, and with it the strength of evidence.
Parameter choice_parameter(Choice);
std::array<ChoiceEffect, kChoices> choice_effects(const Parameters &, const Factors &,
                                                  const Population &);

} // namespace rt
