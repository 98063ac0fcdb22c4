// Backwards from an event, and what makes the difference between two treatments.

#include "model/differences.h"
#include "model/measures.h"
#include "model/model_json.h"
#include "model/people.h"
#include "model/plan.h"
#include "support/random.h"

#include <doctest/doctest.h>

#include <cmath>

namespace {

using namespace rt;
using namespace rt::test;

const Population &people() {
  static const Population all = draw_population(parameters(), 2000, 1);
  return all;
}

Factors pen(double depth_mm) {
  Factors f;
  f.depth_mm = depth_mm;
  return f;
}

} // namespace

TEST_CASE("the latest booking lets the share asked for look normal, and a day later would not") {
  Random random(21);
  int tight = 0;
  for (int setting = 0; setting < 100; ++setting) {
    const Distribution hours =
        looks_normal_distribution(parameters(), random_factors(random), people());
    const double treated_at = random.between(7.0, 20.0), event_at = random.between(7.0, 22.0);
    for (const double share : {0.5, 0.7, 0.9, 0.95}) {
      const Booking booking = latest_booking(hours, share, treated_at, event_at);
      CHECK(booking.share_in_time >= share);
      const double between = booking.days_before * 24.0 + event_at - treated_at;
      CHECK(between >= 0.0);
      CHECK(between >= booking.hours_before);
      if (booking.days_before > 1) {
        CHECK(booking.share_a_day_later < share);
        ++tight;
      }
      CHECK(hours.share_by(booking.hours_before) >= share);
      if (booking.hours_before > 0.0)
        CHECK(hours.share_by(std::nextafter(booking.hours_before, 0.0)) < share);
    }
  }
  CHECK(tight > 100);
}

TEST_CASE("the plan's hours are the quantiles that the projection shows") {
  Projection p;
  project(parameters(), pen(1.5), people(), TimeAxis{}, p);
  for (const Milestone which :
       {Milestone::looks_normal, Milestone::not_visibly_red, Milestone::first_result}) {
    const Distribution hours = milestone_distribution(parameters(), pen(1.5), people(), which);
    CHECK(hours.quantiles() == p.milestone[static_cast<std::size_t>(which)].hours);
  }
  CHECK(milestone_distribution(parameters(), pen(1.5), people(), Milestone::sun).size() == 0);
}

TEST_CASE("the parts of a difference sum to the whole, whatever changed") {
  Random random(22);
  int shapley = 0, orders = 0;
  for (int pair = 0; pair < 40; ++pair) {
    const Factors from = random_factors(random);
    Factors to = pair % 2 == 0 ? random_factors(random) : from;
    if (pair % 2 == 1) {
      to.depth_mm = random.between(0.25, 3.0);
      to.prp = !from.prp;
      to.anti_inflammatory = !from.anti_inflammatory;
    }
    const Difference difference = attribute_difference(parameters(), from, to, people());
    double sum = 0.0;
    for (const DifferencePart &part : difference.parts) sum += part.hours;
    CHECK(sum == doctest::Approx(difference.to_h - difference.from_h).epsilon(1e-9));
    (difference.method == AttributionMethod::shapley ? shapley : orders) += 1;
    if (pair % 2 == 1) CHECK(difference.parts.size() == 3);
  }
  CHECK(shapley >= 20);
  CHECK(orders > 0);
}

TEST_CASE("a difference names what changed, with its sign, and nothing else") {
  const Factors from = pen(1.0);
  Factors to = from;
  CHECK(attribute_difference(parameters(), from, to, people()).parts.empty());
  to.sessions = 6; // acts on the result, not on recovery
  CHECK(attribute_difference(parameters(), from, to, people()).parts.empty());
  to.depth_mm = 2.0;
  to.prp = true;
  const Difference difference = attribute_difference(parameters(), from, to, people());
  REQUIRE(difference.parts.size() == 2);
  CHECK(std::string(factor_key(difference.parts[0].factor)) == "depth_mm");
  CHECK(difference.parts[0].hours > 0.0);
  CHECK(std::string(factor_key(difference.parts[1].factor)) == "prp");
  CHECK(difference.parts[1].hours < 0.0);
  const Difference back = attribute_difference(parameters(), to, from, people());
  CHECK(back.parts[0].hours == doctest::Approx(-difference.parts[0].hours));
}

TEST_CASE("the parts sum to the whole where every factor changed") {
  const Factors from = pen(0.5);
  Factors to = from;
  to.device = Device::rf;
  to.depth_mm = 2.5;
  to.passes = 6;
  to.area = Area::around_eyes;
  to.prp = !from.prp;
  to.tone = 9;
  to.reactivity = Reactivity::very_reactive;
  to.age_band = AgeBand::from_60;
  for (bool Factors::*choice :
       {&Factors::water, &Factors::sun_protection, &Factors::moisturiser, &Factors::serum,
        &Factors::no_makeup_24h, &Factors::gentle_care, &Factors::anti_inflammatory, &Factors::ice,
        &Factors::arnica_bromelain})
    to.*choice = !(from.*choice);
  const Difference difference = attribute_difference(parameters(), from, to, people());
  REQUIRE(difference.parts.size() == kRecoveryFactors);
  CHECK(difference.method == AttributionMethod::both_orders);
  double sum = 0.0;
  for (std::size_t i = 0; i < kRecoveryFactors; ++i) {
    CHECK(difference.parts[i].factor == static_cast<RecoveryFactor>(i));
    sum += difference.parts[i].hours;
  }
  CHECK(sum == doctest::Approx(difference.to_h - difference.from_h).epsilon(1e-9));
}

TEST_CASE("pairs count the same people with either treatment") {
  const Factors gentle = pen(1.0);
  Factors deeper = gentle;
  deeper.depth_mm = 1.5;
  const Pairs all = compare_pairs(parameters(), gentle, deeper, people());
  CHECK(all.share_longer + all.share_same + all.share_shorter == doctest::Approx(1.0));
  CHECK(all.share_longer > 0.95);
  CHECK(all.hours_longer[kMedian] > 0.0f);
  const Pairs back = compare_pairs(parameters(), deeper, gentle, people());
  CHECK(back.share_shorter == all.share_longer);
  CHECK(back.hours_longer[kP10] <= back.hours_longer[kP90]);
  CHECK(compare_pairs(parameters(), gentle, gentle, people()).share_same == 1.0);

  // The body flakes for longer, in those who flake; a gentler needle is less red in everyone.
  Factors body = deeper;
  body.area = Area::body;
  body.depth_mm = 0.75;
  const Pairs mixed = compare_pairs(parameters(), deeper, body, people());
  CHECK(mixed.share_longer > 0.02);
  CHECK(mixed.share_shorter > 0.5);
  CHECK(mixed.hours_longer.front() < 0.0f);
}

TEST_CASE("measures beyond the widget are ordered, finite and agree with the projection") {
  Factors f = pen(1.5);
  f.device = Device::rf;
  TimeAxis axis;
  const Measures m = measure(parameters(), f, people(), axis);
  Projection p;
  project(parameters(), f, people(), axis, p);
  for (std::size_t s = 0; s < kSigns; ++s) {
    CHECK(m.sign[s].incidence == doctest::Approx(p.sign[s].incidence));
    CHECK(m.sign[s].hours_until_below_instrument[kMedian] >=
          p.sign[s].hours_until_not_visible[kMedian]);
    CHECK(m.sign[s].hours_until_not_visible_in_affected[kMedian] >=
          p.sign[s].hours_until_not_visible[kMedian]);
  }
  CHECK(m.barrier.half_life_h[kMedian] < m.barrier.closed_h[kMedian]);
  CHECK(m.barrier.excess.front()[kMedian] > m.barrier.excess.back()[kMedian]);
  CHECK(m.sun.until_insensitive_h[kMedian] >= m.barrier.closed_h[kMedian] * 0.99f);
  CHECK(m.seen_redness[20][kMedian] < p.sign[0].at[20][kMedian]);
  for (std::size_t sessions = 1; sessions < m.result.improvement.size(); ++sessions)
    CHECK(m.result.improvement[sessions].back()[kMedian] >
          m.result.improvement[sessions - 1].back()[kMedian]);
  // The projection's course of three sessions is the third row, against a complete course.
  for (std::size_t month = 0; month < m.result.month.size(); ++month)
    for (std::size_t l = 0; l < kLevelCount; ++l)
      CHECK(std::abs(static_cast<double>(m.result.improvement[2][month][l]) /
                         m.result.complete_improvement -
                     static_cast<double>(p.course.share[month][l])) < 4e-3);
  CHECK(m.result.pores_change[2].back()[kMedian] < 0.0f);
  StudyConditions covered;
  covered.occluded = true;
  const Measures under_cover = measure(parameters(), f, people(), axis, covered);
  CHECK(under_cover.barrier.closed_h[kMedian] > 1.5f * m.barrier.closed_h[kMedian]);
}
