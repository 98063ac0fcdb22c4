#include "ui/words/plan_dates.h"

#include "ui/export/share.h"
#include "ui/ui.h"
#include "ui/widgets/field_controls.h"
#include "ui/widgets/rows.h"
#include "ui/words/phrases.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {

namespace {

constexpr float kGap = kCardGap;
constexpr double kDay = 1440;     // minutes
constexpr double kUsualHour = 10; // of a treatment, where the visitor has set none
constexpr double kCoinToss = 0.5;

double hour_of(double civil_min) { return (civil_min - day_of(civil_min) * kDay) / 60; }

} // namespace

double treatment_hour(const Ui &ui) {
  const std::optional<double> treated_at = ui.state.treated_at_min;
  return treated_at ? std::floor(hour_of(*treated_at)) : kUsualHour;
}

namespace {

std::string short_day(const Ui &ui, double civil_min) {
  return ui.host.moment(civil_min, MomentStyle::day);
}

std::string people_in_10(const Ui &ui, double share) {
  return ui.host.number(std::round(share * 10), 0);
}

float event_card(Ui &ui, const Place &p) {
  const float pad = card_padding(p.w), inner = p.w - 2 * pad;
  Group group(ui, "event", Role::group, ui.word(Word::plan_event));
  float y = p.y + pad - 6;
  y += moment(ui, Field::event_on, {p.x + pad, y, inner}) + 4;
  y += segmented(ui, Field::sureness, {p.x + pad, y, inner}, true);
  y += pad - 8;
  group.set_rect({p.x, p.y, p.w, y - p.y});
  card(ui, {p.x, p.y, p.w, y - p.y});
  return y - p.y;
}

// How long before any event, where no date is known.
float answer_in_days(Ui &ui, const Place &inner) {
  const double share = share_of(ui.state.confidence);
  auto days = [&](double s) {
    return std::max(1.0, std::ceil(ui.results.looks_normal.value_at(s) / 24));
  };
  float y = inner.y;
  const TextStyle small{15, Weight::regular, ui.theme.muted, 1.4f};
  const TextStyle big{30, Weight::bold, ui.theme.text, 1.2f};
  const TextStyle body{16, Weight::regular, ui.theme.text, 1.5f};
  y += text_block(ui, "lead", ui.word(Word::plan_lead_days), {inner.x, y, inner.w}, small);
  y += heading(ui, "answer", 3, ui.counted(Word::plan_days_before, days(share)),
               {inner.x, y, inner.w}, big);
  y += text_block(ui, "so-that",
                  fill(ui.word(Word::plan_so_that_days),
                       {{"n", people_in_10(ui, share)},
                        {"coin", ui.counted(Word::plan_days, days(kCoinToss))}}),
                  {inner.x, y, inner.w}, body);
  return y - inner.y;
}

float answer_by_date(Ui &ui, const Place &inner, const BookBy &booking) {
  const double event = *ui.state.event_on_min;
  const double share = share_of(ui.state.confidence);
  const Distribution &normal = ui.results.looks_normal;
  const BookBy coin = book_by(normal, kCoinToss, event, treatment_hour(ui), ui.host);
  const std::string event_day = short_day(ui, event);
  const bool past = booking.treatment_min < ui.host.now();
  float y = inner.y;
  const TextStyle small{15, Weight::regular, ui.theme.muted, 1.4f};
  const TextStyle big{30, Weight::bold, ui.theme.text, 1.2f};
  const TextStyle body{16, Weight::regular, ui.theme.text, 1.5f};
  y += text_block(ui, "lead", ui.word(past ? Word::plan_lead_past : Word::plan_lead),
                  {inner.x, y, inner.w}, small);
  y += heading(ui, "answer", 3, short_day(ui, booking.treatment_min), {inner.x, y, inner.w}, big);
  std::string text =
      fill(ui.word(Word::plan_so_that), {{"n", people_in_10(ui, share)}, {"event", event_day}});
  if (past) {
    const double now = share_in_time(normal, ui.host.now(), event, ui.host);
    text = event < ui.host.now()
               ? text + " " + fill(ui.word(Word::plan_event_past), {{"event", event_day}})
               : ui.counted(Word::plan_too_late, std::round(now * 20), {{"event", event_day}});
  } else if (coin.treatment_min > booking.treatment_min) {
    text += " " + fill(ui.word(Word::plan_coin_toss), {{"day", short_day(ui, coin.treatment_min)}});
  }
  y += text_block(ui, "so-that", text, {inner.x, y, inner.w}, body);
  const std::optional<double> treated_at = ui.state.treated_at_min;
  if (treated_at && *treated_at <= event) {
    const double mine = share_in_time(normal, *treated_at, event, ui.host);
    y += 6 + text_block(ui, "yours",
                        ui.counted(Word::plan_yours, std::round(mine * 20),
                                   {{"day", short_day(ui, *treated_at)}, {"event", event_day}}),
                        {inner.x, y + 6, inner.w}, body);
  }
  return y - inner.y;
}

float answer_card(Ui &ui, const Place &p, const BookBy *booking) {
  const float pad = card_padding(p.w);
  const Place inner{p.x + pad, p.y + pad, p.w - 2 * pad};
  Group group(ui, "answer-card", Role::group, ui.word(Word::plan_answer));
  const float h =
      2 * pad + (booking ? answer_by_date(ui, inner, *booking) : answer_in_days(ui, inner));
  group.set_rect({p.x, p.y, p.w, h});
  ui.pen.card({p.x, p.y, p.w, h}, ui.theme.accent_soft, ui.theme.border, ui.theme.radius);
  return h;
}

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

float month_grid(Ui &ui, const Place &p, double month_min, double treatment_min, double event_min) {
  const Month month = month_of(month_min);
  const int starts = ui.host.first_weekday() % 7; // 0 = Sunday
  const float cell_w = p.w / 7, cell_h = std::max(34.0f, std::round(32 * ui.pen.text_scale()));
  const TextStyle head{13, Weight::regular, ui.theme.muted};
  float y = p.y;
  const TextStyle title{13, Weight::bold, ui.theme.muted};
  y += ui.pen.paragraph(ui.host.moment(month.first_day * kDay, MomentStyle::month),
                        {p.x, y, p.w, 0}, title) +
       8;
  auto column_x = [&](int column) {
    const float at = cell_w * static_cast<float>(column);
    return p.x + at;
  };
  const float head_h = ui.pen.line_height(head) + 4;
  const auto weekday = [](double day) {
    return static_cast<int>(day + 4 - 7 * std::floor((day + 4) / 7));
  };
  for (int c = 0; c < 7; ++c) {
    // 1970-01-04 was a Sunday: day 3.
    const double sample = 3 + starts + c;
    ui.pen.text(ui.host.moment(sample * kDay, MomentStyle::weekday_narrow),
                {column_x(c), y, cell_w, head_h}, head, Align::center);
  }
  y += head_h;
  const int lead = (weekday(month.first_day) - starts + 7) % 7;
  int row = 0;
  for (int d = 0; d < month.days; ++d) {
    const int column = (lead + d) % 7;
    row = (lead + d) / 7;
    const double day = month.first_day + d;
    const DayKind kind = kind_of(ui, day, treatment_min, event_min);
    const DayLook look = look_of(ui, kind);
    const Rect cell{column_x(column), y + cell_h * static_cast<float>(row), cell_w, cell_h};
    const float r = std::min(cell_h, cell_w) / 2 - 1.5f;
    const Point c{cell.x + cell.w / 2, cell.y + cell.h / 2};
    if (kind != DayKind::plain) ui.pen.circle(c, r, look.ground);
    // Not by color alone: the day of the treatment and that of the event are ringed as well.
    if (kind == DayKind::event) ui.pen.ring(c, r + 0.5f, ui.theme.text, 2);
    const bool strong = kind == DayKind::treatment || kind == DayKind::event;
    ui.pen.text(ui.host.number(d + 1, 0), cell,
                {14, strong ? Weight::bold : Weight::regular, look.ink, 1}, Align::center);
  }
  return y + cell_h * static_cast<float>(row + 1) - p.y;
}

float calendar_legend(Ui &ui, const Place &p) {
  const TextStyle style{13, Weight::regular, ui.theme.muted};
  constexpr std::array<std::pair<DayKind, Word>, 4> entries{
      {{DayKind::treatment, Word::plan_legend_treatment},
       {DayKind::shows, Word::plan_legend_shows},
       {DayKind::fading, Word::plan_legend_fading},
       {DayKind::event, Word::plan_legend_event}}};
  const float line_h = ui.pen.line_height(style) + 2;
  float x = 0, y = p.y;
  for (const auto &[kind, word] : entries) {
    const float w = ui.pen.width(ui.word(word), style) + 18;
    if (x > 0 && x + w > p.w) {
      x = 0;
      y += line_h;
    }
    const float left = p.x + x;
    const DayLook look = look_of(ui, kind);
    const Point c{left + 6, y + line_h / 2};
    ui.pen.circle(c, 5, look.ground);
    ui.pen.ring(c, 5, readable(look.ground, ui.theme.surface, 3), 1);
    ui.pen.text(ui.word(word), {left + 16, y, w - 16, line_h}, style);
    x += w + 14;
  }
  return y + line_h - p.y;
}

float calendar_card(Ui &ui, const Place &p, const BookBy &booking) {
  const float pad = card_padding(p.w), inner = p.w - 2 * pad;
  const double event = *ui.state.event_on_min;
  Group group(ui, "calendar", Role::figure, ui.word(Word::plan_calendar));
  float y = p.y + pad;
  y += month_grid(ui, {p.x + pad, y, inner}, booking.treatment_min, booking.treatment_min, event);
  if (month_of(event).first_day != month_of(booking.treatment_min).first_day) {
    y += 14;
    y += month_grid(ui, {p.x + pad, y, inner}, event, booking.treatment_min, event);
  }
  y += 10;
  y += calendar_legend(ui, {p.x + pad, y, inner}) + pad;
  ui.nodes[group.index()].value_text =
      fill(ui.word(Word::plan_calendar_text),
           {{"treatment", short_day(ui, booking.treatment_min)}, {"event", short_day(ui, event)}}) +
      " " + ui.counted(Word::calendar_book_by_text, std::round(share_of(ui.state.confidence) * 10));
  group.set_rect({p.x, p.y, p.w, y - p.y});
  card(ui, {p.x, p.y, p.w, y - p.y});
  return y - p.y + kGap;
}

// The sessions of the course: the first on the day that was found or set, the next ones after the
// weeks that lie between.
float sessions_card(Ui &ui, const Place &p, const BookBy *booking) {
  const Factors &f = ui.state.factors;
  const float pad = card_padding(p.w);
  const Place inner{p.x + pad, 0, p.w - 2 * pad};
  std::optional<double> first = ui.state.treated_at_min;
  if (!first && booking) first = booking->treatment_min;
  const double step_min = f.weeks_between * 7 * kDay;
  Group group(ui, "sessions-card", Role::group, ui.word(Word::plan_course));
  float y = p.y + pad;
  y += card_title(ui, "course", ui.counted(Word::plan_course_of, f.sessions),
                  {inner.x, y, inner.w}) -
       6;
  {
    Group list(ui, "sessions", Role::list, "");
    const float top = y;
    for (int s = 0; s < f.sessions; ++s) {
      MilestoneText when;
      if (!first)
        when.strong = s == 0 ? ui.word(Word::plan_week_0)
                             : fill(ui.word(Word::plan_from_week),
                                    {{"n", ui.host.number(s * f.weeks_between, 0)}});
      else if (s == 0)
        when.strong = short_day(ui, *first);
      else
        when.strong =
            fill(ui.word(Word::from_moment), {{"time", short_day(ui, *first + s * step_min)}});
      when.range = ui.word(Word::advice);
      when.advice = true;
      y += fact_row(ui, "session" + std::to_string(s),
                    fill(ui.word(Word::plan_session), {{"n", ui.host.number(s + 1, 0)}}), when,
                    {inner.x, y, inner.w}, s + 1 == f.sessions);
    }
    list.set_rect({inner.x, top, inner.w, y - top});
  }
  if (booking && f.sessions > 1) {
    const double start = booking->treatment_min - (f.sessions - 1) * step_min;
    const TextStyle note{14, Weight::regular, ui.theme.muted, 1.45f};
    const Word word = start < ui.host.now() ? Word::plan_all_before_past : Word::plan_all_before;
    y += 4 + text_block(ui, "all-before",
                        ui.counted(word, f.sessions, {{"day", short_day(ui, start)}}),
                        {inner.x, y + 4, inner.w}, note);
  }
  y += pad;
  group.set_rect({p.x, p.y, p.w, y - p.y});
  card(ui, {p.x, p.y, p.w, y - p.y});
  return y - p.y;
}

} // namespace

float plan_view(Ui &ui, const Place &p) {
  const bool dated = ui.state.event_on_min.has_value();
  BookBy found;
  if (dated)
    found = book_by(ui.results.looks_normal, share_of(ui.state.confidence), *ui.state.event_on_min,
                    treatment_hour(ui), ui.host);
  const BookBy *booking = dated ? &found : nullptr;
  const bool side_by_side = p.w >= 640 * std::max(1.0f, ui.pen.text_scale());
  float y = p.y;
  if (!side_by_side) {
    y += event_card(ui, {p.x, y, p.w}) + kGap;
    y += answer_card(ui, {p.x, y, p.w}, booking) + kGap;
    if (booking) y += calendar_card(ui, {p.x, y, p.w}, *booking);
    y += sessions_card(ui, {p.x, y, p.w}, booking) + kGap;
    return y + take_away(ui, {p.x, y, p.w}) - p.y;
  }
  const float w = (p.w - kGap) / 2;
  const float first = p.x, second = p.x + w + kGap;
  float a = event_card(ui, {first, y, w}) + kGap;
  a += answer_card(ui, {first, y + a, w}, booking) + kGap;
  a += take_away(ui, {first, y + a, w});
  float b = booking ? calendar_card(ui, {second, y, w}, *booking) : 0;
  b += sessions_card(ui, {second, y + b, w}, booking);
  return std::max(a, b);
}

} // namespace rt
