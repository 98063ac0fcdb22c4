#include "ui/views/onboarding.h"
#include "ui/views/views.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/option_bar.h"
#include "ui/widgets/texts.h"
#include "ui/words/phrases.h"
#include "ui/words/sources.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace rt {

namespace {

// Below this width, for text of the usual size, the page is one column.
constexpr float kWide = 860; // CSS px

struct ViewEntry {
  View view;
  Word title;
  void (*draw)(Flow &);
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

void view_tabs(Flow &flow) {
  Ui &ui = flow.ui;
  std::vector<BarOption> tabs;
  for (const ViewEntry &entry : kShown) {
    const Option &option = option_of(ui, entry);
    tabs.push_back({option.key, option.label, &entry == &shown_view(ui)});
  }
  const int pressed = option_bar(flow, {"views", ui.word(Word::views), tabs, true});
  if (pressed >= 0) show_view(ui, kShown[static_cast<std::size_t>(pressed)].view);
}

// What the open tab shows, the first one below the onboarding; beside the settings also the choices
// of aftercare.
void view_panel(Flow &flow) {
  Ui &ui = flow.ui;
  flow.start_block();
  const bool recovery = ui.state.view == View::recovery;
  Group panel(flow, "panel", Role::tab_panel, option_of(ui, shown_view(ui)).label);
  if (recovery) onboarding(flow);
  shown_view(ui).draw(flow);
  if (recovery && ui.beside_settings) aftercare_view(flow);
}

// When to call the clinic: one tap away, whatever is shown.
void call_the_clinic(Flow &flow) {
  const float padding = card_padding(flow.width());
  Panel panel(flow, {CardLook::usual, padding}); // the line that opens brings room of its own
  if (!disclosure(panel, "call", panel.ui.word(Word::call_title))) return;
  panel.advance(4);
  call_signs(panel);
  panel.advance(padding - 4);
}

void footer(Flow &flow) {
  Ui &ui = flow.ui;
  call_the_clinic(flow);
  flow.advance(14);
  const TextStyle note = text_style(13, ui.theme.muted, 1.5f);
  text(flow, "intended-use", ui.word(Word::intended_use), note);
  flow.advance(4);
  text(flow, "version", version_text(ui), note);
}

// On one column the factors stand far below: a pill names them and leads there.
void factors_pill(Ui &ui, const Rect &r) {
  const bool pressed = button(ui, "to-factors", treatment_summary(ui), r);
  ui.nodes.back().label = fill(ui.word(Word::change_factors), {{"summary", treatment_summary(ui)}});
  if (!pressed) return;
  ui.memory.focus_request = node_id("factors");
  if (ui.state.view != View::recovery) show_view(ui, View::recovery);
}

// The same page as plain HTML, and back. In the text version only the node is to be seen.
void text_switch(Ui &ui, const Rect &r) {
  const Word name = ui.memory.text_version ? Word::drawn_version : Word::text_version;
  if (button(ui, "text-version", ui.word(name), r))
    ui.memory.text_version = !ui.memory.text_version;
}

float text_switch_width(const Ui &ui) {
  return std::max(button_width(ui, ui.word(Word::text_version)),
                  button_width(ui, ui.word(Word::drawn_version)));
}

// The title and, at the end of its line, the switch; on one column also the way to the factors.
// What the line cannot hold goes below.
void header(Flow &flow, bool with_pill) {
  Ui &ui = flow.ui;
  const TextStyle style{with_pill ? 22.0f : 26.0f, Weight::bold, ui.theme.text, 1.25f};
  const float pill_h = target_height(ui), line_h = ui.pen.line_height(style), gap = 12;
  const float switch_w = std::min(text_switch_width(ui), flow.width());
  const float summary_w = std::min(button_width(ui, treatment_summary(ui)), flow.width());
  const Word name = shown_view(ui).title;
  const std::string &title = ui.word(name == Word::title && with_pill ? Word::title_short : name);
  const float title_w = std::min(ui.pen.width(title, style) + 1, flow.width());
  float room = flow.width() - title_w + 1 - gap; // left on the first line
  const bool switch_beside = switch_w <= room;
  if (switch_beside) room -= switch_w + gap;
  const bool summary_beside = with_pill && switch_beside && summary_w <= room;

  const Rect row = flow.row(switch_beside ? pill_h : line_h);
  Flow title_flow(ui, {row.x, row.y + (row.h - line_h) / 2, title_w});
  heading(title_flow, "title", 2, title, style);
  const Rect at_end{row.right() - switch_w, row.y, switch_w, pill_h};
  if (summary_beside) factors_pill(ui, {at_end.x - gap - summary_w, row.y, summary_w, pill_h});
  const bool summary_below = with_pill && !summary_beside;
  if (summary_below || !switch_beside) {
    flow.advance(8);
    Wrap below(flow, pill_h, gap, 8);
    if (summary_below) factors_pill(ui, below.box(summary_w));
    if (!switch_beside) text_switch(ui, below.box(switch_w));
  }
  if (switch_beside) text_switch(ui, at_end);
}

// The settings stand beside the view, or below the one that they act on.
void page_parts(Flow &main, Flow &settings) {
  const bool beside = main.ui.beside_settings;
  header(main, !beside);
  main.advance(beside ? 12 : 10);
  view_tabs(main);
  if (beside) factors_view(settings, false);
  view_panel(main);
  if (!beside && main.ui.state.view == View::recovery) factors_view(settings, true);
  footer(main);
}

} // namespace

float page_view(Ui &ui, float width) {
  const float pad = width < 360 ? 12.0f : width < kWide ? 16.0f : 22.0f;
  Flow page(ui, {pad, pad, width - 2 * pad}, kCardGap);
  ui.beside_settings = width >= kWide * std::max(1.0f, ui.pen.text_scale());
  if (ui.beside_settings) {
    const float settings_w = std::clamp(std::round(width * 0.29f), 300.0f, 360.0f);
    Columns columns(page, Columns::FirstWidth{settings_w}, 24);
    page_parts(columns[1], columns[0]);
  } else {
    page_parts(page, page);
  }
  onboarding_ring(ui);
  // Described along the reading direction like everything that is drawn; told as the page has it.
  for (SemanticNode &node : ui.nodes)
    if (node.rect != Rect{}) node.rect = ui.pen.mirrored(node.rect);
  return page.covered().bottom() + pad;
}

} // namespace rt
