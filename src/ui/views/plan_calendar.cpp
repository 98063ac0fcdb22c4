// The months before the event, with what each day is good for.
#include "ui/views/plan_calendar.h"

#include "ui/widgets/texts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {

namespace {

constexpr double kDay = 1440; // minutes

DayKind kind_of(const Ui &ui, double day, const EventPlan &plan) {
  if (day < day_of(ui.host.now()) || day > day_of(plan.event_min)) return DayKind::plain;
  if (day <= day_of(plan.best_min)) return DayKind::good;
  return day <= day_of(plan.latest.treatment_min) ? DayKind::no_room : DayKind::shows;
}

// The day of the week from the first that the language's weeks have, 0..6; `starts` 0 = Sunday.
int weekday_of(double day, int starts) {
  // 1970-01-01 was a Thursday.
  const auto weekday = static_cast<int>(day + 4 - 7 * std::floor((day + 4) / 7));
  return (weekday - starts + 7) % 7;
}

void day_cell(Ui &ui, const Rect &cell, double day, int number, const EventPlan &plan) {
  const DayKind kind = kind_of(ui, day, plan);
  const bool event = day == day_of(plan.event_min);
  const bool treated = ui.state.treated_at_min && day == day_of(*ui.state.treated_at_min);
  DayLook look = look_of(ui, kind);
  const float r = std::min(cell.h, cell.w) / 2 - 3;
  const Point c{cell.x + cell.w / 2, cell.y + cell.h / 2};
  // Not by color alone: the day of the treatment is filled, that of the event is ringed.
  if (event) {
    look.ink = ui.theme.text;
    ui.pen.ring(c, r, ui.theme.chip_good_text, 2);
  } else if (kind != DayKind::plain) {
    ui.pen.fill({cell.x, cell.y + 2, cell.w, cell.h - 4}, look.ground);
  }
  if (treated) {
    ui.pen.circle(c, event ? r - 3 : r, ui.theme.accent);
    look.ink = ui.theme.on_accent;
  }
  ui.pen.text(ui.host.number(number, 0), cell,
              {14, treated || event ? Weight::bold : Weight::regular, look.ink, 1}, Align::center);
}

} // namespace

DayLook look_of(const Ui &ui, DayKind kind) {
  // The text of a page is readable on its grounds, not on every mixture.
  const auto on = [&](Color ground) {
    return DayLook{ground, readable(ui.theme.text, ground, 4.5)};
  };
  switch (kind) {
  case DayKind::good: return {ui.theme.chip_good, ui.theme.chip_good_text};
  case DayKind::no_room: return on(ui.theme.clinics_band);
  case DayKind::shows: return on(mix(ui.theme.chip_bad, ui.theme.chip_bad_text, 0.15f));
  case DayKind::plain: break;
  }
  return on(ui.theme.background);
}

const std::string &kind_name(const Ui &ui, DayKind kind) {
  return ui.word(kind == DayKind::good      ? Word::plan_good
                 : kind == DayKind::no_room ? Word::plan_no_room
                                            : Word::plan_shows);
}

void month_grid(Flow &flow, double month_min, const EventPlan &plan) {
  Ui &ui = flow.ui;
  const Month month = month_of(month_min);
  const int starts = ui.host.first_weekday() % 7; // 0 = Sunday
  const float cell_w = flow.width() / 7;
  const float cell_h = std::round(40 * std::max(0.8f, ui.pen.text_scale()));
  const TextStyle head = note_style(ui);
  unspoken(flow, ui.host.moment(month.first_day * kDay, MomentStyle::month),
           {16, Weight::bold, ui.theme.text, 1.5f});
  flow.advance(8);
  const auto cell_of = [&](const Rect &row, int column) {
    return Rect{row.x + cell_w * static_cast<float>(column), row.y, cell_w, row.h};
  };
  const Rect heads = flow.row(ui.pen.line_height(head) + 4);
  for (int c = 0; c < 7; ++c) {
    const double sample = 3 + starts + c; // 1970-01-04 was a Sunday: day 3
    ui.pen.text(ui.host.moment(sample * kDay, MomentStyle::weekday_narrow), cell_of(heads, c), head,
                Align::center);
  }
  Rect week = flow.row(cell_h);
  for (int d = 0; d < month.days; ++d) {
    const double day = month.first_day + d;
    const int column = weekday_of(day, starts);
    if (d > 0 && column == 0) week = flow.row(cell_h);
    day_cell(ui, cell_of(week, column), day, d + 1, plan);
  }
}

void plan_legend(Flow &flow) {
  Ui &ui = flow.ui;
  const TextStyle style = note_style(ui);
  Wrap wrap(flow, ui.pen.line_height(style) + 4, 16, 0);
  const auto entry = [&](const std::string &name) {
    const Rect r = wrap.box(ui.pen.width(name, style) + 21);
    ui.pen.text(ui.pen.fitted(name, r.w - 20, style), {r.x + 20, r.y, r.w - 20, r.h}, style);
    return Rect{r.x, r.y + r.h / 2 - 7, 14, 14};
  };
  for (const DayKind kind : {DayKind::good, DayKind::no_room, DayKind::shows}) {
    const Rect mark = entry(kind_name(ui, kind));
    ui.pen.fill(mark, look_of(ui, kind).ground, 2);
    ui.pen.outline(mark, ui.theme.edge, 2);
  }
  if (ui.state.treated_at_min && ui.state.event_on_min) {
    const Rect mark = entry(ui.word(Word::plan_treatment));
    ui.pen.circle({mark.x + 7, mark.y + 7}, 7, ui.theme.accent);
  }
  const Rect mark = entry(ui.word(Word::plan_event));
  ui.pen.ring({mark.x + 7, mark.y + 7}, 6, ui.theme.chip_good_text, 2);
}

} // namespace rt
