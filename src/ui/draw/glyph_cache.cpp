#include "ui/draw/glyph_cache.h"

#include <imgui.h>
#include <imgui_internal.h>
#include <misc/freetype/imgui_freetype.h>

#include <cmath>

// Where Dear ImGui declares its interface for font loaders (ImFontLoader, ImFontAtlasPackAddRect,
// ImFontAtlasPackGetRectSafe, ImFontAtlasBuildDiscardBakes, ImFontBaked's writable members). It may
// change with any release: this file was read and tried against these.
static_assert(IMGUI_VERSION_NUM == 19222, "check the font loader against this Dear ImGui");

namespace rt {

namespace {

// Codes start behind ASCII, so that a font's sparse index stays short; one below the limit at which
// everything is forgotten would still fit ImGui's 16-bit glyph index.
constexpr std::uint32_t kFirstCode = 0x100;
constexpr std::size_t kMaxTexts = 3000;
constexpr std::size_t kMaxEntries = 20000;
// Side of the atlas, in which a page fits: growing would for a moment take the old and the new one.
constexpr int kSide = 1024, kFineSide = 2048;
constexpr float kFine = 1.5f; // device px per CSS px

// What a font of the atlas knows; ImGui keeps a copy of it as the font's "data".
struct FontHandle {
  GlyphCache *glyph_cache;
  Weight weight;
};

std::uint64_t hash_of(std::string_view text, Weight weight, int size_px) {
  std::uint64_t hash = 1469598103934665603ull;
  auto mix = [&hash](std::uint64_t byte) { hash = (hash ^ byte) * 1099511628211ull; };
  for (char c : text) mix(static_cast<unsigned char>(c));
  mix(0x100u + static_cast<unsigned>(weight));
  mix(0x200u + static_cast<unsigned>(size_px));
  return hash;
}

} // namespace

// The callbacks through which ImGui asks for glyphs.
struct GlyphLoader {
  static const FontHandle &handle(const ImFontConfig *src) {
    return *static_cast<const FontHandle *>(src->FontData);
  }

  static bool contains(ImFontAtlas *, ImFontConfig *src, ImWchar code) {
    const GlyphCache &cache = *handle(src).glyph_cache;
    return code == ' ' || (code >= kFirstCode && code - kFirstCode < cache.texts_.size());
  }

  static bool init_baked(ImFontAtlas *, ImFontConfig *src, ImFontBaked *baked, void *) {
    const FontHandle &font = handle(src);
    const FontMetrics m = font.glyph_cache->metrics(font.weight, static_cast<int>(baked->Size));
    baked->Ascent = m.ascent;
    baked->Descent = -m.descent;
    return true;
  }

  static bool load(ImFontAtlas *atlas, ImFontConfig *src, ImFontBaked *baked, void *, ImWchar code,
                   ImFontGlyph *glyph, float *advance_only) {
    if (!contains(atlas, src, code)) return false;
    const FontHandle &font = handle(src);
    GlyphCache &cache = *font.glyph_cache;
    const int size_px = static_cast<int>(baked->Size);
    const std::string_view text =
        code == ' ' ? std::string_view(" ") : std::string_view(cache.texts_[code - kFirstCode]);
    const TextExtents extents = cache.extents(text, font.weight, size_px);
    if (advance_only != nullptr) {
      *advance_only = extents.advance;
      return true;
    }
    glyph->Codepoint = code & 0x3FFFFFFu;
    glyph->AdvanceX = extents.advance;
    if (code == ' ' || extents.left + extents.right <= 0 || extents.ascent + extents.descent <= 0)
      return true;
    // One pixel of room on each side for the host's own antialiasing.
    const float left = std::ceil(extents.left) + 1, right = std::ceil(extents.right) + 1;
    const float up = std::ceil(extents.ascent) + 1, down = std::ceil(extents.descent) + 1;
    const int pack =
        ImFontAtlasPackAddRect(atlas, static_cast<int>(left + right), static_cast<int>(up + down));
    if (pack == ImFontAtlasRectId_Invalid) return false;
    glyph->X0 = -left;
    glyph->X1 = right;
    glyph->Y0 = -up; // the "position" of a glyph is its pen on the baseline
    glyph->Y1 = down;
    glyph->Visible = true;
    glyph->PackId = pack;
    cache.glyphs_.push_back({code, pack, font.weight, size_px, extents});
    return true;
  }
};

static const ImFontLoader &host_loader() {
  static const ImFontLoader loader = [] {
    ImFontLoader l;
    l.Name = "host";
    l.FontSrcContainsGlyph = GlyphLoader::contains;
    l.FontBakedInit = GlyphLoader::init_baked;
    l.FontBakedLoadGlyph = GlyphLoader::load;
    return l;
  }();
  return loader;
}

void GlyphCache::add_fonts() {
  atlas_ = ImGui::GetIO().Fonts;
  atlas_->Flags |= ImFontAtlasFlags_NoMouseCursors;
  // Its pixels are blank but for ImGui's own lines: one byte each instead of four.
  atlas_->TexDesiredFormat = ImTextureFormat_Alpha8;
  for (int w = 0; w < kWeights; ++w) {
    FontHandle handle{this, static_cast<Weight>(w)};
    ImFontConfig config;
    config.FontData = &handle; // copied by AddFont
    config.FontDataSize = sizeof handle;
    config.FontDataOwnedByAtlas = false;
    config.FontLoader = &host_loader();
    config.SizePixels = 16;
    config.OversampleH = config.OversampleV = 1;
    fonts_[static_cast<std::size_t>(w)] = atlas_->AddFont(&config);
  }
}

void GlyphCache::begin_frame() {
  if (!forget_ && texts_.size() < kMaxTexts && entries_.size() < kMaxEntries) return;
  forget_ = false;
  ImFontAtlasBuildDiscardBakes(atlas_, 0);
  texts_.clear();
  entries_.clear();
  metrics_.clear();
  glyphs_.clear();
  drawn_glyphs_ = 0;
}

void GlyphCache::make_room(std::uint32_t page, float pixel_ratio) {
  const int side = pixel_ratio < kFine ? kSide : kFineSide;
  const ImFontAtlasBuilder *packed = atlas_->Builder;
  const bool full = packed != nullptr && 2 * packed->RectsPackedSurface > side * side;
  if (atlas_->TexMinWidth != side || (page != page_ && full)) {
    atlas_->TexMinWidth = atlas_->TexMinHeight = side;
    if (packed != nullptr) ImFontAtlasBuildDiscardBakes(atlas_, 0);
    for (ImTextureData *old : atlas_->TexList) old->DestroyPixels();
    ImFontAtlasBuildClear(atlas_);
    glyphs_.clear();
    drawn_glyphs_ = 0;
  }
  page_ = page;
  for (ImTextureData *old : atlas_->TexList)
    if (old != atlas_->TexData) old->DestroyPixels();
}

const TextExtents &GlyphCache::extents(std::string_view text, Weight weight, int size_px) {
  const auto [entry, added] = entries_.try_emplace(hash_of(text, weight, size_px));
  TextExtents &extents = entry->second.extents;
  if (added) extents = host_.measure(text, weight, static_cast<float>(size_px));
  return extents;
}

float GlyphCache::advance(std::string_view text, Weight weight, int size_px) {
  return text.empty() ? 0.0f : extents(text, weight, size_px).advance;
}

FontMetrics GlyphCache::metrics(Weight weight, int size_px) {
  for (const SizeMetrics &m : metrics_)
    if (m.weight == weight && m.size_px == size_px) return m.metrics;
  const FontMetrics metrics = host_.metrics(weight, static_cast<float>(size_px));
  metrics_.push_back({weight, size_px, metrics});
  return metrics;
}

std::uint32_t GlyphCache::code_of(std::string_view text) {
  const auto [entry, added] = entries_.try_emplace(hash_of(text, Weight::regular, 0));
  std::uint32_t &code = entry->second.code;
  if (added) {
    code = kFirstCode + static_cast<std::uint32_t>(texts_.size());
    texts_.emplace_back(text);
  }
  return code;
}

void GlyphCache::draw(ImDrawList &list, std::string_view text, Weight weight, int size_px,
                      float x_px, float baseline_px, std::uint32_t color) {
  if (text.empty() || (color >> IM_COL32_A_SHIFT) == 0) return;
  ImFont *font = fonts_[static_cast<std::size_t>(weight)];
  font->RenderChar(&list, static_cast<float>(size_px),
                   ImVec2(std::round(x_px), std::round(baseline_px)), color,
                   static_cast<ImWchar>(code_of(text)));
}

void GlyphCache::draw_into(ImTextureData &texture, std::uint32_t id, bool everything) {
  if (&texture != atlas_->TexData) // the one that the atlas outgrew lives on for a frame
    return;
  for (std::size_t i = everything ? 0 : drawn_glyphs_; i < glyphs_.size(); ++i) {
    const PendingGlyph &glyph = glyphs_[i];
    // Gone when its size was thrown out; moved when the atlas was packed anew.
    const ImTextureRect *r = ImFontAtlasPackGetRectSafe(atlas_, glyph.pack_id);
    if (r == nullptr) continue;
    const GlyphPlace place{id,
                           r->x,
                           r->y,
                           r->w,
                           r->h,
                           std::ceil(glyph.extents.left) + 1,
                           std::ceil(glyph.extents.ascent) + 1};
    host_.draw_text(place, texts_[glyph.code - kFirstCode], glyph.weight,
                    static_cast<float>(glyph.size_px));
  }
  drawn_glyphs_ = glyphs_.size();
}

} // namespace rt

// The loader ImGui is compiled to use instead of its own rasterizer (see imgui_config.h).
const ImFontLoader *ImGuiFreeType::GetFontLoader() { return &rt::host_loader(); }
