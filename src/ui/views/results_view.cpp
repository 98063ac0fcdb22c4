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
constexpr double kMonths = 12; // the plot's time axis
constexpr float kTop = 1.15f;  // the plot's share axis; fixed, so that settings compare
constexpr double kWeeksPerMonth = 365.25 / 12 / 7;
constexpr std::array<double, 4> kToldMonths{1, 3, 6, 12};

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

MilestoneText share_text(const Ui &ui, const Quantiles &q) {
  return {fill(ui.word(Word::results_share), {{"n", percent(ui, static_cast<double>(q[kMedian]))}}),
          fill(ui.word(Word::results_share_range),
               {{"low", percent(ui, static_cast<double>(q[kP10]))},
                {"high", percent(ui, static_cast<double>(q[kP90]))}})};
}

std::string course_sentence(const Ui &ui) {
  const Factors &f = ui.state.factors;
  const MilestoneText share = share_text(ui, share_at(ui.results.projection.course, 6));
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

float course_plot(Ui &ui, const Place &at) {
  const TextStyle tick{12, Weight::regular, ui.theme.muted};
  const float line_h = ui.pen.line_height(tick);
  float label_w = 0;
  for (float share : {0.0f, 0.25f, 0.5f, 0.75f, 1.0f})
    label_w = std::max(label_w, ui.pen.width(fill(ui.word(Word::results_share),
                                                  {{"n", percent(ui, static_cast<double>(share))}}),
                                             tick));
  label_w += 8;
  const float h = std::clamp(std::round(at.w * 0.45f), 150.0f, 250.0f);
  const CoursePlot p{{at.x + label_w, at.y + 6, at.w - label_w - 14, h}};
  for (float share : {0.0f, 0.25f, 0.5f, 0.75f, 1.0f}) {
    const float y = p.y(share);
    ui.pen.line({p.plot.x, y}, {p.plot.right(), y}, ui.theme.divider, 1);
    const std::string text =
        fill(ui.word(Word::results_share), {{"n", percent(ui, static_cast<double>(share))}});
    ui.pen.text(text, {at.x, y - line_h / 2, label_w - 8, line_h}, tick, Align::end);
  }
  course_band(ui, p);
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
  const float axis_y = p.plot.bottom() + 12;
  for (int month : {0, 3, 6, 9, 12})
    ui.pen.text(ui.host.number(month, 0), {p.x(month) - 20, axis_y, 40, line_h}, tick,
                Align::center);
  const float title_y = axis_y + line_h;
  ui.pen.text(ui.pen.fitted(ui.word(Word::axis_months), p.plot.w, tick),
              {p.plot.x, title_y, p.plot.w, line_h}, tick, Align::center);
  const float bottom = title_y + line_h;
  describe(ui, node_id("course", ui.parent), Role::figure, {at.x, at.y, at.w, bottom - at.y},
           ui.word(Word::results_figure))
      .value_text = without_marks(course_sentence(ui));
  return bottom - at.y;
}

float course_card(Ui &ui, const Place &p) {
  const float pad = card_padding(p.w), inner = p.w - 2 * pad;
  Group group(ui, "course-card", Role::group, ui.word(Word::results_figure));
  float y = p.y + pad;
  const TextStyle sentence{16, Weight::regular, ui.theme.text, 1.5f};
  // No text of its own for who listens: the figure below tells it.
  y += ui.pen.paragraph(course_sentence(ui), {p.x + pad, y, inner, 0}, sentence) + 10;
  y += course_plot(ui, {p.x + pad, y, inner}) + 8;
  const TextStyle note{12.5f, Weight::regular, ui.theme.muted};
  y += text_block(ui, "legend", ui.word(Word::legend), {p.x + pad, y, inner}, note) + pad;
  group.set_rect({p.x, p.y, p.w, y - p.y});
  card(ui, {p.x, p.y, p.w, y - p.y});
  return y - p.y;
}

// Sessions, weeks between and PRP: what of the settings acts on the result. Beside the settings'
// own panel only PRP stands here.
float course_settings(Ui &ui, const Place &p) {
  const bool with_sessions = !ui.beside_settings;
  const float pad = card_padding(p.w), inner = p.w - 2 * pad;
  const auto shown = [&](Field f) { return !ui.content.field(f).hidden; };
  if (!shown(Field::prp) &&
      !(with_sessions && (shown(Field::sessions) || shown(Field::weeks_between))))
    return 0;
  Group group(ui, "course-settings", Role::group, ui.word(Word::results_settings));
  float y = p.y + pad - 6;
  if (with_sessions) {
    if (shown(Field::sessions)) y += stepper(ui, Field::sessions, {p.x + pad, y, inner});
    if (shown(Field::weeks_between)) y += stepper(ui, Field::weeks_between, {p.x + pad, y, inner});
  }
  if (shown(Field::prp)) {
    y += toggle(ui, Field::prp, {p.x + pad, y, inner}, nullptr);
    const SourcedParameter &gain = ui.content.sourced(Parameter::gain_prp_ratio);
    auto more = [&](double ratio) { return ui.host.number(std::round((ratio - 1) * 100), 0); };
    const TextStyle note{13.5f, Weight::regular, ui.theme.muted, 1.45f};
    y += text_block(ui, "prp-note",
                    fill(ui.word(Word::results_prp), {{"n", more(gain.value)},
                                                      {"low", more(gain.min)},
                                                      {"high", more(gain.max)},
                                                      {"strength", std::string(1, gain.strength)}}),
                    {p.x + pad, y + 2, inner}, note) +
         4;
  }
  y += pad - 6;
  group.set_rect({p.x, p.y, p.w, y - p.y});
  card(ui, {p.x, p.y, p.w, y - p.y});
  return y - p.y + kGap;
}

float result_facts(Ui &ui, const Place &p) {
  const float pad = card_padding(p.w);
  const Place inner{p.x + pad, 0, p.w - 2 * pad};
  const Projection &projection = ui.results.projection;
  Group group(ui, "result-facts", Role::list, ui.word(Word::results_facts));
  float y = p.y + pad - 8;
  auto row = [&](std::string_view key, const std::string &name, const MilestoneText &text,
                 bool last) {
    y += fact_row(ui, key, name, text, {inner.x, y, inner.w}, last);
  };
  row("first", ui.word(Word::milestone_first_result), milestone_text(ui, Milestone::first_result),
      false);
  for (double month : kToldMonths)
    row("month" + std::to_string(static_cast<int>(month)), ui.counted(Word::after_months, month),
        share_text(ui, share_at(projection.course, month)), false);
  row("sessions", ui.word(Word::results_most_people),
      {ui.word(Word::results_three_to_six), ui.word(Word::advice), true}, true);
  y += pad - 8;
  group.set_rect({p.x, p.y, p.w, y - p.y});
  card(ui, {p.x, p.y, p.w, y - p.y});
  return y - p.y;
}

double clear_by_month_6(const Course &course) {
  for (std::size_t i = 0; i < course.month.size(); ++i)
    if (course.month[i] >= 6) return static_cast<double>(course.share_clear[i]);
  return 0;
}

float clear_change(Ui &ui, const Place &p) {
  const float pad = card_padding(p.w), inner = p.w - 2 * pad;
  float y = p.y + pad;
  const TextStyle body{15, Weight::regular, ui.theme.text, 1.5f};
  const int n = static_cast<int>(std::round(20 * clear_by_month_6(ui.results.projection.course)));
  y += text_block(ui, "clear", ui.counted(Word::results_clear, n), {p.x + pad, y, inner}, body) + 8;
  y += people_dots(ui, {p.x + pad, y, inner}, n, 20, ui.theme.accent) + 14;
  // Pores: larger at first, then smaller.
  const TextStyle head{15, Weight::semibold, ui.theme.text};
  y += heading(ui, "pores", 3, ui.word(Word::sign_pores), {p.x + pad, y, inner}, head) + 2;
  const SignBand &pores = ui.results.projection.sign[static_cast<std::size_t>(Sign::pores)];
  std::string text = ui.word(Word::results_pores);
  if (pores.hours_until_not_visible[kMedian] > 0)
    text += " " + ui.counted(Word::results_pores_over, std::round(pores.incidence * 20),
                             {{"time", sign_over(ui, Sign::pores).spoken()}});
  y += text_block(ui, "pores-text", text, {p.x + pad, y, inner}, body) + pad;
  card(ui, {p.x, p.y, p.w, y - p.y});
  return y - p.y;
}

} // namespace

float results_view(Ui &ui, const Place &p) {
  const bool side_by_side = p.w >= 640 * std::max(1.0f, ui.pen.text_scale());
  float y = p.y;
  y += course_card(ui, {p.x, y, p.w}) + kGap;
  if (side_by_side) {
    const float w = (p.w - kGap) / 2;
    const float first = p.x, second = p.x + w + kGap;
    const float a = result_facts(ui, {first, y, w});
    float b = course_settings(ui, {second, y, w});
    b += clear_change(ui, {second, y + b, w});
    return y + std::max(a, b) - p.y;
  }
  y += course_settings(ui, {p.x, y, p.w});
  y += result_facts(ui, {p.x, y, p.w}) + kGap;
  y += clear_change(ui, {p.x, y, p.w});
  return y - p.y;
}

} // namespace rt
