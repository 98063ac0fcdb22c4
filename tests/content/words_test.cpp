#include "content/documents.h"

#include "content/fields.h"
#include "content/read/diagnostics.h"

#include <cctype>
#include <doctest/doctest.h>

using namespace rt;
using test::Outcome;
using test::shipped;

namespace {

bool letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool vowel(char c) { return std::string("aeiouyAEIOUY").find(c) != std::string::npos; }

// Groups of vowels, a silent last e not counted.
int syllables(const std::string &word) {
  int groups = 0;
  for (std::size_t i = 0; i < word.size(); ++i)
    groups += vowel(word[i]) && (i == 0 || !vowel(word[i - 1]));
  const bool silent = word.size() > 2 && word.back() == 'e' && word[word.size() - 2] != 'l';
  return std::max(1, groups - silent);
}

struct Count {
  int sentences = 0, words = 0, spoken = 0;

  void add(const std::string &text) {
    std::string word;
    for (const char c : text + " ") {
      if (letter(c)) {
        word += c;
        continue;
      }
      if (!word.empty()) {
        ++words;
        spoken += syllables(word);
        word.clear();
      }
      sentences += c == '.' || c == '!' || c == '?' || c == ':';
    }
    if (text.find_last_of(".!?:") != text.size() - 1) ++sentences;
  }

  double grade() const { // Flesch and Kincaid, 1975
    return 0.39 * words / sentences + 11.8 * spoken / words - 15.59;
  }
};

// What is shown, by its key: explanations, labels and words.
std::vector<std::pair<std::string, std::string>> all_texts() {
  std::vector<std::pair<std::string, std::string>> texts;
  for (std::size_t i = 0; i < kFields; ++i) {
    const FieldSpec &spec = shipped().fields[i];
    const std::string key = field_key(static_cast<Field>(i));
    texts.emplace_back(key + "/explanation", spec.explanation);
    texts.emplace_back(key + "/label", spec.label);
    for (const Option &option : spec.options)
      texts.emplace_back(key + "/" + option.key, option.label);
  }
  for (std::size_t i = 0; i < kWords; ++i) texts.emplace_back(word_keys()[i], shipped().words[i]);
  for (const Advice &a : shipped().advice) {
    texts.emplace_back(a.key + "/ask", a.ask);
    texts.emplace_back(a.key + "/why", a.why);
    for (const AdviceStep &step : a.steps) texts.emplace_back(a.key + "/words", step.words);
  }
  return texts;
}

} // namespace

TEST_CASE("the English explanations read at grade 7 or below, each of them") {
  for (std::size_t i = 0; i < kFields; ++i) {
    Count count;
    count.add(shipped().fields[i].explanation);
    CAPTURE(shipped().fields[i].explanation);
    CHECK(count.grade() <= 7);
  }
}

TEST_CASE("the English words read at grade 7 or below, taken together") {
  Count count;
  for (const std::string &word : shipped().words)
    if (word.find(' ') != word.npos) count.add(word);
  CAPTURE(count.grade());
  CHECK(count.grade() <= 7);
}

TEST_CASE("advice reads at grade 7 or below, taken together, and is short") {
  Count count;
  for (const Advice &a : shipped().advice) {
    CAPTURE(a.key);
    CHECK(a.ask.size() <= 40);
    CHECK(a.why.size() <= 220);
    if (!a.why.empty()) count.add(a.why);
    for (const AdviceStep &step : a.steps) {
      CHECK(step.words.size() <= 150);
      count.add(step.words);
    }
  }
  CAPTURE(count.grade());
  CHECK(count.grade() <= 7);
}

TEST_CASE("advice, care and when to call count people of 20 and nothing else") {
  for (const char *tag : {"en", "de", "fr", "es", "pt-BR", "ar"}) {
    const Outcome outcome =
        test::read(test::model_text(), test::file_text((std::string(tag) + ".json").c_str()), "");
    REQUIRE(outcome.runs);
    std::vector<std::string> texts;
    for (const Advice &a : outcome.content.advice) {
      texts.insert(texts.end(), {a.ask, a.why});
      for (const AdviceStep &step : a.steps) texts.push_back(step.words);
    }
    for (std::size_t i = 0; i < kWords; ++i) {
      const std::string_view key = word_keys()[i];
      if (key.substr(0, 5) == "care_" || key.substr(0, 5) == "call_")
        texts.push_back(outcome.content.words[i]);
    }
    for (const std::string &text : texts)
      for (const char *other :
           {"%", "in 10", "von 10", "sur 10", "de cada 10", "em cada 10", "من كل 10", "half of"}) {
        CAPTURE(text);
        CHECK(text.find(other) == text.npos);
      }
  }
}

TEST_CASE("an explanation is one or two short sentences") {
  for (const FieldSpec &spec : shipped().fields) {
    CAPTURE(spec.explanation);
    CHECK(spec.explanation.size() <= 160);
    CHECK(spec.explanation.back() == '.');
  }
}

TEST_CASE("labels are short enough for a phone of 320 px, two lines at most") {
  for (const FieldSpec &spec : shipped().fields) {
    CAPTURE(spec.label);
    CHECK(spec.label.size() <= 36);
    for (const Option &option : spec.options) {
      CAPTURE(option.label);
      CHECK(option.label.size() <= 20);
    }
  }
}

TEST_CASE("no text promises, diagnoses or reassures") {
  for (const auto &[name, shown] : all_texts()) {
    const std::string key = name;
    std::string text = shown;
    if (key == "intended_use") continue; // says what the widget does not do
    for (char &c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    for (const char *word : {"diagnos", "monitor", "your result will", "you will", "safe",
                             "guarantee", "cure", "risk-free", "harmless", "is normal"}) {
      CAPTURE(key);
      CAPTURE(std::string(word));
      CHECK(text.find(word) == text.npos);
    }
  }
}
