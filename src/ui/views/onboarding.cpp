#include "ui/views/onboarding.h"

#include "ui/widgets/card.h"
#include "ui/widgets/controls.h"
#include "ui/words/phrases.h"

#include <algorithm>
#include <cmath>

namespace rt {

namespace {

bool is_over(const Ui &ui) {
  return ui.memory.first_use >= kFirstUseSteps || !ui.memory.first_use_shown;
}

std::string step_text(const Ui &ui) {
  switch (ui.memory.first_use) {
  case 0: return fill(ui.word(Word::first_settings), {{"summary", treatment_summary(ui)}});
  case 1: return fill(ui.word(Word::first_day), {{"day", day_title(ui)}});
  default: {
    const MilestoneText time = milestone_text(ui, Milestone::looks_normal);
    return fill(ui.word(Word::first_range),
                {{"name", milestone_name(ui, Milestone::looks_normal)}, {"time", time.spoken()}});
  }
  }
}

// Next (or, at the end, Done) and Skip, in as many lines as they need. Returns their height.
float buttons(Ui &ui, const Place &p) {
  const bool last = ui.memory.first_use + 1 == kFirstUseSteps;
  const TextStyle style{14, Weight::regular, 0};
  const float h = target_height(ui), gap = 8;
  float x = 0, y = p.y;
  const auto pressed = [&](const char *key, Word word) {
    const float w = std::min(p.w, std::max(kTarget, ui.pen.width(ui.word(word), style) + 32));
    if (x > 0 && x + w > p.w) {
      x = 0;
      y += h + gap;
    }
    const Rect rect{p.x + x, y, w, h};
    x += w + gap;
    return button(ui, key, ui.word(word), rect, ButtonLook::pill);
  };
  if (pressed("next", last ? Word::first_done : Word::first_next)) {
    ++ui.memory.first_use;
    ui.memory.first_use_said = without_marks(step_text(ui));
  }
  if (!last && pressed("skip", Word::first_skip)) ui.memory.first_use = kFirstUseSteps;
  // What had the focus is gone.
  if (ui.memory.first_use == kFirstUseSteps) ui.memory.focus_request = node_id("title");
  return y + h - p.y;
}

// What the step speaks of, as it is described on this page.
const SemanticNode *target(const Ui &ui) {
  const auto find = [&](Role role, std::string_view label) -> const SemanticNode * {
    for (const SemanticNode &n : ui.nodes)
      if (n.role == role && n.label == label && (n.flags & kHidden) == 0) return &n;
    return nullptr;
  };
  switch (ui.memory.first_use) {
  case 0:
    if (const SemanticNode *way = find(Role::button, fill(ui.word(Word::change_factors),
                                                          {{"summary", treatment_summary(ui)}})))
      return way;
    return find(Role::slider, ui.content.field(Field::depth_mm).label);
  case 1: return find(Role::slider, ui.content.field(Field::day).label);
  case 2: return find(Role::list, ui.word(Word::milestones));
  default: return nullptr;
  }
}

} // namespace

float first_use(Ui &ui, const Place &p) {
  if (is_over(ui)) return 0;
  const std::string title =
      fill(ui.word(Word::first_title), {{"n", ui.host.number(ui.memory.first_use + 1, 0)},
                                        {"all", ui.host.number(kFirstUseSteps, 0)}});
  Card card(ui, "first-use", Role::group, title, p);
  card.title(title, ui.theme.text);
  card.took(
      text_block(ui, "step", step_text(ui), card.at(), {15, Weight::regular, ui.theme.text, 1.45f}),
      10);
  card.took(buttons(ui, card.at()));
  // Each step is announced once, not again when the settings that it names become others.
  SemanticNode &status = describe(ui, node_id("said", ui.parent), Role::status, {}, "");
  status.flags = kHidden | kLive;
  status.value_text = ui.memory.first_use_said;
  return card.finish(ui.theme.accent);
}

void first_use_ring(Ui &ui) {
  if (is_over(ui) || ui.state.view != View::recovery) return;
  const SemanticNode *node = target(ui);
  if (node == nullptr || node->rect.w <= 0) return;
  ui.pen.outline(node->rect.inset(-4), ui.theme.accent, ui.theme.radius, 3);
}

} // namespace rt
