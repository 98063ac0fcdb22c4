#include "ui/views/course.h"
#include "ui/views/views.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/texts.h"
#include "ui/words/phrases.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {

namespace {

constexpr std::array<double, 4> kToldMonths{1, 3, 6, 12};

void course_card(Flow &flow) {
  Ui &ui = flow.ui;
  Card card(flow, "course-card", Role::group, ui.word(Word::results_figure));
  // No text of its own for who listens: the figure below tells it.
  unspoken(card, course_sentence(ui), text_style(16, ui.theme.text, 1.5f));
  card.advance(10);
  course_plot(card);
  card.advance(8);
  text(card, "legend", ui.word(Word::legend), text_style(12.5f, ui.theme.muted, 1.4f));
}

// What PRP adds to the result, in parts of a hundred.
std::string prp_text(const Ui &ui) {
  const SourcedParameter &gain = ui.content.sourced(Parameter::gain_prp_ratio);
  const auto more = [&](double ratio) { return ui.host.number(std::round((ratio - 1) * 100), 0); };
  return fill(ui.word(Word::results_prp), {{"n", more(gain.value)},
                                           {"low", more(gain.min)},
                                           {"high", more(gain.max)},
                                           {"strength", std::string(1, gain.strength)}});
}

// What is treated, sessions, weeks between and PRP: what of the settings acts on the result. Beside
// the settings' own panel only PRP stands here.
void course_settings(Flow &flow) {
  Ui &ui = flow.ui;
  const auto shown = [&](Field f) {
    return !ui.content.field(f).hidden && (f == Field::prp || !ui.beside_settings);
  };
  if (!shown(Field::prp) && !shown(Field::sessions) && !shown(Field::weeks_between) &&
      !shown(Field::concern))
    return;
  Card card(flow, "course-settings", Role::group, ui.word(Word::results_settings),
            {CardLook::usual, 6});
  if (shown(Field::concern)) {
    choice(card, Field::concern, true);
    card.advance(6);
  }
  if (shown(Field::sessions)) stepper(card, Field::sessions);
  if (shown(Field::weeks_between)) stepper(card, Field::weeks_between);
  if (!shown(Field::prp)) return;
  toggle(card, Field::prp);
  card.advance(2);
  text(card, "prp-note", prp_text(ui), text_style(13.5f, ui.theme.muted));
  card.advance(2);
}

void result_facts(Flow &flow) {
  Ui &ui = flow.ui;
  Card card(flow, "result-facts", Role::list, ui.word(Word::results_facts), {CardLook::usual, 8});
  fact_row(card, "first", ui.word(Word::milestone_first_result),
           milestone_text(ui, Milestone::first_result), false);
  for (double month : kToldMonths)
    fact_row(card, "month" + std::to_string(static_cast<int>(month)),
             ui.counted(Word::after_months, month), share_text(ui, month), false);
  fact_row(card, "sessions", ui.word(Word::results_most_people),
           {ui.word(Word::results_three_to_six), ui.word(Word::advice), true}, true);
}

// The month of the course from which on a clear change is told.
std::size_t month_6(const Course &course) {
  std::size_t i = 0;
  while (i + 1 < course.month.size() && course.month[i] < 6) ++i;
  return i;
}

// Larger at first, then smaller.
std::string pores_text(const Ui &ui) {
  const SignBand &pores = ui.results.projection.sign[static_cast<std::size_t>(Sign::pores)];
  std::string text = ui.word(Word::results_pores);
  if (pores.hours_until_not_visible[kMedian] > 0)
    text += " " + ui.counted(Word::results_pores_over, std::round(pores.incidence * 20),
                             {{"time", sign_over(ui, Sign::pores).spoken()}});
  return text;
}

void clear_change(Flow &flow) {
  Ui &ui = flow.ui;
  const TextStyle body = text_style(15, ui.theme.text, 1.5f);
  const Course &course = ui.results.projection.course;
  const std::size_t month = month_6(course);
  const int n = static_cast<int>(std::round(20 * static_cast<double>(course.share_clear[month])));
  Panel panel(flow);
  text(panel, "clear",
       ui.counted(Word::results_clear, n) + " " +
           clinics_differ_of_20(ui, course.share_clear_anywhere[month]),
       body);
  panel.advance(8);
  people_dots(panel, n, 20, ui.theme.accent);
  panel.advance(14);
  heading(panel, "pores", 3, ui.word(Word::sign_pores), {15, Weight::semibold, ui.theme.text});
  panel.advance(2);
  text(panel, "pores-text", pores_text(ui), body);
}

} // namespace

void results_view(Flow &flow) {
  course_card(flow);
  Columns columns(flow, flow.columns(2, 640));
  if (columns.count() == 2) result_facts(columns[0]);
  course_settings(columns[1]);
  if (columns.count() == 1) result_facts(columns[0]);
  clear_change(columns[1]);
}

} // namespace rt
