#pragma once
// tests/evidence/report.md: rows against predictions, a section a measure, in Markdown.

#include "tools/fit/fit.h"

#include <string>
#include <vector>

namespace rt::fit {

// One table line a row that has a question, without line breaks, in the order of the rows. The file
// is true to model.json when it holds each of them.
std::vector<std::string> row_lines(const std::vector<Scored> &);

// The shares by measure, as the program and the test print them.
std::string score_text(const std::vector<Scored> &);

std::string report_text(const Evidence &, const std::vector<Scored> &, const FitResult &);

// A row of the cross-validation: scored by parameters that never saw its study.
struct HeldOut {
  std::vector<Scored> scored;
  std::vector<bool> with_all; // the same rows under the full fit
};
std::string cross_validation_text(const HeldOut &);

} // namespace rt::fit
