#pragma once

namespace rt::tool {

extern const char kUsage[]; // two lines
extern const char kHelp[];  // everything, each field with its unit

} // namespace rt::tool
