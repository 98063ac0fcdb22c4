#include "model/skin_colour.h"
#include "ui/controls.h"
#include "ui/phrases.h"
#include "ui/plot.h"
#include "ui/rows.h"
#include "ui/ui.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {

namespace {

constexpr float kGap = kCardGap;

Color skin_color(const Ui &ui, double severity) {
  // The middle of the ten tones stands in where none was chosen.
  const int tone = ui.state.factors.tone == 0 ? 5 : ui.state.factors.tone;
  SkinState skin;
  skin.melanin_fraction = melanin_of_tone(tone);
  skin.redness = std::clamp(severity, 0.0, 1.0);
  const Srgb8 c = to_srgb8(skin_reflect(skin), kSkinExposure);
  return rgba(c[0], c[1], c[2]);
}

// The skin's color of the chosen time in a milder, a typical and a stronger course.
void patches(Ui &ui, Rect r) {
  constexpr std::array<std::size_t, 3> level{kP10, kMedian, kP90};
  const Quantiles red = severity_at(ui.results.projection, Sign::redness, ui.state.day * 24);
  const TextStyle style{11, Weight::regular, ui.theme.muted};
  const float caption_h = ui.pen.line_height(style) + 2;
  const float radius = std::min(14.0f, ui.theme.radius);
  const Rect picture{r.x, r.y, r.w, r.h - caption_h};
  const float w = picture.w / 3;
  for (std::size_t i = 0; i < 3; ++i) {
    const std::size_t at = ui.pen.right_to_left() ? 2 - i : i;
    const Color color = skin_color(ui, static_cast<double>(red[level[i]]));
    const float x = picture.x + w * static_cast<float>(at);
    // Outer corners are round, inner ones meet: the outer patches reach below the middle one.
    if (at == 0)
      ui.pen.fill({x, picture.y, w + radius, picture.h}, color, radius);
    else if (at == 2)
      ui.pen.fill({x - radius, picture.y, w + radius, picture.h}, color, radius);
  }
  const Color middle = skin_color(ui, static_cast<double>(red[kMedian]));
  ui.pen.fill({picture.x + w, picture.y, w, picture.h}, middle);
  // Where the three names do not fit, the two ends are named.
  float widest = 0;
  for (Word name : {Word::milder, Word::typical, Word::stronger})
    widest = std::max(widest, ui.pen.width(ui.word(name), style));
  const bool all = widest <= w;
  for (std::size_t i = 0; i < 3; ++i) {
    if (!all && i == 1) continue;
    const std::size_t at = ui.pen.right_to_left() ? 2 - i : i;
    const Word name = static_cast<Word>(static_cast<std::size_t>(Word::milder) + i);
    const float half = picture.w / 2;
    const Rect box =
        all ? Rect{picture.x + w * static_cast<float>(at), picture.bottom() + 2, w, caption_h}
            : Rect{at == 0 ? picture.x : picture.x + half, picture.bottom() + 2, half, caption_h};
    ui.pen.text(ui.pen.fitted(ui.word(name), box.w, style), box, style,
                all      ? Align::center
                : i == 0 ? Align::start
                         : Align::end);
  }
  const TextStyle label{11.5f, Weight::semibold, rgba(255, 255, 255)};
  const float label_w = ui.pen.width(ui.word(Word::illustration), label) + 14,
              label_h = std::round(20 * ui.pen.text_scale());
  const Rect tag{picture.x + (picture.w - label_w) / 2, picture.bottom() - label_h - 8, label_w,
                 label_h};
  ui.pen.fill(tag, rgba(30, 20, 18, 168), label_h / 2);
  ui.pen.text(ui.word(Word::illustration), tag, label, Align::center);
  describe(ui, node_id("patches", ui.parent), Role::figure, r, ui.word(Word::illustration))
      .value_text = fill(ui.word(Word::patches_text),
                         {{"low", redness_word(ui, static_cast<double>(red[kP10]))},
                          {"middle", redness_word(ui, static_cast<double>(red[kMedian]))},
                          {"high", redness_word(ui, static_cast<double>(red[kP90]))}});
}

float hero(Ui &ui, Place p) {
  const float pad = card_padding(p.w), inner = p.w - 2 * pad;
  Group group(ui, "day-card", Role::group, ui.word(Word::chosen_time));
  const bool rtl = ui.pen.right_to_left();
  // Beside each other, unless large text leaves no room beside the picture.
  const float scale = ui.pen.text_scale();
  float picture_w = std::clamp(std::round(inner * 0.41f), 112.0f, 196.0f), picture_h = picture_w;
  const bool stacked = inner - picture_w - 16 < 135 * scale;
  if (stacked) {
    picture_w = inner;
    picture_h = std::min(160.0f, inner * 0.5f);
  }
  const float caption_h = std::round(18 * scale);
  const float text_w = stacked ? inner : inner - picture_w - 16;
  const float text_x = rtl || stacked ? p.x + pad : p.x + pad + picture_w + 16;
  float y = p.y + pad;

  patches(ui, {rtl ? p.x + p.w - pad - picture_w : p.x + pad, y, picture_w, picture_h + caption_h});
  if (stacked) y += picture_h + caption_h + 10;
  const std::string title = day_title(ui);
  TextStyle title_style{32, Weight::bold, ui.theme.text, 1.15f};
  while (title_style.size > 18 && ui.pen.width(title, title_style) > text_w) title_style.size -= 1;
  float ty = y - 2;
  ty += heading(ui, "day", 3, title, {text_x, ty, text_w}, title_style);
  const TextStyle sub{14.5f, Weight::regular, ui.theme.muted, 1.3f};
  ty += text_block(ui, "when", day_subtitle(ui), {text_x, ty, text_w}, sub) + 8;

  constexpr std::array<Sign, 4> shown{Sign::redness, Sign::swelling, Sign::bruising,
                                      Sign::tightness};
  const TextStyle meter_style{text_w < 170 * scale ? 13.0f : 14.0f, Weight::regular, ui.theme.text};
  float label_w = 0;
  for (Sign s : shown) label_w = std::max(label_w, ui.pen.width(sign_name(ui, s), meter_style));
  label_w = std::min(label_w + 12, text_w * 0.62f);
  const float row_h = std::max(24.0f, std::round(24 * ui.pen.text_scale()));
  for (Sign s : shown) {
    meter(ui, s, {text_x, ty, text_w, row_h}, label_w, meter_style);
    ty += row_h;
  }
  y = (stacked ? ty : std::max(y + picture_h + caption_h, ty)) + 12;
  const TextStyle sentence{16, Weight::regular, ui.theme.text, 1.5f};
  y += text_block(ui, "sentence", day_sentence(ui), {p.x + pad, y, inner}, sentence);
  const int tone = ui.state.factors.tone;
  const Quantiles red = severity_at(ui.results.projection, Sign::redness, ui.state.day * 24);
  // Faint redness is hard to see on any skin; from about this tone on also redness that is clear.
  constexpr int kDeepTone = 7;
  if (tone >= kDeepTone && redness_hard_to_see(tone, static_cast<double>(red[kP90]))) {
    const TextStyle note{14, Weight::regular, ui.theme.muted, 1.45f};
    y += 6;
    y += text_block(ui, "deep-tone", ui.word(Word::deep_tone), {p.x + pad, y, inner}, note);
  }
  return y + pad - p.y;
}

float milestones(Ui &ui, Place p) {
  const float pad = card_padding(p.w);
  Group group(ui, "milestones", Role::list, ui.word(Word::milestones));
  float y = p.y + pad - 8;
  for (std::size_t m = 0; m < kMilestones; ++m)
    y +=
        fact_row(ui, "milestone" + std::to_string(m), milestone_name(ui, static_cast<Milestone>(m)),
                 milestone_text(ui, static_cast<Milestone>(m)), {p.x + pad, y, p.w - 2 * pad},
                 m + 1 == kMilestones);
  y += pad - 8;
  group.set_rect({p.x, p.y, p.w, y - p.y});
  return y - p.y;
}

} // namespace

float recovery_view(Ui &ui, Place p) {
  float y = p.y;
  day_summary(ui);
  const bool side_by_side = p.w >= 640 * std::max(1.0f, ui.pen.text_scale());
  if (side_by_side) {
    const float left = std::round((p.w - kGap) * 0.54f), right = p.w - kGap - left;
    const bool rtl = ui.pen.right_to_left();
    const float hero_x = rtl ? p.x + right + kGap : p.x, list_x = rtl ? p.x : p.x + left + kGap;
    const float h = std::max(hero(ui, {hero_x, y, left}), milestones(ui, {list_x, y, right}));
    card(ui, {hero_x, y, left, h});
    card(ui, {list_x, y, right, h});
    y += h + kGap;
  } else {
    const float h = hero(ui, {p.x, y, p.w});
    card(ui, {p.x, y, p.w, h});
    y += h + kGap;
  }

  const float pad = card_padding(p.w);
  {
    Group group(ui, "signs", Role::group, ui.word(Word::signs));
    float ly = y + pad;
    ly += lanes(ui, {p.x + pad, ly, p.w - 2 * pad}) + 6;
    const TextStyle note{12.5f, Weight::regular, ui.theme.muted};
    ly +=
        text_block(ui, "legend", ui.word(Word::legend), {p.x + pad, ly, p.w - 2 * pad}, note) + pad;
    card(ui, {p.x, y, p.w, ly - y});
    day_table(ui);
    group.set_rect({p.x, y, p.w, ly - y});
    y = ly + kGap;
  }
  if (!side_by_side) {
    const float h = milestones(ui, {p.x, y, p.w});
    card(ui, {p.x, y, p.w, h});
    y += h + kGap;
  }
  return y - kGap - p.y;
}

} // namespace rt
