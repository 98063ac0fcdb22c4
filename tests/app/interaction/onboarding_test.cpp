// The worked example for who is here for the first time.

#include "support/headless.h"
#include "ui/views/onboarding.h"
#include "ui/views/views.h"

namespace rt::test {

namespace {

std::string title(const Headless &h, int step) {
  return fill(h.app.content().word(Word::first_title),
              {{"n", std::to_string(step)}, {"all", std::to_string(kOnboardingSteps)}});
}
const SemanticNode *card(const Headless &h, int step) {
  return h.seek(Role::group, title(h, step));
}
SemanticNode button_named(const Headless &h, Word w) {
  return h.node(Role::button, h.app.content().word(w));
}

// A frame of 3 px around the node, 4 px outside of it, in the accent color.
bool ringed(const Headless &h, Rect r) {
  const auto picture = h.triangles();
  const auto accent = [&](float x, float y) {
    return painted(picture, 0, picture.size(), x, y, 0) == h.app.theme().accent;
  };
  const Rect ring = r.inset(-4);
  return accent(ring.x + ring.w / 2, ring.y) && accent(ring.x + ring.w / 2, ring.bottom());
}

} // namespace

TEST_CASE("the example leads through settings, time and range, and is then over for good") {
  for (const float width : {390.0f, 1100.0f}) {
    CAPTURE(width);
    Headless h;
    h.resize(width);
    REQUIRE(card(h, 1));
    const bool narrow = width < kWide;
    if (narrow) { // the way to the settings; on a wide page they stand beside
      for (const SemanticNode &n : h.nodes())
        if (n.role == Role::button && n.label.find(": change the settings") != std::string::npos)
          CHECK(ringed(h, n.rect));
    } else {
      CHECK(ringed(h, h.slider(Field::depth_mm).rect));
    }
    h.click(button_named(h, Word::first_next));
    CHECK(card(h, 2));
    CHECK(ringed(h, h.slider(Field::day).rect));
    h.click(button_named(h, Word::first_next));
    CHECK(card(h, 3));
    CHECK(ringed(h, h.node(Role::list, h.app.content().word(Word::milestones)).rect));
    CHECK_FALSE(h.out.onboarding_over);
    h.click(button_named(h, Word::first_done));
    for (int step = 1; step <= kOnboardingSteps + 1; ++step) CHECK_FALSE(card(h, step));
    CHECK(h.out.onboarding_over);
    CHECK(h.node(h.focus_request).role == Role::heading);
    h.set_state(R"({"view": "care"})");
    h.set_state(R"({"view": "recovery"})");
    CHECK_FALSE(card(h, 1));
  }
}

TEST_CASE("the example can be skipped at once, by a finger and by a DOM control") {
  Headless finger, control;
  finger.tap(button_named(finger, Word::first_skip));
  CHECK(finger.out.onboarding_over);
  control.ask(ControlEvent::press, button_named(control, Word::first_skip).id);
  CHECK(control.out.onboarding_over);
  CHECK_FALSE(card(control, 1));
}

TEST_CASE("the example speaks of the visitor's own settings, and only in the first view") {
  Headless h;
  h.set_state(R"({"depth_mm": 2.5})");
  const auto says = [&](const std::string &text) {
    for (const SemanticNode &n : h.nodes())
      if (n.role == Role::text && n.value_text.find(text) != std::string::npos) return true;
    return false;
  };
  CHECK(says("2.5 mm"));
  h.set_state(R"({"view": "plan"})");
  CHECK_FALSE(card(h, 1));
  h.set_state(R"({"view": "recovery"})");
  CHECK(card(h, 1));
}

TEST_CASE("a step is announced when it is reached, and not again when a setting changes") {
  Headless h;
  const auto said = [&](int step) {
    std::string all;
    for (const SemanticNode &n : h.nodes())
      if (n.role == Role::status && n.parent == card(h, step)->id) all += n.value_text;
    return all;
  };
  CHECK(said(1).empty());
  h.ask(ControlEvent::press, button_named(h, Word::first_next).id);
  h.set_state(R"({"day": 2})");
  const std::string first = said(2);
  CHECK_FALSE(first.empty());
  h.set_state(R"({"day": 3, "depth_mm": 2})");
  CHECK(said(2) == first);
}

TEST_CASE("a page can do without the example") {
  Headless h;
  h.app.show_onboarding(false);
  h.frame();
  CHECK_FALSE(card(h, 1));
  CHECK_FALSE(h.out.onboarding_over); // after printing it goes on
  h.app.show_onboarding(true);
  h.frame();
  CHECK(card(h, 1));
}

} // namespace rt::test
