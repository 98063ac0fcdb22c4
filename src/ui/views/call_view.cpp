#include "ui/views/views.h"
#include "ui/widgets/texts.h"

#include <array>
#include <utility>

namespace rt {

void call_signs(Flow &flow) {
  const Ui &ui = flow.ui;
  const TextStyle head{14, Weight::bold, ui.theme.chip_bad_text};
  const TextStyle body = text_style(15, ui.theme.text);
  constexpr std::array<std::pair<Word, Word>, 3> kParts{
      {{Word::call_at_once, Word::call_at_once_signs},
       {Word::call_24h, Word::call_24h_signs},
       {Word::call_days, Word::call_days_signs}}};
  for (std::size_t i = 0; i < kParts.size(); ++i) {
    const std::string key = "call" + std::to_string(i);
    heading(flow, key, 3, ui.word(kParts[i].first), head);
    flow.advance(2);
    text(flow, key + "/signs", ui.word(kParts[i].second), body);
    flow.advance(10);
  }
  if (ui.state.factors.device == Device::rf) {
    text(flow, "call-rf", ui.word(Word::about_rf), body);
    flow.advance(10);
  }
  text(flow, "call-note", ui.word(Word::call_note), text_style(13.5f, ui.theme.muted));
}

} // namespace rt
