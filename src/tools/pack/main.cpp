// At the build: reads and checks model.json and the words of each language, and writes them as the
// widget takes them (content/format/content_format.h).
//
//   recovery-pack <folder> <model.json> <words.json> ...
//
// writes <folder>/model.txt and, for each words file, <folder>/<its name>.txt. The first thing
// wrong in a document is told with its place and ends it with status 1.

#include "content/format/content_format.h"

#include <cstdio>
#include <optional>

namespace {

using namespace rt;

std::optional<std::string> file_text(const std::string &name) {
  std::FILE *file = std::fopen(name.c_str(), "rb");
  if (!file) return std::nullopt;
  std::string text;
  char buffer[4096];
  for (std::size_t n; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;) text.append(buffer, n);
  std::fclose(file);
  return text;
}

bool write(const std::string &name, const std::string &text) {
  std::FILE *file = std::fopen(name.c_str(), "wb");
  if (!file) return false;
  const bool whole = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  return (std::fclose(file) == 0) && whole;
}

int failed(const std::string &what) {
  std::fprintf(stderr, "%s\n", what.c_str());
  return 1;
}

// "pt-BR" of "content/pt-BR.json"
std::string stem(const std::string &file) {
  const std::size_t from = file.find_last_of('/') + 1;
  return file.substr(from, file.find_last_of('.') - from);
}

} // namespace

int main(int count, char **arguments) {
  if (count < 4) return failed("recovery-pack: <folder> <model.json> <words.json> ...");
  const std::string folder = arguments[1], model_file = arguments[2];
  const auto model = file_text(model_file);
  if (!model) return failed(model_file + ": cannot be read");
  for (int i = 3; i < count; ++i) {
    const std::string words_file = arguments[i];
    const auto words = file_text(words_file);
    if (!words) return failed(words_file + ": cannot be read");
    std::vector<Diagnostic> diagnostics;
    const Result<Content> content = read_content({*model, *words, {}}, diagnostics);
    if (!content)
      return failed(words_file + " with " + model_file + ": " + content.error().where + ": " +
                    content.error().what);
    const SerializedContent serialized = serialize(content.value());
    for (const auto &[name, text] : {std::pair{std::string("model"), &serialized.model},
                                     {stem(words_file), &serialized.words}}) {
      const std::string file = folder + "/" + name + ".txt";
      if (!write(file, *text)) return failed(file + ": cannot be written");
    }
  }
  return 0;
}
