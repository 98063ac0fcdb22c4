#include "ui/words/phrases.h"

#include "ui/words/plan_dates.h"

#include <algorithm>
#include <cmath>

namespace rt {

namespace {

double hour_now(const Ui &ui) { return ui.state.day * 24; }

std::string whole(const Ui &ui, double value) { return ui.host.number(value, 0); }

// "about" words for amounts; `levels` ascending lower bounds of word 1, 2, …
std::size_t level_of(double severity, std::initializer_list<double> levels) {
  std::size_t level = 0;
  for (double bound : levels) level += severity >= bound ? 1 : 0;
  return level;
}

constexpr double kByTheHour_h = 60; // the longest span that is told by the hour

std::string moment_of(const Ui &ui, double hours, MomentStyle style) {
  return ui.host.moment(after_treatment(ui, hours), style);
}

Word at(Word first, std::size_t offset) {
  return static_cast<Word>(static_cast<std::size_t>(first) + offset);
}

std::string capitalized(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

// Three modelled hours as one time with its range, in hours up to two days, else by day or date.
MilestoneText modelled(const Ui &ui, double low_h, double middle_h, double high_h) {
  const bool dated = ui.state.treated_at_min.has_value();
  const double horizon = ui.results.projection.axis.horizon_h;
  const bool beyond = high_h >= horizon;
  if (high_h <= kByTheHour_h) {
    const std::string range =
        fill(ui.word(Word::range_hours), {{"low", whole(ui, low_h)}, {"high", whole(ui, high_h)}});
    if (!dated) return {ui.counted(Word::after_hours, std::round(middle_h)), range};
    return {moment_of(ui, middle_h, MomentStyle::day_and_hour), range};
  }
  // A day counts as reached when it is over: never sooner than the model says.
  auto day = [](double h) { return std::max(1.0, std::ceil(h / 24)); };
  if (!dated) {
    const std::string high = beyond ? ui.word(Word::later) : whole(ui, day(high_h));
    return {fill(ui.word(Word::by_day), {{"n", whole(ui, day(middle_h))}}),
            fill(ui.word(Word::range_days), {{"low", whole(ui, day(low_h))}, {"high", high}})};
  }
  const MomentStyle style = high_h - low_h < 6 * 24 ? MomentStyle::weekday : MomentStyle::day;
  const std::string high = beyond ? ui.word(Word::later) : moment_of(ui, high_h, style);
  return {moment_of(ui, middle_h, MomentStyle::day),
          fill(ui.word(Word::range_dates), {{"low", moment_of(ui, low_h, style)}, {"high", high}})};
}

// The result comes over weeks and months.
MilestoneText in_weeks(const Ui &ui, const Quantiles &hours) {
  auto weeks = [](float h) { return std::max(1.0, std::ceil(static_cast<double>(h) / 168)); };
  return {fill(ui.word(Word::by_week), {{"n", whole(ui, weeks(hours[kMedian]))}}),
          fill(ui.word(Word::range_weeks),
               {{"low", whole(ui, weeks(hours[kP10]))}, {"high", whole(ui, weeks(hours[kP90]))}})};
}

MilestoneText advised(const Ui &ui, Milestone m, double hours) {
  const bool dated = ui.state.treated_at_min.has_value();
  std::string when;
  if (dated)
    when = end_moment(ui, hours);
  else if (hours <= 48)
    when = ui.counted(Word::after_hours, std::round(hours));
  else if (hours < 14 * 24)
    when = fill(ui.word(Word::day_n), {{"n", whole(ui, hours / 24)}});
  else
    when = ui.counted(Word::after_weeks, std::round(hours / 168));
  const Word pattern = m == Milestone::sun ? Word::not_before
                       : dated             ? Word::from_moment
                                           : Word::from;
  return {fill(ui.word(pattern), {{"time", when}}), ui.word(Word::advice), true};
}

} // namespace

double after_treatment(const Ui &ui, double hours) {
  const double start = *ui.state.treated_at_min;
  return hours <= kByTheHour_h ? moment_after(ui.host, start, hours) : start + hours * 60;
}

std::string end_moment(const Ui &ui, double hours) {
  return moment_of(ui, hours, hours <= 48 ? MomentStyle::day_and_hour : MomentStyle::day);
}

Phase phase_at(double hour) {
  std::size_t i = 0;
  while (i + 1 < kPhases && hour >= kPhaseStart_h[i + 1]) ++i;
  return static_cast<Phase>(i);
}

const std::string &phase_name(const Ui &ui, Phase p) {
  return ui.word(at(Word::phase_right_after, static_cast<std::size_t>(p)));
}

std::string day_title(const Ui &ui) {
  const double h = std::round(hour_now(ui));
  if (h < 1) return ui.word(Word::title_now);
  if (h < 48) return fill(ui.word(Word::title_hours), {{"n", whole(ui, h)}});
  const double day = std::floor(h / 24), rest = h - 24 * day;
  if (rest < 1) return fill(ui.word(Word::title_day), {{"n", whole(ui, day)}});
  return fill(ui.word(Word::title_day_hours), {{"n", whole(ui, day)}, {"hours", whole(ui, rest)}});
}

std::string day_subtitle(const Ui &ui) {
  const std::string &phase = phase_name(ui, phase_at(hour_now(ui)));
  if (!ui.state.treated_at_min) return phase;
  const MomentStyle style = hour_now(ui) < 48 ? MomentStyle::day_and_hour : MomentStyle::day;
  return moment_of(ui, std::round(hour_now(ui)), style) + " · " + phase;
}

const std::string &redness_word(const Ui &ui, double severity) {
  const double seen =
      ui.results.projection.sign[static_cast<std::size_t>(Sign::redness)].visible_above;
  return ui.word(at(Word::redness_0, level_of(severity, {seen, 0.25, 0.45, 0.7})));
}

const std::string &severity_word(const Ui &ui, Sign s, double severity) {
  if (s == Sign::redness) return redness_word(ui, severity);
  const double seen = ui.results.projection.sign[static_cast<std::size_t>(s)].visible_above;
  return ui.word(at(Word::level_0, level_of(severity, {seen, 0.4, 0.7})));
}

std::string day_sentence(const Ui &ui) {
  const Projection &p = ui.results.projection;
  const double h = hour_now(ui);
  auto median = [&](Sign s) { return static_cast<double>(severity_at(p, s, h)[kMedian]); };
  auto seen = [&](Sign s) { return p.sign[static_cast<std::size_t>(s)].visible_above; };

  // At most three signs, in the order in which a mirror shows them.
  std::vector<std::string> parts;
  parts.push_back(redness_word(ui, median(Sign::redness)));
  if (const double s = median(Sign::swelling); s >= seen(Sign::swelling))
    parts.push_back(ui.word(s >= 0.45 ? Word::swelling_2 : Word::swelling_1));
  if (const double s = median(Sign::tightness); s >= seen(Sign::tightness))
    parts.push_back(ui.word(s >= 0.5 ? Word::tightness_2 : Word::tightness_1));
  if (parts.size() < 3 && share_visible_at(p, Sign::flaking, h) >= 0.5)
    parts.push_back(ui.word(Word::flaking_1));

  std::string lead = parts[0];
  for (std::size_t i = 1; i < parts.size(); ++i)
    lead = fill(ui.word(i + 1 == parts.size() ? Word::list_last : Word::list_next),
                {{"a", lead}, {"b", parts[i]}});

  const Quantiles red = severity_at(p, Sign::redness, h);
  const std::string &low = redness_word(ui, static_cast<double>(red[kP10]));
  const std::string &high = redness_word(ui, static_cast<double>(red[kP90]));
  std::string out = fill(ui.word(Word::sentence_lead), {{"signs", lead}});
  out = capitalized(std::move(out)) + " ";
  out += low == high ? fill(ui.word(Word::sentence_same), {{"level", low}})
                     : fill(ui.word(Word::sentence_range), {{"low", low}, {"high", high}});
  // Neither small dots nor a bruise are the rule for long, so they are told as a share of people, not
  // as a look.
  const double bruised =
      std::max(share_visible_at(p, Sign::marks, h), share_visible_at(p, Sign::bruising, h));
  if (bruised >= 0.05)
    out += " " + ui.counted(Word::sentence_bruise, std::max(1.0, std::round(bruised * 20)));
  return out;
}

const std::string &sign_name(const Ui &ui, Sign s) {
  return ui.word(at(Word::sign_redness, static_cast<std::size_t>(s)));
}

const std::string &milestone_name(const Ui &ui, Milestone m) {
  return ui.word(at(Word::milestone_make_up, static_cast<std::size_t>(m)));
}

MilestoneText milestone_text(const Ui &ui, Milestone m) {
  const MilestoneTime &t = ui.results.projection.milestone[static_cast<std::size_t>(m)];
  if (t.advice) return advised(ui, m, t.advised_h);
  if (m == Milestone::first_result) return in_weeks(ui, t.hours);
  return modelled(ui, static_cast<double>(t.hours[kP10]), static_cast<double>(t.hours[kMedian]),
                  static_cast<double>(t.hours[kP90]));
}

EffectText effect_text(const Ui &ui, const ChoiceEffect &effect) {
  const std::string strength(1, effect.strength);
  const double hours = std::abs(effect.on_minus_off_h);
  EffectText t;
  if (hours == 0) {
    t.neutral = true;
    t.shown = t.spoken = ui.word(effect.measured   ? Word::effect_felt
                                 : effect.disputed ? Word::effect_disputed
                                                   : Word::effect_unmeasured);
    return t;
  }
  t.better = effect.on_minus_off_h < 0;
  if (hours < 0.5) {
    t.shown = ui.word(t.better ? Word::effect_under_hour_less : Word::effect_under_hour_more);
    t.spoken = fill(ui.word(t.better ? Word::effect_little_sooner : Word::effect_little_later),
                    {{"strength", strength}});
    return t;
  }
  t.shown = ui.counted(t.better ? Word::effect_less : Word::effect_more, std::round(hours));
  t.spoken = ui.counted(t.better ? Word::effect_sooner : Word::effect_later, std::round(hours),
                        {{"strength", strength}});
  return t;
}

MilestoneText sign_over(const Ui &ui, Sign s) {
  const Quantiles &end =
      ui.results.projection.sign[static_cast<std::size_t>(s)].hours_until_not_visible;
  return modelled(ui, static_cast<double>(end[kP10]), static_cast<double>(end[kMedian]),
                  static_cast<double>(end[kP90]));
}

std::string sign_summary(const Ui &ui, Sign s) {
  const Projection &p = ui.results.projection;
  const SignBand &band = p.sign[static_cast<std::size_t>(s)];
  const double seen = std::round(share_visible_at(p, s, hour_now(ui)) * 20);
  const Quantiles &end = band.hours_until_not_visible;
  const Word pattern = s == Sign::tightness ? Word::sign_summary_felt : Word::sign_summary_seen;
  std::string text = ui.counted(pattern, seen);
  if (end[kMedian] > 0) {
    text += " " + fill(ui.word(Word::sign_summary_over), {{"time", sign_over(ui, s).spoken()}});
  } else {
    text += " " + ui.counted(Word::sign_summary_few, std::round(band.incidence * 20));
  }
  return text;
}

std::string value_text(const Ui &ui, Field field) {
  return value_text(ui, field, get(ui.state, field));
}

std::string value_text(const Ui &ui, Field field, double value) {
  const FieldSpec &spec = ui.content.field(field);
  switch (field_kind(field)) {
  case FieldKind::choice: return spec.options[static_cast<std::size_t>(value)].label;
  case FieldKind::toggle: return ui.word(value != 0 ? Word::yes : Word::no);
  case FieldKind::tone:
    return value == 0 ? ui.word(Word::not_chosen)
                      : fill(ui.word(Word::tone_value), {{"n", ui.host.number(value, 0)}});
  case FieldKind::moment:
    return std::isnan(value) ? ui.word(Word::not_set)
                             : ui.host.moment(value, MomentStyle::day_and_hour);
  case FieldKind::range: break;
  }
  if (field == Field::depth_mm)
    return fill(ui.word(Word::unit_mm),
                {{"n", ui.host.number(
                           value, std::abs(value * 10 - std::round(value * 10)) < 1e-9 ? 1 : 2)}});
  return ui.host.number(value, 0);
}

std::string treatment_summary(const Ui &ui, const Factors &factors) {
  State state;
  state.factors = factors;
  auto value = [&](Field f) { return value_text(ui, f, get(state, f)); };
  return value(Field::device) + " · " + value(Field::depth_mm) + " · " +
         ui.counted(Word::passes_n, factors.passes);
}

std::string treatment_summary(const Ui &ui) { return treatment_summary(ui, ui.state.factors); }

MilestoneText looks_normal_text(const Ui &ui, const Projection &projection) {
  const Quantiles &hours =
      projection.milestone[static_cast<std::size_t>(Milestone::looks_normal)].hours;
  return modelled(ui, static_cast<double>(hours[kP10]), static_cast<double>(hours[kMedian]),
                  static_cast<double>(hours[kP90]));
}

} // namespace rt
