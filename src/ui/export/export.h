#pragma once
// What the visitor takes along: entries for a calendar, one page on paper, a link. Buttons ask
// (UiMemory::request), the page does it, and what came of it comes back as a notice.

#include "ui/ui.h"

#include <string>

namespace rt {

// What the page needs in order to do it, as JSON, in the words of the visitor's language:
// calendar   {"file": name, "entries": [{"id": key, "summary", "description", "start", "end",
//            "all_day"}]}, times in local civil minutes since 1970-01-01T00:00; all_day: from start
//            up to, not including, end, both at 0:00; else end is null. Empty without a day of
//            treatment or event.
// print      {"language", "right_to_left", "title", "blocks": [{"kind", "text", "items"}]}, where
//            kind is heading, text, small or list (with items), or rows (items in pairs)
// copy_link  {"link": "rt1:…", "label", "close"}: label and name of the closing button of the field
//            that shows the link where the page may not copy
//            calendar and print have "instead", as copy_link: to be shown where the page's frame does
//            not allow them
// none       null
std::string request_json(const Ui &, Request);

// The parts of it that make their own file.
std::string calendar_json(const Ui &);
std::string handout_json(const Ui &);

// What to say once it is done (or could not be).
Word notice_of(Request, bool done);

} // namespace rt
