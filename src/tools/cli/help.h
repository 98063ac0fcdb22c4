#pragma once

namespace rt::tool {

extern const char kUsage[]; // a line each
extern const char kHelp[];  // everything, each field with its unit
extern const char kBaselineHelp[];

} // namespace rt::tool
