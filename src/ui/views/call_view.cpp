#include "ui/ui.h"
#include "ui/widgets/controls.h"

#include <array>
#include <utility>

namespace rt {

float call_signs(Ui &ui, const Place &p) {
  const TextStyle head{14, Weight::bold, ui.theme.chip_bad_text};
  const TextStyle body{15, Weight::regular, ui.theme.text, 1.45f};
  const TextStyle note{13.5f, Weight::regular, ui.theme.muted, 1.45f};
  constexpr std::array<std::pair<Word, Word>, 3> kParts{
      {{Word::call_at_once, Word::call_at_once_signs},
       {Word::call_24h, Word::call_24h_signs},
       {Word::call_days, Word::call_days_signs}}};
  float y = p.y;
  for (std::size_t i = 0; i < kParts.size(); ++i) {
    const std::string key = "call" + std::to_string(i);
    y += heading(ui, key, 3, ui.word(kParts[i].first), {p.x, y, p.w}, head) + 2;
    y += text_block(ui, key + "/signs", ui.word(kParts[i].second), {p.x, y, p.w}, body) + 10;
  }
  if (ui.state.factors.device == Device::rf)
    y += text_block(ui, "call-rf", ui.word(Word::about_rf), {p.x, y, p.w}, body) + 10;
  return y + text_block(ui, "call-note", ui.word(Word::call_note), {p.x, y, p.w}, note) - p.y;
}

} // namespace rt
