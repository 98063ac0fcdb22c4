#include "ui/widgets/option_bar.h"

#include "ui/widgets/pointer.h"

#include <algorithm>
#include <vector>

namespace rt {

namespace {

std::size_t divided_up(std::size_t n, std::size_t by) { return (n + by - 1) / by; }

// How many options share a row, and the size of their words.
struct Rows {
  std::size_t in_row = 1;
  float text_size = 16; // CSS px
  bool uneven = false;  // each is as wide as its own words need
};

float needed(const Ui &ui, const BarOption &option, float text_size, float margin) {
  return ui.pen.width(option.text, {text_size, Weight::bold, 0}) + margin;
}

// As wide as its words.
float tab_width(const Ui &ui, const BarOption &option, float text_size) {
  return std::max(kTarget, needed(ui, option, text_size, 8));
}

float tabs_width(const Ui &ui, std::span<const BarOption> row, float text_size) {
  float total = 0;
  for (const BarOption &option : row) total += tab_width(ui, option, text_size);
  return total;
}

std::span<const BarOption> row_of(std::span<const BarOption> all, std::size_t first,
                                  std::size_t in_row) {
  return all.subspan(first, std::min(in_row, all.size() - first));
}

// One row where all words fit at a size that reads well, else more rows.
Rows arrange_tabs(const Ui &ui, std::span<const BarOption> all, float width) {
  Rows rows;
  for (std::size_t count = 1; count <= all.size(); ++count) {
    rows.in_row = divided_up(all.size(), count);
    for (rows.text_size = 16; rows.text_size >= 14; rows.text_size -= 2) {
      bool fits = true;
      for (std::size_t first = 0; first < all.size(); first += rows.in_row)
        fits = fits && tabs_width(ui, row_of(all, first, rows.in_row), rows.text_size) <= width;
      if (fits) return rows;
    }
  }
  return rows;
}

// Each as wide as the widest needs.
Rows arrange_radios(const Ui &ui, std::span<const BarOption> all, float width) {
  float widest = 0;
  for (const BarOption &option : all) widest = std::max(widest, needed(ui, option, 16, 16));
  const auto fit = static_cast<std::size_t>(std::max(1.0f, width / widest));
  // A few in one row, though the widest has no room in a part of it.
  if (fit < all.size() && all.size() <= 3 && tabs_width(ui, all, 16) + 12 <= width)
    return {all.size(), 16, true};
  return {divided_up(all.size(), divided_up(all.size(), std::min(fit, all.size()))), 16};
}

struct Cell {
  Rect rect;
  bool parted; // a line between it and the one before it
};

void draw_tab(Ui &ui, const BarOption &option, const Cell &cell, const Press &press,
              TextStyle style) {
  const Rect &r = cell.rect;
  style.color = option.on || press.hovered ? ui.theme.text : ui.theme.muted;
  ui.pen.text(ui.pen.fitted(option.text, r.w - 4, style), r, style, Align::center);
  if (option.on) ui.pen.fill({r.x, r.bottom() - 3, r.w, 3}, ui.theme.accent);
}

void draw_radio(Ui &ui, const BarOption &option, const Cell &cell, const Press &press,
                TextStyle style) {
  const float radius = std::min(12.0f, ui.theme.radius) - 3;
  const Rect &r = cell.rect;
  if (option.on)
    ui.pen.fill(r.inset(3), ui.theme.accent, radius);
  else if (press.hovered)
    ui.pen.fill(r.inset(3), ui.theme.accent_soft, radius);
  else if (cell.parted)
    ui.pen.line({r.x, r.y + 10}, {r.x, r.bottom() - 10}, ui.theme.divider, 1);
  style.color = option.on ? ui.theme.on_accent : ui.theme.text;
  ui.pen.text(ui.pen.fitted(option.text, r.w - 8, style), r, style, Align::center);
}

bool option_button(Ui &ui, const BarOption &option, const Cell &cell, bool tab, float text_size) {
  const std::uint32_t id = node_id(option.key, ui.parent);
  const Press press = pressable(ui, id, cell.rect);
  const TextStyle style{text_size, option.on ? Weight::bold : Weight::regular, 0};
  (tab ? draw_tab : draw_radio)(ui, option, cell, press, style);
  describe(ui, id, tab ? Role::tab : Role::radio, cell.rect, option.text).flags =
      !option.on ? 0u
      : tab      ? unsigned{kSelected}
                 : unsigned{kChecked};
  focus_ring(ui, id, cell.rect, std::min(12.0f, ui.theme.radius));
  return press.pressed;
}

} // namespace

int option_bar(Flow &flow, const OptionBar &bar) {
  Ui &ui = flow.ui;
  const std::span<const BarOption> all = bar.options;
  const Rows rows =
      bar.tabs ? arrange_tabs(ui, all, flow.width()) : arrange_radios(ui, all, flow.width());
  const float row_h = target_height(ui), radius = std::min(12.0f, ui.theme.radius);
  const Rect box = flow.row(row_h * static_cast<float>(divided_up(all.size(), rows.in_row)));
  if (bar.tabs)
    ui.pen.fill({box.x, box.bottom() - 1, box.w, 1}, ui.theme.divider);
  else
    ui.pen.fill(box, ui.theme.surface, radius);
  Group group(ui, bar.key, bar.tabs ? Role::tab_list : Role::radio_group, bar.label, box);
  group.node().flags = bar.flags;

  int pressed = -1;
  float y = box.y;
  for (std::size_t first = 0; first < all.size(); first += rows.in_row, y += row_h) {
    const std::span<const BarOption> row = row_of(all, first, rows.in_row);
    const auto count = static_cast<float>(row.size());
    // What the words leave over is shared out evenly.
    const float spare = std::min(32.0f, (box.w - tabs_width(ui, row, rows.text_size)) / count);
    float x = box.x;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const bool uneven = bar.tabs || rows.uneven;
      const float w = uneven ? tab_width(ui, row[i], rows.text_size) + spare : box.w / count;
      const Cell cell{{x, y, w, row_h}, i > 0 && !row[i - 1].on};
      if (option_button(ui, row[i], cell, bar.tabs, rows.text_size))
        pressed = static_cast<int>(first + i);
      x += w;
    }
  }
  if (!bar.tabs) ui.pen.outline(box, ui.theme.edge, radius);
  return pressed;
}

} // namespace rt
