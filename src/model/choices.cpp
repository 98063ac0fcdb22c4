// What each aftercare choice changes.

#include "model/fast/quantiles.h"
#include "model/fast/times.h"
#include "model/people.h"
#include "model/projection.h"
#include "model/scenario.h"
#include "result.h"

namespace rt {

namespace {

bool Factors::*member_of(Choice choice) {
  switch (choice) {
  case Choice::prp: return &Factors::prp;
  case Choice::water: return &Factors::water;
  case Choice::sun_protection: return &Factors::sun_protection;
  case Choice::moisturiser: return &Factors::moisturiser;
  case Choice::serum: return &Factors::serum;
  case Choice::no_makeup_24h: return &Factors::no_makeup_24h;
  case Choice::gentle_care: return &Factors::gentle_care;
  case Choice::anti_inflammatory: return &Factors::anti_inflammatory;
  case Choice::ice: return &Factors::ice;
  case Choice::arnica_bromelain: return &Factors::arnica_bromelain;
  }
  return &Factors::water;
}

// Whether it acts on what others see. The other choices act on what is felt, on the result, or on
// nothing that was measured.
bool is_seen(Choice choice) { return choice == Choice::prp || choice == Choice::anti_inflammatory; }

} // namespace

std::optional<Parameter> choice_parameter(Choice choice) {
  switch (choice) {
  case Choice::prp: return Parameter::prp_time_ratio;
  case Choice::moisturiser: return Parameter::moisturiser_dryness_ratio;
  case Choice::serum: return Parameter::serum_dryness_ratio;
  case Choice::anti_inflammatory: return Parameter::anti_inflammatory_barrier_ratio;
  case Choice::water:
  case Choice::sun_protection:
  case Choice::no_makeup_24h:
  case Choice::gentle_care:
  case Choice::ice:
  case Choice::arnica_bromelain: break; // said to help or to harm; not measured
  }
  return std::nullopt;
}

double looks_normal_median_h(const Parameters &p, const Factors &f, const Population &people) {
  RT_CHECK(valid(f) && people.size() > 0);
  static thread_local std::vector<float> hours;
  hours.resize(people.lanes());
  compute_looks_normal_hours(scenario_of(p, f), people, hours);
  return static_cast<double>(exact_quantiles({hours.data(), people.size()})[kMedian]);
}

ChoiceEffect choice_effect(const Parameters &p, const Factors &f, const Population &people,
                           Choice choice, double looks_normal_h) {
  ChoiceEffect effect;
  effect.measured = choice_parameter(choice).has_value();
  effect.disputed = choice == Choice::ice || choice == Choice::arnica_bromelain;
  if (!is_seen(choice)) return effect;
  bool Factors::*member = member_of(choice);
  Factors other = f;
  other.*member = !(f.*member);
  const double then = looks_normal_median_h(p, other, people);
  effect.on_minus_off_h = f.*member ? looks_normal_h - then : then - looks_normal_h;
  return effect;
}

std::array<ChoiceEffect, kChoices> choice_effects(const Parameters &p, const Factors &f,
                                                  const Population &people) {
  const double now = looks_normal_median_h(p, f, people);
  std::array<ChoiceEffect, kChoices> effects;
  for (std::size_t i = 0; i < kChoices; ++i)
    effects[i] = choice_effect(p, f, people, static_cast<Choice>(i), now);
  return effects;
}

} // namespace rt
