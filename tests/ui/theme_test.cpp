// Colors for any page: what must be read can be read.

#include "content/documents.h"
#include "ui/draw/theme.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace rt::test {

namespace {

std::string told(Color c) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out = "#";
  for (const unsigned shift : {0u, 8u, 16u}) {
    out += digits[c >> (shift + 4) & 15u];
    out += digits[c >> shift & 15u];
  }
  return out;
}

void check_pair(const std::string &name, Color ink, Color ground, double ratio) {
  const double found = contrast(ink, ground);
  if (found < ratio - 0.005)
    FAIL_CHECK(name << ": " << told(ink) << " on " << told(ground) << " has " << found << ":1");
}

// Each color of a text or a shape on each ground that it is drawn on.
void check_theme(const Theme &t) {
  for (const Color ground : {t.surface, t.background}) {
    check_pair("text", t.text, ground, 4.5);
    check_pair("muted text", t.muted, ground, 4.5);
    check_pair("focus ring", t.focus, ground, 3);
  }
  check_pair("text of a lit option", t.text, t.accent_soft, 4.5);
  check_pair("text of a chosen option", t.on_accent, t.accent, 4.5);
  check_pair("accent as text", t.accent, t.surface, 4.5);
  check_pair("accent of a lit button", t.accent, t.accent_soft, 3);
  check_pair("chip of hours gained", t.chip_good_text, t.chip_good, 4.5);
  check_pair("chip of hours lost", t.chip_bad_text, t.chip_bad, 4.5);
  check_pair("warning heading", t.chip_bad_text, t.surface, 4.5);
  for (const Color band : {t.band, t.band_alternate}) {
    check_pair("phase name", t.muted, band, 4.5);
    check_pair("day line", t.accent, band, 3);
    check_pair("milestone line", t.chip_good_text, band, 3);
    for (const Color sign : t.sign) check_pair("curve", sign, band, 3);
  }
  for (const Color c : {t.background, t.surface, t.text, t.muted, t.accent, t.on_accent, t.focus})
    CHECK((c >> 24) == 255);
}

} // namespace

TEST_CASE("contrast is that of WCAG 2") {
  CHECK(contrast(hex(0x000000), hex(0xffffff)) == doctest::Approx(21));
  CHECK(contrast(hex(0xffffff), hex(0xffffff)) == doctest::Approx(1));
  CHECK(contrast(hex(0x767676), hex(0xffffff)) == doctest::Approx(4.54).epsilon(0.001));
  CHECK(contrast(hex(0xff0000), hex(0xffffff)) == doctest::Approx(3.998).epsilon(0.001));
  CHECK(contrast(hex(0xffffff), hex(0x767676)) == contrast(hex(0x767676), hex(0xffffff)));
}

TEST_CASE("a color that can be read stays, another is moved just far enough") {
  CHECK(readable(hex(0x7a2d42), hex(0xffffff), 4.5) == hex(0x7a2d42));
  const Color moved = readable(hex(0xffe45c), hex(0xffffff), 4.5);
  CHECK(contrast(moved, hex(0xffffff)) >= 4.5);
  CHECK(contrast(moved, hex(0xffffff)) < 6);
  CHECK(contrast(readable(hex(0x222222), hex(0x111111), 7), hex(0x111111)) >= 7);
}

TEST_CASE("the four looks of our own keep their contrast") {
  for (const bool dark : {false, true})
    for (const bool forced : {false, true}) {
      INFO(std::string(dark ? "dark" : "light") << std::string(forced ? ", forced colors" : ""));
      ThemeRequest page;
      page.dark = dark;
      page.forced_colors = forced;
      check_theme(make_theme(page));
    }
}

TEST_CASE("brand colors that can be read are taken as they are") {
  ThemeRequest page;
  page.accent = hex(0x0b5563);
  page.background = hex(0xf4f1ea);
  page.surface = hex(0xffffff);
  page.text = hex(0x222222);
  const Theme t = make_theme(page);
  CHECK(t.accent == page.accent);
  CHECK(t.background == page.background);
  CHECK(t.surface == page.surface);
  CHECK(t.text == page.text);
}

TEST_CASE("500 random brand colors keep 4.5:1 for text and 3:1 for graphics") {
  Random dice{7};
  auto any = [&] { return hex(static_cast<unsigned>(dice.below(0x1000000))); };
  for (int i = 0; i < 500; ++i) {
    ThemeRequest page;
    page.dark = dice.below(2) == 1;
    page.forced_colors = dice.below(4) == 0;
    page.accent = any();
    if (dice.below(4) != 0) page.background = any();
    if (dice.below(2) != 0) page.surface = any();
    if (dice.below(2) != 0) page.text = any();
    INFO("accent " << told(page.accent) << ", background " << told(page.background) << ", surface "
                   << told(page.surface) << ", text " << told(page.text)
                   << std::string(page.dark ? ", dark" : ", light"));
    check_theme(make_theme(page));
  }
}

TEST_CASE("a brand color that is not used as it is given is told with its reason") {
  ThemeRequest page;
  CHECK(corrections(page, make_theme(page)).empty());
  page.accent = hex(0x0b5563);
  page.background = hex(0xf4f1ea);
  CHECK(corrections(page, make_theme(page)).empty());

  page.accent = hex(0xffe45c);
  page.surface = hex(0x808080);
  page.text = hex(0x999999);
  const Theme t = make_theme(page);
  const std::vector<Correction> told = corrections(page, t);
  REQUIRE(told.size() == 3);
  CHECK(told[0].property == "--rt-accent");
  CHECK(told[0].used == t.accent);
  CHECK(told[0].against == "--rt-surface");
  CHECK(told[0].ratio < told[0].needed);
  CHECK(told[1].property == "--rt-surface");
  CHECK(told[1].against == "text");
  CHECK(told[2].property == "--rt-text");

  page.forced_colors = true; // the visitor's own colors
  CHECK(corrections(page, make_theme(page)).empty());
}

TEST_CASE("a color that is translucent is used opaque, and that is told") {
  ThemeRequest page;
  page.accent = hex(0x0b5563, 128);
  const Theme t = make_theme(page);
  const std::vector<Correction> told = corrections(page, t);
  REQUIRE(told.size() == 1);
  CHECK(told[0].used == hex(0x0b5563));
  CHECK(told[0].against.empty());
}

TEST_CASE("text size and corners stay within what can be drawn") {
  ThemeRequest page;
  for (const float wild : {-3.0f, 0.0f, 1000.0f}) {
    page.text_scale = wild;
    page.radius = wild;
    const Theme t = make_theme(page);
    CHECK((t.text_scale >= 0.5f && t.text_scale <= 4));
    CHECK((t.radius >= 0 && t.radius <= 40));
  }
  page.radius = 0;
  CHECK(make_theme(page).radius == 0);
}

} // namespace rt::test
