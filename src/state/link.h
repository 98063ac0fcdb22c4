#pragma once
// The state as the fragment of an address, to be shared: "rt1:depth_mm=1.5,passes=2". Only what
// differs from the defaults of the content stands in it, so that it is short and can be read.
//
// The version, a colon, then parts between commas, in any order: `key=value` with the keys of
// element.state. Choices stand by key, numbers as they are, toggles as yes or no, moments as
// "2026-11-22T14:00", what is not set as none; a day is told in hours where that is exact
// ("day=7h"). The treatment that is kept for comparison: the same with "a." before the factors'
// keys, or "a" alone where it is the default one.

#include "state/state.h"

#include <string>
#include <string_view>
#include <vector>

namespace rt {

// Bytes; several times what a state needs.
inline constexpr std::size_t kLongestLink = 4000;
// Errors told of one link.
inline constexpr std::size_t kMostRefused = 8;

// What the clinic fixed (hidden fields) is left out: it is the page's, not the visitor's.
std::string link_of(const State &, const Content &);

// Sets the state that a fragment (with or without "#", %-escapes allowed) tells; what it does not
// name is the content's default. Parts that are wrong, unknown or fixed by the clinic are refused
// with their place ("link: depth_mm"), reason and hint, the others hold. A fragment that is not
// ours changes nothing and is no error; one of another version or longer than kLongestLink changes
// nothing and is refused. Returns true if something changed.
bool set_link(State &, const Content &, std::string_view fragment, std::vector<Error> &refused);

} // namespace rt
