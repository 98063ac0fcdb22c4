#include "tools/cli/check.h"

#include "content/json/json_writer.h"

#include <vector>

namespace rt::tool {

const char kCheckHelp[] =
    R"(  recovery check < clinics.jsonl > findings.jsonl

Reads one clinic's own content a line (src/content/README.md) and writes one line each:
{"findings": [{"level": "error", "where": "clinic content: /advice/ice/say", "what": "..."}]}, with an
empty list where nothing is wrong. An error is left out by the widget, a warning is told only. To
check a file of several lines: tr '\\n' ' ' < clinic.json | recovery check
)";

std::string check_answer(const Content &shipped, std::string_view document) {
  Content content = shipped;
  std::vector<Diagnostic> found;
  add_clinic(document, content, found);
  json::Writer w;
  w.begin('{');
  w.key("findings");
  w.begin('[');
  for (const Diagnostic &one : found) {
    w.begin('{');
    w.key("level");
    w.string(one.warning ? "warning" : "error");
    w.key("where");
    w.string(one.error.where);
    w.key("what");
    w.string(one.error.what);
    w.end('}');
  }
  w.end(']');
  w.end('}');
  return w.take();
}

} // namespace rt::tool
