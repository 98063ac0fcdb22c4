// At the build: reads and checks model.json and the words of each language, and writes them as the
// widget takes them (content/format/content_format.h).
//
//   recovery-pack <folder> <model.json> <words.json> ...
//
// writes <folder>/model.txt and, for each words file, <folder>/<its name>.txt. The first thing
// wrong in a document is told with its place and ends it with status 1.

#include "content/format/content_format.h"
#include "tools/files.h"

using namespace rt;
using namespace rt::tool;

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
      if (!write_file(file, *text)) return failed(file + ": cannot be written");
    }
  }
  return 0;
}
