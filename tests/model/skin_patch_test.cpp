// What the illustration is told to show.
#include "model/skin/skin_patch.h"
#include "model/skin/skin_tables.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace rt;

namespace {

SkinPatch patch_of_tone(double monk) {
  SkinPatch patch;
  patch.melanin_fraction = melanin_of_tone(monk);
  patch.redness = 0.6;
  patch.swelling = 0.3;
  patch.bruising = 0.2;
  patch.tightness = 0.4;
  patch.flaking = 0.1;
  patch.pores = 0.5;
  patch.days = 1;
  return patch;
}

constexpr std::size_t kMelanin = 1, kExposure = 20;

} // namespace

TEST_CASE("every tone gets the same exposure, light, physiology and signs: only melanin differs") {
  const PatchNumbers light = patch_numbers(patch_of_tone(1), 0.1);
  for (int tone = 2; tone <= 10; ++tone) {
    const PatchNumbers deep = patch_numbers(patch_of_tone(tone), 0.1);
    for (std::size_t i = 0; i < kPatchNumbers; ++i)
      if (i != kMelanin) CHECK(deep[i] == light[i]);
    SkinState skin;
    skin.melanin_fraction = melanin_of_tone(tone);
    CHECK(static_cast<double>(deep[kMelanin]) == doctest::Approx(table_place(skin).melanin));
  }
  CHECK(static_cast<double>(light[kExposure]) == doctest::Approx(kSkinExposure));
  double length = 0;
  for (double part : kPatchLight) length += part * part;
  CHECK(length == doctest::Approx(1).epsilon(1e-3));
}

TEST_CASE("a patch shows as much bruise as the model says, whatever its age") {
  for (BruiseKind kind : {BruiseKind::ecchymosis, BruiseKind::petechia}) {
    const double fresh = bruise_at(kind, 0).blood;
    double before = -1;
    for (double days = 0; days <= 60; days += 0.5) {
      const Bruise bruise = patch_bruise(kind, 0.5, days);
      const double blood = bruise.blood / fresh,
                   yellow = bruise.bilirubin_molar / (4 * optics::kHemoglobin_molar * fresh);
      CAPTURE(days);
      CHECK(blood + yellow == doctest::Approx(0.5));
      if (days <= 14) CHECK(yellow > before); // it turns from red to yellow
      before = yellow;
      CHECK(patch_bruise(kind, 0, days).blood == 0);
    }
  }
}

TEST_CASE("openings close, pinpoints fade, and calm skin shows neither") {
  constexpr std::size_t kOpenings = 15, kPinpoints = 16, kRedness = 3, kBruise = 8;
  SkinPatch patch = patch_of_tone(5);
  float open = 2, bled = 2;
  for (double days : {0.0, 0.5, 1.0, 2.0, 4.0, 7.0, 14.0}) {
    patch.days = days;
    const PatchNumbers n = patch_numbers(patch, 0.1);
    CHECK(n[kOpenings] < open);
    CHECK(n[kPinpoints] < bled);
    open = n[kOpenings];
    bled = n[kPinpoints];
  }
  CHECK(open < 1e-6f);
  SkinPatch calm;
  calm.openings = false;
  const PatchNumbers n = patch_numbers(calm, 0.1);
  for (std::size_t i : {kRedness, kBruise, kOpenings, kPinpoints}) CHECK(n[i] == 0);
}

TEST_CASE("more passes put the needle points closer; stamp and RF keep to their grid in one pass") {
  for (int device = 0; device < kDevices; ++device) {
    Factors factors;
    factors.device = static_cast<Device>(device);
    factors.passes = 1;
    const NeedlePattern once = needle_pattern(factors);
    factors.passes = 4;
    const NeedlePattern often = needle_pattern(factors);
    CHECK(often.pitch_mm == doctest::Approx(once.pitch_mm / 2));
    CHECK(once.pitch_mm >= 1);
    CHECK(once.pitch_mm <= 2);
    const bool grid = factors.device != Device::roller && factors.device != Device::pen;
    CHECK((once.jitter < 0.1) == grid);
    CHECK(often.jitter >= 0.3);
  }
}

TEST_CASE("any numbers, even senseless ones, make a patch that can be drawn") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  for (double x : {nan, std::numeric_limits<double>::infinity(), -1e300, 0.0, 1e-300, 1e300}) {
    SkinPatch patch{x, x, x, x, x, x, x, x, x, {x, x, x}};
    for (float number : patch_numbers(patch, x)) CHECK(std::isfinite(number));
  }
}
