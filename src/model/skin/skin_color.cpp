#include "model/skin/skin_color.h"

#include "model/numeric/portable_math.h"
#include "model/skin/skin_layers.h"

#include <algorithm>
#include <cmath>

namespace rt {
namespace {

using namespace optics;

// std::clamp would let not-a-number through.
double bounded(double x, double low, double high) { return x > low ? (x < high ? x : high) : low; }

struct ToneStop {
  double monk, melanin_fraction;
};
constexpr std::array<ToneStop, 10> kTones = {{{1, 0.0031},
                                              {2, 0.0087},
                                              {3, 0.0168},
                                              {4, 0.0281},
                                              {5, 0.0517},
                                              {6, 0.0886},
                                              {7, 0.1350},
                                              {8, 0.1930},
                                              {9, 0.2580},
                                              {10, 0.3620}}};
constexpr double kMelaninOrigin = 0.002;

double under_flakes(double albedo, double own) {
  const double passed = 1.0 - own;
  return own + passed * passed * albedo / (1.0 - own * albedo);
}

} // namespace

double papillary_blood(const SkinState &skin) {
  return bounded(skin.undertone_blood, 0.0, 0.1) + kRednessBlood * bounded(skin.redness, 0.0, 1.0);
}

double papillary_saturation(double blood_fraction) {
  const double flush = bounded((blood_fraction - kRestingBlood) / kRednessBlood, 0.0, 1.5);
  return kRestingSaturation + kRednessSaturation * flush;
}

SkinSpectrum skin_spectrum(const SkinState &skin) {
  const double blood = papillary_blood(skin);
  DermisContent dermis;
  dermis.blood = blood;
  dermis.saturation = papillary_saturation(blood);
  dermis.bruise = bounded(skin.bruise_blood, 0.0, 0.5);
  dermis.bruise_saturation = bounded(skin.bruise_saturation, 0.0, 1.0);
  dermis.bilirubin_molar = bounded(skin.bilirubin_molar, 0.0, 0.005);
  return cover_dermis(epidermis_layer(bounded(skin.melanin_fraction, 0.0, 1.0)),
                      dermis_reflectance(dermis));
}

LinearRgb under_flakes(const LinearRgb &albedo, double amount) {
  const double own = kFlakeReflectance * bounded(amount, 0.0, 1.0);
  return {under_flakes(albedo.r, own), under_flakes(albedo.g, own), under_flakes(albedo.b, own)};
}

LinearRgb skin_reflect(const SkinState &skin) {
  return under_flakes(spectrum_color(skin_spectrum(skin)), skin.flakes);
}

double melanin_with_dark_spots(double melanin_fraction, double strength) {
  const double melanin = bounded(melanin_fraction, 0.0, 1.0);
  return bounded(melanin * (1.0 + kDarkSpotMelanin * bounded(strength, 0.0, 1.0)), 0.0, 1.0);
}

double melanin_of_tone(double monk) {
  const double tone = bounded(monk, 1.0, 10.0);
  const std::size_t below = std::min<std::size_t>(static_cast<std::size_t>(tone) - 1, 8);
  const double low = std::sqrt(kTones[below].melanin_fraction - kMelaninOrigin);
  const double high = std::sqrt(kTones[below + 1].melanin_fraction - kMelaninOrigin);
  const double root = low + (high - low) * (tone - kTones[below].monk);
  return kMelaninOrigin + root * root;
}

double redness_difference(double monk, double redness) {
  SkinState skin;
  skin.melanin_fraction = melanin_of_tone(monk);
  const Lab calm = to_lab(skin_reflect(skin));
  skin.redness = redness;
  return delta_e_2000(calm, to_lab(skin_reflect(skin)));
}

bool redness_hard_to_see(double monk, double redness) {
  constexpr double kSurelySeen = 2.0;
  return redness > 0.0 && redness_difference(monk, redness) < kSurelySeen;
}

Bruise bruise_at(BruiseKind kind, double days) {
  const bool pinpoint = kind == BruiseKind::petechia;
  const double fresh_blood = pinpoint ? 0.15 : 0.04;
  const double t = bounded(days, 0.0, 60.0) * (pinpoint ? 1.6 : 1.0);

  // Left of the blood: h' = -k h with k = 0.35 (1 - exp(-(t/1.5)^2)) per day, in closed form.
  constexpr double kBreakdown_per_d = 0.35, kEnzyme_d = 1.5, kFading_per_d = 0.30;
  constexpr double kHalfRootPi = 0.886226925452758;
  const auto left = [](double at) {
    return portable_exp(-kBreakdown_per_d *
                        (at - kEnzyme_d * kHalfRootPi * portable_erf(at / kEnzyme_d)));
  };
  // Bilirubin y' = -h' - f y, y(0) = 0. By parts y = exp(-f t) - h + f * integral of h(s)
  // exp(-f(t-s)), whose integrand is smooth: Simpson's rule.
  constexpr int kSteps = 128;
  double sum = portable_exp(-kFading_per_d * t) + left(t);
  for (int i = 1; i < kSteps; ++i) {
    const double s = t * i / kSteps;
    sum += (i % 2 ? 4.0 : 2.0) * left(s) * portable_exp(-kFading_per_d * (t - s));
  }
  const double integral = sum * t / (3.0 * kSteps);
  const double yellow = portable_exp(-kFading_per_d * t) - left(t) + kFading_per_d * integral;

  // Each hemoglobin carries four hemes, each of which becomes one bilirubin.
  return {fresh_blood * left(t), 0.30 + 0.25 * portable_exp(-t),
          4.0 * kHemoglobin_molar * fresh_blood * std::fmax(0.0, yellow)};
}

} // namespace rt
