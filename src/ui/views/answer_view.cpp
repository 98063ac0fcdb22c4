// The first block of Recovery: for how long people look red, the strip with the chosen day, the skin
// of that day, and how many still look red then.
#include "ui/views/lane_axes.h"
#include "ui/views/skin.h"
#include "ui/views/views.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/texts.h"
#include "ui/words/durations.h"
#include "ui/words/phrases.h"

#include <algorithm>
#include <cmath>

namespace rt {

namespace {

const MilestoneTime &red_time(const Ui &ui) {
  return ui.results.projection.milestone[static_cast<std::size_t>(Milestone::not_visibly_red)];
}

} // namespace

void red_answer(Flow &flow) {
  Ui &ui = flow.ui;
  const MilestoneTime &red = red_time(ui);
  const std::string range = duration_range(ui, red.hours);
  const std::string answer = ui.word(Word::answer_lead) + " " + range;
  Group group(flow, "answer", Role::group, answer);
  const Slot at = flow.cursor();
  unspoken(flow, ui.word(Word::answer_lead), muted_style(ui));
  TextStyle large = answer_style(ui);
  while (large.size > 24 && ui.pen.width(range, large) > flow.width()) large.size -= 1;
  const Rect row = flow.row(ui.pen.line_height(large));
  ui.pen.text(ui.pen.fitted(range, row.w, large), row, large);
  describe(ui, node_id("range", ui.parent), Role::heading, {at.x, at.y, at.w, row.bottom() - at.y},
           answer)
      .range.value = 3;
  text(flow, "people", ui.word(Word::answer_people), body_style(ui));
  text(flow, "clinics",
       fill(ui.word(Word::answer_clinics), {{"range", duration_range(ui, red.hours_anywhere)}}),
       muted_style(ui));
}

std::string recovery_answer(const Ui &ui) {
  if (ui.memory.telling.set == Field::day) return ui.named(day_title(ui), day_sentence(ui));
  std::string answer = ui.word(Word::answer_lead);
  answer += ' ';
  answer += duration_range(ui, red_time(ui).hours);
  answer += ". ";
  answer += ui.named(milestone_name(ui, Milestone::looks_normal),
                     milestone_text(ui, Milestone::looks_normal).spoken());
  answer += '.';
  if (!ui.results.comparison) return answer;
  answer += ' ';
  return answer += compared_answer(ui);
}

void day_people(Flow &flow) {
  Ui &ui = flow.ui;
  const std::string name = ui.named(ui.word(Word::chosen_time), day_title(ui));
  Group group(flow, "day-people", Role::group, name);
  unseen_heading(ui, "title", 3, name);
  const double share = share_visible_at(ui.results.projection, Sign::redness, ui.state.day * 24);
  people_dots(flow, static_cast<int>(std::round(20 * share)), 20, ui.theme.accent);
  flow.advance(4);
  text(flow, "sentence", day_sentence(ui), body_style(ui));
  skin_note(flow);
}

namespace {

constexpr float kStrip = 20; // CSS px high

void legend_entry(Ui &ui, const Rect &r, Color ground, const std::string &name) {
  const float side = 12;
  const Rect box{r.x, r.y + (r.h - side) / 2, side, side};
  ui.pen.fill(box, ground);
  ui.pen.outline(box, ui.theme.edge, 0);
  TextStyle style = note_style(ui);
  style.color = ui.theme.text;
  ui.pen.text(name, {r.x + side + 6, r.y, r.w - side - 6, r.h}, style);
}

constexpr std::array kHowToRead{Word::read_band, Word::read_clinics, Word::read_day};

// What the bands mean; the explanation is a press away, on the same line where it has room.
bool legend(Flow &flow) {
  Ui &ui = flow.ui;
  const TextStyle style = note_style(ui);
  const std::string &people = ui.word(Word::legend_people),
                    &clinics = ui.word(Word::legend_clinics);
  const std::string &how = ui.word(Word::how_to_read);
  const float people_w = ui.pen.width(people, style) + 20, gap = 16;
  const float clinics_w = ui.pen.width(clinics, style) + 20, how_w = text_link_width(ui, how);
  const bool one_line = people_w + clinics_w + how_w + 2 * gap <= flow.width();
  {
    Wrap wrap(flow, one_line ? kTarget : 24 * std::max(1.0f, ui.pen.text_scale()), gap, 0);
    legend_entry(ui, wrap.box(people_w), ui.theme.people_band, people);
    legend_entry(ui, wrap.box(clinics_w), ui.theme.clinics_band, clinics);
    if (one_line) return how_to_read_fold(ui, wrap.box(how_w));
  }
  const Rect row = flow.row(target_height(ui));
  return how_to_read_fold(ui, {row.x, row.y, std::min(how_w, row.w), row.h});
}

void band(Ui &ui, const LaneAxes &f, double from_h, double to_h, Color ground, Color edge) {
  const float a = f.x(from_h), b = std::max(f.x(to_h), a + 2);
  ui.pen.fill({a, f.plot.y, b - a, f.plot.h}, ground);
  for (const float x : {a, b}) ui.pen.fill({x - 0.5f, f.plot.y, 1, f.plot.h}, edge);
}

// Who is still red, over two weeks: all clinics, one clinic, the middle of its people.
void strip(Ui &ui, const LaneAxes &f) {
  const MilestoneTime &red =
      ui.results.drawn.milestone[static_cast<std::size_t>(Milestone::not_visibly_red)];
  const auto hour = [](const Quantiles &q, std::size_t level) {
    return static_cast<double>(q[level]);
  };
  ui.pen.fill(f.plot, ui.theme.band);
  band(ui, f, hour(red.hours_anywhere, kP10), hour(red.hours_anywhere, kP90), ui.theme.clinics_band,
       ui.theme.edge);
  band(ui, f, hour(red.hours, kP10), hour(red.hours, kP90), ui.theme.people_band, ui.theme.accent);
  const float middle = f.x(hour(red.hours, kMedian));
  ui.pen.fill({middle - 1.5f, f.plot.y, 3, f.plot.h}, ui.theme.accent);
}

constexpr std::array<int, 7> kDays{1, 2, 3, 5, 7, 10, 14};

void days_axis(Ui &ui, const LaneAxes &f, float y) {
  const TextStyle style = note_style(ui);
  const float h = ui.pen.line_height(style);
  const auto label = [&](const std::string &name, float x, bool chosen) {
    TextStyle mine = style;
    if (chosen) mine = {style.size, Weight::bold, ui.theme.text, style.leading};
    const float w = ui.pen.width(name, mine);
    ui.pen.text(name, {std::clamp(x - w / 2, f.plot.x, f.plot.right() - w), y, w + 1, h}, mine);
    return x + w / 2;
  };
  const double day = ui.state.day;
  float taken =
      label(fill(ui.word(Word::axis_day), {{"n", ui.host.number(0, 0)}}), f.plot.x, day < 1) +
      ui.pen.width(fill(ui.word(Word::axis_day), {{"n", "0"}}), style) / 2;
  for (const int tick : kDays) {
    const std::string name = ui.host.number(tick, 0);
    const float x = f.x(tick * 24.0);
    if (x - ui.pen.width(name, style) / 2 < taken + 6) continue;
    taken = label(name, x, std::floor(day) == tick);
  }
}

} // namespace

bool how_to_read_fold(Ui &ui, const Rect &rect) {
  std::string told;
  for (const Word word : kHowToRead)
    told += (told.empty() ? "" : " ") + without_marks(ui.word(word));
  return link_fold(ui, "/how", rect, ui.word(Word::how_to_read), told);
}

void how_to_read(Flow &flow) {
  for (const Word word : kHowToRead) {
    text(flow, std::to_string(static_cast<int>(word)), flow.ui.word(word), note_style(flow.ui));
    flow.advance(4);
  }
}

void day_strip(Flow &flow) {
  Ui &ui = flow.ui;
  Group group(flow, "strip", Role::group, ui.word(Word::chosen_time));
  if (legend(flow)) {
    how_to_read(flow);
    flow.advance(8);
  }
  const float inset = 13; // half a knob
  const Slot at = flow.cursor();
  const LaneAxes f{{at.x + inset, at.y, at.w - 2 * inset, kStrip}, {}, 336};
  strip(ui, f);
  flow.advance(kStrip);
  const Rect hit = flow.row(kTarget);
  day_slider(ui, f, hit);
  const TextStyle tick = note_style(ui);
  const float line_h = ui.pen.line_height(tick);
  days_axis(ui, f, flow.row(line_h).y);
  flow.advance(8);
}

namespace {

TextStyle day_style(const Ui &ui) { return {16, Weight::bold, ui.theme.text, 1.4f}; }

// Of the stepper that holds the name of any day whole.
float stepper_width(const Ui &ui) {
  const auto width = [&](const std::string &name) { return ui.pen.width(name, day_style(ui)); };
  const std::string longest =
      fill(ui.word(Word::title_day_hours),
           {{"n", ui.host.number(13, 0)}, {"hours", ui.host.number(23, 0)}});
  return 2 * target_height(ui) + 10 + std::max(width(longest), width(ui.word(Word::title_now)));
}

// − Day 1 +, the phase below the day.
void stepper_parts(Ui &ui, const Rect &row, float side) {
  const FieldSpec &spec = ui.content.field(Field::day);
  const std::uint32_t id = day_id();
  const auto boxed = [&](const Rect &box, bool more) {
    ui.pen.outline(box, ui.theme.edge, std::min(12.0f, ui.theme.radius));
    field_step(ui, Field::day, id, more, spec.min, spec.max, box);
  };
  boxed({row.x, row.y, side, row.h}, false);
  boxed({row.right() - side, row.y, side, row.h}, true);
  const TextStyle strong = day_style(ui), note = note_style(ui);
  const float w = row.w - 2 * side - 8, x = row.x + side + 4;
  const float name_h = ui.pen.line_height(strong), note_h = ui.pen.line_height(note);
  const float y = row.y + (row.h - name_h - note_h) / 2;
  const Rect name{x, y, w, name_h}, phase{x, y + name_h, w, note_h};
  std::string shown = day_subtitle(ui);
  if (ui.pen.width(shown, note) > w) shown = day_subtitle(ui, false);
  ui.pen.text(ui.pen.fitted(day_title(ui), w, strong), name, strong, Align::center);
  ui.pen.text(ui.pen.fitted(shown, w, note), phase, note, Align::center);
  describe(ui, node_id("/day-title"), Role::heading, name, day_title(ui)).range.value = 3;
  describe(ui, node_id("/day-phase"), Role::text, phase, "").value_text = day_subtitle(ui);
}

// Three swatches that stand for all.
void swatch_marks(Ui &ui, Point end) {
  constexpr std::array<int, 3> kShown{1, 5, 8};
  for (std::size_t i = 0; i < kShown.size(); ++i) {
    const Point c{end.x - 36 + 14 * static_cast<float>(i), end.y};
    ui.pen.circle(c, 6, swatch_color(kShown[i]));
    ui.pen.ring(c, 6, ui.theme.edge, 1);
  }
}

} // namespace

void day_stepper(Flow &flow) {
  const float side = target_height(flow.ui);
  stepper_parts(flow.ui, flow.row(side), side);
}

void day_and_tone(Flow &flow) {
  Ui &ui = flow.ui;
  if (ui.content.field(Field::tone).hidden) return day_stepper(flow);
  const std::string &name = ui.content.field(Field::tone).label;
  const TextStyle style = body_style(ui);
  const float side = target_height(ui), name_w = ui.pen.width(name, style);
  const float least = stepper_width(ui);
  const bool marks = flow.width() - name_w - 82 >= least;
  const bool below = flow.width() - name_w - 32 < least;
  const float tone_w = std::min(name_w + (marks ? 74.0f : 24.0f), flow.width());
  Rect row = flow.row(side), tone{row.right() - tone_w, row.y, tone_w, row.h};
  stepper_parts(ui, {row.x, row.y, row.w - (below ? 0 : tone_w + 8), row.h}, side);
  if (below) {
    flow.advance(8);
    tone = flow.row(side);
  }
  const bool open = fold(ui, "/tone", tone, ui.named(name, value_text(ui, Field::tone)));
  ui.pen.outline(tone, open ? ui.theme.accent : ui.theme.edge, std::min(12.0f, ui.theme.radius),
                 open ? 2.0f : 1.0f);
  const float words_w = tone.w - (marks ? 62.0f : 16.0f);
  ui.pen.text(ui.pen.fitted(name, words_w, style), {tone.x + 12, tone.y, words_w, tone.h}, style);
  if (marks) swatch_marks(ui, {tone.right() - 8, tone.y + tone.h / 2});
  if (!open) return;
  flow.advance(8);
  swatches(flow);
}

} // namespace rt
