#pragma once
// The state as the JSON object of `element.state`, both ways.

#include "state/state.h"

#include <string>
#include <string_view>
#include <vector>

namespace rt {

// The state as the plain JSON object of `element.state`: choices by key, toggles as true/false,
// tone 1..10 or null, treated_at and event_on "2026-11-22T14:00" or null, day in days, view by key;
// `compared_with`: null or the kept treatment as an object of factors.
std::string state_json(const State &, const Content &);

// Takes a JSON object with any part of these keys. What is wrong is refused with an error naming
// key and allowed values (Error::where is the key; "state" when it is the whole that is wrong), the
// rest is applied. Unlike apply, numbers out of range are refused, not clamped; numbers between
// steps are kept as they are (a clinic may set 0.6 mm); an option that is hidden can be set by its
// key (a clinic's page may know better than its visitors). Returns true if something changed.
bool set_state_json(State &, const Content &, std::string_view json, std::vector<Error> &refused);

} // namespace rt
