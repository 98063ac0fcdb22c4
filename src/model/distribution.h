#pragma once
// How one quantity is spread over all people: shares, quantiles, and counts of people that readers
// understand. Exact: what share_by says of value_at(share) is never less than that share.

#include "model/signs.h"

#include <cstddef>
#include <span>
#include <vector>

namespace rt {

class Distribution {
public:
  // Of nobody: every answer is 0.
  Distribution() = default;
  explicit Distribution(std::vector<float> values);

  std::size_t size() const { return ascending_.size(); }
  std::span<const float> ascending() const { return ascending_; }

  // Share of people (0..1) whose value is at most `value`.
  double share_by(double value) const;
  // Smallest value that at least this share (0..1) of people does not exceed.
  double value_at(double share) const;
  // At kLevels.
  Quantiles quantiles() const;
  // How many of `people`, rounded, have a value of at most `value`: "16 of 20 people".
  int count_by(double value, int people = 20) const;
  // `count` values that stand for equal shares of people, ascending: quantile dots.
  std::vector<float> dots(std::size_t count = 20) const;

private:
  std::vector<float> ascending_;
};

} // namespace rt
