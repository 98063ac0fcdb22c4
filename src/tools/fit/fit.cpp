#include "tools/fit/fit.h"

#include "tools/fit/likelihood.h"
#include "tools/fit/predict.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace rt::fit {
namespace {

// Ranges hold eight in ten of what is thought possible beforehand, and are never left.
constexpr double kRangeInDeviations = 2 * 1.2816;
constexpr double kDifference = 0.04; // of the logarithm: well above the grain of the people

std::vector<Unknown> unknowns_of(const std::vector<Ranged> &model,
                                 const std::vector<std::size_t> &fitted) {
  std::vector<Unknown> unknowns;
  for (const std::size_t index : fitted) {
    const Ranged &ranged = model[index];
    const double low = std::log(ranged.min), high = std::log(ranged.max);
    unknowns.push_back({.prior_mean = std::log(ranged.start),
                        .prior_sd = (high - low) / kRangeInDeviations,
                        .min = low,
                        .max = high});
  }
  return unknowns;
}

// Terms of all rows with their questions, and the residuals of a set of parameters.
class Problem {
public:
  Problem(const Evidence &evidence, const std::vector<Ranged> &model)
      : evidence_(evidence), base_(starts_of(model)) {
    std::map<std::string, std::size_t> studies;
    for (std::size_t i = 0; i < evidence.rows.size(); ++i) {
      const Row &row = evidence.rows[i];
      asks_.push_back(asked(row, evidence.questions[i]));
      const std::size_t ask = asks_.size() - 1;
      for (const Term &term : terms_of(i, row, evidence.questions[i], asks_[ask])) {
        terms_.push_back(term);
        term_asks_.push_back(ask);
        const std::string measure = row.measure == "sessions" ? "result" : row.measure;
        const std::size_t study =
            studies.emplace(row.study + "/" + measure, studies.size()).first->second;
        observations_.push_back(
            {.weight = term.weight, .study = study, .effect_scale = term.effect_scale});
      }
    }
    studies_ = studies.size();
    for (std::size_t i = 0; i < model.size(); ++i)
      if (model[i].fitted) fitted.push_back(i);
  }

  std::vector<std::size_t> fitted;

  const std::vector<Observation> &observations() const { return observations_; }
  const Row &row_of(std::size_t observation) const {
    return evidence_.rows[terms_[observation].row];
  }
  std::size_t studies() const { return studies_; }

  Parameters at(const std::vector<double> &x) const {
    Parameters parameters = base_;
    for (std::size_t j = 0; j < fitted.size(); ++j)
      parameters.*parameter_specs()[fitted[j]].value = std::exp(x[j]);
    return parameters;
  }

  std::vector<double> logarithms(const std::vector<Ranged> &model) const {
    std::vector<double> x;
    for (const std::size_t index : fitted) x.push_back(std::log(model[index].value));
    return x;
  }

  void residuals(const std::vector<double> &x, std::vector<double> &raw) const {
    const Parameters parameters = at(x);
    const Population people = draw_population(parameters, kPeopleToFit, kPeopleSeed);
    raw.assign(terms_.size(), 0.0);
    Prediction prediction;
    for (std::size_t i = 0; i < terms_.size(); ++i) {
      const std::size_t row = terms_[i].row;
      if (i == 0 || terms_[i - 1].row != row) // the two terms of a row stand side by side
        prediction = predict(parameters, evidence_.questions[row], asks_[term_asks_[i]], people);
      raw[i] = residual(terms_[i], evidence_.rows[row], evidence_.questions[row],
                        asks_[term_asks_[i]], prediction);
    }
  }

private:
  const Evidence &evidence_;
  Parameters base_;
  std::vector<Term> terms_;
  std::vector<Reported> asks_;
  std::vector<std::size_t> term_asks_;
  std::vector<Observation> observations_;
  std::size_t studies_ = 0;
};

// The residuals of a problem, taken as linear around a point.
class Linear {
public:
  Linear(const Problem &problem, const std::vector<double> &centre) : centre_(centre) {
    problem.residuals(centre, at_centre_);
    std::vector<double> up, down;
    for (std::size_t j = 0; j < centre.size(); ++j) {
      std::vector<double> moved = centre;
      moved[j] = centre[j] + kDifference;
      problem.residuals(moved, up);
      moved[j] = centre[j] - kDifference;
      problem.residuals(moved, down);
      slope_.emplace_back(up.size());
      for (std::size_t i = 0; i < up.size(); ++i)
        slope_[j][i] = (up[i] - down[i]) / (2 * kDifference);
    }
  }

  void residuals(const std::vector<double> &x, std::vector<double> &raw) const {
    raw = at_centre_;
    for (std::size_t j = 0; j < x.size(); ++j)
      for (std::size_t i = 0; i < raw.size(); ++i) raw[i] += (x[j] - centre_[j]) * slope_[j][i];
  }

private:
  std::vector<double> centre_, at_centre_;
  std::vector<std::vector<double>> slope_; // [unknown][term]
};

FitResult search(const Problem &problem, const std::vector<Unknown> &unknowns,
                 const std::vector<Ranged> &model, const std::vector<double> &start,
                 int max_rounds) {
  const Posterior mode = find_mode(
      unknowns, problem.observations(), problem.studies(), starts_of(model).omega_study,
      [&](const std::vector<double> &x, std::vector<double> &raw) { problem.residuals(x, raw); },
      start, {.max_rounds = max_rounds, .difference = kDifference});
  FitResult result{.model = model,
                   .fitted = {},
                   .cost_before = mode.start_cost,
                   .cost_after = mode.cost,
                   .rounds = mode.rounds};
  for (Ranged &ranged : result.model) ranged.value = ranged.start;
  for (std::size_t j = 0; j < unknowns.size(); ++j) {
    const std::size_t index = problem.fitted[j];
    Ranged &ranged = result.model[index];
    // What the rows do not move keeps the spelling of its start.
    const double moved = std::abs(mode.x[j] - unknowns[j].prior_mean) / unknowns[j].prior_sd;
    if (moved > 0.02)
      ranged.value = std::clamp(round_digits(std::exp(mode.x[j]), kDigits), ranged.min, ranged.max);
    result.fitted.push_back({.index = index,
                             .start = ranged.start,
                             .value = ranged.value,
                             .narrowed = mode.sd[j] / unknowns[j].prior_sd});
  }
  return result;
}

Prediction published(const Evidence &evidence, const Question &question) {
  Prediction is;
  const Row *const row = find_row(evidence.rows, question.published);
  is.value = is.p10 = is.p90 = row && row->value ? *row->value : 0.0;
  return is;
}

} // namespace

Result<Evidence> read_evidence_and_questions(std::string_view rows, std::string_view questions) {
  Result<std::vector<Row>> read = read_evidence(rows);
  if (!read) return Error{"evidence.json: " + read.error().where, read.error().what};
  Evidence evidence{std::move(read).take(), {}};
  Result<std::vector<Question>> asked_of = read_questions(questions, evidence.rows);
  if (!asked_of) return Error{"questions.json: " + asked_of.error().where, asked_of.error().what};
  evidence.questions = std::move(asked_of).take();
  for (const Question &question : evidence.questions) {
    const bool is_published = question.quantity == "published";
    if (question.quantity != "none" && !is_published && !knows_quantity(question.quantity))
      return Error{"questions.json: " + question.row, "asks for an unknown quantity"};
    if (is_published && !find_row(evidence.rows, question.published))
      return Error{"questions.json: " + question.row, "names a row that is not there"};
  }
  return evidence;
}

FitResult fit_model(const Evidence &evidence, const std::vector<Ranged> &model, int max_rounds) {
  const Problem problem(evidence, model);
  const std::vector<Unknown> unknowns = unknowns_of(model, problem.fitted);
  std::vector<double> start;
  for (const Unknown &unknown : unknowns) start.push_back(unknown.prior_mean);
  return search(problem, unknowns, model, start, max_rounds);
}

FitResult describe_fit(const Evidence &evidence, const std::vector<Ranged> &model) {
  const Problem problem(evidence, model);
  const std::vector<Unknown> unknowns = unknowns_of(model, problem.fitted);
  FitResult result = search(problem, unknowns, model, problem.logarithms(model), 0);
  result.model = model;
  return result;
}

std::vector<std::vector<Ranged>> fits_without(const Evidence &evidence,
                                              const std::vector<Ranged> &model,
                                              const std::vector<std::string> &studies) {
  const Problem problem(evidence, model);
  const std::vector<Unknown> unknowns = unknowns_of(model, problem.fitted);
  const std::vector<double> centre = problem.logarithms(model);
  const Linear linear(problem, centre);
  std::vector<std::vector<Ranged>> models;
  for (const std::string &study : studies) {
    std::vector<Observation> observations = problem.observations();
    for (std::size_t i = 0; i < observations.size(); ++i)
      if (problem.row_of(i).study == study) observations[i].weight = 0;
    const Posterior mode = find_mode(
        unknowns, observations, problem.studies(), starts_of(model).omega_study,
        [&](const std::vector<double> &x, std::vector<double> &raw) { linear.residuals(x, raw); },
        centre, {.max_rounds = 30, .difference = kDifference});
    models.push_back(model);
    for (std::size_t j = 0; j < unknowns.size(); ++j)
      models.back()[problem.fitted[j]].value = std::exp(mode.x[j]);
  }
  return models;
}

std::vector<Scored> score_rows(const Evidence &evidence, const Parameters &parameters,
                               std::size_t people) {
  const Population crowd = draw_population(parameters, people, kPeopleSeed);
  std::vector<Scored> scored;
  for (std::size_t i = 0; i < evidence.rows.size(); ++i) {
    const Question &question = evidence.questions[i];
    if (question.quantity == "none") continue;
    const Reported ask = asked(evidence.rows[i], question);
    const Prediction is = question.quantity == "published"
                              ? published(evidence, question)
                              : predict(parameters, question, ask, crowd);
    scored.push_back({&evidence.rows[i], &question, ask, is, agrees(ask, is)});
  }
  return scored;
}

} // namespace rt::fit
