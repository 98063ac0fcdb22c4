// How tones, redness, bruises, dark spots and dry scale are mapped to the optics.
#include "model/skin/skin_color.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace rt;

namespace {

SkinState skin_of_tone(double monk, double redness = 0) {
  SkinState skin;
  skin.melanin_fraction = melanin_of_tone(monk);
  skin.redness = redness;
  return skin;
}
Lab lab_of(const SkinState &skin) { return to_lab(skin_reflect(skin)); }

void check_srgb(const Srgb8 &color, const Srgb8 &want) {
  for (std::size_t i = 0; i < 3; ++i) CHECK(std::abs(color[i] - want[i]) <= 1);
}

} // namespace

TEST_CASE("the ten tones meet their typology angles and their published albedo and preview") {
  struct Tone {
    double angle, melanin;
    Srgb8 albedo, preview;
  };
  constexpr Tone kTones[] = {
      {61, .0031, {0xbd, 0x9c, 0x8f}, {0xd8, 0xb2, 0xa4}},
      {55, .0087, {0xb9, 0x97, 0x88}, {0xd4, 0xad, 0x9c}},
      {47, .0168, {0xb4, 0x90, 0x7e}, {0xce, 0xa5, 0x90}},
      {37, .0281, {0xad, 0x88, 0x72}, {0xc6, 0x9c, 0x83}},
      {20, .0517, {0xa0, 0x78, 0x5e}, {0xb7, 0x8a, 0x6d}},
      {0, .0886, {0x8e, 0x66, 0x4a}, {0xa2, 0x75, 0x56}},
      {-20, .1350, {0x7b, 0x54, 0x3b}, {0x8d, 0x61, 0x44}},
      {-40, .1930, {0x69, 0x45, 0x30}, {0x79, 0x50, 0x39}},
      {-57, .2580, {0x59, 0x39, 0x2a}, {0x66, 0x43, 0x32}},
      {-72, .3620, {0x46, 0x2f, 0x25}, {0x51, 0x37, 0x2c}},
  };
  for (int i = 0; i < 10; ++i) {
    CAPTURE(i + 1);
    CHECK(melanin_of_tone(i + 1) == doctest::Approx(kTones[i].melanin).epsilon(1e-12));
    const LinearRgb color = skin_reflect(skin_of_tone(i + 1));
    check_srgb(to_srgb8(color), kTones[i].albedo);
    check_srgb(to_srgb8(color, kSkinExposure), kTones[i].preview);
    constexpr double s = optics::kSurfaceReflectance;
    const Lab seen = to_lab({color.r + s, color.g + s, color.b + s});
    CHECK(std::abs(typology_angle_degrees(seen) - kTones[i].angle) <= 0.5);
  }
}

TEST_CASE("the tone slider darkens evenly between the ten stops and stays inside them") {
  double before = melanin_of_tone(1);
  for (double tone = 1.05; tone <= 10.0; tone += 0.05) {
    CHECK(melanin_of_tone(tone) > before);
    CHECK(delta_e_2000(lab_of(skin_of_tone(tone)), lab_of(skin_of_tone(tone - 0.05))) < 0.6);
    before = melanin_of_tone(tone);
  }
  CHECK(melanin_of_tone(-3) == melanin_of_tone(1));
  CHECK(melanin_of_tone(12) == melanin_of_tone(10));
}

TEST_CASE("redness changes each tone as published and shows less on deep skin") {
  struct Change {
    int monk;
    double redness, dl, da, db, difference;
  };
  constexpr Change kChanges[] = {
      {1, .25, -2.5, +3.1, +0.1, 3.4}, {1, .5, -4.6, +5.9, +0.1, 6.1},
      {1, 1, -7.8, +10.6, +0.1, 10.2}, {3, .25, -2.2, +2.9, -0.3, 3.2},
      {3, .5, -4.1, +5.4, -0.6, 5.9},  {3, 1, -6.9, +9.7, -1.1, 9.9},
      {5, .25, -1.7, +2.3, -0.8, 2.7}, {5, .5, -3.1, +4.3, -1.5, 5.0},
      {5, 1, -5.3, +7.6, -2.6, 8.5},   {6, .25, -1.3, +1.8, -1.0, 2.2},
      {6, .5, -2.4, +3.3, -1.8, 4.0},  {6, 1, -4.1, +5.9, -3.1, 6.8},
      {7, .25, -0.9, +1.3, -1.0, 1.6}, {7, .5, -1.7, +2.4, -1.8, 3.0},
      {7, 1, -3.0, +4.2, -3.1, 5.2},   {8, .25, -0.6, +0.8, -0.8, 1.2},
      {8, .5, -1.2, +1.5, -1.5, 2.2},  {8, 1, -2.0, +2.7, -2.6, 3.7},
      {9, .25, -0.4, +0.5, -0.6, 0.8}, {9, .5, -0.8, +0.9, -1.1, 1.4},
      {9, 1, -1.3, +1.5, -1.9, 2.5},   {10, .25, -0.2, +0.2, -0.3, 0.4},
      {10, .5, -0.4, +0.3, -0.6, 0.7}, {10, 1, -0.6, +0.5, -1.0, 1.1},
  };
  for (const Change &c : kChanges) {
    CAPTURE(c.monk);
    CAPTURE(c.redness);
    const Lab calm = lab_of(skin_of_tone(c.monk)), red = lab_of(skin_of_tone(c.monk, c.redness));
    CHECK(std::abs(red.l - calm.l - c.dl) <= 0.06);
    CHECK(std::abs(red.a - calm.a - c.da) <= 0.06);
    CHECK(std::abs(red.b - calm.b - c.db) <= 0.06);
    CHECK(std::abs(redness_difference(c.monk, c.redness) - c.difference) <= 0.06);
  }
}

TEST_CASE(
    "a quarter of the redness scale is about one threshold of visible erythema on light skin") {
  for (double tone : {2.0, 3.0})
    for (int quarter = 1; quarter <= 4; ++quarter) {
      const double change =
          lab_of(skin_of_tone(tone, quarter / 4.0)).a - lab_of(skin_of_tone(tone)).a;
      CHECK(change / quarter >= 2.3);
      CHECK(change / quarter <= 3.2);
    }
}

TEST_CASE("the picture is said to hide redness on deep skin, and only where it does") {
  CHECK(redness_hard_to_see(8, 0.25));
  CHECK(redness_hard_to_see(9, 0.5));
  CHECK(redness_hard_to_see(10, 0.5));
  CHECK(redness_hard_to_see(10, 1.0));
  CHECK_FALSE(redness_hard_to_see(9, 1.0));
  CHECK_FALSE(redness_hard_to_see(8, 0.6));
  CHECK_FALSE(redness_hard_to_see(5, 0.25));
  CHECK_FALSE(redness_hard_to_see(1, 0.25));
  for (int tone = 1; tone <= 10; ++tone)
    CHECK_FALSE(redness_hard_to_see(tone, 0)); // nothing to tell
}

TEST_CASE("undertone moves light skin by about three a* each way and deep skin hardly") {
  const auto shift = [](double tone, double undertone) {
    SkinState skin = skin_of_tone(tone);
    skin.undertone_blood = undertone;
    return lab_of(skin).a - lab_of(skin_of_tone(tone)).a;
  };
  for (double tone = 1; tone <= 3; ++tone) {
    CHECK(shift(tone, kUndertoneMin) > -3.3);
    CHECK(shift(tone, kUndertoneMin) < -2.5);
    CHECK(shift(tone, kUndertoneMax) > 3.0);
    CHECK(shift(tone, kUndertoneMax) < 4.1);
  }
  CHECK(std::abs(shift(9, kUndertoneMin) + 0.5) < 0.1);
  CHECK(std::abs(shift(9, kUndertoneMax) - 0.6) < 0.1);
}

TEST_CASE("dark spots show more on brown and deep skin than on light skin") {
  const auto darkening = [](double tone) {
    SkinState skin = skin_of_tone(tone);
    const double before = lab_of(skin).l;
    skin.melanin_fraction = melanin_with_dark_spots(skin.melanin_fraction, 1.0);
    return lab_of(skin).l - before;
  };
  CHECK(std::abs(darkening(2) + 1.0) <= 0.06);
  CHECK(std::abs(darkening(5) + 3.8) <= 0.06);
  CHECK(std::abs(darkening(7) + 5.5) <= 0.06);
  CHECK(std::abs(darkening(9) + 5.0) <= 0.06);
  CHECK(melanin_with_dark_spots(0.1, 0.0) == 0.1);
}

TEST_CASE("a bruise ages through its published colors") {
  struct Day {
    double days;
    Srgb8 light, middle, brown, deep;
  };
  constexpr Day kDays[] = {
      {0, {0xa9, 0x78, 0x72}, {0x93, 0x63, 0x55}, {0x73, 0x49, 0x39}, {0x54, 0x35, 0x2b}},
      {2, {0xa5, 0x7c, 0x6b}, {0x90, 0x66, 0x51}, {0x71, 0x4a, 0x38}, {0x53, 0x36, 0x2a}},
      {4, {0xa8, 0x86, 0x68}, {0x92, 0x6d, 0x4f}, {0x72, 0x4e, 0x37}, {0x53, 0x37, 0x2a}},
      {6, {0xac, 0x8d, 0x6b}, {0x95, 0x72, 0x50}, {0x74, 0x51, 0x37}, {0x55, 0x38, 0x2a}},
      {10, {0xb3, 0x94, 0x75}, {0x9b, 0x76, 0x55}, {0x78, 0x53, 0x38}, {0x57, 0x39, 0x2a}},
  };
  const auto bruised = [](double tone, double days) {
    SkinState skin = skin_of_tone(tone);
    const Bruise bruise = bruise_at(BruiseKind::ecchymosis, days);
    skin.bruise_blood = bruise.blood;
    skin.bruise_saturation = bruise.saturation;
    skin.bilirubin_molar = bruise.bilirubin_molar;
    return skin;
  };
  for (const Day &day : kDays) {
    CAPTURE(day.days);
    check_srgb(to_srgb8(skin_reflect(bruised(2, day.days))), day.light);
    check_srgb(to_srgb8(skin_reflect(bruised(5, day.days))), day.middle);
    check_srgb(to_srgb8(skin_reflect(bruised(7, day.days))), day.brown);
    check_srgb(to_srgb8(skin_reflect(bruised(9, day.days))), day.deep);
  }
  const auto left = [&](double tone) {
    return delta_e_2000(lab_of(bruised(tone, 14)), lab_of(skin_of_tone(tone)));
  };
  CHECK(std::abs(left(2) - 4.2) <= 0.06);
  CHECK(std::abs(left(5) - 1.9) <= 0.06);
  CHECK(std::abs(left(7) - 0.7) <= 0.06);
  CHECK(std::abs(left(9) - 0.3) <= 0.06);
}

TEST_CASE(
    "blood of a bruise only falls, its yellow rises and fades, as small time steps also find") {
  for (BruiseKind kind : {BruiseKind::ecchymosis, BruiseKind::petechia}) {
    const bool pinpoint = kind == BruiseKind::petechia;
    const double fresh = pinpoint ? 0.15 : 0.04, pace = pinpoint ? 1.6 : 1.0;
    CHECK(bruise_at(kind, 0).blood == doctest::Approx(fresh));
    CHECK(bruise_at(kind, 0).saturation == doctest::Approx(0.55));
    CHECK(bruise_at(kind, 0).bilirubin_molar == doctest::Approx(0.0));
    CHECK(bruise_at(kind, 1 / pace).saturation == doctest::Approx(0.30 + 0.25 * 0.3678794));
    CHECK(bruise_at(kind, 30).saturation == doctest::Approx(0.30));
    double left = 1, yellow = 0, t = 0;
    const double step = 1e-3;
    for (int day = 1; day <= 30; ++day) {
      const Bruise before = bruise_at(kind, day - 1);
      for (; t < day * pace - step / 2;
           t += step) { // midpoint rule, independent of the closed form
        const auto k = [](double at) { return 0.35 * (1 - std::exp(-at * at / 2.25)); };
        const double half_left = left - step / 2 * k(t) * left;
        const double half_yellow = yellow + step / 2 * (k(t) * left - 0.30 * yellow);
        left -= step * k(t + step / 2) * half_left;
        yellow += step * (k(t + step / 2) * half_left - 0.30 * half_yellow);
      }
      const Bruise now = bruise_at(kind, day);
      CAPTURE(day);
      CHECK(now.blood < before.blood);
      CHECK(std::abs(now.blood - fresh * left) < 1e-5 * fresh);
      CHECK(std::abs(now.bilirubin_molar - 4 * optics::kHemoglobin_molar * fresh * yellow) < 1e-8);
      if (day * pace <= 3) CHECK(now.bilirubin_molar > before.bilirubin_molar);
      if (day * pace >= 8) CHECK(now.bilirubin_molar < before.bilirubin_molar);
    }
  }
}

TEST_CASE("dry scale lightens and grays deep skin more than light skin") {
  const auto change = [](double tone) {
    SkinState skin = skin_of_tone(tone);
    const Lab bare = lab_of(skin);
    skin.flakes = 1;
    const Lab flaky = lab_of(skin);
    CHECK(flaky.l > bare.l);
    CHECK(std::hypot(flaky.a, flaky.b) < std::hypot(bare.a, bare.b));
    return flaky.l - bare.l;
  };
  double before = 0;
  for (int tone = 1; tone <= 10; ++tone) {
    const double now = change(tone);
    CHECK(now > before);
    before = now;
  }
  const LinearRgb bare = skin_reflect(skin_of_tone(6)), same = under_flakes(bare, 0);
  CHECK(same.g == doctest::Approx(bare.g));
}

TEST_CASE("full scale over black shows its own light, over white it stays white") {
  CHECK(under_flakes({0, 0, 0}, 1).g == doctest::Approx(0.11));
  CHECK(under_flakes({0, 0, 0}, 0.5).g == doctest::Approx(0.055));
  CHECK(under_flakes({1, 1, 1}, 1).g == doctest::Approx(1.0));
  SkinState skin = skin_of_tone(6);
  const LinearRgb want = under_flakes(skin_reflect(skin), 0.7);
  skin.flakes = 0.7;
  CHECK(skin_reflect(skin).r == doctest::Approx(want.r));
}
