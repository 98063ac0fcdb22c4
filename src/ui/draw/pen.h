#pragma once
// Drawing in CSS pixels on ImGui's draw list, which works in device pixels. Edges of filled shapes
// and hairlines are put on whole device pixels, so that they are crisp at any ratio.
//
// x runs from the start of the page to its end, as the language reads: only here is it known whether
// that is from left to right or from right to left. Letters, pictures and sign() are never mirrored.

#include "ui/draw/glyph_cache.h"
#include "ui/draw/semantics.h"
#include "ui/draw/theme.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

struct ImVec2;

namespace rt {

enum class Align : std::uint8_t { start, center, end };

struct TextStyle {
  float size = 16; // CSS px, before the visitor's text scale
  Weight weight = Weight::regular;
  Color color = 0;
  float leading = 1.4f; // line height / size
};

struct Point {
  float x = 0, y = 0;
};

class Pen {
public:
  // `page_width` in CSS px; device px per CSS px; the visitor's text size over the usual one. A `dry` pen
  // measures and leaves nothing on the page.
  Pen(ImDrawList &list, GlyphCache &glyph_cache, float page_width, float pixel_ratio,
      float text_scale, bool right_to_left, bool dry)
      : list_(list), glyph_cache_(glyph_cache), page_width_(page_width), ratio_(pixel_ratio),
        text_scale_(text_scale), rtl_(right_to_left), dry_(dry) {}

  bool dry() const { return dry_; }
  float pixel_ratio() const { return ratio_; }
  float hairline() const { return 1.0f / ratio_; }
  float text_scale() const { return text_scale_; }

  // From the reading direction to the page, where x runs from the left, and back.
  float mirrored(float x) const { return rtl_ ? page_width_ - x : x; }
  Rect mirrored(const Rect &r) const {
    return rtl_ ? Rect{page_width_ - r.right(), r.y, r.w, r.h} : r;
  }

  // Everything is drawn between begin and end, so that a card's ground can go below what was drawn
  // before its height was known.
  void begin();
  void end();
  void card(const Rect &, Color ground, Color border, float radius);

  void fill(const Rect &, Color, float radius = 0);
  void outline(const Rect &, Color, float radius, float width = 1);
  // A texture over the whole rectangle, and the device pixels that it takes.
  void image(const Rect &, std::uint32_t texture, float radius = 0);
  int pixels_wide(const Rect &) const;
  int pixels_high(const Rect &) const;
  void circle(Point center, float radius, Color);
  void ring(Point center, float radius, Color, float width);
  void line(Point, Point, Color, float width);
  void dashed_vertical(float x, float y0, float y1, Color);
  void polyline(std::span<const Point>, Color, float width);
  // A line that looks the same in every language; its points are seen from `center`.
  void sign(Point center, std::span<const Point>, Color, float width);
  // The area between two curves over the same xs; tops.size() == bottoms.size().
  void area(std::span<const Point> tops, std::span<const Point> bottoms, Color);

  // Text. Widths and heights in CSS px; `y` is the top of the line box.
  float width(const std::string &, const TextStyle &) const;
  float line_height(const TextStyle &) const;
  void text(const std::string &, const Rect &box, const TextStyle &, Align = Align::start);
  // The longest beginning that fits, with an ellipsis where something had to go.
  std::string fitted(const std::string &, float width, const TextStyle &) const;

  // Running text with **bold** and line breaks at spaces, behind hyphens and, where a word is wider
  // than the box, between characters. Returns the height used; measures only
  // when `draw` is false.
  float paragraph(const std::string &markup, const Rect &box, const TextStyle &, bool draw = true,
                  Align = Align::start);

private:
  int size_px(const TextStyle &) const;
  float snap(float css) const;
  ImVec2 device(Point) const;
  struct Box {
    float left, top, right, bottom;
  };
  Box snapped(const Rect &) const; // device px

  ImDrawList &list_;
  GlyphCache &glyph_cache_;
  float page_width_, ratio_, text_scale_;
  bool rtl_, dry_;
};

// The same text without its ** marks: what a screen reader gets.
std::string without_marks(const std::string &markup);

} // namespace rt
