#include "ui/views/plot.h"
#include "ui/views/skin.h"
#include "ui/views/views.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/texts.h"
#include "ui/words/phrases.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {

namespace {

// Each sign's range at the chosen time.
void meters(Flow &flow) {
  Ui &ui = flow.ui;
  constexpr std::array<Sign, 4> shown{Sign::redness, Sign::swelling, Sign::marks, Sign::tightness};
  const float scale = ui.pen.text_scale();
  const TextStyle style{flow.width() < 170 * scale ? 13.0f : 14.0f, Weight::regular, ui.theme.text};
  float label_w = 0;
  for (Sign s : shown) label_w = std::max(label_w, ui.pen.width(sign_name(ui, s), style));
  label_w = std::min(label_w + 12, flow.width() * 0.62f);
  for (Sign s : shown)
    meter(ui, s, flow.row(std::max(24.0f, std::round(24 * scale))), label_w, style);
}

void day_figures(Flow &flow) {
  Ui &ui = flow.ui;
  const std::string title = day_title(ui);
  TextStyle style{32, Weight::bold, ui.theme.text, 1.15f};
  while (style.size > 18 && ui.pen.width(title, style) > flow.width()) style.size -= 1;
  flow.advance(-2);
  heading(flow, "day", 3, title, style);
  text(flow, "when", day_subtitle(ui), text_style(14.5f, ui.theme.muted, 1.3f));
  flow.advance(8);
  meters(flow);
}

// The picture of the skin and, beside or below it, the chosen time.
void skin_at_day(Flow &flow) {
  const float w = flow.width(), side = std::clamp(std::round(w * 0.41f), 112.0f, 196.0f);
  const float gap = 16;
  const bool no_room_beside = w - side - gap < 135 * flow.ui.pen.text_scale();
  if (no_room_beside) {
    skin_patch(flow, std::min(160.0f, w * 0.5f));
    flow.advance(10);
    skin_course(flow);
    flow.advance(14);
    day_figures(flow);
    flow.advance(12);
  } else {
    {
      Columns beside(flow, Columns::FirstWidth{side}, gap);
      skin_patch(beside[0], side);
      day_figures(beside[1]);
    }
    flow.advance(12);
    skin_course(flow);
    flow.advance(14);
  }
}

// The skin at the chosen time, in pictures, figures and words.
void chosen_day(Flow &flow, bool wide, CardLook look) {
  Ui &ui = flow.ui;
  Card card(flow, "day-card", Role::group, ui.word(Word::chosen_time), look);
  if (wide && three_patches_fit(ui, card.width())) {
    skin_patches(card);
    card.advance(14);
    day_figures(card);
    card.advance(12);
  } else {
    skin_at_day(card);
  }
  text(card, "sentence", day_sentence(ui), text_style(16, ui.theme.text, 1.5f));
  card.advance(6);
  skin_notes(card);
}

void milestones(Flow &flow, CardLook::Kind kind) {
  Ui &ui = flow.ui;
  Card card(flow, "milestones", Role::list, ui.word(Word::milestones), {kind, 8});
  for (std::size_t i = 0; i < kMilestones; ++i) {
    const auto m = static_cast<Milestone>(i);
    fact_row(card, "milestone" + std::to_string(i), milestone_name(ui, m), milestone_text(ui, m),
             i + 1 == kMilestones);
  }
}

// What some people have besides; no sign with a course.
void events(Flow &flow) {
  Ui &ui = flow.ui;
  Card card(flow, "events-card", Role::group, ui.word(Word::events));
  heading(card, "title", 3, ui.word(Word::events), {15, Weight::semibold, ui.theme.text});
  card.advance(2);
  {
    Group list(card, "events", Role::list, ui.word(Word::events));
    for (std::size_t i = 0; i < kEvents; ++i) {
      const auto event = static_cast<Event>(i);
      fact_row(card, "event" + std::to_string(i), event_name(ui, event), event_text(ui, event),
               false);
    }
  }
  card.advance(10);
  text(card, "itch", ui.word(Word::event_itch), text_style(14, ui.theme.muted, 1.4f));
}

// The sign looked into, as people: how many of 20 have it at the chosen time.
void sign_people(Flow &flow, Sign sign) {
  Ui &ui = flow.ui;
  heading(flow, "people", 4, sign_name(ui, sign) + " · " + day_title(ui),
          {15, Weight::semibold, ui.theme.text});
  flow.advance(4);
  const double share = share_visible_at(ui.results.projection, sign, ui.state.day * 24);
  people_dots(flow, static_cast<int>(std::round(20 * share)), 20,
              readable(ui.theme.sign[static_cast<std::size_t>(sign)], ui.theme.surface, 3));
  flow.advance(4);
  text(flow, "people-text", sign_summary(ui, sign), text_style(15, ui.theme.text));
}

void signs(Flow &flow) {
  Ui &ui = flow.ui;
  Card card(flow, "signs", Role::group, ui.word(Word::signs));
  lanes(card);
  card.advance(6);
  std::string legend = ui.word(Word::legend) + " " + ui.word(Word::legend_clinics);
  if (ui.results.comparison) legend += " " + ui.word(Word::compare_legend);
  text(card, "legend", legend, text_style(12.5f, ui.theme.muted, 1.4f));
  if (longer_than_studies(ui)) {
    card.advance(8);
    text(card, "longer", ui.word(Word::longer_than_studies), text_style(15, ui.theme.text));
  }
  if (const std::optional<Sign> sign = large_lane(ui)) {
    card.advance(10);
    sign_people(card, *sign);
  }
  day_table(ui);
}

} // namespace

void recovery_view(Flow &flow) {
  day_summary(flow.ui);
  const bool side_by_side = flow.columns(2, 640) == 2;
  if (side_by_side) {
    const float first = std::round((flow.width() - kCardGap) * 0.54f);
    Columns columns(flow, Columns::FirstWidth{first});
    chosen_day(columns[0], true, {CardLook::groundless});
    milestones(columns[1], CardLook::groundless);
    columns.draw_as_cards();
  } else {
    chosen_day(flow, flow.width() >= 480, {});
  }
  signs(flow);
  compare_view(flow);
  if (!side_by_side) milestones(flow, CardLook::usual);
  events(flow);
}

} // namespace rt
