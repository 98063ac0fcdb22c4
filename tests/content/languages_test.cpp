// Every language file in web/content against the English one.
#include "content/documents.h"
#include "content/read/diagnostics.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace rt;
using namespace rt::test;

namespace {

struct Language {
  const char *tag;
  bool right_to_left;
};
constexpr Language kLanguages[]{{"en", false}, {"es", false},    {"de", false},
                                {"fr", false}, {"pt-BR", false}, {"ar", true}};

// "{n}", "{name}", sorted.
std::vector<std::string> marks(const std::string &text) {
  std::vector<std::string> found;
  for (std::size_t open = text.find('{'); open != text.npos; open = text.find('{', open + 1))
    found.push_back(text.substr(open, text.find('}', open) - open + 1));
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

// Every text of a words file, plural forms too.
std::vector<std::string> texts_of(const char *tag) {
  Result<json::Document> document = json::parse(file_text((std::string(tag) + ".json").c_str()));
  std::vector<std::string> texts;
  REQUIRE(document.ok());
  const json::Document words = std::move(document).take();
  for (const Spot &spot : spots(words))
    if (spot.value.is(json::Kind::string)) texts.emplace_back(spot.value.text());
  return texts;
}

bool ends(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

constexpr const char *kNoBreak = "\xC2\xA0", *kNarrowNoBreak = "\xE2\x80\xAF";

// Whether French marks have their no-break spaces: narrow ones before ; ! ? and wide ones before :
// and inside quotes (Imprimerie nationale, Lexique des règles typographiques).
bool french_spaces(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view before = text.substr(0, i), rest = text.substr(i);
    const char c = text[i];
    if ((c == ';' || c == '!' || c == '?') && !ends(before, kNarrowNoBreak)) return false;
    if (c == ':' && !ends(before, kNoBreak)) return false;
    if (rest.substr(0, 2) == "\xC2\xAB" && rest.substr(2, 2) != kNoBreak) return false;
    if (rest.substr(0, 2) == "\xC2\xBB" && !ends(before, kNoBreak)) return false;
  }
  return true;
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t n = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != text.npos; at += part.size()) ++n;
  return n;
}

} // namespace

TEST_CASE("every language is read without a diagnostic and has the marks of English in each text") {
  for (const Language &language : kLanguages) {
    const std::string text = file_text((std::string(language.tag) + ".json").c_str());
    CAPTURE(language.tag);
    REQUIRE_FALSE(text.empty());
    const Outcome reading = read(model_text(), text, "");
    CAPTURE(reading.failure.where);
    CAPTURE(reading.failure.what);
    REQUIRE(reading.runs);
    CHECK(reading.diagnostics.empty());
    CHECK(reading.content.language == language.tag);
    CHECK(reading.content.right_to_left == language.right_to_left);
    for (std::size_t i = 0; i < kWords; ++i) {
      CAPTURE(word_keys()[i]);
      CHECK(marks(reading.content.words[i]) == marks(shipped().words[i]));
      // Bold marks come in pairs.
      std::size_t stars = 0;
      for (std::size_t at = 0; (at = reading.content.words[i].find("**", at)) != std::string::npos;
           at += 2)
        ++stars;
      CHECK(stars % 2 == 0);
    }
  }
}

TEST_CASE("every language tells what each parameter says in words of its own") {
  for (const Language &language : kLanguages) {
    if (std::string_view(language.tag) == "en") continue; // has them in model.json
    const std::string text = file_text((std::string(language.tag) + ".json").c_str());
    const Outcome reading = read(model_text(), text, "");
    CAPTURE(language.tag);
    REQUIRE(reading.runs);
    const auto &own = reading.content.sourced_parameters;
    const auto &english = shipped().sourced_parameters;
    REQUIRE(own.size() == english.size());
    std::set<std::string> different;
    for (std::size_t i = 0; i < own.size(); ++i) {
      CAPTURE(parameter_specs()[i].name);
      CHECK(own[i].sentence != english[i].sentence);
      CHECK(marks(own[i].sentence) == marks(english[i].sentence));
      CHECK(ends(own[i].sentence, "."));
      CHECK_MESSAGE(different.insert(own[i].sentence).second, "told of two parameters");
    }
  }
}

TEST_CASE("French has its no-break spaces, Spanish opens its questions, Arabic has its own marks") {
  CHECK(french_spaces("Un\xC2\xA0: deux\xE2\x80\xAF; \xC2\xAB\xC2\xA0trois\xC2\xA0\xC2\xBB"));
  CHECK_FALSE(french_spaces("Un : deux"));
  CHECK_FALSE(french_spaces("Un\xC2\xA0; deux"));
  CHECK_FALSE(french_spaces("\xC2\xABtrois\xC2\xA0\xC2\xBB"));
  for (const char *tag : {"fr", "es", "ar"}) {
    const std::vector<std::string> texts = texts_of(tag);
    REQUIRE(texts.size() > kWords);
    for (const std::string &text : texts) {
      CAPTURE(text);
      if (std::string_view(tag) == "fr") CHECK(french_spaces(text));
      if (std::string_view(tag) == "es") {
        CHECK(count(text, "?") == count(text, "\xC2\xBF"));
        CHECK(count(text, "!") == count(text, "\xC2\xA1"));
      }
      if (std::string_view(tag) == "ar") CHECK(text.find_first_of(",;?") == text.npos);
    }
  }
}
