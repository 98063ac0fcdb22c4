#include "ui/widgets/texts.h"

namespace rt {

TextStyle note_style(const Ui &ui) { return {14, Weight::regular, ui.theme.muted, 20.0f / 14}; }
TextStyle body_style(const Ui &ui) { return {16, Weight::regular, ui.theme.text, 1.5f}; }
TextStyle muted_style(const Ui &ui) { return {16, Weight::regular, ui.theme.muted, 1.5f}; }
TextStyle title_style(const Ui &ui) { return {20, Weight::bold, ui.theme.text, 1.4f}; }
TextStyle answer_style(const Ui &ui) { return {32, Weight::bold, ui.theme.text, 1.25f}; }

void headline(Flow &flow, const std::string &lead, const std::string &answer) {
  Ui &ui = flow.ui;
  const Slot at = flow.cursor();
  unspoken(flow, lead, muted_style(ui));
  unspoken(flow, answer, answer_style(ui));
  describe(ui, node_id("answer", ui.parent), Role::heading,
           {at.x, at.y, at.w, flow.cursor().y - at.y}, lead + " " + answer)
      .range.value = 3;
}

void section_title(Flow &flow, std::string_view key, const std::string &title) {
  flow.advance(32);
  heading(flow, key, 3, title, title_style(flow.ui));
  flow.advance(8);
}

void heading(Flow &flow, std::string_view key, int level, const std::string &text,
             const TextStyle &style) {
  Ui &ui = flow.ui;
  const Slot at = flow.cursor();
  const Rect rect = flow.row(ui.pen.paragraph(text, {at.x, at.y, at.w, 0}, style));
  describe(ui, node_id(key, ui.parent), Role::heading, rect, text).range.value = level;
}

void unseen_heading(Ui &ui, std::string_view key, int level, const std::string &text) {
  SemanticNode &node = describe(ui, node_id(key, ui.parent), Role::heading, {}, text);
  node.range.value = level;
  node.flags = kHidden;
}

void text(Flow &flow, std::string_view key, const std::string &markup, const TextStyle &style,
          Align align) {
  Ui &ui = flow.ui;
  const Slot at = flow.cursor();
  unspoken(flow, markup, style, align);
  describe(ui, node_id(key, ui.parent), Role::text, {at.x, at.y, at.w, flow.cursor().y - at.y}, "")
      .value_text = without_marks(markup);
}

void unspoken(Flow &flow, const std::string &markup, const TextStyle &style, Align align) {
  const Slot &at = flow.cursor();
  flow.advance(flow.ui.pen.paragraph(markup, {at.x, at.y, at.w, 0}, style, true, align));
}

void word_texts(Flow &flow, Word first, Word last, bool list) {
  Ui &ui = flow.ui;
  const TextStyle style = body_style(ui);
  const float indent = list ? 16.0f : 0.0f, dot = ui.pen.line_height(style) / 2;
  Group group(flow, "texts", list ? Role::list : Role::group, "");
  for (auto w = static_cast<std::size_t>(first); w <= static_cast<std::size_t>(last); ++w) {
    const std::string &markup = ui.word(static_cast<Word>(w));
    const Slot at = flow.cursor();
    if (list) ui.pen.circle({at.x + 4, at.y + dot}, 2.5f, ui.theme.accent);
    const float h = ui.pen.paragraph(markup, {at.x + indent, at.y, at.w - indent, 0}, style);
    describe(ui, node_id(std::to_string(w), ui.parent), list ? Role::list_item : Role::text,
             flow.row(h), "")
        .value_text = without_marks(markup);
    flow.advance(8);
  }
}

} // namespace rt
