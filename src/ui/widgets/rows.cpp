#include "ui/widgets/rows.h"

#include "ui/widgets/texts.h"

#include <algorithm>

namespace rt {

void clinic_mark(Ui &ui, Point end) {
  ui.pen.fill({end.x - 8, end.y - 5, 10, 10}, ui.theme.accent, 2);
}

namespace {

// The time or amount and its range behind the name, at the end of the line.
void fact_values(Flow &flow, const Rect &line, const MilestoneText &fact, const TextStyle &strong,
                 const TextStyle &range, bool one_line) {
  const Pen &pen = flow.ui.pen;
  const float strong_w = pen.width(fact.strong, strong), range_w = pen.width(fact.range, range);
  const float mark_w = fact.clinic ? kClinicMark + 10 : 0;
  const float behind = one_line && !fact.range.empty() ? range_w + mark_w + 6 : 0;
  const auto at_end = [&](const std::string &text, float y, float end, float w,
                          const TextStyle &style) {
    flow.ui.pen.text(text, {line.right() - end - w, y, w, line.h}, style);
  };
  const auto range_at_end = [&](float y) {
    at_end(fact.range, y, 0, range_w, range);
    if (fact.clinic) clinic_mark(flow.ui, {line.right() - range_w - kClinicMark, y + line.h / 2});
  };
  at_end(fact.strong, line.y, behind, strong_w, strong);
  if (one_line)
    range_at_end(line.y);
  else if (!fact.range.empty())
    range_at_end(flow.row(line.h).y);
}

} // namespace

void fact_row(Flow &flow, std::string_view key, const std::string &name, const MilestoneText &fact,
              bool last) {
  Ui &ui = flow.ui;
  const TextStyle label = body_style(ui), note = note_style(ui),
                  range =
                      fact.clinic ? TextStyle{14, Weight::bold, ui.theme.text, note.leading} : note;
  const TextStyle strong{16, Weight::bold, ui.theme.text, 1.5f};
  const float name_w = ui.pen.width(name, label), strong_w = ui.pen.width(fact.strong, strong),
              range_w = ui.pen.width(fact.range, range) + 6 + (fact.clinic ? kClinicMark + 10 : 0);
  const float line_h = ui.pen.line_height(label), w = flow.width(), room = 10;
  const Slot start = flow.cursor();

  // All on one line, else the range below the time, else both below the name.
  const bool beside = name_w + strong_w + 12 <= w;
  const bool one_line = beside ? name_w + strong_w + range_w + 12 <= w : strong_w + range_w <= w;
  flow.advance(room);
  Rect line{start.x, flow.cursor().y, w, line_h};
  unspoken(flow, name, label);
  if (beside) {
    fact_values(flow, line, fact, strong, range, one_line);
  } else if (one_line) {
    fact_values(flow, flow.row(line_h), fact, strong, range, true);
  } else {
    unspoken(flow, fact.strong, strong, Align::end);
    unspoken(flow, fact.range, range, Align::end);
  }
  if (!fact.more.empty()) unspoken(flow, fact.more, note_style(ui), Align::end);
  flow.advance(room);
  if (!last) flow.divider();
  describe(ui, node_id(key, ui.parent), Role::list_item,
           {start.x, start.y, w, flow.cursor().y - start.y}, "")
      .value_text = ui.named(name, fact.all());
}

void people_dots(Flow &flow, int filled, int of, Color color) {
  Ui &ui = flow.ui;
  const float most = 18, pitch = std::min(most, flow.width() / static_cast<float>(of));
  const float r = pitch * 0.36f;
  const Rect row = flow.row(pitch);
  for (int i = 0; i < of; ++i) {
    const Point c{row.x + pitch * (static_cast<float>(i) + 0.5f), row.y + pitch / 2};
    if (i < filled)
      ui.pen.circle(c, r, color);
    else
      ui.pen.ring(c, r - 0.5f, color, 1.2f);
  }
}

} // namespace rt
