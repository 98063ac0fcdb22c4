#pragma once
// The short result of documents, for the command `recovery baseline` and for the build.

#include "content/content.h"

#include <string>
#include <string_view>
#include <vector>

namespace rt::tool {

// HTML (ui/export/baseline.h) of model.json, a language's words and the clinic's document, which may be
// empty. What is wrong in the clinic's document is left out and told in `found`.
Result<std::string> baseline(const ContentText &, std::vector<Diagnostic> &found);

} // namespace rt::tool
