// The months between treatment and event, with what each day stands for.
#include "ui/views/plan_calendar.h"

#include "ui/widgets/texts.h"
#include "ui/words/plan_dates.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {

namespace {

constexpr double kDay = 1440; // minutes

// What a day of the calendar stands for.
enum class DayKind : std::uint8_t { plain, treatment, shows, fading, event };

DayKind kind_of(const Ui &ui, double day, double treatment_min, double event_min) {
  if (day == day_of(event_min)) return DayKind::event;
  if (day == day_of(treatment_min)) return DayKind::treatment;
  if (day < treatment_min / kDay || day > day_of(event_min)) return DayKind::plain;
  const double noon = day * kDay + 720;
  const double normal = share_in_time(ui.results.looks_normal, treatment_min, noon, ui.host);
  if (normal >= share_of(ui.state.confidence)) return DayKind::plain;
  return normal < kCoinToss ? DayKind::shows : DayKind::fading;
}

struct DayLook {
  Color ground, ink;
};
DayLook look_of(const Ui &ui, DayKind kind) {
  switch (kind) {
  case DayKind::treatment: return {ui.theme.accent, ui.theme.on_accent};
  case DayKind::shows: return {ui.theme.chip_bad, ui.theme.chip_bad_text};
  case DayKind::fading: return {ui.theme.chip_good, ui.theme.chip_good_text};
  case DayKind::event: return {ui.theme.chip_good_text, ui.theme.chip_good};
  case DayKind::plain: break;
  }
  return {0, ui.theme.text};
}

// The day of the week from the first that the language's weeks have, 0..6; `starts` 0 = Sunday.
int weekday_of(double day, int starts) {
  // 1970-01-01 was a Thursday.
  const auto weekday = static_cast<int>(day + 4 - 7 * std::floor((day + 4) / 7));
  return (weekday - starts + 7) % 7;
}

void day_cell(Ui &ui, const Rect &cell, int number, DayKind kind) {
  const DayLook look = look_of(ui, kind);
  const float r = std::min(cell.h, cell.w) / 2 - 1.5f;
  const Point c{cell.x + cell.w / 2, cell.y + cell.h / 2};
  if (kind != DayKind::plain) ui.pen.circle(c, r, look.ground);
  // Not by color alone: the day of the treatment and that of the event are bold or ringed as well.
  if (kind == DayKind::event) ui.pen.ring(c, r + 0.5f, ui.theme.text, 2);
  const bool strong = kind == DayKind::treatment || kind == DayKind::event;
  ui.pen.text(ui.host.number(number, 0), cell,
              {14, strong ? Weight::bold : Weight::regular, look.ink, 1}, Align::center);
}

} // namespace

void month_grid(Flow &flow, double month_min, double treatment_min, double event_min) {
  Ui &ui = flow.ui;
  const Month month = month_of(month_min);
  const int starts = ui.host.first_weekday() % 7; // 0 = Sunday
  const float cell_w = flow.width() / 7;
  const float cell_h = std::max(34.0f, std::round(32 * ui.pen.text_scale()));
  const TextStyle head{13, Weight::regular, ui.theme.muted};
  unspoken(flow, ui.host.moment(month.first_day * kDay, MomentStyle::month),
           {13, Weight::bold, ui.theme.muted});
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
    day_cell(ui, cell_of(week, column), d + 1, kind_of(ui, day, treatment_min, event_min));
  }
}

void calendar_legend(Flow &flow) {
  Ui &ui = flow.ui;
  const TextStyle style{13, Weight::regular, ui.theme.muted};
  constexpr std::array<std::pair<DayKind, Word>, 4> entries{
      {{DayKind::treatment, Word::plan_legend_treatment},
       {DayKind::shows, Word::plan_legend_shows},
       {DayKind::fading, Word::plan_legend_fading},
       {DayKind::event, Word::plan_legend_event}}};
  Wrap wrap(flow, ui.pen.line_height(style) + 2, 14, 0);
  for (const auto &[kind, word] : entries) {
    const Rect r = wrap.box(ui.pen.width(ui.word(word), style) + 18);
    const DayLook look = look_of(ui, kind);
    const Point c{r.x + 6, r.y + r.h / 2};
    ui.pen.circle(c, 5, look.ground);
    ui.pen.ring(c, 5, readable(look.ground, ui.theme.surface, 3), 1);
    ui.pen.text(ui.word(word), {r.x + 16, r.y, r.w - 16, r.h}, style);
  }
}

} // namespace rt
