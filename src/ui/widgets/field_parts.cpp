#include "ui/widgets/field_parts.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/texts.h"

#include <algorithm>
#include <cmath>

namespace rt {

TextStyle label_style(const Ui &ui) { return {16, Weight::regular, ui.theme.text}; }
TextStyle value_style(const Ui &ui) { return {16, Weight::bold, ui.theme.text}; }

float scaled(const Ui &ui, float css) { return std::round(css * ui.pen.text_scale()); }

std::uint32_t id_of(Field field) { return node_id(field_key(field)); }

void set_field(Ui &ui, Field field, double value) {
  if (value != get(ui.state, field)) ui.actions.push_back(SetValue{field, value});
}

void info_button(Ui &ui, Field field, const Rect &hit, float icon_x) {
  const std::uint32_t id = node_id("explain", id_of(field));
  const Press press = pressable(ui, id, hit);
  if (press.pressed) ui.memory.toggle(id);
  const bool open = ui.memory.is_open(id);
  info_mark(ui, {icon_x, hit.y + hit.h / 2},
            open || press.hovered ? ui.theme.accent : ui.theme.muted);
  const std::string label =
      fill(ui.word(Word::about_field), {{"name", ui.content.field(field).label}});
  describe(ui, id, Role::button, hit, label).flags = kHasExpanded | (open ? kExpanded : 0u);
  focus_ring(ui, id, hit.inset(3), 6);
  if (!open) return;
  // Read out right behind its button, wherever it is drawn.
  const std::string &words = ui.content.field(field).explanation;
  describe(ui, node_id("text", id), Role::text, {}, "").value_text = words;
  if (press.pressed) ui.memory.tell(words);
}

void field_header(Ui &ui, Field field, const Rect &box, const std::string &value) {
  const FieldSpec &spec = ui.content.field(field);
  const TextStyle style = label_style(ui);
  const float value_w = value.empty() ? 0 : ui.pen.width(value, value_style(ui)) + 12;
  const std::string label = ui.pen.fitted(spec.label, box.w - value_w - 30, style);
  ui.pen.text(label, box, style);
  if (!value.empty()) ui.pen.text(value, box, value_style(ui), Align::end);
  if (spec.explanation.empty()) return;
  const float label_w = ui.pen.width(label, style);
  info_button(ui, field, {box.x, box.y, std::max(kTarget, label_w + 28), box.h},
              box.x + label_w + 14);
}

void field_header(Flow &flow, Field field, const std::string &value) {
  field_header(flow.ui, field, flow.row(std::max(kTarget, scaled(flow.ui, 30))), value);
}

void explanation(Flow &flow, Field field) {
  Ui &ui = flow.ui;
  const std::uint32_t id = node_id("explain", id_of(field)), text_id = node_id("text", id);
  if (!ui.memory.is_open(id)) return;
  flow.advance(2);
  const Slot at = flow.cursor();
  unspoken(flow, ui.content.field(field).explanation, note_style(ui));
  for (SemanticNode &node : ui.nodes)
    if (node.id == text_id) node.rect = {at.x, at.y, at.w, flow.cursor().y - at.y};
  flow.advance(8);
}

void field_step(Ui &ui, Field field, std::uint32_t field_id, bool more, double min, double max,
                const Rect &hit) {
  const double value = get(ui.state, field);
  const std::string label = fill(ui.word(more ? Word::more_of : Word::less_of),
                                 {{"name", ui.content.field(field).label}});
  const bool possible = more ? value < max : value > min;
  if (step_button(ui, node_id(more ? "more" : "less", field_id), more, possible, label, hit))
    ui.actions.push_back(Step{field, more ? 1.0 : -1.0});
}

void handle_events(Ui &ui, Field field, std::uint32_t id) {
  for (const ControlEvent &event : ui.events_for(id)) {
    if (event.kind == ControlEvent::set)
      ui.actions.push_back(SetValue{field, event.value});
    else if (event.kind == ControlEvent::step)
      ui.actions.push_back(Step{field, event.value});
  }
}

} // namespace rt
