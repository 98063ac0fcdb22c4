#include "model/skin/color_space.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace rt;

namespace {

struct Pair {
  Lab one, two;
  double difference;
};

// The test data of Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula", 2005, table 1.
constexpr Pair kSharma[] = {
    {{50, 2.6772, -79.7751}, {50, 0, -82.7485}, 2.0425},
    {{50, 3.1571, -77.2803}, {50, 0, -82.7485}, 2.8615},
    {{50, 2.8361, -74.0200}, {50, 0, -82.7485}, 3.4412},
    {{50, -1.3802, -84.2814}, {50, 0, -82.7485}, 1.0000},
    {{50, -1.1848, -84.8006}, {50, 0, -82.7485}, 1.0000},
    {{50, -0.9009, -85.5211}, {50, 0, -82.7485}, 1.0000},
    {{50, 0, 0}, {50, -1, 2}, 2.3669},
    {{50, -1, 2}, {50, 0, 0}, 2.3669},
    {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0009}, 7.1792},
    {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0010}, 7.1792},
    {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0011}, 7.2195},
    {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0012}, 7.2195},
    {{50, -0.0010, 2.4900}, {50, 0.0009, -2.4900}, 4.8045},
    {{50, -0.0010, 2.4900}, {50, 0.0010, -2.4900}, 4.8045},
    {{50, -0.0010, 2.4900}, {50, 0.0011, -2.4900}, 4.7461},
    {{50, 2.5, 0}, {50, 0, -2.5}, 4.3065},
    {{50, 2.5, 0}, {73, 25, -18}, 27.1492},
    {{50, 2.5, 0}, {61, -5, 29}, 22.8977},
    {{50, 2.5, 0}, {56, -27, -3}, 31.9030},
    {{50, 2.5, 0}, {58, 24, 15}, 19.4535},
    {{50, 2.5, 0}, {50, 3.1736, 0.5854}, 1.0000},
    {{50, 2.5, 0}, {50, 3.2972, 0}, 1.0000},
    {{50, 2.5, 0}, {50, 1.8634, 0.5757}, 1.0000},
    {{50, 2.5, 0}, {50, 3.2592, 0.3350}, 1.0000},
    {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
    {{63.0109, -31.0961, -5.8663}, {62.8187, -29.7946, -4.0864}, 1.2630},
    {{61.2901, 3.7196, -5.3901}, {61.4292, 2.2480, -4.9620}, 1.8731},
    {{35.0831, -44.1164, 3.7933}, {35.0232, -40.0716, 1.5901}, 1.8645},
    {{22.7233, 20.0904, -46.6940}, {23.0331, 14.9730, -42.5619}, 2.0373},
    {{36.4612, 47.8580, 18.3852}, {36.2715, 50.5065, 21.2231}, 1.4146},
    {{90.8027, -2.0831, 1.4410}, {91.1528, -1.6435, 0.0447}, 1.4441},
    {{90.9257, -0.5406, -0.9208}, {88.6381, -0.8985, -0.7239}, 1.5381},
    {{6.7747, -0.2908, -2.4247}, {5.8714, -0.0985, -2.2286}, 0.6377},
    {{2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}, 0.9082},
};

} // namespace

TEST_CASE("color difference is the published CIEDE2000, both ways round") {
  for (const Pair &pair : kSharma) {
    CAPTURE(pair.difference);
    CHECK(std::abs(delta_e_2000(pair.one, pair.two) - pair.difference) < 1e-4);
    CHECK(std::abs(delta_e_2000(pair.two, pair.one) - pair.difference) < 1e-4);
    CHECK(delta_e_2000(pair.one, pair.one) < 1e-12);
  }
}

TEST_CASE("white, black and the Monk swatches have their known Lab values") {
  const auto near = [](const Lab &lab, double l, double a, double b, double tolerance) {
    CHECK(std::abs(lab.l - l) <= tolerance);
    CHECK(std::abs(lab.a - a) <= tolerance);
    CHECK(std::abs(lab.b - b) <= tolerance);
  };
  near(to_lab({1, 1, 1}), 100, 0, 0, 0.001);
  near(to_lab({0, 0, 0}), 0, 0, 0, 0.001);
  near(to_lab(from_srgb8({0xf6, 0xed, 0xe4})), 94.21, 1.50, 5.43, 0.02);
  near(to_lab(from_srgb8({0xd7, 0xbd, 0x96})), 77.90, 3.47, 23.14, 0.02);
  near(to_lab(from_srgb8({0x82, 0x5c, 0x43})), 42.47, 12.33, 20.53, 0.02);
  near(to_lab(from_srgb8({0x29, 0x24, 0x20})), 14.61, 1.48, 3.53, 0.02);
}

TEST_CASE("every 8-bit color survives decoding and encoding") {
  for (int i = 0; i < 256; ++i) {
    const auto byte = static_cast<std::uint8_t>(i);
    const auto other = static_cast<std::uint8_t>(255 - i);
    const Srgb8 color = {byte, other, byte};
    CHECK(to_srgb8(from_srgb8(color)) == color);
  }
}

TEST_CASE("8-bit color clamps what a screen cannot show and survives bad numbers") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinity = std::numeric_limits<double>::infinity();
  CHECK(to_srgb8({-0.5, 2.0, nan}) == Srgb8{0, 255, 0});
  CHECK(to_srgb8({infinity, -infinity, 0.5}, 4.0) == Srgb8{255, 0, 255});
}

TEST_CASE("hue runs from 0 to 360 degrees and typology angle is high for light skin") {
  CHECK(hue_degrees({50, 1, 0}) == doctest::Approx(0));
  CHECK(hue_degrees({50, 0, 1}) == doctest::Approx(90));
  CHECK(hue_degrees({50, 0, -1}) == doctest::Approx(270));
  CHECK(hue_degrees({50, 0, 0}) == doctest::Approx(0));
  CHECK(typology_angle_degrees({60, 5, 10}) == doctest::Approx(45));
  CHECK(typology_angle_degrees({40, 5, 10}) == doctest::Approx(-45));
}
