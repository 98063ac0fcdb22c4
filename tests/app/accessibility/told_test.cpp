// What is announced: after any change in any view the new answer, once, and nothing else.

#include "support/headless.h"

#include "ui/views/lane_axes.h"

#include <algorithm>
#include <string>
#include <vector>

namespace rt::test {

namespace {

std::vector<SemanticNode> live(const Headless &h) {
  std::vector<SemanticNode> all;
  for (const SemanticNode &n : h.nodes())
    if (n.role == Role::status || (n.flags & kLive) != 0) all.push_back(n);
  return all;
}

SemanticNode status(const Headless &h) {
  const std::vector<SemanticNode> all = live(h);
  REQUIRE(all.size() == 1);
  return all[0];
}

bool holds(const std::string &text, const std::string &part) {
  return text.find(part) != std::string::npos;
}

// Does to a control what keys do to it.
void act(Headless &h, const SemanticNode &n) {
  switch (n.role) {
  case Role::slider: return h.ask(ControlEvent::step, n.id, n.range.value < n.range.max ? 1 : -1);
  case Role::moment:
    return h.ask(ControlEvent::set, n.id, h.host.now() + 20 * 1440); // in three weeks
  case Role::search: return h.type(n.id, "beard");
  default: return h.ask(ControlEvent::press, n.id);
  }
}

// The answer as the view itself shows it: its heading, or the sentence below the title of Care.
std::string shown_answer(const Headless &h) {
  const View view = h.app.state().view;
  // About answers nothing itself: it tells what Recovery would.
  if (view == View::about) return h.app.content().word(Word::answer_lead);
  bool in_view = false;
  for (const SemanticNode &n : h.nodes()) {
    in_view = in_view || n.role == Role::status; // what stands before it is of every view
    if (!in_view) continue;
    if (view == View::care ? n.role == Role::text : n.role == Role::heading)
      return n.label + n.value_text;
  }
  return "no answer is shown";
}

bool is_day(const SemanticNode &n) {
  return n.id == day_id() || n.id == node_id("more", day_id()) || n.id == node_id("less", day_id());
}

// Every control that is there when the view opens, one after the other.
void every_control(Headless &h, const std::string &view) {
  const std::vector<SemanticNode> all = h.nodes();
  for (const SemanticNode &then : all) {
    const SemanticNode *now = h.seek(then.id);
    if (!interactive(then) || now == nullptr || (now->flags & kDisabled) != 0) continue;
    const SemanticNode control = *now;
    const std::string before = h.app.state_json();
    const double told_before = status(h).range.value;
    INFO(view << ", width " << h.width << ": " << told(control));
    act(h, control);
    const SemanticNode said = status(h);
    const bool changed = h.app.state_json() != before;
    const double times = said.range.value - told_before;
    CHECK(times <= 1);
    if (changed) {
      CHECK(times == 1);
      CHECK(said.value_text.size() > 10);
      CHECK(said.value_text.back() == '.');
      if (control.role == Role::moment)
        CHECK(holds(said.value_text, control.label + ": " + h.node(control.id).value_text));
      if (view == "recovery" && is_day(control))
        CHECK(holds(said.value_text, "people"));
      else
        CHECK(holds(said.value_text, shown_answer(h)));
    }
    if (control.role == Role::tab || h.app.state().view != View::recovery)
      h.set_state("{\"view\": \"" + view + "\"}");
  }
}

} // namespace

TEST_CASE("after any change in any view the new answer is announced, once") {
  for (const float width : {390.0f, 1100.0f}) {
    Headless h;
    h.resize(width);
    for (const std::string view : {"recovery", "care", "plan", "results", "about"}) {
      h.set_state("{\"view\": \"" + view + "\"}");
      every_control(h, view);
    }
  }
}

TEST_CASE("before anything has changed nothing waits to be read a second time") {
  Headless h;
  CHECK(status(h).value_text.empty());
}

TEST_CASE("the same answer after a further change is announced again") {
  Headless h;
  h.ask(ControlEvent::press, h.toggle(Field::water).id);
  const SemanticNode first = status(h);
  h.ask(ControlEvent::press, h.toggle(Field::water).id);
  h.ask(ControlEvent::press, h.toggle(Field::water).id);
  CHECK(status(h).value_text == first.value_text);
  CHECK(status(h).range.value == first.range.value + 2);
}

TEST_CASE("a date that was set is told again, in Recovery and in Plan") {
  Headless h;
  const SemanticNode treated = h.node(Role::moment, h.label(Field::treated_at));
  h.ask(ControlEvent::set, treated.id, h.host.now());
  CHECK(holds(status(h).value_text, h.node(treated.id).value_text));
  h.set_state(R"({"view": "plan"})");
  const SemanticNode event = h.node(Role::moment, h.label(Field::event_on));
  h.ask(ControlEvent::set, event.id, h.host.now() + 60 * 1440);
  CHECK(holds(status(h).value_text, h.node(event.id).value_text));
  h.ask(ControlEvent::press, h.option(Field::sureness, 0).id);
  CHECK_FALSE(holds(status(h).value_text, h.node(event.id).value_text)); // it has been told
}

TEST_CASE("an explanation is told when it opens, and stands behind its button") {
  Headless h;
  h.resize(1100);
  for (const Field f : {Field::depth_mm, Field::device, Field::tone, Field::ice}) {
    INFO(h.label(f));
    const SemanticNode button = h.explain(f);
    h.ask(ControlEvent::press, button.id);
    const std::string &text = h.app.content().field(f).explanation;
    CHECK(status(h).value_text == text);
    const auto at = std::find_if(h.nodes().begin(), h.nodes().end(),
                                 [&](const SemanticNode &n) { return n.id == button.id; });
    REQUIRE(at + 1 != h.nodes().end());
    CHECK((at + 1)->value_text == text);
  }
  h.ask(ControlEvent::press, h.toggle(Field::ice).id);
  CHECK(holds(status(h).value_text, shown_answer(h)));
}

TEST_CASE("how the bands are read is told when it opens, and not when it closes") {
  for (const float width : {390.0f, 1100.0f}) {
    Headless h;
    h.resize(width);
    const SemanticNode fold = h.node(Role::button, h.app.content().word(Word::how_to_read));
    h.ask(ControlEvent::press, fold.id);
    const std::string told = status(h).value_text;
    for (const Word word : {Word::read_band, Word::read_clinics, Word::read_day})
      CHECK(holds(told, without_marks(h.app.content().word(word))));
    h.ask(ControlEvent::press, fold.id);
    CHECK(status(h).value_text == told); // nothing new to say
    CHECK(status(h).range.value == 1);
  }
}

TEST_CASE("what the bars of Care mean is not said: there are none to hear") {
  Headless h;
  h.set_state(R"({"view": "care"})");
  for (const SemanticNode &n : h.nodes())
    CHECK_FALSE(holds(n.value_text, h.app.content().word(Word::care_bar)));
  const std::string usual = h.app.content().word(Word::care_usual);
  CHECK(std::any_of(h.nodes().begin(), h.nodes().end(),
                    [&](const SemanticNode &n) { return n.value_text == usual; }));
}

TEST_CASE("a search in Care tells how many it has found, in every part of the list") {
  Headless h;
  h.set_state(R"({"view": "care"})");
  const SemanticNode search = h.node(Role::search, h.app.content().word(Word::care_search));
  h.type(search.id, "hair");
  std::size_t rows = 0;
  for (const SemanticNode &n : h.nodes()) rows += n.role == Role::list_item ? 1 : 0;
  CHECK(rows > 1);
  CHECK(status(h).value_text == std::to_string(rows) + " found");
  h.type(search.id, "fever");
  CHECK(holds(status(h).value_text, " found")); // of when to call
  h.type(search.id, "xyzzy");
  CHECK(status(h).value_text == h.app.content().word(Word::care_nothing));
}

TEST_CASE("every part of every view stands under a heading") {
  Headless h;
  for (const float width : {390.0f, 1100.0f}) {
    h.resize(width);
    for (const std::string view : {"recovery", "care", "plan", "results", "about"}) {
      h.set_state("{\"event_on\": \"2026-12-22T10:00\", \"view\": \"" + view + "\"}");
      INFO(view << ", width " << width);
      double level = 0;
      std::size_t panel = 0, heads = 0;
      for (std::size_t i = 0; i < h.nodes().size(); ++i) {
        const SemanticNode &n = h.nodes()[i];
        if (n.role == Role::tab_panel) panel = i, level = 0;
        if (n.role == Role::heading) {
          CHECK(n.range.value <= std::max(2.0, level) + 1); // no level is left out
          level = n.range.value;
          ++heads;
        }
        if (panel == 0) continue;
        if (n.role == Role::list || n.role == Role::table || n.role == Role::figure)
          if (level < 3) FAIL_CHECK("before any heading of the view: " << told(n));
      }
      CHECK(heads >= 4);
    }
  }
}

} // namespace rt::test
