// Any bytes as documents. NUL bytes part the input into model, words and clinic content, as
// read_content takes them; and the whole input is read once more as a clinic's content over the
// shipped documents, for few inputs are good enough as a model to get that far.

#include "shipped.h"

#include "content/format/content_format.h"
#include "content/read/diagnostics.h"
#include "state/state.h"

using namespace rt;

namespace {

void check_diagnostics(const std::vector<Diagnostic> &diagnostics, std::string_view document) {
  for (const Diagnostic &diagnostic : diagnostics) {
    RT_CHECK(diagnostic.error.where.substr(0, document.size()) == document);
    RT_CHECK(!diagnostic.error.what.empty());
    RT_CHECK(diagnostic.error.where.size() + diagnostic.error.what.size() < 4000);
  }
}

// Whatever was read: the widget can run on it, and the safety texts stand.
void check_content(const Content &content, const std::string &intended_use) {
  RT_CHECK(content.word(Word::intended_use) == intended_use);
  for (const FieldSpec &spec : content.fields) {
    RT_CHECK(spec.min <= spec.max && spec.step > 0 && !spec.label.empty());
    RT_CHECK(!(spec.initial < spec.min) && !(spec.initial > spec.max));
    bool any_shown = spec.options.empty();
    for (const Option &option : spec.options) any_shown = any_shown || !option.hidden;
    RT_CHECK(any_shown);
  }
  // What a clinic cannot take away or make unsafe.
  for (const std::string *address : {&content.clinic.book, &content.clinic.site})
    RT_CHECK(address->empty() || address->rfind("https://", 0) == 0 ||
             address->rfind("mailto:", 0) == 0);
  if (!content.views.empty()) {
    bool about = false;
    for (const std::uint8_t view : content.views) {
      RT_CHECK(view < kViews);
      about = about || view == static_cast<std::uint8_t>(View::about);
    }
    RT_CHECK(about);
  }
  for (const Advice &a : content.advice) {
    RT_CHECK(!a.steps.empty() && a.steps.front().from_h == 0);
    for (std::size_t i = 1; i < a.steps.size(); ++i)
      RT_CHECK(a.steps[i].from_h > a.steps[i - 1].from_h);
    RT_CHECK(a.says.empty() || a.say != AdviceSay::span || a.part != AdvicePart::after ||
             a.hours >= 0);
    RT_CHECK(!(a.until_h <= a.hours));
  }
  State state = initial_state(content);
  RT_CHECK(valid(state.factors));
  for (std::size_t i = 0; i < content.presets.size(); ++i) {
    apply(state, content, SetValue{Field::treatment, static_cast<double>(i)});
    RT_CHECK(valid(state.factors));
  }
}

} // namespace

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
