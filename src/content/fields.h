#pragma once
// What is fixed about each field whatever a document says: its key, kind, option keys and the valid
// domain of the model, within which every range must lie.

#include "content/content.h"
#include "content/json/json.h"
#include "model/projection.h"

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace rt {

// The field of each choice, in the order of Choice; the first comes with the treatment itself.
inline constexpr std::array<Field, kChoices> kChoiceFields{
    Field::prp,   Field::water,           Field::sun_protection, Field::moisturiser,
    Field::serum, Field::no_makeup_24h,   Field::gentle_care,    Field::anti_inflammatory,
    Field::ice,   Field::arnica_bromelain};

inline constexpr double kHourInDays = 1.0 / 24.0;
inline constexpr double kMonkTones = 10;

struct Domain {
  // Step: the smallest allowed.
  double min, max, step;
  // Only whole numbers.
  bool whole;
  // A document gives min, max and step; false: they are these, always.
  bool settable_range;
};

// In the order of Field.
std::span<const char *const> field_keys();
std::optional<Field> find_field(std::string_view key);
// In the order of the enum; empty: not a choice.
std::span<const char *const> option_keys(Field);
Domain field_domain(Field);

// The day and the view are no treatment factors: a document cannot hide them, and the views, which
// hold the intended use and when to call the clinic, keep all their options.
inline bool may_hide(Field f) { return f != Field::day && f != Field::view; }

// The field as the model's domain has it, before any document was read.
FieldSpec bare_field(Field);

// Makes the options of Field::treatment anew of the presets. Its default becomes the first preset
// whose settings are the defaults, else that the visitor is not sure.
void offer_treatments(Content &);

// Reads the value of a field as element.state, presets and defaults write it: choices by key,
// toggles as true or false, tone 1..10 or null, moment "2026-11-22T14:00" or null, numbers within
// the field's range. Not snapped. Error::where stays empty.
Result<double> read_field_value(Field, const FieldSpec &, json::Value);

} // namespace rt
