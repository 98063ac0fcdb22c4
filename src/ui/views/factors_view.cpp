#include "ui/views/skin.h"
#include "ui/views/views.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/texts.h"
#include "ui/words/phrases.h"

#include <algorithm>
#include <vector>

namespace rt {

namespace {

// What the clinic has fixed is not shown.
bool shown(const Ui &ui, Field f) { return !ui.content.field(f).hidden; }
bool any_shown(const Ui &ui, std::initializer_list<Field> fields) {
  return std::any_of(fields.begin(), fields.end(), [&](Field f) { return shown(ui, f); });
}

// The control of a field that is shown, and room after it in CSS px.
template <class Control, class... Rest>
void put(Flow &flow, Control control, Field field, float after, Rest... rest) {
  if (!shown(flow.ui, field)) return;
  control(flow, field, rest...);
  flow.advance(after);
}

void treatment(Flow &flow) {
  if (!any_shown(flow.ui, {Field::device, Field::depth_mm, Field::passes, Field::area,
                           Field::concern, Field::sessions, Field::weeks_between}))
    return;
  part_title(flow, "treatment", flow.ui.word(Word::section_treatment));
  put(flow, choice, Field::device, 6, false);
  put(flow, slider, Field::depth_mm, 4);
  put(flow, slider, Field::passes, 4);
  put(flow, choice, Field::area, 4, true);
  put(flow, choice, Field::concern, 4, true);
  put(flow, stepper, Field::sessions, 0);
  put(flow, stepper, Field::weeks_between, 0);
  flow.advance(14);
}

void skin(Flow &flow) {
  if (!any_shown(flow.ui, {Field::tone, Field::reactivity, Field::age_band, Field::darkens_easily}))
    return;
  part_title(flow, "skin", flow.ui.word(Word::section_skin));
  if (shown(flow.ui, Field::tone)) {
    swatches(flow);
    flow.advance(4);
    undertone(flow);
    flow.advance(8);
  }
  put(flow, slider, Field::reactivity, 4);
  put(flow, choice, Field::age_band, 2, true);
  put(flow, toggle, Field::darkens_easily, 0, nullptr);
  flow.advance(14);
}

// PRP last, as in the treatment room: it is the clinic's choice, not the visitor's.
std::vector<std::size_t> shown_choices(const Ui &ui) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < kChoices; ++i)
    if (const std::size_t k = (i + 1) % kChoices; shown(ui, kChoiceFields[k])) out.push_back(k);
  return out;
}

void aftercare(Flow &flow, std::size_t count) {
  Ui &ui = flow.ui;
  const std::vector<std::size_t> choices = shown_choices(ui);
  if (choices.empty()) return;
  part_title(flow, "aftercare", ui.word(Word::section_aftercare));
  {
    Columns columns(flow, count, 36);
    const std::size_t rows = (choices.size() + count - 1) / count;
    for (std::size_t i = 0; i < choices.size(); ++i) {
      Flow &column = columns[i / rows];
      if (i % rows > 0) column.divider();
      toggle(column, kChoiceFields[choices[i]], &ui.results.effects[choices[i]]);
    }
  }
  flow.advance(6);
  text(flow, "effect-note", ui.word(Word::effect_note), text_style(12.5f, ui.theme.muted, 1.4f));
}

} // namespace

void factors_view(Flow &flow, bool with_aftercare) {
  Ui &ui = flow.ui;
  Card card(flow, "factors", Role::group, ui.word(Word::factors));
  treatment(card);
  skin(card);
  if (with_aftercare) {
    aftercare(card, 1);
    card.advance(16);
  }
  if (shown(ui, Field::treated_at)) {
    part_title(card, "when", ui.word(Word::section_when));
    moment(card, Field::treated_at);
  }
}

void aftercare_view(Flow &flow) {
  if (shown_choices(flow.ui).empty()) return;
  Card card(flow, "aftercare-card", Role::group, flow.ui.word(Word::aftercare));
  aftercare(card, flow.columns(2, 560));
}

} // namespace rt
