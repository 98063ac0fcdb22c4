#include "tools/baseline/baseline.h"

#include "tools/baseline/plain_host.h"
#include "ui/export/baseline.h"

namespace rt::tool {

Result<std::string> baseline(const ContentText &text, std::vector<Diagnostic> &found) {
  Result<Content> content = read_content(text, found);
  if (!content) return content.error();
  PlainHost host(content.value().language);
  return baseline_html(content.value(), host);
}

} // namespace rt::tool
