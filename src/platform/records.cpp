#include "platform/records.h"

#include "content/json/json_writer.h"

#include <cmath>

namespace rt {

namespace {

std::string hex_text(Color c) {
  std::string text = "#";
  for (const unsigned shift : {4u, 0u, 12u, 8u, 20u, 16u})
    text += "0123456789abcdef"[c >> shift & 15u];
  return text;
}

// Rounded down: 4.46 must not read as the 4.5 that it lacks.
std::string ratio_text(double ratio) {
  const int tenths = static_cast<int>(ratio * 10);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + ":1";
}

std::string reason_of(const Correction &c) {
  if (c.against.empty()) return "It is used opaque, and readable on every ground of the widget.";
  return "Its contrast to " + std::string(c.against) + " is " + ratio_text(c.ratio) + "; " +
         ratio_text(c.needed) + " is needed.";
}

Color color_of(const float *c) {
  auto byte = [](float v) {
    return static_cast<unsigned>(std::lround(std::fmin(std::fmax(v, 0.0f), 1.0f) * 255.0f));
  };
  return rgba(byte(c[0]), byte(c[1]), byte(c[2]), byte(c[3]));
}

} // namespace

Slice slice_of(std::string_view text) {
  return {text.data(), static_cast<std::uint32_t>(text.size())};
}

NodeRecord record_of(const SemanticNode &n) {
  NodeRecord r{};
  r.id = n.id;
  r.parent = n.parent;
  r.role = static_cast<std::uint32_t>(n.role);
  r.flags = n.flags;
  r.x = n.rect.x;
  r.y = n.rect.y;
  r.w = n.rect.w;
  r.h = n.rect.h;
  r.min = n.range.min;
  r.max = n.range.max;
  r.step = n.range.step;
  r.value = n.range.value;
  r.label = slice_of(n.label);
  r.value_text = slice_of(n.value_text);
  r.color = n.color;
  return r;
}

Palette palette_of(const Theme &t) {
  return {.background = t.background,
          .surface = t.surface,
          .border = t.border,
          .divider = t.divider,
          .track = t.track,
          .text = t.text,
          .muted = t.muted,
          .accent = t.accent,
          .on_accent = t.on_accent,
          .accent_soft = t.accent_soft,
          .chip_good = t.chip_good,
          .chip_good_text = t.chip_good_text,
          .focus = t.focus};
}

ThemeRequest request_of(const ThemeInput &in) {
  ThemeRequest theme;
  theme.dark = in.dark != 0;
  theme.forced_colors = in.forced_colors != 0;
  theme.reduced_motion = in.reduced_motion != 0;
  theme.text_scale = in.text_scale;
  theme.radius = in.radius;
  theme.accent = color_of(in.accent);
  theme.background = color_of(in.background);
  theme.surface = color_of(in.surface);
  theme.text = color_of(in.text);
  return theme;
}

std::string diagnostics_json(const std::vector<Diagnostic> &diagnostics) {
  json::Writer w;
  w.begin('[');
  for (const Diagnostic &d : diagnostics) {
    w.begin('{');
    w.key("level");
    w.string(d.warning ? "warning" : "error");
    w.key("where");
    w.string(d.error.where);
    w.key("what");
    w.string(d.error.what);
    w.end('}');
  }
  w.end(']');
  return w.take();
}

std::string corrections_json(const std::vector<Correction> &corrections) {
  json::Writer w;
  w.begin('[');
  for (const Correction &c : corrections) {
    w.begin('{');
    w.key("where");
    w.string(c.property);
    w.key("what");
    w.string(reason_of(c));
    w.key("used");
    w.string(hex_text(c.used));
    w.end('}');
  }
  w.end(']');
  return w.take();
}

} // namespace rt
