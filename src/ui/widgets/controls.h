#pragma once
// Buttons and texts. Each draws itself, describes itself (SemanticNode) and listens, in one
// function.

#include "ui/ui.h"
#include "ui/widgets/pointer.h"

namespace rt {

enum class ButtonLook { primary, plain, pill };
// A push button; returns whether it was just pressed.
bool button(Ui &, std::string_view key, const std::string &text, const Rect &, ButtonLook);

// A round "−" or "+" in the middle of `hit`; returns whether it was just pressed.
bool step_button(Ui &, std::uint32_t id, bool more, bool possible, const std::string &label,
                 const Rect &hit);

// Buttons side by side in rows of `columns`, one of which is on; each is a radio below the current
// parent. Returns the one that was just pressed, or null. Radii and colors as of a segmented field.
struct Choosable {
  std::string_view key;
  std::string label;
  bool on = false;
};
const Choosable *choice_bar(Ui &, std::span<const Choosable>, std::size_t columns, const Rect &);

// A line that opens and closes; returns whether it is open. Its rectangle is at least so high.
float disclosure_height(const Ui &, const std::string &title, float width);
bool disclosure(Ui &, std::string_view key, const std::string &title, const Rect &);

// Texts that are nodes. Each returns its height in CSS px.
float heading(Ui &, std::string_view key, int level, const std::string &text, const Place &,
              const TextStyle &);
float text_block(Ui &, std::string_view key, const std::string &markup, const Place &,
                 const TextStyle &, Align = Align::start);

} // namespace rt
