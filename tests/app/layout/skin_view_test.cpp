// The illustration of the skin: its patches, labels, words and switches.
#include "model/skin/skin_color.h"
#include "support/headless.h"

#include <algorithm>
#include <set>

namespace rt::test {

namespace {

std::vector<SemanticNode> swatches(const Headless &h) {
  std::vector<SemanticNode> found;
  for (const SemanticNode &n : h.nodes())
    if (n.role == Role::swatch) found.push_back(n);
  return found;
}

std::set<std::uint32_t> images(const Headless &h) {
  std::set<std::uint32_t> found;
  for (const Triangle &t : h.triangles())
    if (t.image != 0) found.insert(t.image);
  return found;
}

std::size_t times_drawn(const Headless &h, std::string_view text) {
  const std::vector<DrawnText> all = h.texts();
  return static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [&](const DrawnText &t) { return t.text == text; }));
}

const std::string &word(const Headless &h, Word w) { return h.app.content().word(w); }

constexpr std::size_t kMelanin = 1, kRestingBlood = 2, kRedness = 3, kOutline = 18;

} // namespace

TEST_CASE("three patches show the milder, the typical and the stronger course, at any width") {
  Headless h;
  h.set_state(R"({"tone": 4, "day": 1})");
  for (const float width : {320.0f, 390.0f, 1100.0f}) {
    h.resize(width);
    REQUIRE(h.app.skin_pictures().size() == 3);
    CHECK(images(h).size() == 3);
    CHECK(swatches(h).size() == 3);
    const auto red = [&](std::size_t i) { return h.app.skin_pictures()[i].numbers[kRedness]; };
    CHECK(red(0) < red(1));
    CHECK(red(1) < red(2));
  }
}

TEST_CASE("the label and the scale bar stand on the picture at any width and text size") {
  Headless h;
  at_every_size(h, {1, 2}, [&] {
    std::size_t labels = 0;
    for (const DrawnText &t : h.texts())
      labels += t.text.starts_with(word(h, Word::illustration).substr(0, 3)) ? 1 : 0;
    CHECK(labels >= 1);
    CHECK(times_drawn(h, "5 mm") == 1);
  });
}

TEST_CASE("every course is told in words and in the color that the model gives it") {
  Headless h;
  for (int tone = 1; tone <= 10; ++tone) {
    h.set_state(R"({"day": 1, "depth_mm": 1.5, "tone": )" + std::to_string(tone) + "}");
    const std::vector<SemanticNode> all = swatches(h);
    REQUIRE(all.size() == 3);
    const Quantiles now = severity_at(h.app.results().projection, Sign::redness, 24);
    constexpr std::array<std::size_t, 3> kLevels3{kP10, kMedian, kP90};
    for (std::size_t i = 0; i < 3; ++i) {
      SkinState skin;
      skin.melanin_fraction = melanin_of_tone(tone);
      skin.redness = static_cast<double>(now[kLevels3[i]]);
      const Srgb8 want = to_srgb8(skin_reflect(skin), kSkinExposure);
      CHECK(all[i].color == rgba(want[0], want[1], want[2]));
      for (Sign s : {Sign::swelling, Sign::bruising, Sign::flaking})
        CHECK(all[i].value_text.find(
                  word(h, static_cast<Word>(static_cast<std::size_t>(Word::sign_redness) +
                                            static_cast<std::size_t>(s)))) != std::string::npos);
    }
    CHECK(all[0].value_text != all[2].value_text);
  }
}

TEST_CASE("only melanin and what the time courses know of the tone differ between tones") {
  Headless h;
  h.resize(1100);
  h.set_state(R"({"day": 0.5, "tone": 1})");
  const SkinPicture light = h.app.skin_pictures()[1];
  h.set_state(R"({"tone": 10})");
  const SkinPicture deep = h.app.skin_pictures()[1];
  CHECK(deep.numbers[kMelanin] > light.numbers[kMelanin]);
  for (const std::size_t i : {0u, 2u, 12u, 13u, 14u, 15u, 18u, 19u, 20u, 21u, 22u, 23u})
    CHECK(deep.numbers[i] == light.numbers[i]);
}

TEST_CASE("where deep skin hides the redness, words say so; where nothing is red they do not") {
  Headless h;
  const auto told = [&] {
    return std::any_of(h.nodes().begin(), h.nodes().end(), [&](const SemanticNode &n) {
      return n.value_text == word(h, Word::deep_tone);
    });
  };
  h.set_state(R"({"day": 1, "tone": 9})");
  CHECK(told());
  h.set_state(R"({"tone": 3})");
  CHECK_FALSE(told());
  h.set_state(R"({"tone": 9, "day": 14})");
  CHECK_FALSE(told());
}

TEST_CASE("undertone and overlay change what is drawn, no setting and no number of the model") {
  Headless h;
  h.set_state(R"({"tone": 5, "day": 1})");
  const std::string state = h.app.state_json(), projection = h.app.projection_json();
  const auto number = [&](std::size_t i) { return h.app.skin_pictures()[0].numbers[i]; };
  h.tap(h.node(Role::radio, word(h, Word::undertone_2)));
  const float rosy = number(kRestingBlood);
  h.tap(h.node(Role::radio, word(h, Word::undertone_0)));
  CHECK(number(kRestingBlood) < rosy);
  CHECK(number(kOutline) == 0);
  h.tap(h.node(Role::switch_, word(h, Word::skin_outline)));
  CHECK(number(kOutline) == 1);
  CHECK((h.node(Role::switch_, word(h, Word::skin_outline)).flags & kChecked) != 0);
  CHECK(h.app.state_json() == state);
  CHECK(h.app.projection_json() == projection);
}

TEST_CASE("patches have as many pixels as they take, at most 512 a side and two a CSS pixel") {
  Headless h;
  for (const float width : {280.0f, 390.0f, 1100.0f, 1400.0f})
    for (const float ratio : {1.0f, 1.5f, 2.0f, 4.0f}) {
      h.ratio = ratio;
      h.resize(width);
      const SemanticNode figure = h.node(Role::figure, word(h, Word::illustration));
      for (const SkinPicture &p : h.app.skin_pictures()) {
        CHECK(std::max(p.width, p.height) <= 512);
        CHECK(static_cast<float>(p.width) <= std::min(ratio, 2.0f) * figure.rect.w + 1);
        CHECK(static_cast<double>(p.numbers[0]) * p.width == doctest::Approx(kPatchSide_mm));
      }
      if (ratio == 1 && h.app.skin_pictures().size() == 1)
        CHECK(std::abs(static_cast<float>(h.app.skin_pictures()[0].width) - figure.rect.w) <= 1);
    }
}

} // namespace rt::test
