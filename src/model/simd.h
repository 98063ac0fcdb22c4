#pragma once
// Four floats at a time, and the elementary functions of them. Only for the *_simd.cpp files.
// Nothing but + - * / and bit patterns, so that all platforms give the same bits.

#include <cstdint>
#include <cstring>

namespace rt::simd {

typedef float f32x4 __attribute__((vector_size(16)));
typedef std::int32_t i32x4 __attribute__((vector_size(16)));

inline f32x4 splat(float x) { return f32x4{x, x, x, x}; }
inline f32x4 splat(double x) { return splat(static_cast<float>(x)); }

inline f32x4 load(const float *at) {
  f32x4 x;
  std::memcpy(&x, at, sizeof x);
  return x;
}
inline void store(float *at, f32x4 x) { std::memcpy(at, &x, sizeof x); }

// Per lane: mask (all bits set or none, as comparisons give) ? a : b.
inline f32x4 select(i32x4 mask, f32x4 a, f32x4 b) {
  return reinterpret_cast<f32x4>((reinterpret_cast<i32x4>(a) & mask) |
                                 (reinterpret_cast<i32x4>(b) & ~mask));
}
inline f32x4 min(f32x4 a, f32x4 b) { return select(a < b, a, b); }
inline f32x4 max(f32x4 a, f32x4 b) { return select(a > b, a, b); }
inline f32x4 abs(f32x4 x) {
  return reinterpret_cast<f32x4>(reinterpret_cast<i32x4>(x) & 0x7FFFFFFF);
}

// Relative error < 2e-7 for -87 <= x <= 88; clamped outside.
inline f32x4 exp(f32x4 x) {
  x = min(max(x, splat(-87.0f)), splat(88.0f));
  const f32x4 magic = splat(12582912.0f); // 1.5 * 2^23: adding it rounds to a whole number
  const f32x4 shifted = x * 1.44269504f + magic;
  const f32x4 n = shifted - magic;
  const f32x4 r = (x - n * 0.693359375f) + n * 2.12194440e-4f;
  f32x4 p = splat(1.9875691500e-4f);
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = (p * r * r + r) + 1.0f;
  const i32x4 power = (reinterpret_cast<i32x4>(shifted) << 23) + (127 << 23);
  return p * reinterpret_cast<f32x4>(power);
}

// Natural logarithm of x > 0; absolute error < 1e-7 near 1, relative error < 2e-7 elsewhere.
inline f32x4 log(f32x4 x) {
  const i32x4 bits = reinterpret_cast<i32x4>(x);
  // Mantissa in [sqrt(1/2), sqrt 2): the exponent steps where the mantissa passes sqrt 2.
  const i32x4 shifted = bits - 0x3F3504F3;
  const i32x4 exponent = shifted >> 23;
  const f32x4 m = reinterpret_cast<f32x4>((shifted & 0x007FFFFF) + 0x3F3504F3);
  const f32x4 s = (m - 1.0f) / (m + 1.0f);
  const f32x4 s2 = s * s;
  const f32x4 series = s2 * (0.33333333f + s2 * (0.2f + s2 * (0.14285714f + s2 * 0.11111111f)));
  const f32x4 e = __builtin_convertvector(exponent, f32x4);
  return e * 0.693359375f + (2.0f * s + (2.0f * s * series - e * 2.12194440e-4f));
}

// e^{-rate t} stepped along t = step i^2: the factor from one i to the next itself steps by a
// constant factor, so two multiplications replace each exponential.
struct Decay {
  f32x4 value, factor, factor_step;

  Decay() = default;
  Decay(f32x4 rate, float step) : value(splat(1.0f)), factor(exp(-rate * step)) {
    factor_step = factor * factor;
  }
  void advance() {
    value *= factor;
    factor *= factor_step;
  }
  // Numbers below the normal range are slow and mean nothing here.
  void flush() {
    value = select(value > splat(1e-30f), value, splat(0.0f));
    factor = select(factor > splat(1e-30f), factor, splat(0.0f));
  }
};

} // namespace rt::simd
