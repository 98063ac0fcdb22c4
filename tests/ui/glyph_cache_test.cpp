// Text by the host, one string a glyph: measured once, set once, never missing from the picture.

#include "support/screen.h"

#include <doctest/doctest.h>

#include <functional>
#include <string>

namespace rt::test {

namespace {

// A context of Dear ImGui with nothing but a glyph_cache in it.
class Bench {
public:
  Bench() : context_(ImGui::CreateContext()), set(host), screen(host, set) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO &io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendFlags |=
        ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
    set.add_fonts();
  }
  ~Bench() {
    ImGui::SetCurrentContext(context_);
    for (ImTextureData *texture : ImGui::GetPlatformIO().Textures) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGui::DestroyContext(context_);
  }

  // Drawn again, as App does, where the texture was outgrown while something was drawn.
  void frame(const std::function<void(ImDrawList &)> &paint) {
    ImGui::GetIO().DisplaySize = ImVec2(2000, 2000);
    set.begin_frame();
    const ImTextureData *texture = nullptr;
    for (passes = 0; passes == 0 || texture != ImGui::GetIO().Fonts->TexData; ++passes) {
      texture = ImGui::GetIO().Fonts->TexData;
      ImGui::NewFrame();
      paint(*ImGui::GetBackgroundDrawList());
      ImGui::Render();
    }
    screen.honor_textures(*ImGui::GetDrawData());
  }
  int passes = 0; // of the last frame
  // One line below the other.
  void lines(const std::vector<std::string> &texts, int size_px = 16) {
    frame([&](ImDrawList &list) {
      float y = 20;
      for (const std::string &text : texts)
        set.draw(list, text, Weight::regular, size_px, 10, y += 20, 0xFFFFFFFF);
    });
  }
  std::vector<std::string> drawn() const {
    std::vector<std::string> all;
    for (const DrawnText &t : screen.texts(*ImGui::GetDrawData(), 1)) all.push_back(t.text);
    return all;
  }

private:
  ImGuiContext *context_;

public:
  FakeHost host;
  GlyphCache set;
  Screen screen;
};

std::vector<std::string> numbered(const std::string &name, int from, int to) {
  std::vector<std::string> all;
  for (int i = from; i < to; ++i) all.push_back(name + " " + std::to_string(i));
  return all;
}

} // namespace

TEST_CASE("a text is measured and set once for each size and weight, however often it is drawn") {
  Bench b;
  b.lines({"Needle depth", "Passes", "Needle depth"});
  CHECK(b.drawn() == std::vector<std::string>{"Needle depth", "Passes", "Needle depth"});
  CHECK(b.host.set.size() == 2);
  const std::size_t measured = b.host.measured;
  for (int i = 0; i < 3; ++i) b.lines({"Needle depth", "Passes"});
  CHECK(b.host.set.size() == 2);
  CHECK(b.host.measured == measured);
  b.lines({"Passes"}, 32);
  CHECK(b.host.set.size() == 3);
  CHECK(b.host.set.back().size_px == 32);
  b.frame(
      [&](ImDrawList &list) { b.set.draw(list, "Passes", Weight::bold, 16, 0, 20, 0xFFFFFFFF); });
  CHECK(b.host.set.size() == 4);
  CHECK(b.host.set.back().weight == Weight::bold);
}

TEST_CASE("a text is set whole, with room for its ink around the pen") {
  Bench b;
  const std::string arabic = "احمرار الجلد";
  b.lines({arabic});
  REQUIRE(b.host.set.size() == 1);
  const SetText &s = b.host.set[0];
  CHECK(s.text == arabic);
  const TextExtents ink = b.host.measure(arabic, Weight::regular, 16);
  CHECK(static_cast<float>(s.place.width) >= ink.left + ink.right + 2);
  CHECK(static_cast<float>(s.place.height) >= ink.ascent + ink.descent + 2);
  CHECK(s.place.pen_x >= ink.left + 1);
  CHECK(s.place.baseline >= ink.ascent + 1);
  CHECK(b.set.advance(arabic, Weight::regular, 16) == ink.advance);
}

TEST_CASE("a text stands on whole pixels, with its baseline where it was asked for") {
  Bench b;
  b.frame([&](ImDrawList &list) {
    b.set.draw(list, "Pores", Weight::regular, 20, 10.4f, 99.6f, 0xFF102030);
  });
  const std::vector<DrawnText> drawn = b.screen.texts(*ImGui::GetDrawData(), 1);
  REQUIRE(drawn.size() == 1);
  CHECK(drawn[0].color == 0xFF102030);
  const SetText &s = b.host.set[0];
  CHECK(drawn[0].rect.x == 10 - s.place.pen_x);
  CHECK(drawn[0].rect.y == 100 - s.place.baseline);
  CHECK(drawn[0].rect.w == static_cast<float>(s.place.width));
}

TEST_CASE("what is empty or has no ink is not set") {
  Bench b;
  b.frame([&](ImDrawList &list) {
    b.set.draw(list, "", Weight::regular, 16, 0, 20, 0xFFFFFFFF);
    b.set.draw(list, "clear", Weight::regular, 16, 0, 20, 0x00FFFFFF);
  });
  CHECK(b.host.set.empty());
  CHECK(b.set.advance("", Weight::regular, 16) == 0);
}

TEST_CASE("after a font has changed all text is measured and set anew") {
  Bench b;
  b.lines({"Redness", "Swelling"});
  const float before = b.set.advance("Redness", Weight::regular, 16);
  b.host.advance_em = 0.8f;
  CHECK(b.set.advance("Redness", Weight::regular, 16) == before);
  b.set.forget();
  b.lines({"Redness", "Swelling"});
  CHECK(b.set.advance("Redness", Weight::regular, 16) > before);
  CHECK(b.host.set.size() == 4);
  CHECK(b.drawn() == std::vector<std::string>{"Redness", "Swelling"});
}

TEST_CASE("all texts are set again when the textures are made anew") {
  Bench b;
  b.lines({"Redness", "Swelling"});
  b.lines({"Bruising"});
  b.host.set.clear();
  b.screen.everything_anew(*ImGui::GetDrawData());
  CHECK(b.host.set.size() == 3);
  CHECK(b.drawn() == std::vector<std::string>{"Bruising"});
  b.lines({"Swelling", "Pores"});
  CHECK(b.host.set.size() == 4); // only the new one
  CHECK(b.drawn() == std::vector<std::string>{"Swelling", "Pores"});
}

TEST_CASE("texts that outgrow the texture are complete once they have been drawn again") {
  Bench b;
  b.lines({"small"});
  const std::vector<std::string> many = numbered("a line of some length, as in a paragraph", 0, 80);
  b.lines(many, 30);
  CHECK(b.passes > 1);
  CHECK(b.passes < 5);
  CHECK(b.drawn() == many);
}

TEST_CASE("thousands of texts are forgotten in time, and those in the picture are complete") {
  Bench b;
  for (int i = 0; i < 45; ++i) {
    std::vector<std::string> texts = numbered("text", i * 100, i * 100 + 100);
    texts.push_back("always there");
    b.lines(texts);
    if (b.drawn() != texts) FAIL("incomplete after " << i * 100 << " texts");
  }
  std::size_t again = 0;
  for (const SetText &s : b.host.set) again += s.text == "always there" ? 1 : 0;
  CHECK(again >= 2);
  // The texture has not grown with all of them.
  CHECK(ImGui::GetIO().Fonts->TexData->Height <= 4096);
}

} // namespace rt::test
