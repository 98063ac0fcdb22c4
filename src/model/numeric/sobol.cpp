#include "model/numeric/sobol.h"

#include <array>

namespace rt {

namespace {

// Primitive polynomials (degree s, inner coefficients a) and initial direction numbers for
// dimensions 2 .. 21, as published by S. Joe and F. Y. Kuo (2008). The first dimension is the
// van der Corput sequence.
struct Direction {
  int s;
  std::uint32_t a;
  std::array<std::uint32_t, 7> m;
};
constexpr std::array<Direction, kSobolDimensions - 1> kDirections{{
    {1, 0, {1}},
    {2, 1, {1, 3}},
    {3, 1, {1, 3, 1}},
    {3, 2, {1, 1, 1}},
    {4, 1, {1, 1, 3, 3}},
    {4, 4, {1, 3, 5, 13}},
    {5, 2, {1, 1, 5, 5, 17}},
    {5, 4, {1, 1, 5, 5, 5}},
    {5, 7, {1, 1, 7, 11, 19}},
    {5, 11, {1, 1, 5, 1, 1}},
    {5, 13, {1, 1, 1, 3, 11}},
    {5, 14, {1, 3, 5, 5, 31}},
    {6, 1, {1, 3, 3, 9, 7, 49}},
    {6, 13, {1, 1, 1, 15, 21, 21}},
    {6, 16, {1, 3, 1, 13, 27, 49}},
    {6, 19, {1, 1, 1, 15, 7, 5}},
    {6, 22, {1, 3, 1, 15, 13, 25}},
    {6, 25, {1, 1, 5, 5, 19, 61}},
    {7, 1, {1, 3, 7, 11, 23, 15, 103}},
    {7, 4, {1, 3, 7, 13, 13, 15, 69}},
}};

// Column k flips on bit k of the index.
using Matrix = std::array<std::uint32_t, 32>;
using Matrices = std::array<Matrix, kSobolDimensions>;

Matrices make_matrices() {
  Matrices all{};
  for (int k = 0; k < 32; ++k) all[0][static_cast<std::size_t>(k)] = 1u << (31 - k);
  for (std::size_t d = 1; d < all.size(); ++d) {
    const Direction &direction = kDirections[d - 1];
    Matrix &v = all[d];
    const int s = direction.s;
    for (int k = 0; k < 32; ++k) {
      const auto at = static_cast<std::size_t>(k);
      if (k < s) {
        v[at] = direction.m[at] << (31 - k);
        continue;
      }
      const std::uint32_t before = v[static_cast<std::size_t>(k - s)];
      v[at] = before ^ (before >> s);
      for (int j = 1; j < s; ++j)
        if ((direction.a >> (s - 1 - j)) & 1u) v[at] ^= v[static_cast<std::size_t>(k - j)];
    }
  }
  return all;
}

constexpr std::uint32_t reversed(std::uint32_t x) {
  x = ((x >> 1) & 0x55555555u) | ((x & 0x55555555u) << 1);
  x = ((x >> 2) & 0x33333333u) | ((x & 0x33333333u) << 2);
  x = ((x >> 4) & 0x0F0F0F0Fu) | ((x & 0x0F0F0F0Fu) << 4);
  x = ((x >> 8) & 0x00FF00FFu) | ((x & 0x00FF00FFu) << 8);
  return (x >> 16) | (x << 16);
}

std::uint64_t mixed(std::uint64_t x) {
  x += 0x9E3779B97F4A7C15ull;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ull;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBull;
  return x ^ (x >> 31);
}

// On reversed bits: each bit is flipped as a hash of the bits below it says, which is a nested
// uniform scrambling once the bits are turned round again (the form of S. Laine and T. Karras).
std::uint32_t scrambled(std::uint32_t bits, std::uint32_t seed) {
  std::uint32_t x = reversed(bits);
  x ^= x * 0x3D20ADEAu;
  x += seed;
  x *= (seed >> 16) | 1u;
  x ^= x * 0x05526C56u;
  x ^= x * 0x53A22864u;
  return reversed(x);
}

} // namespace

double sobol(std::uint32_t index, int dimension, std::uint64_t seed) {
  // Made when the program runs: as a table they would be 2.5 KB that no compression makes smaller.
  static const Matrices matrices = make_matrices();
  const Matrix &v = matrices[static_cast<std::size_t>(dimension)];
  std::uint32_t bits = 0;
  for (std::size_t k = 0; index != 0; ++k, index >>= 1)
    if (index & 1u) bits ^= v[k];
  const auto hash = mixed(seed * 64u + static_cast<std::uint64_t>(dimension));
  bits = scrambled(bits, static_cast<std::uint32_t>(hash >> 32));
  return (static_cast<double>(bits) + 0.5) / 4294967296.0;
}

} // namespace rt
