// Any bytes as documents. NUL bytes part the input into model, words and clinic content, as
// read_content takes them; and the whole input is read once more as a clinic's content over the
// shipped documents, for few inputs are good enough as a model to get that far.

#include "clinic_checks.h"
#include "shipped.h"

#include "content/format/content_format.h"
#include "content/read/diagnostics.h"

using namespace rt;
using fuzz::check_content, fuzz::check_diagnostics;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char *>(data), size);
  ContentText texts{input, {}, {}};
  if (const std::size_t first = input.find('\0'); first != input.npos) {
    texts.model = input.substr(0, first);
    texts.words = input.substr(first + 1);
    if (const std::size_t second = texts.words.find('\0'); second != texts.words.npos) {
      texts.clinic = texts.words.substr(second + 1);
      texts.words = texts.words.substr(0, second);
    }
  }
  std::vector<Diagnostic> diagnostics;
  const Result<Content> read = read_content(texts, diagnostics);
  if (read) {
    check_diagnostics(diagnostics, "clinic content");
    check_content(read.value(), read.value().word(Word::intended_use));
  } else {
    RT_CHECK(!read.error().where.empty() && !read.error().what.empty() && diagnostics.empty());
  }

  // As serialized documents: refused as they are; with a right first line they are read to the end.
  RT_CHECK(!deserialize(texts.model, texts.words));
  const Result<Content> deserialized =
      deserialize(with_checksum(std::string(texts.model)), with_checksum(std::string(texts.words)));
  RT_CHECK(deserialized.ok() || !deserialized.error().where.empty());

  const Result<json::Document> document = json::parse(input);
  if (!document) return 0;
  const json::Value root = document.value().root();
  Content content = fuzz::shipped();
  read_clinic(root, Path("clinic content"), content, diagnostics = {});
  check_diagnostics(diagnostics, "clinic content");
  check_content(content, fuzz::shipped().word(Word::intended_use));

  std::vector<Diagnostic> problems;
  Diagnostics words(problems, "");
  read_words(root, Path("words"), content, words);
  check_diagnostics(problems, "words");
  return 0;
}
