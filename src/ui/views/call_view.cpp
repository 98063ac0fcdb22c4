#include "ui/views/care_rows.h"
#include "ui/views/views.h"
#include "ui/widgets/links.h"
#include "ui/widgets/texts.h"

namespace rt {

void call_level(Flow &flow, const CallLevel &level) {
  const Ui &ui = flow.ui;
  const std::string key = "call" + std::to_string(static_cast<int>(level.name));
  TextStyle head = body_style(ui);
  head.weight = Weight::bold;
  head.color = ui.theme.chip_bad_text;
  text(flow, key, ui.word(level.name), head);
  ui.nodes.back().role = Role::heading;
  ui.nodes.back().label = std::move(ui.nodes.back().value_text);
  ui.nodes.back().value_text.clear();
  ui.nodes.back().range.value = 3;
  text(flow, key + "/signs", ui.word(level.signs), body_style(ui));
  if (const std::string more = clinic_adds(ui, level); !more.empty())
    text(flow, key + "/more", more, body_style(ui));
}

void call_signs(Flow &flow) {
  const Ui &ui = flow.ui;
  for (const CallLevel &level : call_levels()) {
    if (&level != call_levels().data()) flow.divider();
    flow.advance(16);
    call_level(flow, level);
    flow.advance(16);
  }
  if (ui.state.factors.device == Device::rf) {
    text(flow, "call-rf", ui.word(Word::about_rf), body_style(ui));
    flow.advance(16);
  }
  contact_links(flow, "call-contact");
  text(flow, "call-note", ui.word(Word::call_note), note_style(ui));
}

} // namespace rt
