#include "content/json/number.h"

#include "support/random.h"

#include <doctest/doctest.h>

#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>
#include <string>

using namespace rt;
using json::number_text;
using json::parse_number;

namespace {

bool same_bits(double a, double b) { return std::memcmp(&a, &b, sizeof a) == 0; }

// All doubles alike, and numbers as people write them.
template <class Use> void for_many_doubles(Use use) {
  test::Random random(20260101);
  for (int i = 0; i < 400; ++i) {
    const std::uint64_t bits = random.bits();
    double any;
    std::memcpy(&any, &bits, sizeof any);
    if (std::isfinite(any)) use(any);
    use(random.whole(-1'000'000, 1'000'000) / std::pow(10, random.whole(0, 7)));
    use(random.whole(0, 100'000) / static_cast<double>(1u << random.whole(0, 11)));
  }
}

} // namespace

TEST_CASE("a number is read as the nearest double, the even one of two, on every platform") {
  struct Case {
    const char *text;
    double value;
  };
  for (const Case &c : {Case{"0", 0},
                        {"-0", -0.0},
                        {"-12.5e-3", -0x1.999999999999ap-7},
                        {"0.1", 0x1.999999999999ap-4},
                        {"1E5", 100000},
                        {"1e22", 0x1.0f0cf064dd592p+73},
                        {"1e23", 0x1.52d02c7e14af6p+76},
                        {"100000000000000000000e-20", 1},
                        {"0.000000000000000000000000000000001e30", 0x1.0624dd2f1a9fcp-10},
                        {"123456789012345678901234567890", 0x1.8ee90ff6c373ep+96},
                        {"9007199254740993", 0x1p+53},
                        {"9007199254740992.5", 0x1p+53},
                        {"9007199254740993.00000000000000000000000000001", 0x1.0000000000001p+53},
                        {"1.7976931348623157e308", 0x1.fffffffffffffp+1023},
                        {"2.2250738585072011e-308", 0x0.fffffffffffffp-1022},
                        {"8.5e-310", 0x0.09c78a13fa46ep-1022},
                        {"5e-324", 0x0.0000000000001p-1022},
                        {"2.4703282292062328e-324", 0x0.0000000000001p-1022},
                        {"2.4703282292062327e-324", 0},
                        {"1e-99999999999999", 0},
                        {"1e309", HUGE_VAL},
                        {"-1e99999999999999", -HUGE_VAL}}) {
    CAPTURE(c.text);
    CHECK(same_bits(parse_number(c.text), c.value));
  }
  CHECK(parse_number(std::string(100000, '9')) == HUGE_VAL);
}

TEST_CASE("a number is written with as few digits as tell it from all others, on every platform") {
  struct Case {
    double value;
    const char *text;
  };
  for (const Case &c : {Case{0, "0"},
                        {-0.0, "-0"},
                        {0.1, "0.1"},
                        {1, "1"},
                        {-2.5, "-2.5"},
                        {0.0001, "0.0001"},
                        {1.0 / 3, "0.3333333333333333"},
                        {1.0 / 7, "0.14285714285714285"},
                        {0.1 + 0.2, "0.30000000000000004"},
                        {4294967295.0, "4294967295"},
                        {123456789012345.6, "123456789012345.6"},
                        {1e21, "1e+21"},
                        {5e-324, "4.94065645841247e-324"},
                        {1.7976931348623157e308, "1.7976931348623157e+308"},
                        {std::numeric_limits<double>::quiet_NaN(), "null"},
                        {HUGE_VAL, "null"}}) {
    CAPTURE(c.text);
    CHECK(number_text(c.value) == c.text);
  }
  for_many_doubles([](double value) {
    CAPTURE(value);
    CHECK(same_bits(parse_number(number_text(value)), value));
  });
}

TEST_CASE("a number is rounded to the digits asked for from all that it has") {
  CHECK(number_text(2.0 / 3, 3) == "0.667");
  CHECK(number_text(2.5, 1) == "2");
  CHECK(number_text(0.125, 2) == "0.12");
  CHECK(number_text(9.5, 1) == "1e+01");
  CHECK(number_text(99.96, 3) == "100");
  CHECK(number_text(123456.5, 6) == "123456");
  CHECK(number_text(-HUGE_VAL, 3) == "null");
}

// Emscripten's standard library knows no <charconv> of doubles; where there is one, it is another
// program than the C library's.
#ifdef __cpp_lib_to_chars
TEST_CASE("numbers are read and written as the standard library's <charconv> does") {
  for_many_doubles([](double value) {
    CAPTURE(value);
    char text[64];
    for (int digits = 1; digits <= 17; ++digits) {
      const auto [end, error] =
          std::to_chars(text, text + sizeof text, value, std::chars_format::general, digits);
      const std::string_view written(text, static_cast<std::size_t>(end - text));
      CHECK(number_text(value, digits) == written);
      double read = 0;
      if (std::from_chars(text, end, read).ec == std::errc())
        CHECK(same_bits(parse_number(written), read));
    }
  });
}
#endif
