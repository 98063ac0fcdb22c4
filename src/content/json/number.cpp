#include "content/json/number.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace rt::json {

double parse_number(std::string_view text) {
  return std::strtod(std::string(text).c_str(), nullptr);
}

std::string number_text(double value, int digits) {
  if (!std::isfinite(value)) return "null";
  // "-1.2345678901234567e-308" is the longest.
  char text[32];
  std::snprintf(text, sizeof text, "%.*g", digits, value);
  return text;
}

std::string number_text(double value) {
  // 15 digits always survive the way from text to double and back, 17 the way from double to text.
  for (int digits = 15; digits < 17; ++digits) {
    std::string text = number_text(value, digits);
    if (parse_number(text) == value) return text;
  }
  return number_text(value, 17);
}

} // namespace rt::json
