#pragma once
// Decimal text and double, exactly, both ways. The C library's printf and strtod give the same
// answers, but they would be a sixth of the widget.

#include <string>
#include <string_view>

namespace rt::json {

// A number as JSON writes it ("-12.5e-3"): the double nearest to it, the even one of two. Infinite
// where it is too large. Reading stops at the first character that does not belong.
double decimal_value(std::string_view text);

// A finite number rounded to 1..17 significant digits, as printf's "%.*g" writes it.
std::string decimal_text(double value, int digits);

} // namespace rt::json
