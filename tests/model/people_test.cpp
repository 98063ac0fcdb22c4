// The virtual people: their spread, their likeness within a person, and the numbers under them.

#include "model/model_json.h"
#include "model/numeric/portable_math.h"
#include "model/numeric/sobol.h"
#include "model/people.h"
#include "model/projection.h"

#include <doctest/doctest.h>

#include <cmath>

namespace {

using namespace rt;
using namespace rt::test;

struct Moments {
  double mean, sd;
};
Moments of_logarithms(const Population &people, Trait trait) {
  double sum = 0.0, squares = 0.0;
  const auto n = static_cast<double>(people.size());
  for (std::size_t i = 0; i < people.size(); ++i) {
    const double x = std::log(static_cast<double>(people.column(trait)[i]));
    sum += x;
    squares += x * x;
  }
  return {sum / n, std::sqrt(squares / n - sum / n * sum / n)};
}

double correlation(const Population &people, Trait a, Trait b) {
  const Moments x = of_logarithms(people, a), y = of_logarithms(people, b);
  double sum = 0.0;
  for (std::size_t i = 0; i < people.size(); ++i)
    sum += (std::log(static_cast<double>(people.column(a)[i])) - x.mean) *
           (std::log(static_cast<double>(people.column(b)[i])) - y.mean);
  return sum / static_cast<double>(people.size()) / x.sd / y.sd;
}

} // namespace

TEST_CASE("people differ as widely as the parameters say, and one person's rates go together") {
  const Parameters &p = parameters();
  const Population people = draw_population(p, 4096, 1);
  CHECK(of_logarithms(people, Trait::redness_rate).mean == doctest::Approx(0.0).epsilon(0.005));
  CHECK(of_logarithms(people, Trait::redness_rate).sd ==
        doctest::Approx(p.omega_time).epsilon(0.02));
  CHECK(of_logarithms(people, Trait::barrier_fast_rate).sd ==
        doctest::Approx(p.omega_rate).epsilon(0.02));
  CHECK(of_logarithms(people, Trait::redness_odds).sd ==
        doctest::Approx(p.omega_amplitude).epsilon(0.02));
  CHECK(of_logarithms(people, Trait::gain_odds).sd == doctest::Approx(p.omega_gain).epsilon(0.02));
  const double rho = p.within_person_correlation;
  CHECK(correlation(people, Trait::redness_rate, Trait::swelling_rate) ==
        doctest::Approx(rho).epsilon(0.05));
  CHECK(correlation(people, Trait::flaking_rate, Trait::bruise_rate) ==
        doctest::Approx(rho).epsilon(0.05));
  CHECK(correlation(people, Trait::redness_odds, Trait::tightness_odds) ==
        doctest::Approx(rho).epsilon(0.05));
  CHECK(std::abs(correlation(people, Trait::redness_rate, Trait::redness_odds)) < 0.03);
}

TEST_CASE("any number of people may be drawn; the first ones of a larger draw are the same") {
  const Population few = draw_population(parameters(), 501, 9),
                   many = draw_population(parameters(), 2000, 9);
  CHECK(few.size() == 501);
  CHECK(few.lanes() % Population::kLanes == 0);
  bool same = true;
  for (std::size_t i = 0; i < few.size(); ++i)
    for (std::size_t t = 0; t < kTraits; ++t) {
      const auto trait = static_cast<Trait>(t);
      same = same && few.column(trait)[i] == many.column(trait)[i];
    }
  CHECK(same);
  CHECK(few.column(Trait::redness_rate)[501] == few.column(Trait::redness_rate)[500]); // padding
  const Population other = draw_population(parameters(), 501, 10);
  CHECK(other.column(Trait::redness_rate)[0] != few.column(Trait::redness_rate)[0]);
}

TEST_CASE("the sequence fills every dimension evenly and no two dimensions move together") {
  constexpr std::uint32_t kPoints = 2048;
  double worst = 0.0;
  for (int a = 0; a < kSobolDimensions; ++a) {
    std::array<int, 256> cells{};
    for (std::uint32_t i = 0; i < kPoints; ++i) {
      const double u = sobol(i, a, 1);
      REQUIRE((u > 0.0 && u < 1.0));
      ++cells[static_cast<std::size_t>(u * 256.0)];
    }
    for (const int cell : cells) CHECK(cell == kPoints / 256);
    for (int b = 0; b < a; ++b) {
      double sum = 0.0;
      for (std::uint32_t i = 0; i < kPoints; ++i)
        sum += (sobol(i, a, 1) - 0.5) * (sobol(i, b, 1) - 0.5);
      worst = std::max(worst, std::abs(sum * 12.0 / kPoints));
    }
  }
  CHECK(worst < 0.015);
}

TEST_CASE("own elementary functions agree with the library's") {
  double exp_error = 0.0, log_error = 0.0, pow_error = 0.0, normal_error = 0.0;
  for (int i = -4000; i <= 4000; ++i) {
    const double x = static_cast<double>(i) * 0.01;
    exp_error = std::max(exp_error, std::abs(portable_exp(x) / std::exp(x) - 1.0));
    const double y = std::exp(x);
    log_error = std::max(log_error, std::abs(portable_log(y) - x) / std::max(1.0, std::abs(x)));
    pow_error =
        std::max(pow_error, std::abs(portable_pow(1.7, x / 4.0) / std::pow(1.7, x / 4.0) - 1.0));
  }
  for (int i = 1; i < 10000; ++i) {
    const double p = static_cast<double>(i) / 10000.0;
    const double back = 0.5 * std::erfc(-normal_quantile(p) / std::sqrt(2.0));
    normal_error = std::max(normal_error, std::abs(back - p));
  }
  double cos_error = 0.0, erf_error = 0.0;
  for (int i = -10000; i <= 10000; ++i) {
    const double x = static_cast<double>(i) * 0.01, narrow = x * 0.07;
    cos_error = std::max(cos_error, std::abs(portable_cos(x) - std::cos(x)));
    if (i != 0)
      erf_error = std::max(erf_error, std::abs(portable_erf(narrow) / std::erf(narrow) - 1.0));
  }
  CHECK(cos_error < 2e-14);
  CHECK(erf_error < 1e-14);
  CHECK(portable_erf(0.0) == 0.0);
  CHECK(exp_error < 1e-15);
  CHECK(log_error < 1e-15);
  CHECK(pow_error < 1e-14);
  CHECK(normal_error < 1e-8);
  CHECK(portable_exp(-1000.0) == 0.0);
  CHECK(std::isfinite(portable_exp(1000.0)));
  for (const double x : {-30.0, -0.5, -1e-9, 0.0, 1e-12, 0.2, 0.34, 50.0}) {
    const double expected = x == 0.0 ? 1.0 : -std::expm1(-x) / x;
    CHECK(one_minus_exp_over(x) == doctest::Approx(expected).epsilon(1e-13));
  }
  for (const double x : {-0.9, -0.011, -0.009, 0.0, 1e-12, 0.0099, 0.0101, 40.0}) {
    const double expected = x == 0.0 ? 1.0 : std::log1p(x) / x;
    CHECK(log_one_plus_over(x) == doctest::Approx(expected).epsilon(1e-13));
  }
  CHECK(logistic(logit(0.03)) == doctest::Approx(0.03).epsilon(1e-14));
}
