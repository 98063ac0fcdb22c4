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

TEST_CASE("content that was serialized and deserialized is the same, in every language") {
  for (const char *language : kLanguages) {
    CAPTURE(language);
    const Content before = in(language);
    const SerializedContent serialized = serialize(before);
    const Result<Content> deserialized = deserialize(serialized.model, serialized.words);
    REQUIRE(deserialized.ok());
    const Content &after = deserialized.value();

    // Whatever is serialized is the same when it is serialized once more.
    CHECK(serialize(after).model == serialized.model);
    CHECK(serialize(after).words == serialized.words);

    // What is not serialized but follows from it, and a member of each kind.
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

TEST_CASE("serialized documents that are cut, changed in one byte or of another kind are refused "
          "by name") {
  const SerializedContent serialized = serialize(in("en"));
  const auto where = [](std::string_view model, std::string_view words) {
    const Result<Content> content = deserialize(model, words);
    return content ? std::string() : content.error().where;
  };
  REQUIRE(where(serialized.model, serialized.words).empty());

  for (std::size_t size = 0; size < serialized.words.size(); size += 211)
    CHECK(where(serialized.model, serialized.words.substr(0, size)) == "words");
  for (std::size_t at = 0; at < serialized.model.size(); at += 53) {
    std::string changed = serialized.model;
    changed[at] = static_cast<char>(changed[at] ^ 4);
    CHECK(where(changed, serialized.words) == "model");
  }
  CHECK(where(serialized.model + "1\n", serialized.words) == "model");
  CHECK(where(serialized.words, serialized.model) == "model");
  CHECK(where("", "") == "model");
  CHECK(where(serialized.model, "{\"words\": {}}") == "words");
  CHECK(where(serialized.model, std::string(1000, '\n')) == "words");
}

TEST_CASE("numbers of one build stand with the words of any of its languages") {
  const SerializedContent english = serialize(in("en")), arabic = serialize(in("ar"));
  CHECK(english.model == arabic.model);
  const Result<Content> content = deserialize(english.model, arabic.words);
  REQUIRE(content.ok());
  CHECK(content.value().language == "ar");
}
