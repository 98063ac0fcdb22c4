#pragma once
// Fits the parameters of model.json to the rows: most probable values under ranges as priors, one
// random effect a study and measure, and residuals with heavy tails.

#include "tools/fit/model_file.h"
#include "tools/fit/posterior.h"
#include "tools/fit/questions.h"
#include "tools/fit/score.h"

#include <string>
#include <vector>

namespace rt::fit {

struct Evidence {
  std::vector<Row> rows;
  std::vector<Question> questions; // one a row
};
Result<Evidence> read_evidence_and_questions(std::string_view rows, std::string_view questions);

struct FittedParameter {
  std::size_t index = 0; // in the order of parameter_specs()
  double start = 0, value = 0;
  double narrowed = 1; // spread after the rows over spread before them; 1 = they say nothing
};

struct FitResult {
  std::vector<Ranged> model; // values rounded as they are to be written
  std::vector<FittedParameter> fitted;
  double cost_before = 0, cost_after = 0;
  int rounds = 0;
};

FitResult fit_model(const Evidence &, const std::vector<Ranged> &model, int max_rounds);

// How far the rows narrow each parameter where `model` stands, without a search.
FitResult describe_fit(const Evidence &, const std::vector<Ranged> &model);

// The models that a fit to all rows but those of one study gives, a study each. The predictions are
// taken as linear around `model`, which must be a fit to all rows.
std::vector<std::vector<Ranged>> fits_without(const Evidence &, const std::vector<Ranged> &model,
                                              const std::vector<std::string> &studies);

// Every row that has a question, answered by these parameters. Pointers into `evidence`.
std::vector<Scored> score_rows(const Evidence &evidence, const Parameters &, std::size_t people);

// Significant digits of fitted values in model.json.
inline constexpr int kDigits = 3;

} // namespace rt::fit
