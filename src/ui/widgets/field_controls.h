#pragma once
// The controls of the fields. Each draws itself, describes itself (SemanticNode) and listens
// (pointer and DOM), in one function; what is asked of it becomes an Action. Each returns its
// height in CSS px.

#include "ui/ui.h"
#include "ui/widgets/controls.h"

namespace rt {

// The accessible value of a field as it is shown: "1.0 mm", "Average", "Monk 5", "Not chosen".
std::string value_text(const Ui &, Field);
std::string value_text(const Ui &, Field, double value); // in the coding of FieldKind

float segmented(Ui &, Field, const Place &,
                bool with_label);          // choice: one of a few, as joined buttons
float slider(Ui &, Field, const Place &);  // range, or a choice with an order
float stepper(Ui &, Field, const Place &); // small whole numbers: − value +
float toggle(Ui &, Field, const Place &, const ChoiceEffect *); // with the hours it changes, if any
float swatches(Ui &, const Place &);                            // the ten Monk tones
float moment(Ui &, Field, const Place &);                       // date and hour

// − or + of a field with a range, in `hit`.
void field_step(Ui &, Field, std::uint32_t field_id, bool more, double min, double max,
                const Rect &hit);
// Values and steps of the DOM control of a range.
void handle_events(Ui &, Field, std::uint32_t id);

} // namespace rt
