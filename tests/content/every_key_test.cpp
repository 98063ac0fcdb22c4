// Each value and each key of the shipped documents by itself, spoiled or taken away: many readings, so
// they run in wasm only.
#include "content/documents.h"

#include <doctest/doctest.h>

using namespace rt;
using namespace rt::test;
using json::Kind;

namespace {

// All of one shape, hundreds of them: of these a sample.
bool of_many(const Spot &spot) {
  return spot.path.rfind("/parameters/", 0) == 0 || spot.path.rfind("/words/", 0) == 0;
}

} // namespace

TEST_CASE("each value of the model or words file is refused by its path when of another kind") {
  for (const bool model : {true, false}) {
    const json::Document document = parsed(model ? model_text() : words_text());
    const std::string name = model ? "model: " : "words: ";
    std::size_t turn = 0;
    for (const Spot &spot : spots(document)) {
      constexpr const char *kInstead[] = {"null", "true", "7.5", "[]", "\"\"", "{\"x\": 1}"};
      if (of_many(spot) && ++turn % 11 != 0) continue;
      const char *instead = kInstead[++turn % 6];
      const auto replacement = json::parse(instead);
      if (!replacement.ok() || replacement.value().root().kind() == spot.value.kind()) continue;
      if (spot.value.is(Kind::null)) continue; // a default that may be of two kinds
      const std::string text = spoil(document, spot.path, instead);
      const Outcome reading = model ? read(text, words_text(), "") : read(model_text(), text, "");
      CAPTURE(spot.path);
      CAPTURE(instead);
      CAPTURE(reading.failure.where);
      CHECK(!reading.runs);
      // The value itself, what it lacks (an object became another), or the document as a whole.
      // Advice that names a parameter becomes, with a number, advice of its own.
      const std::string place = spot.path.rfind("/advice/", 0) == 0
                                    ? spot.path.substr(0, spot.path.rfind('/'))
                                    : spot.path;
      CHECK((reading.failure.where.rfind(name + place, 0) == 0 || spot.path.empty()));
      CHECK(!reading.failure.what.empty());
    }
  }
}

TEST_CASE("each key of the model or words file is missed by its path") {
  for (const bool model : {true, false}) {
    const json::Document document = parsed(model ? model_text() : words_text());
    std::size_t turn = 0;
    for (const Spot &spot : spots(document)) {
      // Not needed: the unit of a field, "hidden" of an option, and the forms of a word beside
      // "other", which each language needs or not. One source of several may go.
      if (spot.path.empty() || spot.value.key() == "hidden" || spot.value.key().empty()) continue;
      if (spot.path.rfind("/fields/", 0) == 0 && spot.value.key() == "unit") continue;
      if (spot.path.rfind("/words/", 0) == 0 && spot.path.find('/', 7) != spot.path.npos &&
          spot.value.key() != "other")
        continue;
      if (of_many(spot) && ++turn % 11 != 0) continue;
      // A row of advice may go together with its words; of its numbers most may be missing.
      if (model && spot.path.rfind("/advice/", 0) == 0 && spot.value.key() != "part") continue;
      const std::string text = spoil(document, spot.path, nullptr);
      const Outcome reading = model ? read(text, words_text(), "") : read(model_text(), text, "");
      CAPTURE(spot.path);
      CHECK(!reading.runs);
      CHECK(reading.failure.where == (model ? "model: " : "words: ") + spot.path);
    }
  }
}
