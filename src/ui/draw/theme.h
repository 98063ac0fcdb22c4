#pragma once
// Colors and measures of the whole interface, derived from what the page says.

#include "ui/draw/host.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace rt {

// 0xAABBGGRR, straight alpha: ImGui's own packing.
using Color = std::uint32_t;
constexpr Color rgba(unsigned r, unsigned g, unsigned b, unsigned a = 255) {
  return r | g << 8 | b << 16 | a << 24;
}
constexpr Color hex(unsigned rrggbb, unsigned alpha = 255) {
  return rgba(rrggbb >> 16 & 255, rrggbb >> 8 & 255, rrggbb & 255, alpha);
}
constexpr Color with_alpha(Color c, unsigned alpha) { return (c & 0x00FFFFFFu) | alpha << 24; }
// a + (b-a)*t in sRGB; the alpha of `a` stays. t in 0..1.
Color mix(Color a, Color b, float t);
// WCAG 2 contrast ratio of two opaque colors, 1..21.
double contrast(Color, Color);
// `color`, moved toward black or white until it has `ratio` against `ground`.
Color readable(Color color, Color ground, double ratio);

// What the page asks for; alpha 0 = not said.
struct ThemeRequest {
  bool dark = false;
  bool forced_colors = false;
  float text_scale = 1;        // root font size / 16 CSS px, 0.5 .. 4
  bool reduced_motion = false; // nothing moves by itself
  float radius = -1;           // CSS px of a card's corner, < 0: ours
  Color accent = 0, background = 0, surface = 0, text = 0;
  bool operator==(const ThemeRequest &) const = default;
};

inline constexpr std::size_t kLanes = 7;

struct Theme {
  bool dark = false;
  bool reduced_motion = false;
  float text_scale = 1;
  float radius = 16;
  Color background, surface, border, divider, track; // grounds and lines
  Color text, muted, accent, on_accent, accent_soft; // muted keeps 4.5:1 on its grounds
  Color chip_good, chip_good_text, chip_bad, chip_bad_text, chip_plain;
  Color band, band_alternate; // phase bands behind the lanes
  Color people_band,
      clinics_band; // 16 of 20 people, and how far clinics differ, in the accent's hue
  Color edge;       // of controls and of those bands, 3:1 on every ground
  Color knob, focus;
  Color compare;                  // the kept treatment beside the accent's
  std::array<Color, kLanes> sign; // in the order of Sign
};

Theme make_theme(const ThemeRequest &);

// A color of the page that is not used as it was given, because texts or lines could not be read.
struct Correction {
  std::string_view property; // "--rt-accent"
  Color used;                // what the theme has instead, opaque
  double ratio, needed;      // the WCAG contrast that the given color had, and that it must have
  std::string_view against;  // a property of the page, or "text" for a ground; empty: it has the
                             // contrast, but not alone (it was translucent, or its grounds differ)
  bool operator==(const Correction &) const = default;
};

// What make_theme(page) changed of the colors that the page said, in the order accent, background,
// surface, text. None with forced colors: those are the visitor's own.
std::vector<Correction> corrections(const ThemeRequest &page, const Theme &made);

} // namespace rt
