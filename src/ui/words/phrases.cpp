#include "ui/words/phrases.h"

#include "ui/words/advice_words.h"
#include "ui/words/durations.h"
#include "ui/words/plan_dates.h"
#include "ui/words/sources.h"

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

// A day counts as reached when it is over: never sooner than the model says.
double end_day(double hours) { return std::max(1.0, std::ceil(hours / 24)); }

// Of 16 of 20 people: a duration or, where the treatment has its day, from date to date.
std::string range_of(const Ui &ui, const Quantiles &hours) {
  const auto low_h = static_cast<double>(hours[kP10]), high_h = static_cast<double>(hours[kP90]);
  if (!ui.state.treated_at_min) return duration_range(ui, low_h, high_h);
  const MomentStyle style = high_h <= kByTheHour_h ? MomentStyle::day_and_hour : MomentStyle::day;
  return fill(ui.word(Word::span_to),
              {{"low", moment_of(ui, low_h, style)}, {"high", moment_of(ui, high_h, style)}});
}

std::string clinics_differ(const Ui &ui, const std::string &range) {
  return fill(ui.word(Word::clinics_differ), {{"range", range}});
}

// Clinics of all kinds are never told to differ less than people at one of them.
Quantiles hull(const Quantiles &hours, Quantiles anywhere) {
  anywhere[kP10] = std::min(anywhere[kP10], hours[kP10]);
  anywhere[kP90] = std::max(anywhere[kP90], hours[kP90]);
  return anywhere;
}

// A modelled time: the range of people, and of people at clinics of all kinds.
MilestoneText modelled(const Ui &ui, const Quantiles &hours, const Quantiles &anywhere) {
  return {range_of(ui, hours), "", false, clinics_differ(ui, range_of(ui, hull(hours, anywhere)))};
}

constexpr double kWeek_h = 168;
double end_week(double hours) { return std::max(1.0, std::ceil(hours / kWeek_h)); }

// The result comes over weeks and months.
MilestoneText in_weeks(const Ui &ui, const Quantiles &hours, const Quantiles &anywhere) {
  const auto range = [&](const Quantiles &q) {
    return ui.counted(Word::weeks_span, end_week(static_cast<double>(q[kP90])),
                      {{"low", whole(ui, end_week(static_cast<double>(q[kP10])))}});
  };
  return {range(hours), "", false, clinics_differ(ui, range(hull(hours, anywhere)))};
}

MilestoneText advised(const Ui &ui, Milestone m, double hours) {
  const bool dated = ui.state.treated_at_min.has_value();
  std::string when;
  if (dated)
    when = end_moment(ui, hours);
  else if (hours > 48 && hours < 14 * 24 && std::fmod(hours, 24) == 0)
    when = fill(ui.word(Word::day_n), {{"n", whole(ui, hours / 24)}});
  else
    when = span_text(ui, hours);
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
  if (h < 48 && h != 24) return fill(ui.word(Word::title_hours), {{"n", whole(ui, h)}});
  const double day = std::floor(h / 24), rest = h - 24 * day;
  if (rest < 1) return fill(ui.word(Word::title_day), {{"n", whole(ui, day)}});
  return fill(ui.word(Word::title_day_hours), {{"n", whole(ui, day)}, {"hours", whole(ui, rest)}});
}

std::string day_subtitle(const Ui &ui, bool whole) {
  const std::string &phase = phase_name(ui, phase_at(hour_now(ui)));
  if (!ui.state.treated_at_min) return phase;
  const MomentStyle style = hour_now(ui) < 48 ? MomentStyle::day_and_hour : MomentStyle::day;
  const std::string moment = moment_of(ui, std::round(hour_now(ui)), style);
  return whole ? moment + " · " + phase : moment;
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

namespace {

// What most people have besides redness, in the order in which a mirror shows it.
std::string other_signs(const Ui &ui, double h) {
  const Projection &p = ui.results.projection;
  const auto median = [&](Sign s) { return static_cast<double>(severity_at(p, s, h)[kMedian]); };
  const auto seen = [&](Sign s) { return p.sign[static_cast<std::size_t>(s)].visible_above; };
  std::vector<std::string> parts;
  if (const double s = median(Sign::swelling); s >= seen(Sign::swelling))
    parts.push_back(ui.word(s >= 0.45 ? Word::swelling_2 : Word::swelling_1));
  if (const double s = median(Sign::tightness); s >= seen(Sign::tightness))
    parts.push_back(ui.word(s >= 0.5 ? Word::tightness_2 : Word::tightness_1));
  if (share_visible_at(p, Sign::flaking, h) >= 0.5) parts.push_back(ui.word(Word::flaking_1));
  std::string list = parts.empty() ? "" : parts[0];
  for (std::size_t i = 1; i < parts.size(); ++i)
    list = fill(ui.word(i + 1 == parts.size() ? Word::list_last : Word::list_next),
                {{"a", list}, {"b", parts[i]}});
  return list;
}

} // namespace

std::string still_red(const Ui &ui) {
  const Projection &p = ui.results.projection;
  const double h = hour_now(ui), share = share_visible_at(p, Sign::redness, h);
  const double n = std::round(20 * share);
  if (n < 1) return ui.word(Word::day_red_none);
  // The middle one of those who are red.
  const double middle = value_of_share(severity_at(p, Sign::redness, h), 1 - share / 2);
  const double seen = p.sign[static_cast<std::size_t>(Sign::redness)].visible_above;
  return ui.counted(Word::day_red, n, {{"level", redness_word(ui, std::max(middle, seen))}});
}

std::string day_sentence(const Ui &ui) {
  const Projection &p = ui.results.projection;
  const double h = hour_now(ui);
  std::string out = still_red(ui);
  if (const std::string signs = other_signs(ui, h); !signs.empty())
    out += " " + fill(ui.word(Word::day_also), {{"signs", signs}});
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

namespace {

// Of the milestones that are advice.
std::string_view advice_key(Milestone m) {
  switch (m) {
  case Milestone::make_up: return "make_up";
  case Milestone::exercise: return "exercise";
  case Milestone::sun: return "sun";
  case Milestone::next_session: return "next_session";
  default: return {};
  }
}

} // namespace

const Advice *milestone_advice(const Ui &ui, Milestone m) {
  return ui.content.advice_of(advice_key(m));
}

std::string session_advice(const Ui &ui) {
  const Advice *row = milestone_advice(ui, Milestone::next_session);
  return row == nullptr || row->says.empty() ? ui.word(Word::advice) : clinic_says(ui, *row);
}

bool milestone_told(const Ui &ui, Milestone m) {
  return advice_key(m).empty() || milestone_advice(ui, m) != nullptr;
}

std::optional<double> milestone_from(const Ui &ui, Milestone m) {
  const MilestoneTime &t = ui.results.projection.milestone[static_cast<std::size_t>(m)];
  const Advice *row = milestone_advice(ui, m);
  if (!milestone_told(ui, m) || !t.advice) return std::nullopt;
  if (row == nullptr || row->says.empty()) return t.advised_h;
  return row->hours == row->hours ? std::optional<double>(row->hours) : std::nullopt;
}

MilestoneText milestone_text(const Ui &ui, Milestone m) {
  const MilestoneTime &t = ui.results.projection.milestone[static_cast<std::size_t>(m)];
  const Advice *row = milestone_advice(ui, m);
  const std::string says = row ? clinic_says(ui, *row) : "";
  if (!says.empty()) {
    const bool timed = milestone_from(ui, m).has_value();
    return {timed ? advised(ui, m, row->hours).strong : advice_time(ui, *row), says, true, "",
            true};
  }
  if (t.advice) return advised(ui, m, t.advised_h);
  if (m == Milestone::first_result) return in_weeks(ui, t.hours, t.hours_anywhere);
  return modelled(ui, t.hours, t.hours_anywhere);
}

const std::string &strength_word(const Ui &ui, char strength) {
  return ui.word(at(Word::care_strength_a, static_cast<std::size_t>(strength - 'A')));
}

EffectText effect_text(const Ui &ui, const ChoiceEffect &effect) {
  const std::string &strength = strength_word(ui, effect.strength);
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
  const SignBand &band = ui.results.projection.sign[static_cast<std::size_t>(s)];
  return modelled(ui, band.hours_until_not_visible, band.hours_until_not_visible_anywhere);
}

const std::string &event_name(const Ui &ui, Event event) {
  return ui.word(at(Word::event_dark_spots, static_cast<std::size_t>(event)));
}

MilestoneText event_text(const Ui &ui, Event event) {
  const EventChance &chance = ui.results.projection.event[static_cast<std::size_t>(event)];
  const auto of_20 = [](double share) { return std::round(20 * share); };
  const auto span = [&](Word word, double low, double high, double end) {
    return fill(ui.word(word),
                {{"low", whole(ui, low)}, {"high", whole(ui, high)}, {"end", whole(ui, end)}});
  };
  const EventSpan &begin = chance.begin_h, &end = chance.end_h;
  MilestoneText text;
  if (event == Event::numbness) {
    text.strong = fill(ui.word(Word::event_hours), {{"n", whole(ui, std::round(end.p50))}});
    text.range = fill(ui.word(Word::range_hours),
                      {{"low", whole(ui, end.p10)}, {"high", whole(ui, end.p90)}});
    return text;
  }
  const double n = of_20(chance.probability);
  text.strong = n < 1 ? ui.word(Word::event_few) : ui.counted(Word::event_chance, n);
  text.range = fill(ui.word(Word::event_clinics),
                    {{"low", whole(ui, of_20(static_cast<double>(chance.anywhere.p10)))},
                     {"high", whole(ui, of_20(static_cast<double>(chance.anywhere.p90)))}});
  text.more = event == Event::dark_spots ? span(Word::event_weeks, std::round(begin.p10 / kWeek_h),
                                                std::round(begin.p90 / kWeek_h), end_week(end.p90))
                                         : span(Word::event_days, std::round(begin.p10 / 24),
                                                std::round(begin.p90 / 24), end_day(end.p90));
  return text;
}

bool longer_than_studies(const Ui &ui) {
  const auto &signs = ui.results.projection.sign;
  for (std::size_t s = 0; s < kSigns; ++s)
    if (static_cast<double>(signs[s].hours_until_not_visible[kP90]) >
        longest_reported_h(static_cast<Sign>(s)))
      return true;
  return false;
}

std::string of_20(const Ui &ui, double share) {
  return fill(ui.word(Word::of_20), {{"n", whole(ui, std::round(20 * share))}});
}

std::string people_asked(const Ui &ui) {
  return whole(ui, std::round(20 * share_of(ui.state.confidence)));
}

std::string clinics_differ_of_20(const Ui &ui, const EightInTen &share) {
  const auto n = [&](float part) { return whole(ui, std::round(20 * static_cast<double>(part))); };
  return fill(ui.word(Word::clinics_differ_n), {{"low", n(share.p10)}, {"high", n(share.p90)}});
}

std::string sign_summary(const Ui &ui, Sign s) {
  const Projection &p = ui.results.projection;
  const SignBand &band = p.sign[static_cast<std::size_t>(s)];
  const double seen = std::round(share_visible_at(p, s, hour_now(ui)) * 20);
  const EightInTen clinics = share_visible_anywhere_at(p, s, hour_now(ui));
  const Quantiles &end = band.hours_until_not_visible;
  const Word pattern = s == Sign::tightness ? Word::sign_summary_felt : Word::sign_summary_seen;
  std::string text = ui.counted(pattern, seen);
  text += " " + clinics_differ_of_20(ui, clinics);
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

std::string treatment_title(const Ui &ui) {
  const std::string &clinic = ui.content.clinic.short_name;
  return clinic.empty() ? ui.word(Word::treatment_title)
                        : fill(ui.word(Word::treatment_at), {{"clinic", clinic}});
}

std::string all_together(const Ui &ui) {
  const auto all = static_cast<double>(ui.content.presets.size());
  return fill(ui.word(Word::treatment_all), {{"n", ui.host.number(all, 0)}});
}

MilestoneText looks_normal_text(const Ui &ui, const Projection &projection) {
  const MilestoneTime &normal =
      projection.milestone[static_cast<std::size_t>(Milestone::looks_normal)];
  return modelled(ui, normal.hours, normal.hours_anywhere);
}

} // namespace rt
