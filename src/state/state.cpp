#include "state/state.h"

#include "content/fields.h"

#include <algorithm>
#include <cmath>

namespace rt {

bool shows(const Content &content, View view) {
  const auto &views = content.views;
  return views.empty() ||
         std::find(views.begin(), views.end(), static_cast<std::uint8_t>(view)) != views.end();
}
namespace {

std::optional<double> moment(double value) {
  return std::isnan(value) ? std::nullopt : std::optional(value);
}

void assign(State &state, Field field, double value) {
  Factors &factors = state.factors;
  switch (field) {
#define RT_PUT(name, kind)                                                                         \
  case Field::name: factors.name = static_cast<decltype(factors.name)>(value); return;
    RT_FACTOR_FIELDS(RT_PUT)
#undef RT_PUT
  case Field::treatment: state.treatment = static_cast<std::uint8_t>(value); return;
  case Field::treated_at: state.treated_at_min = moment(value); return;
  case Field::event_on: state.event_on_min = moment(value); return;
  case Field::sureness: state.confidence = static_cast<Confidence>(static_cast<int>(value)); return;
  case Field::day: state.day = value; return;
  case Field::view: state.view = static_cast<View>(static_cast<int>(value)); return;
  }
}

// 0.1 + 0.2 is 0.3 to everybody: removes the last binary digits of a sum of steps.
double tidy(double value) { return std::round(value * 1e6) / 1e6; }

// Grid points are numbered from 0 at the field's min. Arrow keys on the day go by the hour while
// hours matter, then more coarsely.
// Hours after the treatment.
constexpr double kHourlyUntil = 48, kSixHourlyUntil = 168;
constexpr double kSixHourly = kHourlyUntil + (kSixHourlyUntil - kHourlyUntil) / 6;

double day_to_index(double day) {
  const double hour = day * 24;
  if (hour <= kHourlyUntil) return hour;
  if (hour <= kSixHourlyUntil) return kHourlyUntil + (hour - kHourlyUntil) / 6;
  return kSixHourly + (hour - kSixHourlyUntil) / 24;
}

double index_to_day(double index) {
  if (index <= kHourlyUntil) return index / 24;
  if (index <= kSixHourly) return (kHourlyUntil + (index - kHourlyUntil) * 6) / 24;
  return (kSixHourlyUntil + (index - kSixHourly) * 24) / 24;
}

// The whole index reached by `steps` from an index that may lie between two.
double walk(double index, double steps) {
  // Closer than this is on the grid.
  constexpr double kNear = 1e-6;
  if (steps > 0) return std::floor(index + kNear) + steps;
  return std::ceil(index - kNear) + steps;
}

double step_range(Field field, const FieldSpec &spec, double value, double steps) {
  if (field == Field::day)
    return std::clamp(index_to_day(walk(day_to_index(value), steps)), spec.min, spec.max);
  const double moved = spec.min + spec.step * walk((value - spec.min) / spec.step, steps);
  return std::clamp(tidy(moved), spec.min, spec.max);
}

double snap_range(Field field, const FieldSpec &spec, double value) {
  value = std::clamp(value, spec.min, spec.max);
  if (field == Field::day) return std::round(value * 24) / 24;
  // The end is reached, on the grid or not.
  if (value == spec.max) return value;
  const double snapped = spec.min + spec.step * std::round((value - spec.min) / spec.step);
  return std::clamp(tidy(snapped), spec.min, spec.max);
}

double step_choice(const FieldSpec &spec, double value, double steps) {
  const int direction = steps > 0 ? 1 : -1, options = static_cast<int>(spec.options.size());
  int reached = static_cast<int>(value);
  double left = std::min(std::fabs(steps), static_cast<double>(options));
  for (int i = reached + direction; i >= 0 && i < options && left >= 1; i += direction) {
    if (spec.options[static_cast<std::size_t>(i)].hidden) continue;
    reached = i;
    --left;
  }
  return reached;
}

bool fits(const State &state, const Preset &preset) {
  return std::all_of(preset.values.begin(), preset.values.end(), [&](const auto &value) {
    return std::find(kTreatmentFields.begin(), kTreatmentFields.end(), value.first) ==
               kTreatmentFields.end() ||
           get(state, value.first) == value.second;
  });
}

// With a preset also its settings.
bool use_treatment(State &state, const Content &content, double option) {
  bool changed = put(state, Field::treatment, option);
  if (state.treatment >= content.presets.size()) return changed;
  for (const auto &[field, value] : content.presets[state.treatment].values)
    changed = put(state, field, value) || changed;
  return changed;
}

bool set_one(State &state, const Content &content, const SetValue &action) {
  const auto [field, value] = action;
  if (static_cast<std::size_t>(field) >= kFields) return false;
  const FieldSpec &spec = content.field(field);
  const FieldKind kind = field_kind(field);
  if (std::isnan(value) && kind == FieldKind::moment) return put(state, field, value);
  if (!std::isfinite(value)) return false;
  if (kind == FieldKind::range) return put(state, field, snap_range(field, spec, value));
  const double whole = std::round(value);
  if (kind != FieldKind::choice) return put(state, field, std::clamp(whole, spec.min, spec.max));
  if (whole < 0 || whole >= static_cast<double>(spec.options.size())) return false;
  if (spec.options[static_cast<std::size_t>(whole)].hidden) return false;
  return field == Field::treatment ? use_treatment(state, content, whole)
                                   : put(state, field, whole);
}

bool step_one(State &state, const Content &content, const Step &action) {
  const Field field = action.field;
  const double steps = std::round(action.steps);
  if (static_cast<std::size_t>(field) >= kFields || !std::isfinite(steps) || steps == 0)
    return false;
  const FieldSpec &spec = content.field(field);
  const double value = get(state, field);
  switch (field_kind(field)) {
  case FieldKind::choice: {
    const double reached = step_choice(spec, value, steps);
    return field == Field::treatment ? use_treatment(state, content, reached)
                                     : put(state, field, reached);
  }
  case FieldKind::range: return put(state, field, step_range(field, spec, value, steps));
  case FieldKind::toggle: return put(state, field, steps > 0 ? 1 : 0);
  case FieldKind::tone: {
    const double moved = value == 0 && steps < 0 ? 0 : std::clamp(value + steps, 1.0, spec.max);
    return put(state, field, moved);
  }
  case FieldKind::moment:
    if (std::isnan(value)) return false;
    return put(state, field, std::clamp(value + 60 * steps, spec.min, spec.max));
  }
  return false;
}

bool sets_treatment(Field field) {
  return std::find(kTreatmentFields.begin(), kTreatmentFields.end(), field) !=
         kTreatmentFields.end();
}

bool perform(State &state, const Content &content, const SetValue &action) {
  const bool changed = set_one(state, content, action);
  if (changed && sets_treatment(action.field)) name_treatment(state, content);
  return changed;
}

bool perform(State &state, const Content &content, const Step &action) {
  const bool changed = step_one(state, content, action);
  if (changed && sets_treatment(action.field)) name_treatment(state, content);
  return changed;
}

bool perform(State &state, const Content &content, Compare action) {
  const std::optional<Factors> before = state.kept;
  switch (action) {
  case Compare::keep: state.kept = state.factors; break;
  case Compare::let_go: state.kept.reset(); break;
  case Compare::swap:
    if (!state.kept) return false;
    std::swap(*state.kept, state.factors);
    name_treatment(state, content);
    return state.kept != state.factors;
  }
  return state.kept != before;
}

bool perform(State &state, const Content &content, const Reset &) {
  State fresh = initial_state(content);
  fresh.view = state.view;
  const bool changed = !(fresh == state);
  state = fresh;
  return changed;
}

} // namespace

double get(const State &state, Field field) {
  const Factors &factors = state.factors;
  switch (field) {
#define RT_GET(name, kind)                                                                         \
  case Field::name: return static_cast<double>(factors.name);
    RT_FACTOR_FIELDS(RT_GET)
#undef RT_GET
  case Field::treatment: return static_cast<double>(state.treatment);
  case Field::treated_at: return state.treated_at_min.value_or(kNotSet);
  case Field::event_on: return state.event_on_min.value_or(kNotSet);
  case Field::sureness: return static_cast<double>(state.confidence);
  case Field::day: return state.day;
  case Field::view: return static_cast<double>(state.view);
  }
  return 0;
}

bool put(State &state, Field field, double value) {
  const double before = get(state, field);
  if (value == before || (std::isnan(value) && std::isnan(before))) return false;
  assign(state, field, value);
  return true;
}

Factors factors_of(const State &state, const Content &content, std::size_t preset) {
  State other = state;
  for (const auto &[field, value] : content.presets[preset].values) put(other, field, value);
  return other.factors;
}

bool beyond_studies(const State &state, const Content &content) {
  for (std::size_t i = 0; i < content.presets.size(); ++i)
    if (content.presets[i].beyond && (state.treatment == i || not_sure(state, content)))
      return true;
  return false;
}

bool not_sure(const State &state, const Content &content) {
  return state.treatment == not_sure_option(content) && !content.presets.empty();
}

void name_treatment(State &state, const Content &content) {
  const std::vector<Preset> &all = content.presets;
  if (state.treatment < all.size() && fits(state, all[state.treatment])) return;
  std::size_t named = 0;
  while (named < all.size() && !fits(state, all[named])) ++named;
  if (named == all.size()) named = own_settings_option(content);
  state.treatment = static_cast<std::uint8_t>(named);
}

State initial_state(const Content &content) {
  State state;
  for (std::size_t i = 0; i < kFields; ++i)
    put(state, static_cast<Field>(i), content.fields[i].initial);
  // A treatment that the clinic shows first brings its settings; ours are named after the settings.
  if (state.treatment < content.presets.size() && !fits(state, content.presets[state.treatment]))
    use_treatment(state, content, state.treatment);
  return state;
}

bool apply(State &state, const Content &content, const Action &action) {
  return std::visit([&](const auto &one) { return perform(state, content, one); }, action);
}

} // namespace rt
