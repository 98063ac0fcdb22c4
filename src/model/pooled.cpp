// Several treatments together, for who does not know which one it will be.

#include "model/clinics.h"
#include "model/fast/quantiles.h"
#include "model/fast/times.h"
#include "model/people.h"
#include "model/projection.h"
#include "model/scenario.h"
#include "result.h"

#include <algorithm>

namespace rt {

namespace {

// The share of people at or below `x`. Between two quantiles people are spread evenly, and beyond
// the outer ones as far again as to the next.
double share_by(const Quantiles &q, double x) {
  const auto at = [&](std::size_t i) { return static_cast<double>(q[i]); };
  constexpr std::size_t kLast = kLevelCount - 1;
  const double low = std::max(0.0, 2.0 * at(0) - at(1)), high = 2.0 * at(kLast) - at(kLast - 1);
  const auto ramp = [&](double from, double to, double begin, double end) {
    return to > from ? begin + (end - begin) * (x - from) / (to - from) : end;
  };
  if (x < low) return 0.0;
  if (x < at(0)) return ramp(low, at(0), 0.0, kLevels[0]);
  for (std::size_t i = 1; i < kLevelCount; ++i)
    if (x < at(i)) return ramp(at(i - 1), at(i), kLevels[i - 1], kLevels[i]);
  return x < high ? ramp(at(kLast), high, kLevels[kLast], 1.0) : 1.0;
}

// The quantiles of people of whom an equal part has each of `parts`.
template <class PartOf> Quantiles mixed(std::size_t parts, PartOf part) {
  float low = part(0)[0], high = part(0)[kLevelCount - 1];
  for (std::size_t k = 1; k < parts; ++k) {
    low = std::min(low, part(k)[0]);
    high = std::max(high, part(k)[kLevelCount - 1]);
  }
  Quantiles out{};
  for (std::size_t level = 0; level < kLevelCount; ++level) {
    double from = static_cast<double>(low), to = static_cast<double>(high);
    for (int halving = 0; halving < 24; ++halving) {
      const double middle = 0.5 * (from + to);
      double share = 0.0;
      for (std::size_t k = 0; k < parts; ++k) share += share_by(part(k), middle);
      (share < kLevels[level] * static_cast<double>(parts) ? from : to) = middle;
    }
    out[level] = static_cast<float>(to);
  }
  return out;
}

template <class ValueOf> auto mean(std::size_t parts, ValueOf value) {
  auto sum = value(0);
  for (std::size_t k = 1; k < parts; ++k) sum += value(k);
  return sum / static_cast<decltype(sum)>(parts);
}

void pool_sign(const Parameters &p, std::span<const Projection> parts, const TimeAxis &axis,
               std::size_t sign, SignBand &out) {
  const std::size_t n = parts.size();
  const auto of = [&](std::size_t k) -> const SignBand & { return parts[k].sign[sign]; };
  out.visible_above = of(0).visible_above;
  out.at.resize(axis.points);
  out.share_visible.resize(axis.points);
  for (std::size_t i = 0; i < axis.points; ++i) {
    out.at[i] = mixed(n, [&](std::size_t k) -> const Quantiles & { return of(k).at[i]; });
    out.share_visible[i] = mean(n, [&](std::size_t k) { return of(k).share_visible[i]; });
  }
  out.incidence = mean(n, [&](std::size_t k) { return of(k).incidence; });
  for (Quantiles SignBand::*times :
       {&SignBand::hours_until_not_visible, &SignBand::peak_hour,
        &SignBand::hours_until_not_visible_anywhere, &SignBand::peak_hour_anywhere})
    out.*times = mixed(n, [&](std::size_t k) -> const Quantiles & { return of(k).*times; });
  spread_over_clinics(p, axis, out);
}

void pool_course(const Parameters &p, std::span<const Projection> parts, Course &out) {
  const std::size_t n = parts.size();
  out = parts[0].course;
  for (std::size_t m = 0; m < out.month.size(); ++m) {
    out.share[m] =
        mixed(n, [&](std::size_t k) -> const Quantiles & { return parts[k].course.share[m]; });
    out.share_clear[m] = mean(n, [&](std::size_t k) { return parts[k].course.share_clear[m]; });
    out.share_clear_anywhere[m] = share_anywhere(p, static_cast<double>(out.share_clear[m]));
  }
}

} // namespace

void project_pooled(const Parameters &p, std::span<const Factors> treatments,
                    const Population &people, const TimeAxis &axis, Projection &out) {
  RT_CHECK(!treatments.empty());
  static thread_local std::vector<Projection> parts;
  parts.resize(treatments.size());
  for (std::size_t k = 0; k < parts.size(); ++k) project(p, treatments[k], people, axis, parts[k]);
  const std::size_t n = parts.size();
  out.axis = axis;
  for (std::size_t i = 0; i < kSigns; ++i) pool_sign(p, parts, axis, i, out.sign[i]);
  out.milestone = parts[0].milestone; // advice is the same for all
  for (std::size_t m = 0; m < kMilestones; ++m) {
    if (out.milestone[m].advice) continue;
    for (Quantiles MilestoneTime::*hours : {&MilestoneTime::hours, &MilestoneTime::hours_anywhere})
      out.milestone[m].*hours = mixed(
          n, [&](std::size_t k) -> const Quantiles & { return parts[k].milestone[m].*hours; });
  }
  pool_course(p, parts, out.course);
  out.event = parts[0].event;
  for (std::size_t e = 0; e < kEvents; ++e) {
    EventChance &event = out.event[e];
    event.probability = mean(n, [&](std::size_t k) { return parts[k].event[e].probability; });
    if (event.probability < 1.0) event.anywhere = share_anywhere(p, event.probability);
  }
}

Quantiles hours_red(const Parameters &p, std::span<const Factors> treatments,
                    const Population &people) {
  RT_CHECK(!treatments.empty() && people.size() > 0);
  std::vector<float> all, hours(people.lanes());
  for (const Factors &factors : treatments) {
    const Scenario s = scenario_of(p, factors);
    compute_hours_until_below(s, people, Sign::redness, visible_above(s, Sign::redness), hours);
    all.insert(all.end(), hours.begin(),
               hours.begin() + static_cast<std::ptrdiff_t>(people.size()));
  }
  return exact_quantiles(all);
}

} // namespace rt
