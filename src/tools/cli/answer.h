#pragma once
// One line in, one line out: factors as JSON, everything that the model knows about them as JSON.

#include "content/content.h"
#include "model/people.h"
#include "model/projection.h"

#include <string>
#include <string_view>
#include <vector>

namespace rt::tool {

// The answer to one line of factors (the keys of element.state; what is absent takes its default),
// as one line of JSON without a line break. help.cpp documents every field.
std::string answer(const Content &, const Population &, const TimeAxis &, std::string_view factors,
                   std::vector<Error> &refused);

// {"line": n, "errors": [{"path": "/depth_mm", "reason": …}]}; the path of a line that is no JSON
// is its place in the text.
std::string path_of(const Error &);
std::string error_line(std::size_t line, const std::vector<Error> &errors);

} // namespace rt::tool
