#include "ui/views/skin_view.h"

#include "model/skin/skin_color.h"
#include "ui/widgets/controls.h"
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
Color plain_color(const SkinPatch &patch) {
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

void describe_course(Ui &ui, std::size_t course, const SkinPatch &patch, const Rect &r,
                     bool shown) {
  SemanticNode &node = describe(ui, node_id("course" + std::to_string(course), ui.parent),
                                Role::swatch, shown ? r : Rect{}, ui.word(kCourseName[course]));
  node.value_text = words_of(ui, course);
  node.color = plain_color(patch);
  if (!shown) node.flags = kHidden;
}

// The texture's size: as many pixels as the patch takes, within what is worth its cost.
void draw_patch(Ui &ui, std::size_t course, const SkinPatch &patch, const Rect &r, float radius) {
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
  ui.pen.fill(r, plain_color(patch), radius);
  ui.pen.image(r, picture.texture, radius);
  ui.skin_pictures.push_back(picture);
}

constexpr Color kTagGround = rgba(30, 20, 18, 176), kTagInk = rgba(255, 255, 255);
TextStyle tag_style() { return {11, Weight::semibold, kTagInk, 1.2f}; }
float tag_height(const Ui &ui) { return std::round(19 * ui.pen.text_scale()); }

// "Illustration", at the picture's start and top; as wide as it may be.
void illustration_tag(Ui &ui, const Rect &r) {
  const TextStyle style = tag_style();
  const std::string text = ui.pen.fitted(ui.word(Word::illustration), r.w - 24, style);
  const float w = ui.pen.width(text, style) + 14, h = tag_height(ui);
  const Rect tag{ui.pen.right_to_left() ? r.right() - w - 6 : r.x + 6, r.y + 6, w, h};
  ui.pen.fill(tag, kTagGround, h / 2);
  ui.pen.text(text, tag, style, Align::center);
}

// Five millimeters of skin with their name, the end of both at the end of `r`, which is as high as
// its text; `patch_w` is the width of a patch. Returns the width of both.
float scale_bar(Ui &ui, const Rect &r, float patch_w, const TextStyle &style) {
  constexpr float kBar_mm = 5;
  const std::string text = fill(ui.word(Word::unit_mm), {{"n", ui.host.number(kBar_mm, 0)}});
  const float bar_w = patch_w * kBar_mm / static_cast<float>(kPatchSide_mm);
  const float text_w = ui.pen.width(text, style), w = bar_w + 4 + text_w;
  const bool rtl = ui.pen.right_to_left();
  const float x = rtl ? r.x + w - bar_w : r.right() - w, y = r.y + r.h / 2;
  ui.pen.line({x, y}, {x + bar_w, y}, style.color, 1.5f);
  for (float end : {x, x + bar_w}) ui.pen.line({end, y - 3}, {end, y + 3}, style.color, 1);
  ui.pen.text(text, {rtl ? r.x : x + bar_w + 4, r.y, text_w, r.h}, style);
  return w;
}

// The same on the picture, at its end and bottom.
void scale_tag(Ui &ui, const Rect &r) {
  const TextStyle style = tag_style();
  const std::string text = fill(ui.word(Word::unit_mm), {{"n", ui.host.number(5, 0)}});
  const float h = tag_height(ui), w = r.w / 4 + 4 + ui.pen.width(text, style) + 14;
  const Rect tag{ui.pen.right_to_left() ? r.x + 6 : r.right() - w - 6, r.bottom() - h - 6, w, h};
  ui.pen.fill(tag, kTagGround, h / 2);
  scale_bar(ui, {tag.x + 7, tag.y, tag.w - 14, tag.h}, r.w, style);
}

float corner(const Ui &ui) { return std::min(14.0f, ui.theme.radius); }

constexpr float kBetween = 8; // patches
TextStyle caption_style(const Ui &ui) { return {12.5f, Weight::regular, ui.theme.muted}; }

} // namespace

bool three_patches_fit(const Ui &ui, float width) {
  const float each = (width - 2 * kBetween) / kCourses;
  const TextStyle style = caption_style(ui);
  return width >= 300 && ui.pen.width(ui.word(Word::illustration), style) <= width - each &&
         std::all_of(kCourseName.begin(), kCourseName.end(),
                     [&](Word name) { return ui.pen.width(ui.word(name), style) <= each; });
}

float skin_patches(Ui &ui, const Place &p) {
  const float side = std::floor((p.w - 2 * kBetween) / kCourses), shown_h = std::min(side, 168.0f);
  const TextStyle style = caption_style(ui);
  const float line_h = ui.pen.line_height(style), top = p.y + line_h + 3;
  const float h = line_h + 3 + shown_h + 3 + line_h;
  Group figure(ui, "patches", Role::figure, ui.word(Word::illustration), {p.x, p.y, p.w, h});
  ui.nodes.back().value_text = ui.word(Word::illustration_note);
  const Rect head{p.x, p.y, p.w, line_h};
  ui.pen.text(ui.word(Word::illustration), head, {style.size, Weight::semibold, style.color});
  scale_bar(ui, head, side, style);
  for (std::size_t course = 0; course < kCourses; ++course) {
    const float from_start = (side + kBetween) * static_cast<float>(course);
    const Rect r{ui.pen.right_to_left() ? p.x + p.w - from_start - side : p.x + from_start, top,
                 side, shown_h};
    const SkinPatch patch = patch_of(ui, course);
    draw_patch(ui, course, patch, r, corner(ui));
    ui.pen.text(ui.word(kCourseName[course]), {r.x, r.bottom() + 3, side, line_h}, style,
                Align::center);
    describe_course(ui, course, patch, {r.x, r.y, r.w, shown_h + 3 + line_h}, true);
  }
  return h;
}

float skin_patch(Ui &ui, const Rect &r) {
  Group figure(ui, "patches", Role::figure, ui.word(Word::illustration), r);
  ui.nodes.back().value_text = ui.word(Word::illustration_note);
  for (std::size_t course = 0; course < kCourses; ++course) {
    const SkinPatch patch = patch_of(ui, course);
    const bool shown = course == ui.memory.skin.course;
    if (shown) {
      draw_patch(ui, course, patch, r, corner(ui));
      illustration_tag(ui, r);
      scale_tag(ui, r);
    }
    describe_course(ui, course, patch, r, shown);
  }
  return r.h;
}

float skin_course(Ui &ui, const Place &p) {
  const Rect box{p.x, p.y, p.w, std::max(kTarget, std::round(kTarget * ui.pen.text_scale()))};
  Group group(ui, "skin-course", Role::radio_group, ui.word(Word::skin_course), box);
  ui.nodes.back().flags = kDrawnOnly; // the text version has all three
  std::array<Choosable, kCourses> items;
  for (std::size_t i = 0; i < kCourses; ++i)
    items[i] = {std::array{"0", "1", "2"}[i], ui.word(kCourseName[i]), i == ui.memory.skin.course};
  if (const Choosable *pressed = choice_bar(ui, items, kCourses, box))
    ui.memory.skin.course = static_cast<std::uint8_t>(pressed - items.data());
  return box.h;
}

float undertone(Ui &ui, const Place &p) {
  constexpr std::array<Word, 3> names{Word::undertone_0, Word::undertone_1, Word::undertone_2};
  const TextStyle style{15, Weight::regular, ui.theme.text};
  const float label_h = ui.pen.paragraph(ui.word(Word::undertone), {p.x, p.y + 4, p.w, 0}, style);
  const Rect box{p.x, p.y + label_h + 8, p.w,
                 std::max(kTarget, std::round(kTarget * ui.pen.text_scale()))};
  Group group(ui, "undertone", Role::radio_group, ui.word(Word::undertone), box);
  std::array<Choosable, 3> items;
  for (std::size_t i = 0; i < names.size(); ++i)
    items[i] = {std::array{"0", "1", "2"}[i], ui.word(names[i]), i == ui.memory.skin.undertone};
  if (const Choosable *pressed = choice_bar(ui, items, items.size(), box))
    ui.memory.skin.undertone = static_cast<std::uint8_t>(pressed - items.data());
  return box.bottom() - p.y;
}

namespace {

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

float outline_switch(Ui &ui, const Place &p) {
  constexpr float kWide = 36, kHigh = 22;
  const TextStyle style{14, Weight::regular, ui.theme.muted};
  const float label_w = p.w - kWide - 12;
  const std::string &label = ui.word(Word::skin_outline);
  const float words_h = ui.pen.paragraph(label, {0, 0, label_w, 0}, style, false);
  const Rect row{p.x, p.y, p.w, std::max(kTarget, words_h + 12)};
  const bool rtl = ui.pen.right_to_left(), on = ui.memory.skin.outline;
  const std::uint32_t id = node_id("skin-outline", ui.parent);
  if (pressable(ui, id, row).pressed) ui.memory.skin.outline = !on;
  ui.pen.paragraph(label,
                   {rtl ? row.right() - label_w : row.x, row.y + (row.h - words_h) / 2, label_w, 0},
                   style);
  const Rect pill{rtl ? row.x : row.right() - kWide, row.y + (row.h - kHigh) / 2, kWide, kHigh};
  const Color off = readable(mix(ui.theme.track, ui.theme.text, 0.3f), ui.theme.surface, 3.0);
  ui.pen.fill(pill, on ? ui.theme.accent : off, kHigh / 2);
  ui.pen.circle({on != rtl ? pill.right() - kHigh / 2 : pill.x + kHigh / 2, pill.y + kHigh / 2},
                kHigh / 2 - 3, ui.theme.dark ? ui.theme.background : kTagInk);
  describe(ui, id, Role::switch_, row, label).flags = kDrawnOnly | (on ? kChecked : 0u);
  focus_ring(ui, id, pill, kHigh / 2);
  return row.h;
}

} // namespace

float skin_notes(Ui &ui, const Place &p) {
  float y = p.y;
  if (redness_hides(ui)) {
    const TextStyle note{14, Weight::regular, ui.theme.muted, 1.45f};
    y += text_block(ui, "deep-tone", ui.word(Word::deep_tone), {p.x, y, p.w}, note) + 4;
  }
  y += outline_switch(ui, {p.x, y, p.w});
  return y - p.y;
}

} // namespace rt
