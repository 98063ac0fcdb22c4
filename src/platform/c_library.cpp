// Small functions in place of the C library's, whose numbers and tables would be a tenth of the
// widget. The linker gives every call of `name` to `__wrap_name` (.dev/product.cmake). They do all
// that this program asks of them, and stop it where it asks for more.

#include "content/json/decimal.h"
#include "model/numeric/portable_math.h"

#include <cerrno>
#include <cmath>
#include <cstdlib>
#include <cstring>

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

char *end_of(const char *text) { return const_cast<char *>(text + std::strlen(text)); }

} // namespace

extern "C" {

// nlohmann/json reads numbers with these three; the text is a number and nothing else.
double __wrap_strtod(const char *text, char **end) {
  *end = end_of(text);
  return rt::json::decimal_value(text);
}
// An integer out of range is read as a double then, which all our numbers become anyway.
long long __wrap_strtoll(const char *text, char **end, int) {
  *end = end_of(text);
  errno = ERANGE;
  return 0;
}
unsigned long long __wrap_strtoull(const char *text, char **end, int) {
  *end = end_of(text);
  errno = ERANGE;
  return 0;
}
// And with this it writes the code of a control character, into a message that nobody is shown.
int __wrap_snprintf(char *text, std::size_t, const char *format, ...) {
  if (std::strcmp(format, "<U+%.4X>") != 0) std::abort();
  *text = '\0';
  return 0;
}

double __wrap_exp(double x) { return rt::portable_exp(x); }
double __wrap_pow(double x, double y) { return rt::portable_pow(x, y); }
double __wrap_sin(double x) { return sine(x); }
double __wrap_cos(double x) { return sine(x + kPi / 2); }
float __wrap_sinf(float x) { return static_cast<float>(sine(static_cast<double>(x))); }
float __wrap_cosf(float x) { return static_cast<float>(sine(static_cast<double>(x) + kPi / 2)); }

// The library's own prints a message through printf.
[[noreturn]] void __cxa_pure_virtual() { std::abort(); }
}
