#pragma once
// All that a visitor may change, in one place, changed by one function.

#include "content/content.h"
#include "model/factors.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace rt {

enum class View : std::uint8_t { recovery, results, plan, care, about };

struct State {
  Factors factors;
  double treated_at_min; // local civil minutes since 1970-01-01T00:00; NaN = not set
  double day = 0;        // chosen day after the treatment, 0 .. 14, fractions are hours
  View view = View::recovery;
};

// The state before anybody touched anything: the initial values of the content.
State initial_state(const Content &);

// A field's value in the coding of FieldKind, whatever the field.
double get(const State &, Field);

struct SetValue {
  Field field;
  double value; // snapped to the field's step and clamped to its range
};
struct Step {
  Field field;
  double steps; // of the field's step; may be negative; stops at the ends
};
struct UsePreset {
  std::size_t index;
};
struct Reset {}; // back to initial_state, the view stays
using Action = std::variant<SetValue, Step, UsePreset, Reset>;

// True if something changed. Clamps and snaps; an action that makes no sense (an index out of
// range, a number that is not finite) changes nothing.
bool apply(State &, const Content &, const Action &);

// The state as the plain JSON object of `element.state`: choices by key, toggles as true/false,
// tone 1..10 or null, treated_at "2026-11-22T14:00" or null, day in days, view by key.
std::string state_json(const State &, const Content &);

// Takes a JSON object with any part of these keys. What is wrong is refused with an error naming
// key and allowed values, the rest is applied. Unlike apply, numbers out of range are refused, not
// clamped; numbers between steps are kept as they are (a clinic may set 0.6 mm).
// Returns true if something changed.
bool set_state_json(State &, const Content &, std::string_view json, std::vector<Error> &refused);

} // namespace rt
