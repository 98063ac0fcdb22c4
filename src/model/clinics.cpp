#include "model/clinics.h"

#include "model/numeric/portable_math.h"
#include "model/people.h"
#include "result.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {

namespace {

// A share of none or of all of the people drawn is known to about half a person.
constexpr double kLeastShare = 0.5 / static_cast<double>(kPopulationSize);
double log_odds(double share) { return logit(std::clamp(share, kLeastShare, 1.0 - kLeastShare)); }

// A clinic at which everything takes `ratio` times as long shows at `hour` what the typical one shows
// at hour / ratio. On the square-root axis that is one factor for all points.
struct Pace {
  double factor = 1.0;
  struct At {
    std::size_t point;
    float into;
  };
  At at(std::size_t i, std::size_t points) const {
    const double x = std::min(static_cast<double>(i) * factor, static_cast<double>(points - 1));
    const auto point = std::min(static_cast<std::size_t>(x), points - 2);
    return {point, static_cast<float>(x - static_cast<double>(point))};
  }
};
// Of a clinic so many standard deviations from the typical one.
Pace pace_of(const Parameters &p, double deviations) {
  return {1.0 / std::sqrt(portable_exp(p.omega_clinic * deviations))};
}

// The distribution function of severity over several clinics, in people, at the edges of equal bins.
// Between two quantiles people are spread evenly, so each pair adds a ramp.
class Mixture {
public:
  void clear() { slope_ = offset_ = {}; }
  void add(const Quantiles &from, const Quantiles &to, float into) {
    std::array<float, kLevelCount> at{};
    for (std::size_t level = 0; level < kLevelCount; ++level)
      at[level] = std::clamp(from[level] + into * (to[level] - from[level]), 0.0f, 1.0f);
    // Beyond the outer quantiles as far again as to the next ones.
    ramp(std::max(0.0f, 2.0f * at[0] - at[1]), at[0], static_cast<float>(kLevels.front()));
    for (std::size_t level = 1; level < kLevelCount; ++level)
      ramp(at[level - 1], at[level], static_cast<float>(kLevels[level] - kLevels[level - 1]));
    const float top = at[kLevelCount - 1];
    ramp(top, 2.0f * top - at[kLevelCount - 2], static_cast<float>(1.0 - kLevels.back()));
  }
  // Severities that a tenth, and nine tenths, of `all` do not pass.
  EightInTen range(float all) const {
    EightInTen range;
    float slope = 0.0f, offset = 0.0f, below = 0.0f;
    bool low = false;
    for (std::size_t bin = 0; bin < kBins; ++bin) {
      slope += slope_[bin];
      offset += offset_[bin];
      const float here = slope * static_cast<float>(bin) - offset;
      const auto crossing = [&](float wanted) {
        const float into = here > below ? (here - wanted) / (here - below) : 0.0f;
        return std::max(0.0f, static_cast<float>(bin) - into) * kBin;
      };
      if (!low && here >= 0.1f * all) {
        range.p10 = crossing(0.1f * all);
        low = true;
      }
      if (here >= 0.9f * all) {
        range.p90 = crossing(0.9f * all);
        return range;
      }
      below = here;
    }
    range.p90 = 1.0f;
    return range;
  }

private:
  static constexpr std::size_t kBins = 128;
  static constexpr float kBin = 1.0f / static_cast<float>(kBins - 2); // severity
  std::array<float, kBins> slope_{}, offset_{};

  // `share` of people spread evenly from one severity to another; what is narrower than a tenth of a
  // bin is as wide.
  void ramp(float low, float high, float share) {
    const float from = std::min(low, 1.0f) / kBin;
    const float to = std::max(std::min(high, 1.0f) / kBin, from + 0.1f);
    const float slope = share / (to - from);
    turn(from, slope);
    turn(to, -slope);
  }
  void turn(float place, float slope) {
    const auto bin = std::min(static_cast<std::size_t>(std::ceil(place)), kBins - 1);
    slope_[bin] += slope;
    offset_[bin] += slope * place;
  }
};

// Normal quantiles at the middles of eight equal parts.
constexpr std::array<double, 8> kEighths{-1.53412054, -0.88714656, -0.48877641, -0.15731068,
                                         0.15731068,  0.48877641,  0.88714656,  1.53412054};

void severities(const Parameters &p, SignBand &sign) {
  std::array<Pace, kEighths.size()> paces;
  for (std::size_t k = 0; k < paces.size(); ++k) paces[k] = pace_of(p, kEighths[k]);
  const std::size_t points = sign.at.size();
  sign.at_anywhere.resize(points);
  Mixture mixture;
  const auto mixed = [&](std::size_t i) {
    mixture.clear();
    for (const Pace &pace : paces) {
      const Pace::At at = pace.at(i, points);
      mixture.add(sign.at[at.point], sign.at[at.point + 1], at.into);
    }
    return mixture.range(static_cast<float>(paces.size()));
  };
  // Clinics smooth a course so much that every other point is enough.
  std::vector<EightInTen> &all = sign.at_anywhere;
  all[0] = mixed(0);
  for (std::size_t i = 2; i < points; i += 2) {
    all[i] = mixed(i);
    all[i - 1] = {0.5f * (all[i - 2].p10 + all[i].p10), 0.5f * (all[i - 2].p90 + all[i].p90)};
  }
  if (points % 2 == 0) all[points - 1] = mixed(points - 1);
}

void shares(const Parameters &p, SignBand &sign) {
  const Pace quick = pace_of(p, -kNormalP90), slow = pace_of(p, kNormalP90);
  const std::size_t points = sign.share_visible.size();
  const auto share_at = [&](const Pace &pace, std::size_t i) {
    const Pace::At at = pace.at(i, points);
    const float from = sign.share_visible[at.point], to = sign.share_visible[at.point + 1];
    return log_odds(static_cast<double>(from + at.into * (to - from)));
  };
  const double of_share = kNormalP90 * p.omega_clinic_share;
  sign.share_visible_anywhere.resize(points);
  for (std::size_t i = 0; i < points; ++i) {
    const double here = log_odds(static_cast<double>(sign.share_visible[i]));
    const double one = share_at(quick, i), other = share_at(slow, i);
    // Pace and shares of a clinic are independent: their spreads add as squares.
    const double less = std::min({0.0, one - here, other - here}),
                 more = std::max({0.0, one - here, other - here});
    sign.share_visible_anywhere[i] = {
        static_cast<float>(logistic(here - std::sqrt(less * less + of_share * of_share))),
        static_cast<float>(logistic(here + std::sqrt(more * more + of_share * of_share)))};
  }
}

} // namespace

EightInTen share_anywhere(const Parameters &p, double share) {
  const double here = log_odds(share), apart = kNormalP90 * p.omega_clinic_share;
  return {static_cast<float>(logistic(here - apart)), static_cast<float>(logistic(here + apart))};
}

ShareRange share_at_middle_clinics(const Parameters &p, double share) {
  const double here = log_odds(share), apart = kNormalP75 * p.omega_clinic_share;
  return {static_cast<float>(logistic(here - apart)), static_cast<float>(logistic(here + apart))};
}

void spread_over_clinics(const Parameters &p, const TimeAxis &axis, SignBand &sign) {
  RT_CHECK(sign.at.size() == axis.points && sign.share_visible.size() == axis.points);
  severities(p, sign);
  shares(p, sign);
  sign.incidence_anywhere = share_anywhere(p, sign.incidence);
}

} // namespace rt
