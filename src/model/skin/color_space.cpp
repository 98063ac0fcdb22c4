#include "model/skin/color_space.h"

#include "model/numeric/portable_math.h"

#include <cmath>
#include <numbers>

namespace rt {
namespace {

// Of colors, whose squares neither overflow nor vanish as std::hypot guards against.
double length(double a, double b) { return std::sqrt(a * a + b * b); }

constexpr double kDegrees = 180.0 / std::numbers::pi;

// Written so that not-a-number falls to the lower end.
double unit(double x) { return x > 0.0 ? (x < 1.0 ? x : 1.0) : 0.0; }

std::uint8_t to_byte(double linear) {
  return static_cast<std::uint8_t>(srgb_encode(linear) * 255.0 + 0.5);
}

double lab_curve(double t) {
  // CIE 15: (6/29)^3.
  constexpr double kKnee = 216.0 / 24389.0;
  return t > kKnee ? std::cbrt(t) : (24389.0 / 27.0 * t + 16.0) / 116.0;
}

double hue_radians(double a, double b) {
  if (a == 0.0 && b == 0.0) return 0.0;
  const double h = std::atan2(b, a);
  return h < 0.0 ? h + 2.0 * std::numbers::pi : h;
}

double seventh(double x) {
  const double cube = x * x * x;
  return cube * cube * x;
}

// sqrt(C^7 / (C^7 + 25^7)).
double chroma_share(double chroma) {
  const double c7 = seventh(chroma);
  return std::sqrt(c7 / (c7 + 6103515625.0));
}

} // namespace

double srgb_encode(double linear) {
  const double x = unit(linear);
  return x <= 0.0031308 ? 12.92 * x : 1.055 * portable_pow(x, 1.0 / 2.4) - 0.055;
}

double srgb_decode(double encoded) {
  const double x = unit(encoded);
  return x <= 0.04045 ? x / 12.92 : portable_pow((x + 0.055) / 1.055, 2.4);
}

Srgb8 to_srgb8(const LinearRgb &color, double exposure) {
  return {to_byte(color.r * exposure), to_byte(color.g * exposure), to_byte(color.b * exposure)};
}

LinearRgb from_srgb8(const Srgb8 &color) {
  return {srgb_decode(color[0] / 255.0), srgb_decode(color[1] / 255.0),
          srgb_decode(color[2] / 255.0)};
}

Lab to_lab(const LinearRgb &color) {
  std::array<double, 3> f{};
  for (std::size_t i = 0; i < 3; ++i) {
    const auto &row = kLinearToXyz[i];
    f[i] = lab_curve((row[0] * color.r + row[1] * color.g + row[2] * color.b) / kWhiteXyz[i]);
  }
  return {116.0 * f[1] - 16.0, 500.0 * (f[0] - f[1]), 200.0 * (f[1] - f[2])};
}

double delta_e_2000(const Lab &one, const Lab &two) {
  using std::numbers::pi;
  const double mean_chroma = (length(one.a, one.b) + length(two.a, two.b)) / 2.0;
  const double stretch = 1.0 + 0.5 * (1.0 - chroma_share(mean_chroma));
  const double a1 = one.a * stretch, a2 = two.a * stretch;
  const double c1 = length(a1, one.b), c2 = length(a2, two.b);
  const double h1 = hue_radians(a1, one.b), h2 = hue_radians(a2, two.b);

  // Then hue means nothing.
  const bool gray = c1 * c2 == 0.0;
  double turn = gray ? 0.0 : h2 - h1;
  if (turn > pi)
    turn -= 2.0 * pi;
  else if (turn < -pi)
    turn += 2.0 * pi;
  const double dl = two.l - one.l;
  const double dc = c2 - c1;
  const double dh = 2.0 * std::sqrt(c1 * c2) * portable_cos((turn - pi) / 2.0);

  // Mean hue, the short way around.
  double h = h1 + h2;
  if (!gray) {
    h /= 2.0;
    if (std::abs(h1 - h2) > pi) h += h < pi ? pi : -pi;
  }
  const double l = (one.l + two.l) / 2.0;
  const double c = (c1 + c2) / 2.0;
  const double t = 1.0 - 0.17 * portable_cos(h - pi / 6.0) + 0.24 * portable_cos(2.0 * h) +
                   0.32 * portable_cos(3.0 * h + 6.0 / kDegrees) -
                   0.20 * portable_cos(4.0 * h - 63.0 / kDegrees);
  const double l50 = (l - 50.0) * (l - 50.0);
  const double sl = 1.0 + 0.015 * l50 / std::sqrt(20.0 + l50);
  const double sc = 1.0 + 0.045 * c;
  const double sh = 1.0 + 0.015 * c * t;
  const double blue = (h * kDegrees - 275.0) / 25.0;
  const double rotation = -2.0 * chroma_share(c) *
                          portable_cos(60.0 / kDegrees * portable_exp(-blue * blue) - pi / 2.0);
  const double x = dl / sl, y = dc / sc, z = dh / sh;
  return std::sqrt(std::fmax(0.0, x * x + y * y + z * z + rotation * y * z));
}

double hue_degrees(const Lab &color) { return hue_radians(color.a, color.b) * kDegrees; }

double typology_angle_degrees(const Lab &color) {
  return std::atan2(color.l - 50.0, color.b) * kDegrees;
}

} // namespace rt
