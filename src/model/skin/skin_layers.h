#pragma once
// The layers of the skin model, one spectrum each. Only skin_color.cpp and skin_tables.cpp use
// them: a table shares each layer among all cells that have it in common.
//
// Units as in skin_color.h. Input must already lie in the ranges given there.

#include "model/skin/skin_color.h"

namespace rt {

// Light that a layer throws back and lets through, seen from either side.
struct LayerSpectrum {
  SkinSpectrum reflectance, transmittance;
};
LayerSpectrum epidermis_layer(double melanin_fraction);

struct DermisContent {
  // In the papillary dermis.
  double blood = 0, saturation = 0;
  // Escaped blood.
  double bruise = 0, bruise_saturation = 0;
  double bilirubin_molar = 0;
};
// Papillary upon reticular dermis.
SkinSpectrum dermis_reflectance(const DermisContent &);

// Epidermis upon dermis, with the skin's surface: what leaves the skin.
SkinSpectrum cover_dermis(const LayerSpectrum &epidermis, const SkinSpectrum &dermis);

LinearRgb spectrum_color(const SkinSpectrum &);

} // namespace rt
