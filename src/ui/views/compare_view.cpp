#include "content/fields.h"
#include "ui/ui.h"
#include "ui/widgets/card.h"
#include "ui/widgets/field_controls.h"
#include "ui/widgets/rows.h"
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
    const std::string strength(1, ui.content.sourced(p).strength);
    return fill(ui.word(Word::compare_evidence), {{"strength", strength}});
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

// A colored letter before a treatment's name.
float side_row(Ui &ui, std::string_view key, Word name, const Factors &factors, Color color,
               const MilestoneText &time, const Place &p) {
  const TextStyle letter{13, Weight::bold, ui.theme.surface, 1};
  const TextStyle style{15, Weight::regular, ui.theme.text};
  const float r = std::round(11 * std::max(1.0f, ui.pen.text_scale()));
  const bool rtl = ui.pen.right_to_left();
  const Point c{rtl ? p.x + p.w - r : p.x + r, p.y + 10 + r};
  ui.pen.circle(c, r, color);
  ui.pen.text(ui.word(name), {c.x - r, c.y - r, 2 * r, 2 * r}, letter, Align::center);
  const Place words{rtl ? p.x : p.x + 2 * r + 10, p.y + 10, p.w - 2 * r - 10};
  const std::string treatment = treatment_summary(ui, factors);
  float y = words.y;
  y += ui.pen.paragraph(treatment, {words.x, y, words.w, 0}, style);
  y += ui.pen.paragraph(
      ui.named(ui.word(Word::milestone_looks_normal), "**" + time.strong + "** " + time.range),
      {words.x, y, words.w, 0}, {14, Weight::regular, ui.theme.muted});
  describe(ui, node_id(key, ui.parent), Role::list_item, {p.x, p.y, p.w, y + 8 - p.y}, "")
      .value_text = ui.named(ui.word(name), treatment) + ". " +
                    ui.named(ui.word(Word::milestone_looks_normal), time.spoken());
  return y + 8 - p.y;
}

float both_sides(Ui &ui, const Place &p) {
  const Comparison &c = *ui.results.comparison;
  Group list(ui, "sides", Role::list, ui.word(Word::compare_title));
  float y = p.y;
  y += side_row(ui, "a", Word::compare_a, *ui.state.kept, ui.theme.compare,
                looks_normal_text(ui, c.kept), {p.x, y, p.w});
  ui.pen.line({p.x, y}, {p.x + p.w, y}, ui.theme.divider, 1);
  y += side_row(ui, "b", Word::compare_b, ui.state.factors, ui.theme.accent,
                looks_normal_text(ui, ui.results.projection), {p.x, y, p.w});
  list.set_rect({p.x, p.y, p.w, y - p.y});
  return y - p.y;
}

std::string pairs_sentence(const Ui &ui) {
  const Pairs &pairs = ui.results.comparison->pairs;
  const bool longer = pairs.share_longer >= pairs.share_shorter;
  const double n = std::round(20 * (longer ? pairs.share_longer : pairs.share_shorter));
  return ui.counted(longer ? Word::compare_longer : Word::compare_shorter, n);
}

float parts_list(Ui &ui, const Place &p) {
  const Comparison &c = *ui.results.comparison;
  Group list(ui, "parts", Role::list, ui.word(Word::compare_parts));
  float y = p.y, total = 0;
  for (const DifferencePart &part : c.difference.parts) {
    const std::optional<Field> field = find_field(factor_key(part.factor));
    if (!field) continue;
    State a;
    a.factors = *ui.state.kept;
    const std::string name = fill(ui.word(Word::compare_change),
                                  {{"name", ui.content.field(*field).label},
                                   {"from", value_text(ui, *field, get(a, *field))},
                                   {"to", value_text(ui, *field, get(ui.state, *field))}});
    y += fact_row(ui, factor_key(part.factor), name,
                  {signed_hours(ui, part.hours), evidence_of(ui, part.factor)}, {p.x, y, p.w},
                  false);
    total += static_cast<float>(part.hours);
  }
  const Quantiles &each = c.pairs.hours_longer;
  const std::string range =
      fill(ui.word(Word::range_hours),
           {{"low", ui.host.number(std::round(static_cast<double>(each[kP10])), 0)},
            {"high", ui.host.number(std::round(static_cast<double>(each[kP90])), 0)}});
  y += fact_row(ui, "together", ui.word(Word::compare_together),
                {signed_hours(ui, static_cast<double>(total)), range}, {p.x, y, p.w}, true);
  list.set_rect({p.x, p.y, p.w, y - p.y});
  return y - p.y;
}

} // namespace

float compare_view(Ui &ui, const Place &p) {
  Group group(ui, "compare", Role::group, ui.word(Word::compare_title));
  const float pad = card_padding(p.w), inner = p.w - 2 * pad;
  float y = p.y + pad;
  const TextStyle body{15, Weight::regular, ui.theme.text, 1.45f};
  y += card_title(ui, "compare-title", ui.word(Word::compare_title), {p.x + pad, y, inner});
  if (!ui.results.comparison) {
    y += text_block(ui, "compare-how", ui.word(Word::compare_how), {p.x + pad, y, inner}, body) + 8;
    const Pressed pressed = pills(ui, {p.x + pad, y, inner}, {{"keep", Word::compare_keep}});
    if (pressed.index == 0) ui.actions.push_back(Compare::keep);
    y += pressed.height + pad;
  } else {
    const bool same = ui.results.comparison->difference.parts.empty();
    const bool side_by_side = inner >= 560 * std::max(1.0f, ui.pen.text_scale());
    const float gap = 28, w = side_by_side ? (inner - gap) / 2 : inner;
    const bool rtl = ui.pen.right_to_left();
    const float first = p.x + pad + (side_by_side && rtl ? w + gap : 0),
                second = p.x + pad + (side_by_side && !rtl ? w + gap : 0);
    float a = y, b = y;
    a += both_sides(ui, {first, a, w}) + 4;
    if (!same) a += text_block(ui, "pairs", pairs_sentence(ui), {first, a, w}, body) + 8;
    if (!side_by_side) b = a;
    b += same ? text_block(ui, "same", ui.word(Word::compare_same), {second, b + 8, w}, body) + 16
              : parts_list(ui, {second, b, w});
    y = std::max(a, b) + 4;
    const Pressed pressed = pills(ui, {p.x + pad, y, inner},
                                  {{"swap", Word::compare_swap}, {"let-go", Word::compare_let_go}});
    if (pressed.index == 0) ui.actions.push_back(Compare::swap);
    if (pressed.index == 1) ui.actions.push_back(Compare::let_go);
    y += pressed.height + pad;
  }
  group.set_rect({p.x, p.y, p.w, y - p.y});
  card(ui, {p.x, p.y, p.w, y - p.y});
  return y - p.y;
}

} // namespace rt
