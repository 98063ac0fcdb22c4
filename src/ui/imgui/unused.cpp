// What Dear ImGui's core refers to and the widget never calls, left empty because it would be a tenth
// of the module: tables and columns (this stands in for imgui_tables.cpp), formatted text and
// scanning (window names of popups, tooltips and saved settings). Builds with assertions stop if one
// of the latter is called all the same.
#include <imgui.h>
#include <imgui_internal.h>

namespace ImGui {
void TableSettingsAddSettingsHandler() {}
void TableGcCompactSettings() {}
void TableGcCompactTransientBuffers(ImGuiTable *) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData *) {}
void TablePushColumnChannel(int) {}
void TablePopColumnChannel() {}
void EndTable() {}
void EndColumns() {}
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
