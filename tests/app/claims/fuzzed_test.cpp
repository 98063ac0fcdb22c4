// Clinic's documents that somebody has spoiled, by a byte or by a word of JSON: the reader tells what is
// wrong with its place, the rest holds, and the widget draws it. The build with ASan and UBSan counts.

#include "app/all_views.h"
#include "app/clinics.h"
#include "content/read/diagnostics.h"
#include "fuzz/clinic_checks.h"
#include "support/random.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace rt::test {

namespace {

const std::vector<std::string> &whole() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> texts;
    for (const char *name : kClinics) texts.push_back(clinic_text(name));
    return texts;
  }();
  return all;
}

// Strings, numbers, literals and signs of a JSON text, without the space between.
std::vector<std::string> tokens(const std::string &text) {
  std::vector<std::string> found;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    if (const char c = text[i++]; c == '"') {
      while (i < text.size() && text[i] != '"') i += text[i] == '\\' ? 2 : 1;
      ++i;
    } else if (std::string_view("{}[],:").find(c) == std::string_view::npos && c != ' ' &&
               c != '\n') {
      while (i < text.size() &&
             std::string_view("{}[],: \n").find(text[i]) == std::string_view::npos)
        ++i;
    }
    if (text[start] != ' ' && text[start] != '\n') found.push_back(text.substr(start, i - start));
  }
  return found;
}

std::string joined(const std::vector<std::string> &all) {
  std::string text;
  for (const std::string &one : all) text += one;
  return text;
}

const std::vector<std::string> &all_words() {
  static const std::vector<std::string> words = [] {
    std::vector<std::string> all;
    for (const std::string &text : whole())
      for (std::string &one : tokens(text)) all.push_back(std::move(one));
    return all;
  }();
  return words;
}

const std::string kOdd[] = {"-1",          "1e308",       "-0",
                            "0.1",         "8760",        "8761",
                            "1e-9",        "99999999999", "null",
                            "true",        "[]",          "{}",
                            "\"\"",        "\"\\u0000\"", "\"\\ud83d\"",
                            "\"<b>\"",     "\"{n}\"",     "\"javascript:alert(1)\"",
                            "\"\\u202e\"", "\"hidden\"",  "\"span\"",
                            "\"make_up\"", "\"not_sure\""};

// A word of JSON is another one of its kind, or an odd one; seldom it is gone, or there twice.
void spoil_word(std::vector<std::string> &words, Random &dice) {
  const std::size_t at = dice.below(words.size());
  const auto place = words.begin() + static_cast<std::ptrdiff_t>(at);
  const bool value = std::string_view("{}[],:").find(words[at][0]) == std::string_view::npos;
  const bool key = at + 1 < words.size() && words[at + 1] == ":";
  switch (dice.below(40)) {
  case 0: words.erase(place); break;
  case 1: words.insert(place, words[dice.below(words.size())]); break;
  case 2: std::swap(words[at], words[dice.below(words.size())]); break;
  default: {
    if (!value) return;
    const std::string &other = dice.below(3) == 0 ? kOdd[dice.below(std::size(kOdd))]
                                                  : all_words()[dice.below(all_words().size())];
    const bool fits = other[0] == '"' || (!key && other[0] != ',' && other[0] != ':');
    if (dice.below(30) == 0)
      words[at] = "\"" + std::string(dice.below(3000), 'x') + "\"";
    else if (fits && std::string_view("{}[]").find(other) == std::string_view::npos)
      words[at] = other;
  }
  }
  if (words.empty()) words.push_back("{}");
}

void spoil_byte(std::string &text, Random &dice) {
  if (text.empty()) return;
  const std::size_t at = dice.below(text.size());
  switch (dice.below(5)) {
  case 0: text[at] = static_cast<char>(dice.below(256)); break;
  case 1: text.erase(at, 1 + dice.below(8)); break;
  case 2: text.insert(at, 1 + dice.below(4), static_cast<char>(dice.below(256))); break;
  case 3: text[at] = static_cast<char>(text[at] ^ (1 << dice.below(8))); break;
  default: { // goes on as another document
    const std::string &other = whole()[dice.below(whole().size())];
    text = text.substr(0, at) + other.substr(dice.below(other.size()));
  }
  }
}

std::string spoiled(Random &dice) {
  const std::string &text = whole()[dice.below(whole().size())];
  const std::size_t times = 1 + dice.below(12);
  if (dice.below(4) == 0) {
    std::string bytes = text;
    for (std::size_t i = 0; i < times; ++i) spoil_byte(bytes, dice);
    return bytes;
  }
  std::vector<std::string> words = tokens(text);
  for (std::size_t i = 0; i < times; ++i) spoil_word(words, dice);
  return joined(words);
}

} // namespace

// RT_FUZZED=100000 for as many: minutes under ASan and UBSan.
TEST_CASE("a spoiled document never stops the widget, and each remark has its place and reason") {
  const char *asked = std::getenv("RT_FUZZED");
  const int documents = asked ? std::atoi(asked) : 2000;
  const int every = std::min(100, documents / 20); // one of so many is drawn
  Random dice(20261201);
  int read = 0, remarks = 0;
  for (int i = 0; i < documents; ++i) {
    const std::string text = spoiled(dice);
    CAPTURE(text);
    const Result<json::Document> document = json::parse(text);
    if (!document) {
      REQUIRE(!document.error().what.empty());
    } else {
      Content content = shipped();
      std::vector<Diagnostic> diagnostics;
      read_clinic(document.value().root(), Path("clinic content"), content, diagnostics);
      fuzz::check_diagnostics(diagnostics, "clinic content");
      fuzz::check_content(content, shipped().word(Word::intended_use));
      ++read;
      remarks += static_cast<int>(diagnostics.size());
    }
    if (i % every != 0) continue;
    Headless h(words_text(), text, model_text(), false);
    for (const std::string &view : view_keys()) {
      h.set_state("{\"view\": \"" + view + "\"}");
      bool use = false;
      for (const SemanticNode &n : h.nodes())
        use |= n.value_text == shipped().word(Word::intended_use);
      CHECK_MESSAGE(use, view);
    }
  }
  MESSAGE(documents << " documents, " << read << " were JSON, " << remarks << " remarks");
  CHECK(read > documents / 4);
  CHECK(remarks > documents / 4);
}

} // namespace rt::test
