#include "model/clinics.h"

#include "model/numeric/portable_math.h"
#include "model/people.h"
#include "result.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {

namespace {

constexpr double kTenth = 1.2815515655446004; // normal quantile of 0.9
// A share of none or of all of the people drawn is known to about half a person.
constexpr double kLeastShare = 0.5 / static_cast<double>(kPopulationSize);
double log_odds(double share) { return logit(std::clamp(share, kLeastShare, 1.0 - kLeastShare)); }

// A clinic at which everything takes `ratio` times as long shows at `hour` what the typical one shows
// at hour / ratio. On the square-root axis that is one factor for all points.
struct Pace {
  double factor;
  explicit Pace(double ratio) : factor(1.0 / std::sqrt(ratio)) {}
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

// Shares of people over severity, in bins: what the quantiles of several clinics make together.
class Mixture {
public:
  void clear() { share_.fill(0.0f); }
  // People between two quantiles are taken to stand halfway.
  void add(const Quantiles &from, const Quantiles &to, float into) {
    const auto at = [&](std::size_t level) {
      return from[level] + into * (to[level] - from[level]);
    };
    put(at(0), static_cast<float>(kLevels.front()));
    for (std::size_t level = 1; level < kLevelCount; ++level) {
      const float low = at(level - 1), high = at(level);
      const auto share = static_cast<float>(kLevels[level] - kLevels[level - 1]) / kParts;
      for (int part = 0; part < kParts; ++part)
        put(low + (high - low) * (static_cast<float>(part) + 0.5f) / kParts, share);
    }
    put(at(kLevelCount - 1), static_cast<float>(1.0 - kLevels.back()));
  }
  EightInTen range(float all) const { return {level(0.1f * all), level(0.9f * all)}; }

private:
  static constexpr int kParts = 2;
  static constexpr std::size_t kBins = 128;
  std::array<float, kBins> share_{};

  void put(float severity, float share) {
    const float place = std::clamp(severity, 0.0f, 1.0f) * static_cast<float>(kBins - 1);
    share_[static_cast<std::size_t>(place + 0.5f)] += share;
  }
  float level(float wanted) const {
    float below = 0.0f;
    for (std::size_t bin = 0; bin < kBins; ++bin) {
      if (below + share_[bin] >= wanted) {
        const float into = (wanted - below) / share_[bin] - 0.5f;
        return std::max(0.0f, static_cast<float>(bin) + into) / static_cast<float>(kBins - 1);
      }
      below += share_[bin];
    }
    return 1.0f;
  }
};

// Normal quantiles at the middles of eight equal parts.
constexpr std::array<double, 4> kEighths{0.15731068, 0.48877641, 0.88714656, 1.53412054};

void severities(const Parameters &p, SignBand &sign) {
  std::array<Pace, 8> paces{Pace(1), Pace(1), Pace(1), Pace(1), Pace(1), Pace(1), Pace(1), Pace(1)};
  for (std::size_t i = 0; i < kEighths.size(); ++i) {
    paces[2 * i] = Pace(portable_exp(p.omega_clinic * kEighths[i]));
    paces[2 * i + 1] = Pace(portable_exp(-p.omega_clinic * kEighths[i]));
  }
  const std::size_t points = sign.at.size();
  sign.at_anywhere.resize(points);
  Mixture mixture;
  for (std::size_t i = 0; i < points; ++i) {
    mixture.clear();
    for (const Pace &pace : paces) {
      const Pace::At at = pace.at(i, points);
      mixture.add(sign.at[at.point], sign.at[at.point + 1], at.into);
    }
    sign.at_anywhere[i] = mixture.range(static_cast<float>(paces.size()));
  }
}

void shares(const Parameters &p, SignBand &sign) {
  const Pace quick(portable_exp(-kTenth * p.omega_clinic)),
      slow(portable_exp(kTenth * p.omega_clinic));
  const std::size_t points = sign.share_visible.size();
  const auto share_at = [&](const Pace &pace, std::size_t i) {
    const Pace::At at = pace.at(i, points);
    const float from = sign.share_visible[at.point], to = sign.share_visible[at.point + 1];
    return log_odds(static_cast<double>(from + at.into * (to - from)));
  };
  const double of_share = kTenth * p.omega_clinic_share;
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
  const double here = log_odds(share), apart = kTenth * p.omega_clinic_share;
  return {static_cast<float>(logistic(here - apart)), static_cast<float>(logistic(here + apart))};
}

void spread_over_clinics(const Parameters &p, const TimeAxis &axis, SignBand &sign) {
  RT_CHECK(sign.at.size() == axis.points && sign.share_visible.size() == axis.points);
  severities(p, sign);
  shares(p, sign);
  sign.incidence_anywhere = share_anywhere(p, sign.incidence);
}

} // namespace rt
