// "Can I …?": what may be done on the chosen day, what to do before the visit, what people see.
#include "ui/views/care_rows.h"
#include "ui/views/lane_axes.h"
#include "ui/views/views.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/option_bar.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/texts.h"
#include "ui/words/phrases.h"
#include "ui/words/search.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace rt {

namespace {

enum Part : std::uint8_t { kAfter, kBefore, kSee };

Word at(Word first, std::size_t offset) {
  return static_cast<Word>(static_cast<std::size_t>(first) + offset);
}

double hour_now(const Ui &ui) { return ui.state.day * 24; }

// "day 1"
std::string day_name(const Ui &ui) {
  return fill(ui.word(Word::day_n), {{"n", ui.host.number(std::floor(ui.state.day), 0)}});
}

// − Day 1 +: whole days, also where it begins between two.
void day_stepper(Ui &ui, const Rect &box) {
  const FieldSpec &spec = ui.content.field(Field::day);
  const double now = ui.state.day, day = std::floor(now);
  const std::uint32_t id = day_id();
  double to = now;
  const auto button = [&](bool more, float x) {
    const Rect hit{x, box.y, box.h, box.h};
    ui.pen.outline(hit, ui.theme.edge, 12);
    const bool possible = more ? day + 1 <= spec.max : now > spec.min;
    const Word name = more ? Word::more_of : Word::less_of;
    if (step_button(ui, node_id(more ? "more" : "less", id), more, possible,
                    fill(ui.word(name), {{"name", spec.label}}), hit))
      to = more ? day + 1 : std::ceil(now) - 1;
  };
  button(false, box.x);
  for (const ControlEvent &event : ui.events_for(id))
    to = event.kind == ControlEvent::set
             ? event.value
             : (event.value > 0 ? std::floor(to) : std::ceil(to)) + event.value;
  const Rect middle{box.x + box.h, box.y, box.w - 2 * box.h, box.h};
  TextStyle style = body_style(ui);
  style.weight = Weight::bold;
  SemanticNode &node = describe(ui, id, Role::slider, middle, spec.label);
  node.flags = kHasRange;
  node.value_text = fill(ui.word(Word::title_day), {{"n", ui.host.number(day, 0)}});
  node.range = {spec.min, spec.max, 1, day};
  ui.pen.text(node.value_text, middle, style, Align::center);
  focus_ring(ui, id, middle, 12);
  button(true, box.right() - box.h);
  if (to != now) ui.actions.push_back(SetValue{Field::day, std::clamp(to, spec.min, spec.max)});
}

float stepper_width(const Ui &ui) {
  TextStyle style = body_style(ui);
  style.weight = Weight::bold;
  return 2 * target_height(ui) + 16 +
         ui.pen.width(fill(ui.word(Word::title_day), {{"n", ui.host.number(14, 0)}}), style);
}

// The title with the day at the end of its line or below it, and the sentence below.
void head(Flow &flow, Word title, const std::string &sentence, bool with_day) {
  Ui &ui = flow.ui;
  const TextStyle style = answer_style(ui);
  const float line = ui.pen.line_height(style), h = target_height(ui);
  const float day_w = std::min(stepper_width(ui), flow.width());
  const bool beside = with_day && ui.pen.width(ui.word(title), style) + day_w + 16 <= flow.width();
  const Rect row = flow.row(beside ? std::max(line, h) : line);
  Flow name(ui, {row.x, row.y + (row.h - line) / 2, row.w - (beside ? day_w + 16 : 0)});
  heading(name, "care-title", 3, ui.word(title), style);
  if (beside) day_stepper(ui, {row.right() - day_w, row.y + (row.h - h) / 2, day_w, h});
  flow.advance(8);
  if (with_day && !beside) {
    const Rect below = flow.row(h);
    day_stepper(ui, {below.x, below.y, day_w, h});
    flow.advance(8);
  }
  text(flow, "care-lead", sentence, body_style(ui));
  flow.advance(16);
}

bool of_category(const Advice &a, std::uint8_t category) {
  return category == 0 || category == 1 + static_cast<std::uint8_t>(a.category);
}

std::string counts(const Ui &ui, std::uint8_t category) {
  std::array<double, 3> n{};
  for (const Advice &a : ui.content.advice)
    if (a.part == AdvicePart::after && applies(ui, a) && of_category(a, category))
      ++n[static_cast<std::size_t>(group_of(a, hour_now(ui)))];
  const auto number = [&](std::size_t i) { return ui.host.number(n[i], 0); };
  return fill(ui.word(Word::care_lead),
              {{"day", day_name(ui)}, {"yes", number(0)}, {"wait", number(1)}, {"ask", number(2)}});
}

void parts_bar(Flow &flow) {
  Ui &ui = flow.ui;
  std::vector<BarOption> options;
  for (std::size_t i = 0; i < 3; ++i)
    options.push_back(
        {std::to_string(i), ui.word(at(Word::care_after, i)), ui.memory.care.part == i});
  const int pressed = option_bar(flow, {"care-parts", ui.word(Word::care_can_i), options});
  if (pressed < 0) return;
  ui.memory.care.part = static_cast<std::uint8_t>(pressed);
  ui.memory.tell();
}

// Search and filter side by side; opened, the categories below.
void search_and_filter(Flow &flow) {
  Ui &ui = flow.ui;
  const std::string &name = ui.word(Word::care_filter);
  const std::string &label = ui.word(Word::care_search);
  const float h = target_height(ui), filter_w = ui.pen.width(name, body_style(ui)) + 32;
  const bool beside = ui.pen.width(label, body_style(ui)) + 88 + filter_w <= flow.width();
  Rect row = flow.row(h);
  const std::string before = ui.memory.care.search;
  search_field(ui, "care-search", label, {row.x, row.y, row.w - (beside ? filter_w + 8 : 0), h},
               ui.memory.care.search);
  if (ui.memory.care.search != before) ui.memory.tell();
  if (!beside) {
    flow.advance(8);
    row = flow.row(h);
  }
  const Rect box{beside ? row.right() - filter_w : row.x, row.y, filter_w, h};
  const bool open = fold(ui, "care-filter", box, name);
  ui.pen.outline(box, ui.memory.care.category != 0 ? ui.theme.accent : ui.theme.edge, 12,
                 open || ui.memory.care.category != 0 ? 2.0f : 1.0f);
  ui.pen.text(name, box, body_style(ui), Align::center);
  if (!open) return;
  flow.advance(8);
  std::vector<BarOption> options;
  for (std::size_t i = 0; i <= kAdviceCategories; ++i)
    options.push_back(
        {std::to_string(i), ui.word(at(Word::care_all, i)), ui.memory.care.category == i});
  const int pressed = option_bar(flow, {"care-categories", name, options});
  if (pressed < 0) return;
  ui.memory.care.category = static_cast<std::uint8_t>(pressed);
  ui.memory.tell();
}

// Rows below each other as a list.
template <class Keep> bool rows(Flow &flow, const std::string &name, Keep keep) {
  Ui &ui = flow.ui;
  bool any = false;
  Group list(flow, "list-" + name, Role::list, name);
  for (const Advice &a : ui.content.advice) {
    if (!keep(a)) continue;
    if (any) flow.divider();
    advice_row(flow, a);
    any = true;
  }
  return any;
}

template <class Keep> bool any_of_advice(const Ui &ui, Keep keep) {
  return std::any_of(ui.content.advice.begin(), ui.content.advice.end(), keep);
}

// A titled list, where it has rows; of what comes after with the days over its bars.
template <class Keep> bool titled_rows(Flow &flow, const std::string &title, bool axis, Keep keep) {
  if (!any_of_advice(flow.ui, keep)) return false;
  section_title(flow, "title-" + title, title);
  if (axis) care_axis(flow);
  return rows(flow, title, keep);
}

void group_rows(Flow &flow, AdviceGroup group) {
  Ui &ui = flow.ui;
  const std::uint8_t category = ui.memory.care.category;
  const std::string title =
      fill(ui.word(at(Word::care_yes, static_cast<std::size_t>(group))), {{"day", day_name(ui)}});
  titled_rows(flow, title, group != AdviceGroup::ask, [&](const Advice &a) {
    return a.part == AdvicePart::after && applies(ui, a) && group_of(a, hour_now(ui)) == group &&
           of_category(a, category);
  });
}

void after(Flow &flow) {
  Ui &ui = flow.ui;
  {
    Columns columns(flow, flow.columns(2, 640), 32);
    group_rows(columns[0], AdviceGroup::yes);
    group_rows(columns[1], AdviceGroup::not_yet);
    group_rows(columns[0], AdviceGroup::ask);
  }
  flow.advance(16);
  // What the bars mean is for the eye alone.
  const std::string &usual = ui.word(Word::care_usual);
  text(flow, "usual", ui.word(Word::care_bar) + " " + usual, note_style(ui));
  ui.nodes.back().value_text = without_marks(usual);
  if (ui.state.factors.prp) {
    flow.advance(16);
    text(flow, "prp", ui.word(Word::care_prp), body_style(ui));
  }
  care_weeks(flow);
}

void before(Flow &flow) {
  const Ui &ui = flow.ui;
  flow.advance(8);
  rows(flow, ui.word(Word::care_before_title),
       [](const Advice &a) { return a.part == AdvicePart::before; });
  section_title(flow, "tell", ui.word(Word::care_tell));
  text(flow, "tell-lead", ui.word(Word::care_tell_lead), note_style(ui));
  flow.advance(8);
  rows(flow, ui.word(Word::care_tell), [](const Advice &a) { return a.part == AdvicePart::tell; });
}

void see(Flow &flow) {
  const Ui &ui = flow.ui;
  flow.advance(8);
  rows(flow, ui.word(Word::care_see),
       [](const Advice &a) { return a.part == AdvicePart::see && !a.rf; });
  titled_rows(flow, ui.word(Word::care_rf), false,
              [&](const Advice &a) { return a.part == AdvicePart::see && a.rf && applies(ui, a); });
  flow.advance(16);
  text(flow, "never", ui.word(Word::care_never), body_style(ui));
  flow.advance(8);
  text(flow, "see-note", ui.word(Word::care_see_note), note_style(ui));
}

bool finds(const Search &search, const Advice &a) { return search.finds(a.ask + " " + a.find); }

bool finds(const Ui &ui, const Search &search, const CallLevel &level) {
  return search.finds(ui.word(level.name) + " " + ui.word(level.signs) + " " + ui.word(level.find) +
                      " " + clinic_adds(ui, level));
}

// What the search finds in all parts, each below its name, and when to call.
void found(Flow &flow, const Search &search) {
  Ui &ui = flow.ui;
  constexpr std::array<Word, kAdviceParts> kNames{Word::care_after, Word::care_before,
                                                  Word::care_tell, Word::care_see};
  bool any = false;
  for (std::size_t part = 0; part < kNames.size(); ++part)
    any |= titled_rows(flow, ui.word(kNames[part]), part == 0, [&](const Advice &a) {
      return static_cast<std::size_t>(a.part) == part && finds(search, a);
    });
  bool call = false;
  for (const CallLevel &level : call_levels()) {
    if (!finds(ui, search, level)) continue;
    if (!call) section_title(flow, "title-call", ui.word(Word::call_title));
    call = true;
    call_level(flow, level);
    flow.advance(16);
  }
  if (any || call) return;
  flow.advance(24);
  text(flow, "nothing", ui.word(Word::care_nothing), body_style(ui));
}

constexpr std::array<Word, 3> kTitles{Word::care_can_i, Word::care_before_title, Word::care_see};

// What stands below the title of a part.
std::string lead(const Ui &ui) {
  switch (ui.memory.care.part) {
  case kBefore: return ui.word(Word::care_before_lead);
  case kSee: return ui.word(Word::care_see_lead);
  default: return counts(ui, 0);
  }
}

int count_found(const Ui &ui, const Search &search) {
  int n = 0;
  for (const Advice &a : ui.content.advice) n += finds(search, a) ? 1 : 0;
  for (const CallLevel &level : call_levels()) n += finds(ui, search, level) ? 1 : 0;
  return n;
}

} // namespace

std::string care_answer(const Ui &ui) {
  const CareLook &look = ui.memory.care;
  if (look.part != kAfter) return ui.named(ui.word(kTitles[look.part]), lead(ui));
  const Search search(look.search, ui.word(Word::care_skip));
  if (search.empty()) {
    const std::string all = counts(ui, look.category);
    return look.category == 0 ? all : ui.named(ui.word(at(Word::care_all, look.category)), all);
  }
  const int n = count_found(ui, search);
  return n == 0 ? ui.word(Word::care_nothing) : ui.counted(Word::care_found, n);
}

void care_view(Flow &flow) {
  Ui &ui = flow.ui;
  const std::uint8_t part = ui.memory.care.part;
  head(flow, kTitles[part], lead(ui), part == kAfter);
  parts_bar(flow);
  if (part == kAfter) {
    flow.advance(8);
    search_and_filter(flow);
  }
  call_below(flow);
  if (part == kBefore) return before(flow);
  if (part == kSee) return see(flow);
  const Search search(ui.memory.care.search, ui.word(Word::care_skip));
  if (search.empty())
    after(flow);
  else
    found(flow, search);
}

} // namespace rt
