// Small functions in place of the C library's, whose numbers and tables would be a tenth of the
// widget. The linker gives every call of `name` to `__wrap_name` (.dev/product.cmake). They do all
// that this program asks of them, and stop it where it asks for more.

#include "model/numeric/portable_math.h"

#include <cmath>
#include <cstdlib>

namespace {

constexpr double kPi = 3.14159265358979311600, kPiLow = 1.22464679914735317636e-16;

// Absolute error < 1e-15 as long as |x| is no more than a few turns.
double sine(double x) {
  const double halves = std::floor(x / kPi + 0.5);
  const double r = (x - halves * kPi) - halves * kPiLow; // |r| <= pi / 2
  double sum = 1;
  for (int i = 22; i >= 2; i -= 2) sum = 1 - sum * r * r / (i * (i + 1.0));
  const bool odd = halves != 2 * std::floor(halves / 2);
  return odd ? -r * sum : r * sum;
}

} // namespace

extern "C" {

double __wrap_exp(double x) { return rt::portable_exp(x); }
double __wrap_pow(double x, double y) { return rt::portable_pow(x, y); }
double __wrap_sin(double x) { return sine(x); }
double __wrap_cos(double x) { return sine(x + kPi / 2); }
float __wrap_sinf(float x) { return static_cast<float>(sine(static_cast<double>(x))); }
float __wrap_cosf(float x) { return static_cast<float>(sine(static_cast<double>(x) + kPi / 2)); }

// The library's own prints a message through printf.
[[noreturn]] void __cxa_pure_virtual() { std::abort(); }
}
