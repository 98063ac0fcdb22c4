#include "platform/browser_host.h"

#include "platform/abi.h"

#include <algorithm>
#include <array>

namespace rt {

namespace {

std::uint32_t css_weight(Weight w) {
  constexpr std::array<std::uint32_t, kWeights> weights{400, 700};
  return weights[static_cast<std::size_t>(w)];
}

std::uint32_t size_of(std::string_view text) { return static_cast<std::uint32_t>(text.size()); }

// Room for one date or number in any language.
constexpr std::uint32_t kFormatted = 128;

} // namespace

TextExtents BrowserHost::measure(std::string_view text, Weight weight, float size_px) {
  std::array<float, 5> m{};
  rt_js_text_measure(text.data(), size_of(text), css_weight(weight), size_px, m.data());
  return {m[0], m[1], m[2], m[3], m[4]};
}

FontMetrics BrowserHost::metrics(Weight weight, float size_px) {
  std::array<float, 2> m{};
  rt_js_font_metrics(css_weight(weight), size_px, m.data());
  return {m[0], m[1]};
}

void BrowserHost::draw_text(const GlyphPlace &p, std::string_view text, Weight weight,
                            float size_px) {
  rt_js_text_draw(p.texture, p.x, p.y, p.width, p.height, p.pen_x, p.baseline, text.data(),
                  size_of(text), css_weight(weight), size_px);
}

std::string BrowserHost::moment(double civil_minutes, MomentStyle style) {
  std::array<char, kFormatted> out;
  const std::uint32_t n =
      rt_js_format_moment(civil_minutes, static_cast<std::uint32_t>(style), out.data(), kFormatted);
  return {out.data(), std::min(n, kFormatted)};
}

std::string BrowserHost::number(double value, int decimals) {
  std::array<char, kFormatted> out;
  const std::uint32_t n =
      rt_js_format_number(value, static_cast<std::uint32_t>(decimals), out.data(), kFormatted);
  return {out.data(), std::min(n, kFormatted)};
}

PluralForm BrowserHost::plural(double n) {
  const std::uint32_t form = rt_js_plural_category(n);
  return form < kPluralForms ? static_cast<PluralForm>(form) : PluralForm::other;
}

double BrowserHost::now() { return rt_js_now(); }
double BrowserHost::hours_between(double from_min, double to_min) {
  return rt_js_hours_between(from_min, to_min);
}

int BrowserHost::first_weekday() {
  return std::clamp(static_cast<int>(rt_js_first_weekday()), 1, 7);
}

} // namespace rt
