#include "ui/views/course.h"

#include "model/clinics.h"
#include "ui/widgets/texts.h"
#include "ui/words/phrases.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace rt {

namespace {

constexpr int kMonths = 12; // the plot's time axis
constexpr double kWeeksPerMonth = 365.25 / 12 / 7;

double month_of_session(const Factors &f, int session) {
  return session * f.weeks_between / kWeeksPerMonth;
}

} // namespace

int told_month(const Ui &ui) {
  const double last = month_of_session(ui.state.factors, ui.state.factors.sessions - 1);
  return last <= 6 ? 6 : last <= 9 ? 9 : kMonths;
}

int sessions_by(const Ui &ui, int month) {
  int n = 1;
  while (n < ui.state.factors.sessions && month_of_session(ui.state.factors, n) <= month) ++n;
  return n;
}

double clear_by(const Course &course, int month) {
  // Evenly spaced from the first session to month 12, also in what is drawn on its way.
  const std::size_t last = course.share_clear.size() - 1;
  return static_cast<double>(course.share_clear[last * static_cast<std::size_t>(month) / kMonths]);
}

std::string clear_range(const Ui &ui) {
  const ShareRange range = share_at_middle_clinics(
      ui.content.parameters, clear_by(ui.results.projection.course, told_month(ui)));
  const auto n = [&](float share) {
    return ui.host.number(std::round(20 * static_cast<double>(share)), 0);
  };
  return fill(ui.word(Word::results_answer), {{"low", n(range.p25)}, {"high", n(range.p75)}});
}

namespace {

struct CoursePlot {
  Rect plot;
  float x(double month) const {
    return plot.x + plot.w * static_cast<float>(std::clamp(month / kMonths, 0.0, 1.0));
  }
  float y(float share) const { return plot.bottom() - plot.h * share; }
};

// What 16 of 20 and 10 of 20 clinics see, and a typical one.
void course_bands(Ui &ui, const CoursePlot &p) {
  const Parameters &parameters = ui.content.parameters;
  const Course &drawn = ui.results.drawn.course;
  const auto &month = ui.results.projection.course.month;
  std::array<std::vector<Point>, 5> curves; // from the lowest to the highest
  for (std::size_t i = 0; i < drawn.share_clear.size(); ++i) {
    const float share = drawn.share_clear[i], x = p.x(month[i]);
    const EightInTen all = share_anywhere(parameters, static_cast<double>(share));
    const ShareRange middle = share_at_middle_clinics(parameters, static_cast<double>(share));
    const float at[]{all.p10, middle.p25, share, middle.p75, all.p90};
    for (std::size_t c = 0; c < curves.size(); ++c) curves[c].push_back({x, p.y(at[c])});
  }
  ui.pen.area(curves[4], curves[0], ui.theme.clinics_band);
  ui.pen.area(curves[3], curves[1], ui.theme.people_band);
  ui.pen.polyline(curves[2], ui.theme.accent, 2.5f);
}

// The sessions on the axis: numbered where numbers have room.
void session_marks(Ui &ui, const CoursePlot &p) {
  const Factors &f = ui.state.factors;
  const float scale = ui.pen.text_scale();
  const float apart = p.x(month_of_session(f, 1)) - p.plot.x;
  const float r = std::clamp(apart / 2 - 1, 4.0f, 11 * scale);
  const TextStyle number{14, Weight::bold, ui.theme.accent, 1};
  for (int s = 0; s < f.sessions; ++s) {
    const double month = month_of_session(f, s);
    if (month > kMonths) break;
    const Point c{p.x(month), p.y(0)};
    ui.pen.circle(c, r, ui.theme.surface);
    ui.pen.ring(c, r, ui.theme.accent, 1.5f);
    if (r >= 9 * scale)
      ui.pen.text(ui.host.number(s + 1, 0), {c.x - r, c.y - r, 2 * r, 2 * r}, number,
                  Align::center);
  }
}

std::string mark_text(const Ui &ui) {
  const int month = told_month(ui);
  return fill(ui.word(Word::results_mark),
              {{"n", of_20(ui, clear_by(ui.results.projection.course, month))},
               {"month", ui.host.number(month, 0)}});
}

// The month that is told, on the side of its line that has room.
void mark(Ui &ui, const CoursePlot &p) {
  const int month = told_month(ui);
  const float x = p.x(month);
  const float y = p.y(static_cast<float>(clear_by(ui.results.drawn.course, month)));
  ui.pen.dashed_vertical(x, p.plot.y, p.plot.bottom(), ui.theme.text);
  ui.pen.circle({x, y}, 6, ui.theme.surface);
  ui.pen.ring({x, y}, 6, ui.theme.accent, 2.5f);
  const TextStyle style{14, Weight::bold, ui.theme.text};
  const std::string words = mark_text(ui);
  const float w = ui.pen.width(words, style) + 1, h = ui.pen.line_height(style), gap = 10;
  const float top = std::max(p.plot.y, y - h - gap);
  const bool behind = x + gap + w <= p.plot.right();
  const float before_w = std::min(w, x - gap - p.plot.x);
  const Rect box = behind ? Rect{x + gap, top, w, h} : Rect{x - gap - before_w, top, before_w, h};
  // Bands of any color may lie there.
  ui.pen.fill({box.x - 4, box.y, box.w + 8, box.h}, ui.theme.surface, 4);
  ui.pen.text(behind ? words : ui.pen.fitted(words, before_w, style), box, style,
              behind ? Align::start : Align::end);
}

// People beside the plot, `label_w` CSS px wide, and months below it.
void axes(Ui &ui, const CoursePlot &p, float label_w, float months_y, const TextStyle &tick) {
  const float line_h = ui.pen.line_height(tick);
  for (int people = 0; people <= 20; people += 5) {
    const float y = p.y(static_cast<float>(people) / 20);
    ui.pen.line({p.plot.x, y}, {p.plot.right(), y}, ui.theme.divider, 1);
    if (people > 0)
      ui.pen.text(ui.host.number(people, 0),
                  {p.plot.x - label_w - 8, y - line_h / 2, label_w, line_h}, tick, Align::end);
  }
  for (int month = 3; month < kMonths; month += 3)
    ui.pen.text(ui.host.number(month, 0), {p.x(month) - 20, months_y, 40, line_h}, tick,
                Align::center);
  const std::string all = ui.counted(Word::unit_months, kMonths);
  const float room = p.plot.w / 4 - 12;
  ui.pen.text(ui.pen.width(all, tick) <= room ? all : ui.host.number(kMonths, 0),
              {p.plot.right() - room, months_y, room, line_h}, tick, Align::end);
}

} // namespace

void course_plot(Flow &flow) {
  Ui &ui = flow.ui;
  const std::string &title = ui.word(Word::results_figure);
  const TextStyle tick = note_style(ui);
  const float line_h = ui.pen.line_height(tick),
              label_w = ui.pen.width(ui.host.number(20, 0), tick);
  const Slot start = flow.cursor();
  const float h = std::clamp(std::round(start.w * 0.5f), 160.0f, 256.0f);
  const CoursePlot p{{start.x + label_w + 8, start.y + 16, start.w - label_w - 8 - 12, h}};
  flow.advance(16 + h + 16);
  axes(ui, p, label_w, flow.row(line_h).y, tick);
  course_bands(ui, p);
  session_marks(ui, p);
  mark(ui, p);
  describe(ui, node_id("course", ui.parent), Role::figure,
           {start.x, start.y, start.w, flow.cursor().y - start.y}, title)
      .value_text = mark_text(ui) + ": " + clear_range(ui);
}

} // namespace rt
