#pragma once
// What every benchmark here works on: one usual treatment, people as the widget draws them, and the
// constants of their curves for the versions that are written without the model's own fast code.

#include "model/fast/bands.h"
#include "model/people.h"
#include "model/projection.h"
#include "model/time_courses.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace rt::bench {

inline Factors usual_treatment() {
  Factors factors;
  factors.depth_mm = 1.5;
  return factors;
}

// Everything that the seven signs' curves of one person need; the names are those of the formulas in
// scalar_bands(). The JavaScript versions read the same array.
enum Constant : std::size_t {
  red_strength,
  red_scale,
  red_fall,
  swell_strength,
  swell_scale,
  swell_fall,
  pores_ratio,
  dots,
  dots_rate,
  red,
  red_rate,
  yellow,
  yellow_rate,
  hot,
  dry_scale,
  dry_rate,
  flake_scale,
  flake_rate,
  kConstants
};
using PersonConstants = std::array<float, kConstants>;

// What no person changes: share and rate of the flush and rate of the rise, of redness and
// swelling; the rate at which tight skin cools.
inline std::array<float, 7> shared_constants(const Scenario &s) {
  std::array<float, 7> all;
  std::size_t i = 0;
  for (const TwoPhase &phase : {s.redness, s.swelling})
    for (const double x : {phase.early, phase.early_rate, phase.rise})
      all[i++] = static_cast<float>(x);
  all[i] = static_cast<float>(s.hot_rate);
  return all;
}

inline PersonConstants constants_of(const Scenario &s, const Person &person) {
  const PersonCourse c = course_of(s, person);
  const auto unit = [](double a, double b) { return 1.0 / (rise_and_fall_height(a, b) * (a - b)); };
  const double three_steps = std::exp(2.0) / 4.0;
  const double turned = c.hemoglobin_rate * c.yellow / (c.bilirubin_rate - c.hemoglobin_rate);
  std::array<double, kConstants> all{};
  all[red_strength] = c.redness_strength;
  all[red_scale] = c.redness_strength * c.redness.late * unit(c.redness.rise, c.redness.fall);
  all[red_fall] = c.redness.fall;
  all[swell_strength] = c.swelling_strength;
  all[swell_scale] = c.swelling_strength * c.swelling.late * unit(c.swelling.rise, c.swelling.fall);
  all[swell_fall] = c.swelling.fall;
  all[pores_ratio] = c.pores_strength / c.swelling_strength;
  all[dots] = c.marks; // those of a pen
  all[dots_rate] = c.marks_rate;
  all[red] = c.ecchymosis * (1.0 + turned);
  all[red_rate] = c.hemoglobin_rate;
  all[yellow] = c.ecchymosis * turned;
  all[yellow_rate] = c.bilirubin_rate;
  all[hot] = c.hot_tightness;
  all[dry_scale] = c.dry_tightness * c.dry_rate * c.dry_rate * three_steps;
  all[dry_rate] = c.dry_rate;
  all[flake_scale] = c.flaking * c.flaking_rate * c.flaking_rate * three_steps;
  all[flake_rate] = c.flaking_rate;
  PersonConstants singles;
  std::transform(all.begin(), all.end(), singles.begin(),
                 [](double x) { return static_cast<float>(x); });
  return singles;
}

inline std::vector<PersonConstants> constants_of(const Scenario &s, const Population &people) {
  std::vector<PersonConstants> all;
  for (std::size_t i = 0; i < people.size(); ++i) all.push_back(constants_of(s, people.person(i)));
  return all;
}

// The bands written plainly: an exponential wherever the formula has one, and nth_element.
class ScalarBands {
public:
  ScalarBands(const Scenario &s, const Population &people)
      : shared_(shared_constants(s)), population_(constants_of(s, people)) {
    for (std::size_t i = 0; i < kSigns; ++i)
      visible_[i] = static_cast<float>(visible_above(s, static_cast<Sign>(i)));
  }

  void compute(const TimeAxis &axis, std::array<SignBand, kSigns> &out) {
    for (SignBand &band : out) {
      band.at.resize(axis.points);
      band.share_visible.resize(axis.points);
    }
    for (std::vector<float> &column : columns_) column.resize(population_.size());
    for (std::size_t i = 0; i < axis.points; ++i) {
      const float t = static_cast<float>(axis.hour(i));
      for (std::size_t p = 0; p < population_.size(); ++p) severities(population_[p], t, p);
      for (std::size_t s = 0; s < kSigns; ++s)
        read(columns_[s], visible_[s], out[s].at[i], out[s].share_visible[i]);
    }
  }

private:
  void severities(const PersonConstants &c, float t, std::size_t p) {
    const float flush = shared_[0] * std::exp(-shared_[1] * t);
    const float puff = shared_[3] * std::exp(-shared_[4] * t);
    const float swollen =
        c[swell_strength] * puff +
        c[swell_scale] * (std::exp(-c[swell_fall] * t) - std::exp(-shared_[5] * t)) * (1.0f - puff);
    const float tight =
        c[hot] * std::exp(-shared_[6] * t) + c[dry_scale] * t * t * std::exp(-c[dry_rate] * t);
    columns_[0][p] =
        c[red_strength] * flush +
        c[red_scale] * (std::exp(-c[red_fall] * t) - std::exp(-shared_[2] * t)) * (1.0f - flush);
    columns_[1][p] = swollen;
    columns_[2][p] = c[dots] * std::exp(-c[dots_rate] * t);
    columns_[3][p] =
        c[red] * std::exp(-c[red_rate] * t) - c[yellow] * std::exp(-c[yellow_rate] * t);
    columns_[4][p] = tight / (1.0f + tight);
    columns_[5][p] = c[flake_scale] * t * t * std::exp(-c[flake_rate] * t);
    columns_[6][p] = swollen * c[pores_ratio];
  }

  static void read(std::vector<float> &values, float visible, Quantiles &quantiles, float &share) {
    share = static_cast<float>(
                std::count_if(values.begin(), values.end(), [&](float x) { return x > visible; })) /
            static_cast<float>(values.size());
    auto from = values.begin();
    for (std::size_t level = 0; level < kLevelCount; ++level) {
      const double place = std::ceil(kLevels[level] * static_cast<double>(values.size()));
      const auto at = values.begin() + static_cast<std::ptrdiff_t>(place) - 1;
      std::nth_element(from, at, values.end());
      quantiles[level] = *at;
      from = at;
    }
  }

  std::array<float, 7> shared_;
  std::vector<PersonConstants> population_;
  std::array<float, kSigns> visible_{};
  std::array<std::vector<float>, kSigns> columns_;
};

} // namespace rt::bench
