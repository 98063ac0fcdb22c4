// When to call the clinic: one press away from every view, with the phone.
#include "ui/views/views.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/links.h"
#include "ui/widgets/texts.h"

#include <algorithm>

namespace rt {

namespace {

// "Call us", or in the rail the number itself: a real link of the page.
void phone_link(Ui &ui, const Rect &r, const std::string &words) {
  const std::uint32_t id = node_id("/phone");
  const Press press = pressable(ui, id, r);
  const float radius = std::min(12.0f, ui.theme.radius);
  ui.pen.fill(r, press.hovered ? ui.theme.chip_bad : ui.theme.surface, radius);
  ui.pen.outline(r, ui.theme.chip_bad_text, radius);
  const TextStyle style{16, Weight::bold, ui.theme.chip_bad_text, 1.5f};
  ui.pen.text(ui.pen.fitted(words, r.w - 16, style), r, style, Align::center);
  describe_contact(ui, id, r, words, Contact::phone);
  focus_ring(ui, id, r, radius);
}

} // namespace

void call_row(Flow &flow) {
  Ui &ui = flow.ui;
  const std::string &phone = ui.content.clinic.phone;
  const bool narrow = flow.width() < 300 * ui.pen.text_scale();
  const TextStyle style{16, Weight::bold, ui.theme.chip_bad_text, 1.5f};
  const std::string &title = ui.word(Word::call_title);
  const std::string &words = narrow && !phone.empty() ? phone : ui.word(Word::call_us);
  const float target = target_height(ui), pad = 12;
  const float phone_w = phone.empty() ? 0
                        : narrow      ? flow.width() - 2 * pad
                                      : ui.pen.width(words, style) + 32;
  const bool below = narrow && !phone.empty();
  const float words_w = flow.width() - 2 * pad - 24 - (below || phone.empty() ? 0 : phone_w + 8);
  const float title_h = ui.pen.paragraph(title, {0, 0, words_w, 0}, style, false);
  const float row_h = std::max(target, title_h + 12);
  const Slot at = flow.cursor();
  const Rect ground{at.x, at.y, at.w, row_h + 8 + (below ? target + 8 : 0)};
  ui.pen.fill(ground, ui.theme.chip_bad, std::min(12.0f, ui.theme.radius));
  const Rect row{at.x + 4, at.y + 4, words_w + pad + 28, row_h};
  const bool open = fold(ui, "/call", row, title);
  ui.pen.paragraph(title, {at.x + pad, row.y + (row.h - title_h) / 2, words_w, 0}, style);
  const float title_w = std::min(ui.pen.width(title, style), words_w);
  chevron(ui, {at.x + pad + title_w + 14, row.y + row.h / 2}, open, ui.theme.chip_bad_text);
  if (!phone.empty())
    phone_link(ui,
               below
                   ? Rect{at.x + pad, row.bottom(), phone_w, target}
                   : Rect{at.x + at.w - phone_w - 6, row.y + (row.h - target) / 2, phone_w, target},
               words);
  flow.advance(ground.h);
  if (!open) return;
  flow.advance(12);
  call_signs(flow);
}

void call_below(Flow &flow) {
  if (flow.ui.beside_settings) return;
  flow.advance(16);
  call_row(flow);
}

} // namespace rt
