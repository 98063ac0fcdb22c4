#include "model/distribution.h"

#include <algorithm>
#include <cmath>

namespace rt {

Distribution::Distribution(std::vector<float> values) : ascending_(std::move(values)) {
  std::sort(ascending_.begin(), ascending_.end());
}

double Distribution::share_by(double value) const {
  if (ascending_.empty()) return 0.0;
  const auto above = std::upper_bound(ascending_.begin(), ascending_.end(), value,
                                      [](double a, float b) { return a < static_cast<double>(b); });
  return static_cast<double>(above - ascending_.begin()) / static_cast<double>(ascending_.size());
}

double Distribution::value_at(double share) const {
  if (ascending_.empty()) return 0.0;
  const double n = static_cast<double>(ascending_.size());
  // Not a number gives the first.
  const double place = std::clamp(std::ceil(share * n), 1.0, n);
  return static_cast<double>(ascending_[static_cast<std::size_t>(place) - 1]);
}

Quantiles Distribution::quantiles() const {
  Quantiles all{};
  for (std::size_t i = 0; i < kLevelCount; ++i) all[i] = static_cast<float>(value_at(kLevels[i]));
  return all;
}

int Distribution::count_by(double value, int people) const {
  return static_cast<int>(std::floor(share_by(value) * static_cast<double>(people) + 0.5));
}

std::vector<float> Distribution::dots(std::size_t count) const {
  std::vector<float> dots(count);
  for (std::size_t i = 0; i < count; ++i)
    dots[i] =
        static_cast<float>(value_at((static_cast<double>(i) + 0.5) / static_cast<double>(count)));
  return dots;
}

} // namespace rt
