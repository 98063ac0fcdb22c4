#pragma once
// ImGui's draw data and texture requests, handed to the painter in JavaScript, which owns the WebGL
// context. (The painter stands in web/render/painter.js, not here: it is a fifth of the size of
// Emscripten's GL glue with a GL backend, and a context that lives in a shadow root is made in
// JavaScript anyway.)

#include "app/app.h"
#include "platform/abi.h"

#include <vector>

namespace rt {

class Picture {
public:
  // After a frame: honors ImGui's texture requests, then has new text drawn into the textures.
  // Patches of skin are drawn only where the picture is seen.
  void update_textures(App &, bool seen);
  // The draw lists as rt_draw gives them; valid until the next frame.
  const DrawLists &serialize(App &);
  // The GL context came back empty: all textures are made again.
  void recreate_textures(App &);

private:
  std::vector<DrawCommand> commands_;
  std::vector<DrawList> lists_;
  DrawLists all_{};
  std::vector<SkinPicture> skin_; // as they were drawn last
};

} // namespace rt
