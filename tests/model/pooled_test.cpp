// Several treatments together: the people of all of them, in equal parts.

#include "model/fast/quantiles.h"
#include "model/fast/times.h"
#include "model/model_json.h"
#include "model/people.h"
#include "model/projection.h"
#include "model/scenario.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace rt::test {

namespace {

std::vector<Factors> several() {
  std::vector<Factors> all(4);
  all[0].depth_mm = 0.5;
  all[1].depth_mm = 1.0;
  all[2].depth_mm = 2.0;
  all[2].passes = 4;
  all[3].device = Device::rf;
  all[3].depth_mm = 2.5;
  return all;
}

// The same by counting every person of every treatment.
Quantiles counted(const Parameters &p, const std::vector<Factors> &all, const Population &people,
                  bool looks_normal) {
  std::vector<float> hours;
  for (const Factors &one : all) {
    PersonTimes times;
    compute_times(scenario_of(p, one), people, times);
    const std::vector<float> &mine =
        looks_normal ? times.looks_normal_h
                     : times.until_not_visible_h[static_cast<std::size_t>(Sign::redness)];
    hours.insert(hours.end(), mine.begin(),
                 mine.begin() + static_cast<std::ptrdiff_t>(people.size()));
  }
  return exact_quantiles(hours);
}

} // namespace

TEST_CASE("of several treatments times are those of all their people, within a twentieth") {
  const Parameters &p = parameters();
  const Population people = draw_population(p);
  const std::vector<Factors> all = several();
  Projection pooled;
  project_pooled(p, all, people, TimeAxis{}, pooled);
  for (const Milestone m : {Milestone::not_visibly_red, Milestone::looks_normal}) {
    const Quantiles exact = counted(p, all, people, m == Milestone::looks_normal);
    const Quantiles &mixed = pooled.milestone[static_cast<std::size_t>(m)].hours;
    for (std::size_t level = kP10; level <= kP90; ++level) {
      CAPTURE(level);
      CHECK(mixed[level] == doctest::Approx(exact[level]).epsilon(0.05));
    }
  }
  const Quantiles red = hours_red(p, all, people), exact = counted(p, all, people, false);
  for (std::size_t level = 0; level < kLevelCount; ++level)
    CHECK(red[level] == doctest::Approx(exact[level]).epsilon(1e-3));
}

TEST_CASE("one treatment alone, or the same one several times, is that treatment") {
  const Parameters &p = parameters();
  const Population people = draw_population(p);
  const Factors one;
  Projection alone, pooled;
  project(p, one, people, TimeAxis{}, alone);
  project_pooled(p, std::vector<Factors>(3), people, TimeAxis{}, pooled);
  for (std::size_t s = 0; s < kSigns; ++s) {
    CAPTURE(s);
    CHECK(pooled.sign[s].incidence == doctest::Approx(alone.sign[s].incidence));
    for (std::size_t i = 0; i < alone.axis.points; i += 5)
      for (std::size_t level = 0; level < kLevelCount; ++level)
        CHECK(std::abs(pooled.sign[s].at[i][level] - alone.sign[s].at[i][level]) < 2e-3f);
  }
  CHECK(pooled.event[0].probability == doctest::Approx(alone.event[0].probability));
}

TEST_CASE("the range of several treatments reaches over the ranges of each") {
  const Parameters &p = parameters();
  const Population people = draw_population(p);
  const std::vector<Factors> all = several();
  Projection pooled, least, most;
  project_pooled(p, all, people, TimeAxis{}, pooled);
  project(p, all.front(), people, TimeAxis{}, least);
  project(p, all[2], people, TimeAxis{}, most);
  const auto red = [](const Projection &of) {
    return of.milestone[static_cast<std::size_t>(Milestone::not_visibly_red)].hours;
  };
  CHECK(red(pooled)[kP10] > red(least)[kP10]);
  CHECK(red(pooled)[kP10] < red(most)[kP10]);
  CHECK(red(pooled)[kP90] > red(least)[kP90]);
  CHECK(red(pooled)[kP90] < red(most)[kP90] * 1.001f);
  const auto ratio = [&](const Projection &of) { return red(of)[kP90] / red(of)[kP10]; };
  CHECK(ratio(pooled) > ratio(most));
}

} // namespace rt::test
