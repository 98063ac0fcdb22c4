// The weeks before an event as one bar: what each day is good for as a day of treatment.
#include "ui/views/plan_calendar.h"
#include "ui/widgets/texts.h"
#include "ui/words/phrases.h"
#include "ui/words/sources.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {

namespace {

constexpr double kDay = 1440; // minutes

struct Bar {
  Rect rect;
  double days; // from its start to the event
  float x(double days_before) const {
    const double part = std::clamp(1 - days_before / days, 0.0, 1.0);
    return rect.x + rect.w * static_cast<float>(part);
  }
};

double days_before(const EventPlan &plan, double moment_min) {
  return (plan.event_min - moment_min) / kDay;
}

// Six weeks, or from today, or from the treatment on.
double shown_days(const Ui &ui, const EventPlan *plan) {
  constexpr double most = 42, least = 14;
  if (plan == nullptr) return most;
  double days = std::clamp(days_before(*plan, ui.host.now()), least, most);
  if (ui.state.treated_at_min)
    if (const double treated = days_before(*plan, *ui.state.treated_at_min) + 2;
        treated > days && treated < 2 * most)
      days = treated;
  return days;
}

// A part of the bar, its name in it where that has room; returns whether it had.
bool segment(Ui &ui, const Bar &bar, double from, double to, DayKind kind) {
  const float x0 = bar.x(from), x1 = bar.x(to);
  if (x1 <= x0) return true;
  const Rect r{x0, bar.rect.y, x1 - x0, bar.rect.h};
  const DayLook look = look_of(ui, kind);
  ui.pen.fill(r, look.ground);
  const TextStyle style{14, Weight::regular, look.ink, 20.0f / 14};
  const std::string &name = kind_name(ui, kind);
  const bool room = ui.pen.width(name, style) + 16 <= r.w;
  if (room) ui.pen.text(name, {r.x + 8, r.y, r.w - 16, r.h}, style);
  return room;
}

// The names of the best and of the latest day above their edges.
void edges(Ui &ui, const Bar &bar, float y, double best, double latest, const std::string &best_day,
           const std::string &latest_day) {
  const TextStyle style{14, Weight::bold, ui.theme.text, 20.0f / 14};
  const float h = ui.pen.line_height(style);
  const auto edge = [&](double at) {
    ui.pen.fill({bar.x(at) - 1, bar.rect.y - 4, 2, bar.rect.h + 4}, ui.theme.text);
  };
  float end = bar.rect.right();
  const auto name = [&](double at, const std::string &day) {
    const float w = std::min(ui.pen.width(day, style) + 1, end - bar.rect.x);
    const float x = std::clamp(bar.x(at) - w / 2, bar.rect.x, end - w);
    ui.pen.text(ui.pen.fitted(day, w, style), {x, y, w, h}, style);
    end = x - 8;
  };
  if (latest <= bar.days) {
    edge(latest);
    name(latest, latest_day);
  }
  if (best <= bar.days) {
    edge(best);
    if (end - bar.rect.x > 40) name(best, best_day);
  }
}

// When people look normal after the treatment that is set.
void treatment_row(Flow &flow, const Bar &bar, const EventPlan &plan) {
  Ui &ui = flow.ui;
  const double treated = *ui.state.treated_at_min, from = days_before(plan, treated);
  const MilestoneTime &normal =
      ui.results.projection.milestone[static_cast<std::size_t>(Milestone::looks_normal)];
  const Rect row = flow.row(32);
  const auto band = [&](float low_h, float high_h, Color color) {
    const float x0 = bar.x(from - static_cast<double>(low_h) / 24),
                x1 = bar.x(from - static_cast<double>(high_h) / 24);
    if (x1 <= x0) return;
    ui.pen.fill({x0, row.y + 8, x1 - x0, 16}, color, 4);
    ui.pen.outline({x0, row.y + 8, x1 - x0, 16}, ui.theme.edge, 4);
  };
  band(normal.hours_anywhere[kP10], normal.hours_anywhere[kP90], ui.theme.clinics_band);
  band(normal.hours[kP10], normal.hours[kP90], ui.theme.people_band);
  ui.pen.circle({std::max(bar.x(from), bar.rect.x + 9), row.y + 16}, 9, ui.theme.accent);
}

// The weeks below it, as many names as have room.
void ticks(Flow &flow, const Bar &bar, const EventPlan *plan) {
  Ui &ui = flow.ui;
  const TextStyle style = note_style(ui);
  const auto name = [&](int week) {
    return plan ? ui.host.moment(plan->event_min - week * 7 * kDay, MomentStyle::day_month)
                : ui.host.number(week, 0);
  };
  const int weeks = static_cast<int>(bar.days / 7);
  float w = 0;
  for (int week = 0; week <= weeks; ++week) w = std::max(w, ui.pen.width(name(week), style) + 1);
  const float apart = bar.rect.w * static_cast<float>(7 / bar.days);
  const float end = bar.rect.right() + 18; // where the ring of the event ends
  // The last name, that of the event, may stand before its place.
  const float moved = std::max(0.0f, bar.rect.right() + w / 2 - end);
  const int stride = std::max(1, static_cast<int>(std::ceil((w + moved + 10) / apart)));
  const Rect row = flow.row(6 + ui.pen.line_height(style));
  for (int week = 0; week <= weeks; week += stride) {
    const float x = bar.x(7 * week);
    ui.pen.line({x, row.y}, {x, row.y + 5}, ui.theme.edge, 1);
    if (x - w / 2 < bar.rect.x - 8) continue; // no room before it
    ui.pen.text(name(week), {std::clamp(x - w / 2, bar.rect.x, end - w), row.y + 6, w, row.h - 6},
                style, Align::center);
  }
  if (plan == nullptr) unspoken(flow, ui.word(Word::plan_weeks_before), style, Align::center);
}

} // namespace

std::string plan_bar_text(const Ui &ui, const std::string &best, const std::string &latest) {
  return fill(ui.word(Word::plan_bar_text),
              {{"best", best}, {"latest", latest}, {"n", people_asked(ui)}});
}

bool plan_bar(Flow &flow, const EventPlan *plan, double latest_days) {
  Ui &ui = flow.ui;
  const Slot start = flow.cursor();
  const float names_h = ui.pen.line_height(note_style(ui)), bar_h = std::max(32.0f, names_h + 12);
  const Bar bar{{start.x, start.y + names_h + 6, start.w - 18, bar_h}, shown_days(ui, plan)};
  const double best = plan ? days_before(*plan, plan->best_min) : margin_days(ui);
  const double latest = plan ? days_before(*plan, plan->latest.treatment_min) : latest_days;
  const auto day = [&](double moment) { return ui.host.moment(moment, MomentStyle::day); };
  const std::string best_day = plan ? day(plan->best_min) : span_text(ui, margin_days(ui) * 24),
                    latest_day = plan ? day(plan->latest.treatment_min)
                                      : ui.counted(Word::plan_days, latest_days);
  bool named = segment(ui, bar, bar.days, best, DayKind::good);
  named &= segment(ui, bar, std::min(best, bar.days), latest, DayKind::no_room);
  named &= segment(ui, bar, std::min(latest, bar.days), 0, DayKind::shows);
  edges(ui, bar, start.y, best, latest, best_day, latest_day);
  ui.pen.ring({bar.rect.right() + 9, bar.rect.y + bar.rect.h / 2}, 8, ui.theme.chip_good_text, 3);
  flow.advance(names_h + 6 + bar_h);
  const std::optional<double> treated = ui.state.treated_at_min;
  if (plan && treated && *treated <= plan->event_min && days_before(*plan, *treated) <= bar.days)
    treatment_row(flow, bar, *plan);
  else
    flow.advance(4);
  ticks(flow, bar, plan);
  describe(ui, node_id("bar", ui.parent), Role::figure,
           {start.x, start.y, start.w, flow.cursor().y - start.y}, ui.word(Word::plan_bar))
      .value_text = plan_bar_text(ui, best_day, latest_day);
  return named;
}

} // namespace rt
