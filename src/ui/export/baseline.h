#pragma once
// The short result as plain HTML: for pages without script, for browsers that cannot run the widget, and
// for the first second of those that can.

#include "content/content.h"
#include "ui/draw/host.h"

#include <string>

namespace rt {

// One <section class="rt-short">, of the state before anybody touched anything: for how long people look
// red, when to call, each treatment, "Can I …?", what people see, the intended use. Well-formed, so that
// XML readers take it too; its style sheet is web/short.css.
std::string baseline_html(const Content &, Host &);

} // namespace rt
