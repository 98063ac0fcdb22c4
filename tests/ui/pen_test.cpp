// Drawing and text in CSS pixels.

#include "support/screen.h"
#include "ui/draw/pen.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>

namespace rt::test {

namespace {

class Paper {
public:
  explicit Paper(float ratio = 1, bool right_to_left = false, bool dry = false)
      : context_(ImGui::CreateContext()), set_(host_), screen_(host_, set_), ratio_(ratio) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO &io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.DisplaySize = ImVec2(1000, 1000);
    set_.add_fonts();
    set_.begin_frame();
    ImGui::NewFrame();
    pen_.emplace(*ImGui::GetBackgroundDrawList(), set_, 1000 / ratio, ratio, 1.0f, right_to_left,
                 dry);
  }
  ~Paper() {
    ImGui::SetCurrentContext(context_);
    for (ImTextureData *texture : ImGui::GetPlatformIO().Textures) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGui::DestroyContext(context_);
  }
  Pen &pen() { return *pen_; }
  std::vector<DrawnText> texts() {
    finish();
    return screen_.texts(*ImGui::GetDrawData(), ratio_);
  }
  std::vector<Triangle> triangles() {
    finish();
    return screen_.triangles(*ImGui::GetDrawData(), ratio_);
  }

private:
  void finish() {
    if (finished_) return;
    finished_ = true;
    ImGui::Render();
    screen_.honor_textures(*ImGui::GetDrawData());
  }
  ImGuiContext *context_;
  FakeHost host_;
  GlyphCache set_;
  Screen screen_;
  std::optional<Pen> pen_;
  float ratio_;
  bool finished_ = false;
};

const TextStyle kBody{16, Weight::regular, rgba(0, 0, 0)};

std::string joined(const std::vector<DrawnText> &texts) {
  std::string all;
  for (const DrawnText &t : texts) all += (all.empty() ? "" : "|") + t.text;
  return all;
}

} // namespace

TEST_CASE("a paragraph breaks at spaces and uses the height it says") {
  Paper p;
  const std::string text = "It does not know you and does not predict your own result.";
  const Rect box{10, 20, 120, 0};
  const float measured = p.pen().paragraph(text, box, kBody, false);
  const float used = p.pen().paragraph(text, box, kBody);
  CHECK(used == measured);
  const std::vector<DrawnText> lines = p.texts();
  CHECK(used == p.pen().line_height(kBody) * static_cast<float>(lines.size()));
  CHECK(lines.size() > 2);
  std::string whole;
  for (const DrawnText &line : lines) {
    whole += (whole.empty() ? "" : " ") + line.text;
    CHECK(line.rect.x >= 8);
    CHECK(line.rect.right() <= box.right() + 2);
    CHECK(line.rect.bottom() <= 20 + used);
  }
  CHECK(whole == text);
}

TEST_CASE("bold parts of a paragraph lose their marks and keep to their commas") {
  Paper p;
  p.pen().paragraph("**8 in 10 people**, or **more**", {0, 0, 500, 0}, kBody);
  CHECK(joined(p.texts()) == "8 in 10 people|, or|more");
  CHECK(without_marks("**8 in 10 people**, or **more**") == "8 in 10 people, or more");
  CHECK(without_marks("a * b") == "a * b");

  Paper narrow;
  narrow.pen().paragraph("now **many words**, then", {0, 0, 70, 0}, kBody);
  for (const DrawnText &t : narrow.texts()) CHECK(t.text[0] != ' ');
}

TEST_CASE(
    "a long word breaks behind its hyphen and, where even that is too wide, between letters") {
  Paper p;
  p.pen().paragraph("Anti-inflammatory drugs", {0, 0, 110, 0}, kBody);
  CHECK(joined(p.texts()) == "Anti-|inflammatory|drugs");
  Paper narrow;
  const float used = narrow.pen().paragraph("a -5 schön", {0, 0, 24, 0}, kBody);
  CHECK(joined(narrow.texts()) == "a|-5|sch|ön");
  CHECK(used == 4 * narrow.pen().line_height(kBody));
  Paper none;
  none.pen().paragraph("ön", {0, 0, 0, 0}, kBody);
  CHECK(joined(none.texts()) == "ö|n");
}

TEST_CASE("a text that does not fit is cut at a character, with an ellipsis") {
  Paper p;
  CHECK(p.pen().fitted("Redness", 500, kBody) == "Redness");
  for (const std::string text : {"Redness of the skin", "Rötungén üben ß", "احمرار الجلد",
                                 "皮膚の赤み", "👍🏽👍🏽👍🏽👍🏽👍🏽"}) {
    for (float width = 0; width < 150; width += 7) {
      const std::string cut = p.pen().fitted(text, width, kBody);
      INFO(text << " in " << width << ": " << cut);
      if (cut == text) continue;
      REQUIRE(cut.size() >= 3);
      CHECK(cut.substr(cut.size() - 3) == "…");
      const std::string kept = cut.substr(0, cut.size() - 3);
      CHECK(text.substr(0, kept.size()) == kept);
      // Whole characters: the next byte starts a new one.
      CHECK((static_cast<unsigned char>(text[kept.size()]) & 0xC0) != 0x80);
      if (!kept.empty()) CHECK(p.pen().width(cut, kBody) <= width);
    }
  }
}

// The page is 1000 px wide.
TEST_CASE("text starts at the left, or at the right where reading starts there") {
  for (const bool rtl : {false, true}) {
    Paper p(1, rtl);
    p.pen().text("start", {100, 0, 300, 20}, kBody);
    p.pen().text("end", {100, 20, 300, 20}, kBody, Align::end);
    p.pen().text("middle", {100, 40, 300, 20}, kBody, Align::center);
    const std::vector<DrawnText> texts = p.texts();
    REQUIRE(texts.size() == 3);
    const float left = texts[0].rect.x + 1, right = texts[0].rect.right() - 1;
    if (rtl)
      CHECK(right == doctest::Approx(900).epsilon(0.01));
    else
      CHECK(left == doctest::Approx(100).epsilon(0.01));
    if (rtl)
      CHECK(texts[1].rect.x == doctest::Approx(600).epsilon(0.01));
    else
      CHECK(texts[1].rect.right() == doctest::Approx(400).epsilon(0.01));
    CHECK(texts[2].rect.x + texts[2].rect.w / 2 == doctest::Approx(rtl ? 750 : 250).epsilon(0.01));
  }
}

TEST_CASE("from right to left every shape is the mirror image, but for signs and letters") {
  const auto extent = [](Paper &p) {
    float left = 1e9f, right = -1e9f;
    for (const Triangle &t : p.triangles())
      for (const Corner &c : t.corner)
        if (!t.text && c.color >> 24 != 0) left = std::min(left, c.x), right = std::max(right, c.x);
    return std::pair{left, right};
  };
  const std::array<Point, 3> bent{{{10, 10}, {30, 50}, {90, 10}}},
      below{{{10, 60}, {30, 60}, {90, 60}}};
  const Color ink = rgba(1, 2, 3);
  static constexpr Rect kBox{10, 0, 80, 20};
  static constexpr Point kMiddle{50, 50}, kFrom{10, 5}, kTo{90, 5};
  const std::array<void (*)(Pen &, std::span<const Point>, std::span<const Point>, Color), 7>
      shapes{[](Pen &pen, auto, auto, Color c) { pen.fill(kBox, c, 4); },
             [](Pen &pen, auto, auto, Color c) { pen.outline(kBox, c, 4); },
             [](Pen &pen, auto, auto, Color c) { pen.circle(kMiddle, 40, c); },
             [](Pen &pen, auto, auto, Color c) { pen.ring(kMiddle, 40, c, 2); },
             [](Pen &pen, auto, auto, Color c) { pen.line(kFrom, kTo, c, 2); },
             [](Pen &pen, auto points, auto, Color c) { pen.polyline(points, c, 2); },
             [](Pen &pen, auto tops, auto bottoms, Color c) { pen.area(tops, bottoms, c); }};
  for (const auto shape : shapes) {
    const auto drawn = [&](bool rtl) {
      Paper p(1, rtl);
      shape(p.pen(), bent, below, ink);
      return extent(p);
    };
    const auto [l0, l1] = drawn(false);
    const auto [r0, r1] = drawn(true);
    CHECK(r0 == doctest::Approx(1000 - l1).epsilon(0.01));
    CHECK(r1 == doctest::Approx(1000 - l0).epsilon(0.01));
  }
  for (const bool rtl : {false, true}) { // a check mark leans to its right in every language
    Paper p(1, rtl);
    constexpr std::array<Point, 3> kCheck{{{-5, 0}, {-1, 4}, {50, -5}}};
    p.pen().sign({100, 100}, kCheck, ink, 2);
    const auto [a, b] = extent(p);
    const float center = rtl ? 900 : 100;
    CHECK(b - center > 45);
    CHECK(center - a < 10);
  }
}

TEST_CASE("edges and hairlines lie on whole device pixels at any ratio") {
  for (const float ratio : {1.0f, 1.25f, 1.5f, 2.0f, 3.0f}) {
    INFO("ratio " << ratio);
    Paper p(ratio);
    p.pen().fill({10.3f, 7.7f, 33.1f, 9.9f}, rgba(1, 2, 3));
    p.pen().line({10.3f, 50.2f}, {90.7f, 50.2f}, rgba(1, 2, 3), 1);
    p.pen().line({20.6f, 5}, {20.6f, 60.1f}, rgba(1, 2, 3), 1);
    for (const Triangle &t : p.triangles())
      for (const Corner &c : t.corner) {
        CHECK(std::abs(c.x * ratio - std::round(c.x * ratio)) < 1e-3);
        CHECK(std::abs(c.y * ratio - std::round(c.y * ratio)) < 1e-3);
      }
  }
}

TEST_CASE("an area fills what lies between two curves") {
  Paper p;
  const std::vector<Point> tops{{0, 10}, {50, 20}, {100, 10}},
      bottoms{{0, 40}, {50, 40}, {100, 40}};
  p.pen().area(tops, bottoms, rgba(200, 0, 0));
  p.pen().area(tops, {}, rgba(0, 200, 0)); // not of one length: nothing
  const std::vector<Triangle> picture = p.triangles();
  auto at = [&](float x, float y) {
    return painted(picture, 0, picture.size(), x, y, rgba(255, 255, 255));
  };
  CHECK(at(50, 30) == rgba(200, 0, 0));
  CHECK(at(10, 20) == rgba(200, 0, 0));
  CHECK(at(50, 15) == rgba(255, 255, 255));
  CHECK(at(50, 45) == rgba(255, 255, 255));
}

TEST_CASE("a card's ground lies under what was drawn before it") {
  Paper p;
  p.pen().begin();
  p.pen().fill({20, 20, 10, 10}, rgba(0, 0, 200));
  p.pen().card({10, 10, 50, 50}, rgba(250, 250, 250), rgba(100, 100, 100), 8);
  p.pen().end();
  const std::vector<Triangle> picture = p.triangles();
  auto at = [&](float x, float y) {
    return painted(picture, 0, picture.size(), x, y, rgba(255, 255, 255));
  };
  CHECK(at(25, 25) == rgba(0, 0, 200));
  CHECK(at(45, 45) == rgba(250, 250, 250));
  CHECK(at(30, 10.5f) == rgba(100, 100, 100));
}

TEST_CASE("a dry pen leaves nothing on the page and measures as a wet one does") {
  const std::string text = "A paragraph with **bold** words, long enough for more than one line.";
  const TextStyle style{16, Weight::regular, rgba(0, 0, 0)};
  const std::array<Point, 2> line{Point{10, 10}, Point{40, 60}};
  const std::array<Point, 2> under{Point{10, 90}, Point{40, 95}};
  std::vector<float> measured;
  for (const bool dry : {false, true}) {
    Paper paper(1, false, dry);
    Pen &pen = paper.pen();
    measured.push_back(pen.paragraph(text, {0, 0, 120, 0}, style));
    measured.push_back(pen.width(text, style));
    pen.text(text, {0, 100, 500, 20}, style);
    pen.fill({0, 0, 10, 10}, style.color);
    pen.outline({0, 0, 10, 10}, style.color, 3);
    pen.image({0, 0, 10, 10}, 1);
    pen.circle({20, 20}, 5, style.color);
    pen.ring({20, 20}, 5, style.color, 1);
    pen.line({0, 0}, {5, 9}, style.color, 1);
    pen.dashed_vertical(5, 0, 50, style.color);
    pen.polyline(line, style.color, 2);
    pen.sign({50, 50}, line, style.color, 2);
    pen.area(line, under, style.color);
    CHECK(paper.triangles().empty() == dry);
  }
  CHECK(measured[0] == measured[2]);
  CHECK(measured[1] == measured[3]);
}

} // namespace rt::test
