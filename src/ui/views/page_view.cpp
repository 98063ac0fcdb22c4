#include "ui/views/views.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/links.h"
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

// In the order of the tabs.
struct ViewEntry {
  View view;
  void (*draw)(Flow &);
  std::string (*answer)(const Ui &); // nullptr: its first heading
};
constexpr std::array<ViewEntry, kViews> kShown{{{View::recovery, recovery_view, recovery_answer},
                                                {View::care, care_view, care_answer},
                                                {View::plan, plan_view, nullptr},
                                                {View::results, results_view, nullptr},
                                                {View::about, about_view, recovery_answer}}};

const ViewEntry &shown_view(const Ui &ui) {
  std::size_t i = 0;
  while (kShown[i].view != ui.state.view) ++i;
  return kShown[i];
}

void show_view(Ui &ui, View view) {
  ui.actions.push_back(SetValue{Field::view, static_cast<double>(view)});
}

const Option &option_of(const Ui &ui, const ViewEntry &entry) {
  return ui.content.field(Field::view).options[static_cast<std::size_t>(entry.view)];
}

// Those that the clinic shows, in its order. The open one has its tab in any case: a page may have
// asked for it.
std::vector<View> tabs_shown(const Ui &ui) {
  std::vector<View> views;
  for (const std::uint8_t view : ui.content.views) views.push_back(static_cast<View>(view));
  if (views.empty())
    for (const ViewEntry &entry : kShown) views.push_back(entry.view);
  if (!shows(ui.content, ui.state.view)) views.push_back(ui.state.view);
  return views;
}

void view_tabs(Flow &flow) {
  Ui &ui = flow.ui;
  const std::vector<View> views = tabs_shown(ui);
  std::vector<BarOption> tabs;
  for (const View view : views) {
    const Option &option = ui.content.field(Field::view).options[static_cast<std::size_t>(view)];
    tabs.push_back({option.key, option.label, view == ui.state.view});
  }
  const int pressed = option_bar(flow, {"views", ui.word(Word::views), tabs, true});
  if (pressed >= 0) show_view(ui, views[static_cast<std::size_t>(pressed)]);
}

// The same page as plain HTML, and back. In the text version only the node is to be seen.
void text_switch(Ui &ui, const Rect &r, Align align) {
  const Word name = ui.memory.text_version ? Word::drawn_version : Word::text_version;
  if (!text_link(ui, "text-version", r, ui.word(name), align)) return;
  ui.memory.text_version = !ui.memory.text_version;
  ui.memory.tell(ui.word(name));
}

float text_switch_width(const Ui &ui) {
  return std::max(text_link_width(ui, ui.word(Word::text_version)),
                  text_link_width(ui, ui.word(Word::drawn_version)));
}

// The answer that the view has told from the node `first` on.
std::string answer(const Ui &ui, std::size_t first) {
  if (const auto told = shown_view(ui).answer) return told(ui);
  while (ui.nodes[first].role != Role::heading) ++first;
  std::string told = ui.nodes[first].label + ".";
  // No date without the people whom it is for: they stand below it.
  if (ui.state.view == View::plan) told += " " + ui.nodes[first + 1].value_text;
  return told;
}

// What is announced; nothing until something has changed. A date is told again: while it is typed no
// browser says which one it has become.
std::string announced(const Ui &ui, std::size_t first) {
  const Telling &telling = ui.memory.telling;
  if (telling.count == 0 || !telling.instead.empty()) return telling.instead;
  const std::string told = without_marks(answer(ui, first));
  if (!telling.set || field_kind(*telling.set) != FieldKind::moment) return told;
  return ui.named(ui.content.field(*telling.set).label, value_text(ui, *telling.set)) + ". " + told;
}

// Beside the settings the tabs share their line with the ways to read the page.
void tabs_and_links(Flow &flow) {
  Ui &ui = flow.ui;
  if (!ui.beside_settings) return view_tabs(flow);
  const std::string &how = ui.word(Word::how_to_read);
  const float how_w = text_link_width(ui, how), switch_w = text_switch_width(ui), gap = 24;
  bool open = false;
  {
    Columns columns(flow, Columns::FirstWidth{flow.width() - how_w - switch_w - 2 * gap}, gap);
    // Told before the tabs, which what they open follows.
    const Rect row = columns[1].row(target_height(ui));
    text_switch(ui, {row.right() - switch_w, row.y, switch_w, row.h}, Align::end);
    open = how_to_read_fold(ui, {row.x, row.y, how_w, row.h});
    view_tabs(columns[0]);
  }
  if (!open) return;
  flow.advance(8);
  how_to_read(flow);
}

void view_panel(Flow &flow) {
  Ui &ui = flow.ui;
  const std::string &name = option_of(ui, shown_view(ui)).label;
  Group panel(flow, "panel", Role::tab_panel, name);
  // The tab says it to the eye; whoever goes by headings begins here.
  unseen_heading(ui, "view", 2, name);
  // The one place where something is announced.
  const std::size_t status = ui.nodes.size();
  SemanticNode &node = describe(ui, node_id("/status"), Role::status, {}, "");
  node.flags = kHidden | kLive;
  node.range.value = ui.memory.telling.count;
  shown_view(ui).draw(flow);
  ui.nodes[status].value_text = announced(ui, status);
}

// What holds for every view, and the ways to read it otherwise.
void footer(Flow &flow) {
  Ui &ui = flow.ui;
  flow.advance(32);
  flow.divider();
  flow.advance(16);
  contact_links(flow, "/contact");
  text(flow, "intended-use", ui.word(Word::intended_use), note_style(ui));
  flow.advance(8);
  text(flow, "version", version_text(ui), note_style(ui));
  flow.advance(8);
  const float w = text_switch_width(ui);
  const std::string &sources = ui.word(Word::sources_link);
  Wrap links(flow, target_height(ui), 24, 0);
  if (!ui.beside_settings) text_switch(ui, links.box(w), Align::start);
  if (text_link(ui, "sources", links.box(text_link_width(ui, sources)), sources, Align::start))
    show_view(ui, View::about);
}

// The settings stand beside the view, or the treatment above it.
void page_parts(Flow &main, Flow &settings) {
  const bool beside = main.ui.beside_settings;
  if (beside)
    settings_rail(settings);
  else
    treatment_chooser(main);
  main.advance(beside ? 0 : 8);
  tabs_and_links(main);
  main.advance(beside ? 8 : 16);
  view_panel(main);
  footer(main);
}

} // namespace

float page_view(Ui &ui, float width) {
  constexpr float kRail = 296, kMain = 1024;
  ui.beside_settings = width >= kWide * std::max(1.0f, ui.pen.text_scale());
  const float pad = ui.beside_settings ? (width < 1100 ? 24.0f : 32.0f)
                    : width < 360      ? 12.0f
                                       : 16.0f;
  const float top = ui.beside_settings ? 16.0f : 8.0f;
  Flow page(ui, {pad, top, std::min(width - 2 * pad, kRail + 32 + kMain)});
  if (ui.beside_settings) {
    Columns columns(page, Columns::FirstWidth{kRail}, 32);
    page_parts(columns[1], columns[0]);
  } else {
    page_parts(page, page);
  }
  // Described along the reading direction like everything that is drawn; told as the page has it.
  for (SemanticNode &node : ui.nodes)
    if (node.rect != Rect{}) node.rect = ui.pen.mirrored(node.rect);
  return page.covered().bottom() + 16;
}

} // namespace rt
