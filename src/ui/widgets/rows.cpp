#include "ui/widgets/rows.h"

#include <algorithm>
#include <cmath>

namespace rt {

float card_padding(float card_width) { return card_width < 360 ? 14.0f : 18.0f; }

void card(Ui &ui, const Rect &r) {
  ui.pen.card(r, ui.theme.surface, ui.theme.border, ui.theme.radius);
}

float card_title(Ui &ui, std::string_view key, const std::string &text, const Place &p) {
  const TextStyle style{13, Weight::bold, ui.theme.muted};
  return heading(ui, key, 3, text, p, style) + 8;
}

float fact_row(Ui &ui, std::string_view key, const std::string &name, const MilestoneText &fact,
               const Place &p, bool last) {
  const TextStyle label{15, Weight::regular, ui.theme.text};
  const TextStyle strong{15, Weight::bold, ui.theme.text};
  const TextStyle range{14, Weight::regular, ui.theme.muted};
  const float name_w = ui.pen.width(name, label), strong_w = ui.pen.width(fact.strong, strong),
              range_w = ui.pen.width(fact.range, range) + 6;
  const float line_h = ui.pen.line_height(label);
  const float row_pad = 10;
  float y = p.y + row_pad;
  auto value = [&](float from_start, const std::string &text, const TextStyle &style, float w) {
    ui.pen.text(text, {p.x + from_start, y, w, line_h}, style);
  };
  // All on one line, else the range below the time, else both below the name.
  const bool one_line = name_w + strong_w + range_w + 12 <= p.w;
  const bool beside = name_w + strong_w + 12 <= p.w;
  y += ui.pen.paragraph(name, {p.x, y, p.w, 0}, label);
  if (beside) y -= line_h;
  if (!beside && strong_w + range_w > p.w) {
    y += ui.pen.paragraph(fact.strong, {p.x, y, p.w, 0}, strong, true, Align::end);
    y += ui.pen.paragraph(fact.range, {p.x, y, p.w, 0}, range, true, Align::end);
  } else if (one_line || !beside) {
    value(p.w - range_w - strong_w, fact.strong, strong, strong_w);
    value(p.w - range_w + 6, fact.range, range, range_w - 6);
    y += line_h;
  } else {
    value(p.w - strong_w, fact.strong, strong, strong_w);
    y += line_h;
    if (!fact.range.empty()) {
      value(p.w - range_w + 6, fact.range, range, range_w - 6);
      y += line_h;
    }
  }
  y += row_pad;
  if (!last) ui.pen.line({p.x, y}, {p.x + p.w, y}, ui.theme.divider, 1);
  describe(ui, node_id(key, ui.parent), Role::list_item, {p.x, p.y, p.w, y - p.y}, "").value_text =
      ui.named(name, fact.spoken());
  return y - p.y;
}

float people_dots(Ui &ui, const Place &p, int filled, int of, Color color) {
  const float most = 18, pitch = std::min(most, p.w / static_cast<float>(of)), r = pitch * 0.36f;
  for (int i = 0; i < of; ++i) {
    const float from_start = pitch * (static_cast<float>(i) + 0.5f);
    const Point c{p.x + from_start, p.y + pitch / 2};
    if (i < filled)
      ui.pen.circle(c, r, color);
    else
      ui.pen.ring(c, r - 0.5f, readable(ui.theme.track, ui.theme.surface, 3), 1.2f);
  }
  return pitch;
}

namespace {

// Which segments share a row, and the size of their words.
struct SegmentRows {
  std::size_t in_row = 1;
  TextStyle style{15, Weight::semibold, 0};
};

float segment_width(const Ui &ui, const Segment &one, const TextStyle &style) {
  return std::max(kTarget, ui.pen.width(one.text, style) + 8);
}

// One row where all words fit at a size that reads well, else more rows.
SegmentRows arrange(const Ui &ui, const std::vector<Segment> &all, float width) {
  SegmentRows rows;
  for (std::size_t count = 1; count <= all.size(); ++count) {
    rows.in_row = (all.size() + count - 1) / count;
    for (rows.style.size = 15; rows.style.size >= 12; rows.style.size -= 0.5f) {
      bool fits = true;
      for (std::size_t first = 0; first < all.size(); first += rows.in_row) {
        float total = 0;
        for (std::size_t i = first; i < std::min(all.size(), first + rows.in_row); ++i)
          total += segment_width(ui, all[i], rows.style);
        fits = fits && total <= width;
      }
      if (fits) return rows;
    }
  }
  return rows;
}

bool segment(Ui &ui, const Segment &one, const Rect &cell, const TextStyle &style, Role role) {
  const float radius = std::min(12.0f, ui.theme.radius);
  const std::uint32_t id = node_id(one.key, ui.parent);
  const Press press = pressable(ui, id, cell);
  if (one.on) {
    ui.pen.fill(cell.inset(3), ui.theme.surface, radius - 3);
    ui.pen.outline(cell.inset(3), ui.theme.border, radius - 3);
  } else if (press.hovered) {
    ui.pen.fill(cell.inset(3), mix(ui.theme.track, ui.theme.surface, 0.5f), radius - 3);
  }
  TextStyle mine = style;
  mine.weight = one.on ? Weight::semibold : Weight::regular;
  mine.color = one.on ? ui.theme.text : readable(ui.theme.text, ui.theme.track, 4.5);
  ui.pen.text(ui.pen.fitted(one.text, cell.w - 4, mine), cell, mine, Align::center);
  const std::uint32_t chosen = role == Role::tab ? kSelected : kChecked;
  describe(ui, id, role, cell, one.text).flags = one.on ? chosen : 0u;
  focus_ring(ui, id, cell, radius);
  return press.pressed;
}

} // namespace

Pressed segments(Ui &ui, std::string_view key, const std::string &label, const Place &p,
                 float row_h, const std::vector<Segment> &all, Role group_role, Role role) {
  const SegmentRows rows = arrange(ui, all, p.w);
  const std::size_t count = (all.size() + rows.in_row - 1) / rows.in_row;
  const Rect box{p.x, p.y, p.w, row_h * static_cast<float>(count)};
  ui.pen.fill(box, ui.theme.track, std::min(12.0f, ui.theme.radius));
  Group group(ui, key, group_role, std::string(label), box);
  Pressed pressed{-1, box.h};
  for (std::size_t first = 0, row = 0; first < all.size(); first += rows.in_row, ++row) {
    const std::size_t last = std::min(all.size(), first + rows.in_row);
    float total = 0;
    for (std::size_t i = first; i < last; ++i) total += segment_width(ui, all[i], rows.style);
    // What the words leave over is shared out evenly.
    const float spare = (p.w - total) / static_cast<float>(last - first);
    float x = 0;
    for (std::size_t i = first; i < last; ++i) {
      const float w = segment_width(ui, all[i], rows.style) + spare;
      const Rect cell{box.x + x, p.y + row_h * static_cast<float>(row), w, row_h};
      if (segment(ui, all[i], cell, rows.style, role)) pressed.index = static_cast<int>(i);
      x += w;
    }
  }
  return pressed;
}

Pressed pills(Ui &ui, const Place &p, std::initializer_list<std::pair<const char *, Word>> all) {
  const TextStyle style{14, Weight::regular, 0};
  const float h = std::round(44 * std::max(1.0f, ui.pen.text_scale())), gap = 8;
  Pressed pressed;
  float x = 0, y = p.y;
  int i = 0;
  for (const auto &[key, word] : all) {
    const float w = std::min(p.w, ui.pen.width(ui.word(word), style) + 32);
    if (x > 0 && x + w > p.w) {
      x = 0;
      y += h + gap;
    }
    const Rect rect{p.x + x, y, w, h};
    if (button(ui, key, ui.word(word), rect, ButtonLook::pill)) pressed.index = i;
    x += w + gap;
    ++i;
  }
  pressed.height = y + h - p.y;
  return pressed;
}

} // namespace rt
