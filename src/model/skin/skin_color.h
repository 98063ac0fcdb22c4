#pragma once
// The color of skin from its optics: a three-layer Kubelka-Munk model of epidermis, papillary
// dermis and reticular dermis, fitted to measured faces from very light to very deep skin.
//
// Every tone goes through the same physiology: redness is the same added blood under each, and the
// melanin above it filters what is seen. Reflectance is diffuse, specular reflection excluded (what
// a spectrophotometer calls SCE).
//
// Units: lengths cm, absorption and scattering 1/cm, wavelengths nm, concentrations mol/L, amounts
// of blood and melanin as volume fractions. Every function is total and finite: input outside the
// stated range is taken as the nearest end of it, not-a-number as the lower end.

#include "model/skin/color_space.h"
#include "model/skin/skin_spectra.h"

#include <array>

namespace rt {

// ---- Constants of the optics ------------------------------------------------------------------
// "fitted": chosen so that the model meets the medians of facial skin in eleven classes of typology
// angle in the ISSA collection (Lu et al., Scientific Data 2025; 12:487, CC BY 4.0) with melanin as
// the only free quantity; all are inside the ranges of the literature. "chosen": a decision of
// ours.
namespace optics {

// Absorption of melanosomes, c * wavelength^-p, and of bloodless skin, offset + scale * exp(...):
// eumelanin and bloodless skin from Jacques 1998, pheomelanin from Donner, Jensen 2006; the share of
// eumelanin and what is multiplied with the base in epidermis and dermis fitted.
inline constexpr double kEumelaninScale = 6.6e11, kEumelaninPower = 3.33;
inline constexpr double kPheomelaninScale = 2.9e15, kPheomelaninPower = 4.75;
inline constexpr double kEumelaninShare = 0.74;
inline constexpr double kBaseOffset = 0.244, kBaseScale = 85.3;
inline constexpr double kBaseFrom_nm = 154.0, kBaseDecay_nm = 66.2;
inline constexpr double kEpidermisBase = 1.15, kDermisBase = 0.65;

// Blood: 150 g/L hemoglobin of 64 500 g/mol, usual clinical and chemical values.
inline constexpr double kHemoglobin_molar = 150.0 / 64500.0;
// From base-ten extinction, as in Prahl's compilation.
inline constexpr double kLn10 = 2.303;
// Blood packed in vessels of this radius absorbs less than the same blood spread evenly: factor
// (1 - exp(-x)) / x with x = 2 * radius * absorption (van Veen, Verkruysse); radius chosen, 10 um.
inline constexpr double kVesselRadius_cm = 10e-4;
// Blood of the reticular dermis (fitted), and the share of the upper bruise found there (chosen).
inline constexpr double kReticularBlood = 0.013;
inline constexpr double kReticularBruise = 0.3;

// Yellow and green pigments. Carotene fitted. Biliverdin has two Gaussian bands (approximate, peaks
// near 377 and 660 nm) at 8 % of the bilirubin (chosen: 20 % looked too green).
inline constexpr double kEpidermisCarotene_molar = 9e-6, kDermisCarotene_molar = 4.2e-6;
inline constexpr double kBiliverdinPerBilirubin = 0.08;
inline constexpr double kBiliverdinBlue_per_cm_molar = 48000.0, kBiliverdinBlue_nm = 377.0,
                        kBiliverdinBlueWidth_nm = 28.0;
inline constexpr double kBiliverdinRed_per_cm_molar = 15000.0, kBiliverdinRed_nm = 660.0,
                        kBiliverdinRedWidth_nm = 55.0;

// Reduced scattering a * (f * (w/500)^-4 + (1-f) * (w/500)^-b): form and f from Jacques 2013 eq. 2
// (mean of skin), a and b fitted. The epidermis scatters more, and melanosomes add to it (fitted).
inline constexpr double kScatterAt500_per_cm = 38.0, kRayleighShare = 0.409, kMiePower = 1.10;
inline constexpr double kEpidermisScatter = 1.18, kScatterPerMelanin = 1.15;

// How thick the layers are: the first fitted, the second chosen.
inline constexpr double kEpidermis_cm = 55e-4, kPapillary_cm = 250e-4;

// Surface, refractive index 1.4: reflection from outside, and Saunderson's share of the light that
// the surface throws back from inside, 1 - (1 - 0.0773) / n^2.
inline constexpr double kSurfaceReflectance = 0.0278, kInsideReflectance = 0.529;

// Blood of the papillary dermis at rest (fitted), and what full redness adds (chosen: a quarter of
// the scale is about one COLIPA threshold of clearly perceptible erythema, delta a* 2.5, on light
// skin).
inline constexpr double kRestingBlood = 0.016, kRednessBlood = 0.044;
inline constexpr double kRestingSaturation = 0.68, kRednessSaturation = 0.12;

// A sheet of dry scale reflects this much by itself where it covers the skin fully (chosen).
inline constexpr double kFlakeReflectance = 0.11;

// Dark spots after inflammation: melanin rises by up to this share (chosen).
inline constexpr double kDarkSpotMelanin = 0.35;

} // namespace optics

// One exposure for every tone: true albedo looks dull beside a white page, and an exposure of its
// own for each tone would fake contrast. At this value no skin color leaves 0..1.
inline constexpr double kSkinExposure = 1.35;

// ---- State and color --------------------------------------------------------------------------
// What the skin holds at one place. Defaults are calm skin of Monk tone 5.
struct SkinState {
  // Melanosomes in the epidermis, 0..1; measured faces have 0.003..0.36.
  double melanin_fraction = 0.0517;
  // 0 is calm, 1 the strongest usually seen.
  double redness = 0;
  // Escaped blood in the papillary dermis, volume fraction 0..0.5, and its oxygen saturation, 0..1.
  double bruise_blood = 0;
  double bruise_saturation = 0.45;
  // mol/L, 0..0.005; biliverdin follows at 8 % of it.
  double bilirubin_molar = 0;
  // 0 is none, 1 fully covered by dry scale.
  double flakes = 0;
  // Blood at rest, 0..0.1; the slider goes from 0.006 to 0.03.
  double undertone_blood = optics::kRestingBlood;
};
inline constexpr double kUndertoneMin = 0.006, kUndertoneMax = 0.03;

// Blood fraction of the papillary dermis that the state stands for, 0..0.144.
double papillary_blood(const SkinState &);
// Oxygen saturation of that blood: rises as redness brings arterial blood, 0.68..0.86.
double papillary_saturation(double blood_fraction);

// Diffuse reflectance in each band of kSkinSpectra, without flakes, each in 0..1.
using SkinSpectrum = std::array<double, kSkinBands>;
SkinSpectrum skin_spectrum(const SkinState &);

// The albedo that a viewer sees, flakes included; linear, not exposed.
LinearRgb skin_reflect(const SkinState &);

// A layer of dry scale over any albedo, channel by channel; amount 0..1. Deep skin turns ashy.
LinearRgb under_flakes(const LinearRgb &albedo, double amount);

// Melanin with dark spots of strength 0..1 after inflammation.
double melanin_with_dark_spots(double melanin_fraction, double strength);

// ---- Tone -------------------------------------------------------------------------------------
// Monk Skin Tone 1..10 to melanin. The stops meet typology angles 61, 55, 47, 37, 20, 0, -20, -40,
// -57, -72 degrees with the surface reflection included, so that 1..4 lie above 30 and 8..10 below
// -30; the deepest is about the first percentile of the ISSA faces. Between stops the square root
// of melanin above 0.002 runs linearly, which steps evenly to the eye.
double melanin_of_tone(double monk);

// The published Monk swatches (Dr. Ellis Monk, Google; CC BY 4.0): labels for the tone picker only.
// Tones 1 to 5 are lighter than any measured skin, so pictures of skin never use them.
inline constexpr std::array<Srgb8, 10> kMonkSwatches = {{{0xf6, 0xed, 0xe4},
                                                         {0xf3, 0xe7, 0xdb},
                                                         {0xf7, 0xea, 0xd0},
                                                         {0xea, 0xda, 0xba},
                                                         {0xd7, 0xbd, 0x96},
                                                         {0xa0, 0x7e, 0x56},
                                                         {0x82, 0x5c, 0x43},
                                                         {0x60, 0x41, 0x34},
                                                         {0x3a, 0x31, 0x2a},
                                                         {0x29, 0x24, 0x20}}};

// CIEDE2000 between calm skin of this tone and the same skin with this redness, undertone at rest.
double redness_difference(double monk, double redness);
// True when there is redness but the picture hardly shows it (difference below 2): then words must
// tell it. Holds for slight redness on any tone and for strong redness on the deepest.
bool redness_hard_to_see(double monk, double redness);

// ---- Bruise -----------------------------------------------------------------------------------
// A bruise as it ages: blood breaks down to bilirubin (heme oxygenase needs about a day to rise),
// which fades with a rate of 0.30 per day. The order of colors follows Stam 2010 and 2011 and
// Langlois 2015, the rates are chosen; color dates a bruise poorly (Hughes, Langlois 2010), so
// never caption an age.
enum class BruiseKind {
  // A flat bruise: blood fraction 0.04 when fresh.
  ecchymosis,
  // A pinpoint: blood fraction 0.15 when fresh, and 1.6 times as fast.
  petechia,
};
struct Bruise {
  // Volume fraction of escaped blood, and its oxygen saturation.
  double blood;
  double saturation;
  // mol/L.
  double bilirubin_molar;
};
// days: since the bruise appeared, 0..60. The blood falls steadily; bilirubin rises, then fades.
Bruise bruise_at(BruiseKind, double days);

} // namespace rt
