// Nothing happens when nobody does anything, and one widget does not disturb another.

#include "support/headless.h"

#include <memory>

namespace rt::test {

namespace {

struct Seen {
  std::vector<SemanticNode> nodes;
  std::uint32_t version;
  float height;
  std::vector<DrawnText> texts;
};
Seen seen(const Headless &h) {
  return {h.told_nodes(), h.out.semantics_version, h.out.height, h.texts()};
}
void check_same(const Seen &a, const Seen &b) {
  CHECK(a.nodes == b.nodes);
  CHECK(a.version == b.version);
  CHECK(a.height == b.height);
  REQUIRE(a.texts.size() == b.texts.size());
  for (std::size_t i = 0; i < a.texts.size(); ++i) {
    CHECK(a.texts[i].text == b.texts[i].text);
    CHECK(a.texts[i].rect == b.texts[i].rect);
    CHECK(a.texts[i].color == b.texts[i].color);
  }
}

} // namespace

TEST_CASE("a frame in which nothing happened changes nothing and asks for no other") {
  Headless h;
  const Seen first = seen(h);
  const std::size_t measured = h.host.measured, set = h.host.set.size();
  h.forget_changes();
  for (int i = 0; i < 5; ++i) {
    h.seconds += 10;
    h.frame();
    CHECK_FALSE(h.out.needs_frame);
    CHECK_FALSE(h.out.dragging);
    CHECK(h.out.focus_request == 0);
  }
  CHECK_FALSE(h.changed);
  CHECK_FALSE(h.height_changed);
  check_same(seen(h), first);
  CHECK(h.host.measured == measured);
  CHECK(h.host.set.size() == set);
}

TEST_CASE("the version of the nodes rises when they differ and only then") {
  Headless h;
  std::uint32_t version = h.out.semantics_version;
  auto rises = [&] {
    const bool did = h.out.semantics_version > version;
    version = h.out.semantics_version;
    return did;
  };
  h.step(PointerKind::move, Headless::center(h.option(Field::device, 1).rect));
  CHECK_FALSE(rises()); // only lit
  h.theme.dark = true;
  h.frame();
  CHECK_FALSE(rises());
  h.ask(ControlEvent::press, h.toggle(Field::ice).id);
  CHECK(rises());
  h.ask(ControlEvent::focus, h.toggle(Field::ice).id);
  CHECK_FALSE(rises());
  h.resize(700);
  CHECK(rises());
  h.set_state(R"({"day": 4})");
  CHECK(rises());
  h.set_state(R"({"day": 4})");
  CHECK_FALSE(rises());
}

TEST_CASE("one frame settles whatever was pressed: the next one is the same") {
  Headless h;
  for (const float width : {390.0f, 1100.0f}) {
    h.resize(width);
    const std::vector<SemanticNode> before = h.nodes();
    for (const SemanticNode &n : before) {
      if (!interactive(n) || h.seek(n.id) == nullptr) continue;
      INFO(told(n) << " at width " << width);
      if (n.role == Role::slider)
        h.ask(ControlEvent::step, n.id, 1);
      else
        h.ask(ControlEvent::press, n.id);
      const Seen pressed = seen(h);
      h.frame();
      check_same(seen(h), pressed);
    }
  }
}

TEST_CASE("what is set is described in the same frame in which it is reported as changed") {
  Headless h;
  h.forget_changes();
  h.ask(ControlEvent::press, h.option(Field::device, 0).id);
  CHECK(h.changed);
  CHECK((h.option(Field::device, 0).flags & kChecked) != 0);
  h.forget_changes();
  h.frame();
  CHECK_FALSE(h.changed); // told once
}

TEST_CASE("two widgets in one process do not disturb each other") {
  Headless a;
  auto b = std::make_unique<Headless>(right_to_left());
  b->resize(1100);
  const Seen before = seen(a), other = seen(*b);
  CHECK(ImGui::GetCurrentContext() == nullptr);

  b->theme.dark = true;
  b->set_state(R"({"depth_mm": 3, "day": 9, "device": "roller"})");
  b->step(PointerKind::move, Headless::center(b->slider(Field::passes).rect));
  b->step(PointerKind::down, Headless::center(b->slider(Field::passes).rect));
  a.frame();
  check_same(seen(a), before);
  CHECK_FALSE(a.out.dragging);
  CHECK(b->out.dragging);
  a.drag(a.slider(Field::depth_mm), 0.2f, 1);
  CHECK(a.value(Field::depth_mm) == 3);
  CHECK(b->out.dragging);
  CHECK(b->value(Field::device) == 0);
  b->step(PointerKind::up, {0, 0});

  a.set_state(R"({"depth_mm": 1})");
  a.step(PointerKind::leave, {0, 0});
  b.reset();
  Seen after = seen(a);
  after.version = before.version;
  check_same(after, before);
  a.frame();
  a.click(a.option(Field::device, 1));
  CHECK(a.value(Field::device) == 1);
}

TEST_CASE("a page of any size is drawn without a fault") {
  Headless h;
  struct Size {
    float width, ratio, text_scale;
  };
  for (const Size s : {Size{1, 0.5f, 1}, Size{40, 1, 4}, Size{8192, 1, 1}, Size{320, 8, 1},
                       Size{0, 1, 1}, Size{390, 0.1f, 0.1f}}) {
    h.ratio = s.ratio;
    h.theme.text_scale = s.text_scale;
    h.resize(s.width);
    INFO("width " << s.width << ", ratio " << s.ratio << ", text x " << s.text_scale);
    CHECK(std::isfinite(h.out.height));
    CHECK(h.out.height > 0);
    CHECK(h.nodes().size() > 100);
    for (const SemanticNode &n : h.nodes())
      CHECK((std::isfinite(n.rect.x) && std::isfinite(n.rect.w) && std::isfinite(n.rect.y)));
  }
}

TEST_CASE("a new font is measured and set anew, and so is everything for a lost context") {
  Headless h;
  const std::size_t texts = h.texts().size();
  const std::size_t measured = h.host.measured;
  h.host.set.clear();
  h.host.advance_em = 0.58f;
  h.app.glyph_cache().forget();
  h.frame();
  CHECK(h.host.measured > measured);
  CHECK(h.host.set.size() > texts / 2); // repeated texts are set once
  for (const DrawnText &t : h.texts()) CHECK_FALSE(t.text.empty());

  const std::size_t set = h.host.set.size();
  h.everything_anew();
  CHECK(h.host.set.size() >= 2 * set);
  for (const DrawnText &t : h.texts()) CHECK_FALSE(t.text.empty());
  h.set_state(R"({"day": 6.5})");
  for (const DrawnText &t : h.texts()) CHECK_FALSE(t.text.empty());
}

TEST_CASE("a widget used for a long time sets its texts again and stays complete") {
  Headless h;
  // Each hour has texts of its own; far more than are kept gather.
  for (int hour = 0; hour < 336; hour += 3)
    for (const char *start : {"2026-01-05T09:00", "2031-08-20T17:00"}) {
      std::vector<Error> refused;
      h.app.set_state_json("{\"day\": " + std::to_string(hour / 24.0) + ", \"treated_at\": \"" +
                               start + "\"}",
                           refused);
      CHECK(refused.empty());
      h.frame();
      for (const DrawnText &t : h.texts())
        if (t.text.empty()) FAIL("a hole at " << told(t.rect) << " in hour " << hour);
    }
}

} // namespace rt::test
