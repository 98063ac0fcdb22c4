// Colors as they meet in the picture.

#include "app/readable.h"

#include <algorithm>
#include <map>
#include <set>

namespace rt::test {

namespace {

ThemeRequest theme(bool dark, bool forced, Color accent = 0, Color background = 0,
                   Color surface = 0, Color text = 0) {
  ThemeRequest t;
  t.dark = dark;
  t.forced_colors = forced;
  t.accent = accent;
  t.background = background;
  t.surface = surface;
  t.text = text;
  return t;
}

} // namespace

TEST_CASE("every text in the picture keeps 4.5:1 on what lies under it, in every look") {
  Headless h;
  h.set_state(R"({"depth_mm": 1.5, "ice": true, "tone": 8})");
  h.open_everything();
  const std::vector<ThemeRequest> looks{
      theme(false, false),
      theme(true, false),
      theme(false, true, hex(0x0000EE), hex(0xFFFFFF), hex(0xFFFFFF), hex(0x000000)),
      theme(true, true, hex(0xFFFF00), hex(0x000000), hex(0x000000), hex(0xFFFFFF)),
      theme(false, false, hex(0xFFE45C)),    // a yellow brand
      theme(true, false, hex(0x102A43)),     // a navy brand, at night
      theme(false, false, 0, hex(0x1B3A4B)), // a dark page, nothing else said
      theme(true, false, 0, hex(0xFAF3DD)),  // a light page, at night
      theme(false, false, 0, hex(0x808080)), // neither
      theme(false, false, hex(0xFF6B6B), hex(0x222222), hex(0x2D2D2D)),
      theme(false, false, hex(0x777777), hex(0x777777), hex(0x777777), hex(0x777777)),
  };
  for (std::size_t i = 0; i < looks.size(); ++i) {
    INFO("look " << i);
    h.theme = looks[i];
    h.width = i % 2 == 0 ? 390 : 1100;
    h.frame();
    check_texts_readable(h);
  }
}

TEST_CASE("what lies under the pointer keeps its text readable") {
  Headless h;
  h.resize(1100);
  for (const bool dark : {false, true}) {
    h.theme.dark = dark;
    h.frame();
    const std::vector<SemanticNode> nodes = h.nodes();
    for (const SemanticNode &n : nodes) {
      if (n.role != Role::radio && n.role != Role::button) continue;
      if (n.parent == h.node(Role::radio_group, h.label(Field::tone)).id) continue; // no text
      h.step(PointerKind::move, Headless::center(n.rect));
      INFO(told(n) << std::string(dark ? " at night" : " by day"));
      const std::vector<Triangle> picture = h.triangles();
      for (const DrawnText &t : h.texts()) {
        const Point c = Headless::center(t.rect);
        if (!n.rect.contains(c.x, c.y)) continue;
        const Color ground = painted(picture, 0, t.order, c.x, c.y, h.out.background);
        CHECK(contrast(t.color, ground) >= 4.5);
      }
    }
  }
}

TEST_CASE("nothing is told by color alone") {
  Headless h;
  // What is chosen is drawn bolder or in another shape: the picture differs without its colors.
  auto shapes = [&] {
    std::vector<float> all;
    for (const Triangle &t : h.triangles())
      for (const Corner &c : t.corner) {
        all.push_back(c.x);
        all.push_back(c.y);
      }
    return all;
  };
  const auto before = shapes();
  h.ask(ControlEvent::press, h.toggle(Field::darkens_easily).id);
  CHECK(shapes() != before);
  h.set_state(R"({"darkens_easily": false})");
  CHECK(shapes() == before);
  h.set_state(R"({"tone": 3})");
  const auto third = shapes();
  h.set_state(R"({"tone": 4})");
  CHECK(shapes() != third);
  // Hours gained and hours lost: never the same text in two colors.
  std::map<std::string, std::set<Color>> colors;
  for (const DrawnText &t : h.texts())
    if (t.text.size() > 2 && t.text.substr(t.text.size() - 2) == " h")
      colors[t.text].insert(t.color);
  CHECK(colors.size() >= 2);
  for (const auto &entry : colors) {
    INFO("'" << entry.first << "'");
    CHECK(entry.second.size() == 1);
  }
}

} // namespace rt::test
