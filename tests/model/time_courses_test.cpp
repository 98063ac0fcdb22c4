// The closed forms against a step-by-step solution of the same equations.

#include "model/time_courses.h"
#include "oracle.h"
#include "support/random.h"

#include "result.h"

#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <string>

namespace {

using namespace rt;
using namespace rt::test;

constexpr double kTolerance = 1e-6;
constexpr int kGoldenCases = 5000;
const std::string kGoldenFile = RT_TEST_DIR "/golden/time_courses.txt";

double furthest(const OracleSigns &a, const OracleSigns &b) {
  const auto x = as_array(a), y = as_array(b);
  double most = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) most = std::max(most, std::abs(x[i] - y[i]));
  return most;
}

// One golden case: a course and an hour, the same for the same number.
struct Case {
  PersonCourse course;
  double hour;
};
Case golden_case(int number) {
  Random random(0x60'1d'00'00u + static_cast<std::uint64_t>(number));
  Case one{random_course(random), 0.0};
  one.hour = std::exp(random.between(std::log(0.05), std::log(336.0)));
  return one;
}

struct GainCase {
  Scenario scenario;
  PersonCourse course;
  double weeks;
};
GainCase gain_case(int number) {
  Random random(0x9a'14'00'00u + static_cast<std::uint64_t>(number));
  GainCase one{};
  one.course = random_course(random);
  one.scenario.sessions = random.whole(1, 6);
  one.scenario.weeks_between = random.whole(2, 12);
  one.scenario.gain_fast_share = random.between(0.1, 0.7);
  one.scenario.gain_loss_per_week =
      random.whole(0, 7) == 0 ? one.course.gain_per_week : random.between(0.003, 0.02);
  one.weeks = random.between(0.0, 60.0);
  return one;
}

} // namespace

TEST_CASE("every sign's closed form is what its differential equations give step by step") {
  double worst = 0.0;
  for (int number = 0; number < 500; ++number) {
    const Case one = golden_case(kGoldenCases + number); // beyond those of the golden file
    worst = std::max(
        worst, furthest(closed_form_at(one.course, one.hour), oracle_at(one.course, one.hour)));
  }
  CHECK(worst < kTolerance);
}

TEST_CASE("the gain of a course of sessions is what its differential equations give") {
  double worst = 0.0;
  for (int number = 0; number < 500; ++number) {
    const GainCase one = gain_case(number);
    worst = std::max(worst, std::abs(gain_at(one.scenario, one.course, one.weeks) -
                                     oracle_gain_at(one.scenario, one.course, one.weeks)));
  }
  CHECK(worst < kTolerance);
}

TEST_CASE("the closed forms give the 5,000 golden cases of the step-by-step solution") {
  std::ifstream file(kGoldenFile);
  REQUIRE(file.good());
  int cases = 0;
  double worst = 0.0;
  for (; cases < kGoldenCases; ++cases) {
    std::array<double, kOracleValues> golden{};
    for (double &value : golden) file >> value;
    REQUIRE(file.good());
    const Case one = golden_case(cases);
    const auto ours = as_array(closed_form_at(one.course, one.hour));
    for (std::size_t i = 0; i < golden.size(); ++i)
      worst = std::max(worst, std::abs(ours[i] - golden[i]));
  }
  CHECK(cases == kGoldenCases);
  CHECK(worst < kTolerance);
}

// Not a check: rewrites the golden file from the step-by-step solution. Run by name:
//   build/dev/rt_tests_model --no-skip --test-case="the golden cases are written anew"
TEST_CASE("the golden cases are written anew" * doctest::skip()) {
  std::ofstream file(kGoldenFile);
  file.precision(8);
  file << std::fixed;
  for (int number = 0; number < kGoldenCases; ++number) {
    const Case one = golden_case(number);
    const char *space = "";
    for (const double value : as_array(oracle_at(one.course, one.hour))) {
      file << space << value;
      space = " ";
    }
    file << '\n';
  }
  CHECK(file.good());
}

TEST_CASE("curves start where they must and are gone in the end") {
  Random random(7);
  for (int i = 0; i < 200; ++i) {
    const PersonCourse c = random_course(random);
    CHECK(redness_at(c, 0.0) == doctest::Approx(c.redness_strength * c.redness.early));
    CHECK(marks_at(c, 0.0) == doctest::Approx(c.marks_dry_late ? 0.0 : c.marks));
    CHECK(bruising_at(c, 0.0) == doctest::Approx(c.ecchymosis));
    CHECK(tightness_at(c, 0.0) == doctest::Approx(c.hot_tightness / (1.0 + c.hot_tightness)));
    CHECK(flaking_at(c, 0.0) == 0.0);
    CHECK(barrier_at(c, 0.0) == doctest::Approx(c.barrier_amount));
    for (const double value : as_array(closed_form_at(c, 20000.0))) CHECK(std::abs(value) < 1e-12);
  }
}

TEST_CASE(
    "a rise and fall peaks where and as high as it says, also where both rates are the same") {
  for (const double a : {0.01, 0.4, 3.0})
    for (const double ratio : {0.1, 0.999, 1.0, 1.0 + 1e-9, 4.0}) {
      const double b = a * ratio, peak = rise_and_fall_peak_h(a, b);
      CHECK(rise_and_fall_height(a, b) == doctest::Approx(rise_and_fall(a, b, peak)));
      CHECK(rise_and_fall(a, b, peak * 0.99) < rise_and_fall(a, b, peak));
      CHECK(rise_and_fall(a, b, peak * 1.01) < rise_and_fall(a, b, peak));
    }
}
