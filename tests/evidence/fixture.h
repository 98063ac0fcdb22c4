#pragma once
// The evidence files of the project and what is read from them, for the tests of this folder.

#include "tools/fit/fit.h"
#include "tools/fit/report.h"

#include <doctest/doctest.h>
#include <fstream>
#include <sstream>
#include <string>

namespace rt::fit {

inline std::string file_text(const std::string &path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE_MESSAGE(file.good(), path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

inline std::string evidence_file(const std::string &name) {
  return file_text(std::string(RT_TEST_DIR) + "/evidence/" + name);
}

inline Evidence project_evidence() {
  Result<Evidence> evidence =
      read_evidence_and_questions(evidence_file("evidence.json"), evidence_file("questions.json"));
  REQUIRE_MESSAGE(evidence.ok(), evidence.error().where, ": ", evidence.error().what);
  return std::move(evidence).take();
}

inline std::vector<Ranged> project_model() {
  Result<std::vector<Ranged>> model = read_model(
      file_text(std::string(RT_CONTENT_DIR) + "/model.json"), evidence_file("priors.json"));
  REQUIRE_MESSAGE(model.ok(), model.error().where, ": ", model.error().what);
  return std::move(model).take();
}

} // namespace rt::fit
