#pragma once
// Decimal text and double, both ways, by the C library. No program of this project sets a locale,
// so that the point is a point; and every C library that we build with rounds correctly.

#include <string>
#include <string_view>

namespace rt::json {

// A number as JSON writes it ("-12.5e-3"): the double nearest to it, infinite where it is too large
// for one.
double parse_number(std::string_view text);

// The shortest of 15, 16 or 17 digits that reads back as the same double: from 1e-4 to below 1e15
// what JavaScript's String gives. "null" when not finite, for JSON has no such number.
std::string number_text(double);

// Rounded to 1..17 significant digits; "null" when not finite.
std::string number_text(double, int digits);

} // namespace rt::json
