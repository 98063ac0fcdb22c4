#include "content/content.h"

#include "content/fields.h"
#include "content/read/diagnostics.h"
#include "content/text.h"

namespace rt {
namespace {

// Without these two documents the widget cannot run, and we write them ourselves: the first thing
// wrong in them, an unknown key included, ends the reading.
using Reader = void (*)(json::Value, const Path &, Content &, Diagnostics &);
std::optional<Error> read_own(std::string_view bytes, const char *name, Reader read,
                              Content &content) {
  const Result<json::Document> document = json::parse(bytes);
  if (!document) {
    Error error = document.error();
    error.where = join({name, ": ", error.where});
    return error;
  }
  std::vector<Diagnostic> problems;
  Diagnostics diagnostics(problems, "");
  read(document.value().root(), Path(name), content, diagnostics);
  if (problems.empty()) return std::nullopt;
  return problems.front().error;
}

} // namespace

Result<Content> read_content(const ContentText &texts, std::vector<Diagnostic> &found) {
  Content content;
  if (auto error = read_own(texts.model, "model", read_model, content)) return *error;
  if (auto error = read_own(texts.words, "words", read_words, content)) return *error;
  add_clinic(texts.clinic, content, found);
  return content;
}

void add_clinic(std::string_view text, Content &content, std::vector<Diagnostic> &found) {
  offer_treatments(content);
  if (text.empty()) return;
  constexpr const char *kClinic = "clinic content";
  if (text.size() > kMaxClinicBytes) {
    found.push_back({false,
                     {kClinic, join({"Is ", std::to_string(text.size()), " bytes long; at most ",
                                     std::to_string(kMaxClinicBytes),
                                     " are read. Shorten it; a logo may be a file of its own. The "
                                     "defaults are used."})}});
    return;
  }
  const Result<json::Document> clinic = json::parse(text);
  if (clinic) {
    read_clinic(clinic.value().root(), Path(kClinic), content, found);
  } else {
    found.push_back({false,
                     {join({kClinic, ": ", clinic.error().where}),
                      join({clinic.error().what, " The defaults are used."})}});
  }
}

} // namespace rt
