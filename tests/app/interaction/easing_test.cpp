// After a change the picture goes to the new figures in a moment and then rests; words,
// descriptions and what the page can read are new at once.

#include "support/headless.h"

#include <algorithm>
#include <cmath>

namespace rt::test {

namespace {

// Corners of the picture in the order of painting, without the texts.
using Shapes = std::vector<Point>;
Shapes shapes(const Headless &h) {
  Shapes all;
  for (const Triangle &t : h.triangles())
    if (!t.text)
      for (const Corner &c : t.corner) all.push_back({c.x, c.y});
  return all;
}
bool same(const Shapes &a, const Shapes &b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](Point p, Point q) {
    return std::abs(p.x - q.x) < 0.01f && std::abs(p.y - q.y) < 0.01f;
  });
}
// The middle person's redness on the first evening.
double median(const Projection &p) {
  return static_cast<double>(severity_at(p, Sign::redness, 6)[kMedian]);
}
double drawn_month_6(const Results &r) {
  return static_cast<double>(r.drawn.course.share_clear[12]);
}

bool set_without_frame(Headless &h, std::string_view json) {
  std::vector<Error> refused;
  return h.app.set_state_json(json, refused) && refused.empty();
}

constexpr const char *kMild = R"({"depth_mm": 0.5, "passes": 1})";
constexpr const char *kStrong = R"({"depth_mm": 2.5, "passes": 6})";

} // namespace

TEST_CASE("after a change the picture is under way for less than 200 ms, then at the figures") {
  for (const float width : {390.0f, 1100.0f}) {
    Headless h;
    h.resize(width);
    h.set_state(kMild);
    const Shapes from = shapes(h);
    const double old = median(h.app.results().projection);
    REQUIRE(set_without_frame(h, kStrong));
    const double target = median(h.app.results().projection);
    REQUIRE(target > old + 0.1);

    h.one_frame(20); // after a long rest
    CHECK(h.out.needs_frame);
    double last = median(h.app.results().drawn);
    CHECK(last > old); // seen to begin
    CHECK(last < old + 0.7 * (target - old));
    const std::vector<SemanticNode> told_at_once = h.nodes();
    const std::uint32_t version = h.out.semantics_version;
    const std::string figures = h.app.projection_json();

    int frames = 0;
    for (; h.out.needs_frame && frames < 100; ++frames) {
      const Shapes between = shapes(h);
      CHECK_FALSE(same(between, from));
      h.one_frame(1.0 / 60);
      CHECK_FALSE(same(between, shapes(h))); // no frame for nothing
      const double now = median(h.app.results().drawn);
      CHECK(now > last);
      CHECK(now <= target);
      last = now;
    }
    CHECK(frames >= 5);
    CHECK(frames / 60.0 <= 0.2);
    CHECK(last == target);
    CHECK(h.nodes() == told_at_once);
    CHECK(h.out.semantics_version == version);
    CHECK(h.app.projection_json() == figures);

    Headless arrived;
    arrived.resize(width);
    arrived.set_state(kStrong);
    CHECK(same(shapes(h), shapes(arrived)));
  }
}

TEST_CASE("who wants less motion sees each change at once") {
  Headless h;
  h.theme.reduced_motion = true;
  h.set_state(kMild);
  for (const char *json : {kStrong, R"({"day": 5})", R"({"view": "results", "sessions": 1})"}) {
    REQUIRE(set_without_frame(h, json));
    h.one_frame(1.0 / 60);
    CHECK_FALSE(h.out.needs_frame);
    const Shapes first = shapes(h);
    h.one_frame(1);
    CHECK(same(first, shapes(h)));
  }
}

TEST_CASE("the first picture, one of no plot and one that is not seen are drawn at once") {
  Headless h;
  std::vector<Diagnostic> diagnostics;
  FakeHost host;
  App fresh(host);
  fresh.load(shipped_content(words_text(), {}, diagnostics));
  std::vector<Error> refused;
  REQUIRE(fresh.set_state_json(kStrong, refused));
  fresh.frame({5, 390, 1, {}, {}, {}});
  CHECK(median(fresh.results().drawn) == median(fresh.results().projection));
  CHECK(fresh.results().drawn_day == fresh.state().day);

  for (const char *view : {"plan", "care", "about"}) {
    h.set_state(std::string("{\"view\": \"") + view + "\"}");
    REQUIRE(set_without_frame(h, kStrong));
    h.one_frame(1.0 / 60);
    CHECK_FALSE(h.out.needs_frame);
    h.set_state(kMild);
  }
  h.set_state(R"({"view": "recovery"})");
  h.ask(ControlEvent::press, h.node(Role::button, h.app.content().word(Word::text_version)).id);
  REQUIRE(h.out.text_version);
  REQUIRE(set_without_frame(h, kStrong));
  h.one_frame(1.0 / 60);
  CHECK_FALSE(h.out.needs_frame);
}

TEST_CASE("figures that change again while the picture moves are followed from where it is") {
  Headless h;
  h.set_state(kMild);
  const double mild = median(h.app.results().projection);
  REQUIRE(set_without_frame(h, kStrong));
  for (int i = 0; i < 3; ++i) h.one_frame(1.0 / 60);
  const double reached = median(h.app.results().drawn);
  REQUIRE(reached > mild);
  REQUIRE(set_without_frame(h, kMild));
  h.one_frame(1.0 / 60);
  const double back = median(h.app.results().drawn);
  CHECK(back < reached);
  CHECK(back > mild);

  // A slider dragged over many values, a new one each frame: never far behind, soon there.
  for (int i = 1; i <= 10; ++i) {
    REQUIRE(set_without_frame(h, "{\"depth_mm\": " + std::to_string(0.5 + 0.25 * i) + "}"));
    h.one_frame(1.0 / 60);
    h.one_frame(1.0 / 60);
  }
  const double target = median(h.app.results().projection);
  CHECK(std::abs(median(h.app.results().drawn) - target) < 0.25 * (target - mild));
  for (int i = 0; i < 12; ++i) h.one_frame(1.0 / 60);
  CHECK_FALSE(h.out.needs_frame);
  CHECK(median(h.app.results().drawn) == target);
}

TEST_CASE("a change that alters no figure asks for no further frame") {
  Headless h;
  REQUIRE(set_without_frame(h, R"({"treated_at": "2026-07-01T10:00"})"));
  h.one_frame(1.0 / 60);
  CHECK_FALSE(h.out.needs_frame);
}

TEST_CASE("the day goes to where a key sends it, and is where the pointer holds it") {
  Headless h;
  h.set_state(R"({"day": 1})");
  const SemanticNode day = h.slider(Field::day);
  h.want(ControlEvent::set, day.id, 6);
  h.one_frame(1.0 / 60);
  CHECK(h.app.state().day == 6);
  CHECK(h.out.needs_frame);
  CHECK(h.app.results().drawn_day > 1);
  CHECK(h.app.results().drawn_day < 6);
  CHECK(h.slider(Field::day).range.value == 6);
  h.frame();
  CHECK(h.app.results().drawn_day == 6);

  const Point from = Headless::center(h.slider(Field::day).rect);
  h.step(PointerKind::move, from);
  h.step(PointerKind::down, from);
  for (int i = 1; i <= 5; ++i) {
    h.event(PointerKind::move, {from.x + 10.0f * static_cast<float>(i), from.y});
    h.one_frame(1.0 / 60);
    CHECK(h.app.results().drawn_day == h.app.state().day);
    CHECK_FALSE(h.out.needs_frame);
  }
  h.step(PointerKind::up, from);
}

TEST_CASE("the result's plot and the kept treatment's line move as well") {
  Headless h;
  h.set_state(R"({"view": "results", "sessions": 1})");
  const double one = drawn_month_6(h.app.results());
  REQUIRE(set_without_frame(h, R"({"sessions": 5})"));
  h.one_frame(1.0 / 60);
  const double target = static_cast<double>(h.app.results().projection.course.share_clear[12]);
  CHECK(drawn_month_6(h.app.results()) > one);
  CHECK(drawn_month_6(h.app.results()) < target);
  h.frame();
  CHECK(drawn_month_6(h.app.results()) == target);

  h.set_state(R"({"view": "recovery", "depth_mm": 0.5})");
  const Word keep = Word::compare_keep, swap = Word::compare_swap;
  h.want(ControlEvent::press, h.node(Role::button, h.app.content().word(keep)).id);
  h.one_frame(1.0 / 60);
  CHECK_FALSE(h.out.needs_frame); // it is where B is
  h.set_state(R"({"depth_mm": 2})");
  const double a = median(h.app.results().comparison->drawn);
  h.want(ControlEvent::press, h.node(Role::button, h.app.content().word(swap)).id);
  h.one_frame(1.0 / 60);
  const double b = median(h.app.results().comparison->kept);
  REQUIRE(b > a);
  CHECK(median(h.app.results().comparison->drawn) > a);
  CHECK(median(h.app.results().comparison->drawn) < b);
  CHECK(h.out.needs_frame);
}

} // namespace rt::test
