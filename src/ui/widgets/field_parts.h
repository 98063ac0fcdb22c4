#pragma once
// What the controls of fields share; for widgets/ only.

#include "ui/layout.h"

#include <string>

namespace rt {

TextStyle label_style(const Ui &);
TextStyle value_style(const Ui &);
// A length that grows with the visitor's text, whole CSS px.
float scaled(const Ui &, float css);

// The same wherever the layout puts the control, so that focus and what is open stay.
std::uint32_t id_of(Field);
// Asks for the value, unless it is that already.
void set_field(Ui &, Field, double value);

// The name of a field in `box`, the round "i" that opens its explanation, its value at the end.
void field_header(Ui &, Field, const Rect &box, const std::string &value = "");
// The same as a row of the flow.
void field_header(Flow &, Field, const std::string &value = "");
// The label's room, which a press explains; the "i" stands around `icon_x`.
void info_button(Ui &, Field, const Rect &hit, float icon_x);
// The opened explanation below a control, or nothing.
void explanation(Flow &, Field);

} // namespace rt
