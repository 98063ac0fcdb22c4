// Clinics of all kinds: wider than one clinic, and as wide as clinics drawn one by one.

#include "model/clinics.h"
#include "model/fast/quantiles.h"
#include "model/fast/times.h"
#include "model/model_json.h"
#include "model/numeric/portable_math.h"
#include "model/projection.h"
#include "model/scenario.h"
#include "support/random.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace {

using namespace rt;
using namespace rt::test;

const Population &people() {
  static const Population all = draw_population(parameters(), 1024);
  return all;
}

Projection shown(const Parameters &p, const Factors &f) {
  Projection projection;
  project(p, f, people(), TimeAxis{}, projection);
  return projection;
}

// Normal quantiles at the middles of equal parts: clinics drawn evenly.
std::vector<double> even_normals(int n) {
  std::vector<double> all;
  for (int i = 0; i < n; ++i) all.push_back(normal_quantile((i + 0.5) / n));
  return all;
}

// Of a sign that everybody has, in one course: else the tenth person has none, or another part of it.
bool holds(const Quantiles &wide, const Quantiles &narrow) {
  constexpr float kNearly = 1.02f; // both are counted in so many people
  return wide[kP10] <= narrow[kP10] * kNearly && wide[kP90] * kNearly >= narrow[kP90];
}

} // namespace

TEST_CASE("the clinics in the middle lie around the typical one and within 16 of 20 clinics") {
  Parameters p = parameters();
  for (const double share : {0.0, 0.02, 0.3, 0.65, 0.9, 1.0}) {
    const ShareRange middle = share_at_middle_clinics(p, share);
    const EightInTen most = share_anywhere(p, share);
    CHECK(most.p10 <= middle.p25);
    CHECK(static_cast<double>(middle.p25) <= share + 0.001);
    CHECK(static_cast<double>(middle.p75) >= share - 0.001);
    CHECK(middle.p75 <= most.p90);
  }
  // Of clinics drawn evenly every other one.
  const double share = 0.65;
  const ShareRange middle = share_at_middle_clinics(p, share);
  int within = 0;
  for (const double z : even_normals(1000)) {
    const double at = logistic(logit(share) + z * p.omega_clinic_share);
    within += at >= static_cast<double>(middle.p25) && at <= static_cast<double>(middle.p75);
  }
  CHECK(std::abs(within - 500) <= 1);
}

TEST_CASE("the range of clinics of all kinds holds that of one clinic") {
  Random random(11);
  for (int i = 0; i < 40; ++i) {
    const Projection p = shown(parameters(), random_factors(random));
    const SignBand &red = p.sign[static_cast<std::size_t>(Sign::redness)];
    if (red.incidence == 1.0)
      CHECK(holds(red.hours_until_not_visible_anywhere, red.hours_until_not_visible));
    for (const SignBand &sign : p.sign) {
      CHECK(holds(sign.peak_hour_anywhere, sign.peak_hour));
      CHECK(static_cast<double>(sign.incidence_anywhere.p10) <= sign.incidence + 1e-3);
      CHECK(static_cast<double>(sign.incidence_anywhere.p90) >= sign.incidence - 1e-3);
      for (std::size_t t = 0; t < sign.at.size(); ++t) {
        const float share = sign.share_visible[t];
        CHECK(sign.share_visible_anywhere[t].p10 <= share + 1e-3f);
        CHECK(sign.share_visible_anywhere[t].p90 >= share - 1e-3f);
        CHECK(sign.at_anywhere[t].p10 <= sign.at_anywhere[t].p90);
      }
    }
    for (const EventChance &event : p.event) {
      CHECK(static_cast<double>(event.anywhere.p10) <= event.probability + 1e-3);
      CHECK(static_cast<double>(event.anywhere.p90) >= event.probability - 1e-3);
      CHECK(event.begin_h.p10 <= event.begin_h.p50);
      CHECK(event.begin_h.p50 <= event.end_h.p50);
      CHECK(event.end_h.p50 <= event.end_h.p90);
    }
  }
}

TEST_CASE("where clinics do not differ, the range of all of them is that of one") {
  Parameters same = parameters();
  same.omega_clinic = same.omega_clinic_share = 0.0;
  const Population alike = draw_population(same, 1024);
  Projection p;
  project(same, Factors{}, alike, TimeAxis{}, p);
  for (const SignBand &sign : p.sign) {
    CHECK(sign.hours_until_not_visible_anywhere == sign.hours_until_not_visible);
    for (std::size_t t = 0; t < sign.at.size(); ++t) {
      CHECK(sign.share_visible_anywhere[t].p90 ==
            doctest::Approx(sign.share_visible[t]).epsilon(0.001));
      CHECK(sign.at_anywhere[t].p10 == doctest::Approx(sign.at[t][kP10]).scale(1).epsilon(0.02));
      CHECK(sign.at_anywhere[t].p90 == doctest::Approx(sign.at[t][kP90]).scale(1).epsilon(0.02));
    }
  }
}

TEST_CASE("the pale band is that of people who each stand in a clinic of their own") {
  Random random(12);
  std::vector<float> severity(people().lanes()), all;
  for (int i = 0; i < 12; ++i) {
    const Factors f = random_factors(random);
    const Scenario s = scenario_of(parameters(), f);
    const Projection p = shown(parameters(), f);
    for (std::size_t sign = 0; sign < kSigns; ++sign)
      for (const std::size_t point : {8u, 24u, 40u, 56u, 72u}) {
        all.clear();
        for (const double z : even_normals(48)) {
          const double pace = std::exp(parameters().omega_clinic * z);
          compute_severity(s, people(), static_cast<Sign>(sign), p.axis.hour(point) / pace,
                           severity);
          all.insert(all.end(), severity.begin(),
                     severity.begin() + static_cast<std::ptrdiff_t>(people().size()));
        }
        const Quantiles exact = exact_quantiles(all);
        const EightInTen &drawn = p.sign[sign].at_anywhere[point];
        CAPTURE(sign);
        CAPTURE(point);
        CHECK(std::abs(drawn.p10 - exact[kP10]) < 0.03f);
        CHECK(std::abs(drawn.p90 - exact[kP90]) < 0.03f);
      }
  }
}

TEST_CASE("8 in 10 clinics have a share of people within the range that is told") {
  const Projection p = shown(parameters(), Factors{});
  const SignBand &red = p.sign[static_cast<std::size_t>(Sign::redness)];
  const std::vector<double> z = even_normals(60);
  for (std::size_t point = 24; point < 44; point += 2) {
    int inside = 0, all = 0;
    for (const double pace : z)
      for (const double odds : z) {
        const double hour = p.axis.hour(point) / std::exp(parameters().omega_clinic * pace);
        const double there = share_visible_at(p, Sign::redness, hour);
        const double share = logistic(logit(std::clamp(there, 1e-4, 1 - 1e-4)) +
                                      parameters().omega_clinic_share * odds);
        const EightInTen &told = red.share_visible_anywhere[point];
        inside += share >= static_cast<double>(told.p10) && share <= static_cast<double>(told.p90);
        ++all;
      }
    CAPTURE(p.axis.hour(point));
    CHECK(static_cast<double>(inside) / all == doctest::Approx(0.8).scale(1).epsilon(0.06));
  }
}

TEST_CASE("what is treated acts on the result alone") {
  Factors f;
  const Projection texture = shown(parameters(), f);
  for (int i = 1; i < kConcerns; ++i) {
    f.concern = static_cast<Concern>(i);
    const Projection other = shown(parameters(), f);
    for (std::size_t sign = 0; sign < kSigns; ++sign)
      CHECK(other.sign[sign].at == texture.sign[sign].at);
    const bool studied = f.concern == Concern::fine_lines || f.concern == Concern::stretch_marks;
    CHECK((other.course.share_clear == texture.course.share_clear) == !studied);
  }
}
