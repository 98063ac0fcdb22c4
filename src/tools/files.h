#pragma once
// What every program of tools/ does with files, and how it ends when something is wrong.

#include <cstdio>
#include <optional>
#include <string>

namespace rt::tool {

// All bytes of a file; nothing where it cannot be read.
inline std::optional<std::string> file_text(const std::string &name) {
  std::FILE *file = std::fopen(name.c_str(), "rb");
  if (!file) return std::nullopt;
  std::string text;
  char buffer[4096];
  for (std::size_t n; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;) text.append(buffer, n);
  const bool whole = !std::ferror(file);
  std::fclose(file);
  if (!whole) return std::nullopt;
  return text;
}

// False where the file could not be written whole.
inline bool write_file(const std::string &name, const std::string &text) {
  std::FILE *file = std::fopen(name.c_str(), "wb");
  if (!file) return false;
  const bool whole = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  return std::fclose(file) == 0 && whole;
}

// Tells the reason on stderr; the status to end with.
inline int failed(const std::string &what) {
  std::fprintf(stderr, "%s\n", what.c_str());
  return 1;
}

// "pt-BR" of "content/pt-BR.json"
inline std::string stem(const std::string &file) {
  const std::size_t from = file.find_last_of('/') + 1;
  return file.substr(from, file.find_last_of('.') - from);
}

} // namespace rt::tool
