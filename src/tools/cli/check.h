#pragma once
// A clinic's own content, checked as the widget reads it.

#include "content/content.h"

#include <string>
#include <string_view>

namespace rt::tool {

// One document in, one line of JSON out: what is wrong in it, or an empty list. check.cpp documents it.
std::string check_answer(const Content &, std::string_view document);
extern const char kCheckHelp[];

} // namespace rt::tool
