#pragma once
// The controls of the fields, one of each kind. Each draws itself, describes itself (SemanticNode)
// and listens (pointer and DOM), in one function; what is asked of it becomes an Action.

#include "ui/layout.h"

namespace rt {

void choice(Flow &, Field, bool with_label);                // one of a few, as joined buttons
void slider(Flow &, Field);                                 // range, or a choice with an order
void stepper(Flow &, Field);                                // small whole numbers: − value +
void toggle(Flow &, Field, const ChoiceEffect * = nullptr); // with the hours it changes, if any
Color swatch_color(int tone);                               // of Monk tone 1 .. 10
void swatches(Flow &);                                      // the ten Monk tones
void moment(Flow &, Field);                                 // date and hour

// − or + of a field with a range, in `hit`.
void field_step(Ui &, Field, std::uint32_t field_id, bool more, double min, double max,
                const Rect &hit);
// Values and steps of the DOM control of a range.
void handle_events(Ui &, Field, std::uint32_t id);

} // namespace rt
