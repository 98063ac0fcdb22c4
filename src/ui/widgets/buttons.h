#pragma once
// What is pressed. Each draws itself, describes itself (SemanticNode) and listens, in one function.

#include "ui/layout.h"
#include "ui/widgets/pointer.h"

#include <initializer_list>
#include <utility>

namespace rt {

// A push button with round ends; returns whether it was just pressed.
bool button(Ui &, std::string_view key, const std::string &text, const Rect &);
// As wide as a button with this text wants to be, CSS px.
float button_width(const Ui &, const std::string &text);
// Push buttons beside each other, and below where they do not fit: key and name of each. Returns
// the index of the one that was just pressed, or -1.
int buttons(Flow &, std::initializer_list<std::pair<const char *, Word>>);

// A push button over the whole width; returns whether it was just pressed.
bool wide_button(Flow &, std::string_view key, const std::string &text);

// A round "−" or "+" in the middle of `hit`; returns whether it was just pressed.
bool step_button(Ui &, std::uint32_t id, bool more, bool possible, const std::string &label,
                 const Rect &hit);

// The pill of a switch.
void switch_pill(Ui &, const Rect &, bool on);

// A text that is pressed like a link of the page: underlined, no ground. At the start or the end of
// `rect`, which is at least as wide as text_link_width() wants.
bool text_link(Ui &, std::string_view key, const Rect &rect, const std::string &text, Align);
// The same at the start of `rect`, drawn only: the page follows it.
void draw_link(Ui &, std::uint32_t id, const Rect &rect, const std::string &text);
// The same, opening and closing what comes below it, the words `told`, which are announced when it
// opens; returns whether it is open.
bool link_fold(Ui &, std::string_view key, const Rect &rect, const std::string &text,
               const std::string &told);
float text_link_width(const Ui &, const std::string &text);
// A line with a name, its present value below it and a chevron, that opens and closes; hairline
// below. Returns whether it is open.
bool value_fold(Flow &, std::string_view key, const std::string &name, const std::string &value);
// The same line with a +: something to press.
bool value_button(Flow &, std::string_view key, const std::string &name, const std::string &value);
// Points down, or up where `open`; its middle.
void chevron(Ui &, Point center, bool open, Color);

// What a press on `rect` opens and closes. Draws the ring of focus only; returns whether it is
// open.
bool fold(Ui &, std::string_view key, const Rect &rect, const std::string &label);
// The round "i" of what explains itself when it is pressed.
void info_mark(Ui &, Point center, Color);

} // namespace rt
