#pragma once
// The controls. Each draws itself, describes itself (SemanticNode) and listens (pointer and DOM),
// in one function; what is asked of it becomes an Action. Each returns the height it took, in CSS
// px.

#include "ui/ui.h"

namespace rt {

// The accessible value of a field as it is shown: "1.0 mm", "Average", "Monk 5", "not chosen".
std::string value_text(const Ui &, Field);

float segmented(Ui &, Field, Place, bool with_label);   // choice: one of a few, as joined buttons
float slider(Ui &, Field, Place);                       // range, or a choice with an order
float stepper(Ui &, Field, Place);                      // small whole numbers: − value +
float toggle(Ui &, Field, Place, const ChoiceEffect *); // with the hours it changes, if any
float swatches(Ui &, Place);                            // the ten Monk tones
float moment(Ui &, Place);                              // date and hour of the treatment

enum class ButtonLook { primary, plain, pill };
// A push button; `pressed` tells whether it was just pressed.
void button(Ui &, std::string_view key, std::string_view text, Rect, ButtonLook, bool &pressed);
// A line that opens and closes; returns whether it is open.
bool disclosure(Ui &, std::string_view key, std::string_view title, Rect);

// Texts that are nodes.
float heading(Ui &, std::string_view key, int level, std::string_view text, Place,
              const TextStyle &);
float text_block(Ui &, std::string_view key, std::string_view markup, Place, const TextStyle &,
                 Align = Align::start);

// --- for controls with a shape of their own (the day scrubber) ---

struct Press {
  bool hovered = false, held = false, pressed = false;
};
Press pressable(Ui &, std::uint32_t id, Rect);

// A handle that follows the pointer between x0 and x1. Sets `fraction` (0..1) and returns true when
// the pointer puts it somewhere.
bool draggable(Ui &, std::uint32_t id, Rect hit, float x0, float x1, float &fraction);

void focus_ring(Ui &, std::uint32_t id, Rect, float radius);

} // namespace rt
