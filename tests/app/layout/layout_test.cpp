// Where things stand in the picture.

#include "app/all_views.h"
#include "support/headless.h"

#include <algorithm>
#include <functional>

namespace rt::test {

namespace {

// The letters alone, without the room for soft edges that is kept around them.
Rect letters(const DrawnText &t) { return t.rect.inset(2); }

// What an eye sees: nothing of it may leave the page.
void check_inside(const Headless &h) {
  const float most = h.width + 1, lowest = h.out.height + 1;
  for (const DrawnText &t : h.texts())
    if (const Rect r = letters(t); r.x < 0 || r.right() > most || r.y < 0 || r.bottom() > lowest)
      FAIL_CHECK("'" << t.text << "' at " << told(t.rect) << " leaves the page");
  std::size_t outside = 0;
  for (const Triangle &t : h.triangles())
    for (const Corner &c : t.corner) {
      if (t.text || c.color >> 24 == 0) continue; // a soft edge fades into nothing
      outside += c.x < -1 || c.x > most || c.y < -1 || c.y > lowest ? 1 : 0;
    }
  CHECK(outside == 0);
}

void check_texts_apart(const Headless &h) {
  const std::vector<DrawnText> all = h.texts();
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t k = i + 1; k < all.size(); ++k) {
      const Rect a = letters(all[i]), b = letters(all[k]);
      if (a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom())
        FAIL_CHECK("'" << all[i].text << "' at " << told(a) << " and '" << all[k].text << "' at "
                       << told(b) << " are written over each other");
    }
}

void check_nothing_covered(const Headless &h) {
  const std::vector<Triangle> picture = h.triangles();
  for (const DrawnText &t : h.texts()) {
    int covered = 0;
    for (const float part : {0.1f, 0.3f, 0.5f, 0.7f, 0.9f}) {
      int hits = 0;
      painted(picture, t.order, picture.size(), t.rect.x + t.rect.w * part, t.rect.y + t.rect.h / 2,
              0, &hits);
      covered += hits > 0 ? 1 : 0;
    }
    // The line of the chosen day may cross a word.
    if (covered > 1) FAIL_CHECK("'" << t.text << "' at " << told(t.rect) << " is covered");
  }
}

bool near(float a, float b, float most) { return std::abs(a - b) <= most; }

} // namespace

TEST_CASE("nothing is drawn beyond the page, at any width and text size") {
  Headless h;
  at_every_size(h, {1, 1.3f, 2}, [&] { check_inside(h); });
}

TEST_CASE("no text is written over another or covered") {
  Headless h;
  at_every_size(h, {1, 1.3f}, [&] {
    check_texts_apart(h);
    check_nothing_covered(h);
  });
  for (const std::string day : {"0", "0.25", "2", "5", "14"}) {
    h.set_state(R"({"treated_at": "2026-09-23T12:00", "day": )" + day + "}");
    for (const float width : {320.0f, 1100.0f}) {
      h.resize(width);
      INFO("day " << day << ", width " << width);
      check_texts_apart(h);
    }
  }
}

TEST_CASE(
    "a text that is wider than its room is cut with an ellipsis or broken, never drawn over") {
  Headless h;
  h.host.advance_em = 0.62f; // a wide font
  h.app.glyph_cache().forget();
  for (const float width : {320.0f, 390.0f, 860.0f, 1100.0f}) {
    h.resize(width);
    INFO("width " << width);
    check_inside(h);
    check_texts_apart(h);
  }
}

TEST_CASE("every text of the picture was set by the host, at every size and after a new font") {
  Headless h;
  auto check_set = [&] {
    std::size_t holes = 0;
    for (const DrawnText &t : h.texts()) holes += t.text.empty() ? 1 : 0;
    CHECK(holes == 0);
  };
  check_set();
  for (const float ratio : {1.0f, 1.5f, 2.0f, 3.0f}) {
    h.ratio = ratio;
    h.frame();
    INFO("pixel ratio " << ratio);
    check_set();
  }
  h.ratio = 1;
  at_every_size(h, {1, 1.3f, 2}, check_set);
}

TEST_CASE("from right to left the page is the mirror of the page from left to right") {
  Headless left, right(right_to_left());
  for (const float width : {320.0f, 390.0f, 700.0f, 1100.0f}) {
    left.resize(width);
    right.resize(width);
    INFO("width " << width);
    REQUIRE(left.nodes().size() == right.nodes().size());
    for (const SemanticNode &n : left.nodes()) {
      // − and + change places with the direction of the track, so they are told by their ids.
      const SemanticNode mirrored = right.node(n.id);
      CHECK(mirrored.label == n.label);
      CHECK(mirrored.value_text == n.value_text);
      if (n.rect == Rect{}) continue;
      if (!near(mirrored.rect.right(), width - n.rect.x, 1.5f) ||
          !near(mirrored.rect.y, n.rect.y, 0.1f) || !near(mirrored.rect.w, n.rect.w, 1.5f))
        FAIL_CHECK(told(n) << " is not mirrored by " << told(mirrored.rect));
    }
  }
}

TEST_CASE("in the other views nothing leaves the page or meets, and right to left mirrors it") {
  Headless left, right(right_to_left());
  for (const std::string view : {"results", "plan", "care", "about"}) {
    const std::string state = R"({"device": "rf", "prp": true, "anti_inflammatory": true, "day": 3,
      "treated_at": "2026-09-23T12:00", "event_on": "2026-10-20T18:00", "sessions": 6, "view": ")" +
                              view + "\"}";
    for (Headless *h : {&left, &right}) {
      h->set_state(state);
      h->open_everything(); // of About the titles, of Care the reasons
    }
    for (const float scale : {1.0f, 1.6f, 2.0f})
      for (const float width : {320.0f, 390.0f, 1100.0f}) {
        INFO(view << ", width " << width << ", text x " << scale);
        for (Headless *h : {&left, &right}) {
          h->theme.text_scale = scale;
          h->resize(width);
          check_inside(*h);
        }
        check_texts_apart(left);
        check_nothing_covered(left);
        REQUIRE(left.nodes().size() == right.nodes().size());
        for (const SemanticNode &n : left.nodes()) {
          const SemanticNode mirrored = right.node(n.id);
          if (n.rect == Rect{}) continue;
          if (!near(mirrored.rect.right(), width - n.rect.x, 1.5f) ||
              !near(mirrored.rect.y, n.rect.y, 0.1f))
            FAIL_CHECK(told(n) << " is not mirrored by " << told(mirrored.rect));
          if (n.role == Role::button || n.role == Role::radio) CHECK(n.rect.h >= 43.9f);
        }
      }
  }
}

TEST_CASE("from right to left every text stands where its mirror image stood") {
  Headless left, right(right_to_left());
  for (const float width : {390.0f, 1100.0f}) {
    left.resize(width);
    right.resize(width);
    INFO("width " << width);
    const std::vector<DrawnText> mirrored = right.texts();
    for (const DrawnText &t : left.texts()) {
      const bool found = std::any_of(mirrored.begin(), mirrored.end(), [&](const DrawnText &m) {
        return m.text == t.text && near(m.rect.right(), width - t.rect.x, 2.5f) &&
               near(m.rect.y, t.rect.y, 2.5f);
      });
      if (!found) FAIL_CHECK("no mirror image of '" << t.text << "' at " << told(t.rect));
    }
  }
}

TEST_CASE("from right to left the first option is the rightmost and a slider starts at the right") {
  Headless h(right_to_left());
  CHECK(h.option(Field::device, 0).rect.x > h.option(Field::device, 1).rect.x);
  CHECK(h.option(Field::device, 1).rect.x > h.option(Field::device, 2).rect.x);

  const SemanticNode depth = h.slider(Field::depth_mm);
  CHECK(h.seek(node_id("less", depth.id))->rect.x > depth.rect.x);
  CHECK(h.seek(node_id("more", depth.id))->rect.x < depth.rect.x);
  h.drag(depth, 0.5f, 0.01f);
  CHECK(h.value(Field::depth_mm) == 3);
  h.drag(h.slider(Field::depth_mm), 0.01f, 0.99f);
  CHECK(h.value(Field::depth_mm) == 0.25);

  h.drag(h.slider(Field::day), 0.5f, 0.99f);
  CHECK(h.value(Field::day) == doctest::Approx(0).epsilon(0.05));
  h.drag(h.slider(Field::day), 0.99f, 0.01f);
  CHECK(h.value(Field::day) == doctest::Approx(14).epsilon(0.05));
}

TEST_CASE("the parts of a page begin and end on one line") {
  Headless h;
  for (const float width : {320.0f, 390.0f}) { // one column
    h.resize(width);
    INFO("width " << width);
    const SemanticNode milestone = h.node(
        node_id("milestone0", h.node(Role::list, h.app.content().word(Word::when_can_i)).id));
    for (const Word title : {Word::when_can_i, Word::two_weeks, Word::more_for_you}) {
      const SemanticNode heading = h.node(Role::heading, h.app.content().word(title));
      CHECK(heading.rect.x == milestone.rect.x);
      CHECK(heading.rect.right() == doctest::Approx(milestone.rect.right()));
    }
    const SemanticNode call = h.node(Role::button, h.app.content().word(Word::call_title));
    CHECK(call.rect.x == milestone.rect.x + 4); // within its ground
  }
}

TEST_CASE("four sizes of letters and two weights, in every view") {
  Headless h;
  for (const float width : {320.0f, 1280.0f}) {
    h.resize(width);
    at_every_view(h, [] {});
  }
  for (const auto &set : h.host.set) {
    // The sign of an explanation is drawn by the letter i; the answer shrinks to stay on one line.
    const bool answer = set.size_px >= 24 && set.size_px <= 32;
    const bool text = set.size_px == 14 || set.size_px == 16 || set.size_px == 20;
    if (!answer && !text && set.text != "i")
      FAIL_CHECK("'" << set.text << "' in letters of " << set.size_px);
  }
}

TEST_CASE("titles are told whole, over as many lines as they need") {
  Headless h(file_text("de.json"));
  const auto without_spaces = [](std::string text) {
    text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
    return text;
  };
  std::size_t titles = 0;
  for (const float width : {320.0f, 390.0f}) {
    h.resize(width);
    at_every_view(h, [&] {
      const std::vector<DrawnText> texts = h.texts();
      for (const SemanticNode &n : h.nodes()) {
        if (n.role != Role::heading || n.rect == Rect{}) continue;
        std::string drawn;
        for (const DrawnText &t : texts)
          if (n.rect.contains(t.rect.x + t.rect.w / 2, t.rect.y + t.rect.h / 2)) drawn += t.text;
        CHECK(without_spaces(drawn) == without_spaces(n.label));
        ++titles;
      }
    });
  }
  CHECK(titles > 100);
}

TEST_CASE("on one column the call stands right below the first block of each view") {
  Headless h(words_text(), {}, model_text(), false);
  for (const float width : {320.0f, 390.0f}) {
    h.resize(width);
    for (const std::string &view : view_keys()) {
      h.set_state("{\"view\": \"" + view + "\"}");
      INFO(view << " at " << width);
      const Rect call = h.node(Role::button, h.app.content().word(Word::call_title)).rect;
      CHECK(call.bottom() <= 844);
      // What is told comes first.
      CHECK(std::any_of(h.nodes().begin(), h.nodes().end(), [&](const SemanticNode &n) {
        return n.role == Role::heading && n.rect != Rect{} && n.rect.bottom() < call.y;
      }));
    }
  }
}

} // namespace rt::test
