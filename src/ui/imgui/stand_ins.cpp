// What stands in for parts of Dear ImGui's core that would be a third of the module.
//
// First, its frame for the one window that the widget has: it fills the display, and is never
// moved, sized, scrolled, titled, focused or left by keys. These functions do what the core's own
// (1.92.2b) do for such a window, and take their place because imgui_config.h declares those weak.
// They stand in one file with the functions that the core cannot be linked without, so that a
// linker that picks files from a library picks this one.
#define RT_IMGUI_REPLACED
#include <imgui.h>
#include <imgui_internal.h>

namespace {

constexpr ImGuiMouseButton kButton = ImGuiMouseButton_Left; // the only one that the widget knows

void begin_draw_lists(ImGuiContext &g) {
  ImGuiViewportP &viewport = *g.Viewports[0];
  viewport.Size = g.IO.DisplaySize;
  viewport.DrawDataP.Valid = false;
  ImFontAtlasUpdateNewFrame(g.IO.Fonts, g.FrameCount, true);

  ImDrawListSharedData &shared = g.DrawListSharedData;
  shared.ClipRectFullscreen = ImVec4(0, 0, g.IO.DisplaySize.x, g.IO.DisplaySize.y);
  shared.CurveTessellationTol = g.Style.CurveTessellationTol;
  shared.SetCircleTessellationMaxError(g.Style.CircleTessellationMaxError);
  shared.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedLinesUseTex |
                        ImDrawListFlags_AntiAliasedFill | ImDrawListFlags_AllowVtxOffset;
  shared.InitialFringeScale = 1;
  shared.FontAtlas = g.IO.Fonts;
  ImFontAtlasUpdateDrawListsSharedData(g.IO.Fonts);
}

void update_mouse(ImGuiContext &g) {
  ImGuiIO &io = g.IO;
  if (ImGui::IsMousePosValid(&io.MousePos))
    io.MousePos = ImVec2(ImFloor(io.MousePos.x), ImFloor(io.MousePos.y));
  const bool down = io.MouseDown[kButton], was_down = io.MouseDownDuration[kButton] >= 0;
  io.MouseClicked[kButton] = down && !was_down;
  io.MouseReleased[kButton] = !down && was_down;
  io.MouseDownDurationPrev[kButton] = io.MouseDownDuration[kButton];
  if (!down)
    io.MouseDownDuration[kButton] = -1;
  else
    io.MouseDownDuration[kButton] = was_down ? io.MouseDownDuration[kButton] + io.DeltaTime : 0;

  // Whoever took the button has it until the frame after its release.
  const ImGuiKey key = ImGui::MouseButtonToKey(kButton);
  ImGui::GetKeyData(&g, key)->Down = down;
  ImGuiKeyOwnerData &owner = *ImGui::GetKeyOwnerData(&g, key);
  owner.OwnerCurr = owner.OwnerNext;
  if (!down) owner.OwnerNext = ImGuiKeyOwner_NoOwner;
}

void update_hovered_and_active(ImGuiContext &g) {
  g.HoveredIdPreviousFrame = g.HoveredId;
  g.HoveredId = 0;
  g.HoveredIdAllowOverlap = false;
  g.HoveredIdIsDisabled = false;
  const bool gone = g.ActiveIdIsAlive != g.ActiveId && g.ActiveIdPreviousFrame == g.ActiveId;
  if (g.ActiveId != 0 && gone) ImGui::ClearActiveID();
  g.ActiveIdPreviousFrame = g.ActiveId;
  g.ActiveIdIsAlive = 0;
  g.ActiveIdIsJustActivated = false;

  // A press that began outside belongs to the outside until it ends.
  ImGuiIO &io = g.IO;
  ImGuiWindow *window = g.Windows.empty() ? nullptr : g.Windows[0];
  const bool over = window != nullptr && window->OuterRectClipped.Contains(io.MousePos);
  if (io.MouseClicked[kButton]) io.MouseDownOwned[kButton] = over;
  const bool pressed = io.MouseDown[kButton] || io.MouseReleased[kButton];
  g.HoveredWindow = over && (!pressed || io.MouseDownOwned[kButton]) ? window : nullptr;
}

} // namespace

namespace ImGui {

void NewFrame() {
  ImGuiContext &g = *GImGui;
  g.Time += static_cast<double>(g.IO.DeltaTime);
  g.FrameCount += 1;
  g.InputEventsTrail.resize(0);
  UpdateInputEvents(true);
  begin_draw_lists(g);
  update_mouse(g);
  update_hovered_and_active(g);
}

bool Begin(const char *name, bool *, ImGuiWindowFlags flags) {
  ImGuiContext &g = *GImGui;
  if (g.Windows.empty()) {
    ImGuiWindow *window = IM_NEW(ImGuiWindow)(&g, name);
    window->RootWindow = window->RootWindowForNav = window;
    window->Viewport = g.Viewports[0];
    g.Windows.push_back(window);
  }
  ImGuiWindow &window = *g.Windows[0];
  window.Flags = flags;
  window.Active = true;
  window.Size = window.SizeFull = g.IO.DisplaySize;
  window.OuterRectClipped = window.InnerRect = window.InnerClipRect = window.WorkRect =
      window.ClipRect = window.Rect();
  window.DrawList->_ResetForNewFrame();
  window.DrawList->PushTexture(g.IO.Fonts->TexRef);
  window.DrawList->PushClipRect(window.ClipRect.Min, window.ClipRect.Max);
  g.CurrentWindow = &window;
  g.NextWindowData.ClearFlags();
  return true;
}

void End() { GImGui->CurrentWindow = nullptr; }

void Render() {
  ImGuiContext &g = *GImGui;
  ImVector<ImTextureData *> &textures = g.PlatformIO.Textures;
  textures.resize(0);
  for (ImTextureData *texture : g.IO.Fonts->TexList) textures.push_back(texture);
  g.IO.MousePosPrev = g.IO.MousePos;

  ImGuiViewportP &viewport = *g.Viewports[0];
  ImDrawData &data = viewport.DrawDataP;
  data.Clear();
  data.Valid = true;
  data.DisplaySize = viewport.Size;
  data.FramebufferScale = g.IO.DisplayFramebufferScale;
  data.OwnerViewport = &viewport;
  data.Textures = &textures;
  data.AddDrawList(g.Windows[0]->DrawList);
}

// Only what belongs to the mouse: no keys, no layout, no tooltips.
bool ItemAdd(const ImRect &box, ImGuiID id, const ImRect *, ImGuiItemFlags flags) {
  ImGuiContext &g = *GImGui;
  g.LastItemData.ID = id;
  g.LastItemData.Rect = g.LastItemData.NavRect = box;
  g.LastItemData.ItemFlags = flags;
  g.LastItemData.StatusFlags = ImGuiItemStatusFlags_None;
  KeepAliveID(id);
  const bool active = id == g.ActiveId || id == g.ActiveIdPreviousFrame;
  return active || box.Overlaps(g.CurrentWindow->ClipRect);
}

bool ItemHoverable(const ImRect &box, ImGuiID id, ImGuiItemFlags) {
  ImGuiContext &g = *GImGui;
  const auto other = [id](ImGuiID had) { return had != 0 && had != id; };
  if (g.HoveredWindow == nullptr || !IsMouseHoveringRect(box.Min, box.Max)) return false;
  if (other(g.HoveredId) || other(g.ActiveId)) return false;
  SetHoveredID(id);
  return true;
}

// What pressing a button would also do: give the keyboard, which the page itself looks after.
void FocusWindow(ImGuiWindow *, ImGuiFocusRequestFlags) {}
void SetFocusID(ImGuiID, ImGuiWindow *) {}

// Saved settings, ImGui's own words and colors: nobody asks for them.
void AddSettingsHandler(const ImGuiSettingsHandler *) {}
void LocalizeRegisterEntries(const ImGuiLocEntry *, int) {}
void StyleColorsDark(ImGuiStyle *) {}

} // namespace ImGui

// Second, what the core refers to and the widget never calls: tables and columns (imgui_tables.cpp
// is left out), formatted text and scanning (names of popups and tooltips, saved settings). Builds
// with assertions stop if one of the latter is called all the same.
namespace ImGui {
void TableSettingsAddSettingsHandler() {}
void TableGcCompactSettings() {}
void TableGcCompactTransientBuffers(ImGuiTable *) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData *) {}
void TablePushColumnChannel(int) {}
void TablePopColumnChannel() {}
void TablePushBackgroundChannel() {}
void TablePopBackgroundChannel() {}
void TableEndRow(ImGuiTable *) {}
void TableEndCell(ImGuiTable *) {}
void EndTable() {}
void EndColumns() {}
void PushColumnsBackground() {}
void PopColumnsBackground() {}
} // namespace ImGui

int ImFormatString(char *text, size_t size, const char *, ...) {
  IM_ASSERT(!"the widget formats no text through ImGui");
  if (text && size) *text = '\0';
  return 0;
}

int ImFormatStringV(char *text, size_t size, const char *, va_list) {
  IM_ASSERT(!"the widget formats no text through ImGui");
  if (text && size) *text = '\0';
  return 0;
}

// sscanf by another name; see .dev/third_party.cmake.
extern "C" int rt_no_sscanf(const char *, const char *, ...) {
  IM_ASSERT(!"the widget reads no ImGui settings");
  return 0;
}
