#include "ui/ui.h"
#include "ui/views/plot.h"
#include "ui/views/skin_view.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/rows.h"
#include "ui/words/phrases.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {

namespace {

constexpr float kGap = kCardGap;

// The title of the chosen time, and each sign's range at it.
float day_figures(Ui &ui, const Place &p) {
  const float scale = ui.pen.text_scale();
  const std::string title = day_title(ui);
  TextStyle title_style{32, Weight::bold, ui.theme.text, 1.15f};
  while (title_style.size > 18 && ui.pen.width(title, title_style) > p.w) title_style.size -= 1;
  float y = p.y - 2;
  y += heading(ui, "day", 3, title, {p.x, y, p.w}, title_style);
  const TextStyle sub{14.5f, Weight::regular, ui.theme.muted, 1.3f};
  y += text_block(ui, "when", day_subtitle(ui), {p.x, y, p.w}, sub) + 8;

  constexpr std::array<Sign, 4> shown{Sign::redness, Sign::swelling, Sign::marks, Sign::tightness};
  const TextStyle meter_style{p.w < 170 * scale ? 13.0f : 14.0f, Weight::regular, ui.theme.text};
  float label_w = 0;
  for (Sign s : shown) label_w = std::max(label_w, ui.pen.width(sign_name(ui, s), meter_style));
  label_w = std::min(label_w + 12, p.w * 0.62f);
  const float row_h = std::max(24.0f, std::round(24 * scale));
  for (Sign s : shown) {
    meter(ui, s, {p.x, y, p.w, row_h}, label_w, meter_style);
    y += row_h;
  }
  return y - p.y;
}

// The picture of the skin and, beside or below it, the chosen time; then what it means in words.
float hero(Ui &ui, const Place &p, bool wide) {
  const float pad = card_padding(p.w), inner = p.w - 2 * pad;
  Group group(ui, "day-card", Role::group, ui.word(Word::chosen_time));
  const bool rtl = ui.pen.right_to_left();
  float y = p.y + pad;
  if (wide && three_patches_fit(ui, inner)) {
    y += skin_patches(ui, {p.x + pad, y, inner}) + 14;
    y += day_figures(ui, {p.x + pad, y, inner}) + 12;
  } else {
    // Beside each other, unless large text leaves no room beside the picture.
    const float side = std::clamp(std::round(inner * 0.41f), 112.0f, 196.0f);
    const bool stacked = inner - side - 16 < 135 * ui.pen.text_scale();
    if (stacked) {
      y += skin_patch(ui, {p.x + pad, y, inner, std::min(160.0f, inner * 0.5f)}) + 10;
      y += skin_course(ui, {p.x + pad, y, inner}) + 14;
      y += day_figures(ui, {p.x + pad, y, inner}) + 12;
    } else {
      const float x = rtl ? p.x + p.w - pad - side : p.x + pad;
      const float text_x = rtl ? p.x + pad : x + side + 16;
      const float patch_h = skin_patch(ui, {x, y, side, side});
      y += std::max(patch_h, day_figures(ui, {text_x, y, inner - side - 16})) + 12;
      y += skin_course(ui, {p.x + pad, y, inner}) + 14;
    }
  }
  const TextStyle sentence{16, Weight::regular, ui.theme.text, 1.5f};
  y += text_block(ui, "sentence", day_sentence(ui), {p.x + pad, y, inner}, sentence);
  y += skin_notes(ui, {p.x + pad, y + 6, inner}) + 6;
  return y + pad - p.y;
}

float milestones(Ui &ui, const Place &p) {
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

// The sign looked into, as people: how many of 20 have it at the chosen time.
float sign_people(Ui &ui, Sign sign, const Place &p) {
  float y = p.y;
  const TextStyle head{15, Weight::semibold, ui.theme.text};
  const TextStyle body{15, Weight::regular, ui.theme.text, 1.45f};
  y += heading(ui, "people", 4, sign_name(ui, sign) + " · " + day_title(ui), {p.x, y, p.w}, head) +
       4;
  const double share = share_visible_at(ui.results.projection, sign, ui.state.day * 24);
  y += people_dots(ui, {p.x, y, p.w}, static_cast<int>(std::round(20 * share)), 20,
                   readable(ui.theme.sign[static_cast<std::size_t>(sign)], ui.theme.surface, 3)) +
       4;
  y += text_block(ui, "people-text", sign_summary(ui, sign), {p.x, y, p.w}, body);
  return y - p.y;
}

} // namespace

float recovery_view(Ui &ui, const Place &p) {
  float y = p.y;
  day_summary(ui);
  const bool side_by_side = p.w >= 640 * std::max(1.0f, ui.pen.text_scale());
  if (side_by_side) {
    const float left = std::round((p.w - kGap) * 0.54f), right = p.w - kGap - left;
    const bool rtl = ui.pen.right_to_left();
    const float hero_x = rtl ? p.x + right + kGap : p.x, list_x = rtl ? p.x : p.x + left + kGap;
    const float h = std::max(hero(ui, {hero_x, y, left}, true), milestones(ui, {list_x, y, right}));
    card(ui, {hero_x, y, left, h});
    card(ui, {list_x, y, right, h});
    y += h + kGap;
  } else {
    const float h = hero(ui, {p.x, y, p.w}, p.w >= 480);
    card(ui, {p.x, y, p.w, h});
    y += h + kGap;
  }

  const float pad = card_padding(p.w);
  {
    Group group(ui, "signs", Role::group, ui.word(Word::signs));
    float ly = y + pad;
    ly += lanes(ui, {p.x + pad, ly, p.w - 2 * pad}) + 6;
    const TextStyle note{12.5f, Weight::regular, ui.theme.muted};
    std::string legend = ui.word(Word::legend);
    if (ui.results.comparison) legend += " " + ui.word(Word::compare_legend);
    ly += text_block(ui, "legend", legend, {p.x + pad, ly, p.w - 2 * pad}, note) + pad;
    if (const std::optional<Sign> sign = large_lane(ui))
      ly += sign_people(ui, *sign, {p.x + pad, ly - pad + 10, p.w - 2 * pad}) + 10;
    card(ui, {p.x, y, p.w, ly - y});
    day_table(ui);
    group.set_rect({p.x, y, p.w, ly - y});
    y = ly + kGap;
  }
  y += compare_view(ui, {p.x, y, p.w}) + kGap;
  if (!side_by_side) {
    const float h = milestones(ui, {p.x, y, p.w});
    card(ui, {p.x, y, p.w, h});
    y += h + kGap;
  }
  return y - kGap - p.y;
}

} // namespace rt
