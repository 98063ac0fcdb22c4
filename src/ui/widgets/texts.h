#pragma once
// Texts that are nodes. Each stands at the flow's cursor and moves it on.

#include "ui/layout.h"

namespace rt {

// The four sizes of the interface, in CSS px before the visitor's text scale, with their line heights:
// notes and axes 14/20, running text 16/24, titles 20/28, the answer of a view 32/40.
TextStyle note_style(const Ui &);
TextStyle body_style(const Ui &);
TextStyle muted_style(const Ui &); // as body, of less weight to the eye
TextStyle title_style(const Ui &);
TextStyle answer_style(const Ui &);

// The answer of a view in its largest letters, over as many lines as it needs, below what leads to it;
// both are one heading.
void headline(Flow &, const std::string &lead, const std::string &answer);

// The title of a part of a view, on the page's ground, with the room above it that parts have
// between them and room below it.
void section_title(Flow &, std::string_view key, const std::string &);

// Over as many lines as it needs.
void heading(Flow &, std::string_view key, int level, const std::string &, const TextStyle &);
// For who goes by headings, where none is drawn.
void unseen_heading(Ui &, std::string_view key, int level, const std::string &);

// Running text with **bold**.
void text(Flow &, std::string_view key, const std::string &markup, const TextStyle &,
          Align = Align::start);
// The same for the eye alone: who listens is told elsewhere.
void unspoken(Flow &, const std::string &markup, const TextStyle &, Align = Align::start);

// The words from `first` to `last` below each other, as texts or as a list with dots.
void word_texts(Flow &, Word first, Word last, bool list);

} // namespace rt
