#include "ui/export/share.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/rows.h"

#include "content/json/json_writer.h"
#include "state/link.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {

namespace {

constexpr std::array<Request, 3> kRequests{Request::calendar, Request::print, Request::copy_link};

} // namespace

float take_away(Ui &ui, const Place &p) {
  Group group(ui, "share", Role::group, ui.word(Word::take_along));
  const Pressed pressed = pills(
      ui, p,
      {{"calendar", Word::take_calendar}, {"print", Word::take_print}, {"link", Word::take_link}});
  if (pressed.index >= 0) {
    const Request request = kRequests[static_cast<std::size_t>(pressed.index)];
    const bool no_day =
        request == Request::calendar && !ui.state.treated_at_min && !ui.state.event_on_min;
    ui.memory.notice.reset();
    if (no_day)
      ui.memory.notice = Word::take_no_day;
    else
      ui.memory.request = request;
  }
  float y = p.y + pressed.height;
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
