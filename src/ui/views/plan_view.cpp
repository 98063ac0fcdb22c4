#include "ui/views/plan_calendar.h"
#include "ui/views/views.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/texts.h"
#include "ui/words/phrases.h"
#include "ui/words/sources.h"

#include <algorithm>
#include <cmath>

namespace rt {

namespace {

constexpr double kDay = 1440; // minutes

std::string short_day(const Ui &ui, double civil_min) {
  return ui.host.moment(civil_min, MomentStyle::day);
}

// As many days before any event as let as many people look normal as were asked for.
double latest_days(const Ui &ui) {
  return std::max(1.0,
                  std::ceil(ui.results.looks_normal.value_at(share_of(ui.state.confidence)) / 24));
}

void event_settings(Flow &flow) {
  const std::string &name = flow.ui.word(Word::plan_event);
  Group group(flow, "event", Role::group, name);
  unseen_heading(flow.ui, "title", 3, name);
  moment(flow, Field::event_on);
  choice(flow, Field::sureness, true);
}

// What the latest day of treatment means.
std::string latest_text(const Ui &ui, const EventPlan &plan) {
  const double event = plan.event_min, latest = plan.latest.treatment_min, now = ui.host.now();
  const std::string event_day = short_day(ui, event);
  if (event >= now && latest < now) {
    const double share = share_in_time(ui.results.looks_normal, now, event, ui.host);
    return ui.counted(Word::plan_too_late, std::round(share * 20), {{"event", event_day}});
  }
  const std::string so_that =
      fill(ui.word(Word::plan_so_that),
           {{"day", short_day(ui, latest)}, {"n", people_asked(ui)}, {"event", event_day}});
  return event >= now
             ? so_that
             : so_that + " " + fill(ui.word(Word::plan_event_past), {{"event", event_day}});
}

void dated_headline(Flow &flow, const EventPlan &plan) {
  const Ui &ui = flow.ui;
  const std::string best = short_day(ui, plan.best_min),
                    latest = short_day(ui, plan.latest.treatment_min);
  const double now = ui.host.now();
  if (plan.latest.treatment_min < now)
    headline(flow, ui.word(Word::plan_lead_past), latest);
  else if (plan.best_min < now)
    headline(flow, fill(ui.word(Word::plan_lead_late), {{"day", best}}),
             fill(ui.word(Word::plan_latest_only), {{"day", latest}}));
  else
    headline(flow, ui.word(Word::plan_lead),
             fill(ui.word(Word::plan_both), {{"best", best}, {"latest", latest}}));
}

// When to have the treatment: with room for surprises, and at the latest.
void answer(Flow &flow, const EventPlan *plan) {
  Ui &ui = flow.ui;
  Group group(flow, "plan-answer", Role::group, ui.word(Word::plan_answer));
  if (plan) {
    dated_headline(flow, *plan);
    flow.advance(8);
    text(flow, "so-that", latest_text(ui, *plan), body_style(ui));
  } else {
    headline(flow, ui.word(Word::plan_lead_days),
             fill(ui.word(Word::plan_both_days),
                  {{"time", span_text(ui, margin_days(ui) * 24)},
                   {"days", ui.counted(Word::plan_days, latest_days(ui))}}));
    flow.advance(8);
    text(flow, "so-that", fill(ui.word(Word::plan_so_that_days), {{"n", people_asked(ui)}}),
         body_style(ui));
  }
  flow.advance(8);
  text(flow, "margin", margin_text(ui), note_style(ui));
  const std::optional<double> treated = ui.state.treated_at_min;
  if (!plan || !treated || *treated > plan->event_min) return;
  const double mine = share_in_time(ui.results.looks_normal, *treated, plan->event_min, ui.host);
  flow.advance(8);
  text(flow, "yours",
       ui.counted(Word::plan_yours, std::round(mine * 20),
                  {{"day", short_day(ui, *treated)}, {"event", short_day(ui, plan->event_min)}}),
       body_style(ui));
}

void head(Flow &flow, const EventPlan *plan) {
  const bool beside = flow.columns(2, 640) == 2;
  Columns columns(flow, Columns::FirstWidth{flow.width() - (beside ? 332.0f : 0.0f)}, 32);
  answer(columns[0], plan);
  call_below(columns[0]);
  if (!beside) columns[0].advance(16);
  event_settings(columns[beside ? 1 : 0]);
}

// The month of the best day, or of today where that is over, and that of the event.
void calendars(Flow &flow, const EventPlan &plan) {
  Ui &ui = flow.ui;
  const double first = std::max(plan.best_min, std::min(ui.host.now(), plan.event_min));
  const bool two = month_of(first).first_day != month_of(plan.event_min).first_day;
  flow.advance(32);
  Group figure(flow, "calendar", Role::figure, ui.word(Word::plan_calendar));
  figure.node().value_text =
      plan_bar_text(ui, short_day(ui, plan.best_min), short_day(ui, plan.latest.treatment_min));
  {
    const bool beside = two && flow.columns(2, 480) == 2;
    Columns months(flow, beside ? 2 : 1, 24);
    month_grid(months[0], first, plan);
    if (two && !beside) months[0].advance(16);
    if (two) month_grid(months[1], plan.event_min, plan);
  }
  flow.advance(8);
  plan_legend(flow);
}

struct Entry {
  double at; // minutes, for their order
  std::string when, what;
};

// The sessions; without a day for the first one in weeks from it.
void sessions(const Ui &ui, std::vector<Entry> &list, std::optional<double> first) {
  const std::vector<double> days = session_days(ui, first.value_or(0));
  for (std::size_t s = first && !ui.state.treated_at_min ? 1 : 0; s < days.size(); ++s) {
    const auto n = static_cast<double>(s);
    std::string when = ui.word(Word::plan_week_0);
    if (first)
      when = s == 0 ? short_day(ui, days[s])
                    : fill(ui.word(Word::from_moment), {{"time", short_day(ui, days[s])}});
    else if (s > 0)
      when = fill(ui.word(Word::plan_from_week),
                  {{"n", ui.host.number(n * ui.state.factors.weeks_between, 0)}});
    list.push_back({days[s], when,
                    fill(ui.word(Word::plan_session), {{"n", ui.host.number(n + 1, 0)}}) + " (" +
                        session_advice(ui) + ")"});
  }
}

// What belongs in a calendar, by its day.
std::vector<Entry> entries(const Ui &ui, const EventPlan *plan) {
  std::vector<Entry> list;
  std::optional<double> first = ui.state.treated_at_min;
  const std::string advice = " (" + margin_says(ui) + ")";
  if (first) {
    const auto &all = ui.results.projection.milestone;
    constexpr Milestone make_up = Milestone::make_up, normal = Milestone::looks_normal;
    if (const std::optional<double> from = milestone_from(ui, make_up)) {
      const MilestoneText when = milestone_text(ui, make_up);
      list.push_back({after_treatment(ui, *from), when.strong,
                      milestone_name(ui, make_up) + " (" + when.range + ")"});
    }
    list.push_back({after_treatment(ui, static_cast<double>(
                                            all[static_cast<std::size_t>(normal)].hours[kMedian])),
                    milestone_text(ui, normal).spoken(),
                    fill(ui.word(Word::plan_16), {{"name", milestone_name(ui, normal)}})});
  } else if (plan) {
    const double latest = plan->latest.treatment_min;
    const bool late = plan->best_min < ui.host.now();
    first = late ? latest : plan->best_min;
    if (!late) list.push_back({*first, short_day(ui, *first), ui.word(Word::plan_best) + advice});
    list.push_back({latest, short_day(ui, latest),
                    fill(ui.word(Word::plan_latest), {{"n", people_asked(ui)}})});
  }
  sessions(ui, list, first);
  if (plan)
    list.push_back({plan->event_min, short_day(ui, plan->event_min), ui.word(Word::plan_event)});
  std::stable_sort(list.begin(), list.end(),
                   [](const Entry &a, const Entry &b) { return a.at < b.at; });
  return list;
}

// When and what on one line, or below each other.
void entry_row(Flow &flow, std::size_t i, const Entry &entry) {
  Ui &ui = flow.ui;
  const TextStyle note = note_style(ui), body = body_style(ui);
  const Slot start = flow.cursor();
  const float when_w = ui.pen.width(entry.when, note) + 1;
  flow.advance(10);
  if (ui.pen.width(entry.what, body) + when_w + 16 <= flow.width()) {
    ui.pen.text(entry.when, {start.x, start.y + 10, start.w, ui.pen.line_height(body)}, note,
                Align::end);
  } else {
    unspoken(flow, entry.when, note);
  }
  unspoken(flow, entry.what, body);
  flow.advance(10);
  flow.divider();
  describe(ui, node_id(std::to_string(i), ui.parent), Role::list_item,
           {start.x, start.y, start.w, flow.cursor().y - start.y}, "")
      .value_text = ui.named(entry.what, entry.when);
}

void calendar_list(Flow &flow, const EventPlan *plan) {
  Ui &ui = flow.ui;
  const Factors &f = ui.state.factors;
  section_title(flow, "list-title", ui.word(Word::plan_list));
  {
    Group group(flow, "list", Role::list, ui.word(Word::plan_list));
    const std::vector<Entry> list = entries(ui, plan);
    for (std::size_t i = 0; i < list.size(); ++i) entry_row(flow, i, list[i]);
  }
  if (plan == nullptr || f.sessions == 1) return;
  const double start = plan->best_min - (f.sessions - 1) * f.weeks_between * 7 * kDay;
  const Word word = start < ui.host.now() ? Word::plan_all_before_past : Word::plan_all_before;
  flow.advance(8);
  text(flow, "all-before", ui.counted(word, f.sessions, {{"day", short_day(ui, start)}}),
       note_style(ui));
}

} // namespace

void plan_view(Flow &flow) {
  const Ui &ui = flow.ui;
  std::optional<EventPlan> found;
  if (ui.state.event_on_min) found = event_plan(ui);
  const EventPlan *plan = found ? &*found : nullptr;
  Parts parts(flow);
  head(parts, plan);
  parts.advance(24);
  unseen_heading(flow.ui, "bar-title", 3, ui.word(Word::plan_bar));
  const bool named = plan_bar(parts, plan, latest_days(ui));
  if (plan) {
    const bool beside = parts.columns(2, 760) == 2;
    Columns columns(parts, Columns::FirstWidth{parts.width() - (beside ? 272.0f : 0.0f)}, 32);
    calendars(columns[0], *plan);
    calendar_list(columns[beside ? 1 : 0], plan);
  } else {
    if (!named) plan_legend(parts);
    calendar_list(parts, plan);
  }
  parts.advance(24);
  export_panel(parts);
}

} // namespace rt
