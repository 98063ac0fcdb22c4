#include "content/json/decimal.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <random>
#include <string>

using rt::json::decimal_text;
using rt::json::decimal_value;

namespace {

std::uint64_t bits(double value) {
  std::uint64_t b;
  std::memcpy(&b, &value, sizeof b);
  return b;
}

double double_of(std::uint64_t b) {
  double value;
  std::memcpy(&value, &b, sizeof value);
  return value;
}

std::string printed(const char *format, int digits, double value) {
  char text[2000];
  std::snprintf(text, sizeof text, format, digits, value);
  return text;
}

void reads_like_the_c_library(const std::string &text) {
  CAPTURE(text);
  CHECK(bits(decimal_value(text)) == bits(std::strtod(text.c_str(), nullptr)));
}

void writes_like_the_c_library(double value) {
  for (int digits = 1; digits <= 17; ++digits) {
    CAPTURE(digits);
    CHECK(decimal_text(value, digits) == printed("%.*g", digits, value));
  }
}

// All doubles alike, and numbers as people write them.
template <class Use> void for_many_doubles(Use use) {
  std::mt19937_64 random(20260101);
  for (int i = 0; i < 400; ++i) {
    const double any = double_of(random());
    if (std::isfinite(any)) use(any, random());
    use((static_cast<double>(random() % 2'000'000) - 1e6) / std::pow(10, random() % 8), random());
    use(static_cast<double>(random() % 100'000) / static_cast<double>(1u << random() % 12),
        random());
  }
}

} // namespace

TEST_CASE("a decimal number is read as the nearest double") {
  for (const char *text :
       {"0", "-0", "0.0", "1", "-1.5", "0.1", "1E5", "1e+5", "1e-5", "0.5", "1e22", "1e23",
        "0e99999", "100000000000000000000e-20", "8.5e-310",
        "0.000000000000000000000000000000001e30", "123456789012345678901234567890"})
    reads_like_the_c_library(text);
  for_many_doubles([](double value, std::uint64_t random) {
    reads_like_the_c_library(printed("%.*g", 1 + static_cast<int>(random % 20), value));
    reads_like_the_c_library(printed("%.*e", static_cast<int>(random % 30), value));
  });
}

TEST_CASE(
    "a decimal number in the middle between two doubles goes to the even one, a hair more up") {
  for (const char *text :
       {"9007199254740993", "9007199254740992.5", "9007199254740993.00000000000000000000000000001",
        "1.7976931348623157e308", "1.7976931348623158079e308", "2.2250738585072011e-308",
        "2.4703282292062327e-324", "2.4703282292062328e-324", "4.9e-324", "5e-324"})
    reads_like_the_c_library(text);
  std::mt19937_64 random(7);
  for (int i = 0; i < 300; ++i) {
    const double low = double_of(random() % (std::uint64_t{0x7FD} << 52));
    const long double middle =
        (static_cast<long double>(low) + static_cast<long double>(std::nextafter(low, 1e308))) / 2;
    char text[1200];
    std::snprintf(text, sizeof text, "%.1100Le", middle);
    std::string digits = text;
    reads_like_the_c_library(digits);
    reads_like_the_c_library(digits.insert(digits.find('e'), "1"));
  }
}

TEST_CASE("a decimal number of any length and size is read") {
  reads_like_the_c_library("0." + std::string(1000, '0') + "1" + std::string(3000, '3') + "e1001");
  reads_like_the_c_library(std::string(3000, '9') + "e-2990");
  reads_like_the_c_library("1" + std::string(900, '0') + "1e-900");
  CHECK(std::isinf(decimal_value("1e309")));
  CHECK(decimal_value("-1e99999999999999") == -std::numeric_limits<double>::infinity());
  CHECK(decimal_value("1e-99999999999999") == 0);
  CHECK(decimal_value(std::string(100000, '9')) == std::numeric_limits<double>::infinity());
}

TEST_CASE("a double is written with the digits asked for, rounded from all it has") {
  for (const double value : {0.0, -0.0, 0.5, 1.5, 2.5, 0.125, 9.5, 99.5, 999999.5, 0.0001, 0.00001,
                             1e5, 1e6, 123456.5, 1234567.0, 5e-324, 1.7976931348623157e308})
    writes_like_the_c_library(value);
  for_many_doubles([](double value, std::uint64_t) { writes_like_the_c_library(value); });
}

TEST_CASE("what is written with 17 digits is read as the same double") {
  for_many_doubles([](double value, std::uint64_t) {
    CHECK(bits(decimal_value(decimal_text(value, 17))) == bits(value));
  });
}
