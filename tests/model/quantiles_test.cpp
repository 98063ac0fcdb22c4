// Quantiles and counts of people against plain sorting.

#include "model/distribution.h"
#include "model/fast/quantiles.h"
#include "model/fast/times.h"
#include "model/model_json.h"
#include "model/people.h"
#include "model/projection.h"
#include "model/scenario.h"
#include "support/random.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

namespace {

using namespace rt;
using namespace rt::test;

Quantiles by_sorting(std::vector<float> values) {
  std::sort(values.begin(), values.end());
  Quantiles quantiles{};
  for (std::size_t l = 0; l < kLevelCount; ++l) {
    const double place = std::ceil(kLevels[l] * static_cast<double>(values.size()));
    quantiles[l] = values[static_cast<std::size_t>(std::max(place, 1.0)) - 1];
  }
  return quantiles;
}

} // namespace

TEST_CASE("quantiles are those of a full sort, also with many equal values, few values or one") {
  Random random(11);
  for (const std::size_t n : {1u, 2u, 3u, 7u, 500u, 2001u, 10000u})
    for (int kind = 0; kind < 4; ++kind) {
      std::vector<float> values(n);
      for (float &x : values) {
        x = static_cast<float>(random.between(0.0, 100.0));
        if (kind == 1 && random.whole(0, 9) > 1) x = 0.0f; // most have nothing
        if (kind == 2) x = 3.0f;                           // all the same
        if (kind == 3) x = std::exp(x / 5.0f);             // a long tail
      }
      CHECK(exact_quantiles(values) == by_sorting(values));
      CHECK(Distribution(values).quantiles() == by_sorting(values));
    }
}

TEST_CASE(
    "the bands lie within 5e-3 of those of a full sort at every time, within 2e-3 in the first "
    "eight hours; of a few hundred people within 15e-3") {
  Random random(12);
  Projection projection;
  double worst = 0.0, worst_of_few = 0.0, worst_early = 0.0, worst_share = 0.0;
  for (const std::size_t n : {500u, 501u, 4096u, 8000u, 10000u, 20000u}) {
    const Population people = draw_population(parameters(), n, 3);
    std::vector<float> values(people.lanes());
    for (std::size_t setting = 0; setting < 4; ++setting) {
      const Factors f = random_factors(random);
      const Scenario s = scenario_of(parameters(), f);
      project(parameters(), f, people, TimeAxis{}, projection);
      for (std::size_t sign = 0; sign < kSigns; ++sign)
        for (std::size_t point = setting; point < projection.axis.points; point += 5) {
          const SignBand &band = projection.sign[sign];
          compute_severity(s, people, static_cast<Sign>(sign), projection.axis.hour(point), values);
          const std::vector<float> sample(values.begin(),
                                          values.begin() + static_cast<std::ptrdiff_t>(n));
          const Quantiles sorted = by_sorting(sample);
          double &furthest = projection.axis.hour(point) < 8.0 ? worst_early
                             : n < kPopulationSize             ? worst_of_few
                                                               : worst;
          for (std::size_t l = 0; l < kLevelCount; ++l)
            furthest =
                std::max(furthest, static_cast<double>(std::abs(band.at[point][l] - sorted[l])));
          const auto seen = std::count_if(sample.begin(), sample.end(), [&](float x) {
            return static_cast<double>(x) > band.visible_above;
          });
          worst_share =
              std::max(worst_share, std::abs(static_cast<double>(band.share_visible[point]) -
                                             static_cast<double>(seen) / static_cast<double>(n)));
        }
    }
  }
  CHECK(worst < 5e-3);
  CHECK(worst_early < 2e-3);
  CHECK(worst_of_few < 15e-3);
  CHECK(worst_share < 0.02);
  MESSAGE("furthest quantile ", worst, ", early ", worst_early, ", of few ", worst_of_few,
          ", furthest share ", worst_share);
}

TEST_CASE("shares, values and counts of people answer each other exactly") {
  Random random(13);
  std::vector<float> values(2000);
  for (float &x : values) x = static_cast<float>(random.between(0.0, 200.0));
  const Distribution hours{values};
  for (const double share : {0.05, 0.5, 0.8, 0.9, 0.95, 1.0}) {
    const double value = hours.value_at(share);
    CHECK(hours.share_by(value) >= share);
    CHECK(hours.share_by(std::nextafter(value, 0.0)) < share);
  }
  CHECK(hours.share_by(-1.0) == 0.0);
  CHECK(hours.share_by(201.0) == 1.0);
  CHECK(hours.count_by(hours.value_at(0.8)) == 16);
  CHECK(hours.count_by(1e9) == 20);
  const std::vector<float> dots = hours.dots();
  CHECK(dots.size() == 20);
  CHECK(std::is_sorted(dots.begin(), dots.end()));
  CHECK(static_cast<double>(dots[9]) <= hours.value_at(0.5));
  CHECK(static_cast<double>(dots[10]) >= hours.value_at(0.5));
  CHECK(Distribution().share_by(5.0) == 0.0);
}
