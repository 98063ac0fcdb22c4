#include "content/care.h"
#include "ui/card.h"
#include "ui/care_items.h"
#include "ui/controls.h"
#include "ui/phrases.h"
#include "ui/ui.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {

namespace {

constexpr std::array<int, 9> kDays{0, 1, 2, 3, 4, 5, 7, 10, 14};

// The days to choose from, in as many rows as fingers need.
float day_chips(Ui &ui, Place p) {
  const std::size_t n = kDays.size();
  const float scale = std::max(1.0f, ui.pen.text_scale());
  const float least = std::round(kTarget * scale), gap = 6;
  const auto fit = static_cast<std::size_t>(
      std::clamp((p.w + gap) / (least + gap), 1.0f, static_cast<float>(n)));
  const std::size_t rows = (n + fit - 1) / fit, columns = (n + rows - 1) / rows;
  const float w = std::min((p.w + gap) / static_cast<float>(columns) - gap, 96.0f), h = least;
  const FieldSpec &spec = ui.content.field(Field::day);
  const Rect all{p.x, p.y, p.w, static_cast<float>(rows) * (h + gap) - gap};
  Group group(ui, "care-days", Role::radio_group, spec.label, all);
  for (std::size_t i = 0; i < n; ++i) {
    const float from = (w + gap) * static_cast<float>(i % columns);
    const Rect chip{ui.pen.right_to_left() ? p.x + p.w - from - w : p.x + from,
                    p.y + (h + gap) * static_cast<float>(i / columns), w, h};
    const std::string number = ui.host.number(kDays[i], 0);
    const std::uint32_t id = node_id(std::to_string(kDays[i]), ui.parent);
    const Press press = pressable(ui, id, chip);
    const bool on = std::floor(ui.state.day) == kDays[i];
    if (press.pressed) ui.actions.push_back(SetValue{Field::day, static_cast<double>(kDays[i])});
    const Color ground = on              ? ui.theme.accent
                         : press.hovered ? ui.theme.accent_soft
                                         : ui.theme.surface;
    ui.pen.fill(chip, ground, h / 2);
    if (!on) ui.pen.outline(chip, ui.theme.border, h / 2);
    const TextStyle style{15, on ? Weight::bold : Weight::regular,
                          on ? ui.theme.on_accent : ui.theme.text};
    ui.pen.text(number, chip, style, Align::center);
    describe(ui, id, Role::radio, chip, fill(ui.word(Word::title_day), {{"n", number}})).flags =
        on ? kChecked : 0u;
    focus_ring(ui, id, chip, h / 2);
  }
  return all.h;
}

// "Day 1" where the recovery view, which looks at hours, says "Hour 24".
std::string day_name(const Ui &ui) {
  const double day = ui.state.day;
  if (day != std::floor(day)) return day_title(ui);
  return fill(ui.word(Word::title_day), {{"n", ui.host.number(day, 0)}});
}

float do_row(Ui &ui, CareItem item, Place p) {
  const TextStyle style{15, Weight::regular, ui.theme.text, 1.4f};
  const TextStyle small{13, Weight::regular, ui.theme.muted, 1.4f};
  TextStyle differs_style = small;
  differs_style.color = ui.theme.chip_bad_text;
  const bool rtl = ui.pen.right_to_left();
  const float indent = 28, w = p.w - 2 * indent, x = p.x + indent;
  const std::string &text = ui.word(care_words(item).advice);
  const std::string span = care_span(ui, item);
  const std::string differs = care_differs(ui, item) ? ui.word(Word::care_differs) : "";
  auto height = [&](const std::string &t, const TextStyle &s) {
    return t.empty() ? 0.0f : ui.pen.paragraph(t, {0, 0, w, 0}, s, false);
  };
  const float text_h = height(text, style), span_h = height(span, small);
  const float words_h = text_h + span_h + height(differs, differs_style);
  const float h = std::max(std::round(kTarget * std::max(1.0f, ui.pen.text_scale())), words_h + 18);

  Item node(ui, care_key(item), text + " · " + span);
  const Fold opened =
      fold(ui, "note", {p.x, p.y, p.w, h},
           fill(ui.word(Word::care_why), {{"name", ui.word(care_words(item).name)}}));
  const float top = p.y + (h - words_h) / 2, first = top + ui.pen.line_height(style) / 2;
  check_mark(ui, {rtl ? p.x + p.w - 8 : p.x + 8, first}, ui.theme.chip_good_text);
  ui.pen.paragraph(text, {x, top, w, 0}, style);
  ui.pen.paragraph(span, {x, top + text_h, w, 0}, small);
  if (!differs.empty()) ui.pen.paragraph(differs, {x, top + text_h + span_h, w, 0}, differs_style);
  info_mark(ui, {rtl ? p.x + 10 : p.x + p.w - 10, first}, opened);
  float y = p.y + h;
  if (opened.open) y += care_note(ui, item, {x, y, w});
  node.set_rect({p.x, p.y, p.w, y - p.y});
  return y - p.y;
}

float do_card(Ui &ui, Place p) {
  const std::string title = fill(ui.word(Word::care_do), {{"day", day_name(ui)}});
  Card card(ui, "care-do", Role::group, title, p);
  card.title(title);
  const TextStyle small{14, Weight::regular, ui.theme.muted, 1.4f};
  card.took(text_block(ui, "when", day_subtitle(ui), card.at(), small), 6);
  const float top = card.at().y;
  {
    Group list(ui, "list", Role::list, title);
    bool first = true;
    for (std::size_t i = 0; i < kCareItems; ++i) {
      const auto item = static_cast<CareItem>(i);
      if (care_kind(item) != CareKind::keep || !care_applies(ui, item) ||
          !care_holds(ui, item, ui.state.day * 24))
        continue;
      if (!first) card.line();
      first = false;
      card.took(do_row(ui, item, card.at()));
    }
    list.set_rect({card.at().x, top, card.at().w, card.at().y - top});
  }
  if (ui.state.factors.prp) {
    card.line();
    card.took(10);
    card.took(text_block(ui, "prp", ui.word(Word::care_prp), card.at(), small));
  }
  return card.finish();
}

float pain_card(Ui &ui, Place p) {
  Card card(ui, "care-pain", Role::group, ui.word(Word::care_pain), p);
  card.title(ui.word(Word::care_pain));
  const TextStyle body{15, Weight::regular, ui.theme.text, 1.45f};
  card.took(text_block(ui, "text", ui.word(Word::care_pain_text), card.at(), body));
  return card.finish();
}

float tips_card(Ui &ui, Place p) {
  Card card(ui, "care-tips", Role::group, ui.word(Word::care_tips), p);
  card.title(ui.word(Word::care_tips));
  const TextStyle body{15, Weight::regular, ui.theme.text, 1.45f};
  constexpr std::array<Word, 4> kTips{Word::care_tip_before, Word::care_tip_ready,
                                      Word::care_tip_plan, Word::care_tip_bed};
  const float top = card.at().y;
  Group list(ui, "list", Role::list, ui.word(Word::care_tips));
  for (std::size_t i = 0; i < kTips.size(); ++i)
    card.took(bullet(ui, "tip" + std::to_string(i), ui.word(kTips[i]), card.at(), body), 6);
  list.set_rect({card.at().x, top, card.at().w, card.at().y - top});
  return card.finish();
}

// In short; the button leads to all signs in the page's foot.
float call_card(Ui &ui, Place p) {
  Card card(ui, "care-call", Role::group, ui.word(Word::call_title), p);
  const TextStyle head{16, Weight::bold, ui.theme.chip_bad_text, 1.3f};
  const TextStyle body{15, Weight::regular, ui.theme.text, 1.45f};
  card.took(heading(ui, "title", 3, ui.word(Word::call_title), card.at(), head), 4);
  card.took(text_block(ui, "signs", ui.word(Word::care_call), card.at(), body), 10);
  const std::string &more = ui.word(Word::care_call_more);
  const Place at = card.at();
  const float w = std::min(ui.pen.width(more, {14, Weight::regular, 0}) + 36, at.w);
  const float h = std::round(kTarget * std::max(1.0f, ui.pen.text_scale()));
  const Rect rect{ui.pen.right_to_left() ? at.x + at.w - w : at.x, at.y, w, h};
  if (button(ui, "more", more, rect, ButtonLook::pill)) {
    const std::uint32_t all = node_id("call");
    if (!ui.memory.is_open(all)) ui.memory.toggle(all);
    ui.memory.focus_request = all;
  }
  card.took(h);
  return card.finish(ui.theme.surface, ui.theme.chip_bad_text);
}

} // namespace

float care_view(Ui &ui, Place p) {
  float y = p.y;
  y += day_chips(ui, {p.x, y, p.w}) + kCardGap;
  const bool two = p.w >= 640 * std::max(1.0f, ui.pen.text_scale());
  using CardOf = float (*)(Ui &, Place);
  constexpr std::array<CardOf, 5> kCards{do_card, care_bars_card, pain_card, tips_card, call_card};
  if (two) {
    // Beside each other: what to do and what to leave out, each with what belongs to it below.
    constexpr std::array<std::size_t, 5> kColumn{0, 1, 0, 0, 1};
    const float w = (p.w - kCardGap) / 2;
    std::array<float, 2> bottom{y, y};
    for (std::size_t i = 0; i < kCards.size(); ++i) {
      const std::size_t column = kColumn[i];
      const bool left = (column == 0) != ui.pen.right_to_left();
      bottom[column] +=
          kCards[i](ui, {left ? p.x : p.x + w + kCardGap, bottom[column], w}) + kCardGap;
    }
    y = std::max(bottom[0], bottom[1]);
  } else {
    for (const CardOf card : kCards) y += card(ui, {p.x, y, p.w}) + kCardGap;
  }
  return y + care_weeks_card(ui, {p.x, y, p.w}) - p.y;
}

} // namespace rt
