#pragma once
// Quantiles of many values without sorting them all.

#include "model/signs.h"

#include <span>

namespace rt {

// Values at kLevels: the smallest value that at least this share of `values` does not exceed.
// Exact. `values` is not empty and all are finite.
Quantiles exact_quantiles(std::span<const float> values);

// How many of n ascending values the smallest value needs below or at it to reach a share: 1 .. n.
std::size_t rank_of_share(double share, std::size_t n);

} // namespace rt
