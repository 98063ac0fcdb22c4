#pragma once
// The content files of the project as they were when the tool was built.

#include <span>
#include <string_view>

namespace rt::tool {

extern const std::string_view kModelJson; // web/content/model.json
extern const std::string_view kShortCss;  // web/short.css

// web/content/<language>.json
struct Words {
  std::string_view language, json;
};
std::span<const Words> all_words();
// Empty where there are none.
std::string_view words_of(std::string_view language);

} // namespace rt::tool
