// Compile-time configuration of Dear ImGui (IMGUI_USER_CONFIG): everything that the widget does not
// use is switched off, for size. Only switches that Dear ImGui's own imconfig.h documents; its
// sources are compiled as they were released.
#pragma once

#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_USE_WCHAR32

// Sine and cosine of any float bring 8 KB of tables for the largest ones: ours do without.
#define IMGUI_DISABLE_DEFAULT_MATH_FUNCTIONS
#include "ui/draw/imgui_math.h"

// Text is measured and drawn by the browser. This switch keeps stb_truetype out of the binary; the
// font loader that ImGui then asks for, ImGuiFreeType::GetFontLoader(), is our own.
#define IMGUI_ENABLE_FREETYPE
