// What the founding document says is told by the widget, in every language: each statement with the
// words that carry it, and where the literature is weaker, the words that say so.

#include "app/all_views.h"

#include <cctype>
#include <set>

namespace rt::test {

namespace {

struct Statement {
  const char *id;
  std::vector<Word> words;
  std::vector<const char *> advice;  // keys: question, words and reason
  std::vector<const char *> english; // what the words must speak of, in small letters
};

const std::vector<Statement> &statements() {
  using W = Word;
  static const std::vector<Statement> all{
      {"recovery takes 1 to 7 days", {W::care_weeks_text}, {}, {"1 to 7 days"}},
      {"meanwhile no sun, kept moist", {W::care_weeks_text}, {}, {"out of the sun", "area moist"}},
      {"depends on the treatment", {W::about_depends}, {}, {"depth", "passes", "device", "reacts"}},
      {"depends on the person", {W::about_depends}, {}, {"area", "age", "skin tone"}},
      {"water helps", {}, {"water"}, {"plenty of water"}},
      {"avoiding sun helps", {}, {"sun", "sunscreen"}, {"long sun", "shade"}},
      {"moisturizer helps", {}, {"moisture"}, {"peptides", "antioxidants", "clinic allows"}},
      {"no make-up for a day", {}, {"make_up"}, {"make-up"}},
      {"a good serum helps", {}, {"serum"}, {"good serum"}},
      {"sunscreen outside", {}, {"sunscreen"}, {"outside", "sunscreen", "each time"}},
      {"time, no irritation", {}, {"time", "acids"}, {"time", "gentle", "no rubbing"}},
      {"PRP", {W::care_prp}, {}, {"recovery was shorter", "results were better"}},
      {"right after", {W::care_phase_0}, {}, {"mild redness and swelling", "within hours"}},
      {"24 to 48 hours", {W::care_phase_1}, {}, {"more swelling", "bruises"}},
      {"days 3 to 5",
       {W::care_phase_2},
       {},
       {"most of the recovery", "swelling, bruising and redness"}},
      {"days 3 to 5, dry", {W::care_phase_2}, {}, {"tight and dry"}},
      {"weeks 1 to 2", {W::care_phase_3}, {}, {"mostly over", "fading redness", "tight, dry"}},
      {"redness", {W::care_phase_1}, {}, {"gone in 24 to 48 hours", "up to 4 days"}},
      {"first results", {W::about_results}, {}, {"after one treatment"}},
      {"full results", {W::about_results}, {}, {"takes several", "most people 3 to 6"}},
      {"damage by wrong use", {W::about_risk_skin}, {}, {"damaged", "wrong way"}},
      {"infection", {W::about_risk_infection}, {}, {"not sterile", "infection"}},
      {"quality device", {W::about_risk_device}, {}, {"quality device", "instructions followed"}},
      {"fresh needle", {W::about_risk_needle}, {}, {"fresh", "each treatment"}},
      {"clean roller", {W::about_risk_roller}, {}, {"roller is cleaned after each use"}},
      {"no anti-inflammatory drugs", {}, {"paracetamol"}, {"anti-inflammatory", "at first"}},
      {"ice, arnica, bromelain", {}, {"ice", "arnica"}, {"ice", "arnica", "bromelain", "leave"}},
      {"tanning beds, long sun", {}, {"sun"}, {"tanning beds", "never"}},
      {"pain reliever", {}, {"paracetamol"}, {"pain reliever such as paracetamol", "tylenol"}},
      {"the device", {W::about_rf_makes}, {}, {"vivace", "no study has tested"}},
      {"pores larger, then smaller",
       {W::about_pores_text},
       {},
       {"larger for a while", "plumps up"}},
      {"new collagen", {W::about_pores_text}, {}, {"new collagen forms", "smaller"}},
      // Where the literature is weaker
      {"weaker: redness", {W::care_phase_1}, {}, {"clinics often say"}},
      {"weaker: redness in week 2", {W::care_phase_3}, {}, {"clinics speak", "call the clinic"}},
      {"weaker: ice, arnica", {}, {"ice", "arnica"}, {"no study after needling"}},
      {"weaker: anti-inflammatory", {}, {"anti_inflammatory"}, {"may slow", "not tested"}},
      {"weaker: water", {}, {"water"}, {"no good study"}},
      {"weaker: peptides", {}, {"moisture"}, {"not well known"}},
      {"weaker: serum", {}, {"serum"}, {"paid by industry", "not shown"}},
      {"weaker: PRP", {W::care_prp}, {}, {"after laser", "strong redness was not rarer"}},
      {"weaker: pores", {W::about_pores_text}, {}, {"one small study", "not well known"}},
      {"weaker: conventions", {W::about_convention}, {}, {"common clinic advice", "no study"}},
  };
  return all;
}

std::vector<std::string> texts_of(const Content &content, const Statement &statement) {
  std::vector<std::string> texts;
  for (const Word word : statement.words) texts.push_back(without_marks(content.word(word)));
  for (const char *key : statement.advice) {
    const Advice *advice = content.advice_of(key);
    REQUIRE(advice != nullptr);
    texts.push_back(advice->ask);
    texts.push_back(advice->why);
    texts.push_back(advice->steps.front().words); // of the first hours, and of day 5
    texts.push_back(advice->steps.back().words);
  }
  return texts;
}

// Everything that is told in any view, texts and names.
std::set<std::string> all_told(Headless &h) {
  std::set<std::string> told;
  // Words of a step stand there in its time.
  at_every_view(h, [&] {
    for (const SemanticNode &n : h.nodes()) {
      told.insert(n.label);
      told.insert(n.value_text);
    }
  });
  return told;
}

bool among(const std::set<std::string> &told, const std::string &text) {
  for (const std::string &t : told)
    if (t.find(text) != std::string::npos) return true;
  return false;
}

} // namespace

TEST_CASE("every statement of the founding document is told in some view, in every language") {
  for (const char *language : {"en", "es", "de", "fr", "pt-BR", "ar"}) {
    const std::string words = file_text((std::string(language) + ".json").c_str());
    if (words.empty()) continue; // that every language is there is another test's matter
    Headless h(words);
    const std::set<std::string> told = all_told(h);
    for (const Statement &statement : statements())
      for (const std::string &text : texts_of(h.app.content(), statement)) {
        INFO(language << ": " << statement.id << ": " << text);
        // Filled in where it is told.
        const std::size_t mark = text.find("{time}");
        CHECK(among(told, mark == text.npos ? text : text.substr(mark + 6)));
      }
  }
}

TEST_CASE("in English the words speak of what the statement says") {
  for (const Statement &statement : statements()) {
    std::string text;
    for (const std::string &part : texts_of(shipped(), statement)) text += part + " ";
    for (char &c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    INFO(statement.id << ": " << text);
    for (const char *part : statement.english) {
      INFO(part);
      CHECK(text.find(part) != std::string::npos);
    }
  }
}

TEST_CASE("the spans of the founding document are told with their rows") {
  CHECK(shipped().advice_of("make_up")->hours == 24);
  CHECK(shipped().advice_of("anti_inflammatory")->hours == 7 * 24);
  CHECK(shipped().advice_of("sun")->hours == 14 * 24);
  Headless h;
  h.set_state(R"({"view": "care", "day": 0})");
  const std::set<std::string> told = all_told(h);
  for (const char *text : {"Wear make-up: from 24 hours", "Out for 2 weeks at least",
                           "Take ibuprofen or aspirin: from 7 days"})
    CHECK(among(told, text));
}

} // namespace rt::test
