#pragma once
// The measured spectra behind the skin colors: 31 bands, 400 to 700 nm in steps of 10 nm.
//
// Sources
//  - oxy- and deoxyhemoglobin: compiled by Scott Prahl, Oregon Medical Laser Center,
//    omlc.org/spectra/hemoglobin/summary.html; molar extinction in 1/(cm M) per mole of hemoglobin
//    tetramer (64 500 g/mol), base ten.
//  - bilirubin in chloroform (55 000 at 450.8 nm) and beta-carotene in hexane (139 500 at 451 nm):
//    PhotochemCAD by way of Prahl (119-abs, 041-abs); molar extinction in 1/(cm M), base ten.
//  - white_x, white_y, white_z: CIE 1931 2 degree observer times illuminant D65 (CIE 15), each
//  column
//    scaled to sum to the white point (0.95047, 1, 1.08883), so that XYZ = sum of reflectance *
//    white.
// Thirty-one bands are enough: 5 nm steps or 380 to 780 nm move no skin color by more than 0.04
// CIEDE2000.

#include <array>
#include <cstddef>

namespace rt {

struct SkinBand {
  double wavelength_nm;
  double oxyhemoglobin_per_cm_molar;
  double deoxyhemoglobin_per_cm_molar;
  double bilirubin_per_cm_molar;
  double carotene_per_cm_molar;
  double white_x, white_y, white_z;
};

inline constexpr std::size_t kSkinBands = 31;

inline constexpr std::array<SkinBand, kSkinBands> kSkinSpectra = {{
    {400, 266232, 223296, 23212, 59756, 0.0011221, 0.000031, 0.0053231},
    {410, 466840, 303956, 30863, 73472, 0.0037719, 0.0001048, 0.0179881},
    {420, 480360, 407560, 39311, 97126, 0.0118972, 0.0003537, 0.0571847},
    {430, 246072, 528600, 46825, 107669, 0.0233191, 0.0009517, 0.1138649},
    {440, 102580, 413280, 52050, 120878, 0.0346078, 0.0022829, 0.1736838},
    {450, 62816, 103292, 54790, 138800, 0.0372758, 0.0042085, 0.196574},
    {460, 44480, 23389, 53900, 120724, 0.0324639, 0.0066906, 0.1864318},
    {470, 33209, 16156, 46077, 108521, 0.021263, 0.0098911, 0.1402129},
    {480, 26629, 14550, 29682, 109724, 0.0105057, 0.0152536, 0.0893418},
    {490, 23684, 16684, 14055, 75715, 0.0033004, 0.0214241, 0.0479859},
    {500, 20933, 20862, 4755, 32736, 0.0005077, 0.0334323, 0.0281986},
    {510, 20035, 25774, 1298, 10439, 0.00095, 0.051324, 0.0161679},
    {520, 24202, 31590, 345, 3540, 0.0062825, 0.0704213, 0.0077736},
    {530, 39957, 39036, 138, 1562, 0.0168883, 0.0878632, 0.0043042},
    {540, 53236, 46592, 68, 1137, 0.02873, 0.0942754, 0.0020093},
    {550, 43016, 53412, 49, 1404, 0.0427347, 0.0979838, 0.0008631},
    {560, 32613, 53788, 39, 520, 0.0563336, 0.0941781, 0.0003697},
    {570, 44496, 45072, 13, 633, 0.0695678, 0.0868049, 0.0001918},
    {580, 50104, 37020, 17, 778, 0.0831696, 0.0788782, 0.0001498},
    {590, 14401, 28324, 23, 596, 0.0862468, 0.0635442, 0.0000925},
    {600, 3200, 14677, 24, 709, 0.090593, 0.0537562, 0.0000683},
    {610, 1506, 9444, 25, 991, 0.085123, 0.0426578, 0.0000289},
    {620, 942, 6510, 25, 1038, 0.0710061, 0.031626, 0.0000158},
    {630, 610, 5149, 3, 878, 0.0506999, 0.0208909, 0.0000039},
    {640, 442, 4345, 13, 1352, 0.0355237, 0.0138639, 0.0000016},
    {650, 368, 3750, 8, 852, 0.0214983, 0.0081049, 0},
    {660, 320, 3227, 18, 810, 0.012534, 0.0046314, 0},
    {670, 294, 2795, 62, 533, 0.0068141, 0.0024921, 0},
    {680, 278, 2408, 17, 376, 0.0034694, 0.0012596, 0},
    {690, 276, 2052, 7, 374, 0.0014997, 0.0005418, 0},
    {700, 290, 1794, 11, 296, 0.0007708, 0.000278, 0},
}};

} // namespace rt
