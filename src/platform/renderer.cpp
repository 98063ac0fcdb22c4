#include "platform/renderer.h"

#include "result.h"

#include <imgui.h>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace rt {

namespace {

static_assert(sizeof(ImDrawVert) == sizeof(DrawVertex) && sizeof(ImDrawIdx) == 2);
static_assert(offsetof(ImDrawVert, uv) == offsetof(DrawVertex, u) &&
              offsetof(ImDrawVert, col) == offsetof(DrawVertex, color));

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

void Picture::update_textures(App &app, bool seen) {
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

const DrawLists &Picture::serialize(App &app) {
  const ImDrawData *data = app.draw_data();
  commands_.clear();
  lists_.clear();
  for (const ImDrawList *list : data->CmdLists) {
    const std::size_t before = commands_.size();
    for (const ImDrawCmd &cmd : list->CmdBuffer) {
      if (cmd.ElemCount == 0 || cmd.UserCallback != nullptr) continue;
      const ImVec4 &clip = cmd.ClipRect;
      commands_.push_back({{clip.x, clip.y, clip.z, clip.w},
                           static_cast<std::uint32_t>(cmd.GetTexID()),
                           cmd.VtxOffset,
                           cmd.IdxOffset,
                           cmd.ElemCount});
    }
    lists_.push_back({reinterpret_cast<const DrawVertex *>(list->VtxBuffer.Data),
                      static_cast<std::uint32_t>(list->VtxBuffer.Size), list->IdxBuffer.Data,
                      static_cast<std::uint32_t>(list->IdxBuffer.Size), nullptr,
                      static_cast<std::uint32_t>(commands_.size() - before)});
  }
  // Once they stand: they move while more are added.
  const DrawCommand *next = commands_.data();
  for (DrawList &list : lists_) list.commands = std::exchange(next, next + list.command_count);
  all_ = {lists_.data(), static_cast<std::uint32_t>(lists_.size())};
  return all_;
}

void Picture::recreate_textures(App &app) {
  skin_.clear(); // drawn again in the next frame
  const ImDrawData *data = app.draw_data();
  if (data == nullptr || data->Textures == nullptr) return;
  for (ImTextureData *t : *data->Textures)
    if (t->Status == ImTextureStatus_OK || t->Status == ImTextureStatus_WantUpdates)
      create(app, *t);
}

} // namespace rt
