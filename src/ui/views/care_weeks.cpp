#include "ui/views/care_rows.h"
#include "ui/views/views.h"
#include "ui/widgets/texts.h"
#include "ui/words/advice_words.h"
#include "ui/words/phrases.h"

#include <string>

namespace rt {

namespace {

void phase_line(Flow &flow, std::size_t kind, const std::string &names) {
  if (names.empty()) return;
  Ui &ui = flow.ui;
  const TextStyle style{14, Weight::regular, ui.theme.text, 20.0f / 14};
  const Slot at = flow.cursor();
  const Point c{at.x + 7, at.y + ui.pen.line_height(style) / 2};
  if (kind == 0) check_mark(ui, c);
  if (kind == 1) ui.pen.fill({c.x - 5, c.y - 1, 10, 2}, ui.theme.chip_bad_text);
  if (kind == 2) ui.pen.circle(c, 3, ui.theme.accent);
  const auto head = static_cast<Word>(static_cast<std::size_t>(Word::care_keep) + kind);
  const std::string markup = "**" + ui.word(head) + ":** " + names;
  const float indent = 22;
  const Rect row =
      flow.row(ui.pen.paragraph(markup, {at.x + indent, at.y, at.w - indent, 0}, style));
  describe(ui, node_id(std::to_string(kind), ui.parent), Role::list_item, row, "").value_text =
      without_marks(markup);
  flow.advance(4);
}

void phase_block(Flow &flow, std::size_t phase) {
  Ui &ui = flow.ui;
  const bool now = phase == static_cast<std::size_t>(phase_at(ui.state.day * 24));
  const std::string &name = phase_name(ui, static_cast<Phase>(phase));
  Group group(flow, std::to_string(phase), Role::group, "");
  heading(flow, "name", 4, name, {16, Weight::bold, now ? ui.theme.accent : ui.theme.text, 1.5f});
  flow.advance(2);
  const auto words = static_cast<Word>(static_cast<std::size_t>(Word::care_phase_0) + phase);
  std::string told = ui.word(words);
  // The words are those of all treatments; the time is that of this one.
  if (phase == 1)
    told += " " +
            fill(ui.word(Word::care_phase_red), {{"time", sign_over(ui, Sign::redness).spoken()}});
  text(flow, "text", told, note_style(ui));
  flow.advance(6);
  Group list(flow, "list", Role::list, name);
  const PhaseLines lines = phase_lines(ui, phase);
  for (std::size_t kind = 0; kind < lines.size(); ++kind) phase_line(flow, kind, lines[kind]);
}

} // namespace

void care_weeks(Flow &flow) {
  Ui &ui = flow.ui;
  section_title(flow, "weeks", ui.word(Word::care_weeks));
  text(flow, "weeks-text", ui.word(Word::care_weeks_text), body_style(ui));
  flow.advance(8);
  const std::size_t columns = flow.columns(2, 560);
  for (std::size_t phase = 0; phase < kPhases; phase += columns) {
    flow.advance(16);
    Columns beside(flow, columns, 32);
    for (std::size_t i = 0; i < columns; ++i) phase_block(beside[i], phase + i);
  }
}

} // namespace rt
