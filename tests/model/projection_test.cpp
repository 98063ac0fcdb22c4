// What a visitor is shown for one set of factors.

#include "model/fast/course.h"
#include "model/model_json.h"
#include "model/people.h"
#include "model/projection.h"
#include "model/scenario.h"
#include "model/time_courses.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstring>
#include <functional>

namespace {

using namespace rt;
using namespace rt::test;

const Population &people() {
  static const Population all = draw_population(parameters(), 2000, 1);
  return all;
}

Projection shown(const Factors &f) {
  Projection projection;
  project(parameters(), f, people(), TimeAxis{}, projection);
  return projection;
}

const SignBand &band(const Projection &p, Sign sign) {
  return p.sign[static_cast<std::size_t>(sign)];
}
const MilestoneTime &milestone(const Projection &p, Milestone which) {
  return p.milestone[static_cast<std::size_t>(which)];
}
double median_h(const Projection &p, Milestone which) {
  return static_cast<double>(milestone(p, which).hours[kMedian]);
}

Factors pen(double depth_mm) {
  Factors f;
  f.depth_mm = depth_mm;
  return f;
}

// All bits of everything that is shown, in one number.
class Bits {
public:
  void take(float x) { take_bits(bits_as<std::uint32_t>(x)); }
  void take(double x) { take_bits(bits_as<std::uint64_t>(x)); }
  void take(const EightInTen &range) {
    take(range.p10);
    take(range.p90);
  }
  void take(const Quantiles &q) {
    for (const float x : q) take(x);
  }
  void take_bits(std::uint64_t x) { hash_ = (hash_ ^ x) * 0x100000001B3ull ^ (hash_ >> 29); }
  std::uint64_t value() const { return hash_; }

private:
  template <class To, class From> static To bits_as(From x) {
    static_assert(sizeof(To) == sizeof(From));
    To bits;
    std::memcpy(&bits, &x, sizeof bits);
    return bits;
  }
  std::uint64_t hash_ = 0xCBF29CE484222325ull;
};

std::uint64_t bits_of(const Projection &p) {
  Bits bits;
  for (const SignBand &band : p.sign) {
    for (const Quantiles &q : band.at) bits.take(q);
    for (const float share : band.share_visible) bits.take(share);
    bits.take(band.incidence);
    bits.take(band.hours_until_not_visible);
    bits.take(band.peak_hour);
    for (const EightInTen &range : band.at_anywhere) bits.take(range);
    for (const EightInTen &range : band.share_visible_anywhere) bits.take(range);
    bits.take(band.hours_until_not_visible_anywhere);
  }
  for (const MilestoneTime &m : p.milestone) bits.take(m.hours);
  for (const Quantiles &q : p.course.share) bits.take(q);
  bits.take(p.event[static_cast<std::size_t>(Event::dark_spots)].probability);
  return bits.value();
}

} // namespace

TEST_CASE("a pen at 1.5 mm with three passes leaves average skin red for one to three days") {
  const Projection p = shown(pen(1.5));
  CHECK(median_h(p, Milestone::not_visibly_red) > 24.0);
  CHECK(median_h(p, Milestone::not_visibly_red) < 72.0);
  CHECK(median_h(p, Milestone::looks_normal) >= median_h(p, Milestone::not_visibly_red));
  CHECK(median_h(p, Milestone::looks_normal) < 168.0);
}

TEST_CASE("a roller at 0.25 mm leaves redness for less than a day") {
  Factors f = pen(0.25);
  f.device = Device::roller;
  const Projection p = shown(f);
  CHECK(median_h(p, Milestone::not_visibly_red) < 24.0);
  CHECK(static_cast<double>(milestone(p, Milestone::not_visibly_red).hours[kP90]) < 24.0);
}

TEST_CASE("redness is greatest at once, swelling within two days, and both are gone in a week") {
  const Projection p = shown(pen(1.5));
  CHECK(band(p, Sign::redness).peak_hour[kP90] < 2.0f);
  CHECK(band(p, Sign::swelling).peak_hour[kMedian] > 6.0f);
  CHECK(band(p, Sign::swelling).peak_hour[kMedian] < 48.0f);
  for (const Sign sign : {Sign::redness, Sign::swelling}) {
    const double peak = static_cast<double>(band(p, sign).peak_hour[kMedian]);
    CHECK(severity_at(p, sign, 168.0)[kP75] < 0.1f * severity_at(p, sign, peak)[kP75]);
  }
}

TEST_CASE("redness is the same under every tone but seen less on deeper skin") {
  Factors f = pen(1.5);
  f.tone = 2;
  const Projection light = shown(f);
  f.tone = 9;
  const Projection deep = shown(f);
  CHECK(band(light, Sign::redness).at == band(deep, Sign::redness).at);
  CHECK(band(deep, Sign::redness).visible_above > band(light, Sign::redness).visible_above);
  CHECK(share_visible_at(deep, Sign::redness, 48.0) < share_visible_at(light, Sign::redness, 48.0));
  f.tone = 0;
  const Projection unknown = shown(f);
  CHECK(band(unknown, Sign::redness).visible_above > band(light, Sign::redness).visible_above);
  CHECK(band(unknown, Sign::redness).visible_above < band(deep, Sign::redness).visible_above);
}

TEST_CASE("each factor reaches what it should") {
  const Factors base = pen(1.5);
  const auto normal_h = [&](const std::function<void(Factors &)> &change) {
    Factors f = base;
    change(f);
    return median_h(shown(f), Milestone::looks_normal);
  };
  const double now = normal_h([](Factors &) {});
  CHECK(normal_h([](Factors &f) { f.depth_mm = 2.0; }) > now);
  CHECK(normal_h([](Factors &f) { f.passes = 5; }) > now);
  CHECK(normal_h([](Factors &f) { f.device = Device::roller; }) != now);
  CHECK(normal_h([](Factors &f) { f.device = Device::rf; }) != now);
  CHECK(normal_h([](Factors &f) { f.area = Area::around_eyes; }) > now);
  CHECK(normal_h([](Factors &f) { f.reactivity = Reactivity::very_reactive; }) > now);
  CHECK(normal_h([](Factors &f) { f.age_band = AgeBand::from_60; }) > now);
  CHECK(normal_h([](Factors &f) { f.prp = true; }) < now);

  // What no study has measured moves nothing.
  for (bool Factors::*choice : {&Factors::water, &Factors::no_makeup_24h, &Factors::gentle_care,
                                &Factors::ice, &Factors::arnica_bromelain}) {
    Factors other = base;
    other.*choice = !(base.*choice);
    CHECK(bits_of(shown(other)) == bits_of(shown(base)));
  }

  const auto dark_spots = [&](const std::function<void(Factors &)> &change) {
    Factors f = base;
    change(f);
    return shown(f).event[static_cast<std::size_t>(Event::dark_spots)].probability;
  };
  const double few = dark_spots([](Factors &) {});
  CHECK(dark_spots([](Factors &f) { f.darkens_easily = true; }) > 1.5 * few);
  CHECK(dark_spots([](Factors &f) { f.depth_mm = 3.0; }) > 1.3 * few);
  CHECK(dark_spots([](Factors &f) { f.reactivity = Reactivity::very_reactive; }) > few);
  CHECK(dark_spots([](Factors &f) { f.tone = 10; }) > 1.2 * few); // not chosen: the middle tone
  CHECK(dark_spots([](Factors &f) { f.tone = 2; }) < 0.5 * few);
  CHECK(dark_spots([](Factors &f) { f.sun_protection = false; }) > 1.2 * few);
  CHECK(dark_spots([](Factors &f) { f.sessions = 6; }) > few);

  const auto at_a_year = [&](const std::function<void(Factors &)> &change) {
    Factors f = base;
    change(f);
    return shown(f).course.share.back()[kMedian];
  };
  const float usual = at_a_year([](Factors &) {});
  CHECK(at_a_year([](Factors &f) { f.sessions = 1; }) < usual);
  CHECK(at_a_year([](Factors &f) { f.sessions = 6; }) > usual);
  CHECK(at_a_year([](Factors &f) { f.prp = true; }) > usual);
  CHECK(at_a_year([](Factors &f) { f.serum = true; }) > usual);
  CHECK(at_a_year([](Factors &f) { f.depth_mm = 0.25; }) < 0.3f * usual);
  CHECK(at_a_year([](Factors &f) { f.weeks_between = 12; }) != usual);
}

TEST_CASE("milestones that clinics advise carry hours, those that are computed carry quantiles") {
  const Projection p = shown(pen(1.0));
  CHECK(milestone(p, Milestone::make_up).advice);
  CHECK(milestone(p, Milestone::make_up).advised_h == 24.0);
  CHECK(milestone(p, Milestone::sun).advised_h == 336.0);
  CHECK(milestone(p, Milestone::exercise).advised_h >= 24.0);
  CHECK(milestone(p, Milestone::next_session).advised_h == 4.0 * 168.0);
  for (const Milestone which :
       {Milestone::not_visibly_red, Milestone::looks_normal, Milestone::first_result}) {
    CHECK(!milestone(p, which).advice);
    CHECK(milestone(p, which).hours[kP90] > milestone(p, which).hours[kP10]);
  }
}

TEST_CASE("the result grows with the sessions, begins in weeks and is worth most after months") {
  Factors f = pen(1.5);
  f.sessions = 6;
  const Projection p = shown(f);
  CHECK(p.course.month.front() == 0.0);
  CHECK(p.course.month.back() == 12.0);
  CHECK(p.course.share[0][kMedian] == doctest::Approx(0.0).epsilon(0.01));
  CHECK(p.course.share[1][kMedian] < 0.15f); // two weeks: skin that swells up, no new collagen yet
  CHECK(p.course.share[6][kMedian] > p.course.share[3][kMedian]);
  CHECK(p.course.share.back()[kMedian] > 0.6f);
  const double first_weeks = median_h(p, Milestone::first_result) / 168.0;
  CHECK(first_weeks > 0.5);
  CHECK(first_weeks < 6.0);
}

TEST_CASE("the courses of one to six sessions are those of the projection, and more is more") {
  Factors f = pen(1.5);
  f.prp = true;
  f.weeks_between = 6;
  f.sessions = 2;
  const auto courses = courses_by_sessions(parameters(), f, people());
  const Course two = shown(f).course;
  CHECK(courses[1].share == two.share);
  CHECK(courses[1].share_clear == two.share_clear);
  for (std::size_t i = 1; i < kMostSessions; ++i)
    for (std::size_t m = 0; m < courses[i].month.size(); ++m) {
      CHECK(courses[i].share[m][kMedian] >= courses[i - 1].share[m][kMedian]);
      CHECK(courses[i].share_clear[m] >= courses[i - 1].share_clear[m]);
    }
  Factors plain = f;
  plain.prp = false;
  CHECK(shown(plain).course.share_clear.back() < two.share_clear.back());
}

TEST_CASE("the share of people with a clear change is that of their gains") {
  Factors f = pen(1.5);
  f.sessions = 4;
  const Course course = shown(f).course;
  const Scenario s = scenario_of(parameters(), f);
  CHECK(course.share_clear.front() == 0.0f);
  for (const std::size_t m : {6u, 12u, 24u}) {
    std::size_t clear = 0;
    for (std::size_t i = 0; i < people().size(); ++i)
      clear += gain_at(s, course_of(s, people().person(i)),
                       course.month[m] * kHoursPerMonth / (24.0 * 7.0)) >= s.clear_change_gain;
    CHECK(static_cast<double>(course.share_clear[m]) ==
          doctest::Approx(static_cast<double>(clear) / static_cast<double>(people().size()))
              .epsilon(0.005));
  }
  CHECK(course.share_clear.back() > 0.5f);
}

TEST_CASE(
    "between the points of the axis severity is read along straight lines, beyond it at its ends") {
  const Projection p = shown(pen(1.5));
  const double a = p.axis.hour(40), b = p.axis.hour(41);
  const float low = band(p, Sign::redness).at[40][kMedian],
              high = band(p, Sign::redness).at[41][kMedian];
  CHECK(severity_at(p, Sign::redness, 0.5 * (a + b))[kMedian] ==
        doctest::Approx(0.5 * static_cast<double>(low + high)).epsilon(1e-5));
  CHECK(severity_at(p, Sign::redness, -5.0) == band(p, Sign::redness).at.front());
  CHECK(severity_at(p, Sign::redness, 1e9)[kMedian] ==
        doctest::Approx(static_cast<double>(band(p, Sign::redness).at.back()[kMedian])));
  CHECK(share_visible_at(p, Sign::flaking, std::nan("")) == 0.0);
}

TEST_CASE("the effect of each choice has its sign, and is what setting it changes") {
  const Factors f = pen(1.5);
  const auto effects = choice_effects(parameters(), f, people());
  const auto effect = [&](Choice c) { return effects[static_cast<std::size_t>(c)].on_minus_off_h; };
  CHECK(effect(Choice::prp) < 0.0);
  CHECK(effect(Choice::anti_inflammatory) >= 0.0);
  for (const Choice c : {Choice::moisturiser, Choice::serum}) CHECK(effect(c) == 0.0); // felt only
  Factors with = f;
  with.prp = true;
  CHECK(effect(Choice::prp) == doctest::Approx(median_h(shown(with), Milestone::looks_normal) -
                                               median_h(shown(f), Milestone::looks_normal)));
  for (std::size_t i = 0; i < kChoices; ++i)
    if (!choice_parameter(static_cast<Choice>(i))) CHECK(effects[i].on_minus_off_h == 0.0);
}

// The parameters of this test are frozen, so that fitting the model does not touch it. Where the
// computation itself is meant to change, the numbers change with it: they are printed.
TEST_CASE("the numbers have the same bits on every platform") {
  const Parameters frozen = read_parameters(RT_TEST_DIR "/golden/parameters.json");
  Factors rf;
  rf.device = Device::rf;
  rf.depth_mm = 2.5;
  rf.tone = 8;
  rf.prp = true;
  rf.sessions = 6;
  const Factors factors[2] = {pen(1.5), rf};
  const struct {
    std::size_t people;
    std::uint64_t golden[2];
  } cases[] = {{1001, {15033434956837279671u, 14429156469590484913u}},
               {2001, {14697412549849642967u, 16910808000397182270u}},
               {8001, {13109661638618170603u, 10507881947155585319u}}};
  for (const auto &one : cases) {
    const Population drawn = draw_population(frozen, one.people, 1);
    for (std::size_t i = 0; i < 2; ++i) {
      Projection p;
      project(frozen, factors[i], drawn, TimeAxis{}, p);
      CHECK(bits_of(p) == one.golden[i]);
    }
  }
}
