// Documents of any parts: what every page must show stands there, can be read, used and heard.

#include "app/all_views.h"
#include "app/clinics.h"
#include "app/readable.h"
#include "content/json/json_writer.h"
#include "support/random.h"
#include "ui/layout.h"

#include <cstdlib>
#include <set>
#include <string>

namespace rt::test {

namespace {

// A document of parts of the six, with other spans: whatever may stand there is allowed.
std::string any_document(Random &dice) {
  std::string out = "{\"format\": 1";
  for (const char *part : {"clinic", "treatments", "advice", "before", "people_see", "when_to_call",
                           "fields", "views", "words", "theme"}) {
    if (dice.below(3) == 0) continue;
    const std::string text = clinic_text(kClinics[dice.below(kClinics.size())]);
    const Result<json::Document> document = json::parse(text);
    const json::Value value = document.value().root().find(part);
    if (!value) continue;
    // Treatments must fit the ranges beside them.
    if (std::string(part) == "fields" && out.find("treatments") != out.npos) continue;
    std::string written;
    write_spoiled(value, "", "nowhere", nullptr, written);
    // Other hours, digit by digit; never nothing.
    if (std::string(part) == "advice")
      for (std::size_t at = written.find("\"from_h\":"); at != written.npos;
           at = written.find("\"from_h\":", at + 9))
        if (written[at + 9] != '0' && written.find("steps") == written.npos)
          written[at + 9] = static_cast<char>('1' + dice.below(9));
    out += std::string(", \"") + part + "\": " + written;
  }
  return out + "}";
}

} // namespace

// What a page of ours draws and does not tell in words: marks of axes, names in the picture.
std::set<std::string> usually_not_told(Headless &h) {
  std::set<std::string> all;
  for (const std::string &view : view_keys()) {
    h.set_state("{\"view\": \"" + view + "\"}");
    all.merge(drawn_and_not_told(h));
  }
  return all;
}

Color any_color(Random &dice) {
  return dice.coin() ? 0 : hex(static_cast<unsigned>(dice.below(0x1000000)));
}

// RT_DOCUMENTS=1000 for as many; the usual few are quick.
TEST_CASE("whatever a clinic says, the intended use, when to call and its contact stand in every "
          "view; all of it can be read, used and heard") {
  Headless usual;
  std::set<std::string> silent = usually_not_told(usual);
  silent.insert(shipped().word(Word::chip_make_up)); // told as a milestone
  Random dice(20261130);
  const char *asked = std::getenv("RT_DOCUMENTS");
  const int documents = asked ? std::atoi(asked) : 40;
  for (int i = 0; i < documents; ++i) {
    const std::string document = any_document(dice);
    CAPTURE(document);
    Headless h(words_text(), document, model_text(), false);
    const Content &c = h.app.content();
    for (const Word word : {Word::call_emergency_signs, Word::call_24h_signs, Word::about_rf,
                            Word::about_who_ask, Word::illustration, Word::advice})
      CHECK(c.word(word) == shipped().word(word));
    for (const std::string &view : view_keys()) {
      h.set_state("{\"view\": \"" + view + "\"}");
      bool use = false, call = false, phone = c.clinic.phone.empty();
      for (const SemanticNode &n : h.nodes()) {
        use |= n.value_text == shipped().word(Word::intended_use) && n.rect.h > 0;
        call |= n.id == node_id("/call") && n.rect.h >= kTarget;
        phone |= n.role == Role::link && n.value_text.rfind("tel:", 0) == 0 && n.rect.y < 2000;
      }
      CHECK_MESSAGE((use && call && phone), view);
      check_controls(h);
      for (const std::string &text : drawn_and_not_told(h))
        CHECK_MESSAGE(silent.count(text) == 1, view << " does not tell: " << text);
    }
    // In colors of any page, at any width, in one of the views.
    ThemeRequest page;
    page.dark = dice.coin();
    page.accent = any_color(dice);
    page.background = any_color(dice);
    page.surface = any_color(dice);
    page.text = any_color(dice);
    h.theme = page;
    h.width = static_cast<float>(dice.whole(320, 1100));
    INFO("colors " << page.dark << " " << page.accent << " " << page.background << " "
                   << page.surface << " " << page.text << ", width " << h.width);
    h.set_state("{\"view\": \"" + view_keys()[dice.below(view_keys().size())] + "\"}");
    check_texts_readable(h);
  }
}

} // namespace rt::test
