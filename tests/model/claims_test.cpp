// What a dermatologist would hold against the model: each claim with its bound, wide on purpose.
// The defaults hold unless a claim says otherwise.

#include "model/fast/times.h"
#include "model/model_json.h"
#include "model/projection.h"
#include "model/scenario.h"
#include "model/time_courses.h"
#include "random.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

using namespace rt;
using namespace rt::test;

const Population &people() {
  static const Population all = draw_population(parameters());
  return all;
}

Factors with(Device device, double depth_mm) {
  Factors f;
  f.device = device;
  f.depth_mm = depth_mm;
  return f;
}
Factors pen(double depth_mm) { return with(Device::pen, depth_mm); }

Projection shown(const Factors &f) {
  Projection projection;
  project(parameters(), f, people(), TimeAxis{}, projection);
  return projection;
}
const SignBand &band(const Projection &p, Sign sign) {
  return p.sign[static_cast<std::size_t>(sign)];
}

// Of 100 people.
double seen_at(const Factors &f, Sign sign, double hour) {
  return 100.0 * share_visible_at(shown(f), sign, hour);
}
double ever_seen(const Factors &f, Sign sign) { return 100.0 * band(shown(f), sign).incidence; }

// Hours until a sign is over in those who have it, ascending.
std::vector<float> hours_in_affected(const Factors &f, Sign sign) {
  const Scenario s = scenario_of(parameters(), f);
  std::vector<float> hours(people().lanes());
  compute_hours_until_below(s, people(), sign, visible_above(s, sign), hours);
  hours.resize(people().size());
  std::erase(hours, 0.0f);
  std::sort(hours.begin(), hours.end());
  return hours;
}
double typical_h(const Factors &f, Sign sign) {
  const std::vector<float> hours = hours_in_affected(f, sign);
  return hours.empty() ? 0.0 : static_cast<double>(hours[hours.size() / 2]);
}

bool within(double value, double low, double high) {
  MESSAGE(value);
  return value >= low && value <= high;
}

// Of 100 people, those in whom redness is the last sign that others see.
double decided_by_redness(double depth_mm) {
  PersonTimes times;
  const Scenario s = scenario_of(parameters(), pen(depth_mm));
  compute_times(s, people(), times);
  const auto &red = times.until_not_visible_h[static_cast<std::size_t>(Sign::redness)];
  std::size_t by_redness = 0;
  for (std::size_t i = 0; i < people().size(); ++i)
    by_redness += red[i] >= times.looks_normal_h[i] ? 1 : 0;
  return 100.0 * static_cast<double>(by_redness) / static_cast<double>(people().size());
}

// Half a year after the last of three sessions.
struct Result {
  double little, clear, median; // of 100 people; of the unevenness
};
Result result(double depth_mm) {
  const Scenario s = scenario_of(parameters(), pen(depth_mm));
  const double weeks = 2.0 * s.weeks_between + 26.0;
  std::vector<double> gains;
  for (std::size_t i = 0; i < people().size(); ++i)
    gains.push_back(gain_at(s, course_of(s, people().person(i)), weeks));
  std::sort(gains.begin(), gains.end());
  const auto below = [&](double gain) {
    const auto at = std::lower_bound(gains.begin(), gains.end(), gain);
    return 100.0 * static_cast<double>(at - gains.begin()) / static_cast<double>(gains.size());
  };
  constexpr double kLittle = 0.1;
  return {below(kLittle), 100.0 - below(s.clear_change_gain), gains[gains.size() / 2]};
}

} // namespace

TEST_CASE("skin is red at once after a pen at 1 mm, and reddest within the first two hours") {
  CHECK(within(seen_at(pen(1.0), Sign::redness, 0.25), 95, 100));
  CHECK(within(static_cast<double>(band(shown(pen(1.0)), Sign::redness).peak_hour[kMedian]), 0, 2));
}

TEST_CASE("a pen or a roller at 0.25 mm reddens most people for less than a day") {
  for (const Device device : {Device::pen, Device::roller}) {
    CHECK(within(seen_at(with(device, 0.25), Sign::redness, 0.25), 60, 100));
    CHECK(within(seen_at(with(device, 0.25), Sign::redness, 24.0), 0, 10));
  }
}

TEST_CASE("the redness of a pen at 1.5 mm is over after one to two and a half days") {
  CHECK(within(typical_h(pen(1.5), Sign::redness), 24, 60));
}

TEST_CASE("some people swell, more with radio frequency and around the eyes") {
  CHECK(within(ever_seen(pen(1.0), Sign::swelling), 15, 55));
  CHECK(within(ever_seen(with(Device::rf, 2.0), Sign::swelling), 35, 80));
  Factors eyes = pen(1.0);
  eyes.area = Area::around_eyes;
  CHECK(ever_seen(eyes, Sign::swelling) > ever_seen(pen(1.0), Sign::swelling));
}

TEST_CASE("redness decides when most people look normal") {
  for (const double depth_mm : {0.5, 1.0, 1.5, 2.0})
    CHECK(within(decided_by_redness(depth_mm), 50, 100));
}

TEST_CASE("a bruise is rare, less so around the eyes, and lasts four to twelve days") {
  const double cheeks = ever_seen(pen(1.5), Sign::bruising);
  CHECK(within(cheeks, 1, 6));
  Factors eyes = pen(1.5);
  eyes.area = Area::around_eyes;
  CHECK(within(ever_seen(eyes, Sign::bruising) / cheeks, 2, 4));
  CHECK(within(typical_h(pen(1.5), Sign::bruising), 96, 288));
}

TEST_CASE(
    "small dots are over in one to three days, the tiny crusts of radio frequency in two to six") {
  CHECK(within(typical_h(pen(1.5), Sign::marks), 24, 72));
  CHECK(within(typical_h(with(Device::rf, 2.0), Sign::marks), 48, 144));
}

TEST_CASE("skin is hot and tight at first and dry some days later") {
  const auto felt = [](double hour) {
    return static_cast<double>(severity_at(shown(pen(1.5)), Sign::tightness, hour)[kMedian]);
  };
  double least = 1.0, most = 0.0, least_h = 0.0, most_h = 0.0;
  for (double hour = 1.0; hour < 40.0; hour += 1.0)
    if (felt(hour) < least) least = felt(least_h = hour);
  for (double hour = least_h; hour < 200.0; hour += 4.0)
    if (felt(hour) > most) most = felt(most_h = hour);
  CHECK(felt(0.5) > 1.1 * least);
  CHECK(most > 1.1 * least);
  CHECK(within(most_h, 48, 96));
}

TEST_CASE("fine flaking grows from few people at 0.25 mm to about half at 3 mm") {
  CHECK(within(ever_seen(pen(0.25), Sign::flaking), 0, 10));
  CHECK(within(ever_seen(pen(1.5), Sign::flaking), 20, 45));
  CHECK(within(ever_seen(pen(3.0), Sign::flaking), 35, 65));
}

TEST_CASE("three sessions bring most people a clear change, and some people next to none") {
  CHECK(within(result(1.5).little, 8, 25));
  CHECK(within(result(1.5).clear, 50, 80));
}

TEST_CASE("needles that stay in the epidermis hardly change the result") {
  CHECK(within(result(0.25).median / result(1.5).median, 0, 0.25));
}

TEST_CASE("a stamp injures about as much as a pen") {
  const double stamp = scenario_of(parameters(), with(Device::stamp, 1.5)).dose;
  CHECK(within(stamp / scenario_of(parameters(), pen(1.5)).dose, 0.6, 1.2));
}

// Everything that the page can be set to, that makes a sign of the typical person last longer.
TEST_CASE("no setting of the page leaves the typical person red, tight or swollen for too long") {
  const Person typical_person;
  const Population typical = population_of({&typical_person, 1});
  double red = 0.0, tight = 0.0, swollen = 0.0;
  const auto look = [&](const Factors &f) {
    const Scenario s = scenario_of(parameters(), f);
    std::vector<float> hours(typical.lanes());
    const auto hours_of = [&](Sign sign) {
      compute_hours_until_below(s, typical, sign, visible_above(s, sign), hours);
      return static_cast<double>(hours[0]);
    };
    red = std::max(red, hours_of(Sign::redness));
    tight = std::max(tight, hours_of(Sign::tightness));
    swollen = std::max(swollen, hours_of(Sign::swelling));
  };
  Random random(41);
  for (int i = 0; i < 20000; ++i) {
    Factors f = random_factors(random);
    if (f.device == Device::fractional) f.device = Device::rf; // the page does not show it
    look(f);
  }
  constexpr std::uint32_t kExtremes = 1u << 13;
  for (std::uint32_t bits = 0; bits < kExtremes; ++bits) {
    Factors f;
    std::uint32_t left = bits;
    const auto bit = [&] {
      const bool on = left & 1u;
      left >>= 1;
      return on;
    };
    f.device = bit() ? Device::rf : Device::roller;
    f.depth_mm = bit() ? 3.0 : 0.25;
    f.passes = bit() ? 6 : 1;
    f.area = bit() ? Area::around_eyes : Area::body;
    f.prp = bit();
    f.tone = bit() ? 10 : 1;
    f.reactivity = bit() ? Reactivity::very_reactive : Reactivity::calm;
    f.age_band = bit() ? AgeBand::from_60 : AgeBand::under_30;
    f.darkens_easily = bit();
    f.moisturiser = bit();
    f.serum = bit();
    f.anti_inflammatory = bit();
    f.sun_protection = bit();
    look(f);
  }
  CHECK(within(red, 24, 168));
  CHECK(within(tight, 24, 240));
  CHECK(within(swollen, 0, 120));
}
