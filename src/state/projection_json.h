#pragma once
// What is shown, as JSON: written here once, for `element.projection` and for the command
// `recovery`, which adds more.

#include "content/content.h"
#include "content/json/json_writer.h"
#include "model/projection.h"

#include <array>
#include <cstddef>
#include <vector>

namespace rt {

// Everything shown for one set of factors.
struct Shown {
  const Content &content;
  const Population &people; // that the numbers are of
  const Projection &projection;
  const std::array<ChoiceEffect, kChoices> &effects;
};

// What one caller adds inside the object of each sign.
class MoreOfSign {
public:
  virtual void write(json::Writer &, Sign) const = 0;

protected:
  ~MoreOfSign() = default;
};

// The members of an object, which the caller begins and ends. Units stand in the keys; what has
// none is a share, a severity (0..1) or a number of months.
void write_projection(json::Writer &, const Shown &, const MoreOfSign *more = nullptr);

// Their parts, for members of the same kind: a number; quantiles {"p05": x, ...}; quantiles over
// time {"p05": [x a point], ...}; a list.
inline constexpr int kDigits = 6; // singles carry no more
void write_number(json::Writer &, const char *key, double);
void write_quantiles(json::Writer &, const char *key, const Quantiles &);
void write_quantiles(json::Writer &, const char *key, const std::vector<Quantiles> &);
template <class Number>
void write_numbers(json::Writer &w, const char *key, const std::vector<Number> &values) {
  w.key(key);
  w.begin('[');
  for (const Number value : values) w.number(static_cast<double>(value), kDigits);
  w.end(']');
}

} // namespace rt
