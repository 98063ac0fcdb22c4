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
//    column scaled to sum to the white point (0.95047, 1, 1.08883), so that XYZ = sum of
//    reflectance * white; in ten-millionths.
// Thirty-one bands are enough: 5 nm steps or 380 to 780 nm move no skin color by more than 0.04
// CIEDE2000.

#include <array>
#include <cstddef>

namespace rt {

// Whole numbers, each exactly a float: half as large as doubles where the widget is loaded.
struct SkinBand {
  float wavelength_nm;
  float oxyhemoglobin_per_cm_molar;
  float deoxyhemoglobin_per_cm_molar;
  float bilirubin_per_cm_molar;
  float carotene_per_cm_molar;
  float white_x, white_y, white_z;
};

inline constexpr std::size_t kSkinBands = 31;

inline constexpr std::array<SkinBand, kSkinBands> kSkinSpectra = {{
    {400, 266232, 223296, 23212, 59756, 11221, 310, 53231},
    {410, 466840, 303956, 30863, 73472, 37719, 1048, 179881},
    {420, 480360, 407560, 39311, 97126, 118972, 3537, 571847},
    {430, 246072, 528600, 46825, 107669, 233191, 9517, 1138649},
    {440, 102580, 413280, 52050, 120878, 346078, 22829, 1736838},
    {450, 62816, 103292, 54790, 138800, 372758, 42085, 1965740},
    {460, 44480, 23389, 53900, 120724, 324639, 66906, 1864318},
    {470, 33209, 16156, 46077, 108521, 212630, 98911, 1402129},
    {480, 26629, 14550, 29682, 109724, 105057, 152536, 893418},
    {490, 23684, 16684, 14055, 75715, 33004, 214241, 479859},
    {500, 20933, 20862, 4755, 32736, 5077, 334323, 281986},
    {510, 20035, 25774, 1298, 10439, 9500, 513240, 161679},
    {520, 24202, 31590, 345, 3540, 62825, 704213, 77736},
    {530, 39957, 39036, 138, 1562, 168883, 878632, 43042},
    {540, 53236, 46592, 68, 1137, 287300, 942754, 20093},
    {550, 43016, 53412, 49, 1404, 427347, 979838, 8631},
    {560, 32613, 53788, 39, 520, 563336, 941781, 3697},
    {570, 44496, 45072, 13, 633, 695678, 868049, 1918},
    {580, 50104, 37020, 17, 778, 831696, 788782, 1498},
    {590, 14401, 28324, 23, 596, 862468, 635442, 925},
    {600, 3200, 14677, 24, 709, 905930, 537562, 683},
    {610, 1506, 9444, 25, 991, 851230, 426578, 289},
    {620, 942, 6510, 25, 1038, 710061, 316260, 158},
    {630, 610, 5149, 3, 878, 506999, 208909, 39},
    {640, 442, 4345, 13, 1352, 355237, 138639, 16},
    {650, 368, 3750, 8, 852, 214983, 81049, 0},
    {660, 320, 3227, 18, 810, 125340, 46314, 0},
    {670, 294, 2795, 62, 533, 68141, 24921, 0},
    {680, 278, 2408, 17, 376, 34694, 12596, 0},
    {690, 276, 2052, 7, 374, 14997, 5418, 0},
    {700, 290, 1794, 11, 296, 7708, 2780, 0},
}};

} // namespace rt
