#pragma once
// A scrambled Sobol sequence: points that fill the unit cube more evenly than random ones, the same
// bits on every platform. Any first n points are a good set; powers of two are best.

#include <cstdint>

namespace rt {

inline constexpr int kSobolDimensions = 21;

// Coordinate `dimension` (0 .. kSobolDimensions-1) of point `index`, in the open interval (0, 1).
// Each seed is another scrambling (Owen's, by hashing) of the same sequence.
double sobol(std::uint32_t index, int dimension, std::uint64_t seed);

} // namespace rt
