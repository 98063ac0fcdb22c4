// The intended use stands in every form of the widget, whatever a clinic configures and a visitor
// sets: as a node, in the picture, on paper, in each entry of the calendar.

#include "app/any_state.h"
#include "content/json/json_writer.h"
#include "content/read/diagnostics.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace rt::test {

namespace {

template <std::size_t N> const char *one_of(Random &dice, const std::array<const char *, N> &all) {
  return all[dice.below(N)];
}

std::string in_quotes_json(const std::string &text) {
  json::Writer w;
  w.string(text);
  return w.take();
}

// A field as a clinic may write it, rightly or not.
std::string any_field(Random &dice) {
  return one_of(dice, std::array{R"({"hidden": true})", R"({"hidden": false})", R"({})",
                                 R"({"label": "x"})", R"({"label": "", "explanation": ""})",
                                 R"({"hidden": "yes"})", "null", "7", R"({"options": {}})"});
}

// A word as a clinic may write it to be rid of it.
std::string any_word(Random &dice) {
  return one_of(dice, std::array{R"("")", R"(" ")", R"("x")", "null", "false", "[]", "{}",
                                 R"({"other": ""})", R"({"one": "y", "other": "x"})",
                                 R"("A promise of beauty, for you alone.")"});
}

// A clinic's document that tries to lose the intended use: by its own word, by others, by hiding
// fields, by being broken.
std::string any_clinic(Random &dice) {
  std::string out = "{";
  const auto member = [&](const std::string &key, const std::string &value) {
    if (out.back() != '{') out += ", ";
    out += in_quotes_json(key) + ": " + value;
  };
  if (dice.below(4) != 0) {
    std::string fields = "{";
    for (std::size_t i = 0; i < kFields; ++i)
      if (dice.below(2) == 0)
        fields += (fields.back() == '{' ? "" : ", ") +
                  in_quotes_json(field_key(static_cast<Field>(i))) + ": " + any_field(dice);
    if (dice.below(3) == 0)
      fields +=
          std::string(fields.back() == '{' ? "" : ", ") + R"("intended_use": {"hidden": true})";
    member("fields", fields + "}");
  }
  if (dice.below(8) != 0) {
    std::string words = "{\"intended_use\": " + any_word(dice);
    for (std::size_t i = 0; i < kWords; ++i)
      if (dice.below(6) == 0)
        words += ", " + in_quotes_json(word_keys()[i]) + ": " + any_word(dice);
    member("words", words + "}");
  }
  if (dice.below(3) == 0)
    member(one_of(dice, std::array{"intended_use", "hide", "footer", "show_intended_use"}),
           one_of(dice, std::array{"false", "null", "true", R"(["intended_use"])", R"("")"}));
  if (dice.below(3) == 0)
    member("presets",
           one_of(dice, std::array{"[]", "null", R"([{"name": "intended_use", "state": {}}])",
                                   R"([{"name": "Glow", "state": {"depth_mm": 0.5}}])",
                                   R"([{"name": "Glow", "state": {"view": "none"}}])"}));
  out += "}";
  if (dice.below(20) == 0) out.resize(dice.below(out.size())); // broken off
  return out;
}

const std::array<std::string, 7> &languages() {
  static const std::array<std::string, 7> all{
      words_text(),         right_to_left(),      file_text("ar.json"),   file_text("de.json"),
      file_text("fr.json"), file_text("es.json"), file_text("pt-BR.json")};
  return all;
}

std::string without_spaces(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
  return text;
}

// What is drawn in a place, in the order of painting, without spaces.
std::string drawn_in(const Headless &h, const Rect &place) {
  std::string all;
  for (const DrawnText &t : h.texts()) {
    const Point c = Headless::center(t.rect);
    if ((t.color >> 24) > 200 && place.contains(c.x, c.y)) all += without_spaces(t.text);
  }
  return all;
}

std::size_t times_in(const std::string &text, const std::string &part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++n;
  return n;
}

void check_page(const Headless &h, const std::string &use) {
  const SemanticNode *node = nullptr;
  for (const SemanticNode &n : h.nodes())
    if (n.role == Role::text && n.value_text == use) node = &n;
  REQUIRE(node != nullptr);
  CHECK((node->flags & (kHidden | kDrawnOnly)) == 0); // in the picture and in the text version
  CHECK(node->parent == 0);                           // in no panel that could be closed
  CHECK(node->rect.x >= 0);
  CHECK(node->rect.right() <= h.width);
  CHECK(node->rect.bottom() <= h.out.height);
  CHECK(drawn_in(h, node->rect) == without_spaces(use));
}

// What the visitor takes along from the view Plan.
void check_taken(Headless &h, const std::string &use) {
  const std::string quoted = in_quotes_json(use), part = quoted.substr(1, quoted.size() - 2);
  for (const Request request : {Request::print, Request::calendar}) {
    const Word name = request == Request::print ? Word::take_print : Word::take_calendar;
    h.request = Request::none;
    // A clinic may have called other buttons the same.
    const std::vector<SemanticNode> nodes = h.nodes();
    for (const SemanticNode &n : nodes)
      if (h.request != request && n.role == Role::button && n.label == h.app.content().word(name))
        h.ask(ControlEvent::press, n.id);
    const bool dated = h.value(Field::treated_at) == h.value(Field::treated_at) ||
                       h.value(Field::event_on) == h.value(Field::event_on);
    CHECK((h.request == request) == (dated || request == Request::print));
    if (h.request != request) continue;
    const std::string &taken = h.app.request_json();
    const std::size_t parts = request == Request::print ? 1 : times_in(taken, "\"id\":");
    CHECK(parts >= 1);
    CHECK(times_in(taken, part) == parts);
  }
}

} // namespace

TEST_CASE("no clinic's document changes or removes the intended use") {
  const std::string use = shipped().word(Word::intended_use);
  REQUIRE(use.size() > 100);
  Random dice{5};
  std::size_t refused = 0;
  for (int round = 0; round < 300; ++round) {
    const std::string clinic = any_clinic(dice);
    INFO(clinic);
    const Outcome outcome = read_clinic(clinic);
    REQUIRE(outcome.runs);
    CHECK(outcome.content.word(Word::intended_use) == use);
    refused += outcome.at("/words/intended_use").error.what.empty() ? 0 : 1;
  }
  CHECK(refused > 150); // they did try
}

// RT_CLINICS=40 for 1,000 of them; the usual few are quick.
TEST_CASE("the intended use stands in every form after random configurations") {
  constexpr int kStates = 15;
  const char *asked = std::getenv("RT_CLINICS");
  const int clinics = asked ? std::atoi(asked) : 12;
  Random dice{1000};
  std::array<int, kViews> seen{};
  for (int c = 0; c < clinics; ++c) {
    const std::string &words = languages()[static_cast<std::size_t>(c) % languages().size()];
    const std::string use = read(model_text(), words, "").content.word(Word::intended_use);
    REQUIRE(use.size() > 100);
    const std::string clinic = any_clinic(dice);
    INFO(clinic);
    Headless h(words, clinic);
    h.theme.dark = dice.below(3) == 0;
    for (int s = 0; s < kStates; ++s) {
      const std::string state = any_state(h.app.content(), dice);
      INFO(state);
      h.width = std::array{320.0f, 390.0f, 1100.0f}[dice.below(3)];
      h.theme.text_scale = dice.below(4) == 0 ? 2.0f : 1.0f;
      std::vector<Error> refused;
      h.app.set_state_json(state, refused);
      h.frame();
      if (dice.below(40) == 0) h.open_everything();
      check_page(h, use);
      ++seen[static_cast<std::size_t>(h.app.state().view)];
      if (h.app.state().view == View::plan) check_taken(h, use);
    }
  }
  for (const int n : seen) CHECK(n > clinics * kStates / 10);
}

} // namespace rt::test
