#pragma once
// Random states of the widget.

#include "support/headless.h"

#include <cmath>
#include <string>

namespace rt::test {

// A state of every kind that a visitor can reach, by chance, as element.state takes it. An option
// that a clinic hides is refused there; the rest applies.
inline std::string any_state(const Content &content, Random &dice) {
  std::string out = "{";
  for (std::size_t i = 0; i < kFields; ++i) {
    const auto f = static_cast<Field>(i);
    const FieldSpec &spec = content.field(f);
    if (i > 0) out += ", ";
    out += "\"" + std::string(field_key(f)) + "\": ";
    switch (field_kind(f)) {
    case FieldKind::choice:
      out += "\"" + spec.options[dice.below(spec.options.size())].key + "\"";
      break;
    case FieldKind::toggle: out += dice.below(2) == 0 ? "true" : "false"; break;
    case FieldKind::tone: out += std::to_string(1 + dice.below(10)); break;
    case FieldKind::moment:
      out += dice.below(2) == 0     ? "null"
             : f == Field::event_on ? "\"2026-12-05T18:00\""
                                    : "\"2026-11-22T14:30\"";
      break;
    case FieldKind::range: {
      const bool whole = f != Field::depth_mm && f != Field::day;
      const double v = spec.min + dice.unit() * (spec.max - spec.min);
      out += whole ? std::to_string(std::lround(v)) : std::to_string(v);
      break;
    }
    }
  }
  return out + "}";
}

} // namespace rt::test
