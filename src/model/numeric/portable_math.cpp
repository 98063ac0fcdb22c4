#include "model/numeric/portable_math.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace rt {

namespace {

// Its last 32 bits are zero.
constexpr double kLn2High = 6.93147180369123816490e-01;
constexpr double kLn2Low = 1.90821492927058770002e-10;
constexpr double kLn2 = 6.93147180559945286227e-01;
constexpr double kSqrt2 = 1.41421356237309514547;

// std::bit_cast, which the libc++ of older Emscripten lacks.
template <class To, class From> To bit_cast(const From &from) {
  static_assert(sizeof(To) == sizeof(From));
  To to;
  std::memcpy(&to, &from, sizeof to);
  return to;
}

double power_of_two(std::int64_t n) {
  return bit_cast<double>(static_cast<std::uint64_t>(n + 1023) << 52);
}

// 1 / (n + 1)! by n.
constexpr std::array<double, 15> kSeries = [] {
  std::array<double, 15> series{};
  double term = 1.0;
  for (std::size_t n = 0; n < series.size(); ++n) {
    series[n] = term;
    term /= static_cast<double>(n + 2);
  }
  return series;
}();

// Taylor series of e^r - 1 over r, |r| <= ln 2 / 2.
double expm1_over_series(double r) {
  double sum = kSeries.back();
  for (std::size_t n = kSeries.size() - 1; n > 0; --n) sum = sum * r + kSeries[n - 1];
  return sum;
}

} // namespace

double portable_exp(double x) {
  if (x < -708.0) return 0.0;
  if (x > 708.0) x = 708.0;
  const double n = std::floor(x / kLn2 + 0.5);
  const double r = (x - n * kLn2High) - n * kLn2Low;
  return (1.0 + r * expm1_over_series(r)) * power_of_two(static_cast<std::int64_t>(n));
}

double portable_log(double x) {
  constexpr double kSmallest = 2.2250738585072014e-308;
  if (!(x > kSmallest)) x = kSmallest;
  const auto bits = bit_cast<std::uint64_t>(x);
  auto exponent = static_cast<std::int64_t>(bits >> 52) - 1023;
  double m = bit_cast<double>((bits & 0x000FFFFFFFFFFFFFull) | 0x3FF0000000000000ull);
  if (m > kSqrt2) {
    m = m / 2.0;
    ++exponent;
  }
  // ln m = 2 artanh(s); |s| < 0.172, so 11 terms leave less than 1e-17.
  const double s = (m - 1.0) / (m + 1.0);
  const double s2 = s * s;
  double sum = 0.0;
  for (int i = 21; i >= 3; i -= 2) sum = (sum + 1.0 / static_cast<double>(i)) * s2;
  const double e = static_cast<double>(exponent);
  return e * kLn2High + (2.0 * s + (2.0 * s * sum + e * kLn2Low));
}

double portable_cos(double x) {
  constexpr double kTurn = 6.28318530717958647693;
  x -= kTurn * std::floor(x / kTurn + 0.5);
  double sum = 1.0; // Taylor's series, from its end: |x| <= pi
  for (int n = 30; n > 0; n -= 2) sum = 1.0 - sum * x * x / static_cast<double>(n * (n - 1));
  return sum;
}

double portable_erf(double x) {
  constexpr double kTwoOverRootPi = 1.12837916709551257390;
  if (x < -6.0 || x > 6.0) return x < 0.0 ? -1.0 : 1.0;
  double term = x, sum = 0.0; // all terms have one sign, so that none cancels another
  for (double odd = 3.0; sum + term != sum; odd += 2.0) {
    sum += term;
    term *= 2.0 * x * x / odd;
  }
  return kTwoOverRootPi * portable_exp(-x * x) * sum;
}

double portable_pow(double x, double y) { return portable_exp(y * portable_log(x)); }

double one_minus_exp_over(double x) {
  if (x > -0.34 && x < 0.34) return expm1_over_series(-x);
  return (1.0 - portable_exp(-x)) / x;
}

double log_one_plus_over(double x) {
  if (x < -0.01 || x > 0.01) return portable_log(1.0 + x) / x;
  double sum = 0.0;
  for (int i = 9; i >= 1; --i) sum = 1.0 / static_cast<double>(i) - sum * x;
  return sum;
}

double logistic(double x) { return 1.0 / (1.0 + portable_exp(-x)); }

double logit(double p) { return portable_log(p / (1.0 - p)); }

double normal_quantile(double p) {
  // Rational approximations of Peter J. Acklam (2003): a central region and two tails.
  constexpr double a[6] = {-3.969683028665376e+01, 2.209460984245205e+02,  -2.759285104469687e+02,
                           1.383577518672690e+02,  -3.066479806614716e+01, 2.506628277459239e+00};
  constexpr double b[5] = {-5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02,
                           6.680131188771972e+01, -1.328068155288572e+01};
  constexpr double c[6] = {-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
                           -2.549732539343734e+00, 4.374664141464968e+00,  2.938163982698783e+00};
  constexpr double d[4] = {7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00,
                           3.754408661907416e+00};
  constexpr double kTail = 0.02425;
  if (p < kTail || p > 1.0 - kTail) {
    const double tail = p < kTail ? p : 1.0 - p;
    const double q = std::sqrt(-2.0 * portable_log(tail));
    const double z = (((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5]) /
                     ((((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1.0);
    return p < kTail ? z : -z;
  }
  const double q = p - 0.5;
  const double r = q * q;
  return (((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5]) * q /
         (((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1.0);
}

} // namespace rt
