#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace rt {

namespace {

unsigned channel(Color c, unsigned shift) { return c >> shift & 255u; }

double luminance(Color c) {
  auto linear = [&](unsigned shift) {
    const double s = channel(c, shift) / 255.0;
    return s <= 0.04045 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(0) + 0.7152 * linear(8) + 0.0722 * linear(16);
}

constexpr Color kBlack = rgba(0, 0, 0), kWhite = rgba(255, 255, 255);

Color said(Color page, Color ours) { return page >> 24 != 0 ? page | 0xFF000000u : ours; }

} // namespace

Color mix(Color a, Color b, float t) {
  Color out = a & 0xFF000000u;
  for (unsigned shift = 0; shift < 24; shift += 8) {
    const float x = static_cast<float>(channel(a, shift)),
                y = static_cast<float>(channel(b, shift));
    out |= static_cast<Color>(std::lround(x + (y - x) * t)) << shift;
  }
  return out;
}

double contrast(Color a, Color b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

Color readable(Color color, Color ground, double ratio) {
  const Color pole = contrast(kBlack, ground) > contrast(kWhite, ground) ? kBlack : kWhite;
  for (int step = 0; step <= 20; ++step) {
    const Color tried = mix(color, pole, static_cast<float>(step) / 20.0f);
    if (contrast(tried, ground) >= ratio) return tried;
  }
  return pole;
}

Theme make_theme(const ThemeRequest &page) {
  Theme t;
  t.dark = page.dark;
  t.text_scale = std::clamp(page.text_scale, 0.5f, 4.0f);
  t.radius = page.radius < 0 ? 16.0f : std::min(page.radius, 40.0f);

  const bool dark = page.dark;
  t.background = said(page.background, dark ? hex(0x1b1718) : hex(0xfffdfb));
  t.surface = said(page.surface, dark ? hex(0x241e20) : hex(0xffffff));
  t.text = readable(said(page.text, dark ? hex(0xf3eae6) : hex(0x3a2e2b)), t.surface, 7.0);
  t.accent = readable(said(page.accent, dark ? hex(0xd98aa0) : hex(0x7a2d42)), t.surface, 4.5);
  t.on_accent =
      contrast(kWhite, t.accent) >= contrast(hex(0x1b1718), t.accent) ? kWhite : hex(0x1b1718);
  t.muted = readable(mix(t.text, t.surface, 0.38f), mix(t.surface, t.background, 0.5f), 4.8);
  t.border = mix(t.surface, mix(t.accent, t.text, 0.4f), page.forced_colors ? 1.0f : 0.16f);
  t.divider = mix(t.surface, mix(t.accent, t.text, 0.5f), 0.12f);
  t.track = mix(t.surface, t.accent, dark ? 0.18f : 0.13f);
  t.accent_soft = mix(t.surface, t.accent, dark ? 0.16f : 0.09f);
  t.band = mix(t.surface, t.text, dark ? 0.035f : 0.03f);
  t.band_alternate = mix(t.surface, mix(t.accent, t.text, 0.5f), 0.075f);
  t.knob = dark ? t.background : kWhite;
  t.focus = readable(mix(t.accent, t.text, 0.15f), t.surface, 4.5);

  t.chip_plain = mix(t.surface, t.accent, dark ? 0.12f : 0.06f);
  t.chip_good = dark ? hex(0x1f3a31) : hex(0xe3f1ea);
  t.chip_good_text = readable(dark ? hex(0x9fd8bf) : hex(0x1d5c46), t.chip_good, 5.0);
  t.chip_bad = dark ? hex(0x47211f) : hex(0xfbe9e7);
  t.chip_bad_text = readable(dark ? hex(0xf0b4ab) : hex(0x8f2f26), t.chip_bad, 5.0);

  constexpr std::array<unsigned, kLanes> light{0xd6646b, 0xbb74a8, 0x8069a8,
                                               0xc6853c, 0x9b8350, 0x5f8fa8};
  constexpr std::array<unsigned, kLanes> night{0xd8747a, 0xc98dba, 0x9885c8,
                                               0xc9924f, 0xb5a079, 0x86a9bc};
  for (std::size_t i = 0; i < kLanes; ++i)
    t.sign[i] = readable(hex(dark ? night[i] : light[i]), t.surface, 3.0);
  return t;
}

} // namespace rt
