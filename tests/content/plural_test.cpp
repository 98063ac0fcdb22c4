// Words that depend on a number.
#include "content/documents.h"

#include <doctest/doctest.h>

using namespace rt;
using namespace rt::test;

namespace {

// The shipped words with another text for "passes_n".
std::string with_passes(const std::string &value) {
  std::string text = words_text();
  const std::size_t at = text.find("\"passes_n\":");
  REQUIRE(at != text.npos);
  const std::size_t open = text.find('{', at);
  std::size_t depth = 0, end = open; // the brace that closes it; those in texts do not count
  bool quoted = false;
  for (;; ++end) {
    if (text[end] == '"') quoted = !quoted;
    if (!quoted && text[end] == '{') ++depth;
    if (!quoted && text[end] == '}' && --depth == 0) break;
  }
  return text.replace(open, end + 1 - open, value);
}

} // namespace

TEST_CASE("a word may have a form for each of the plural categories") {
  const Outcome reading = read(model_text(), with_passes(R"({"zero": "no passes", "one": "one pass",
    "two": "{n} passes, a pair", "few": "{n} passes, a few", "many": "{n} passes, many",
    "other": "{n} passes"})"),
                               "");
  REQUIRE(reading.runs);
  const Content &content = reading.content;
  CHECK(content.word(Word::passes_n) == "{n} passes");
  CHECK(content.word(Word::passes_n, PluralForm::zero) == "no passes");
  CHECK(content.word(Word::passes_n, PluralForm::one) == "one pass");
  CHECK(content.word(Word::passes_n, PluralForm::two) == "{n} passes, a pair");
  CHECK(content.word(Word::passes_n, PluralForm::few) == "{n} passes, a few");
  CHECK(content.word(Word::passes_n, PluralForm::many) == "{n} passes, many");
  CHECK(content.word(Word::passes_n, PluralForm::other) == "{n} passes");
}

TEST_CASE("a form that a language does not need is \"other\"") {
  const Content &content = shipped();
  CHECK(content.word(Word::passes_n, PluralForm::one) == "{n} pass");
  CHECK(content.word(Word::passes_n, PluralForm::few) == "{n} passes");
  CHECK(content.word(Word::title, PluralForm::one) == content.word(Word::title));
}

TEST_CASE("plural forms that cannot be shown are refused with their place") {
  struct Case {
    const char *value, *where, *what;
  };
  const Case cases[]{
      {R"({"one": "{n} pass"})", "words: /words/passes_n/other",
       "This form of the text is missing."},
      {R"({"one": "{n} pass", "other": "{n} passes", "some": "x"})", "words: /words/passes_n/some",
       "This key is not known and has no effect."},
      {R"({"one": "{m} pass", "other": "{n} passes"})", "words: /words/passes_n/one",
       "Must hold the same {…} marks as \"other\"."},
      {R"({"one": "{n} pass", "other": "{n} passes of {m}"})", "words: /words/passes_n/one",
       "Must hold the same {…} marks as \"other\"."},
      {R"({"one": "", "other": "{n} passes"})", "words: /words/passes_n/one", nullptr},
      {R"({"one": 1, "other": "{n} passes"})", "words: /words/passes_n/one", nullptr},
      {R"({"one": "{n} pass", "other": ""})", "words: /words/passes_n/other", nullptr},
      {"[]", "words: /words/passes_n", nullptr},
  };
  for (const Case &c : cases) {
    CAPTURE(c.value);
    const Outcome reading = read(model_text(), with_passes(c.value), "");
    CHECK_FALSE(reading.runs);
    CHECK(reading.failure.where == c.where);
    if (c.what) CHECK(reading.failure.what.find(c.what) == 0);
    CHECK_FALSE(reading.failure.what.empty());
  }
}

TEST_CASE("a clinic may replace a counted word by one text or by forms of its own") {
  const Outcome one = read_clinic(R"({"words": {"en": {"passes_n": "{n} times over the skin"}}})");
  CHECK(one.diagnostics.empty());
  for (const PluralForm form : {PluralForm::one, PluralForm::other})
    CHECK(one.content.word(Word::passes_n, form) == "{n} times over the skin");
  const Outcome forms =
      read_clinic(R"({"words": {"en": {"passes_n": {"one": "once", "other": "{n} times"}}}})");
  CHECK(forms.diagnostics.empty());
  CHECK(forms.content.word(Word::passes_n, PluralForm::one) == "once");
  CHECK(forms.content.word(Word::passes_n, PluralForm::other) == "{n} times");
  const Outcome wrong =
      read_clinic(R"({"words": {"en": {"passes_n": {"one": "once", "other": "many times"}}}})");
  CHECK(wrong.diagnostics.size() == 1);
  CHECK(wrong.content.word(Word::passes_n, PluralForm::one) == "{n} pass");
}
