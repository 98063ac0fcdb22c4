#pragma once
// What the app tells, in the structs and JSON texts of the border.

#include "content/content.h"
#include "platform/abi.h"

#include <string>
#include <vector>

namespace rt {

// Points into `text`.
Slice slice_of(std::string_view text);
NodeRecord record_of(const SemanticNode &);
Palette palette_of(const Theme &);
ThemeRequest request_of(const ThemeInput &);
std::string diagnostics_json(const std::vector<Diagnostic> &);
std::string corrections_json(const std::vector<Correction> &);

} // namespace rt
