#pragma once
// All that a visitor may change, in one place, changed by one function.

#include "content/content.h"
#include "model/factors.h"

#include <cstdint>
#include <optional>
#include <variant>

namespace rt {

enum class View : std::uint8_t { recovery, results, plan, care, about };
inline constexpr std::size_t kViews = 5;
// The clinic shows it.
bool shows(const Content &, View);

// The share of people who look normal at the event; "sureness" in element.state, where its options
// are "seven_in_10" and "nine_in_10".
enum class Confidence : std::uint8_t { p70, p90 };
constexpr double share_of(Confidence c) { return c == Confidence::p70 ? 0.7 : 0.9; }

struct State {
  Factors factors;
  // Local civil minutes since 1970-01-01T00:00; empty = not set.
  std::optional<double> treated_at_min, event_on_min;
  Confidence confidence = Confidence::p90;
  // Index of the option of Field::treatment: a preset, then not_sure_option, own_settings_option.
  std::uint8_t treatment = 0;
  // Chosen day after the treatment, 0 .. 14; fractions are hours.
  double day = 0;
  View view = View::recovery;
  // Treatment A, to be compared with `factors`, which is then B.
  std::optional<Factors> kept;

  bool operator==(const State &) const = default;
};

// The state before anybody touched anything: the initial values of the content.
State initial_state(const Content &);

// The factors of a treatment for this visitor: its settings, and of what it does not set those of
// `state`. Requires preset < content.presets.size().
Factors factors_of(const State &, const Content &, std::size_t preset);
// The visitor leaves the treatment open: what is shown is of all of them together.
bool not_sure(const State &, const Content &);
// Some of what is shown is more than studies report.
bool beyond_studies(const State &, const Content &);
// The treatment becomes the one whose settings the factors have: the one that is named, if they fit
// it, else the first that they fit, else "own settings".
void name_treatment(State &, const Content &);

// A field's value in the coding of FieldKind, whatever the field.
double get(const State &, Field);
// Sets it to a value of its valid domain, in the same coding, without snapping. True if something
// changed.
bool put(State &, Field, double value);

// Sets a field. Range: snapped to the grid that starts at the field's min and clamped to its range
// (max can always be reached, also where it lies off the grid); day: to whole hours; treatment: with
// all its settings; tone: 0 takes
// the choice back; moment: to whole minutes, kNotSet clears it. An option that is hidden is refused.
struct SetValue {
  Field field;
  double value;
};
// Moves a field by `steps` (rounded to whole ones, may be negative) and stops at the ends. From
// between two grid points one step goes to the next of them.
// range: of the field's step; day: 1 hour up to day 2, 6 hours up to day 7, then whole days;
// choice: to the next option that is shown; toggle: on or off; tone: one swatch, from "not chosen"
// to the first, never back; moment: hours, and nothing while it is not set.
struct Step {
  Field field;
  double steps;
};
// Compare: keeps today's factors as A; lets A go; makes A and B change places.
enum class Compare : std::uint8_t { keep, let_go, swap };
// Back to initial_state, the view stays.
struct Reset {};
using Action = std::variant<SetValue, Step, Reset, Compare>;

// True if something changed. Clamps and snaps; an action that makes no sense (an index out of
// range, a number that is not finite) changes nothing. Fields that the clinic fixed (hidden) can be
// set all the same: hiding is a matter of drawing.
bool apply(State &, const Content &, const Action &);

} // namespace rt
