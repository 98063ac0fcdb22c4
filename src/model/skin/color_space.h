#pragma once
// Colors of reflecting surfaces under daylight, seen beside a white page: linear sRGB, 8-bit sRGB,
// CIELAB and the CIEDE2000 difference. Observer CIE 1931 2 degrees, illuminant D65.
//
// All functions are total on finite input. A perfect diffuser is (1, 1, 1), which is Lab (100, 0,
// 0).

#include <array>
#include <cstdint>

namespace rt {

// White point of D65 with Y = 1, and the sRGB primaries of IEC 61966-2-1 relative to it.
inline constexpr std::array<double, 3> kWhiteXyz = {0.95047, 1.0, 1.08883};
inline constexpr std::array<std::array<double, 3>, 3> kXyzToLinear = {
    {{3.2404542, -1.5371385, -0.4985314},
     {-0.9692660, 1.8760108, 0.0415560},
     {0.0556434, -0.2040259, 1.0572252}}};
inline constexpr std::array<std::array<double, 3>, 3> kLinearToXyz = {
    {{0.4124564, 0.3575761, 0.1804375},
     {0.2126729, 0.7151522, 0.0721750},
     {0.0193339, 0.1191920, 0.9503041}}};

// Light returned in the three sRGB primaries, linear, 1 = a perfect white diffuser. Values outside
// 0..1 are allowed and mean a color that sRGB cannot show.
struct LinearRgb {
  double r = 0, g = 0, b = 0;
};

// CIE 1976 L*a*b*; l in 0..100 for surfaces.
struct Lab {
  double l = 0, a = 0, b = 0;
};

// Red, green, blue, gamma-encoded.
using Srgb8 = std::array<std::uint8_t, 3>;

// The transfer curve of IEC 61966-2-1 for one channel. Linear input is clamped to 0..1 (not a
// number becomes 0); both sides run from 0 to 1.
double srgb_encode(double linear);
double srgb_decode(double encoded);

// Multiplies by the exposure (a picture-wide constant, never one per color), clamps, encodes,
// rounds.
Srgb8 to_srgb8(const LinearRgb &, double exposure = 1.0);
LinearRgb from_srgb8(const Srgb8 &);

// Negative tristimulus values are treated by the straight part of the Lab curve, so that the result
// is finite for every finite color.
Lab to_lab(const LinearRgb &);

// CIEDE2000 with all weights 1 (Sharma, Wu, Dalal 2005). About 1 is a just noticeable difference
// between patches side by side, about 2 is the least that a viewer is sure to see in a picture.
double delta_e_2000(const Lab &, const Lab &);

// h_ab, 0 <= h < 360.
double hue_degrees(const Lab &);
// Individual typology angle atan2(L* - 50, b*) in degrees, -90..90 for b* >= 0: high is light skin.
double typology_angle_degrees(const Lab &);

} // namespace rt
