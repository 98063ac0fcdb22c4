// What patients ask, in their words and six languages, finds its row by typing it.

#include "app/all_views.h"
#include "ui/words/advice_words.h"
#include "ui/words/search.h"

#include <algorithm>

namespace rt::test {

namespace {

const std::vector<std::string> kLanguages{"en", "de", "fr", "es", "pt-BR", "ar"};

const json::Document &questions() {
  static const json::Document document = [] {
    auto parsed = json::parse(file_text("../../tests/app/claims/questions.json"));
    REQUIRE(parsed.ok());
    return std::move(parsed).take();
  }();
  return document;
}

SemanticNode field(const Headless &h) {
  return h.node(Role::search, h.app.content().word(Word::care_search));
}

// The names of the rows and levels that are shown.
std::vector<std::string> found(const Headless &h) {
  std::vector<std::string> out;
  for (const SemanticNode &n : h.nodes()) {
    if (n.role == Role::list_item) out.push_back(n.value_text);
    if (n.role == Role::heading && (n.flags & kHidden) == 0) out.push_back(n.label);
  }
  return out;
}

bool among(const std::vector<std::string> &all, const std::string &name) {
  return std::any_of(all.begin(), all.end(),
                     [&](const std::string &text) { return text.find(name) != text.npos; });
}

// What the row is called that a question must find.
std::string name_of(const Content &content, const std::string &row) {
  const std::vector<std::string> levels{"call_emergency", "call_at_once", "call_24h", "call_days"};
  for (std::size_t i = 0; i < levels.size(); ++i)
    if (levels[i] == row) return content.word(call_levels()[i].name);
  const Advice *advice = content.advice_of(row);
  REQUIRE_MESSAGE(advice != nullptr, row);
  return advice->ask;
}

} // namespace

TEST_CASE("forty questions and more, typed in six languages, each find their row") {
  for (const std::string &language : kLanguages) {
    Headless h(file_text((language + ".json").c_str()));
    h.set_state(R"({"view": "care", "day": 1})");
    const SemanticNode search = field(h);
    std::size_t asked = 0;
    for (json::Value q = questions().root().first(); q; q = q.next()) {
      const std::string name = name_of(h.app.content(), std::string(q.find("row").text()));
      for (json::Value typed = q.find(language).first(); typed; typed = typed.next(), ++asked) {
        h.type(search.id, std::string(typed.text()));
        const std::vector<std::string> rows = found(h);
        INFO(language << ": " << typed.text() << " -> " << name);
        CHECK(among(rows, name));
        CHECK(rows.size() < 14);
      }
    }
    CHECK(asked >= 45);
  }
}

TEST_CASE("nothing found says so and asks for the clinic; an empty search shows all again") {
  for (const std::string &language : kLanguages) {
    CAPTURE(language);
    Headless h(file_text((language + ".json").c_str()));
    h.set_state(R"({"view": "care"})");
    const std::size_t all = found(h).size();
    const std::string &nothing = h.app.content().word(Word::care_nothing);
    const auto told = [&] {
      return std::any_of(h.nodes().begin(), h.nodes().end(),
                         [&](const SemanticNode &n) { return n.value_text == nothing; });
    };
    for (const char *typed : {"xyzzy", "qqq www", "xyzzy retinol"}) {
      h.type(field(h).id, typed);
      CHECK(told());
    }
    h.type(field(h).id, "");
    CHECK_FALSE(told());
    CHECK(found(h).size() == all);
  }
}

TEST_CASE("a find in another part stands below the part's name, and a filter does not hide it") {
  Headless h;
  h.set_state(R"({"view": "care"})");
  h.click(h.node(Role::button, "Filter"));
  h.click(h.node(Role::radio, "Hair"));
  h.type(field(h).id, "botox");
  for (const char *part : {"After", "Before", "Tell us first about"}) {
    CAPTURE(std::string(part));
    CHECK(h.seek(Role::heading, part) != nullptr);
  }
  CHECK(field(h).value_text == "botox");
  h.type(field(h).id, "fever");
  CHECK(h.seek(Role::heading, "When to call the clinic") != nullptr);
}

TEST_CASE("words are compared without capitals, accents and the Arabic article") {
  CHECK(folded("Crème SOLAIRE, l’après-midi") == "creme solaire l apres midi");
  CHECK(folded("Ärger, Straße, Œuf") == "arger strase oeuf");
  CHECK(Search("الشَّمس", "").finds("شمس"));
  CHECK(Search("إيزو", "").finds("ايزوتريتينوين"));
  CHECK(Search("saunas", "").finds("Sauna"));
  CHECK_FALSE(Search("pen", "").finds("open"));
  CHECK_FALSE(Search("gym cake", "").finds("gym"));
  CHECK(Search("can I the", "the can i").empty());
  CHECK(Search(" 5 ?", "").empty());
}

TEST_CASE("any bytes may be typed") {
  Random dice{7};
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    for (std::size_t n = dice.below(12); n > 0; --n) bytes += static_cast<char>(dice.below(256));
    Search(bytes, bytes).finds(bytes);
    CHECK(folded(bytes).size() <= 3 * bytes.size() + 3);
  }
}

} // namespace rt::test
