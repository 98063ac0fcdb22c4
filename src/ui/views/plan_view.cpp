#include "ui/views/plan_calendar.h"
#include "ui/views/views.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/texts.h"
#include "ui/words/phrases.h"
#include "ui/words/plan_dates.h"

#include <algorithm>
#include <cmath>

namespace rt {

namespace {

constexpr double kDay = 1440; // minutes

std::string short_day(const Ui &ui, double civil_min) {
  return ui.host.moment(civil_min, MomentStyle::day);
}

std::string people_in_10(const Ui &ui, double share) {
  return ui.host.number(std::round(share * 10), 0);
}

void event_card(Flow &flow) {
  Card card(flow, "event", Role::group, flow.ui.word(Word::plan_event), {CardLook::usual, 6});
  moment(card, Field::event_on);
  card.advance(4);
  choice(card, Field::sureness, true);
  card.advance(-2); // its own room below
}

// The lead, the answer in large letters, and what it means.
void answer(Flow &flow, Word lead, const std::string &big, const std::string &so_that) {
  Ui &ui = flow.ui;
  text(flow, "lead", ui.word(lead), text_style(15, ui.theme.muted, 1.4f));
  heading(flow, "answer", 3, big, {30, Weight::bold, ui.theme.text, 1.2f});
  text(flow, "so-that", so_that, text_style(16, ui.theme.text, 1.5f));
}

// How long before any event, where no date is known.
void answer_in_days(Flow &flow) {
  const Ui &ui = flow.ui;
  const double share = share_of(ui.state.confidence);
  const auto days = [&](double s) {
    return std::max(1.0, std::ceil(ui.results.looks_normal.value_at(s) / 24));
  };
  answer(flow, Word::plan_lead_days, ui.counted(Word::plan_days_before, days(share)),
         fill(ui.word(Word::plan_so_that_days),
              {{"n", people_in_10(ui, share)},
               {"coin", ui.counted(Word::plan_days, days(kCoinToss))}}));
}

// What the latest day of treatment means.
std::string booking_text(const Ui &ui, const BookBy &booking) {
  const double event = *ui.state.event_on_min, now = ui.host.now();
  const Distribution &normal = ui.results.looks_normal;
  const std::string event_day = short_day(ui, event);
  const std::string so_that =
      fill(ui.word(Word::plan_so_that),
           {{"n", people_in_10(ui, share_of(ui.state.confidence))}, {"event", event_day}});
  if (booking.treatment_min < now) {
    if (event < now)
      return so_that + " " + fill(ui.word(Word::plan_event_past), {{"event", event_day}});
    const double share = share_in_time(normal, now, event, ui.host);
    return ui.counted(Word::plan_too_late, std::round(share * 20), {{"event", event_day}});
  }
  const BookBy coin = book_by(normal, kCoinToss, event, treatment_hour(ui), ui.host);
  if (coin.treatment_min <= booking.treatment_min) return so_that;
  return so_that + " " +
         fill(ui.word(Word::plan_coin_toss), {{"day", short_day(ui, coin.treatment_min)}});
}

void answer_by_date(Flow &flow, const BookBy &booking) {
  const Ui &ui = flow.ui;
  const double event = *ui.state.event_on_min;
  const std::optional<double> treated = ui.state.treated_at_min;
  const bool past = booking.treatment_min < ui.host.now();
  answer(flow, past ? Word::plan_lead_past : Word::plan_lead, short_day(ui, booking.treatment_min),
         booking_text(ui, booking));
  if (!treated || *treated > event) return;
  const double mine = share_in_time(ui.results.looks_normal, *treated, event, ui.host);
  flow.advance(6);
  text(flow, "yours",
       ui.counted(Word::plan_yours, std::round(mine * 20),
                  {{"day", short_day(ui, *treated)}, {"event", short_day(ui, event)}}),
       text_style(16, ui.theme.text, 1.5f));
}

void answer_card(Flow &flow, const BookBy *booking) {
  Card card(flow, "answer-card", Role::group, flow.ui.word(Word::plan_answer), {CardLook::answer});
  if (booking)
    answer_by_date(card, *booking);
  else
    answer_in_days(card);
}

void calendar_card(Flow &flow, const BookBy &booking) {
  Ui &ui = flow.ui;
  const double event = *ui.state.event_on_min, treatment = booking.treatment_min;
  Card card(flow, "calendar", Role::figure, ui.word(Word::plan_calendar));
  card.node().value_text =
      fill(ui.word(Word::plan_calendar_text),
           {{"treatment", short_day(ui, treatment)}, {"event", short_day(ui, event)}}) +
      " " + ui.counted(Word::calendar_book_by_text, std::round(share_of(ui.state.confidence) * 10));
  month_grid(card, treatment, treatment, event);
  if (month_of(event).first_day != month_of(treatment).first_day) {
    card.advance(14);
    month_grid(card, event, treatment, event);
  }
  card.advance(10);
  calendar_legend(card);
}

// When session `s` (0 the first) takes place, `first` if that is known.
MilestoneText session_text(const Ui &ui, int s, std::optional<double> first) {
  const int weeks = s * ui.state.factors.weeks_between;
  const std::string &advice = ui.word(Word::advice);
  if (!first)
    return {s == 0 ? ui.word(Word::plan_week_0)
                   : fill(ui.word(Word::plan_from_week), {{"n", ui.host.number(weeks, 0)}}),
            advice, true};
  const std::string day = short_day(ui, *first + weeks * 7 * kDay);
  return {s == 0 ? day : fill(ui.word(Word::from_moment), {{"time", day}}), advice, true};
}

// The sessions of the course: the first on the day that was found or set, the next ones after the
// weeks that lie between.
void sessions_card(Flow &flow, const BookBy *booking) {
  Ui &ui = flow.ui;
  const Factors &f = ui.state.factors;
  std::optional<double> first = ui.state.treated_at_min;
  if (!first && booking) first = booking->treatment_min;
  Card card(flow, "sessions-card", Role::group, ui.word(Word::plan_course));
  part_title(card, "course", ui.counted(Word::plan_course_of, f.sessions));
  card.advance(-6); // the rows bring room of their own
  {
    Group list(card, "sessions", Role::list, "");
    for (int s = 0; s < f.sessions; ++s)
      fact_row(card, "session" + std::to_string(s),
               fill(ui.word(Word::plan_session), {{"n", ui.host.number(s + 1, 0)}}),
               session_text(ui, s, first), s + 1 == f.sessions);
  }
  if (booking == nullptr || f.sessions == 1) return;
  const double start = booking->treatment_min - (f.sessions - 1) * f.weeks_between * 7 * kDay;
  const Word word = start < ui.host.now() ? Word::plan_all_before_past : Word::plan_all_before;
  card.advance(4);
  text(card, "all-before", ui.counted(word, f.sessions, {{"day", short_day(ui, start)}}),
       text_style(14, ui.theme.muted));
}

} // namespace

void plan_view(Flow &flow) {
  const Ui &ui = flow.ui;
  std::optional<BookBy> found;
  if (ui.state.event_on_min)
    found = book_by(ui.results.looks_normal, share_of(ui.state.confidence), *ui.state.event_on_min,
                    treatment_hour(ui), ui.host);
  const BookBy *booking = found ? &*found : nullptr;
  Columns columns(flow, flow.columns(2, 640));
  event_card(columns[0]);
  answer_card(columns[0], booking);
  if (columns.count() == 2) export_panel(columns[0]);
  if (booking) calendar_card(columns[1], *booking);
  sessions_card(columns[1], booking);
  if (columns.count() == 1) export_panel(columns[0]);
}

} // namespace rt
