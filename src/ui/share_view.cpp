#include "ui/controls.h"
#include "ui/share.h"

#include "content/json_writer.h"
#include "state_link.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {

namespace {

struct ShareButton {
  const char *key;
  Word name;
  Request request;
};
constexpr std::array<ShareButton, 3> kButtons{{{"calendar", Word::take_calendar, Request::calendar},
                                               {"print", Word::take_print, Request::print},
                                               {"link", Word::take_link, Request::copy_link}}};

constexpr float kGap = 8;

} // namespace

float take_away(Ui &ui, const Place &p) {
  Group group(ui, "share", Role::group, ui.word(Word::take_along));
  const TextStyle style{14, Weight::regular, 0};
  const float h = std::round(44 * std::max(1.0f, ui.pen.text_scale()));
  const bool rtl = ui.pen.right_to_left();
  float x = 0, y = p.y;
  for (const ShareButton &b : kButtons) {
    const float w = std::min(p.w, ui.pen.width(ui.word(b.name), style) + 32);
    if (x > 0 && x + w > p.w) {
      x = 0;
      y += h + kGap;
    }
    const Rect rect{rtl ? p.x + p.w - x - w : p.x + x, y, w, h};
    if (button(ui, b.key, ui.word(b.name), rect, ButtonLook::pill)) {
      const bool no_day = b.request == Request::calendar && std::isnan(ui.state.treated_at_min) &&
                          std::isnan(ui.state.event_on_min);
      ui.memory.notice.reset();
      if (no_day)
        ui.memory.notice = Word::take_no_day;
      else
        ui.memory.request = b.request;
    }
    x += w + kGap;
  }
  y += h;
  const std::string said = ui.memory.notice ? ui.word(*ui.memory.notice) : "";
  if (ui.memory.notice)
    y += 8 + text_block(ui, "notice", said, {p.x, y + 8, p.w},
                        {14, Weight::semibold, ui.theme.text, 1.4f});
  // Always there, so that a change of its text is announced.
  SemanticNode &status = describe(ui, node_id("said", ui.parent), Role::status, {}, "");
  status.flags = kHidden | kLive;
  status.value_text = said;
  group.set_rect({p.x, p.y, p.w, y - p.y});
  return y - p.y;
}

Word notice_of(Request request, bool done) {
  switch (request) {
  case Request::calendar: return Word::take_calendar_made;
  case Request::print: return Word::take_print_made;
  default: return done ? Word::take_link_copied : Word::take_link_shown;
  }
}

std::string request_json(const Ui &ui, Request request) {
  if (request == Request::calendar) return calendar_json(ui);
  if (request == Request::print) return sheet_json(ui);
  if (request == Request::none) return "null";
  json::Writer w;
  w.begin('{');
  w.key("link");
  w.string(link_of(ui.state, ui.content));
  w.key("label");
  w.string(ui.word(Word::take_link_label));
  w.key("close");
  w.string(ui.word(Word::take_link_close));
  w.end('}');
  return w.take();
}

} // namespace rt
