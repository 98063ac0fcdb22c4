#include "ui/export/export.h"

#include "content/json/json_writer.h"
#include "state/link.h"

namespace rt {

Word notice_of(Request request, bool done) {
  switch (request) {
  case Request::calendar: return done ? Word::take_calendar_made : Word::take_frame;
  case Request::print: return done ? Word::take_print_made : Word::take_frame;
  default: return done ? Word::take_link_copied : Word::take_link_shown;
  }
}

namespace {

std::string link_json(const Ui &ui, Word label) {
  json::Writer w;
  w.begin('{');
  w.key("link");
  w.string(link_of(ui.state, ui.content));
  w.key("label");
  w.string(ui.word(label));
  w.key("close");
  w.string(ui.word(Word::take_link_close));
  w.end('}');
  return w.take();
}

} // namespace

std::string request_json(const Ui &ui, Request request) {
  if (request == Request::none) return "null";
  if (request == Request::copy_link) return link_json(ui, Word::take_link_label);
  std::string json = request == Request::calendar ? calendar_json(ui) : handout_json(ui);
  return json.insert(1, "\"instead\":" + link_json(ui, Word::take_frame) + ",");
}

} // namespace rt
