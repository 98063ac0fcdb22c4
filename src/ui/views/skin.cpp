#include "ui/views/skin.h"

#include "model/skin/skin_color.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/option_bar.h"
#include "ui/widgets/texts.h"
#include "ui/words/phrases.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {

namespace {

// The three courses: who has it mildest of ten, the middle one, who has it strongest of ten.
constexpr std::size_t kCourses = 3;
constexpr std::array<std::size_t, kCourses> kLevel{kP10, kMedian, kP90};
constexpr std::array<Word, kCourses> kCourseName{Word::milder, Word::typical, Word::stronger};

// The middle of the ten tones stands in where none was chosen.
constexpr int kMiddleTone = 5;
int tone_of(const Ui &ui) {
  return ui.state.factors.tone == 0 ? kMiddleTone : ui.state.factors.tone;
}

constexpr std::array<double, 3> kUndertone{0.009, optics::kRestingBlood, 0.026};

double severity(const Ui &ui, Sign sign, std::size_t course) {
  const Quantiles now = severity_at(ui.results.projection, sign, ui.state.day * 24);
  return static_cast<double>(now[kLevel[course]]);
}

// Dots and bruises are both escaped blood; the picture shows the stronger.
Sign shown_bruise(const Ui &ui, std::size_t course) {
  return severity(ui, Sign::marks, course) > severity(ui, Sign::bruising, course) ? Sign::marks
                                                                                  : Sign::bruising;
}

SkinPatch patch_of(const Ui &ui, std::size_t course) {
  SkinPatch patch;
  patch.melanin_fraction = melanin_of_tone(tone_of(ui));
  patch.undertone_blood = kUndertone[ui.memory.skin.undertone];
  patch.redness = severity(ui, Sign::redness, course);
  patch.swelling = severity(ui, Sign::swelling, course);
  patch.bruising = severity(ui, shown_bruise(ui, course), course);
  patch.tightness = severity(ui, Sign::tightness, course);
  patch.flaking = severity(ui, Sign::flaking, course);
  patch.pores = severity(ui, Sign::pores, course);
  patch.days = ui.state.day;
  patch.needles = needle_pattern(ui.state.factors);
  patch.outline = ui.memory.skin.outline;
  return patch;
}

// The patch's color without its texture: what stands for it where nothing can be drawn.
Color mean_color(const SkinPatch &patch) {
  SkinState skin;
  skin.melanin_fraction = patch.melanin_fraction;
  skin.undertone_blood = patch.undertone_blood;
  skin.redness = patch.redness;
  const Srgb8 c = to_srgb8(skin_reflect(skin), kSkinExposure);
  return rgba(c[0], c[1], c[2]);
}

// From the same numbers as the picture.
std::string words_of(const Ui &ui, std::size_t course) {
  const auto level = [&](Sign s) { return severity_word(ui, s, severity(ui, s, course)); };
  return fill(ui.word(Word::patch_text), {{"redness", level(Sign::redness)},
                                          {"swelling", level(Sign::swelling)},
                                          {"bruising", level(shown_bruise(ui, course))},
                                          {"flaking", level(Sign::flaking)}});
}

void describe_course(Ui &ui, std::size_t course, const SkinPatch &patch, const Rect &r) {
  SemanticNode &node = describe(ui, node_id("course" + std::to_string(course), ui.parent),
                                Role::swatch, r, ui.word(kCourseName[course]));
  node.value_text = words_of(ui, course);
  node.color = mean_color(patch);
}

// The texture's size: as many pixels as the patch takes, within what is worth its cost.
void draw_patch(Ui &ui, std::size_t course, const SkinPatch &patch, const Rect &r, float radius) {
  if (ui.pen.dry()) return;
  constexpr float kMostPixels = 512, kMostRatio = 2;
  const auto wide = static_cast<float>(ui.pen.pixels_wide(r)),
             high = static_cast<float>(ui.pen.pixels_high(r));
  const float less = std::min({1.0f, kMostRatio / ui.pen.pixel_ratio(),
                               kMostPixels / std::max(1.0f, std::max(wide, high))});
  const auto pixels = [&](float whole) {
    return static_cast<std::uint32_t>(std::max(1.0f, std::round(whole * less)));
  };
  SkinPicture picture{
      kFirstSkinTexture + static_cast<std::uint32_t>(course), pixels(wide), pixels(high), {}};
  picture.numbers = patch_numbers(patch, kPatchSide_mm / static_cast<double>(picture.width));
  // Below the image, for the moment in which there is no texture yet.
  ui.pen.fill(r, mean_color(patch), radius);
  ui.pen.image(r, picture.texture, radius);
  ui.skin_pictures.push_back(picture);
}

constexpr Color kTagGround = rgba(30, 20, 18, 176), kTagInk = rgba(255, 255, 255);
TextStyle tag_style() { return {14, Weight::bold, kTagInk, 1.3f}; }
float tag_height(const Ui &ui) { return std::round(22 * ui.pen.text_scale()); }

// "Illustration", at the picture's start and top; as wide as it may be.
void illustration_tag(Ui &ui, const Rect &r) {
  const TextStyle style = tag_style();
  const std::string text = ui.pen.fitted(ui.word(Word::illustration), r.w - 24, style);
  const float w = ui.pen.width(text, style) + 14, h = tag_height(ui);
  const Rect tag{r.x + 6, r.y + 6, w, h};
  ui.pen.fill(tag, kTagGround, 5);
  ui.pen.text(text, tag, style, Align::center);
}

// Five millimeters of skin with their name, the end of both at the end of `r`, which is as high as
// its text; `patch_w` is the width of a patch. Returns the width of both.
float scale_bar(Ui &ui, const Rect &r, float patch_w, const TextStyle &style) {
  constexpr float kBar_mm = 5;
  const std::string text = fill(ui.word(Word::unit_mm), {{"n", ui.host.number(kBar_mm, 0)}});
  const float bar_w = patch_w * kBar_mm / static_cast<float>(kPatchSide_mm);
  const float text_w = ui.pen.width(text, style), w = bar_w + 4 + text_w;
  const float x = r.right() - w, y = r.y + r.h / 2;
  ui.pen.line({x, y}, {x + bar_w, y}, style.color, 1.5f);
  for (float end : {x, x + bar_w}) ui.pen.line({end, y - 3}, {end, y + 3}, style.color, 1);
  ui.pen.text(text, {x + bar_w + 4, r.y, text_w, r.h}, style);
  return w;
}

// The same on the picture, at its end and bottom.
void scale_tag(Ui &ui, const Rect &r) {
  const TextStyle style = tag_style();
  const std::string text = fill(ui.word(Word::unit_mm), {{"n", ui.host.number(5, 0)}});
  const float h = tag_height(ui), w = r.w / 4 + 4 + ui.pen.width(text, style) + 14;
  const Rect tag{r.right() - w - 6, r.bottom() - h - 6, w, h};
  ui.pen.fill(tag, kTagGround, 5);
  scale_bar(ui, {tag.x + 7, tag.y, tag.w - 14, tag.h}, r.w, style);
}

float corner(const Ui &ui) { return std::min(8.0f, ui.theme.radius); }

constexpr float kBetween = 8; // patches
TextStyle caption_style(const Ui &ui) { return note_style(ui); }

} // namespace

void skin_patches(Flow &flow) {
  Ui &ui = flow.ui;
  const TextStyle style = caption_style(ui);
  const float line_h = ui.pen.line_height(style), caption_gap = 4;
  const float side = std::floor((flow.width() - 2 * kBetween) / kCourses);
  const float shown_h = std::min(side, 152.0f);
  Group figure(flow, "patches", Role::figure, ui.word(Word::illustration));
  figure.node().value_text = ui.word(Word::illustration_note);
  const Rect row = flow.row(shown_h + caption_gap + line_h);
  for (std::size_t course = 0; course < kCourses; ++course) {
    const Rect all{row.x + (side + kBetween) * static_cast<float>(course), row.y, side, row.h};
    const SkinPatch patch = patch_of(ui, course);
    draw_patch(ui, course, patch, {all.x, all.y, side, shown_h}, corner(ui));
    ui.pen.text(ui.pen.fitted(ui.word(kCourseName[course]), side, style),
                {all.x, all.bottom() - line_h, side, line_h}, style, Align::center);
    if (course + 1 == kCourses) scale_tag(ui, {all.x, all.y, side, shown_h});
    describe_course(ui, course, patch, all);
  }
  illustration_tag(ui, {row.x, row.y, row.w, shown_h}); // may reach over the next patch
}

namespace {

// One of three, of what the visitor wants to see of the skin.
void choose_look(Flow &flow, std::string_view key, Word label, const std::array<Word, 3> &names,
                 std::uint8_t &chosen) {
  Ui &ui = flow.ui;
  std::array<BarOption, 3> options;
  for (std::size_t i = 0; i < options.size(); ++i)
    options[i] = {std::to_string(i), ui.word(names[i]), i == chosen};
  const int pressed = option_bar(flow, {key, ui.word(label), options});
  if (pressed >= 0) chosen = static_cast<std::uint8_t>(pressed);
}

void undertone(Flow &flow) {
  Ui &ui = flow.ui;
  flow.advance(4);
  unspoken(flow, ui.word(Word::undertone), body_style(ui));
  flow.advance(4);
  choose_look(flow, "/undertone", Word::undertone,
              {Word::undertone_0, Word::undertone_1, Word::undertone_2}, ui.memory.skin.undertone);
}

// Faint redness is hard to see on any skin; from about this tone on also redness that is clear.
constexpr int kDeepTone = 7;
bool redness_hides(const Ui &ui) {
  constexpr double kAny = 0.05; // below it there is nothing to look for
  const auto hides = [&](std::size_t course) {
    const double red = severity(ui, Sign::redness, course);
    return red >= kAny && redness_hard_to_see(tone_of(ui), red);
  };
  return tone_of(ui) >= kDeepTone && (hides(1) || hides(2));
}

void outline_switch(Flow &flow) {
  Ui &ui = flow.ui;
  constexpr float kPillWidth = 36, kPillHeight = 22;
  const TextStyle style{14, Weight::regular, ui.theme.muted};
  const float label_w = flow.width() - kPillWidth - 12;
  const std::string &label = ui.word(Word::skin_outline);
  const float words_h = ui.pen.paragraph(label, {0, 0, label_w, 0}, style, false);
  const Rect row = flow.row(std::max(kTarget, words_h + 12));
  const bool on = ui.memory.skin.outline;
  const std::uint32_t id = node_id("/skin-outline");
  if (pressable(ui, id, row).pressed) ui.memory.skin.outline = !on;
  ui.pen.paragraph(label, {row.x, row.y + (row.h - words_h) / 2, label_w, 0}, style);
  const Rect pill{row.right() - kPillWidth, row.y + (row.h - kPillHeight) / 2, kPillWidth,
                  kPillHeight};
  switch_pill(ui, pill, on);
  describe(ui, id, Role::switch_, row, label).flags = kDrawnOnly | (on ? kChecked : 0u);
  focus_ring(ui, id, pill, kPillHeight / 2);
}

} // namespace

void skin_note(Flow &flow) {
  Ui &ui = flow.ui;
  if (!redness_hides(ui)) return;
  flow.advance(4);
  text(flow, "deep-tone", ui.word(Word::deep_tone), note_style(ui));
}

void skin_settings(Flow &flow) {
  if (!flow.ui.content.field(Field::tone).hidden) undertone(flow);
  flow.advance(4);
  outline_switch(flow);
}

} // namespace rt
