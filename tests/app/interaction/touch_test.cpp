// Fingers: a tap is not a drag, a swipe is the page's, nothing stays lit behind a finger.

#include "support/headless.h"

#include <algorithm>

namespace rt::test {

namespace {

// A finger that goes down and wanders by these steps from where it is.
Point wander(Headless &h, Point at, std::initializer_list<Point> by) {
  h.step(PointerKind::down, at, true);
  for (const Point &d : by) {
    at = {at.x + d.x, at.y + d.y};
    h.step(PointerKind::move, at, true);
  }
  return at;
}

std::vector<float> picture(const Headless &h) {
  std::vector<float> all;
  for (const Triangle &t : h.triangles())
    for (const Corner &c : t.corner) {
      all.push_back(c.x);
      all.push_back(c.y);
      all.push_back(static_cast<float>(c.color & 0xFFFFFF));
    }
  return all;
}

} // namespace

TEST_CASE("a swipe that scrolls the page from anywhere on a control changes nothing") {
  Headless h;
  const std::string before = h.app.state_json();
  const std::vector<SemanticNode> nodes = h.nodes();
  const std::vector<float> drawn = picture(h);
  h.forget_changes();
  for (const SemanticNode &n : nodes) {
    if (!interactive(n)) continue;
    INFO(told(n));
    const Point end = wander(h, {n.rect.x + n.rect.w * 0.8f, Headless::center(n.rect).y},
                             {{0, -3}, {1, -4}, {-2, -3}, {1, -4}});
    h.step(PointerKind::cancel, end, true); // the browser scrolls from here on
    CHECK_FALSE(h.out.dragging);
  }
  CHECK_FALSE(h.changed);
  CHECK(h.app.state_json() == before);
  CHECK(h.nodes() == nodes);
  CHECK(picture(h) == drawn);
}

TEST_CASE("a finger on a slider changes nothing until it has gone sideways by more than it may "
          "wander") {
  Headless h;
  const SemanticNode depth = h.slider(Field::depth_mm);
  const Point start{depth.rect.x + depth.rect.w * 0.9f, Headless::center(depth.rect).y};
  Point at = wander(h, start, {{3, 0}, {-5, 0}, {4, 2}});
  CHECK(h.value(Field::depth_mm) == 1);
  at = {start.x + 12, start.y};
  h.step(PointerKind::move, at, true);
  CHECK(h.value(Field::depth_mm) > 2.5);
  CHECK(h.out.dragging);
  // Once it drags it may come back to where it started.
  h.step(PointerKind::move, start, true);
  const double back = h.value(Field::depth_mm);
  CHECK(back > 2);
  h.step(PointerKind::up, start, true);
  CHECK(h.value(Field::depth_mm) == back);
  CHECK_FALSE(h.out.dragging);
}

TEST_CASE("a tap on the track puts the handle there") {
  Headless h;
  const SemanticNode depth = h.slider(Field::depth_mm);
  h.tap(Point{depth.rect.right() - 12, Headless::center(depth.rect).y});
  CHECK(h.value(Field::depth_mm) == 3);
  const SemanticNode day = h.slider(Field::day);
  h.tap(Point{day.rect.x + 9, Headless::center(day.rect).y});
  CHECK(h.value(Field::day) < 0.1);
}

TEST_CASE("a finger drags a slider from end to end") {
  Headless h;
  h.drag(h.slider(Field::depth_mm), 0.3f, 1, true);
  CHECK(h.value(Field::depth_mm) == 3);
  h.drag(h.slider(Field::depth_mm), 0.9f, 0, true);
  CHECK(h.value(Field::depth_mm) == 0.25);
  h.drag(h.slider(Field::day), 0.2f, 1, true);
  CHECK(h.value(Field::day) == 14);
}

TEST_CASE("a drag that the browser cancels keeps what it had reached and lets go") {
  Headless h;
  const SemanticNode passes = h.slider(Field::passes);
  const Point end = wander(h, Headless::center(passes.rect), {{20, 0}, {200, 0}});
  CHECK(h.value(Field::passes) == 6);
  h.step(PointerKind::cancel, end, true);
  CHECK(h.value(Field::passes) == 6);
  CHECK_FALSE(h.out.dragging);
  h.step(PointerKind::move, {passes.rect.x, end.y}, true);
  CHECK(h.value(Field::passes) == 6);
  // The next finger is a new one.
  h.tap(Point{passes.rect.x + 8, Headless::center(passes.rect).y});
  CHECK(h.value(Field::passes) == 1);
}

TEST_CASE("nothing stays lit behind a finger, while a mouse lights what is under it") {
  Headless h;
  const std::vector<float> plain = picture(h);
  // A radio that is chosen and a button at its end: pressing them changes nothing else.
  const SemanticNode last = h.option(Field::device, 3);
  h.step(PointerKind::move, Headless::center(last.rect));
  CHECK(picture(h) != plain);
  h.step(PointerKind::leave, {0, 0});
  CHECK(picture(h) == plain);

  h.tap(h.option(Field::device, 2)); // already chosen
  CHECK(picture(h) == plain);
  h.tap(last);
  h.tap(h.option(Field::device, 2));
  CHECK(picture(h) == plain);
  h.tap(h.toggle(Field::ice));
  h.tap(h.toggle(Field::ice));
  CHECK(picture(h) == plain);
  h.tap(h.explain(Field::age_band));
  h.tap(h.explain(Field::age_band));
  CHECK(picture(h) == plain);
  CHECK(h.out.cursor == Cursor::standard);
}

TEST_CASE("a finger after a mouse, and a mouse after a finger, each behave as themselves") {
  Headless h;
  const SemanticNode depth = h.slider(Field::depth_mm);
  const Point right{depth.rect.x + depth.rect.w * 0.9f, Headless::center(depth.rect).y};
  h.step(PointerKind::move, {3, 3});
  h.step(PointerKind::down, right, true);
  CHECK(h.value(Field::depth_mm) == 1); // a finger waits
  h.step(PointerKind::cancel, right, true);
  h.step(PointerKind::move, right);
  h.step(PointerKind::down, right);
  CHECK(h.value(Field::depth_mm) > 2); // a mouse does not
  h.step(PointerKind::up, right);
  CHECK_FALSE(h.out.dragging);
}

} // namespace rt::test
