// What a pointer can reach is what is described, and what is described can be reached. The cursor
// tells what a pointer has found.

#include "support/headless.h"

#include <algorithm>
#include <vector>

namespace rt::test {

namespace {

Cursor found_at(Headless &h, Point at) {
  h.event(PointerKind::move, at);
  h.one_frame(1.0 / 60);
  return h.out.cursor;
}

// The date's picker is the browser's.
std::vector<SemanticNode> controls(const Headless &h) {
  std::vector<SemanticNode> all;
  for (const SemanticNode &n : h.nodes())
    if (interactive(n) && n.role != Role::moment) all.push_back(n);
  return all;
}

// A stepper is reached through its - and +, where it has no track.
bool has_steps(const Headless &h, const SemanticNode &n) {
  return h.seek(node_id("more", n.id)) != nullptr;
}

bool any_contains(const std::vector<SemanticNode> &nodes, Point at) {
  return std::any_of(nodes.begin(), nodes.end(),
                     [&](const SemanticNode &n) { return n.rect.contains(at.x, at.y); });
}

} // namespace

TEST_CASE("everything described as a control is reached by a pointer, in its rectangle and no "
          "farther") {
  struct Look {
    bool rtl, open;
    float width, ratio;
  };
  for (const Look look :
       {Look{false, false, 320, 1}, Look{false, true, 1100, 1.5f}, Look{true, true, 390, 3}}) {
    Headless h(look.rtl ? std::string_view(right_to_left()) : std::string_view(words_text()));
    h.ratio = look.ratio;
    h.resize(look.width);
    if (look.open) h.open_everything();
    const std::vector<SemanticNode> all = controls(h);
    CHECK(all.size() > 50);
    for (const SemanticNode &n : all) {
      INFO(told(n) << " at width " << look.width);
      if (has_steps(h, n)) continue;
      const Cursor cursor = n.role == Role::slider ? Cursor::sideways : Cursor::pointer;
      const Rect in = n.rect.inset(1.1f), out = n.rect.inset(-1.1f);
      for (const Point p : {Point{in.x, in.y}, Point{in.right(), in.bottom()}})
        CHECK(found_at(h, p) == cursor);
      const Point middle = Headless::center(n.rect);
      for (const Point p : {Point{out.x, middle.y}, Point{out.right(), middle.y},
                            Point{middle.x, out.y}, Point{middle.x, out.bottom()}})
        if (!any_contains(all, p)) CHECK(found_at(h, p) == Cursor::standard);
    }
  }
}

TEST_CASE("a pointer finds nothing where no control is described") {
  constexpr float kEvery = 23; // CSS px, less than the height of any control
  Headless h;
  for (const float width : {390.0f, 900.0f}) {
    h.resize(width);
    const std::vector<SemanticNode> all = controls(h);
    for (float y = 1; y < h.out.height; y += kEvery)
      for (float x = 1; x < width; x += 2 * kEvery)
        if (!any_contains(all, {x, y}) && found_at(h, {x, y}) != Cursor::standard)
          FAIL_CHECK("found but not described at " << x << "," << y << ", width " << width);
  }
}

} // namespace rt::test
