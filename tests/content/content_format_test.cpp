#include "content/format/content_format.h"

#include "content/documents.h"

#include <doctest/doctest.h>

using namespace rt;
using namespace rt::test;

namespace {

Content in(const char *language) {
  Outcome outcome = read(model_text(), file_text((std::string(language) + ".json").c_str()), {});
  REQUIRE(outcome.runs);
  return std::move(outcome.content);
}

constexpr const char *kLanguages[] = {"en", "es", "de", "fr", "pt-BR", "ar"};

} // namespace

TEST_CASE("content that was packed and unpacked is the same, in every language") {
  for (const char *language : kLanguages) {
    CAPTURE(language);
    const Content before = in(language);
    const Packed packed = pack(before);
    const Result<Content> unpacked = unpack(packed.model, packed.words);
    REQUIRE(unpacked.ok());
    const Content &after = unpacked.value();

    // Whatever is packed is the same when it is packed once more.
    CHECK(pack(after).model == packed.model);
    CHECK(pack(after).words == packed.words);

    // What is not packed but follows from it, and a member of each kind.
    for (const ParameterSpec &spec : parameter_specs())
      CHECK(after.parameters.*spec.value == before.parameters.*spec.value);
    REQUIRE(after.sourced_parameters.size() == before.sourced_parameters.size());
    for (std::size_t i = 0; i < before.sourced_parameters.size(); ++i) {
      const SourcedParameter &a = after.sourced_parameters[i], &b = before.sourced_parameters[i];
      CHECK(a.unit == b.unit);
      CHECK(a.sentence == b.sentence);
      CHECK(a.sources == b.sources);
      CHECK(a.min == b.min);
      CHECK(a.strength == b.strength);
    }
    for (std::size_t f = 0; f < kFields; ++f) {
      const FieldSpec &a = after.fields[f], &b = before.fields[f];
      CHECK(a.label == b.label);
      CHECK((a.initial == b.initial || (a.initial != a.initial && b.initial != b.initial)));
      REQUIRE(a.options.size() == b.options.size());
      for (std::size_t o = 0; o < a.options.size(); ++o) {
        CHECK(a.options[o].key == b.options[o].key);
        CHECK(a.options[o].label == b.options[o].label);
        CHECK(a.options[o].hidden == b.options[o].hidden);
      }
    }
    CHECK(after.words == before.words);
    CHECK(after.right_to_left == (std::string(language) == "ar"));
    REQUIRE(after.plurals.size() == before.plurals.size());
    for (std::size_t i = 0; i < after.plurals.size(); ++i) {
      CHECK(after.plurals[i].word == before.plurals[i].word);
      CHECK(after.plurals[i].forms == before.plurals[i].forms);
    }
    CHECK(after.studies.size() == before.studies.size());
    CHECK(after.study_of("RED-01") != nullptr);
  }
}

TEST_CASE(
    "packed documents that are cut, changed in one byte or of another kind are refused by name") {
  const Packed packed = pack(in("en"));
  const auto where = [](std::string_view model, std::string_view words) {
    const Result<Content> content = unpack(model, words);
    return content ? std::string() : content.error().where;
  };
  REQUIRE(where(packed.model, packed.words).empty());

  for (std::size_t size = 0; size < packed.words.size(); size += 211)
    CHECK(where(packed.model, packed.words.substr(0, size)) == "words");
  for (std::size_t at = 0; at < packed.model.size(); at += 53) {
    std::string changed = packed.model;
    changed[at] = static_cast<char>(changed[at] ^ 4);
    CHECK(where(changed, packed.words) == "model");
  }
  CHECK(where(packed.model + "1\n", packed.words) == "model");
  CHECK(where(packed.words, packed.model) == "model");
  CHECK(where("", "") == "model");
  CHECK(where(packed.model, "{\"words\": {}}") == "words");
  CHECK(where(packed.model, std::string(1000, '\n')) == "words");
}

TEST_CASE("numbers of one build stand with the words of any of its languages") {
  const Packed english = pack(in("en")), arabic = pack(in("ar"));
  CHECK(english.model == arabic.model);
  const Result<Content> content = unpack(english.model, arabic.words);
  REQUIRE(content.ok());
  CHECK(content.value().language == "ar");
}
