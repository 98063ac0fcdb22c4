#pragma once
// The shipped documents, for targets that need a content to work on. Fuzz targets are started from
// the top of the checkout, where web/content is found.

#include "content/content.h"

#include <cstdio>
#include <string>
#include <vector>

namespace rt::fuzz {

inline std::string file_text(const char *path) {
  std::string text;
  std::FILE *file = std::fopen(path, "rb");
  RT_CHECK(file && "start this from the top of the checkout");
  char buffer[4096];
  for (std::size_t n; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;) text.append(buffer, n);
  std::fclose(file);
  return text;
}

inline const Content &shipped() {
  static const Content content = [] {
    const std::string model = file_text("web/content/model.json");
    const std::string words = file_text("web/content/en.json");
    std::vector<Diagnostic> diagnostics;
    return read_content({model, words, {}}, diagnostics).take();
  }();
  return content;
}

} // namespace rt::fuzz
