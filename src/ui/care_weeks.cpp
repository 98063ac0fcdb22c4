#include "ui/card.h"
#include "ui/care_items.h"
#include "ui/controls.h"
#include "ui/phrases.h"
#include "ui/sources.h"

#include <algorithm>
#include <string>

namespace rt {

namespace {

std::string with(std::string list, const std::string &name) {
  return list.empty() ? name : std::move(list) + " · " + name;
}

struct PhaseItems {
  std::string keep, leave, again;
};

// What holds when the phase begins, and what ends in it.
PhaseItems items_of(const Ui &ui, std::size_t phase) {
  PhaseItems out;
  const double from = kPhaseStart_h[phase], to = kPhaseStart_h[phase + 1];
  const bool last = phase + 1 == kPhases;
  for (std::size_t i = 0; i < kCareItems; ++i) {
    const auto item = static_cast<CareItem>(i);
    if (!care_applies(ui, item)) continue;
    const std::string &name = ui.word(care_words(item).name);
    const double hours = ui.content.care_of(item).hours;
    if (care_kind(item) == CareKind::keep) {
      if (hours > from) out.keep = with(out.keep, name);
      continue;
    }
    if (hours > from) out.leave = with(out.leave, name);
    if (hours >= from && (hours < to || (last && hours <= to)))
      out.again = with(out.again, name + " (" + end_text(ui, hours) + ")");
  }
  return out;
}

enum class Mark : std::uint8_t { check, cross, dot };

float line(Ui &ui, std::string_view key, Mark mark, const std::string &head,
           const std::string &text, Place p) {
  if (text.empty()) return 0;
  const TextStyle style{14, Weight::regular, ui.theme.text, 1.45f};
  const float indent = 22, line_h = ui.pen.line_height(style);
  const bool rtl = ui.pen.right_to_left();
  const Point c{rtl ? p.x + p.w - 7 : p.x + 7, p.y + line_h / 2};
  if (mark == Mark::check) check_mark(ui, c, ui.theme.chip_good_text);
  if (mark == Mark::cross) cross_mark(ui, c, ui.theme.chip_bad_text);
  if (mark == Mark::dot) ui.pen.circle(c, 3, ui.theme.accent);
  const std::string markup = "**" + head + ":** " + text;
  const float h = ui.pen.paragraph(markup, {rtl ? p.x : p.x + indent, p.y, p.w - indent, 0}, style);
  describe(ui, node_id(key, ui.parent), Role::list_item, {p.x, p.y, p.w, h}, "").value_text =
      without_marks(markup);
  return h + 4;
}

float phase_block(Ui &ui, std::size_t phase, Place p) {
  const bool now = phase == static_cast<std::size_t>(phase_at(ui.state.day * 24));
  const TextStyle head{15, Weight::bold, now ? ui.theme.accent : ui.theme.text, 1.3f};
  const TextStyle body{14, Weight::regular, ui.theme.muted, 1.45f};
  const std::string &name = phase_name(ui, static_cast<Phase>(phase));
  const std::string key = "phase" + std::to_string(phase);
  float y = p.y;
  y += heading(ui, key, 4, name, p, head) + 2;
  const auto text = static_cast<Word>(static_cast<std::size_t>(Word::care_phase_0) + phase);
  y += text_block(ui, key + "/text", ui.word(text), {p.x, y, p.w}, body) + 6;
  Group list(ui, key + "/list", Role::list, name);
  const float top = y;
  const PhaseItems items = items_of(ui, phase);
  y += line(ui, "keep", Mark::check, ui.word(Word::care_keep), items.keep, {p.x, y, p.w});
  y += line(ui, "leave", Mark::cross, ui.word(Word::care_leave), items.leave, {p.x, y, p.w});
  y += line(ui, "again", Mark::dot, ui.word(Word::care_again), items.again, {p.x, y, p.w});
  list.set_rect({p.x, top, p.w, y - top});
  return y - p.y;
}

} // namespace

float care_weeks_card(Ui &ui, Place p) {
  Card card(ui, "care-weeks", Role::group, ui.word(Word::care_weeks), p);
  card.title(ui.word(Word::care_weeks));
  const TextStyle body{15, Weight::regular, ui.theme.text, 1.45f};
  card.took(text_block(ui, "text", ui.word(Word::care_weeks_text), card.at(), body), 12);
  const float gap = 32;
  const bool two = card.at().w >= 560 * ui.pen.text_scale();
  const std::size_t columns = two ? 2 : 1;
  const float w = two ? (card.at().w - gap) / 2 : card.at().w;
  for (std::size_t row = 0; row < kPhases; row += columns) {
    float tallest = 0;
    for (std::size_t column = 0; column < columns; ++column) {
      const std::size_t from_left = ui.pen.right_to_left() ? columns - 1 - column : column;
      const float x = card.at().x + (w + gap) * static_cast<float>(from_left);
      tallest = std::max(tallest, phase_block(ui, row + column, {x, card.at().y, w}));
    }
    card.took(tallest, row + columns < kPhases ? 14.0f : 0.0f);
  }
  return card.finish();
}

} // namespace rt
