#include "ui/export/export.h"

#include "content/json/json_writer.h"
#include "state/link.h"

namespace rt {

Word notice_of(Request request, bool done) {
  switch (request) {
  case Request::calendar: return Word::take_calendar_made;
  case Request::print: return Word::take_print_made;
  default: return done ? Word::take_link_copied : Word::take_link_shown;
  }
}

std::string request_json(const Ui &ui, Request request) {
  if (request == Request::calendar) return calendar_json(ui);
  if (request == Request::print) return handout_json(ui);
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
