#include "model/skin/skin_tables.h"

#include "model/skin/skin_layers.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {
namespace {

constexpr std::size_t kLast = kTableSide - 1;

// Amount at a texel, and back to the axis; not-a-number and amounts below the axis go to 0.
double amount_at(std::size_t texel, double span) {
  const double t = static_cast<double>(texel) / static_cast<double>(kLast);
  return span * t * t;
}
double axis(double amount, double span) {
  return amount > 0.0 ? std::sqrt(std::fmin(amount / span, 1.0)) : 0.0;
}

std::array<LayerSpectrum, kTableSide> epidermis_by_melanin() {
  std::array<LayerSpectrum, kTableSide> layers;
  for (std::size_t x = 0; x < kTableSide; ++x)
    layers[x] = epidermis_layer(kTableMelaninMin + amount_at(x, kTableMelaninSpan));
  return layers;
}

DermisContent dermis_content(double blood, double bruise, double bilirubin_molar) {
  return {blood, papillary_saturation(blood), bruise, kTableBruiseSaturation, bilirubin_molar};
}

std::uint8_t ratio_byte(double with, double without) {
  const double stored = with / without / kTableYellowMax;
  return static_cast<std::uint8_t>(std::clamp(stored, 0.0, 1.0) * 255.0 + 0.5);
}

// The two texels around an axis value and the share of the upper one.
struct Between {
  std::size_t below, above;
  double share;
};
Between between(double t) {
  const double at = (t > 0.0 ? std::fmin(t, 1.0) : 0.0) * static_cast<double>(kLast);
  const std::size_t below = std::min(static_cast<std::size_t>(at), kLast - 1);
  return {below, below + 1, at - static_cast<double>(below)};
}

LinearRgb mix(const LinearRgb &a, const LinearRgb &b, double share) {
  return {a.r + (b.r - a.r) * share, a.g + (b.g - a.g) * share, a.b + (b.b - a.b) * share};
}

} // namespace

void fill_albedo_table(std::span<std::uint8_t, kAlbedoTableBytes> out) {
  const auto epidermis = epidermis_by_melanin();
  std::size_t at = 0;
  for (std::size_t z = 0; z < kTableSide; ++z)
    for (std::size_t y = 0; y < kTableSide; ++y) {
      const SkinSpectrum dermis = dermis_reflectance(
          dermis_content(amount_at(y, kTableBloodSpan), amount_at(z, kTableBruiseSpan), 0.0));
      for (std::size_t x = 0; x < kTableSide; ++x, at += 4) {
        const Srgb8 color = to_srgb8(spectrum_color(cover_dermis(epidermis[x], dermis)));
        std::copy(color.begin(), color.end(), out.begin() + static_cast<std::ptrdiff_t>(at));
        out[at + 3] = 255;
      }
    }
}

void fill_yellow_table(std::span<std::uint8_t, kYellowTableBytes> out) {
  const auto epidermis = epidermis_by_melanin();
  const SkinSpectrum plain =
      dermis_reflectance(dermis_content(kTableYellowBlood, kTableYellowBruise, 0.0));
  std::size_t at = 0;
  for (std::size_t y = 0; y < kTableSide; ++y) {
    const SkinSpectrum yellow = dermis_reflectance(dermis_content(
        kTableYellowBlood, kTableYellowBruise, amount_at(y, kTableBilirubinSpan_molar)));
    for (std::size_t x = 0; x < kTableSide; ++x, at += 4) {
      const LinearRgb without = spectrum_color(cover_dermis(epidermis[x], plain));
      const LinearRgb with = spectrum_color(cover_dermis(epidermis[x], yellow));
      out[at] = ratio_byte(with.r, without.r);
      out[at + 1] = ratio_byte(with.g, without.g);
      out[at + 2] = ratio_byte(with.b, without.b);
      out[at + 3] = 255;
    }
  }
}

TablePlace table_place(const SkinState &skin) {
  return {axis(skin.melanin_fraction - kTableMelaninMin, kTableMelaninSpan),
          axis(papillary_blood(skin), kTableBloodSpan), axis(skin.bruise_blood, kTableBruiseSpan),
          axis(skin.bilirubin_molar, kTableBilirubinSpan_molar)};
}

LinearRgb sample_tables(std::span<const std::uint8_t, kAlbedoTableBytes> albedo,
                        std::span<const std::uint8_t, kYellowTableBytes> yellow,
                        const TablePlace &place) {
  const Between x = between(place.melanin), y = between(place.blood), z = between(place.bruise),
                w = between(place.yellow);
  const auto color = [&](std::size_t i, std::size_t j, std::size_t k) {
    const std::size_t at = ((k * kTableSide + j) * kTableSide + i) * 4;
    return from_srgb8({albedo[at], albedo[at + 1], albedo[at + 2]});
  };
  const auto row = [&](std::size_t j, std::size_t k) {
    return mix(color(x.below, j, k), color(x.above, j, k), x.share);
  };
  const auto slice = [&](std::size_t k) { return mix(row(y.below, k), row(y.above, k), y.share); };
  const auto ratio = [&](std::size_t i, std::size_t j) {
    const std::size_t at = (j * kTableSide + i) * 4;
    constexpr double kUnit = kTableYellowMax / 255.0;
    return LinearRgb{kUnit * yellow[at], kUnit * yellow[at + 1], kUnit * yellow[at + 2]};
  };
  const auto ratio_row = [&](std::size_t j) {
    return mix(ratio(x.below, j), ratio(x.above, j), x.share);
  };
  const LinearRgb base = mix(slice(z.below), slice(z.above), z.share);
  const LinearRgb tint = mix(ratio_row(w.below), ratio_row(w.above), w.share);
  return {base.r * tint.r, base.g * tint.g, base.b * tint.b};
}

} // namespace rt
