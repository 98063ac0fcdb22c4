// Switches, and days to choose: a label with something to press at the end of its line.
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_parts.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/texts.h"
#include "ui/words/phrases.h"

#include <algorithm>

namespace rt {

namespace {

constexpr float kSwitchWidth = 44, kSwitchHeight = 26; // CSS px

// Where the parts of a toggle stand in its row.
struct ToggleParts {
  Rect label, note, chip, pill, explains, switches;
  float height = 0;
};

// The hours stand beside the label, or below it where that would leave too little for words; a note
// stands below the label.
ToggleParts arrange(const Ui &ui, const Slot &at, const std::string &words, const TextStyle &style,
                    float chip_w, const std::string &note) {
  const float whole_w = at.w - kSwitchWidth - 12 - 26, beside_w = whole_w - chip_w - 10;
  const bool below = chip_w > 0 && beside_w < scaled(ui, 7 * style.size);
  const float label_w = chip_w == 0 || below ? whole_w : beside_w, chip_h = scaled(ui, 24);
  const float words_h = ui.pen.paragraph(words, {0, 0, label_w, 0}, style, false);
  const float note_h =
      note.empty() ? 0 : ui.pen.paragraph(note, {0, 0, label_w, 0}, note_style(ui), false);
  const float text_h = words_h + (note.empty() ? 0 : note_h + 2) + (below ? chip_h + 4 : 0);
  ToggleParts parts;
  const float h = parts.height = std::max(std::max(kTarget, scaled(ui, 44)) + 2, text_h + 18);
  const float top = at.y + (h - text_h) / 2, end = at.x + at.w;
  parts.label = {at.x, top, label_w, words_h};
  parts.note = {at.x, parts.label.bottom() + 2, label_w, note_h};
  parts.chip =
      below ? Rect{at.x, top + words_h + 4, chip_w, chip_h}
            : Rect{end - kSwitchWidth - 12 - chip_w, at.y + (h - chip_h) / 2, chip_w, chip_h};
  parts.pill = {end - kSwitchWidth, at.y + (h - kSwitchHeight) / 2, kSwitchWidth, kSwitchHeight};
  parts.explains = {at.x, at.y, label_w + 26, h};
  parts.switches = {parts.explains.right(), at.y, at.w - parts.explains.w, h};
  return parts;
}

} // namespace

void toggle(Flow &flow, Field field, const ChoiceEffect *effect) {
  Ui &ui = flow.ui;
  const FieldSpec &spec = ui.content.field(field);
  const bool on = get(ui.state, field) != 0;
  const std::uint32_t id = id_of(field);
  const EffectText text = effect ? effect_text(ui, *effect) : EffectText{};
  const TextStyle chip_style{14, Weight::bold,
                             text.better ? ui.theme.chip_good_text : ui.theme.chip_bad_text};
  const std::string hours = text.neutral ? "" : text.shown, note = text.neutral ? text.shown : "";
  const float chip_w = hours.empty() ? 0 : ui.pen.width(hours, chip_style) + 16;
  TextStyle style = label_style(ui);
  if (flow.width() < 270) style.size = 14;
  const ToggleParts parts = arrange(ui, flow.cursor(), spec.label, style, chip_w, note);

  // The label with its "i" explains, the rest of the row switches.
  if (pressable(ui, id, parts.switches).pressed) set_field(ui, field, on ? 0 : 1);
  ui.pen.paragraph(spec.label, parts.label, style);
  if (!note.empty()) ui.pen.paragraph(note, parts.note, note_style(ui));
  if (chip_w > 0) {
    ui.pen.fill(parts.chip, text.better ? ui.theme.chip_good : ui.theme.chip_bad, 9);
    ui.pen.text(hours, parts.chip, chip_style, Align::center);
  }
  switch_pill(ui, parts.pill, on);
  focus_ring(ui, id, parts.pill, kSwitchHeight / 2);
  SemanticNode &node = describe(ui, id, Role::switch_, parts.switches, spec.label);
  node.flags = on ? kChecked : 0u;
  node.value_text = text.spoken;
  if (!spec.explanation.empty()) info_button(ui, field, parts.explains, parts.label.right() + 14);
  flow.advance(parts.height);
  explanation(flow, field);
}

void moment(Flow &flow, Field field) {
  Ui &ui = flow.ui;
  const FieldSpec &spec = ui.content.field(field);
  const std::string shown = value_text(ui, field);
  const TextStyle style = value_style(ui);
  const float h = std::max(kTarget, scaled(ui, 44)) + 4, pill_h = scaled(ui, 38);
  // While it has the focus the browser's own field lies there, with all its digits.
  const float digits_w = scaled(ui, 232);
  const float pill_w = std::min(std::max(ui.pen.width(shown, style) + 28, digits_w), flow.width());
  // At the end of the label's line, or below it.
  const bool below = pill_w + ui.pen.width(spec.label, label_style(ui)) + 46 > flow.width();
  if (below) field_header(flow, field);
  const Rect row = flow.row(h);
  if (!below) field_header(ui, field, {row.x, row.y, row.w - pill_w - 8, h});
  const Rect pill{below ? row.x : row.right() - pill_w, row.y + (h - pill_h) / 2, pill_w, pill_h};
  ui.pen.outline(pill, ui.theme.border, pill_h / 2);
  ui.pen.text(shown, pill, style, Align::center);

  const std::uint32_t id = id_of(field);
  for (const ControlEvent &event : ui.events_for(id))
    if (event.kind == ControlEvent::set) ui.actions.push_back(SetValue{field, event.value});
  SemanticNode &node = describe(ui, id, Role::moment, {pill.x, row.y, pill.w, h}, spec.label);
  node.value_text = shown;
  node.range.value = get(ui.state, field);
  node.flags = kHasRange;
  focus_ring(ui, id, pill, pill_h / 2);
  explanation(flow, field);
}

} // namespace rt
