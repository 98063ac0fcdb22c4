// What a visitor does with a pointer or through assistive technology, and what comes of it.

#include "support/headless.h"

#include <cmath>
#include <limits>
#include <string>

namespace rt::test {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

Point at_value(const Headless &h, Field f, double value) {
  const SemanticNode n = h.slider(f);
  const float knob = 11; // radius, css px
  const double part = (value - n.range.min) / (n.range.max - n.range.min);
  return {n.rect.x + knob + (n.rect.w - 2 * knob) * static_cast<float>(part),
          Headless::center(n.rect).y};
}

// Everything that a visitor or a page could notice.
struct Told {
  std::string state, projection;
  std::vector<SemanticNode> nodes;
  bool operator==(const Told &) const = default;
};
Told outcome(const Headless &h) {
  return {h.app.state_json(), h.app.projection_json(), h.told_nodes()};
}

// Only `f` differs between the two states, and perhaps what the treatment is called.
bool only_differs_in(Field f, const State &a, const State &b) {
  for (std::size_t i = 0; i < kFields; ++i) {
    const auto other = static_cast<Field>(i);
    if (other == Field::treatment) continue;
    const double x = get(a, other), y = get(b, other);
    const bool same = x == y || (std::isnan(x) && std::isnan(y));
    if (same == (other == f)) return false;
  }
  return true;
}

} // namespace

TEST_CASE("a drag, a click on the track, +, an arrow key and a typed value come to the same") {
  Headless h;
  const std::uint32_t id = h.slider(Field::depth_mm).id;
  auto back = [&] {
    h.ask(ControlEvent::set, id, 1.0);
    h.step(PointerKind::leave, {0, 0});
    REQUIRE(h.value(Field::depth_mm) == 1.0);
  };
  h.ask(ControlEvent::set, id, 1.25);
  CHECK(h.value(Field::depth_mm) == 1.25);
  const Told typed = outcome(h);

  back();
  h.step(PointerKind::move, at_value(h, Field::depth_mm, 1));
  h.step(PointerKind::down, at_value(h, Field::depth_mm, 1));
  CHECK(h.out.dragging);
  for (double v : {1.1, 1.9, 2.4, 1.3, 1.25})
    h.step(PointerKind::move, at_value(h, Field::depth_mm, v));
  h.step(PointerKind::up, at_value(h, Field::depth_mm, 1.25));
  CHECK_FALSE(h.out.dragging);
  h.step(PointerKind::leave, {0, 0});
  CHECK(outcome(h) == typed);

  back();
  h.click(at_value(h, Field::depth_mm, 1.25));
  h.step(PointerKind::leave, {0, 0});
  CHECK(outcome(h) == typed);

  back();
  h.tap(at_value(h, Field::depth_mm, 1.25));
  CHECK(outcome(h) == typed);

  back();
  h.click(h.node(node_id("more", id)));
  h.step(PointerKind::leave, {0, 0});
  CHECK(outcome(h) == typed);

  back();
  h.ask(ControlEvent::step, id, 1);
  CHECK(outcome(h) == typed);

  back();
  h.set_state(R"({"depth_mm": 1.25})");
  CHECK(outcome(h) == typed);
}

TEST_CASE("all that happened to controls since the last frame arrives, in its order") {
  Headless h;
  const std::uint32_t depth = h.slider(Field::depth_mm).id;
  h.ask(ControlEvent::set, depth, 2);
  const double start = h.value(Field::depth_mm);

  // A value, another one, the first again and two steps from there.
  for (const double value : {1.0, 1.5, start}) h.want(ControlEvent::set, depth, value);
  h.want(ControlEvent::step, depth, 1);
  h.want(ControlEvent::step, depth, 1);
  h.one_frame(1.0 / 60);
  const double two_up = h.value(Field::depth_mm);
  h.set_state(R"({"depth_mm": 2})");
  h.ask(ControlEvent::step, depth, 1);
  h.ask(ControlEvent::step, depth, 1);
  CHECK(two_up == h.value(Field::depth_mm));
  CHECK(two_up > start);

  // "+" three times.
  h.set_state(R"({"depth_mm": 1})");
  for (int i = 0; i < 3; ++i) h.want(ControlEvent::press, node_id("more", depth));
  h.one_frame(1.0 / 60);
  CHECK(h.value(Field::depth_mm) == 1.75);

  // Of two options the later one, whichever stands first.
  for (const auto &[first, last] : {std::pair<std::size_t, std::size_t>{0, 2}, {2, 0}}) {
    h.want(ControlEvent::press, h.option(Field::device, first).id);
    h.want(ControlEvent::press, h.option(Field::device, last).id);
    h.one_frame(1.0 / 60);
    CHECK(h.value(Field::device) == static_cast<double>(last));
  }

  // A switch that was flipped twice is as it was; three times, it is not.
  const std::uint32_t ice = h.toggle(Field::ice).id;
  const double before = h.value(Field::ice);
  for (int i = 0; i < 2; ++i) h.want(ControlEvent::press, ice);
  h.one_frame(1.0 / 60);
  CHECK(h.value(Field::ice) == before);
  for (int i = 0; i < 3; ++i) h.want(ControlEvent::press, ice);
  h.one_frame(1.0 / 60);
  CHECK(h.value(Field::ice) != before);
}

TEST_CASE("more events than a frame has passes are all handled in it") {
  Headless h;
  const std::uint32_t day = h.slider(Field::day).id, depth = h.slider(Field::depth_mm).id;
  h.set_state(R"({"day": 0, "depth_mm": 0.5})");
  for (int i = 0; i < 20; ++i) {
    h.want(ControlEvent::focus, day);
    h.want(ControlEvent::step, day, 1);
    h.want(ControlEvent::blur, day);
    h.want(ControlEvent::step, depth, i % 2 == 0 ? 1 : -1);
  }
  h.one_frame(1.0 / 60);
  CHECK(h.value(Field::day) * 24 == doctest::Approx(20));
  CHECK(h.value(Field::depth_mm) == 0.5);
  CHECK(h.slider(Field::day).range.value == h.value(Field::day));
}

TEST_CASE("a click, a tap and a DOM press choose the same option and flip the same switch") {
  Headless h;
  auto three_ways = [&](const SemanticNode &node, const char *before) {
    INFO(told(node));
    h.set_state(before);
    h.ask(ControlEvent::press, node.id);
    const Told pressed = outcome(h);
    h.set_state(before);
    CHECK_FALSE(outcome(h) == pressed);
    h.click(node);
    h.step(PointerKind::leave, {0, 0});
    CHECK(outcome(h) == pressed);
    h.set_state(before);
    h.tap(node);
    CHECK(outcome(h) == pressed);
  };
  three_ways(h.option(Field::device, 3), R"({"device": "pen"})");
  CHECK(h.value(Field::device) == 3);
  three_ways(h.toggle(Field::ice), R"({"ice": false})");
  CHECK(h.value(Field::ice) == 1);
  three_ways(h.node(Role::radio, "Tone 8"), R"({"tone": null})");
  CHECK(h.value(Field::tone) == 8);
}

TEST_CASE("every control of a field changes that field and nothing else") {
  Headless h;
  for (const float width : {390.0f, 1100.0f}) {
    h.resize(width);
    for (std::size_t i = 0; i < kFields; ++i) {
      const auto f = static_cast<Field>(i);
      if (!drawn_in_recovery(f)) continue;
      INFO(h.label(f) << " at width " << width);
      const State before = h.app.state();
      if (const SemanticNode *range = h.seek(Role::slider, h.label(f))) {
        const std::uint32_t id = range->id;
        const double end = h.value(f) == range->range.max ? range->range.min : range->range.max;
        h.ask(ControlEvent::set, id, end);
        CHECK(h.value(f) == end);
        CHECK(only_differs_in(f, before, h.app.state()));
        h.ask(ControlEvent::set, id, get(before, f));
      } else if (const SemanticNode *flip = h.seek(Role::switch_, h.label(f))) {
        const std::uint32_t id = flip->id;
        h.ask(ControlEvent::press, id);
        CHECK(only_differs_in(f, before, h.app.state()));
        h.ask(ControlEvent::press, id);
      } else if (const SemanticNode *moment = h.seek(Role::moment, h.label(f))) {
        const std::uint32_t id = moment->id;
        h.ask(ControlEvent::set, id, 29'000'000);
        CHECK(h.value(f) == 29'000'000);
        CHECK(only_differs_in(f, before, h.app.state()));
        h.ask(ControlEvent::set, id, kNaN);
      } else {
        const std::uint32_t group = h.node(Role::radio_group, h.label(f)).id;
        std::vector<std::uint32_t> radios;
        for (const SemanticNode &n : h.nodes())
          if (n.parent == group) radios.push_back(n.id);
        std::size_t different = 0;
        for (const std::uint32_t radio : radios) {
          h.ask(ControlEvent::press, radio);
          CHECK((h.node(radio).flags & kChecked) != 0);
          different += only_differs_in(f, before, h.app.state()) ? 1 : 0;
        }
        CHECK(different + (f == Field::tone ? 0 : 1) == radios.size());
        h.set_state("{\"" + std::string(field_key(f)) + "\": " +
                    (f == Field::tone ? "null"
                                      : "\"" +
                                            h.app.content()
                                                .field(f)
                                                .options[static_cast<std::size_t>(get(before, f))]
                                                .key +
                                            "\"") +
                    "}");
      }
      CHECK(h.app.state() == before);
    }
  }
}

TEST_CASE("− and + take one step, and stop at the ends, where they say that they are disabled") {
  Headless h;
  for (const Field f : {Field::depth_mm, Field::passes, Field::reactivity}) {
    INFO(h.label(f));
    const SemanticNode slider = h.slider(f);
    const std::uint32_t less = node_id("less", slider.id), more = node_id("more", slider.id);
    h.ask(ControlEvent::set, slider.id, slider.range.min);
    CHECK((h.node(less).flags & kDisabled) != 0);
    CHECK((h.node(more).flags & kDisabled) == 0);
    h.ask(ControlEvent::press, less);
    CHECK(h.value(f) == slider.range.min);
    h.click(h.node(more));
    CHECK(h.value(f) == doctest::Approx(slider.range.min + slider.range.step));
    h.click(h.node(less));
    CHECK(h.value(f) == slider.range.min);
    h.ask(ControlEvent::set, slider.id, slider.range.max);
    CHECK((h.node(more).flags & kDisabled) != 0);
    h.click(h.node(more));
    CHECK(h.value(f) == slider.range.max);
  }
}

TEST_CASE("a value out of range is brought to the end, and what is no number is not taken") {
  Headless h;
  const SemanticNode depth = h.slider(Field::depth_mm);
  h.ask(ControlEvent::set, depth.id, 99);
  CHECK(h.value(Field::depth_mm) == 3);
  h.ask(ControlEvent::set, depth.id, -99);
  CHECK(h.value(Field::depth_mm) == 0.25);
  h.forget_changes();
  for (const double nonsense : {kNaN, std::numeric_limits<double>::infinity()}) {
    h.ask(ControlEvent::set, depth.id, nonsense);
    h.ask(ControlEvent::step, depth.id, nonsense);
  }
  h.ask(ControlEvent::press, depth.id);
  h.ask(ControlEvent::set, 12345, 1); // nobody's id
  h.ask(ControlEvent::press, 0);
  CHECK_FALSE(h.changed);
  CHECK(h.value(Field::depth_mm) == 0.25);
}

TEST_CASE("a drag that leaves the track follows the pointer to the end and ends anywhere") {
  Headless h;
  h.step(PointerKind::move, at_value(h, Field::passes, 3));
  h.step(PointerKind::down, at_value(h, Field::passes, 3));
  h.step(PointerKind::move, {5000, -300});
  CHECK(h.value(Field::passes) == 6);
  h.step(PointerKind::move, {-5000, 9000});
  CHECK(h.value(Field::passes) == 1);
  h.step(PointerKind::up, {-5000, 9000});
  CHECK_FALSE(h.out.dragging);
  h.step(PointerKind::move, at_value(h, Field::passes, 5));
  CHECK(h.value(Field::passes) == 1);
}

TEST_CASE("a press, moves and a release that come within one frame do all that they do apart") {
  Headless h;
  const SemanticNode depth = h.slider(Field::depth_mm), radio = h.option(Field::device, 1);
  h.event(PointerKind::move, at_value(h, Field::depth_mm, 1));
  h.event(PointerKind::down, at_value(h, Field::depth_mm, 1));
  h.event(PointerKind::move, at_value(h, Field::depth_mm, 1.5));
  h.event(PointerKind::move, at_value(h, Field::depth_mm, 2.25));
  h.event(PointerKind::up, at_value(h, Field::depth_mm, 2.25));
  h.frame();
  CHECK(h.value(Field::depth_mm) == 2.25);
  CHECK_FALSE(h.out.dragging);
  for (const bool touch : {false, true}) {
    h.set_state(R"({"device": "pen"})");
    h.event(PointerKind::down, Headless::center(radio.rect), touch);
    h.event(PointerKind::up, Headless::center(radio.rect), touch);
    h.frame();
    CHECK(h.value(Field::device) == 1);
  }
}

TEST_CASE("a press that is released elsewhere presses nothing") {
  Headless h;
  const SemanticNode radio = h.option(Field::device, 1), ice = h.toggle(Field::ice);
  h.forget_changes();
  h.step(PointerKind::move, Headless::center(radio.rect));
  h.step(PointerKind::down, Headless::center(radio.rect));
  h.step(PointerKind::move, Headless::center(ice.rect));
  h.step(PointerKind::up, Headless::center(ice.rect));
  h.step(PointerKind::move, {2, 2});
  h.step(PointerKind::down, {2, 2});
  h.step(PointerKind::move, Headless::center(ice.rect));
  h.step(PointerKind::up, Headless::center(ice.rect));
  CHECK_FALSE(h.changed);
}

TEST_CASE("a press belongs to the widget on its controls and to the page elsewhere") {
  Headless h;
  for (const SemanticNode &n : h.nodes()) {
    if (!interactive(n) || n.role == Role::moment) continue; // its picker is the browser's
    const Point c = Headless::center(n.rect);
    if (!h.app.uses_press_at(c.x, c.y)) FAIL_CHECK("not used: " << told(n));
  }
  const Rect milestones = h.node(Role::list, h.app.content().word(Word::when_can_i)).rect;
  CHECK_FALSE(h.app.uses_press_at(Headless::center(milestones).x, Headless::center(milestones).y));
  CHECK_FALSE(h.app.uses_press_at(1, 1));
  CHECK_FALSE(h.app.uses_press_at(-5, 100));
  CHECK_FALSE(h.app.uses_press_at(100, h.out.height + 5));
}

TEST_CASE("the cursor tells what can be pressed and what can be moved") {
  Headless h;
  auto cursor_over = [&](Point p) {
    h.step(PointerKind::move, p);
    return h.out.cursor;
  };
  CHECK(cursor_over(Headless::center(h.option(Field::device, 1).rect)) == Cursor::pointer);
  CHECK(cursor_over(Headless::center(h.toggle(Field::ice).rect)) == Cursor::pointer);
  CHECK(cursor_over(at_value(h, Field::depth_mm, 2)) == Cursor::sideways);
  CHECK(cursor_over(Headless::center(h.slider(Field::day).rect)) == Cursor::sideways);
  CHECK(cursor_over({2, 2}) == Cursor::standard);
}

TEST_CASE("the scrubber moves the day, its title, its sentence and its table") {
  Headless h;
  auto told_now = [&] {
    std::string all;
    for (const SemanticNode &n : h.nodes())
      if (n.role == Role::status || n.role == Role::cell || n.role == Role::figure)
        all += n.value_text + "\n";
    return all;
  };
  h.drag(h.slider(Field::day), 0.6f, 0.01f);
  CHECK(h.value(Field::day) == 0);
  CHECK(h.seek(Role::heading, "Right after") != nullptr);
  const std::string first = told_now();
  h.drag(h.slider(Field::day), 0.01f, 0.99f);
  CHECK(h.value(Field::day) == 14);
  CHECK(h.seek(Role::heading, "Day 14") != nullptr);
  CHECK(told_now() != first);
  CHECK(h.slider(Field::day).range.value == 14);

  // Near hours are wide: the middle of the track is day 3.5.
  h.drag(h.slider(Field::day), 0.97f, 0.5f);
  CHECK(h.value(Field::day) == doctest::Approx(3.5).epsilon(0.05));
  h.ask(ControlEvent::step, h.slider(Field::day).id, -1);
  CHECK(h.value(Field::day) == doctest::Approx(3.25).epsilon(0.05));
}

TEST_CASE("opening an explanation adds its text and room for it, closing takes both away") {
  Headless h;
  for (std::size_t i = 0; i < kFields; ++i) {
    const auto f = static_cast<Field>(i);
    if (!drawn_in_recovery(f) || f == Field::device || f == Field::day) continue;
    INFO(h.label(f));
    const std::vector<SemanticNode> before = h.told_nodes();
    const float height = h.out.height;
    const SemanticNode explain = h.explain(f);
    CHECK((explain.flags & kHasExpanded) != 0);
    CHECK((explain.flags & kExpanded) == 0);
    h.forget_changes();
    h.tap(explain);
    CHECK(h.height_changed);
    CHECK_FALSE(h.changed);
    CHECK(h.out.height > height + 10);
    CHECK((h.explain(f).flags & kExpanded) != 0);
    bool told_text = false;
    for (const SemanticNode &n : h.nodes())
      told_text |= n.role == Role::text && n.value_text == h.app.content().field(f).explanation;
    CHECK(told_text);
    h.ask(ControlEvent::press, explain.id);
    CHECK(h.out.height == height);
    CHECK(h.told_nodes() == before);
  }
}

TEST_CASE("when to call the clinic is one tap away, and complete") {
  Headless h;
  const auto &content = h.app.content();
  h.tap(h.node(Role::button, content.word(Word::call_title)));
  for (const Word w :
       {Word::call_at_once_signs, Word::call_24h_signs, Word::call_days_signs, Word::call_note}) {
    bool found = false;
    for (const SemanticNode &n : h.nodes()) found |= n.value_text == content.word(w);
    CHECK(found);
  }
}

TEST_CASE("a treatment is chosen by name in two taps, and the answer is another") {
  Headless h(words_text(), {}, model_text(), false);
  const auto range = [&] {
    const std::string &lead = h.app.content().word(Word::answer_lead);
    for (const SemanticNode &n : h.nodes())
      if (n.role == Role::heading && n.label.starts_with(lead)) return n.label;
    return std::string("no answer");
  };
  const std::string before = range();
  CHECK(h.seek(Role::radio_group, h.app.content().word(Word::treatment_title)) == nullptr);
  h.tap(h.node(node_id("/choose-treatment")));
  const SemanticNode group = h.node(Role::radio_group, h.app.content().word(Word::treatment_title));
  const SemanticNode *scars = nullptr;
  for (const SemanticNode &n : h.nodes())
    if (n.parent == group.id && n.label.starts_with("Stretch marks")) scars = &n;
  REQUIRE(scars != nullptr);
  h.tap(*scars);
  CHECK(h.value(Field::depth_mm) == 2);
  CHECK(range() != before);
  // Choosing closes the list.
  CHECK(h.seek(Role::radio_group, h.app.content().word(Word::treatment_title)) == nullptr);
}

TEST_CASE("not sure yet: the answer is wider than that of any one treatment") {
  Headless h;
  const auto red = [&] {
    return h.app.results()
        .projection.milestone[static_cast<std::size_t>(Milestone::not_visibly_red)]
        .hours;
  };
  h.set_state(R"({"treatment": "not_sure"})");
  const Quantiles pooled = red();
  for (const Preset &preset : h.app.content().presets) {
    h.set_state(R"({"treatment": ")" + preset.key + R"("})");
    CAPTURE(preset.key);
    CHECK(pooled[kP90] - pooled[kP10] > red()[kP90] - red()[kP10]);
  }
}

TEST_CASE("DOM focus draws a ring around every control, and blur takes it away") {
  Headless h;
  auto vertices = [&] { return h.triangles().size(); };
  const std::size_t plain = vertices();
  const std::vector<SemanticNode> nodes = h.nodes();
  for (const SemanticNode &n : nodes) {
    if (!interactive(n)) continue;
    h.ask(ControlEvent::focus, n.id);
    if (vertices() <= plain) FAIL_CHECK("no ring: " << told(n));
    h.ask(ControlEvent::blur, n.id);
  }
  CHECK(vertices() == plain);
  h.ask(ControlEvent::focus, nodes.back().id);
  h.ask(ControlEvent::blur, 1); // another one lost it
  CHECK(h.nodes() == nodes);
}

} // namespace rt::test
