#include "content/fields.h"
#include "ui/views/views.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/texts.h"
#include "ui/words/phrases.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace rt {

namespace {

// Without PRP, which stands with the treatment: it is the clinic's choice, not the visitor's.
std::vector<std::size_t> shown_choices(const Ui &ui) {
  std::vector<std::size_t> out;
  for (std::size_t k = 0; k < kChoices; ++k)
    if (kChoiceFields[k] != Field::prp && !ui.content.field(kChoiceFields[k]).hidden)
      out.push_back(k);
  return out;
}

// The most that any of them changes.
std::string most_of_all(const Ui &ui, const std::vector<std::size_t> &choices) {
  double most = 1;
  for (const std::size_t k : choices)
    most = std::max(most, std::ceil(std::abs(ui.results.effects[k].on_minus_off_h)));
  return fill(ui.word(Word::aftercare_most), {{"time", ui.counted(Word::after_hours, most)}});
}

} // namespace

void aftercare_view(Flow &flow) {
  Ui &ui = flow.ui;
  const std::vector<std::size_t> choices = shown_choices(ui);
  if (choices.empty() ||
      !value_fold(flow, "aftercare", ui.word(Word::aftercare_may), most_of_all(ui, choices)))
    return;
  Group group(flow, "aftercare-list", Role::group, ui.word(Word::aftercare));
  {
    Columns columns(flow, flow.columns(2, 560), 32);
    const std::size_t rows = (choices.size() + columns.count() - 1) / columns.count();
    for (std::size_t i = 0; i < choices.size(); ++i) {
      Flow &column = columns[i / rows];
      if (i % rows > 0) column.divider();
      toggle(column, kChoiceFields[choices[i]], &ui.results.effects[choices[i]]);
    }
  }
  flow.advance(8);
  text(flow, "effect-note", ui.word(Word::effect_note), note_style(ui));
  flow.advance(8);
}

} // namespace rt
