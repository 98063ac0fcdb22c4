// recovery-fit: fits the parameters of model.json to the published rows. See README of the project.

#include "tools/fit/predict.h"
#include "tools/fit/report.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>

namespace {

using namespace rt;
using namespace rt::fit;

constexpr const char *kUsage =
    "usage: recovery-fit <folder of the project> [--report | --cross-validate]\n"
    "  fits the parameters, writes their values into web/content/model.json and the comparison\n"
    "  into tests/evidence/report.md\n"
    "  --report          writes the report only, for the values that stand in model.json\n"
    "  --cross-validate  scores each study by a fit without it, writes cross-validation.md\n";

constexpr int kRounds = 25;

std::string slurp(const std::string &path) {
  const std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

bool spill(const std::string &path, const std::string &text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (!file) std::fprintf(stderr, "%s: cannot be written\n", path.c_str());
  return static_cast<bool>(file);
}

int refuse(const Error &error) {
  std::fprintf(stderr, "%s %s\n", error.where.c_str(), error.what.c_str());
  return 1;
}

struct Paths {
  std::string model, folder;
};

// Scores the rows of every study by a fit that never saw it.
HeldOut cross_validate(const Evidence &evidence, const std::vector<Ranged> &model) {
  const std::vector<Scored> with_all = score_rows(evidence, values_of(model), kPeopleToReport);
  std::vector<std::string> studies;
  for (const Scored &item : with_all)
    if (is_scored(*item.question) && !item.row->founding() &&
        std::find(studies.begin(), studies.end(), item.row->study) == studies.end())
      studies.push_back(item.row->study);
  const std::vector<std::vector<Ranged>> models = fits_without(evidence, model, studies);
  HeldOut held;
  for (std::size_t s = 0; s < studies.size(); ++s) {
    const std::vector<Scored> scored = score_rows(evidence, values_of(models[s]), kPeopleToReport);
    for (std::size_t i = 0; i < scored.size(); ++i)
      if (scored[i].row->study == studies[s] && is_scored(*scored[i].question)) {
        held.scored.push_back(scored[i]);
        held.with_all.push_back(with_all[i].agrees);
      }
  }
  return held;
}

int run(const Paths &paths, const std::string &mode) {
  const std::string model_text = slurp(paths.model);
  const Result<Evidence> evidence = read_evidence_and_questions(
      slurp(paths.folder + "evidence.json"), slurp(paths.folder + "questions.json"));
  if (!evidence) return refuse(evidence.error());
  const Result<std::vector<Ranged>> model =
      read_model(model_text, slurp(paths.folder + "priors.json"));
  if (!model) return refuse(model.error());

  if (mode == "--cross-validate") {
    const HeldOut held = cross_validate(evidence.value(), model.value());
    std::printf("each study held out:\n%s", score_text(held.scored).c_str());
    return spill(paths.folder + "cross-validation.md", cross_validation_text(held)) ? 0 : 1;
  }
  const bool search = mode.empty();
  const FitResult fit = search ? fit_model(evidence.value(), model.value(), kRounds)
                               : describe_fit(evidence.value(), model.value());
  if (search)
    std::printf("minus log posterior %.2f -> %.2f in %d rounds\n", fit.cost_before, fit.cost_after,
                fit.rounds);
  const std::vector<Scored> scored =
      score_rows(evidence.value(), values_of(fit.model), kPeopleToReport);
  std::printf("%s", score_text(scored).c_str());
  if (search) {
    // The file may have been edited during the search: only the values are ours.
    const Result<std::string> written = with_values(slurp(paths.model), fit.model);
    if (!written) return refuse(written.error());
    if (!spill(paths.model, written.value())) return 1;
  }
  return spill(paths.folder + "report.md", report_text(evidence.value(), scored, fit)) ? 0 : 1;
}

} // namespace

int main(int count, char **words) {
  const std::string mode = count > 2 ? words[2] : "";
  const bool known = mode.empty() || mode == "--report" || mode == "--cross-validate";
  if (count < 2 || count > 3 || !known) {
    std::fprintf(stderr, "%s", kUsage);
    return 1;
  }
  const std::string root = words[1];
  return run({root + "/web/content/model.json", root + "/tests/evidence/"}, mode);
}
