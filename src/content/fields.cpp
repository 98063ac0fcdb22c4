#include "content/fields.h"

#include "content/civil_time.h"
#include "content/json/number.h"
#include "content/text.h"

#include <algorithm>
#include <cmath>

namespace rt {
namespace {

constexpr const char *const kKeys[] = {
#define RT_FIELD_KEY(name, kind) #name,
    RT_FIELDS(RT_FIELD_KEY)
#undef RT_FIELD_KEY
};
static_assert(std::size(kKeys) == kFields);

constexpr FieldKind kKinds[] = {
#define RT_FIELD_KIND(name, kind) FieldKind::kind,
    RT_FIELDS(RT_FIELD_KIND)
#undef RT_FIELD_KIND
};

constexpr const char *const kDeviceKeys[] = {"roller", "stamp", "pen", "rf", "fractional"};
constexpr const char *const kAreaKeys[] = {"cheeks",       "forehead", "around_eyes",
                                           "around_mouth", "neck",     "body"};
constexpr const char *const kConcernKeys[] = {"texture", "fine_lines", "acne_scars",
                                              "stretch_marks", "pores"};
constexpr const char *const kReactivityKeys[] = {"calm", "fairly_calm", "average", "reactive",
                                                 "very_reactive"};
constexpr const char *const kAgeKeys[] = {"under_30", "from_30", "from_45", "from_60"};
constexpr const char *const kSurenessKeys[] = {"seven_in_10", "nine_in_10"};
constexpr const char *const kViewKeys[] = {"recovery", "results", "plan", "care", "about"};
static_assert(std::size(kDeviceKeys) == kDevices && std::size(kAreaKeys) == kAreas &&
              std::size(kConcernKeys) == kConcerns && std::size(kReactivityKeys) == kReactivities &&
              std::size(kAgeKeys) == kAgeBands);

} // namespace

const char *field_key(Field f) { return kKeys[static_cast<std::size_t>(f)]; }
FieldKind field_kind(Field f) { return kKinds[static_cast<std::size_t>(f)]; }
std::span<const char *const> field_keys() { return kKeys; }

std::optional<Field> find_field(std::string_view key) {
  for (std::size_t i = 0; i < kFields; ++i)
    if (key == kKeys[i]) return static_cast<Field>(i);
  return std::nullopt;
}

std::span<const char *const> option_keys(Field f) {
  switch (f) {
  case Field::device: return kDeviceKeys;
  case Field::area: return kAreaKeys;
  case Field::concern: return kConcernKeys;
  case Field::reactivity: return kReactivityKeys;
  case Field::age_band: return kAgeKeys;
  case Field::sureness: return kSurenessKeys;
  case Field::view: return kViewKeys;
  default: return {};
  }
}

Domain field_domain(Field f) {
  switch (f) {
  case Field::depth_mm: return {0.25, 3, 0.01, false, true};
  case Field::passes: return {1, 6, 1, true, true};
  case Field::sessions: return {1, 6, 1, true, true};
  case Field::weeks_between: return {2, 12, 1, true, true};
  case Field::day: return {0, 14, kHourInDays, false, false};
  case Field::tone: return {0, kMonkTones, 1, true, false};
  case Field::treated_at:
  case Field::event_on: return {kFirstMinute, kLastMinute, 60, true, false};
  default: break;
  }
  const std::size_t options = option_keys(f).size();
  return {0, options ? static_cast<double>(options - 1) : 1, 1, true, false};
}

FieldSpec bare_field(Field f) {
  const Domain domain = field_domain(f);
  FieldSpec spec;
  spec.min = domain.min;
  spec.max = domain.max;
  spec.step = domain.step;
  spec.initial = domain.min;
  if (field_kind(f) == FieldKind::moment) spec.initial = kNotSet;
  for (const char *key : option_keys(f)) {
    Option option;
    option.key = key;
    spec.options.push_back(std::move(option));
  }
  return spec;
}

void offer_treatments(Content &content) {
  FieldSpec &spec = content.fields[static_cast<std::size_t>(Field::treatment)];
  spec.options.clear();
  for (const Preset &preset : content.presets)
    spec.options.push_back({preset.key, preset.name, false});
  const bool none = content.presets.empty();
  spec.options.push_back({"not_sure", content.word(Word::treatment_not_sure), none});
  spec.options.push_back({"own_settings", content.word(Word::treatment_own), !none});
  spec.max = static_cast<double>(spec.options.size() - 1);
  std::size_t fits = 0;
  const auto usual = [&](const Preset &preset) {
    return std::all_of(preset.values.begin(), preset.values.end(), [&](const auto &value) {
      return std::find(kTreatmentFields.begin(), kTreatmentFields.end(), value.first) ==
                 kTreatmentFields.end() ||
             content.field(value.first).initial == value.second;
    });
  };
  while (fits < content.presets.size() && !usual(content.presets[fits])) ++fits;
  spec.initial = none ? spec.max : static_cast<double>(fits);
}

namespace {

std::string choice_names(const FieldSpec &spec) {
  std::string names = "one of";
  const char *before = " ";
  for (const Option &option : spec.options) {
    if (option.hidden) continue;
    names += join({before, in_quotes(option.key)});
    before = ", ";
  }
  return names;
}

std::string range_text(const FieldSpec &spec, bool whole) {
  return join({whole ? "a whole number from " : "a number from ", json::number_text(spec.min),
               " to ", json::number_text(spec.max)});
}

} // namespace

Result<double> read_field_value(Field f, const FieldSpec &spec, json::Value value) {
  const auto refused = [&](std::string_view allowed) {
    return Error{{}, json::expected(allowed, value)};
  };
  // NaN, which no range holds, when it is none.
  const double number = value.number();
  switch (field_kind(f)) {
  case FieldKind::choice:
    for (std::size_t i = 0; i < spec.options.size(); ++i)
      if (value.is(json::Kind::string) && value.text() == spec.options[i].key)
        return static_cast<double>(i);
    return refused(choice_names(spec));
  case FieldKind::toggle:
    if (value.is(json::Kind::boolean)) return value.boolean() ? 1.0 : 0.0;
    return refused("true or false");
  case FieldKind::tone:
    if (value.is(json::Kind::null)) return 0.0;
    if (number >= 1 && number <= kMonkTones && number == std::floor(number)) return number;
    return refused("a whole number from 1 to 10, or null for not chosen");
  case FieldKind::moment:
    if (value.is(json::Kind::null)) return kNotSet;
    if (const auto minutes = parse_moment(value.text())) return *minutes;
    return refused("a date and time such as \"2026-11-22T14:00\" in the years 1970 to 2200, or "
                   "null for not set");
  case FieldKind::range: break;
  }
  const bool whole = field_domain(f).whole;
  if (number >= spec.min && number <= spec.max && (!whole || number == std::floor(number)))
    return number;
  return refused(range_text(spec, whole));
}

} // namespace rt
