#pragma once
// The content files of the project as they were when the tool was built.

#include <string_view>

namespace rt::tool {

extern const std::string_view kModelJson; // web/content/model.json
extern const std::string_view kWordsJson; // web/content/en.json

} // namespace rt::tool
