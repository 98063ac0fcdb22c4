// At the build, under node: the short result in each language, of the plain treatments or of a clinic's
// document.
//
//   recovery-baseline <folder> <clinic.json or ""> <model.json> <words.json> ...
//
// writes <folder>/<name of the words file>.html. What is wrong in the clinic's document is told and left
// out; the first thing wrong in another ends it with status 1.

#include "tools/baseline/baseline.h"
#include "tools/files.h"

using namespace rt;
using namespace rt::tool;

int main(int count, char **arguments) {
  if (count < 5)
    return failed(
        "recovery-baseline: <folder> <clinic.json or \"\"> <model.json> <words.json> ...");
  const std::string folder = arguments[1], clinic_file = arguments[2], model_file = arguments[3];
  const auto model = file_text(model_file);
  if (!model) return failed(model_file + ": cannot be read");
  const std::optional<std::string> clinic =
      clinic_file.empty() ? std::optional<std::string>("") : file_text(clinic_file);
  if (!clinic) return failed(clinic_file + ": cannot be read");
  for (int i = 4; i < count; ++i) {
    const std::string words_file = arguments[i];
    const auto words = file_text(words_file);
    if (!words) return failed(words_file + ": cannot be read");
    std::vector<Diagnostic> found;
    const Result<std::string> html = tool::baseline({*model, *words, *clinic}, found);
    if (!html) return failed(words_file + ": " + html.error().where + ": " + html.error().what);
    if (i == 4)
      for (const auto &[warning, error] : found)
        std::fprintf(stderr, "%s: %s: %s\n", clinic_file.c_str(), error.where.c_str(),
                     error.what.c_str());
    const std::string name = folder + "/" + stem(words_file) + ".html";
    if (!write_file(name, html.value())) return failed(name + ": cannot be written");
  }
  return 0;
}
