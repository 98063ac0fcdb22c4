// Every language file in web/content against the English one.
#include "content/documents.h"
#include "content/reading.h"

#include <doctest/doctest.h>

#include <algorithm>
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

} // namespace

TEST_CASE("every language is read without a remark and has the marks of English in each text") {
  for (const Language &language : kLanguages) {
    const std::string text = file_text((std::string(language.tag) + ".json").c_str());
    CAPTURE(language.tag);
    REQUIRE_FALSE(text.empty());
    const Outcome reading = read(model_text(), text, "");
    CAPTURE(reading.failure.where);
    CAPTURE(reading.failure.what);
    REQUIRE(reading.runs);
    CHECK(reading.remarks.empty());
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
