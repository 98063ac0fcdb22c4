// People are told as so many of 20, a strength of evidence in words: in every language.
#include "content/documents.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

using namespace rt;
using namespace rt::test;

namespace {

struct Language {
  const char *tag;
  std::array<const char *, 6> never; // other denominators, chances, a middle person, the tone scale
  const char *per_20;
};
constexpr Language kLanguages[]{
    {"en", {" in 10", "half of", "coin", "middle person", "evidence {", "Monk"}, " of 20"},
    {"de", {" von 10 ", "Hälfte", "Münz", "mittlere Person", "Belegstärke", "Monk"}, " von 20"},
    {"fr",
     {"sur 10 ", "moitié", "pile ou face", "du milieu avec", "niveau de preuve", "Monk"},
     " sur 20"},
    {"es", {"cada 10 ", "mitad", "moneda", "persona del medio", "videncia {", "Monk"}, "cada 20"},
    {"pt-BR", {"cada 10 ", "metade", "moeda", "pessoa do meio", "vidência {", "Monk"}, "cada 20"},
    {"ar", {"كل 10 ", "نصف", "قطعة نقود", "الشخص الأوسط", "قوة الدليل", "مونك"}, "20"},
};

// Every text below a value: the forms of a plural, the options of a field.
void texts_of(json::Value value, std::vector<std::string> &out) {
  if (value.is(json::Kind::string)) out.emplace_back(value.text());
  for (json::Value child = value.first(); child; child = child.next()) texts_of(child, out);
}

} // namespace

TEST_CASE("no text has another denominator than 20, a per cent or a letter of strength") {
  for (const Language &language : kLanguages) {
    Result<json::Document> read =
        json::parse(file_text((std::string(language.tag) + ".json").c_str()));
    REQUIRE(read.ok());
    const json::Document document = std::move(read).take();
    std::size_t checked = 0;
    const auto check = [&](json::Value value) {
      std::vector<std::string> texts;
      texts_of(value, texts);
      for (const std::string &text : texts) {
        ++checked;
        CAPTURE(text);
        for (const char *never : language.never) CHECK(text.find(never) == text.npos);
        for (const char *percent : {"%", "٪"}) CHECK(text.find(percent) == text.npos);
      }
    };
    const json::Value words = document.root().find("words"),
                      fields = document.root().find("fields");
    check(words);
    check(document.root().find("treatments"));
    check(document.root().find("advice"));
    for (json::Value field = fields.first(); field; field = field.next())
      if (field.key() != "tone") check(field); // names the scale of its swatches
    CHECK(checked > 500);
    // A number's own sentence may tell of half of a redness, never of a share of people.
    for (json::Value sentence = document.root().find("parameters").first(); sentence;
         sentence = sentence.next())
      CHECK(sentence.text().find('%') == std::string_view::npos);
    for (const char *word : {"of_20", "results_answer", "plan_so_that", "calendar_book_by_text"})
      CHECK(words.find(word).text().find(language.per_20) != std::string_view::npos);
    for (const char *option : {"seven_in_10", "nine_in_10"})
      CHECK(fields.find("sureness").find("options").find(option).text().find("20") !=
            std::string_view::npos);
  }
}
