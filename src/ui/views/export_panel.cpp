#include "ui/export/export.h"
#include "ui/views/views.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/texts.h"

#include <array>

namespace rt {

namespace {

constexpr std::array<Request, 3> kRequests{Request::calendar, Request::print, Request::copy_link};

// Without a day of treatment or event the calendar has nothing to tell: its button asks for one.
void ask_page(Ui &ui, Request request) {
  const bool no_day = !ui.state.treated_at_min && !ui.state.event_on_min;
  ui.memory.notice.reset();
  if (request == Request::calendar && no_day) {
    ui.memory.notice = Word::take_no_day;
    ui.memory.tell(ui.word(Word::take_no_day));
  } else {
    ui.memory.request = request;
  }
}

} // namespace

void export_panel(Flow &flow) {
  Ui &ui = flow.ui;
  Group group(flow, "share", Role::group, ui.word(Word::take_along));
  unseen_heading(ui, "share-title", 3, ui.word(Word::take_along));
  const int pressed = buttons(
      flow,
      {{"calendar", Word::take_calendar}, {"print", Word::take_print}, {"link", Word::take_link}});
  if (pressed >= 0) ask_page(ui, kRequests[static_cast<std::size_t>(pressed)]);
  if (!ui.memory.notice) return;
  flow.advance(8);
  text(flow, "notice", ui.word(*ui.memory.notice), body_style(ui));
}

} // namespace rt
