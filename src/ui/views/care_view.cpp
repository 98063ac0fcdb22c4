#include "content/care.h"
#include "ui/ui.h"
#include "ui/widgets/card.h"
#include "ui/widgets/controls.h"
#include "ui/words/care_items.h"
#include "ui/words/phrases.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {

namespace {

constexpr std::array<int, 9> kDays{0, 1, 2, 3, 4, 5, 7, 10, 14};

// The days to choose from, in as many rows as fingers need.
float day_chips(Ui &ui, const Place &p) {
  const float gap = 6, h = target_height(ui);
  const std::size_t columns = p.w + gap >= 9 * (h + gap) ? 9 : p.w + gap >= 5 * (h + gap) ? 5 : 3;
  const std::size_t rows = (kDays.size() + columns - 1) / columns;
  const float w = std::min((p.w + gap) / static_cast<float>(columns) - gap, 96.0f);
  const Rect all{p.x, p.y, p.w, static_cast<float>(rows) * (h + gap) - gap};
  Group group(ui, "care-days", Role::radio_group, ui.content.field(Field::day).label, all);
  for (std::size_t i = 0; i < kDays.size(); ++i) {
    const float from = (w + gap) * static_cast<float>(i % columns);
    const Rect chip{p.x + from, p.y + (h + gap) * static_cast<float>(i / columns), w, h};
    const double day = kDays[i];
    const std::string number = ui.host.number(day, 0);
    const std::uint32_t id = node_id(std::to_string(kDays[i]), ui.parent);
    const Press press = pressable(ui, id, chip);
    if (press.pressed) ui.actions.push_back(SetValue{Field::day, day});
    const bool on = std::floor(ui.state.day) == day;
    ui.pen.fill(chip,
                on              ? ui.theme.accent
                : press.hovered ? ui.theme.accent_soft
                                : ui.theme.surface,
                h / 2);
    ui.pen.outline(chip, on ? ui.theme.accent : ui.theme.border, h / 2);
    ui.pen.text(number, chip, text_style(15, on ? ui.theme.on_accent : ui.theme.text),
                Align::center);
    describe(ui, id, Role::radio, chip, fill(ui.word(Word::title_day), {{"n", number}})).flags =
        on ? kChecked : 0u;
    focus_ring(ui, id, chip, h / 2);
  }
  return all.h;
}

// The rows of one kind as a list; what to do only while it holds.
void rows(Ui &ui, Card &card, CareKind kind, Word name) {
  Group list(ui, "list", Role::list, ui.word(name));
  const float top = card.at().y;
  for (std::size_t i = 0; i < kCareItems; ++i) {
    const auto item = static_cast<CareItem>(i);
    if (care_kind(item) != kind || !care_applies(ui, item)) continue;
    if (kind == CareKind::keep && !care_holds(ui, item, ui.state.day * 24)) continue;
    if (kind == CareKind::keep && card.at().y > top) card.line();
    card.took(care_row(ui, item, card.at()));
  }
  list.set_rect({card.at().x, top, card.at().w, card.at().y - top});
}

float do_card(Ui &ui, const Place &p) {
  // "Day 1" where the recovery view, which looks at hours, says "Hour 24".
  const double day = ui.state.day;
  const std::string name = day != std::floor(day)
                               ? day_title(ui)
                               : fill(ui.word(Word::title_day), {{"n", ui.host.number(day, 0)}});
  const std::string title = fill(ui.word(Word::care_do), {{"day", name}});
  Card card(ui, "care-do", Role::group, title, p);
  card.title(title, ui.theme.text);
  card.took(text_block(ui, "when", day_subtitle(ui), card.at(), text_style(14, ui.theme.muted)), 6);
  rows(ui, card, CareKind::keep, Word::care_keep);
  if (ui.state.factors.prp) {
    card.line();
    card.took(10);
    card.took(word_texts(ui, Word::care_prp, Word::care_prp, false, card.at()), -8);
  }
  return card.finish(ui.theme.border);
}

float avoid_card(Ui &ui, const Place &p) {
  Card card(ui, "care-avoid", Role::group, ui.word(Word::care_avoid), p);
  card.title(ui.word(Word::care_avoid), ui.theme.text);
  rows(ui, card, CareKind::avoid, Word::care_leave);
  card.took(care_axis(ui, card.at()), 8);
  const TextStyle note = text_style(13, ui.theme.muted);
  card.took(text_block(ui, "note", ui.word(Word::care_avoid_note), card.at(), note));
  return card.finish(ui.theme.border);
}

float pain_card(Ui &ui, const Place &p) {
  Card card(ui, "care-pain", Role::group, ui.word(Word::care_pain), p);
  card.title(ui.word(Word::care_pain), ui.theme.text);
  card.took(word_texts(ui, Word::care_pain_text, Word::care_pain_text, false, card.at()), -8);
  return card.finish(ui.theme.border);
}

float tips_card(Ui &ui, const Place &p) {
  Card card(ui, "care-tips", Role::group, ui.word(Word::care_tips), p);
  card.title(ui.word(Word::care_tips), ui.theme.text);
  card.took(word_texts(ui, Word::care_tip_before, Word::care_tip_bed, true, card.at()), -8);
  return card.finish(ui.theme.border);
}

// In short; the button leads to all signs in the page's foot.
float call_card(Ui &ui, const Place &p) {
  Card card(ui, "care-call", Role::group, ui.word(Word::call_title), p);
  card.title(ui.word(Word::call_title), ui.theme.chip_bad_text);
  card.took(word_texts(ui, Word::care_call, Word::care_call, false, card.at()));
  const std::string &more = ui.word(Word::care_call_more);
  const Place at = card.at();
  const float h = target_height(ui);
  const float w = std::min(ui.pen.width(more, text_style(14, 0)) + 36, at.w);
  const Rect rect{at.x, at.y, w, h};
  if (button(ui, "more", more, rect, ButtonLook::pill)) {
    const std::uint32_t all = node_id("call");
    if (!ui.memory.is_open(all)) ui.memory.toggle(all);
    ui.memory.focus_request = all;
  }
  card.took(h);
  return card.finish(ui.theme.chip_bad_text);
}

} // namespace

float care_view(Ui &ui, const Place &p) {
  float y = p.y;
  y += day_chips(ui, {p.x, y, p.w}) + kCardGap;
  // Beside each other where there is room: what to do and what to leave out, each with what belongs
  // to it below.
  const bool two = p.w >= 640 * std::max(1.0f, ui.pen.text_scale());
  using CardOf = float (*)(Ui &, const Place &);
  constexpr std::array<CardOf, 5> kCards{do_card, avoid_card, pain_card, tips_card, call_card};
  constexpr std::array<bool, 5> kSecond{false, true, false, true, false};
  const float w = two ? (p.w - kCardGap) / 2 : p.w;
  std::array<float, 2> bottom{y, y};
  for (std::size_t i = 0; i < kCards.size(); ++i) {
    const bool second = two && kSecond[i];
    const bool left = !two || !second;
    const float x = left ? p.x : p.x + w + kCardGap;
    float &at = bottom[second ? 1 : 0];
    at += kCards[i](ui, {x, at, w}) + kCardGap;
  }
  y = std::max(bottom[0], bottom[1]);
  return y + care_weeks_card(ui, {p.x, y, p.w}) - p.y;
}

} // namespace rt
