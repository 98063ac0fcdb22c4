// Whether the ranges are true: how many fresh, purely random people lie inside them.

#include "model/distribution.h"
#include "model/fast/times.h"
#include "model/model_json.h"
#include "model/plan.h"
#include "model/projection.h"
#include "model/scenario.h"
#include "support/random.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

namespace {

using namespace rt;
using namespace rt::test;

constexpr std::size_t kFresh = 100000;

const Population &fresh_people() {
  static const Population people = [] {
    Random random(2026);
    std::vector<Person> persons;
    for (std::size_t i = 0; i < kFresh; ++i) persons.push_back(random_person(parameters(), random));
    return population_of(persons);
  }();
  return people;
}

double share_within(const std::vector<float> &values, float low, float high) {
  const auto inside = std::count_if(values.begin(), values.begin() + kFresh,
                                    [&](float x) { return x >= low && x <= high; });
  return static_cast<double>(inside) / static_cast<double>(kFresh);
}

struct Coverage {
  double least = 1.0, most = 0.0, sum = 0.0;
  int count = 0;
  void take(double share) {
    least = std::min(least, share);
    most = std::max(most, share);
    sum += share;
    ++count;
  }
  double mean() const { return sum / count; }
};

} // namespace

TEST_CASE("the 80 % bands of 200 settings hold 78 to 82 % of 100,000 fresh people") {
  const Population people = draw_population(parameters(), 2000, 1);
  Random random(5);
  Projection projection;
  std::vector<float> values(fresh_people().lanes());
  Coverage severity, hours;
  for (int setting = 0; setting < 200; ++setting) {
    const Factors f = random_factors(random);
    const Scenario s = scenario_of(parameters(), f);
    project(parameters(), f, people, TimeAxis{}, projection);

    // One sign at one time of the axis. Where the band is but a few bins of the histogram wide, no
    // picture shows it; another time is taken.
    for (int tries = 0; tries < 50; ++tries) {
      const auto sign = static_cast<std::size_t>(random.whole(0, kSigns - 1));
      const auto point = static_cast<std::size_t>(random.whole(4, 80));
      const Quantiles &band = projection.sign[sign].at[point];
      if (band[kP90] - band[kP10] < 0.03f || band[kP10] < 0.004f) continue;
      compute_severity(s, fresh_people(), static_cast<Sign>(sign), projection.axis.hour(point),
                       values);
      severity.take(share_within(values, band[kP10], band[kP90]));
      break;
    }
    // Hours until looking normal: where more than one in ten have nothing to wait for, the lower
    // end is 0 and the band holds more.
    const Quantiles &normal =
        projection.milestone[static_cast<std::size_t>(Milestone::looks_normal)].hours;
    if (normal[kP10] > 0.0f) {
      compute_looks_normal_hours(s, fresh_people(), values);
      hours.take(share_within(values, normal[kP10], normal[kP90]));
    }
  }
  CHECK(severity.count == 200);
  CHECK(severity.least > 0.78);
  CHECK(severity.most < 0.82);
  CHECK(severity.mean() == doctest::Approx(0.8).epsilon(0.005));
  CHECK(hours.count > 150);
  CHECK(hours.least > 0.78);
  CHECK(hours.most < 0.82);
  MESSAGE("severity bands hold ", severity.least, " to ", severity.most, ", mean ", severity.mean(),
          "; looks normal ", hours.least, " to ", hours.most);
}

TEST_CASE("nine in ten fresh people look normal when the plan says that nine in ten do") {
  const Population people = draw_population(parameters(), 2000, 1);
  Random random(6);
  std::vector<float> values(fresh_people().lanes());
  for (int setting = 0; setting < 20; ++setting) {
    const Factors f = random_factors(random);
    const double hours = looks_normal_distribution(parameters(), f, people).value_at(0.9);
    if (hours == 0.0) continue;
    compute_looks_normal_hours(scenario_of(parameters(), f), fresh_people(), values);
    CHECK(share_within(values, 0.0f, static_cast<float>(hours)) ==
          doctest::Approx(0.9).epsilon(0.02));
  }
}
