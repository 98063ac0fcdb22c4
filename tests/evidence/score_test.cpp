// The rules by which a prediction agrees with a row, and the scores of the shipped parameters.

#include "evidence/fixture.h"

#include "tools/fit/people_times.h"
#include "tools/fit/posterior.h"
#include "tools/fit/predict.h"

#include <cmath>

using namespace rt;
using namespace rt::fit;

namespace {

bool scores(Reported ask, double value) { return agrees(ask, Prediction{.value = value}); }

const std::vector<Scored> &shipped() {
  static const Evidence evidence = project_evidence();
  static const std::vector<Scored> scored =
      score_rows(evidence, values_of(project_model()), kPeopleToReport);
  return scored;
}

} // namespace

TEST_CASE("a time agrees inside its range or within a factor 1.5") {
  const Reported ask{.kind = Kind::time, .value = 36, .low = 30, .high = 72};
  CHECK(scores(ask, 72));
  CHECK(scores(ask, 24.1)); // 36 / 1.5, below the range
  CHECK_FALSE(scores(ask, 23.9));
  CHECK_FALSE(scores(ask, 72.1));
}

TEST_CASE("a bound has to hold for 80 in 100 people, a lower one for 50") {
  const Reported upper{.kind = Kind::time_bound, .bound = Bound::upper, .high = 10};
  CHECK(agrees(upper, {.below_high = 0.8}));
  CHECK_FALSE(agrees(upper, {.below_high = 0.79}));
  const Reported lower{.kind = Kind::time_bound, .bound = Bound::lower, .low = 48};
  CHECK(agrees(lower, {.below_low = 0.5}));
  CHECK_FALSE(agrees(lower, {.below_low = 0.51}));
  const Reported both{.kind = Kind::time_bound, .bound = Bound::both, .low = 24, .high = 168};
  CHECK(agrees(both, {.below_low = 0.2, .below_high = 0.9}));
  CHECK_FALSE(agrees(both, {.below_low = 0.7, .below_high = 0.9}));
}

TEST_CASE("an incidence agrees inside its interval, and never above an up-to figure") {
  const Reported interval{.kind = Kind::incidence, .value = 0.14, .low = 0.05, .high = 0.3};
  CHECK(scores(interval, 0.05));
  CHECK_FALSE(scores(interval, 0.31));
  const Reported up_to{.kind = Kind::incidence, .value = 0.16, .high = 0.16};
  CHECK(scores(up_to, 0.0));
  CHECK_FALSE(scores(up_to, 0.17));
}

TEST_CASE("a level or contrast agrees inside its interval, without one within 30 %") {
  const Reported interval{.kind = Kind::contrast, .value = -0.32, .low = -0.44, .high = -0.2};
  CHECK(scores(interval, -0.21));
  CHECK_FALSE(scores(interval, -0.19));
  const Reported bare{.kind = Kind::level, .value = 0.4};
  CHECK(scores(bare, 0.29));
  CHECK_FALSE(scores(bare, 0.53));
  const Reported at_least{.kind = Kind::level, .value = 0.5, .low = 0.5};
  CHECK(scores(at_least, 0.9));
  CHECK_FALSE(scores(at_least, 0.34));
}

TEST_CASE("a direction agrees by its sign, and none means less than 10 %") {
  Reported ask{.kind = Kind::direction, .test = Test::change, .value = -1};
  CHECK(scores(ask, -0.05));
  CHECK_FALSE(scores(ask, 0.05));
  CHECK_FALSE(scores(ask, 0.0));
  ask.value = 0;
  CHECK(scores(ask, 0.09));
  CHECK_FALSE(scores(ask, -0.11));
}

TEST_CASE("the founding document agrees, is weaker or is contradicted") {
  const Reported ask{.kind = Kind::time, .value = 36, .low = 24, .high = 48};
  CHECK(judge(ask, {.value = 50, .p10 = 40, .p90 = 60}) == Verdict::agrees);
  CHECK(judge(ask, {.value = 70, .p10 = 50, .p90 = 90}) == Verdict::weaker);
  CHECK(judge(ask, {.value = 90, .p10 = 60, .p90 = 99}) == Verdict::contradicts);
  CHECK(judge({.kind = Kind::advice, .value = 24}, {.value = 24}) == Verdict::weaker);
  CHECK(judge({.kind = Kind::advice, .value = 24}, {.value = 12}) == Verdict::contradicts);
}

TEST_CASE("shares are weighted, and the founding document stays out of them") {
  const auto row = [](const char *id, char quality) {
    Row one;
    one.id = id;
    one.measure = "redness";
    one.quality = quality;
    return one;
  };
  const Row strong = row("RED-01", 'A'), moderate = row("RED-02", 'B'),
            founding = row("SEED-01", 'A');
  const Question question;
  const std::vector<Scored> scored{{&strong, &question, {}, {}, true},
                                   {&moderate, &question, {}, {}, false},
                                   {&founding, &question, {}, {}, false}};
  const Tally all = total(scored, "AB");
  CHECK(all.rows == 2);
  CHECK(all.share() == doctest::Approx(1.0 / 1.7));
  CHECK(total(scored, "B").share() == 0);
}

TEST_CASE("quantiles and shares of a sample undo each other") {
  const std::vector<double> sample{1, 2, 4, 8, 16};
  for (const double level : {0.2, 0.37, 0.5, 0.81})
    CHECK(share_below(sample, quantile(sample, level)) == doctest::Approx(level));
  CHECK(share_below(sample, 0.5) == 0);
  CHECK(share_below(sample, 20) == 1);
}

TEST_CASE("the search finds the mode of a problem whose answer is known") {
  // Two rows of one study and one of another see x = 1 through noise; prior 0 +- 1.
  const std::vector<Unknown> unknowns{{.prior_mean = 0, .prior_sd = 1}};
  const std::vector<Observation> rows{
      {.study = 0, .effect_scale = 10}, {.study = 0, .effect_scale = 10}, {.study = 1}};
  const Residuals residuals = [](const std::vector<double> &x, std::vector<double> &raw) {
    raw = {(x[0] - 1) / 0.1, (x[0] - 1) / 0.1, (x[0] - 0.8) / 0.1};
  };
  const Posterior mode = find_mode(unknowns, rows, 2, 0.6, residuals, {0}, {.max_rounds = 60});
  CHECK(mode.cost < mode.start_cost);
  // The row without a study effect counts most; the study of the other two takes their difference.
  CHECK(mode.x[0] == doctest::Approx(0.8).epsilon(0.03));
  CHECK(mode.effect[0] == doctest::Approx(mode.x[0] - 1).epsilon(0.1));
  CHECK(mode.sd[0] < 0.2);
}

TEST_CASE("at least 80 % of the weight of the A and B rows agrees with the shipped parameters") {
  std::printf("%s", score_text(shipped()).c_str());
  CHECK(total(shipped(), "AB").share() >= 0.80);
}

TEST_CASE("the report holds the predictions of the shipped parameters") {
  const std::string report = evidence_file("report.md");
  for (const std::string &line : row_lines(shipped()))
    CHECK_MESSAGE(report.find(line) != std::string::npos, line, " (npm run fit writes it anew)");
}

TEST_CASE("fitted values have three digits and stay inside their ranges") {
  for (const Ranged &ranged : project_model()) {
    CAPTURE(ranged.spec->name);
    CHECK(ranged.value >= ranged.min);
    CHECK(ranged.value <= ranged.max);
    if (ranged.fitted)
      CHECK(ranged.value == round_digits(ranged.value, kDigits));
    else
      CHECK(ranged.value == ranged.start);
  }
}

TEST_CASE("writing values changes the values and nothing else") {
  const std::string text = file_text(std::string(RT_CONTENT_DIR) + "/model.json");
  std::vector<Ranged> model = project_model();
  CHECK(with_values(text, model).value() == text);
  model.front().value = 0.9125;
  const std::string changed = with_values(text, model).value();
  CHECK(read_model(changed, evidence_file("priors.json")).value().front().value == 0.9125);
  model.front().value = project_model().front().value;
  CHECK(read_model(with_values(changed, model).value(), evidence_file("priors.json"))
            .value()
            .front()
            .value == model.front().value);
}

TEST_CASE("an average pen treatment and a shallow roller last as long as expected") {
  const Parameters parameters = values_of(project_model());
  const Population people = draw_population(parameters, kPeopleToReport, kPeopleSeed);
  Question pen;
  pen.quantity = "redness_seen_h";
  pen.factors.depth_mm = 1.5;
  const Reported ask{.kind = Kind::time, .value = 48};
  const double typical = predict(parameters, pen, ask, people).value;
  CHECK(typical > 24);
  CHECK(typical < 72);
  Question shallow = pen;
  shallow.factors.device = Device::roller;
  shallow.factors.depth_mm = 0.25;
  CHECK(predict(parameters, shallow, ask, people).value < 24);
}
