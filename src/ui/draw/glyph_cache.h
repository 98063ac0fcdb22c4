#pragma once
// Text for Dear ImGui, set by the host's text engine.
//
// A private code point stands for a whole string, so that kerning, ligatures, Arabic and Devanagari
// come out as the host shapes them: to ImGui each string is one glyph of one font. The atlas keeps
// blank pixels for it; after ImGui's own texture updates the host draws the strings straight into
// the texture. Nothing is ever read back.

#include "ui/draw/host.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

struct ImDrawList;
struct ImFont;
struct ImFontAtlas;
struct ImTextureData;

namespace rt {

class GlyphCache {
public:
  explicit GlyphCache(Host &host) : host_(host) {}
  GlyphCache(const GlyphCache &) = delete;

  Host &host() const { return host_; }

  // Adds the fonts, one a weight, to the current ImGui context. Once, before the first frame.
  void add_fonts();

  // Before each frame: forgets everything when too much has gathered or `forget` was called.
  void begin_frame();
  // Before each pass over a frame, with the page that it shows: another page takes the room of the one
  // before, unless there is enough for both, and what has outgrown its texture gives it back at once.
  void make_room(std::uint32_t page, float pixel_ratio);
  // A font has come or changed: all text is measured and drawn anew in the next frame.
  void forget() { forget_ = true; }

  // Advance of a text in device pixels; remembered.
  float advance(std::string_view text, Weight, int size_px);
  FontMetrics metrics(Weight, int size_px);

  // Draws with the pen at (x_px, baseline_px), rounded to whole device pixels.
  void draw(ImDrawList &, std::string_view text, Weight, int size_px, float x_px, float baseline_px,
            std::uint32_t color);

  // After the texture's own updates were honored: has the host draw what is new, or everything
  // when the texture itself is new.
  void draw_into(ImTextureData &, std::uint32_t texture, bool everything);

private:
  friend struct GlyphLoader;
  struct PendingGlyph {
    std::uint32_t code;
    int pack_id;
    Weight weight;
    int size_px;
    TextExtents extents;
  };
  std::uint32_t code_of(std::string_view text);
  const TextExtents &extents(std::string_view text, Weight, int size_px);

  Host &host_;
  ImFontAtlas *atlas_ = nullptr; // of the context that add_fonts was called in
  bool forget_ = false;
  std::uint32_t page_ = 0;
  std::array<ImFont *, kWeights> fonts_{};
  std::vector<std::string> texts_; // by code - kFirstCode
  struct CacheEntry {
    TextExtents extents;
    std::uint32_t code = 0;
  };
  std::map<std::uint64_t, CacheEntry>
      entries_; // by hash of text, weight and size; without size: its code
  struct SizeMetrics {
    Weight weight;
    int size_px;
    FontMetrics metrics;
  };
  std::vector<SizeMetrics> metrics_; // a few dozen
  std::vector<PendingGlyph> glyphs_; // drawn, as long as the glyphs live
  std::size_t drawn_glyphs_ = 0;     // of glyphs_, already in the texture
};

} // namespace rt
