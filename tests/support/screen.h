#pragma once
// What a painter would see: the triangles of a picture, and which text stands where. Keeps the
// textures as src/platform/renderer.cpp does, with a list of places instead of pixels.

#include "support/fake_host.h"
#include "ui/draw/glyph_cache.h"
#include "ui/draw/semantics.h"
#include "ui/draw/theme.h"
#include "ui/ui.h"

#include <imgui.h>

#include <array>
#include <cmath>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace rt::test {

struct Corner {
  float x = 0, y = 0; // CSS px
  Color color = 0;
};
struct Triangle {
  std::array<Corner, 3> corner;
  bool text = false;
  std::uint32_t image = 0; // the texture of a patch of skin that lies in it
};

// A text as it stands in the picture.
struct DrawnText {
  std::string text; // "" where the host never set one: a hole in the picture
  Rect rect;        // CSS px: the ink with a pixel of room around it
  Color color = 0;
  std::size_t order = 0; // index of its first triangle
};

class Screen {
public:
  Screen(FakeHost &host, GlyphCache &glyph_cache) : host_(host), glyph_cache_(glyph_cache) {}

  // After each frame.
  void honor_textures(const ImDrawData &data) {
    for (ImTextureData *t : *data.Textures) {
      switch (t->Status) {
      case ImTextureStatus_WantCreate: create(*t); break;
      case ImTextureStatus_WantUpdates:
        for (const ImTextureRect &r : t->Updates) overwrite(t->GetTexID(), r);
        t->SetStatus(ImTextureStatus_OK);
        set_texts(*t, false);
        break;
      case ImTextureStatus_OK: set_texts(*t, false); break;
      case ImTextureStatus_WantDestroy:
        if (t->UnusedFrames > 0) {
          sizes_.erase(t->GetTexID());
          t->SetTexID(ImTextureID_Invalid);
          t->SetStatus(ImTextureStatus_Destroyed);
        }
        break;
      case ImTextureStatus_Destroyed: break;
      }
    }
  }

  // As after a lost context: all textures are made anew.
  void everything_anew(const ImDrawData &data) {
    set_.clear();
    sizes_.clear();
    for (ImTextureData *t : *data.Textures)
      if (t->Status == ImTextureStatus_OK || t->Status == ImTextureStatus_WantUpdates) create(*t);
  }

  // Everything in the order of painting.
  std::vector<Triangle> triangles(const ImDrawData &data, float ratio) const {
    std::vector<Triangle> all;
    each(data, [&](const Vertices &v, const ImDrawCmd &cmd) {
      Triangle t;
      for (std::size_t i = 0; i < 3; ++i)
        t.corner[i] = {v[i].pos.x / ratio, v[i].pos.y / ratio, v[i].col};
      t.text = is_glyph(v, cmd);
      if (is_image(cmd)) t.image = static_cast<std::uint32_t>(cmd.GetTexID());
      all.push_back(t);
    });
    return all;
  }

  std::vector<DrawnText> texts(const ImDrawData &data, float ratio) const {
    std::vector<DrawnText> all;
    std::size_t order = 0;
    bool second = false; // half of a glyph
    each(data, [&](const Vertices &v, const ImDrawCmd &cmd) {
      const bool glyph = is_glyph(v, cmd);
      if (glyph && !second) {
        const Rect rect{v[0].pos.x / ratio, v[0].pos.y / ratio, (v[2].pos.x - v[0].pos.x) / ratio,
                        (v[2].pos.y - v[0].pos.y) / ratio};
        all.push_back({text_at(cmd.GetTexID(), v[0].uv), rect, v[0].col, order});
      }
      second = glyph && !second;
      ++order;
    });
    return all;
  }

private:
  using Vertices = std::array<ImDrawVert, 3>;

  static bool is_image(const ImDrawCmd &cmd) { return cmd.GetTexID() >= kFirstSkinTexture; }

  // Only texts have an area in the texture; all other shapes take their color from a point of it.
  static bool is_glyph(const Vertices &v, const ImDrawCmd &cmd) {
    return !is_image(cmd) && std::abs((v[1].uv.x - v[0].uv.x) * (v[2].uv.y - v[0].uv.y) -
                                      (v[2].uv.x - v[0].uv.x) * (v[1].uv.y - v[0].uv.y)) > 1e-9f;
  }

  template <class Take> static void each(const ImDrawData &data, Take take) {
    for (const ImDrawList *list : data.CmdLists)
      for (const ImDrawCmd &cmd : list->CmdBuffer)
        for (unsigned i = 0; i + 2 < cmd.ElemCount; i += 3) {
          Vertices v;
          for (unsigned k = 0; k < 3; ++k) {
            const ImDrawIdx index = list->IdxBuffer[static_cast<int>(cmd.IdxOffset + i + k)];
            v[k] = list->VtxBuffer[static_cast<int>(cmd.VtxOffset + index)];
          }
          take(v, cmd);
        }
  }

  std::string text_at(ImTextureID texture, ImVec2 uv) const {
    const auto size = sizes_.find(texture);
    if (size == sizes_.end()) return "";
    auto px = [](float part, int whole) {
      return static_cast<std::uint32_t>(std::lround(part * static_cast<float>(whole)));
    };
    const auto found = set_.find({static_cast<std::uint32_t>(texture), px(uv.x, size->second.first),
                                  px(uv.y, size->second.second)});
    return found == set_.end() ? "" : found->second;
  }

  void create(ImTextureData &t) {
    t.SetTexID(static_cast<ImTextureID>(t.UniqueID + 1));
    t.SetStatus(ImTextureStatus_OK);
    sizes_[t.GetTexID()] = {t.Width, t.Height};
    set_texts(t, true);
  }
  void set_texts(ImTextureData &t, bool everything) {
    const std::size_t before = host_.set.size();
    glyph_cache_.draw_into(t, static_cast<std::uint32_t>(t.GetTexID()), everything);
    for (std::size_t i = before; i < host_.set.size(); ++i) {
      const GlyphPlace &p = host_.set[i].place;
      set_[{p.texture, p.x, p.y}] = host_.set[i].text;
    }
  }
  // ImGui's own pixels go over what was set there.
  void overwrite(ImTextureID id, const ImTextureRect &r) {
    std::erase_if(set_, [&](const auto &entry) {
      const auto &[texture, x, y] = entry.first;
      return texture == id && x >= r.x && y >= r.y && x < unsigned{r.x} + r.w &&
             y < unsigned{r.y} + r.h;
    });
  }

  FakeHost &host_;
  GlyphCache &glyph_cache_;
  std::map<ImTextureID, std::pair<int, int>> sizes_; // px
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, std::string> set_;
};

inline bool holds(const Triangle &t, float x, float y, std::array<float, 3> &weight) {
  const auto &[a, b, c] = t.corner;
  if ((a.y < y && b.y < y && c.y < y) || (a.y > y && b.y > y && c.y > y)) return false; // most
  const float area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
  if (std::abs(area) < 1e-9f) return false;
  weight[1] = ((x - a.x) * (c.y - a.y) - (c.x - a.x) * (y - a.y)) / area;
  weight[2] = ((b.x - a.x) * (y - a.y) - (x - a.x) * (b.y - a.y)) / area;
  weight[0] = 1 - weight[1] - weight[2];
  return weight[0] >= 0 && weight[1] >= 0 && weight[2] >= 0;
}

// The color at a point after the shapes from..to of a picture were painted over `ground`; texts do
// not count. `hits`, if given, receives how many nearly opaque shapes lay there.
inline Color painted(const std::vector<Triangle> &picture, std::size_t from, std::size_t to,
                     float x, float y, Color ground, int *hits = nullptr) {
  std::array<float, 3> out{};
  for (unsigned k = 0; k < 3; ++k) out[k] = static_cast<float>(ground >> (8 * k) & 255u);
  for (std::size_t i = from; i < to; ++i) {
    std::array<float, 3> w{};
    if (picture[i].text || !holds(picture[i], x, y, w)) continue;
    auto channel = [&](unsigned k) {
      float sum = 0;
      for (std::size_t c = 0; c < 3; ++c)
        sum += w[c] * static_cast<float>(picture[i].corner[c].color >> (8 * k) & 255u);
      return sum;
    };
    const float alpha = channel(3) / 255;
    if (alpha > 0.5f && hits != nullptr) ++*hits;
    for (unsigned k = 0; k < 3; ++k) out[k] += (channel(k) - out[k]) * alpha;
  }
  auto byte = [&](std::size_t k) { return static_cast<unsigned>(std::lround(out[k])); };
  return rgba(byte(0), byte(1), byte(2));
}

} // namespace rt::test
