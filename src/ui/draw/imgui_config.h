// Compile-time configuration of Dear ImGui (IMGUI_USER_CONFIG): everything that the widget does not
// use is switched off, for size.
#pragma once

#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS // src/ui/imgui/stand_ins.cpp
#define IM_ASSERT_USER_ERROR(_EXPR, _MSG) IM_ASSERT((_EXPR) && (_MSG))
#define IMGUI_USE_WCHAR32

// Text is measured and drawn by the browser. This switch keeps stb_truetype out of the binary; the
// font loader that ImGui then asks for, ImGuiFreeType::GetFontLoader(), is our own.
#define IMGUI_ENABLE_FREETYPE

// The widget is one window that fills the page, so much of ImGui's core has nothing to do; what
// stands in for it is in src/ui/imgui. A weak function of the core gives way to one that is not.
#ifndef RT_IMGUI_REPLACED
#define RT_IMGUI_REPLACED __attribute__((weak))
#endif
struct ImGuiLocEntry;
struct ImGuiSettingsHandler;
struct ImGuiStyle;
struct ImGuiWindow;
struct ImRect;
namespace ImGui {
RT_IMGUI_REPLACED void NewFrame();
RT_IMGUI_REPLACED bool Begin(const char *, bool *, int);
RT_IMGUI_REPLACED void End();
RT_IMGUI_REPLACED void Render();
RT_IMGUI_REPLACED bool ItemAdd(const ImRect &, unsigned int, const ImRect *, int);
RT_IMGUI_REPLACED bool ItemHoverable(const ImRect &, unsigned int, int);
RT_IMGUI_REPLACED void FocusWindow(ImGuiWindow *, int);
RT_IMGUI_REPLACED void SetFocusID(unsigned int, ImGuiWindow *);
RT_IMGUI_REPLACED void AddSettingsHandler(const ImGuiSettingsHandler *);
RT_IMGUI_REPLACED void LocalizeRegisterEntries(const ImGuiLocEntry *, int);
RT_IMGUI_REPLACED void StyleColorsDark(ImGuiStyle *);
} // namespace ImGui
