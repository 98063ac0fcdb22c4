// What the widget cites is what the evidence says.

#include "evidence/fixture.h"

#include "content/content.h"

#include <algorithm>
#include <set>

using namespace rt;
using namespace rt::fit;

TEST_CASE("every row that the content cites is in the evidence, with the source given there") {
  std::vector<Diagnostic> diagnostics;
  const std::string folder = std::string(RT_CONTENT_DIR) + "/";
  const Result<Content> content = read_content(
      {file_text(folder + "model.json"), file_text(folder + "en.json"), {}}, diagnostics);
  REQUIRE(content.ok());
  const Evidence evidence = project_evidence();
  std::set<std::string> cited;
  for (const Study &study : content.value().studies)
    for (const std::string &id : study.rows) {
      INFO(id);
      CHECK(cited.insert(id).second);
      const auto row = std::find_if(evidence.rows.begin(), evidence.rows.end(),
                                    [&](const Row &r) { return r.id == id; });
      REQUIRE(row != evidence.rows.end());
      CHECK(row->source == study.citation);
    }
  CHECK(cited.size() > 80);

  std::set<std::string> used;
  for (const SourcedParameter &p : content.value().sourced_parameters)
    used.insert(p.sources.begin(), p.sources.end());
  for (const Advice &advice : content.value().advice)
    used.insert(advice.sources.begin(), advice.sources.end());
  for (const std::string &id : cited) {
    INFO(id << " is named by a number");
    CHECK(used.count(id) == 1);
  }
}
