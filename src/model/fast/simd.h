#pragma once
// Four floats at a time, or several fours side by side, and their elementary functions. Only for
// the
// *_simd.cpp files. Nothing but + - * / and bit patterns, so that all platforms give the same bits.
//
// Code that waits for its own results (Newton steps) goes faster with several fours, whose chains
// of operations fill each other's gaps; code with many running values goes faster with one.

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace rt::simd {

typedef float f32x4 __attribute__((vector_size(16)));
typedef std::int32_t i32x4 __attribute__((vector_size(16)));

template <std::size_t N> struct Wide {
  f32x4 part[N]; // side by side
};
template <std::size_t N> struct WideMask {
  i32x4 part[N]; // per lane all bits or none
};

template <class F> inline constexpr std::size_t kLanes = 4;
template <std::size_t N> inline constexpr std::size_t kLanes<Wide<N>> = 4 * N;

// F is f32x4 or a Wide in what follows.
template <class F> F splat(float x);
template <> inline f32x4 splat<f32x4>(float x) { return f32x4{x, x, x, x}; }
template <class F> F splat(double x) { return splat<F>(static_cast<float>(x)); }

template <class F> F load(const float *at);
template <> inline f32x4 load<f32x4>(const float *at) {
  f32x4 x;
  std::memcpy(&x, at, sizeof x);
  return x;
}
inline void store(float *at, f32x4 x) { std::memcpy(at, &x, sizeof x); }

// Per lane: mask (as comparisons give) ? a : b.
inline f32x4 select(i32x4 mask, f32x4 a, f32x4 b) { return mask ? a : b; }
inline f32x4 min(f32x4 a, f32x4 b) { return a < b ? a : b; }
inline f32x4 max(f32x4 a, f32x4 b) { return a > b ? a : b; }
inline f32x4 abs(f32x4 x) {
  return reinterpret_cast<f32x4>(reinterpret_cast<i32x4>(x) & 0x7FFFFFFF);
}

// Two lanes at once leave a vector in less time than one by one.
typedef std::uint64_t u64x2 __attribute__((vector_size(16)));
inline bool all(i32x4 mask) { // a comparison that holds is -1
  const u64x2 pairs = reinterpret_cast<u64x2>(mask);
  return (pairs[0] & pairs[1]) == ~std::uint64_t{0};
}
template <class Do> void each_lane(i32x4 x, const Do &act) {
  const u64x2 pairs = reinterpret_cast<u64x2>(x);
  const std::uint64_t near = pairs[0], far = pairs[1];
  act(static_cast<std::uint32_t>(near));
  act(static_cast<std::uint32_t>(near >> 32));
  act(static_cast<std::uint32_t>(far));
  act(static_cast<std::uint32_t>(far >> 32));
}
// 0 in the other lanes.
inline f32x4 first_lanes(f32x4 x, std::size_t lanes) {
  const i32x4 lane{0, 1, 2, 3};
  return select(lane < static_cast<std::int32_t>(lanes), x, splat<f32x4>(0.0f));
}

// Relative error < 2e-7 for -80 <= x <= 88; 0 below, so that no number comes near the subnormal
// ones, which are slow; e^88 above.
inline f32x4 exp_inlined(f32x4 x) {
  const i32x4 above_zero = x > splat<f32x4>(-80.0f);
  x = min(max(x, splat<f32x4>(-80.0f)), splat<f32x4>(88.0f));
  const f32x4 magic = splat<f32x4>(12582912.0f); // 1.5 * 2^23: adding it rounds to a whole number
  const f32x4 shifted = x * 1.44269504f + magic;
  const f32x4 n = shifted - magic;
  const f32x4 r = (x - n * 0.693359375f) + n * 2.12194440e-4f;
  f32x4 p = splat<f32x4>(1.9875691500e-4f);
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = (p * r * r + r) + 1.0f;
  const i32x4 power = (reinterpret_cast<i32x4>(shifted) << 23) + (127 << 23);
  const f32x4 y = p * reinterpret_cast<f32x4>(power);
  return reinterpret_cast<f32x4>(reinterpret_cast<i32x4>(y) & above_zero);
}

// Natural logarithm of x > 0; absolute error < 1e-7 near 1, relative error < 2e-7 elsewhere.
inline f32x4 log_inlined(f32x4 x) {
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

// Functions to call, for copies of them in every place would make the module 90 KB larger.
[[gnu::noinline]] inline f32x4 exp(f32x4 x) { return exp_inlined(x); }
[[gnu::noinline]] inline f32x4 log(f32x4 x) { return log_inlined(x); }
template <std::size_t N> [[gnu::noinline]] Wide<N> exp(const Wide<N> &x) {
  Wide<N> y;
  for (std::size_t i = 0; i < N; ++i) y.part[i] = exp_inlined(x.part[i]);
  return y;
}
template <std::size_t N> [[gnu::noinline]] Wide<N> log(const Wide<N> &x) {
  Wide<N> y;
  for (std::size_t i = 0; i < N; ++i) y.part[i] = log_inlined(x.part[i]);
  return y;
}

// The same part by part.
#define RT_WIDE_OPERATOR(op)                                                                       \
  template <std::size_t N> inline Wide<N> operator op(Wide<N> a, const Wide<N> &b) {               \
    for (std::size_t i = 0; i < N; ++i) a.part[i] = a.part[i] op b.part[i];                        \
    return a;                                                                                      \
  }                                                                                                \
  template <std::size_t N> inline Wide<N> operator op(Wide<N> a, float b) {                        \
    for (std::size_t i = 0; i < N; ++i) a.part[i] = a.part[i] op b;                                \
    return a;                                                                                      \
  }                                                                                                \
  template <std::size_t N> inline Wide<N> operator op(float a, Wide<N> b) {                        \
    for (std::size_t i = 0; i < N; ++i) b.part[i] = a op b.part[i];                                \
    return b;                                                                                      \
  }                                                                                                \
  template <std::size_t N> inline Wide<N> &operator op##=(Wide<N> &a, const Wide<N> &b) {          \
    return a = a op b;                                                                             \
  }
RT_WIDE_OPERATOR(+)
RT_WIDE_OPERATOR(-)
RT_WIDE_OPERATOR(*)
RT_WIDE_OPERATOR(/)
#undef RT_WIDE_OPERATOR

template <std::size_t N> inline Wide<N> operator-(Wide<N> a) {
  for (std::size_t i = 0; i < N; ++i) a.part[i] = -a.part[i];
  return a;
}

#define RT_WIDE_COMPARISON(op)                                                                     \
  template <std::size_t N> inline WideMask<N> operator op(const Wide<N> &a, const Wide<N> &b) {    \
    WideMask<N> mask;                                                                              \
    for (std::size_t i = 0; i < N; ++i) mask.part[i] = a.part[i] op b.part[i];                     \
    return mask;                                                                                   \
  }
RT_WIDE_COMPARISON(<)
RT_WIDE_COMPARISON(>)
#undef RT_WIDE_COMPARISON

template <std::size_t N>
inline Wide<N> select(const WideMask<N> &mask, Wide<N> a, const Wide<N> &b) {
  for (std::size_t i = 0; i < N; ++i) a.part[i] = select(mask.part[i], a.part[i], b.part[i]);
  return a;
}

template <std::size_t N> inline Wide<N> abs(Wide<N> x) {
  for (std::size_t i = 0; i < N; ++i) x.part[i] = abs(x.part[i]);
  return x;
}
template <std::size_t N> inline Wide<N> min(Wide<N> a, const Wide<N> &b) {
  for (std::size_t i = 0; i < N; ++i) a.part[i] = min(a.part[i], b.part[i]);
  return a;
}
template <std::size_t N> inline Wide<N> max(Wide<N> a, const Wide<N> &b) {
  for (std::size_t i = 0; i < N; ++i) a.part[i] = max(a.part[i], b.part[i]);
  return a;
}

template <class F> inline F splat(float x) {
  F all;
  for (f32x4 &part : all.part) part = splat<f32x4>(x);
  return all;
}
template <class F> inline F load(const float *at) {
  F all;
  for (std::size_t i = 0; i < sizeof all.part / sizeof all.part[0]; ++i)
    all.part[i] = load<f32x4>(at + 4 * i);
  return all;
}
template <std::size_t N> inline void store(float *at, const Wide<N> &x) {
  for (std::size_t i = 0; i < N; ++i) store(at + 4 * i, x.part[i]);
}

// Square root of x >= 0 within 4 %, by halving the exponent: for first guesses.
template <std::size_t N> inline Wide<N> rough_root(Wide<N> x) {
  for (f32x4 &part : x.part)
    part = reinterpret_cast<f32x4>((reinterpret_cast<i32x4>(part) >> 1) + 0x1FBD1DF5);
  return x;
}

template <std::size_t N> inline bool any_above_zero(const Wide<N> &x) {
  f32x4 most = x.part[0];
  for (std::size_t i = 1; i < N; ++i) most = max(most, x.part[i]);
  return most[0] > 0.0f || most[1] > 0.0f || most[2] > 0.0f || most[3] > 0.0f;
}

// e^{-rate t} stepped along t = step i^2: the factor from one i to the next itself steps by a
// constant factor, so two multiplications replace each exponential.
struct Decay {
  f32x4 value, factor, factor_step;

  Decay() = default;
  Decay(f32x4 rate, float step) : value(splat<f32x4>(1.0f)), factor(exp(-rate * step)) {
    factor_step = factor * factor;
  }
  void advance() {
    value *= factor;
    factor *= factor_step;
  }
  // From the next time on, every other one.
  void double_step() {
    advance();
    factor *= factor * factor_step;
    factor_step *= factor_step;
    factor_step *= factor_step;
  }
  // What is too small to matter becomes 0 long before it is subnormal, which is slow. Called every
  // sixteen steps or so.
  void flush() {
    constexpr float kTooSmall = 1e-12f;
    value = select(value > splat<f32x4>(kTooSmall), value, splat<f32x4>(0.0f));
  }
};

} // namespace rt::simd
