#include "content/fields.h"
#include "ui/views/views.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/texts.h"
#include "ui/words/phrases.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {

namespace {

// The parameter whose strength of evidence stands for a factor's part; aftercare has its own.
struct FactorEvidence {
  RecoveryFactor factor;
  Parameter parameter;
};
constexpr std::array<FactorEvidence, 7> kEvidence{
    {{RecoveryFactor::device, Parameter::dose_roller},
     {RecoveryFactor::depth_mm, Parameter::dose_depth_exponent},
     {RecoveryFactor::passes, Parameter::dose_passes_exponent},
     {RecoveryFactor::area, Parameter::dose_around_eyes},
     {RecoveryFactor::tone, Parameter::dark_skin_time_ratio},
     {RecoveryFactor::reactivity, Parameter::reactivity_time_step},
     {RecoveryFactor::age_band, Parameter::age_time_ratio_at_70}}};

std::string evidence_of(const Ui &ui, RecoveryFactor factor) {
  const auto told = [&](Parameter p) {
    return "(" + strength_word(ui, ui.content.sourced(p).strength) + ")";
  };
  for (const FactorEvidence &e : kEvidence)
    if (e.factor == factor) return told(e.parameter);
  for (std::size_t c = 0; c < kChoices; ++c)
    if (std::string_view(field_key(kChoiceFields[c])) == factor_key(factor))
      if (const auto carries = choice_parameter(static_cast<Choice>(c))) return told(*carries);
  return "";
}

std::string signed_hours(const Ui &ui, double hours) {
  const double whole = std::round(std::abs(hours));
  if (whole < 1)
    return ui.word(hours < 0 ? Word::effect_under_hour_less : Word::effect_under_hour_more);
  return fill(ui.word(hours < 0 ? Word::effect_less : Word::effect_more),
              {{"n", ui.host.number(whole, 0)}});
}

// A colored letter before a treatment's name and the time until people look normal with it.
void treatment_row(Flow &flow, std::string_view key, Word name, const Factors &factors, Color color,
                   const MilestoneText &time) {
  Ui &ui = flow.ui;
  const Slot start = flow.cursor();
  const TextStyle letter{14, Weight::bold, ui.theme.surface, 1};
  const float r = std::round(12 * std::max(1.0f, ui.pen.text_scale())), gap = 10;
  const std::string treatment = treatment_summary(ui, factors);
  const std::string &looks_normal = ui.word(Word::milestone_looks_normal);
  flow.advance(gap);
  {
    Columns parts(flow, Columns::FirstWidth{2 * r}, gap);
    const Slot &at = parts[0].cursor();
    const Point c{at.x + r, at.y + r};
    ui.pen.circle(c, r, color);
    ui.pen.text(ui.word(name), {c.x - r, c.y - r, 2 * r, 2 * r}, letter, Align::center);
    unspoken(parts[1], treatment, body_style(ui));
    unspoken(parts[1], ui.named(looks_normal, "**" + time.strong + "** " + time.range),
             note_style(ui));
  }
  flow.advance(8);
  describe(ui, node_id(key, ui.parent), Role::list_item,
           {start.x, start.y, start.w, flow.cursor().y - start.y}, "")
      .value_text =
      ui.named(ui.word(name), treatment) + ". " + ui.named(looks_normal, time.spoken());
}

void both_treatments(Flow &flow) {
  Ui &ui = flow.ui;
  Group list(flow, "sides", Role::list, ui.word(Word::compare_title));
  treatment_row(flow, "a", Word::compare_a, *ui.state.kept, ui.theme.compare,
                looks_normal_text(ui, ui.results.comparison->kept));
  flow.divider();
  treatment_row(flow, "b", Word::compare_b, ui.state.factors, ui.theme.accent,
                looks_normal_text(ui, ui.results.projection));
}

std::string pairs_sentence(const Ui &ui) {
  const Pairs &pairs = ui.results.comparison->pairs;
  const bool longer = pairs.share_longer >= pairs.share_shorter;
  const double n = std::round(20 * (longer ? pairs.share_longer : pairs.share_shorter));
  return ui.counted(longer ? Word::compare_longer : Word::compare_shorter, n);
}

// "Passes: 2 → 4"
std::string change_text(const Ui &ui, Field field) {
  State kept;
  kept.factors = *ui.state.kept;
  const auto value = [&](double v) {
    return field == Field::tone && v != 0 ? ui.host.number(v, 0) : value_text(ui, field, v);
  };
  return fill(ui.word(Word::compare_change), {{"name", ui.content.field(field).label},
                                              {"from", value(get(kept, field))},
                                              {"to", value(get(ui.state, field))}});
}

// What each change is worth, and all of them.
void parts_list(Flow &flow) {
  Ui &ui = flow.ui;
  const Comparison &c = *ui.results.comparison;
  Group list(flow, "parts", Role::list, ui.word(Word::compare_parts));
  float total = 0;
  for (const DifferencePart &part : c.difference.parts) {
    const std::optional<Field> field = find_field(factor_key(part.factor));
    if (!field) continue;
    fact_row(flow, factor_key(part.factor), change_text(ui, *field),
             {signed_hours(ui, part.hours), evidence_of(ui, part.factor)}, false);
    total += static_cast<float>(part.hours);
  }
  const auto whole = [&](std::size_t level) {
    return ui.host.number(std::round(static_cast<double>(c.pairs.hours_longer[level])), 0);
  };
  const std::string range =
      fill(ui.word(Word::range_hours), {{"low", whole(kP10)}, {"high", whole(kP90)}});
  fact_row(flow, "together", ui.word(Word::compare_together),
           {signed_hours(ui, static_cast<double>(total)), range}, true);
}

void nothing_kept(Flow &parts) {
  Ui &ui = parts.ui;
  text(parts, "compare-how", ui.word(Word::compare_how), body_style(ui));
  parts.advance(8);
  if (buttons(parts, {{"keep", Word::compare_keep}}) == 0) ui.actions.push_back(Compare::keep);
}

void kept_and_changed(Flow &parts) {
  Ui &ui = parts.ui;
  const TextStyle body = body_style(ui);
  const bool same = ui.results.comparison->difference.parts.empty();
  {
    Columns columns(parts, parts.columns(2, 560), 32);
    both_treatments(columns[0]);
    columns[0].advance(4);
    if (!same) {
      text(columns[0], "pairs", pairs_sentence(ui), body);
      columns[0].advance(8);
    }
    if (same) {
      columns[1].advance(8);
      text(columns[1], "same", ui.word(Word::compare_same), body);
      columns[1].advance(8);
    } else {
      parts_list(columns[1]);
    }
  }
  parts.advance(4);
  const int pressed =
      buttons(parts, {{"swap", Word::compare_swap}, {"let-go", Word::compare_let_go}});
  if (pressed == 0) ui.actions.push_back(Compare::swap);
  if (pressed == 1) ui.actions.push_back(Compare::let_go);
}

} // namespace

std::string compared_answer(const Ui &ui) {
  const bool same = ui.results.comparison->difference.parts.empty();
  return same ? ui.word(Word::compare_same) : pairs_sentence(ui);
}

void compare_view(Flow &flow) {
  Ui &ui = flow.ui;
  Parts parts(flow);
  Group group(parts, "compare", Role::group, ui.word(Word::compare_title));
  section_title(parts, "compare-title", ui.word(Word::compare_title));
  if (ui.results.comparison)
    kept_and_changed(parts);
  else
    nothing_kept(parts);
}

} // namespace rt
