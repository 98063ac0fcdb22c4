#include "model/clinics.h"
#include "ui/views/course.h"
#include "ui/views/views.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/texts.h"
#include "ui/words/phrases.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace rt {

namespace {

std::string number(const Ui &ui, double n) { return ui.host.number(std::round(n), 0); }

// How many see a clear change, and what is to be known beside it.
void answer(Flow &flow) {
  Ui &ui = flow.ui;
  const Projection &projection = ui.results.projection;
  const int month = told_month(ui);
  const double share = clear_by(projection.course, month);
  const EightInTen all = share_anywhere(ui.content.parameters, share);
  const ShareRange middle = share_at_middle_clinics(ui.content.parameters, share);
  const auto people = [&](float part) { return std::round(20 * static_cast<double>(part)); };
  const auto range = [&](Word word, double low, double high) {
    return fill(ui.word(word), {{"low", number(ui, low)}, {"high", number(ui, high)}});
  };
  const Quantiles &first =
      projection.milestone[static_cast<std::size_t>(Milestone::first_result)].hours;
  const auto week = [&](float hours) {
    return std::max(1.0, std::ceil(static_cast<double>(hours) / 168));
  };
  Group group(flow, "clear", Role::group, ui.word(Word::results_figure));
  headline(flow,
           fill(ui.word(Word::results_lead),
                {{"month", number(ui, month)},
                 {"sessions", ui.counted(Word::sessions_n, sessions_by(ui, month))}}),
           clear_range(ui));
  flow.advance(8);
  text(flow, "first", range(Word::results_first, week(first[kP10]), week(first[kP90])),
       body_style(ui));
  text(flow, "others",
       range(Word::results_others, 20 - people(middle.p75), 20 - people(middle.p25)),
       body_style(ui));
  flow.advance(8);
  text(flow, "differ", range(Word::results_differ, people(all.p10), people(all.p90)),
       note_style(ui));
  text(flow, "raters", ui.word(Word::results_raters), note_style(ui));
}

// Whether a setting stands here: not where the clinic fixes it, nor where the page shows it already.
bool stands_here(const Ui &ui, Field field) {
  const FieldSpec &spec = ui.content.field(field);
  const auto shows = [&](const SemanticNode &node) {
    return node.id == node_id(field_key(field)) ||
           (node.role == Role::radio_group && node.label == spec.label);
  };
  return !spec.hidden && std::none_of(ui.nodes.begin(), ui.nodes.end(), shows);
}

// The answer, and beside or below it what of the settings acts on the result.
void head(Flow &flow) {
  Ui &ui = flow.ui;
  std::vector<Field> fields;
  for (const Field field : {Field::concern, Field::sessions, Field::weeks_between})
    if (stands_here(ui, field)) fields.push_back(field);
  const bool beside = !fields.empty() && flow.columns(2, 640) == 2;
  Columns columns(flow, Columns::FirstWidth{flow.width() - (beside ? 332.0f : 0.0f)}, 32);
  answer(columns[0]);
  call_below(columns[0]);
  if (fields.empty()) return;
  Flow &settings = columns[beside ? 1 : 0];
  if (!beside) settings.advance(16);
  Group group(settings, "course-settings", Role::group, ui.word(Word::results_settings));
  unseen_heading(ui, "settings-title", 3, ui.word(Word::results_settings));
  for (const Field field : fields)
    if (field == Field::concern)
      choice(settings, field, true);
    else
      stepper(settings, field);
}

// "3 sessions", people as dots, "14 of 20".
void session_row(Flow &flow, int sessions, double share, float name_w) {
  Ui &ui = flow.ui;
  const TextStyle body = body_style(ui), strong{16, Weight::bold, ui.theme.text, 1.5f};
  const std::string name = ui.counted(Word::sessions_n, sessions), people = of_20(ui, share);
  const float line_h = ui.pen.line_height(body);
  const float people_w = ui.pen.width(of_20(ui, 1), strong) + 1;
  const float dots_w = flow.width() - name_w - people_w - 32;
  const bool below = dots_w < 120;
  const Slot start = flow.cursor();
  flow.advance(10);
  const Rect row = flow.row(line_h);
  ui.pen.text(ui.pen.fitted(name, row.w - people_w - 8, body), row, body);
  ui.pen.text(people, row, strong, Align::end);
  Flow dots(ui, below ? flow.cursor() : Slot{row.x + name_w + 16, row.y, dots_w});
  if (!below) dots.advance((line_h - std::min(18.0f, dots_w / 20)) / 2);
  people_dots(dots, static_cast<int>(std::round(20 * share)), 20, ui.theme.accent);
  flow.advance(below ? dots.height() + 10 : 10);
  flow.divider();
  describe(ui, node_id(std::to_string(sessions), ui.parent), Role::list_item,
           {start.x, start.y, start.w, flow.cursor().y - start.y}, "")
      .value_text = ui.named(name, people);
}

void by_sessions(Flow &flow) {
  Ui &ui = flow.ui;
  const Factors &f = ui.state.factors;
  const int month = told_month(ui);
  section_title(flow, "sessions-title", ui.word(Word::results_sessions));
  // Only what is over by the month that is told.
  std::vector<int> shown;
  float name_w = 0;
  for (const int n : {1, 2, 3, 4, 5, 6}) {
    const bool usual = n == 1 || n == 3 || n == 6;
    if ((!usual && n != f.sessions) || (n - 1) * f.weeks_between * 7 > month * 30.5) continue;
    shown.push_back(n);
    name_w = std::max(name_w, ui.pen.width(ui.counted(Word::sessions_n, n), body_style(ui)));
  }
  {
    Group list(flow, "sessions-list", Role::list, ui.word(Word::results_sessions));
    for (const int n : shown)
      session_row(flow, n,
                  clear_by(ui.results.courses.by_sessions[static_cast<std::size_t>(n - 1)], month),
                  name_w);
  }
  flow.advance(8);
  text(flow, "usual", ui.word(Word::results_usual), note_style(ui));
}

// How many more people of 20 see a clear change with PRP.
std::string prp_text(const Ui &ui) {
  const Courses &courses = ui.results.courses;
  const int month = told_month(ui);
  const auto people = [&](const Course &course) {
    return std::round(20 * clear_by(course, month));
  };
  const auto more = [&](const Course &course) {
    return number(ui, people(course) - people(courses.no_prp));
  };
  return fill(
      ui.word(Word::results_prp),
      {{"n", more(courses.prp)},
       {"low", more(courses.prp_least)},
       {"high", more(courses.prp_most)},
       {"strength", strength_word(ui, ui.content.sourced(Parameter::gain_prp_ratio).strength)}});
}

// Larger at first, then smaller.
std::string pores_text(const Ui &ui) {
  const SignBand &pores = ui.results.projection.sign[static_cast<std::size_t>(Sign::pores)];
  std::string text = ui.word(Word::results_pores);
  if (pores.hours_until_not_visible[kMedian] > 0)
    text += " " + fill(ui.word(Word::results_pores_over),
                       {{"n", number(ui, pores.incidence * 20)},
                        {"time", sign_over(ui, Sign::pores).spoken()}});
  return text;
}

void pores_and_prp(Flow &flow) {
  Ui &ui = flow.ui;
  section_title(flow, "pores", ui.word(Word::sign_pores));
  text(flow, "pores-text", pores_text(ui), body_style(ui));
  flow.advance(16);
  flow.divider();
  if (stands_here(ui, Field::prp))
    toggle(flow, Field::prp);
  else
    flow.advance(16);
  text(flow, "prp-note", prp_text(ui), note_style(ui));
}

} // namespace

void results_view(Flow &flow) {
  Ui &ui = flow.ui;
  Parts parts(flow);
  head(parts);
  parts.advance(24);
  unseen_heading(ui, "figure-title", 3, ui.word(Word::results_figure));
  unspoken(parts, ui.word(Word::results_figure) + ". " + ui.word(Word::results_bands),
           note_style(ui));
  course_plot(parts);
  Columns columns(parts, parts.columns(2, 640), 32);
  by_sessions(columns[0]);
  pores_and_prp(columns[1]);
}

} // namespace rt
