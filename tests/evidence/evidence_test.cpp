// The rows as data: well-formed, and every one with a question or a reason.

#include "evidence/fixture.h"

#include <algorithm>

using namespace rt;
using namespace rt::fit;

namespace {

const char *const kRow = R"([{
  "id": "RED-08", "study": "Some 2019", "year": 2019, "n": 31, "population": "acne scars",
  "device": "roller", "depth_mm": "1.5", "passes_or_endpoint": "", "site": "face",
  "adjunct": "none", "measure": "redness", "statistic": "time to resolution", "time_h": null,
  "value": 36, "low": 24, "high": 48, "unit": "h", "interval": "range", "kind": "time",
  "quality": "B", "verified": "read", "source": "A journal", "url": "", "note": ""
}])";

std::string with(std::string text, const std::string &from, const std::string &to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

} // namespace

TEST_CASE("the published rows are well-formed") {
  for (const Error &problem : check_evidence(evidence_file("evidence.json")))
    FAIL_CHECK(problem.where, ": ", problem.what);
  CHECK(project_evidence().rows.size() == 205);
}

TEST_CASE("a bad row is refused, with its place") {
  REQUIRE(check_evidence(kRow).empty());
  struct Bad {
    const char *from, *to, *where;
  };
  for (const Bad &bad : {
           Bad{"\"value\": 36", "\"value\": \"36\"", "/0/value"},
           Bad{"\"value\": 36", "\"value\": null", "/0/value"},
           Bad{"\"value\": 36", "\"value\": 60", "/0/value"},
           Bad{"\"low\": 24", "\"low\": 49", "/0/value"},
           Bad{"\"value\": 36, \"low\": 24", "\"value\": -1, \"low\": null", "/0/value"},
           Bad{"\"unit\": \"h\"", "\"unit\": \"days\"", "/0/unit"},
           Bad{"\"unit\": \"h\"", "\"unit\": \"fraction\"", "/0/unit"},
           Bad{"\"kind\": \"time\"", "\"kind\": \"duration\"", "/0/kind"},
           Bad{"\"kind\": \"time\"", "\"kind\": \"direction\"", "/0/value"},
           Bad{"\"kind\": \"time\"", "\"kind\": \"incidence\"", "/0/value"},
           Bad{"\"quality\": \"B\"", "\"quality\": \"E\"", "/0/quality"},
           Bad{"\"verified\": \"read\"", "\"verified\": \"yes\"", "/0/verified"},
           Bad{"RED-08", "SWE-08", "/0/id"},
           Bad{"RED-08", "RED-8", "/0/id"},
           Bad{"\"measure\": \"redness\"", "\"measure\": \"red\"", "/0/measure"},
           Bad{"\"year\": 2019", "\"year\": 201", "/0/year"},
           Bad{"\"n\": 31", "\"n\": 0", "/0/n"},
           Bad{"\"time_h\": null", "\"time_h\": [5, 2]", "/0/time_h"},
           Bad{"\"source\": \"A journal\"", "\"source\": \"\"", "/0/source"},
           Bad{"\"note\": \"\"", "\"note\": \"\", \"where\": \"\"", "/0"},
           Bad{", \"note\": \"\"", "", "/0/note"},
       }) {
    CAPTURE(bad.to);
    const std::vector<Error> problems = check_evidence(with(kRow, bad.from, bad.to));
    REQUIRE(!problems.empty());
    CHECK(problems.front().where == bad.where);
    CHECK_FALSE(read_evidence(with(kRow, bad.from, bad.to)).ok());
  }
  CHECK(!check_evidence("[").empty());
  CHECK(!check_evidence("{}").empty());
}

TEST_CASE("no row stands twice") {
  std::string twice = kRow;
  twice.insert(twice.rfind(']'), "," + twice.substr(1, twice.rfind(']') - 1));
  REQUIRE(check_evidence(twice).size() == 1);
  CHECK(check_evidence(twice).front().where == "/1/id");
}

TEST_CASE("a question that the model cannot answer is refused") {
  const std::vector<Row> rows = read_evidence(kRow).value();
  const std::string good = R"([{"row": "RED-08", "quantity": "redness_seen_h",
    "factors": {"device": "roller", "depth_mm": 1.5}, "why": "A roller."}])";
  REQUIRE(read_questions(good, rows).ok());
  CHECK(read_questions(good, rows).value().front().factors.device == Device::roller);
  CHECK_FALSE(read_questions(with(good, "1.5}", "9}"), rows).ok());
  CHECK_FALSE(read_questions(with(good, "depth_mm", "depth"), rows).ok());
  CHECK_FALSE(read_questions(with(good, "\"roller\"", "\"drill\""), rows).ok());
  CHECK_FALSE(read_questions(with(good, "RED-08", "RED-09"), rows).ok());
  CHECK_FALSE(read_questions(with(good, "\"A roller.\"", "\"\""), rows).ok());
  CHECK_FALSE(read_questions("[]", rows).ok());
  CHECK_FALSE(
      read_evidence_and_questions(kRow, with(good, "redness_seen_h", "redness_heard_h")).ok());
}

TEST_CASE("each row is asked or left out for a reason, and most strong rows are asked") {
  const Evidence evidence = project_evidence();
  double asked_weight = 0, weight_of_all = 0;
  for (std::size_t i = 0; i < evidence.rows.size(); ++i) {
    const Row &row = evidence.rows[i];
    CHECK(!evidence.questions[i].why.empty());
    if (row.founding() || weight(row.quality) < weight('B')) continue;
    weight_of_all += weight(row.quality);
    asked_weight += is_scored(evidence.questions[i]) ? weight(row.quality) : 0;
  }
  CHECK(asked_weight / weight_of_all > 0.75);
}

TEST_CASE("every source that a parameter names is a row, a prior or a convention") {
  const Evidence evidence = project_evidence();
  for (const Ranged &ranged : project_model()) {
    CAPTURE(ranged.spec->name);
    CHECK(!ranged.sources.empty());
    for (const std::string &source : ranged.sources) {
      CAPTURE(source);
      CHECK((source == "prior" || source == "clinic convention" ||
             find_row(evidence.rows, source) != nullptr));
    }
  }
}

TEST_CASE("no parameter claims stronger evidence than the best of its rows") {
  const Evidence evidence = project_evidence();
  for (const Ranged &ranged : project_model()) {
    CAPTURE(ranged.spec->name);
    std::string best = "D"; // priors and conventions
    for (const std::string &source : ranged.sources)
      if (const Row *const row = find_row(evidence.rows, source))
        best = std::min(best, std::string(1, row->quality));
    CHECK(ranged.strength >= best);
  }
}
