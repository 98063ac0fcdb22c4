#include "ui/views/care_rows.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/texts.h"
#include "ui/words/care_items.h"
#include "ui/words/phrases.h"
#include "ui/words/sources.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {

namespace {

constexpr float kMark = 28; // CSS px that a check mark, or the "i", takes of a line

// The lanes' square-root axis over 14 days: a bar and a lane reach one day at one part of the
// width.
float part_of(double hour) {
  return static_cast<float>(std::sqrt(std::clamp(hour / (14 * 24), 0.0, 1.0)));
}

void bar(Ui &ui, CareItem item, const Rect &r) {
  const double hours = ui.content.care_of(item).hours, now = ui.state.day * 24;
  const Rect box{r.x, r.y, r.w * part_of(hours), r.h};
  if (now >= hours)
    ui.pen.outline(box, ui.theme.border, r.h / 2);
  else
    ui.pen.fill(box, mix(ui.theme.chip_bad, ui.theme.chip_bad_text, 0.18f), r.h / 2);
  ui.pen.fill({r.x + r.w * part_of(now) - 1, r.y - 4, 2, r.h + 8}, ui.theme.accent);
}

// What a row says, and in which styles.
struct RowWords {
  const std::string &advice;
  std::string span, note;
  TextStyle style, span_style, note_style;
};

RowWords words_of(const Ui &ui, CareItem item, bool keep) {
  const Color ink = care_holds(ui, item, ui.state.day * 24) ? ui.theme.text : ui.theme.muted;
  RowWords words{ui.word(care_words(item).advice),
                 keep ? care_span(ui, item) : end_text(ui, ui.content.care_of(item).hours),
                 care_differs(ui, item) ? ui.word(Word::care_differs) : "",
                 text_style(15, ink, 1.35f),
                 text_style(13, keep ? ui.theme.muted : ink, 1.35f),
                 text_style(13, ui.theme.chip_bad_text, 1.35f)};
  if (!keep) words.span_style.weight = Weight::semibold;
  return words;
}

// The advice, below it the span where that is, and the note. Returns the height in CSS px.
float row_words(Ui &ui, const RowWords &words, const Rect &box, bool with_span, bool draw) {
  float h = 0;
  const auto put = [&](const std::string &text, const TextStyle &style) {
    if (!text.empty()) h += ui.pen.paragraph(text, {box.x, box.y + h, box.w, 0}, style, draw);
  };
  put(words.advice, words.style);
  if (with_span) put(words.span, words.span_style);
  put(words.note, words.note_style);
  return h;
}

void note(Flow &flow, CareItem item) {
  Ui &ui = flow.ui;
  text(flow, "why", care_reason(ui, item), text_style(14, ui.theme.muted));
  flow.advance(6);
  source_lines(flow, ui.content.care_of(item).sources);
  flow.advance(8);
}

} // namespace

void care_row(Flow &flow, CareItem item) {
  Ui &ui = flow.ui;
  const bool keep = care_kind(item) == CareKind::keep;
  const RowWords words = words_of(ui, item, keep);
  // Of what to do the span stands below the sentence, of what to leave out at the end of its line,
  // as far as that has room for both.
  const float span_full = ui.pen.width(words.span, words.span_style) + 12;
  const bool below = keep || span_full > flow.width() * 0.5f;
  const float indent = keep ? kMark : 0, span_w = below ? 0 : span_full, bar_h = 8;
  const Slot &at = flow.cursor();
  Rect box{at.x + indent, at.y, at.w - indent - kMark - span_w, 0};
  box.h = row_words(ui, words, box, below, false);
  const float bar_room = keep ? 0 : bar_h + 10;

  Group group(flow, care_key(item), Role::list_item, "");
  group.node().value_text =
      keep ? words.advice + " · " + words.span : ui.named(words.advice, care_span(ui, item));
  const Rect row = flow.row(std::max(target_height(ui), box.h + bar_room + 14));
  const bool open = fold(ui, "note", row,
                         fill(ui.word(Word::care_why), {{"name", ui.word(care_words(item).name)}}));
  box.y = row.y + (row.h - box.h - bar_room) / 2;
  row_words(ui, words, box, below, true);
  const float line_h = ui.pen.line_height(words.style), middle = box.y + line_h / 2;
  if (keep) check_mark(ui, {row.x + 8, middle});
  info_mark(ui, {row.right() - 10, middle}, open ? ui.theme.accent : ui.theme.muted);
  if (!below)
    ui.pen.text(words.span, {row.right() - kMark - span_w, box.y, span_w, line_h}, words.span_style,
                Align::end);
  if (!keep) bar(ui, item, {row.x, box.bottom() + 6, row.w, bar_h});
  if (open) {
    Flow inner(ui, {row.x + indent, row.bottom(), row.w - indent});
    note(inner, item);
    flow.advance(inner.height());
  }
}

void care_axis(Flow &flow) {
  Ui &ui = flow.ui;
  const TextStyle style = text_style(12, ui.theme.muted);
  const Rect row = flow.row(ui.pen.line_height(style));
  float taken = -9;
  for (const int day : {0, 1, 2, 3, 5, 7, 10, 14}) {
    const std::string text = ui.host.number(day, 0);
    const float w = ui.pen.width(text, style);
    const float from = std::clamp(row.w * part_of(day * 24.0) - w / 2, 0.0f, row.w - w);
    if (from < taken + 5) continue; // no room at this text size
    ui.pen.text(text, {row.x + from, row.y, w + 1, row.h}, style);
    taken = from + w;
  }
  describe(ui, node_id("axis", ui.parent), Role::figure, row, ui.word(Word::axis_days));
}

void check_mark(Ui &ui, Point center) {
  constexpr std::array<Point, 3> kStrokes{{{-5, 0}, {-1.5f, 4}, {5, -5}}};
  ui.pen.sign(center, kStrokes, ui.theme.chip_good_text, 2);
}

void source_lines(Flow &flow, const std::vector<std::string> &sources) {
  std::size_t n = 0;
  for (const std::string &source : source_texts(flow.ui, sources)) {
    text(flow, "source" + std::to_string(n++), source, text_style(13, flow.ui.theme.muted, 1.4f));
    flow.advance(4);
  }
}

} // namespace rt
