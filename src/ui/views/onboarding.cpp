#include "ui/views/onboarding.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/texts.h"
#include "ui/words/phrases.h"

namespace rt {

namespace {

bool is_over(const Ui &ui) {
  return ui.memory.onboarding_step >= kOnboardingSteps || !ui.memory.onboarding_shown;
}

std::string step_text(const Ui &ui) {
  switch (ui.memory.onboarding_step) {
  case 0: return fill(ui.word(Word::first_settings), {{"summary", treatment_summary(ui)}});
  case 1: return fill(ui.word(Word::first_day), {{"day", day_title(ui)}});
  default: {
    const MilestoneText time = milestone_text(ui, Milestone::looks_normal);
    return fill(ui.word(Word::first_range),
                {{"name", milestone_name(ui, Milestone::looks_normal)}, {"time", time.spoken()}});
  }
  }
}

// Next (or, at the end, Done) and Skip.
void step_buttons(Flow &flow) {
  Ui &ui = flow.ui;
  int &step = ui.memory.onboarding_step;
  const bool last = step + 1 == kOnboardingSteps;
  const int pressed = last
                          ? buttons(flow, {{"next", Word::first_done}})
                          : buttons(flow, {{"next", Word::first_next}, {"skip", Word::first_skip}});
  if (pressed == 0) {
    ++step;
    ui.memory.onboarding_said = without_marks(step_text(ui));
  }
  if (pressed == 1) step = kOnboardingSteps;
  // What had the focus is gone.
  if (step == kOnboardingSteps) ui.memory.focus_request = node_id("title");
}

// What the step speaks of, as it is described on this page.
const SemanticNode *target(const Ui &ui) {
  const auto find = [&](Role role, std::string_view label) -> const SemanticNode * {
    for (const SemanticNode &n : ui.nodes)
      if (n.role == role && n.label == label && (n.flags & kHidden) == 0) return &n;
    return nullptr;
  };
  switch (ui.memory.onboarding_step) {
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

void onboarding(Flow &flow) {
  Ui &ui = flow.ui;
  if (is_over(ui)) return;
  const auto number = [&](int n) { return ui.host.number(n, 0); };
  const std::string title =
      fill(ui.word(Word::first_title),
           {{"n", number(ui.memory.onboarding_step + 1)}, {"all", number(kOnboardingSteps)}});
  Card card(flow, "first-use", Role::group, title, {CardLook::onboarding});
  card_title(card, title, ui.theme.text);
  text(card, "step", step_text(ui), text_style(15, ui.theme.text));
  card.advance(10);
  step_buttons(card);
  // Each step is announced once, not again when the settings that it names become others.
  SemanticNode &status = describe(ui, node_id("said", ui.parent), Role::status, {}, "");
  status.flags = kHidden | kLive;
  status.value_text = ui.memory.onboarding_said;
}

void onboarding_ring(Ui &ui) {
  if (is_over(ui) || ui.state.view != View::recovery) return;
  const SemanticNode *node = target(ui);
  if (node == nullptr || node->rect.w <= 0) return;
  ui.pen.outline(node->rect.inset(-4), ui.theme.accent, ui.theme.radius, 3);
}

} // namespace rt
