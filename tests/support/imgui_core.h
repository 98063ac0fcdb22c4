// Compile-time configuration of Dear ImGui's whole core for the tests: that of the widget, without
// anything in its place.
#pragma once

#define RT_IMGUI_REPLACED // nothing gives way
#include "ui/draw/imgui_config.h"

#undef IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS
