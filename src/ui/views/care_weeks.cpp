#include "ui/widgets/card.h"
#include "ui/widgets/controls.h"
#include "ui/words/care_items.h"
#include "ui/words/phrases.h"
#include "ui/words/sources.h"

#include <algorithm>
#include <array>
#include <string>

namespace rt {

namespace {

void add(std::string &list, const std::string &name) {
  if (!list.empty()) list += " · ";
  list += name;
}

} // namespace

PhaseLines phase_lines(const Ui &ui, std::size_t phase) {
  PhaseLines out;
  const double from = kPhaseStart_h[phase], to = kPhaseStart_h[phase + 1];
  double group_end = 0;
  auto close_group = [&] {
    if (group_end > 0) out[2] += " (" + end_text(ui, group_end) + ")";
  };
  for (std::size_t i = 0; i < kCareItems; ++i) {
    const auto item = static_cast<CareItem>(i);
    if (!care_applies(ui, item)) continue;
    const std::string &name = ui.word(care_words(item).name);
    const double hours = ui.content.care_of(item).hours;
    const bool keep = care_kind(item) == CareKind::keep;
    // The list of what to leave out stands once; each later phase tells what comes off it.
    if (keep ? hours > from : phase == 0) add(out[keep ? 0 : 1], name);
    const bool ends = hours >= from && (hours < to || phase + 1 == kPhases);
    if (keep || !ends) continue;
    if (hours != group_end) close_group();
    group_end = hours;
    add(out[2], name);
  }
  close_group();
  return out;
}

namespace {

float phase_line(Ui &ui, std::size_t kind, const std::string &text, const Place &p) {
  if (text.empty()) return 0;
  const TextStyle style = text_style(14, ui.theme.text);
  const float indent = 22;
  const Point c{p.x + 7, p.y + ui.pen.line_height(style) / 2};
  if (kind == 0) check_mark(ui, c);
  if (kind == 1) ui.pen.fill({c.x - 5, c.y - 1, 10, 2}, ui.theme.chip_bad_text);
  if (kind == 2) ui.pen.circle(c, 3, ui.theme.accent);
  const auto head = static_cast<Word>(static_cast<std::size_t>(Word::care_keep) + kind);
  const std::string markup = "**" + ui.word(head) + ":** " + text;
  const float h = ui.pen.paragraph(markup, {p.x + indent, p.y, p.w - indent, 0}, style);
  describe(ui, node_id(std::to_string(kind), ui.parent), Role::list_item, {p.x, p.y, p.w, h}, "")
      .value_text = without_marks(markup);
  return h + 4;
}

float phase_block(Ui &ui, std::size_t phase, const Place &p) {
  const bool now = phase == static_cast<std::size_t>(phase_at(ui.state.day * 24));
  TextStyle head = text_style(15, now ? ui.theme.accent : ui.theme.text, 1.3f);
  head.weight = Weight::bold;
  const std::string &name = phase_name(ui, static_cast<Phase>(phase));
  Group group(ui, std::to_string(phase), Role::group, "");
  float y = p.y;
  y += heading(ui, "name", 4, name, p, head) + 2;
  const auto text = static_cast<Word>(static_cast<std::size_t>(Word::care_phase_0) + phase);
  const TextStyle body = text_style(14, ui.theme.muted);
  y += text_block(ui, "text", ui.word(text), {p.x, y, p.w}, body) + 6;
  {
    Group list(ui, "list", Role::list, name);
    const float top = y;
    const PhaseLines lines = phase_lines(ui, phase);
    for (std::size_t kind = 0; kind < lines.size(); ++kind)
      y += phase_line(ui, kind, lines[kind], {p.x, y, p.w});
    list.set_rect({p.x, top, p.w, y - top});
  }
  group.set_rect({p.x, p.y, p.w, y - p.y});
  return y - p.y;
}

} // namespace

float care_weeks_card(Ui &ui, const Place &p) {
  Card card(ui, "care-weeks", Role::group, ui.word(Word::care_weeks), p);
  card.title(ui.word(Word::care_weeks), ui.theme.text);
  card.took(word_texts(ui, Word::care_weeks_text, Word::care_weeks_text, false, card.at()), 4);
  const std::size_t columns = card.at().w >= 560 * ui.pen.text_scale() ? 2 : 1;
  const float gap = columns == 2 ? 32.0f : 0.0f;
  const float w = (card.at().w + gap) / static_cast<float>(columns) - gap;
  float tallest = 0;
  for (std::size_t phase = 0; phase < kPhases; ++phase) {
    const bool second = phase % columns == 1, left = !second;
    const float x = columns == 1 || left ? card.at().x : card.at().x + w + gap;
    tallest = std::max(tallest, phase_block(ui, phase, {x, card.at().y, w}));
    if (columns == 1 || second) {
      card.took(tallest, phase + 1 < kPhases ? 14.0f : 0.0f);
      tallest = 0;
    }
  }
  return card.finish(ui.theme.border);
}

} // namespace rt
