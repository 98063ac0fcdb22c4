#include "ui/controls.h"
#include "ui/phrases.h"
#include "ui/ui.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {

namespace {

constexpr float kGap = 16;

// When to call the clinic: one tap away, whatever is shown.
float call_the_clinic(Ui &ui, Place p) {
  const float pad = 14, inner = p.w - 2 * pad;
  const float line_h = std::round(48 * std::max(1.0f, ui.pen.text_scale()));
  const bool open =
      disclosure(ui, "call", ui.word(Word::call_title), {p.x + pad, p.y, inner, line_h});
  float y = p.y + line_h;
  if (open) {
    y += 4;
    const TextStyle head{14, Weight::bold, ui.theme.chip_bad_text};
    const TextStyle body{15, Weight::regular, ui.theme.text, 1.45f};
    constexpr std::array<std::pair<Word, Word>, 3> parts{
        {{Word::call_at_once, Word::call_at_once_signs},
         {Word::call_24h, Word::call_24h_signs},
         {Word::call_days, Word::call_days_signs}}};
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const std::string key = "call" + std::to_string(i);
      y += heading(ui, key, 3, ui.word(parts[i].first), {p.x + pad, y, inner}, head) + 2;
      y += text_block(ui, key + "/signs", ui.word(parts[i].second), {p.x + pad, y, inner}, body) +
           10;
    }
    const TextStyle note{13.5f, Weight::regular, ui.theme.muted, 1.45f};
    y += text_block(ui, "call-note", ui.word(Word::call_note), {p.x + pad, y, inner}, note) + pad;
  }
  ui.pen.card({p.x, p.y, p.w, y - p.y}, ui.theme.surface, ui.theme.border, ui.theme.radius);
  return y - p.y;
}

float footer(Ui &ui, Place p) {
  float y = p.y + call_the_clinic(ui, p) + 14;
  const TextStyle note{13, Weight::regular, ui.theme.muted, 1.5f};
  y += text_block(ui, "intended-use", ui.word(Word::intended_use), {p.x, y, p.w}, note) + 4;
  y += text_block(ui, "version",
                  fill(ui.word(Word::version_line),
                       {{"version", ui.content.version}, {"date", ui.content.reviewed_on}}),
                  {p.x, y, p.w}, note);
  return y - p.y;
}

// On one column the factors stand far below: a pill names them and leads there.
void factors_pill(Ui &ui, Rect r) {
  const bool pressed = button(ui, "to-factors", treatment_summary(ui), r, ButtonLook::pill);
  ui.nodes.back().label = fill(ui.word(Word::change_factors), {{"summary", treatment_summary(ui)}});
  if (pressed) ui.memory.focus_request = node_id("factors");
}

// The same page as plain HTML, and back. In the text version only the node is to be seen.
void text_switch(Ui &ui, Rect r) {
  const Word name = ui.memory.text_version ? Word::drawn_version : Word::text_version;
  if (button(ui, "text-version", ui.word(name), r, ButtonLook::pill))
    ui.memory.text_version = !ui.memory.text_version;
}

float text_switch_width(const Ui &ui) {
  const TextStyle style{14, Weight::regular, 0};
  return std::max(ui.pen.width(ui.word(Word::text_version), style),
                  ui.pen.width(ui.word(Word::drawn_version), style)) +
         30;
}

float pill_height(const Ui &ui) { return std::round(44 * std::max(1.0f, ui.pen.text_scale())); }

// Title and switch on one line; on one column also the way to the factors, on the same line where
// it fits, else below.
float header(Ui &ui, Place p, bool with_pill) {
  const bool rtl = ui.pen.right_to_left();
  const TextStyle style{with_pill ? 22.0f : 26.0f, Weight::bold, ui.theme.text, 1.25f};
  const float pill_h = pill_height(ui), switch_w = text_switch_width(ui),
              line_h = ui.pen.line_height(style);
  const float summary_w = ui.pen.width(treatment_summary(ui), {14, Weight::regular, 0}) + 30;
  const std::string &title = ui.word(with_pill ? Word::title_short : Word::title);
  const float title_w = p.w - switch_w - 12;
  heading(ui, "title", 2, title,
          {rtl ? p.x + p.w - title_w : p.x, p.y + (pill_h - line_h) / 2, title_w}, style);
  auto from_end = [&](float end, float w) { return rtl ? p.x + end : p.x + p.w - end - w; };
  if (!with_pill) {
    text_switch(ui, {from_end(0, switch_w), p.y, switch_w, pill_h});
    return pill_h;
  }
  if (ui.pen.width(title, style) + switch_w + summary_w + 32 <= p.w) {
    factors_pill(ui, {from_end(switch_w + 12, summary_w), p.y, summary_w, pill_h});
    text_switch(ui, {from_end(0, switch_w), p.y, switch_w, pill_h});
    return pill_h;
  }
  text_switch(ui, {from_end(0, switch_w), p.y, switch_w, pill_h});
  const float y = p.y + pill_h + 8, w = std::min(summary_w, p.w);
  factors_pill(ui, {rtl ? p.x + p.w - w : p.x, y, w, pill_h});
  return y + pill_h - p.y;
}

} // namespace

float page_view(Ui &ui, float width) {
  const float pad = width < 360 ? 12.0f : width < kWide ? 16.0f : 22.0f;
  const Place inner{pad, pad, width - 2 * pad};
  if (width >= kWide) {
    const float panel_w = std::clamp(std::round(width * 0.29f), 300.0f, 360.0f);
    const bool rtl = ui.pen.right_to_left();
    const float main_w = inner.w - panel_w - 24;
    const float main_x = rtl ? inner.x : inner.x + panel_w + 24;
    float y = inner.y;
    y += header(ui, {main_x, y, main_w}, false) + 14;
    const Place panel_at{rtl ? inner.x + main_w + 24 : inner.x, inner.y, panel_w};
    const float panel = factors_view(ui, panel_at, false);
    y += recovery_view(ui, {main_x, y, main_w}) + kGap;
    y += aftercare_view(ui, {main_x, y, main_w}) + kGap;
    y += footer(ui, {main_x, y, main_w});
    return std::max(y, inner.y + panel) + pad;
  }
  float y = inner.y;
  y += header(ui, {inner.x, y, inner.w}, true) + kGap;
  y += recovery_view(ui, {inner.x, y, inner.w}) + kGap;
  y += factors_view(ui, {inner.x, y, inner.w}, true) + kGap;
  y += footer(ui, {inner.x, y, inner.w});
  return y + pad;
}

} // namespace rt
