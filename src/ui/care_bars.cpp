#include "ui/card.h"
#include "ui/care_items.h"
#include "ui/controls.h"
#include "ui/sources.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {

namespace {

constexpr std::array<int, 8> kTickDays{0, 1, 2, 3, 5, 7, 10, 14};

// The lanes' square-root axis, so that a bar and a lane of one day stand at one part of the width.
struct Axis {
  Rect plot;
  bool rtl;
  float part(double hour) const {
    return static_cast<float>(std::sqrt(std::clamp(hour / kCareHorizon_h, 0.0, 1.0)));
  }
  float x(double hour) const {
    return rtl ? plot.right() - plot.w * part(hour) : plot.x + plot.w * part(hour);
  }
  // A box that starts `from` px after the axis's own start.
  Rect box(float from, float w, float y, float h) const {
    return {rtl ? plot.right() - from - w : plot.x + from, y, w, h};
  }
};

// Where the span's words stand at a bar that is `bar` px long: in it or behind it, off the line of
// the chosen day, which stands at `line`.
struct WordsAt {
  float from = 0;
  bool inside = false;
};
WordsAt place_words(float words, float bar, float line, float room) {
  const std::array<WordsAt, 3> places{WordsAt{bar - words - 8, true}, WordsAt{bar + 6, false},
                                      WordsAt{8, true}};
  auto fits = [&](const WordsAt &at) {
    return at.inside ? bar >= words + 16 : at.from + words <= room;
  };
  auto clear = [&](const WordsAt &at) { return line < at.from - 3 || line > at.from + words + 3; };
  for (const WordsAt &at : places)
    if (fits(at) && clear(at)) return at;
  for (const WordsAt &at : places)
    if (fits(at)) return at;
  return places[1];
}

// How the rows are laid out: names beside the bars or, where that leaves too little, above them.
struct Layout {
  Axis axis;
  float name_w;
  bool stacked;
  TextStyle name, words;
};

Layout lay_out(const Ui &ui, Place p) {
  Layout l{{},
           p.w,
           false,
           {15, Weight::regular, ui.theme.text, 1.3f},
           {12.5f, Weight::semibold, ui.theme.text}};
  const float scale = ui.pen.text_scale();
  const bool rtl = ui.pen.right_to_left();
  l.stacked = p.w < 310 * scale;
  if (!l.stacked) {
    float widest = 0;
    for (std::size_t i = 0; i < kCareItems; ++i)
      if (care_kind(static_cast<CareItem>(i)) == CareKind::avoid)
        widest = std::max(widest,
                          ui.pen.width(ui.word(care_words(static_cast<CareItem>(i)).name), l.name));
    l.name_w = std::min(widest + 34, std::round(p.w * 0.42f));
  }
  const float from = l.stacked ? 0 : l.name_w;
  l.axis = {{rtl ? p.x : p.x + from, p.y, p.w - from, 0}, rtl};
  return l;
}

void bar(Ui &ui, const Layout &l, CareItem item, float y, float h) {
  const Axis &axis = l.axis;
  const double hours = ui.content.care_of(item).hours, now = ui.state.day * 24;
  const bool over = now >= hours;
  const float length = axis.plot.w * axis.part(hours);
  const Rect box = axis.box(0, length, y, h);
  const float radius = std::min(h / 2, 9.0f);
  if (over)
    ui.pen.outline(box, ui.theme.border, radius);
  else
    ui.pen.fill(box, ui.theme.chip_bad, radius);
  if (l.stacked) return;
  const std::string text = end_text(ui, hours);
  TextStyle style = l.words;
  const float room = axis.plot.w;
  const float w = std::min(ui.pen.width(text, style), room);
  const WordsAt at = place_words(w, length, axis.plot.w * axis.part(now), room);
  const float from = std::clamp(at.from, 0.0f, room - w);
  style.color = over || !at.inside ? ui.theme.muted : ui.theme.chip_bad_text;
  ui.pen.text(ui.pen.fitted(text, w + 1, style), axis.box(from, w + 1, y, h), style);
}

// The name, its bar and what opens below; returns the row's height.
float bar_row(Ui &ui, const Layout &l, CareItem item, Place p) {
  const bool rtl = l.axis.rtl, over = !care_holds(ui, item, ui.state.day * 24);
  const bool differs = care_differs(ui, item);
  const float scale = ui.pen.text_scale(), bar_h = l.stacked ? 10.0f : std::round(20 * scale);
  TextStyle name = l.name;
  if (over) name.color = ui.theme.muted;
  const TextStyle differs_style{12.5f, Weight::regular, ui.theme.chip_bad_text, 1.3f};
  const std::string &text = ui.word(care_words(item).name);
  const std::string span = l.stacked ? end_text(ui, ui.content.care_of(item).hours) : "";
  const float span_w = l.stacked ? ui.pen.width(span, l.words) + 10 : 0;
  const float box_w = (l.stacked ? p.w - span_w : l.name_w - 8) - 24;
  const float name_h = ui.pen.paragraph(text, {0, 0, box_w, 0}, name, false);
  const float differs_h = differs ? ui.pen.paragraph(ui.word(Word::care_differs), {0, 0, box_w, 0},
                                                     differs_style, false)
                                  : 0;
  const float words_h = name_h + differs_h, floor_h = std::round(kTarget * std::max(1.0f, scale));
  const float h = std::max(floor_h, words_h + (l.stacked ? bar_h + 20 : 14));

  Item item_node(ui, care_key(item), text + ": " + care_span(ui, item));
  const Rect row{p.x, p.y, p.w, h};
  const Fold opened = fold(ui, "note", row, fill(ui.word(Word::care_why), {{"name", text}}));
  const float top = l.stacked ? p.y + 6 : p.y + (h - words_h) / 2;
  const float name_x = rtl ? p.x + p.w - box_w : p.x;
  ui.pen.paragraph(text, {name_x, top, box_w, 0}, name);
  if (differs)
    ui.pen.paragraph(ui.word(Word::care_differs), {name_x, top + name_h, box_w, 0}, differs_style);
  const float mark_from = std::min(box_w, ui.pen.width(text, name)) + 14;
  info_mark(ui, {rtl ? p.x + p.w - mark_from : p.x + mark_from, top + name_h / 2}, opened);
  if (l.stacked) {
    TextStyle words = l.words;
    if (over) words.color = ui.theme.muted;
    ui.pen.text(span, {p.x, top, p.w, ui.pen.line_height(name)}, words, Align::end);
  }
  const float bar_y = l.stacked ? p.y + h - bar_h - 6 : p.y + (h - bar_h) / 2;
  bar(ui, l, item, bar_y, bar_h);
  const float x = l.axis.x(ui.state.day * 24), line_y = l.stacked ? bar_y - 4 : p.y;
  ui.pen.line({x, line_y}, {x, l.stacked ? bar_y + bar_h + 4 : p.y + h}, ui.theme.accent, 2);

  float y = p.y + h;
  if (opened.open) y += care_note(ui, item, {p.x, y, p.w});
  item_node.set_rect({p.x, p.y, p.w, y - p.y});
  return y - p.y;
}

float ticks(Ui &ui, const Axis &axis, float y) {
  const TextStyle style{12, Weight::regular, ui.theme.muted};
  const float h = ui.pen.line_height(style);
  float taken = -1e9f; // from the start
  for (const int day : kTickDays) {
    const std::string text = ui.host.number(day, 0);
    const float w = ui.pen.width(text, style);
    const float from =
        std::clamp(axis.plot.w * axis.part(day * 24.0) - w / 2, 0.0f, axis.plot.w - w);
    if (from < taken + 5) continue;
    ui.pen.text(text, axis.box(from, w + 1, y, h), style);
    taken = from + w;
  }
  return h;
}

} // namespace

float care_bars_card(Ui &ui, Place p) {
  Card card(ui, "care-avoid", Role::group, ui.word(Word::care_avoid), p);
  card.title(ui.word(Word::care_avoid));
  const Layout layout = lay_out(ui, card.at());
  std::string left_out;
  {
    const float top = card.at().y;
    Group list(ui, "list", Role::list, ui.word(Word::care_leave));
    for (std::size_t i = 0; i < kCareItems; ++i) {
      const auto item = static_cast<CareItem>(i);
      if (care_kind(item) != CareKind::avoid || !care_applies(ui, item)) continue;
      card.took(bar_row(ui, layout, item, card.at()));
      if (care_holds(ui, item, ui.state.day * 24))
        left_out += (left_out.empty() ? "" : " · ") + ui.word(care_words(item).name);
    }
    list.set_rect({card.at().x, top, card.at().w, card.at().y - top});
  }
  const float axis_h = ticks(ui, layout.axis, card.at().y + 2) + 2;
  describe(ui, node_id("axis", ui.parent), Role::figure,
           {card.at().x, card.at().y, card.at().w, axis_h}, ui.word(Word::axis_days))
      .value_text = left_out.empty() ? "" : ui.word(Word::care_leave) + ": " + left_out;
  card.took(axis_h, 8);
  const TextStyle note{13, Weight::regular, ui.theme.muted, 1.45f};
  card.took(text_block(ui, "note", ui.word(Word::care_avoid_note), card.at(), note));
  return card.finish();
}

} // namespace rt
