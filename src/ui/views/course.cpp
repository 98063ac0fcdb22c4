#include "ui/views/course.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace rt {

namespace {

constexpr double kMonths = 12; // the plot's time axis
constexpr float kTop = 1.15f;  // the plot's share axis; fixed, so that settings compare
constexpr double kWeeksPerMonth = 365.25 / 12 / 7;
constexpr std::array<float, 5> kShares{0, 0.25f, 0.5f, 0.75f, 1};

Quantiles share_at(const Course &course, double month) {
  const auto &at = course.month;
  if (at.empty()) return {};
  const auto after = std::lower_bound(at.begin(), at.end(), month);
  if (after == at.begin()) return course.share.front();
  if (after == at.end()) return course.share.back();
  const auto i = static_cast<std::size_t>(after - at.begin());
  const float f = static_cast<float>((month - at[i - 1]) / (at[i] - at[i - 1]));
  Quantiles q{};
  for (std::size_t l = 0; l < kLevelCount; ++l)
    q[l] = course.share[i - 1][l] + f * (course.share[i][l] - course.share[i - 1][l]);
  return q;
}

std::string percent(const Ui &ui, double share) {
  return ui.host.number(std::round(share * 20) * 5, 0); // to 5: the band says how rough it is
}

std::string share_word(const Ui &ui, double share) {
  return fill(ui.word(Word::results_share), {{"n", percent(ui, share)}});
}

} // namespace

MilestoneText share_text(const Ui &ui, double month) {
  const Quantiles q = share_at(ui.results.projection.course, month);
  return {share_word(ui, static_cast<double>(q[kMedian])),
          fill(ui.word(Word::results_share_range),
               {{"low", percent(ui, static_cast<double>(q[kP10]))},
                {"high", percent(ui, static_cast<double>(q[kP90]))}})};
}

std::string course_sentence(const Ui &ui) {
  const Factors &f = ui.state.factors;
  const MilestoneText share = share_text(ui, 6);
  const std::string sessions = ui.counted(Word::sessions_n, f.sessions);
  return f.sessions == 1
             ? fill(ui.word(Word::results_lead_one),
                    {{"sessions", sessions}, {"share", share.strong}, {"range", share.range}})
             : fill(ui.word(Word::results_lead),
                    {{"sessions", sessions},
                     {"weeks", ui.counted(Word::weeks_n, f.weeks_between)},
                     {"share", share.strong},
                     {"range", share.range}});
}

namespace {

struct CoursePlot {
  Rect plot;
  float x(double month) const {
    const float w = plot.w * static_cast<float>(std::clamp(month / kMonths, 0.0, 1.0));
    return plot.x + w;
  }
  float y(float share) const { return plot.bottom() - plot.h * std::min(1.0f, share / kTop); }
};

void course_band(Ui &ui, const CoursePlot &p) {
  const auto &month = ui.results.projection.course.month;
  const auto &share = ui.results.drawn.course.share;
  auto curve = [&](std::size_t level) {
    std::vector<Point> points;
    for (std::size_t i = 0; i < month.size() && month[i] <= kMonths; ++i)
      points.push_back({p.x(month[i]), p.y(share[i][level])});
    return points;
  };
  const auto low = curve(kP10), high = curve(kP90), quarter = curve(kP25), three = curve(kP75);
  const Color color = ui.theme.accent;
  ui.pen.area(high, low, with_alpha(color, 36));
  ui.pen.area(three, quarter, with_alpha(color, 50));
  ui.pen.polyline(curve(kMedian), color, 2.5f);
}

// The shares with their lines, their names in `label_w` CSS px before the plot.
void share_axis(Ui &ui, const CoursePlot &p, float label_w, const TextStyle &style) {
  const float line_h = ui.pen.line_height(style);
  for (float share : kShares) {
    const float y = p.y(share);
    ui.pen.line({p.plot.x, y}, {p.plot.right(), y}, ui.theme.divider, 1);
    ui.pen.text(share_word(ui, static_cast<double>(share)),
                {p.plot.x - label_w - 8, y - line_h / 2, label_w, line_h}, style, Align::end);
  }
}

void session_marks(Ui &ui, const CoursePlot &p) {
  const Factors &f = ui.state.factors;
  const TextStyle number{11, Weight::bold, ui.theme.accent, 1};
  for (int s = 0; s < f.sessions; ++s) {
    const double month = s * f.weeks_between / kWeeksPerMonth;
    if (month > kMonths) break;
    const Point c{p.x(month), p.y(0)};
    ui.pen.circle(c, 8, ui.theme.surface);
    ui.pen.ring(c, 8, ui.theme.accent, 1.5f);
    ui.pen.text(ui.host.number(s + 1, 0), {c.x - 8, c.y - 8, 16, 16}, number, Align::center);
  }
}

} // namespace

void course_plot(Flow &flow) {
  Ui &ui = flow.ui;
  const TextStyle tick{12, Weight::regular, ui.theme.muted};
  const float line_h = ui.pen.line_height(tick), after = 14;
  float label_w = 0;
  for (float share : kShares)
    label_w = std::max(label_w, ui.pen.width(share_word(ui, static_cast<double>(share)), tick));
  const Slot start = flow.cursor();
  const float h = std::clamp(std::round(start.w * 0.45f), 150.0f, 250.0f);
  const CoursePlot p{{start.x + label_w + 8, start.y + 6, start.w - label_w - 8 - after, h}};
  share_axis(ui, p, label_w, tick);
  course_band(ui, p);
  session_marks(ui, p);
  flow.advance(6 + h + 12);
  const Rect months = flow.row(line_h);
  for (int month : {0, 3, 6, 9, 12})
    ui.pen.text(ui.host.number(month, 0), {p.x(month) - 20, months.y, 40, line_h}, tick,
                Align::center);
  ui.pen.text(ui.pen.fitted(ui.word(Word::axis_months), p.plot.w, tick),
              {p.plot.x, flow.row(line_h).y, p.plot.w, line_h}, tick, Align::center);
  describe(ui, node_id("course", ui.parent), Role::figure,
           {start.x, start.y, start.w, flow.cursor().y - start.y}, ui.word(Word::results_figure))
      .value_text = without_marks(course_sentence(ui));
}

} // namespace rt
