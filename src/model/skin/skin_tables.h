#pragma once
// The skin color model as two small textures, so that a shader can look every pixel up, and the
// same look-up on the processor for pictures without a graphics context.
//
// A color is albedo(melanin, blood, bruise) * yellow(melanin, bilirubin), then under_flakes().
// Against skin_reflect() the albedo alone errs by 0.14 CIEDE2000 on average and less than 0.7
// anywhere. The product treats bilirubin as a ratio: within the range of a flat bruise it errs by
// 0.4 on average and 4 at the worst, on light skin; along a bruise's days up to 3, in a pinpoint
// up to 4.5.

#include "model/skin/skin_color.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace rt {

// Axes. Each runs over 0..1 as the square root of the share of its span, so that small amounts,
// where color changes fastest, have the most cells:
//   melanin   sqrt((melanin_fraction - 0.002) / 0.6)     blood   sqrt(papillary_blood / 0.10)
//   bruise    sqrt(bruise_blood / 0.25)                  yellow  sqrt(bilirubin_molar / 400e-6)
// Beyond its end an axis stays at the end. Bruise saturation is fixed; between 0.3 and 0.6 that
// costs up to 0.8 CIEDE2000 for a flat bruise and 1.6 for a pinpoint.
inline constexpr std::size_t kTableSide = 16;
inline constexpr double kTableMelaninMin = 0.002, kTableMelaninSpan = 0.600;
inline constexpr double kTableBloodSpan = 0.10;
inline constexpr double kTableBruiseSpan = 0.25, kTableBruiseSaturation = 0.45;
inline constexpr double kTableBilirubinSpan_molar = 400e-6;
// The ratio is stored divided by this, for it may pass 1 a little. It is computed with blood and a
// bruise in between, which halves its error against ratios of calm skin.
inline constexpr double kTableYellowMax = 1.05;
inline constexpr double kTableYellowBlood = 0.03, kTableYellowBruise = 0.02;

// Texture coordinate of the axis value t in 0..1, which puts 0 and 1 at texel centers.
inline constexpr double kTexelScale = 15.0 / 16.0, kTexelOffset = 0.5 / 16.0;

inline constexpr std::size_t kAlbedoTableBytes = kTableSide * kTableSide * kTableSide * 4;
inline constexpr std::size_t kYellowTableBytes = kTableSide * kTableSide * 4;

// 3D texture, melanin fastest, then blood, then bruise; SRGB8_ALPHA8, alpha 255. Filter linear,
// clamp.
void fill_albedo_table(std::span<std::uint8_t, kAlbedoTableBytes>);
// 2D texture, melanin fastest, then yellow; RGBA8 (linear), ratio / kTableYellowMax, alpha 255.
void fill_yellow_table(std::span<std::uint8_t, kYellowTableBytes>);

// Where a state lies on the axes, each 0..1. Bruise saturation and flakes are not in the tables.
struct TablePlace {
  double melanin, blood, bruise, yellow;
};
TablePlace table_place(const SkinState &);

// What a shader reads there: decoded, interpolated linearly between texels, multiplied; linear.
LinearRgb sample_tables(std::span<const std::uint8_t, kAlbedoTableBytes> albedo,
                        std::span<const std::uint8_t, kYellowTableBytes> yellow,
                        const TablePlace &);

} // namespace rt
