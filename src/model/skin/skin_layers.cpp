#include "model/skin/skin_layers.h"

#include "model/numeric/portable_math.h"

#include <cmath>

namespace rt {
namespace {

using namespace optics;

// All that depends on the wavelength alone, made once: absorption of each pigment, in 1/cm per unit
// of its amount, reduced scattering in 1/cm, and the share of each primary.
struct Band {
  double melanin, base, oxygenated, deoxygenated, bilirubin, carotene, scatter;
  LinearRgb primaries;
};

double bell(double wavelength_nm, double center_nm, double width_nm) {
  const double z = (wavelength_nm - center_nm) / width_nm;
  return portable_exp(-0.5 * z * z);
}

Band make_band(const SkinBand &row) {
  const double w = row.wavelength_nm;
  Band band{};
  band.melanin = kEumelaninShare * kEumelaninScale * portable_pow(w, -kEumelaninPower) +
                 (1.0 - kEumelaninShare) * kPheomelaninScale * portable_pow(w, -kPheomelaninPower);
  band.base = kBaseOffset + kBaseScale * portable_exp(-(w - kBaseFrom_nm) / kBaseDecay_nm);
  band.oxygenated = kLn10 * row.oxyhemoglobin_per_cm_molar * kHemoglobin_molar;
  band.deoxygenated = kLn10 * row.deoxyhemoglobin_per_cm_molar * kHemoglobin_molar;
  const double biliverdin =
      kBiliverdinBlue_per_cm_molar * bell(w, kBiliverdinBlue_nm, kBiliverdinBlueWidth_nm) +
      kBiliverdinRed_per_cm_molar * bell(w, kBiliverdinRed_nm, kBiliverdinRedWidth_nm);
  band.bilirubin = kLn10 * (row.bilirubin_per_cm_molar + kBiliverdinPerBilirubin * biliverdin);
  band.carotene = kLn10 * row.carotene_per_cm_molar;
  const double x = w / 500.0;
  band.scatter = kScatterAt500_per_cm * (kRayleighShare * portable_pow(x, -4.0) +
                                         (1.0 - kRayleighShare) * portable_pow(x, -kMiePower));
  const auto primary = [&row](const std::array<double, 3> &m) {
    constexpr double kUnits = 1e7;
    return m[0] * (row.white_x / kUnits) + m[1] * (row.white_y / kUnits) +
           m[2] * (row.white_z / kUnits);
  };
  band.primaries = {primary(kXyzToLinear[0]), primary(kXyzToLinear[1]), primary(kXyzToLinear[2])};
  return band;
}

const std::array<Band, kSkinBands> &bands() {
  static const std::array<Band, kSkinBands> made = [] {
    std::array<Band, kSkinBands> all{};
    for (std::size_t i = 0; i < kSkinBands; ++i) all[i] = make_band(kSkinSpectra[i]);
    return all;
  }();
  return made;
}

// Kubelka-Munk with K = 2 * absorption and S = 3/4 * reduced scattering.
struct Medium {
  // A = (S + K) / S, B = sqrt(A^2 - 1).
  double a, b, scatter_per_cm;
};
Medium medium(double absorption, double reduced_scattering) {
  const double s = 0.75 * reduced_scattering;
  // A - 1, always positive: some base is always there.
  const double excess = 2.0 * absorption / s;
  return {1.0 + excess, std::sqrt(excess * (2.0 + excess)), s};
}

struct Slab {
  double reflectance, transmittance;
};
// sinh and cosh divided by the growing exponential, so that a thick or dark slab cannot overflow.
Slab slab(const Medium &m, double thickness_cm) {
  const double fading = portable_exp(-m.b * m.scatter_per_cm * thickness_cm);
  const double rest = fading * fading;
  const double den = m.a * (1.0 - rest) + m.b * (1.0 + rest);
  return {(1.0 - rest) / den, 2.0 * m.b * fading / den};
}

double stacked(double upper_reflectance, double upper_transmittance, double lower_reflectance) {
  return upper_reflectance + upper_transmittance * upper_transmittance * lower_reflectance /
                                 (1.0 - upper_reflectance * lower_reflectance);
}

double whole_blood(const Band &band, double saturation) {
  return saturation * band.oxygenated + (1.0 - saturation) * band.deoxygenated;
}

double packed_blood(const Band &band, double saturation) {
  const double whole = whole_blood(band, saturation);
  return whole * one_minus_exp_over(2.0 * kVesselRadius_cm * whole);
}

} // namespace

LayerSpectrum epidermis_layer(double melanin_fraction) {
  LayerSpectrum layer{};
  const double thickening = kEpidermisScatter * (1.0 + kScatterPerMelanin * melanin_fraction);
  for (std::size_t i = 0; i < kSkinBands; ++i) {
    const Band &band = bands()[i];
    const double absorption = melanin_fraction * band.melanin +
                              (1.0 - melanin_fraction) * kEpidermisBase * band.base +
                              kEpidermisCarotene_molar * band.carotene;
    const Slab s = slab(medium(absorption, thickening * band.scatter), kEpidermis_cm);
    layer.reflectance[i] = s.reflectance;
    layer.transmittance[i] = s.transmittance;
  }
  return layer;
}

SkinSpectrum dermis_reflectance(const DermisContent &dermis) {
  SkinSpectrum out{};
  for (std::size_t i = 0; i < kSkinBands; ++i) {
    const Band &band = bands()[i];
    const double everywhere = kDermisBase * band.base + kDermisCarotene_molar * band.carotene +
                              dermis.bilirubin_molar * band.bilirubin;
    const double bruise = dermis.bruise * whole_blood(band, dermis.bruise_saturation);
    const double papillary =
        everywhere + dermis.blood * packed_blood(band, dermis.saturation) + bruise;
    const double reticular = everywhere + kReticularBlood * packed_blood(band, dermis.saturation) +
                             kReticularBruise * bruise;
    const Medium deep = medium(reticular, band.scatter);
    const Slab upper = slab(medium(papillary, band.scatter), kPapillary_cm);
    out[i] = stacked(upper.reflectance, upper.transmittance, deep.a - deep.b);
  }
  return out;
}

SkinSpectrum cover_dermis(const LayerSpectrum &epidermis, const SkinSpectrum &dermis) {
  SkinSpectrum out{};
  for (std::size_t i = 0; i < kSkinBands; ++i) {
    const double inside = stacked(epidermis.reflectance[i], epidermis.transmittance[i], dermis[i]);
    // Saunderson 1942.
    out[i] = (1.0 - kSurfaceReflectance) * (1.0 - kInsideReflectance) * inside /
             (1.0 - kInsideReflectance * inside);
  }
  return out;
}

LinearRgb spectrum_color(const SkinSpectrum &spectrum) {
  LinearRgb color;
  for (std::size_t i = 0; i < kSkinBands; ++i) {
    const LinearRgb &primaries = bands()[i].primaries;
    color.r += spectrum[i] * primaries.r;
    color.g += spectrum[i] * primaries.g;
    color.b += spectrum[i] * primaries.b;
  }
  return color;
}

} // namespace rt
