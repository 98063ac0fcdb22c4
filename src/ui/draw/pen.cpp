#include "ui/draw/pen.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace rt {

namespace {

// Strokes the path of the list. Dear ImGui 1.92.8 has the width before the flags.
void stroke(ImDrawList &list, Color color, ImDrawFlags flags, float width_px) {
#if IMGUI_VERSION_NUM >= 19280
  list.PathStroke(color, width_px, flags);
#else
  list.PathStroke(color, flags, width_px);
#endif
}

} // namespace

float Pen::snap(float css) const { return std::round(css * ratio_); }

int Pen::size_px(const TextStyle &style) const {
  return std::max(1, static_cast<int>(std::lround(style.size * text_scale_ * ratio_)));
}

void Pen::begin() {
  list_.ChannelsSplit(2);
  list_.ChannelsSetCurrent(1);
}

void Pen::end() { list_.ChannelsMerge(); }

void Pen::card(const Rect &r, Color ground, Color border, float radius) {
  list_.ChannelsSetCurrent(0);
  fill(r, ground, radius);
  outline(r, border, radius);
  list_.ChannelsSetCurrent(1);
}

ImVec2 Pen::device(Point p) const { return {mirrored(p.x) * ratio_, p.y * ratio_}; }

Pen::Box Pen::snapped(const Rect &r) const {
  const Rect page = mirrored(r);
  return {snap(page.x), snap(page.y), snap(page.right()), snap(page.bottom())};
}

void Pen::fill(const Rect &r, Color color, float radius) {
  if (dry_) return;
  const Box b = snapped(r);
  list_.AddRectFilled({b.left, b.top}, {b.right, b.bottom}, color, radius * ratio_);
}

void Pen::outline(const Rect &r, Color color, float radius, float width) {
  if (dry_) return;
  const float w = std::max(1.0f, std::round(width * ratio_)), half = w / 2;
  const Box b = snapped(r);
  // The path runs through the middle of the border, which lies wholly inside the rectangle.
  list_.PathRect({b.left + half, b.top + half}, {b.right - half, b.bottom - half},
                 std::max(0.0f, radius * ratio_ - half));
  stroke(list_, color, ImDrawFlags_Closed, w);
}

void Pen::image(const Rect &r, std::uint32_t texture, float radius) {
  if (dry_) return;
  const Box b = snapped(r);
  list_.AddImageRounded(ImTextureRef(static_cast<ImTextureID>(texture)), {b.left, b.top},
                        {b.right, b.bottom}, {0, 0}, {1, 1}, 0xFFFFFFFFu, radius * ratio_);
}

int Pen::pixels_wide(const Rect &r) const {
  const Box b = snapped(r);
  return static_cast<int>(b.right - b.left);
}

int Pen::pixels_high(const Rect &r) const {
  const Box b = snapped(r);
  return static_cast<int>(b.bottom - b.top);
}

void Pen::circle(Point c, float radius, Color color) {
  if (dry_) return;
  list_.AddCircleFilled(device(c), radius * ratio_, color);
}

void Pen::ring(Point c, float radius, Color color, float width) {
  if (dry_) return;
  list_.AddCircle(device(c), (radius - width / 2) * ratio_, color, 0, width * ratio_);
}

void Pen::line(Point from, Point to, Color color, float width) {
  if (dry_) return;
  const float w = std::max(1.0f, std::round(width * ratio_));
  const ImVec2 a = device(from), b = device(to);
  if (from.x == to.x) {
    const float x = std::round(a.x - w / 2);
    list_.AddRectFilled({x, std::round(a.y)}, {x + w, std::round(b.y)}, color);
  } else if (from.y == to.y) {
    const float y = std::round(a.y - w / 2);
    list_.AddRectFilled({std::round(std::min(a.x, b.x)), y},
                        {std::round(std::max(a.x, b.x)), y + w}, color);
  } else {
    list_.AddLine(a, b, color, w);
  }
}

void Pen::dashed_vertical(float x, float y0, float y1, Color color) {
  if (dry_) return;
  constexpr float dash = 4, gap = 3;
  for (float y = y0; y < y1; y += dash + gap) line({x, y}, {x, std::min(y + dash, y1)}, color, 1);
}

void Pen::polyline(std::span<const Point> points, Color color, float width) {
  if (dry_) return;
  for (const Point &p : points) list_.PathLineTo(device(p));
  stroke(list_, color, ImDrawFlags_None, width * ratio_);
}

void Pen::sign(Point center, std::span<const Point> points, Color color, float width) {
  if (dry_) return;
  const ImVec2 c = device(center);
  for (const Point &p : points) list_.PathLineTo({c.x + p.x * ratio_, c.y + p.y * ratio_});
  stroke(list_, color, ImDrawFlags_None, width * ratio_);
}

void Pen::area(std::span<const Point> tops, std::span<const Point> bottoms, Color color) {
  if (dry_) return;
  // One strip of quads: exact for curves over common xs, and without seams, since neighboring quads
  // share their vertices and no edge is antialiased on its own.
  if (tops.size() < 2 || tops.size() != bottoms.size()) return;
  const int n = static_cast<int>(tops.size());
  const ImVec2 uv = ImGui::GetFontTexUvWhitePixel();
  list_.PrimReserve((n - 1) * 6, n * 2);
  const unsigned base = list_._VtxCurrentIdx;
  for (int i = 0; i < n; ++i) {
    const auto k = static_cast<std::size_t>(i);
    list_.PrimWriteVtx(device(tops[k]), uv, color);
    list_.PrimWriteVtx(device(bottoms[k]), uv, color);
  }
  for (unsigned i = 0; i + 1 < static_cast<unsigned>(n); ++i)
    for (unsigned corner : {0u, 1u, 3u, 0u, 3u, 2u})
      list_.PrimWriteIdx(static_cast<ImDrawIdx>(base + 2 * i + corner));
}

float Pen::width(const std::string &text, const TextStyle &style) const {
  return glyph_cache_.advance(text, style.weight, size_px(style)) / ratio_;
}

float Pen::line_height(const TextStyle &style) const {
  return std::round(style.size * text_scale_ * style.leading);
}

void Pen::text(const std::string &text, const Rect &box, const TextStyle &style, Align align) {
  if (dry_) return;
  const int px = size_px(style);
  const float advance = glyph_cache_.advance(text, style.weight, px);
  // The letters run as they are shaped; only where they stand depends on the direction.
  float x = mirrored(box).x * ratio_;
  const float slack = box.w * ratio_ - advance;
  if (align == Align::center)
    x += slack / 2;
  else if ((align == Align::end) != rtl_)
    x += slack;
  const FontMetrics m = glyph_cache_.metrics(style.weight, px);
  const float baseline = box.y * ratio_ + (box.h * ratio_ - m.ascent - m.descent) / 2 + m.ascent;
  glyph_cache_.draw(list_, text, style.weight, px, x, baseline, style.color);
}

std::string Pen::fitted(const std::string &text, float max_width, const TextStyle &style) const {
  if (width(text, style) <= max_width) return std::string(text);
  std::string cut(text);
  while (!cut.empty()) {
    do cut.pop_back();
    while (!cut.empty() && (static_cast<unsigned char>(cut.back()) & 0xC0) == 0x80);
    while (!cut.empty() && cut.back() == ' ') cut.pop_back();
    if (!cut.empty() && (static_cast<unsigned char>(cut.back()) & 0xC0) == 0xC0)
      cut.pop_back(); // a lead byte that lost its followers
    if (width(cut + "…", style) <= max_width) break;
  }
  return cut + "…";
}

namespace {

struct Word {
  std::string text;
  bool bold;
  bool space_before;
  bool may_part; // from the one before it, without a space
};

std::vector<Word> words_of(std::string_view markup) {
  std::vector<Word> words;
  bool bold = false, space = false, part = false;
  std::size_t begin = 0;
  auto flush = [&](std::size_t end) {
    if (end > begin) {
      words.push_back({std::string(markup.substr(begin, end - begin)), bold, space, part});
      space = part = false;
    }
  };
  for (std::size_t i = 0; i < markup.size(); ++i) {
    if (markup[i] == ' ' || markup[i] == '\n') {
      flush(i);
      space = true;
      begin = i + 1;
    } else if (markup.substr(i, 2) == "**") {
      flush(i);
      bold = !bold;
      begin = i + 2;
      ++i;
    } else if (markup[i] == '-' && i > begin) { // no sign of a number
      flush(i + 1);
      part = true;
      begin = i + 1;
    }
  }
  flush(markup.size());
  return words;
}

std::size_t next_character(std::string_view text, std::size_t at) {
  do ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return at;
}

// A word that is wider than a whole line is parted between characters.
template <class Fits> std::vector<Word> parted(std::vector<Word> words, Fits fits) {
  std::vector<Word> out;
  for (Word &word : words) {
    while (!fits(word)) {
      std::size_t end = next_character(word.text, 0);
      for (std::size_t next = end; next < word.text.size(); end = next) {
        next = next_character(word.text, end);
        if (!fits({word.text.substr(0, next), word.bold, false, false})) break;
      }
      if (end == word.text.size()) break; // one character, and no room for it
      out.push_back({word.text.substr(0, end), word.bold, word.space_before, word.may_part});
      word = {word.text.substr(end), word.bold, false, true};
    }
    out.push_back(word);
  }
  return out;
}

} // namespace

float Pen::paragraph(const std::string &markup, const Rect &box, const TextStyle &style, bool draw,
                     Align align) {
  TextStyle bold = style;
  bold.weight = Weight::bold;
  auto style_of = [&](bool b) -> const TextStyle & { return b ? bold : style; };
  const float height = line_height(style), space = width(" ", style);

  struct Span {
    std::string text;
    bool bold;
    float x;
  };
  std::vector<Span> line;
  float pen_x = 0, y = box.y;
  auto end_line = [&] {
    if (draw && !dry_) {
      const float slack = box.w - pen_x;
      const float shift = align == Align::center ? slack / 2 : align == Align::end ? slack : 0;
      for (const Span &s : line) {
        const float w = width(s.text, style_of(s.bold));
        text(s.text, {box.x + shift + s.x, y, w, height}, style_of(s.bold));
      }
    }
    line.clear();
    pen_x = 0;
    y += height;
  };

  const std::vector<Word> words = parted(words_of(markup), [&](const Word &word) {
    return width(word.text, style_of(word.bold)) <= box.w;
  });
  for (std::size_t i = 0; i < words.size();) {
    // What holds together without a space ("**8 in 10**,") is not parted.
    std::size_t end = i + 1;
    float piece = width(words[i].text, style_of(words[i].bold));
    for (; end < words.size() && !words[end].space_before && !words[end].may_part; ++end)
      piece += width(words[end].text, style_of(words[end].bold));
    const float gap_w = words[i].space_before ? space : 0;
    if (!line.empty() && pen_x + gap_w + piece > box.w) end_line();
    for (; i < end; ++i) {
      const Word &word = words[i];
      const bool gap = !line.empty() && word.space_before;
      if (!line.empty() && line.back().bold == word.bold) {
        line.back().text += gap ? " " : "";
        line.back().text += word.text;
        pen_x = line.back().x + width(line.back().text, style_of(word.bold));
      } else {
        const float x = pen_x + (gap ? space : 0);
        line.push_back({word.text, word.bold, x});
        pen_x = x + width(word.text, style_of(word.bold));
      }
    }
  }
  if (!line.empty()) end_line();
  return y - box.y;
}

std::string without_marks(const std::string &markup) {
  std::string out;
  for (std::size_t i = 0; i < markup.size(); ++i) {
    if (markup.substr(i, 2) == "**")
      ++i;
    else
      out += markup[i];
  }
  return out;
}

} // namespace rt
