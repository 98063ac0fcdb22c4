// How clinics differ, and what may happen besides: told beside the numbers that they belong to.

#include "app/all_views.h"

namespace rt::test {

namespace {

std::string item_of(const Headless &h, Word list_name, const std::string &name) {
  const SemanticNode list = h.node(Role::list, h.app.content().word(list_name));
  for (const SemanticNode &n : h.nodes())
    if (n.role == Role::list_item && n.parent == list.id && n.value_text.rfind(name, 0) == 0)
      return n.value_text;
  return {};
}

std::string event_of(const Headless &h, Word name) {
  return item_of(h, Word::events, h.app.content().word(name));
}

bool told(const Headless &h, Word word) {
  for (const SemanticNode &n : h.nodes())
    if (n.value_text == h.app.content().word(word)) return true;
  return false;
}

bool holds(const std::string &text, const std::string &part) {
  return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("each time that is computed is told with how clinics differ, none that is advice") {
  Headless h;
  for (const Word name : {Word::milestone_looks_normal, Word::milestone_first_result})
    CHECK(holds(item_of(h, Word::when_can_i, h.app.content().word(name)), "Clinics differ "));
  for (const Word name : {Word::milestone_make_up, Word::milestone_exercise, Word::milestone_sun})
    CHECK_FALSE(holds(item_of(h, Word::when_can_i, h.app.content().word(name)), "Clinics"));
}

TEST_CASE("dark spots are told as people of 20, for the chosen tone, with when they come and go") {
  Headless h;
  h.set_state(R"({"tone": 1, "darkens_easily": false})");
  CHECK(holds(event_of(h, Word::event_dark_spots), "fewer than 1 of 20 people (clinics: 0–"));
  h.set_state(R"({"tone": 9, "darkens_easily": true, "sessions": 6, "sun_protection": false})");
  const std::string dark = event_of(h, Word::event_dark_spots);
  CHECK_FALSE(holds(dark, "fewer than 1"));
  CHECK(holds(dark, " of 20 people (clinics: "));
  CHECK(holds(dark, "from week 1 to 4, mostly gone by week 12"));
  CHECK(holds(event_of(h, Word::event_breakouts), "2 of 20 people (clinics: 1–3). from day"));
  CHECK(holds(event_of(h, Word::event_numbness), "about 2 h (1–4 h)"));
}

TEST_CASE("times that are longer than studies report send to the clinic") {
  Headless h;
  CHECK_FALSE(told(h, Word::longer_than_studies));
  h.set_state(R"({"device": "rf", "depth_mm": 3, "passes": 6, "area": "around_eyes",
                  "reactivity": "very_reactive", "age_band": "from_60"})");
  CHECK(told(h, Word::longer_than_studies));
}

TEST_CASE("what is treated changes the words about the result, and nothing of the recovery") {
  Headless h;
  const auto all_of = [&](const char *view) {
    h.set_state(std::string("{\"view\": \"") + view + "\"}");
    std::string text;
    for (const SemanticNode &n : h.nodes())
      if (n.role == Role::list_item || n.role == Role::text) text += n.value_text + "\n";
    return text;
  };
  const std::string recovery = all_of("recovery"), results = all_of("results");
  h.set_state(R"({"concern": "fine_lines"})");
  CHECK(all_of("results") != results);
  const std::string then = all_of("recovery");
  // The first result to see is one of its milestones.
  CHECK(then.substr(0, then.find("First result")) ==
        recovery.substr(0, recovery.find("First result")));
}

} // namespace rt::test
