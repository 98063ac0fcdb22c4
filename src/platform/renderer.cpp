#include "platform/renderer.h"

#include "platform/abi.h"
#include "result.h"

#include <imgui.h>

#include <algorithm>
#include <cstring>

namespace rt {

namespace {

// Pointers fit into 32 bits where this runs; natively this file is not built.
std::uint32_t address(const void *p) {
  return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(p));
}

std::uint32_t bits(float f) {
  std::uint32_t u;
  std::memcpy(&u, &f, sizeof u);
  return u;
}

std::uint32_t id_of(const ImTextureData &t) { return static_cast<std::uint32_t>(t.UniqueID) + 1; }

void create(App &app, ImTextureData &t) {
  const std::uint32_t id = id_of(t);
  rt_js_texture_create(id, static_cast<std::uint32_t>(t.Width),
                       static_cast<std::uint32_t>(t.Height), t.GetPixels());
  t.SetTexID(static_cast<ImTextureID>(id));
  t.SetStatus(ImTextureStatus_OK);
  app.glyph_cache().draw_into(t, id, true);
}

} // namespace

void Picture::take(App &app, bool seen) {
  const ImDrawData *data = app.draw_data();
  RT_CHECK(data != nullptr && data->Textures != nullptr);
  for (ImTextureData *t : *data->Textures) {
    switch (t->Status) {
    case ImTextureStatus_WantCreate: create(app, *t); break;
    case ImTextureStatus_WantUpdates:
      for (const ImTextureRect &r : t->Updates)
        rt_js_texture_update(id_of(*t), r.x, r.y, r.w, r.h, t->GetPixelsAt(r.x, r.y),
                             static_cast<std::uint32_t>(t->GetPitch()));
      t->SetStatus(ImTextureStatus_OK);
      app.glyph_cache().draw_into(*t, id_of(*t), false);
      break;
    case ImTextureStatus_WantDestroy:
      if (t->UnusedFrames > 0) {
        rt_js_texture_destroy(id_of(*t));
        t->SetTexID(ImTextureID_Invalid);
        t->SetStatus(ImTextureStatus_Destroyed);
      }
      break;
    case ImTextureStatus_OK: app.glyph_cache().draw_into(*t, id_of(*t), false); break;
    case ImTextureStatus_Destroyed: break;
    }
  }
  if (!seen) return;
  // A patch is drawn only when it has become another one.
  for (const SkinPicture &patch : app.skin_pictures()) {
    const auto drawn = std::find_if(skin_.begin(), skin_.end(), [&](const SkinPicture &old) {
      return old.texture == patch.texture;
    });
    if (drawn != skin_.end() && *drawn == patch) continue;
    rt_js_skin_draw(patch.texture, patch.width, patch.height, patch.numbers.data());
    if (drawn == skin_.end())
      skin_.push_back(patch);
    else
      *drawn = patch;
  }
}

const std::uint32_t *Picture::words(App &app) {
  const ImDrawData *data = app.draw_data();
  words_.clear();
  words_.push_back(static_cast<std::uint32_t>(data->CmdLists.Size));
  for (const ImDrawList *list : data->CmdLists) {
    words_.push_back(address(list->VtxBuffer.Data));
    words_.push_back(static_cast<std::uint32_t>(list->VtxBuffer.Size));
    words_.push_back(address(list->IdxBuffer.Data));
    words_.push_back(static_cast<std::uint32_t>(list->IdxBuffer.Size));
    const std::size_t count_at = words_.size();
    words_.push_back(0);
    for (const ImDrawCmd &cmd : list->CmdBuffer) {
      if (cmd.ElemCount == 0 || cmd.UserCallback != nullptr) continue;
      ++words_[count_at];
      for (float edge : {cmd.ClipRect.x, cmd.ClipRect.y, cmd.ClipRect.z, cmd.ClipRect.w})
        words_.push_back(bits(edge));
      words_.push_back(static_cast<std::uint32_t>(cmd.GetTexID()));
      words_.push_back(cmd.VtxOffset);
      words_.push_back(cmd.IdxOffset);
      words_.push_back(cmd.ElemCount);
    }
  }
  return words_.data();
}

void Picture::everything_anew(App &app) {
  skin_.clear(); // drawn again in the next frame
  const ImDrawData *data = app.draw_data();
  if (data == nullptr || data->Textures == nullptr) return;
  for (ImTextureData *t : *data->Textures)
    if (t->Status == ImTextureStatus_OK || t->Status == ImTextureStatus_WantUpdates)
      create(app, *t);
}

} // namespace rt
