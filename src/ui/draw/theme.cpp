#include "ui/draw/theme.h"

#include "model/numeric/portable_math.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace rt {

namespace {

unsigned channel(Color c, unsigned shift) { return c >> shift & 255u; }

double luminance(Color c) {
  auto linear = [&](unsigned shift) {
    const double s = channel(c, shift) / 255.0;
    return s <= 0.04045 ? s / 12.92 : portable_pow((s + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(0) + 0.7152 * linear(8) + 0.0722 * linear(16);
}

constexpr Color kBlack = rgba(0, 0, 0), kWhite = rgba(255, 255, 255);

bool is_said(Color page) { return page >> 24 != 0; }
Color said(Color page, Color ours) { return is_said(page) ? page | 0xFF000000u : ours; }

bool is_dark(Color ground) { return contrast(kWhite, ground) > contrast(kBlack, ground); }

// Moves `color` toward black or white, whichever the first ground is farther from, until it has
// `ratio` against every ground.
Color readable_on(Color color, std::initializer_list<Color> grounds, double ratio) {
  const Color pole = is_dark(*grounds.begin()) ? kWhite : kBlack;
  for (int step = 0; step <= 20; ++step) {
    const Color tried = mix(color, pole, static_cast<float>(step) / 20.0f);
    if (std::all_of(grounds.begin(), grounds.end(),
                    [&](Color ground) { return contrast(tried, ground) >= ratio; }))
      return tried;
  }
  return pole;
}

constexpr double kRoom = 6.5;        // of a ground: 4.5:1 for text, the rest for what lies between
constexpr double kTextRatio = 7;     // of the text on a surface: paler texts are derived from it
constexpr double kAccentRatio = 4.5; // of the accent on a surface: it carries text and is text

// A ground that carries text, tints and bands: nothing can be read well on a middling one, so it is
// moved toward `away` until what is farthest from that stands out.
Color carrying(Color ground, Color away) {
  const Color ink = is_dark(away) ? kWhite : kBlack;
  for (int step = 0; step < 20; ++step) {
    const Color tried = mix(ground, away, static_cast<float>(step) / 20.0f);
    if (contrast(ink, tried) >= kRoom) return tried;
  }
  return away;
}

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
  return readable_on(color, {ground}, ratio);
}

Theme make_theme(const ThemeRequest &page) {
  Theme t;
  t.text_scale = std::clamp(page.text_scale, 0.5f, 4.0f);
  t.radius = page.radius < 0 ? 16.0f : std::min(page.radius, 40.0f);

  // Dark or light is what the page's own grounds are, and what it says only where it names none.
  const bool dark = is_said(page.surface)      ? is_dark(page.surface)
                    : is_said(page.background) ? is_dark(page.background)
                                               : page.dark;
  t.dark = dark;
  t.reduced_motion = page.reduced_motion;
  const Color pole = dark ? kBlack : kWhite;
  const Color our_surface = !is_said(page.background)
                                ? dark ? hex(0x241e20) : kWhite
                                : mix(said(page.background, pole), kWhite, dark ? 0.06f : 0.7f);
  t.surface = carrying(said(page.surface, our_surface), pole);
  t.background = carrying(said(page.background, dark ? hex(0x1b1718) : hex(0xfffdfb)), pole);

  t.text = readable(said(page.text, dark ? hex(0xf3eae6) : hex(0x3a2e2b)), t.surface, kTextRatio);
  t.accent = readable_on(said(page.accent, dark ? hex(0xd98aa0) : hex(0x7a2d42)),
                         {t.surface, t.background}, kAccentRatio);
  t.on_accent = is_dark(t.accent)                          ? kWhite
                : contrast(hex(0x1b1718), t.accent) >= 4.5 ? hex(0x1b1718)
                                                           : kBlack;
  t.border = mix(t.surface, mix(t.accent, t.text, 0.4f), page.forced_colors ? 1.0f : 0.16f);
  t.divider = mix(t.surface, mix(t.accent, t.text, 0.5f), 0.12f);
  t.track = mix(t.surface, t.accent, dark ? 0.18f : 0.13f);
  t.accent_soft = mix(t.surface, t.accent, dark ? 0.16f : 0.09f);
  t.band = mix(t.surface, t.text, dark ? 0.035f : 0.03f);
  t.band_alternate = mix(t.surface, mix(t.accent, t.text, 0.5f), 0.075f);
  t.text = readable_on(t.text, {t.surface, t.background, t.accent_soft}, 4.5);
  t.muted = readable_on(mix(t.text, t.surface, 0.38f),
                        {t.surface, t.background, t.band, t.band_alternate}, 4.6);
  t.people_band = mix(t.surface, t.accent, dark ? 0.5f : 0.38f);
  t.clinics_band = mix(t.surface, t.accent, dark ? 0.22f : 0.15f);
  t.edge = readable_on(mix(t.surface, mix(t.accent, t.text, 0.7f), 0.6f),
                       {t.surface, t.background, t.clinics_band, t.accent_soft}, 3.0);
  t.knob = dark ? t.background : kWhite;
  t.focus = readable_on(mix(t.accent, t.text, 0.15f), {t.surface, t.background}, 4.5);

  t.compare =
      readable_on(dark ? hex(0x7db6d6) : hex(0x2f6f91), {t.surface, t.band, t.band_alternate}, 4.5);

  t.chip_plain = mix(t.surface, t.accent, dark ? 0.12f : 0.06f);
  t.chip_good = dark ? hex(0x1f3a31) : hex(0xe3f1ea);
  t.chip_bad = dark ? hex(0x47211f) : hex(0xfbe9e7);
  t.chip_good_text =
      readable_on(dark ? hex(0x9fd8bf) : hex(0x1d5c46),
                  {t.chip_good, t.surface, t.background, t.band, t.band_alternate}, 4.6);
  t.chip_bad_text =
      readable_on(dark ? hex(0xf0b4ab) : hex(0x8f2f26), {t.chip_bad, t.surface, t.background}, 4.6);

  constexpr std::array<unsigned, kLanes> light{0xd6646b, 0xbb74a8, 0xa8544a, 0x8069a8,
                                               0xc6853c, 0x9b8350, 0x5f8fa8};
  constexpr std::array<unsigned, kLanes> night{0xd8747a, 0xc98dba, 0xd08a7c, 0x9885c8,
                                               0xc9924f, 0xb5a079, 0x86a9bc};
  for (std::size_t i = 0; i < kLanes; ++i)
    t.sign[i] =
        readable_on(hex(dark ? night[i] : light[i]), {t.surface, t.band, t.band_alternate}, 3.0);
  return t;
}

std::vector<Correction> corrections(const ThemeRequest &page, const Theme &made) {
  std::vector<Correction> all;
  if (page.forced_colors) return all;
  auto compare = [&](std::string_view property, Color given, Color used, double ratio,
                     double needed, std::string_view against) {
    if (!is_said(given) || given == used) return;
    all.push_back({property, used, ratio, needed, ratio < needed ? against : std::string_view{}});
  };
  const Color ink = made.dark ? kWhite : kBlack;
  auto ground = [&](std::string_view property, Color given, Color used) {
    compare(property, given, used, contrast(ink, given), kRoom, "text");
  };
  compare("--rt-accent", page.accent, made.accent, contrast(page.accent, made.surface),
          kAccentRatio, "--rt-surface");
  ground("--rt-background", page.background, made.background);
  ground("--rt-surface", page.surface, made.surface);
  compare("--rt-text", page.text, made.text, contrast(page.text, made.surface), kTextRatio,
          "--rt-surface");
  return all;
}

} // namespace rt
