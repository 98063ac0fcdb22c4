#include "content/care.h"
#include "ui/views/care_rows.h"
#include "ui/views/views.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/texts.h"
#include "ui/words/care_items.h"
#include "ui/words/phrases.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {

namespace {

constexpr std::array<int, 9> kDays{0, 1, 2, 3, 4, 5, 7, 10, 14};

void day_chip(Ui &ui, int day, const Rect &chip) {
  const std::string number = ui.host.number(day, 0);
  const std::uint32_t id = node_id(std::to_string(day), ui.parent);
  const Press press = pressable(ui, id, chip);
  if (press.pressed) ui.actions.push_back(SetValue{Field::day, static_cast<double>(day)});
  const bool on = std::floor(ui.state.day) == day;
  ui.pen.fill(chip,
              on              ? ui.theme.accent
              : press.hovered ? ui.theme.accent_soft
                              : ui.theme.surface,
              chip.h / 2);
  ui.pen.outline(chip, on ? ui.theme.accent : ui.theme.border, chip.h / 2);
  ui.pen.text(number, chip, text_style(15, on ? ui.theme.on_accent : ui.theme.text), Align::center);
  describe(ui, id, Role::radio, chip, fill(ui.word(Word::title_day), {{"n", number}})).flags =
      on ? kChecked : 0u;
  focus_ring(ui, id, chip, chip.h / 2);
}

// The days to choose from, in as many rows as fingers need.
void day_chips(Flow &flow) {
  Ui &ui = flow.ui;
  const float gap = 6, h = target_height(ui), room = flow.width() + gap;
  const std::size_t columns = room >= 9 * (h + gap) ? 9 : room >= 5 * (h + gap) ? 5 : 3;
  const float w = std::min(room / static_cast<float>(columns) - gap, 96.0f);
  Group group(flow, "care-days", Role::radio_group, ui.content.field(Field::day).label);
  for (std::size_t first = 0; first < kDays.size(); first += columns) {
    if (first > 0) flow.advance(gap);
    const Rect row = flow.row(h);
    for (std::size_t i = 0; i < columns && first + i < kDays.size(); ++i)
      day_chip(ui, kDays[first + i], {row.x + (w + gap) * static_cast<float>(i), row.y, w, h});
  }
}

// The rows of one kind as a list; what to do only while it holds.
void rows(Flow &flow, CareKind kind, Word name) {
  Ui &ui = flow.ui;
  Group list(flow, "list", Role::list, ui.word(name));
  bool first = true;
  for (std::size_t i = 0; i < kCareItems; ++i) {
    const auto item = static_cast<CareItem>(i);
    if (care_kind(item) != kind || !care_applies(ui, item)) continue;
    if (kind == CareKind::keep && !care_holds(ui, item, ui.state.day * 24)) continue;
    if (kind == CareKind::keep && !first) flow.divider();
    care_row(flow, item);
    first = false;
  }
}

void do_card(Flow &flow) {
  Ui &ui = flow.ui;
  // "Day 1" where the recovery view, which looks at hours, says "Hour 24".
  const double day = ui.state.day;
  const std::string name = day != std::floor(day)
                               ? day_title(ui)
                               : fill(ui.word(Word::title_day), {{"n", ui.host.number(day, 0)}});
  const std::string title = fill(ui.word(Word::care_do), {{"day", name}});
  Card card(flow, "care-do", Role::group, title);
  card_title(card, title, ui.theme.text);
  text(card, "when", day_subtitle(ui), text_style(14, ui.theme.muted));
  card.advance(6);
  rows(card, CareKind::keep, Word::care_keep);
  if (ui.state.factors.prp) {
    card.divider();
    card.advance(10);
    word_texts(card, Word::care_prp, Word::care_prp, false);
    card.advance(-8);
  }
}

void avoid_card(Flow &flow) {
  Ui &ui = flow.ui;
  Card card(flow, "care-avoid", Role::group, ui.word(Word::care_avoid));
  card_title(card, ui.word(Word::care_avoid), ui.theme.text);
  rows(card, CareKind::avoid, Word::care_leave);
  care_axis(card);
  card.advance(8);
  text(card, "note", ui.word(Word::care_avoid_note), text_style(13, ui.theme.muted));
}

void pain_card(Flow &flow) {
  Ui &ui = flow.ui;
  Card card(flow, "care-pain", Role::group, ui.word(Word::care_pain));
  card_title(card, ui.word(Word::care_pain), ui.theme.text);
  word_texts(card, Word::care_pain_text, Word::care_pain_text, false);
  card.advance(-8);
}

void tips_card(Flow &flow) {
  Ui &ui = flow.ui;
  Card card(flow, "care-tips", Role::group, ui.word(Word::care_tips));
  card_title(card, ui.word(Word::care_tips), ui.theme.text);
  word_texts(card, Word::care_tip_before, Word::care_tip_bed, true);
  card.advance(-8);
}

// In short; the button leads to all signs in the page's foot.
void call_card(Flow &flow) {
  Ui &ui = flow.ui;
  Card card(flow, "care-call", Role::group, ui.word(Word::call_title), {CardLook::warning});
  card_title(card, ui.word(Word::call_title), ui.theme.chip_bad_text);
  word_texts(card, Word::care_call, Word::care_call, false);
  if (buttons(card, {{"more", Word::care_call_more}}) != 0) return;
  const std::uint32_t all = node_id("call");
  if (!ui.memory.is_open(all)) ui.memory.toggle(all);
  ui.memory.focus_request = all;
}

} // namespace

void care_view(Flow &flow) {
  day_chips(flow);
  {
    // What to do and what to leave out, each with what belongs to it below.
    Columns columns(flow, flow.columns(2, 640));
    do_card(columns[0]);
    avoid_card(columns[1]);
    pain_card(columns[0]);
    tips_card(columns[1]);
    call_card(columns[0]);
  }
  care_weeks(flow);
}

} // namespace rt
