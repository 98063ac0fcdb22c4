#include "ui/ui.h"
#include "ui/views/onboarding.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/rows.h"
#include "ui/words/phrases.h"
#include "ui/words/sources.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {

namespace {

constexpr float kGap = kCardGap;

struct ViewEntry {
  View view;
  Word title;
  float (*draw)(Ui &, const Place &);
};
// In the order of the tabs.
constexpr std::array<ViewEntry, kViews> kShown{{{View::recovery, Word::title, recovery_view},
                                                {View::results, Word::title_results, results_view},
                                                {View::plan, Word::title_plan, plan_view},
                                                {View::care, Word::title_care, care_view},
                                                {View::about, Word::title_about, about_view}}};

const ViewEntry &shown_view(const Ui &ui) {
  return kShown[static_cast<std::size_t>(ui.state.view)];
}

void show_view(Ui &ui, View view) {
  ui.actions.push_back(SetValue{Field::view, static_cast<double>(view)});
}

const Option &option_of(const Ui &ui, const ViewEntry &entry) {
  return ui.content.field(Field::view).options[static_cast<std::size_t>(entry.view)];
}

float view_tabs(Ui &ui, const Place &p) {
  std::vector<Segment> tabs;
  for (const ViewEntry &entry : kShown) {
    const Option &option = option_of(ui, entry);
    tabs.push_back({option.key, option.label, &entry == &shown_view(ui)});
  }
  const float h = std::round(44 * std::max(1.0f, ui.pen.text_scale()));
  const Pressed pressed =
      segments(ui, "views", ui.word(Word::views), p, h, tabs, Role::tab_list, Role::tab);
  if (pressed.index >= 0) show_view(ui, kShown[static_cast<std::size_t>(pressed.index)].view);
  return pressed.height;
}

// What the open tab shows, the first one below the worked example; beside the settings also the
// choices of aftercare.
float view_panel(Ui &ui, const Place &p) {
  Group panel(ui, "panel", Role::tab_panel, option_of(ui, shown_view(ui)).label);
  float height = ui.state.view == View::recovery ? first_use(ui, p) : 0;
  if (height > 0) height += kGap;
  height += shown_view(ui).draw(ui, {p.x, p.y + height, p.w});
  if (ui.beside_settings && ui.state.view == View::recovery)
    height += kGap + aftercare_view(ui, {p.x, p.y + height + kGap, p.w});
  panel.set_rect({p.x, p.y, p.w, height});
  return height;
}

// When to call the clinic: one tap away, whatever is shown.
float call_the_clinic(Ui &ui, const Place &p) {
  const float pad = 14, inner = p.w - 2 * pad;
  const float line_h = disclosure_height(ui, ui.word(Word::call_title), inner);
  const bool open =
      disclosure(ui, "call", ui.word(Word::call_title), {p.x + pad, p.y, inner, line_h});
  float y = p.y + line_h;
  if (open) y += call_signs(ui, {p.x + pad, y + 4, inner}) + pad;
  ui.pen.card({p.x, p.y, p.w, y - p.y}, ui.theme.surface, ui.theme.border, ui.theme.radius);
  return y - p.y;
}

float footer(Ui &ui, const Place &p) {
  float y = p.y + call_the_clinic(ui, p) + 14;
  const TextStyle note{13, Weight::regular, ui.theme.muted, 1.5f};
  y += text_block(ui, "intended-use", ui.word(Word::intended_use), {p.x, y, p.w}, note) + 4;
  y += text_block(ui, "version", version_text(ui), {p.x, y, p.w}, note);
  return y - p.y;
}

// On one column the factors stand far below: a pill names them and leads there.
void factors_pill(Ui &ui, const Rect &r) {
  const bool pressed = button(ui, "to-factors", treatment_summary(ui), r, ButtonLook::pill);
  ui.nodes.back().label = fill(ui.word(Word::change_factors), {{"summary", treatment_summary(ui)}});
  if (!pressed) return;
  ui.memory.focus_request = node_id("factors");
  if (ui.state.view != View::recovery) show_view(ui, View::recovery);
}

// The same page as plain HTML, and back. In the text version only the node is to be seen.
void text_switch(Ui &ui, const Rect &r) {
  const Word name = ui.memory.text_version ? Word::drawn_version : Word::text_version;
  if (button(ui, "text-version", ui.word(name), r, ButtonLook::pill))
    ui.memory.text_version = !ui.memory.text_version;
}

float text_switch_width(const Ui &ui) {
  const TextStyle style{14, Weight::regular, 0};
  return std::max(ui.pen.width(ui.word(Word::text_version), style),
                  ui.pen.width(ui.word(Word::drawn_version), style)) +
         30;
}

float pill_height(const Ui &ui) { return std::round(44 * std::max(1.0f, ui.pen.text_scale())); }

// The title and, at the end of its line, the switch; on one column also the way to the factors.
// What the line cannot hold goes below.
float header(Ui &ui, const Place &p, bool with_pill) {
  const TextStyle style{with_pill ? 22.0f : 26.0f, Weight::bold, ui.theme.text, 1.25f};
  const float pill_h = pill_height(ui), line_h = ui.pen.line_height(style), gap = 12;
  const float switch_w = std::min(text_switch_width(ui), p.w);
  const float summary_w =
      std::min(ui.pen.width(treatment_summary(ui), {14, Weight::regular, 0}) + 30, p.w);
  const Word name = shown_view(ui).title;
  const std::string &title = ui.word(name == Word::title && with_pill ? Word::title_short : name);
  float room = p.w - ui.pen.width(title, style) - gap; // left on the first line
  const bool switch_beside = switch_w <= room;
  if (switch_beside) room -= switch_w + gap;
  const bool summary_beside = with_pill && switch_beside && summary_w <= room;
  const float first_h = switch_beside ? pill_h : line_h;
  const float title_w = std::min(ui.pen.width(title, style) + 1, p.w);
  heading(ui, "title", 2, title, {p.x, p.y + (first_h - line_h) / 2, title_w}, style);

  auto at = [&](float from_start, float y, float w) {
    return Rect{p.x + from_start, y, w, pill_h};
  };
  float y = p.y + first_h, x = 0;
  if (summary_beside) {
    factors_pill(ui, at(p.w - switch_w - gap - summary_w, p.y, summary_w));
  } else if (with_pill) {
    factors_pill(ui, at(0, y + 8, summary_w));
    x = summary_w + gap;
    y += 8 + pill_h;
  }
  if (switch_beside) {
    text_switch(ui, at(p.w - switch_w, p.y, switch_w));
  } else if (x > 0 && x + switch_w <= p.w) {
    text_switch(ui, at(x, y - pill_h, switch_w));
  } else {
    text_switch(ui, at(0, y + 8, switch_w));
    y += 8 + pill_h;
  }
  return y - p.y;
}

} // namespace

static float page(Ui &ui, float width) {
  const float pad = width < 360 ? 12.0f : width < kWide ? 16.0f : 22.0f;
  const Place inner{pad, pad, width - 2 * pad};
  if (width >= kWide * std::max(1.0f, ui.pen.text_scale())) {
    ui.beside_settings = true;
    const float panel_w = std::clamp(std::round(width * 0.29f), 300.0f, 360.0f);
    const float main_w = inner.w - panel_w - 24;
    const float main_x = inner.x + panel_w + 24;
    float y = inner.y;
    y += header(ui, {main_x, y, main_w}, false) + 12;
    y += view_tabs(ui, {main_x, y, main_w}) + kGap;
    const Place panel_at{inner.x, inner.y, panel_w};
    const float panel = factors_view(ui, panel_at, false);
    y += view_panel(ui, {main_x, y, main_w}) + kGap;
    y += footer(ui, {main_x, y, main_w});
    first_use_ring(ui);
    return std::max(y, inner.y + panel) + pad;
  }
  float y = inner.y;
  y += header(ui, {inner.x, y, inner.w}, true) + 10;
  y += view_tabs(ui, {inner.x, y, inner.w}) + kGap;
  y += view_panel(ui, {inner.x, y, inner.w}) + kGap;
  if (ui.state.view == View::recovery) y += factors_view(ui, {inner.x, y, inner.w}, true) + kGap;
  y += footer(ui, {inner.x, y, inner.w});
  first_use_ring(ui);
  return y + pad;
}

float page_view(Ui &ui, float width) {
  const float height = page(ui, width);
  // Described along the reading direction like everything that is drawn; told as the page has it.
  for (SemanticNode &node : ui.nodes)
    if (node.rect != Rect{}) node.rect = ui.pen.mirrored(node.rect);
  return height;
}

} // namespace rt
