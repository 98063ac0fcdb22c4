#include "model/skin/skin_tables.h"

#include "support/random.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

using namespace rt;
using test::Random;

namespace {

struct Tables {
  std::vector<std::uint8_t> albedo = std::vector<std::uint8_t>(kAlbedoTableBytes);
  std::vector<std::uint8_t> yellow = std::vector<std::uint8_t>(kYellowTableBytes);
  Tables() {
    fill_albedo_table(std::span<std::uint8_t, kAlbedoTableBytes>(albedo));
    fill_yellow_table(std::span<std::uint8_t, kYellowTableBytes>(yellow));
  }
  LinearRgb at(const TablePlace &place) const {
    return sample_tables(std::span<const std::uint8_t, kAlbedoTableBytes>(albedo),
                         std::span<const std::uint8_t, kYellowTableBytes>(yellow), place);
  }
};
const Tables &tables() {
  static const Tables made;
  return made;
}

SkinState random_skin(Random &dice, double most_bruise, double most_bilirubin_molar) {
  SkinState skin;
  skin.melanin_fraction = melanin_of_tone(dice.between(1, 10));
  skin.redness = dice.between(0, 1);
  skin.bruise_blood = dice.between(0, most_bruise);
  skin.bilirubin_molar = dice.between(0, most_bilirubin_molar);
  return skin;
}

double error_of(const SkinState &skin) {
  return delta_e_2000(to_lab(skin_reflect(skin)), to_lab(tables().at(table_place(skin))));
}

} // namespace

TEST_CASE("the albedo table gives every tone, redness and fresh bruise within 0.7 of the model") {
  Random dice(20);
  std::vector<double> errors;
  for (int i = 0; i < 3000; ++i) errors.push_back(error_of(random_skin(dice, kTableBruiseSpan, 0)));
  std::sort(errors.begin(), errors.end());
  double mean = 0;
  for (double e : errors) mean += e / 3000;
  MESSAGE("albedo table: mean " << mean << ", p99 " << errors[2970] << ", max " << errors.back());
  CHECK(mean <= 0.25);
  CHECK(errors.back() <= 0.7);
}

TEST_CASE("the albedo table holds dark spots and every undertone, too") {
  Random dice(20);
  for (int i = 0; i < 1000; ++i) {
    SkinState skin = random_skin(dice, kTableBruiseSpan, 0);
    skin.melanin_fraction = melanin_with_dark_spots(skin.melanin_fraction, dice.between(0, 1));
    skin.undertone_blood = dice.between(kUndertoneMin, kUndertoneMax);
    CHECK(error_of(skin) <= 0.7);
  }
}

TEST_CASE(
    "yellow as a ratio stays close to the model over redness and the range of a flat bruise") {
  Random dice(20);
  std::vector<double> errors;
  for (int i = 0; i < 3000; ++i) errors.push_back(error_of(random_skin(dice, 0.04, 200e-6)));
  std::sort(errors.begin(), errors.end());
  double mean = 0;
  for (double e : errors) mean += e / 3000;
  MESSAGE("product: mean " << mean << ", p95 " << errors[2850] << ", max " << errors.back());
  CHECK(mean <= 0.5);
  CHECK(errors[2850] <= 1.7);
  CHECK(errors.back() <= 4.0);
}

TEST_CASE("a bruise of any age is drawn close to the model at every tone") {
  // Includes the table's fixed saturation and the end of its yellow axis. Light skin is the worst.
  const auto worst = [](BruiseKind kind) {
    double most = 0;
    for (int tone = 1; tone <= 10; ++tone)
      for (double days = 0; days <= 14; days += 0.25) {
        const Bruise bruise = bruise_at(kind, days);
        SkinState skin;
        skin.melanin_fraction = melanin_of_tone(tone);
        skin.bruise_blood = bruise.blood;
        skin.bruise_saturation = bruise.saturation;
        skin.bilirubin_molar = bruise.bilirubin_molar;
        most = std::max(most, error_of(skin));
      }
    return most;
  };
  const double flat = worst(BruiseKind::ecchymosis), pinpoint = worst(BruiseKind::petechia);
  MESSAGE("bruise by tables: flat " << flat << ", pinpoint " << pinpoint);
  CHECK(flat <= 3.0);
  CHECK(pinpoint <= 4.5);
}

TEST_CASE("without bilirubin the yellow table changes nothing, and its ratios fit their bytes") {
  const auto &yellow = tables().yellow;
  for (std::size_t i = 0; i < kYellowTableBytes; ++i) {
    if (i % 4 == 3) {
      CHECK(yellow[i] == 255);
    } else {
      CHECK(yellow[i] > 0);
      CHECK(yellow[i] < 255); // nothing was cut off
    }
    if (i < kTableSide * 4 && i % 4 != 3)
      CHECK(std::abs(yellow[i] * kTableYellowMax / 255 - 1) <= 0.0021);
  }
  for (std::size_t x = 0; x < kTableSide; ++x) { // at texels of bloodless skin
    const auto &albedo = tables().albedo;
    const LinearRgb want = from_srgb8({albedo[4 * x], albedo[4 * x + 1], albedo[4 * x + 2]});
    const LinearRgb got = tables().at({static_cast<double>(x) / 15.0, 0, 0, 0});
    CHECK(std::abs(got.r / want.r - 1) <= 0.0021);
    CHECK(std::abs(got.b / want.b - 1) <= 0.0021);
  }
}

TEST_CASE("table corners are the model at the ends of the axes") {
  const auto corner = [](double melanin, double blood, double bruise) {
    SkinState skin;
    skin.melanin_fraction = kTableMelaninMin + kTableMelaninSpan * melanin;
    skin.undertone_blood = kTableBloodSpan * blood;
    skin.bruise_blood = kTableBruiseSpan * bruise;
    return skin;
  };
  for (double melanin : {0.0, 1.0})
    for (double blood : {0.0, 1.0})
      for (double bruise : {0.0, 1.0}) {
        const SkinState skin = corner(melanin, blood, bruise);
        const TablePlace place = table_place(skin);
        CHECK(place.melanin == doctest::Approx(melanin));
        CHECK(place.blood == doctest::Approx(blood));
        CHECK(place.bruise == doctest::Approx(bruise));
        const Srgb8 want = to_srgb8(skin_reflect(skin)), got = to_srgb8(tables().at(place));
        for (std::size_t i = 0; i < 3; ++i) CHECK(std::abs(want[i] - got[i]) <= 1);
      }
}

TEST_CASE("a place beyond the tables, or none at all, reads their edge") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const LinearRgb origin = tables().at({0, 0, 0, 0}), end = tables().at({1, 1, 1, 1});
  const LinearRgb below = tables().at({-1, nan, -1e300, nan}),
                  above = tables().at({2, 3, 1e300, 9});
  CHECK(below.r == origin.r);
  CHECK(below.b == origin.b);
  CHECK(above.r == end.r);
  CHECK(above.b == end.b);
  SkinState senseless;
  senseless.melanin_fraction = nan;
  senseless.bruise_blood = nan;
  senseless.bilirubin_molar = std::numeric_limits<double>::infinity();
  const TablePlace place = table_place(senseless);
  CHECK(place.melanin == 0);
  CHECK(place.bruise == 0);
  CHECK(place.yellow == 1);
}
