#include "ui/views/plot.h"
#include "ui/views/skin.h"
#include "ui/views/views.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/texts.h"
#include "ui/words/phrases.h"

#include <array>
#include <cmath>

namespace rt {

namespace {

// What people ask first; the rest stands in Care.
constexpr std::array<Milestone, 6> kAsked{Milestone::make_up,      Milestone::looks_normal,
                                          Milestone::exercise,     Milestone::sun,
                                          Milestone::next_session, Milestone::first_result};

void when_can_i(Flow &flow) {
  Ui &ui = flow.ui;
  section_title(flow, "when-can-i", ui.word(Word::when_can_i));
  {
    Group list(flow, "milestones", Role::list, ui.word(Word::when_can_i));
    Columns columns(flow, flow.columns(2, 640), 32);
    for (std::size_t i = 0; i < kAsked.size(); ++i)
      if (milestone_told(ui, kAsked[i]))
        fact_row(columns[columns.count() * i / kAsked.size()],
                 "milestone" + std::to_string(static_cast<int>(kAsked[i])),
                 milestone_name(ui, kAsked[i]), milestone_text(ui, kAsked[i]), false);
  }
  flow.advance(12);
  if (shows(ui.content, View::care) && wide_button(flow, "all-answers", ui.word(Word::all_answers)))
    ui.actions.push_back(SetValue{Field::view, static_cast<double>(View::care)});
}

// What some people have besides; no sign with a course.
void events(Flow &flow) {
  Ui &ui = flow.ui;
  section_title(flow, "events-title", ui.word(Word::events));
  {
    Group list(flow, "events", Role::list, ui.word(Word::events));
    for (std::size_t i = 0; i < kEvents; ++i) {
      const auto event = static_cast<Event>(i);
      fact_row(flow, "event" + std::to_string(i), event_name(ui, event), event_text(ui, event),
               false);
    }
  }
  flow.advance(8);
  text(flow, "itch", ui.word(Word::event_itch), note_style(ui));
}

void signs(Flow &flow) {
  Ui &ui = flow.ui;
  Group group(flow, "signs", Role::group, ui.word(Word::two_weeks));
  std::string legend = ui.word(Word::lanes_legend);
  if (ui.results.comparison) legend += " " + ui.word(Word::compare_legend);
  if (ui.beside_settings) {
    flow.advance(16);
    const float stepper_w = 230 * std::max(1.0f, ui.pen.text_scale());
    Columns columns(flow, Columns::FirstWidth{flow.width() - stepper_w - 24}, 24);
    heading(columns[0], "title", 3, ui.word(Word::two_weeks), title_style(ui));
    unspoken(columns[0], legend, note_style(ui));
    day_stepper(columns[1]);
  } else {
    section_title(flow, "title", ui.word(Word::two_weeks));
    unspoken(flow, legend, note_style(ui));
  }
  flow.advance(8);
  lanes(flow);
  if (beyond_studies(ui.state, ui.content)) {
    flow.advance(8);
    text(flow, "beyond", ui.word(Word::beyond_studies), body_style(ui));
  }
  if (longer_than_studies(ui)) {
    flow.advance(8);
    text(flow, "longer", ui.word(Word::longer_than_studies), body_style(ui));
  }
  day_table(ui);
}

// The whole first screen of a phone.
void first_block(Flow &flow) {
  red_answer(flow);
  flow.advance(4);
  day_strip(flow);
  day_and_tone(flow);
  flow.advance(8);
  skin_patches(flow);
  flow.advance(8);
  day_people(flow);
}

void first_block_wide(Flow &flow) {
  const float patches_w = std::round(std::min(440.0f, flow.width() * 0.5f));
  Columns columns(flow, Columns::FirstWidth{flow.width() - patches_w - 32}, 32);
  red_answer(columns[0]);
  columns[0].advance(8);
  day_people(columns[0]);
  skin_patches(columns[1]);
}

void more_for_you(Flow &flow) {
  Ui &ui = flow.ui;
  section_title(flow, "more", ui.word(Word::more_for_you));
  if (!ui.beside_settings && has_skin(ui) &&
      value_fold(flow, "/my-skin", ui.word(Word::my_skin), skin_line(ui)))
    my_skin(flow, true);
  aftercare_view(flow);
  compare_view(flow);
  if (!ui.beside_settings && !ui.content.field(Field::treated_at).hidden &&
      value_button(flow, "set-date", ui.word(Word::set_date), ui.word(Word::shows_dates)))
    show_date(ui);
  flow.advance(16);
  export_panel(flow);
}

} // namespace

void recovery_view(Flow &flow) {
  Ui &ui = flow.ui;
  if (ui.beside_settings) {
    first_block_wide(flow);
    signs(flow);
    when_can_i(flow);
  } else {
    first_block(flow);
    call_below(flow);
    when_can_i(flow);
    signs(flow);
  }
  events(flow);
  more_for_you(flow);
}

} // namespace rt
