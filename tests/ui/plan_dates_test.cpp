#include "ui/words/plan_dates.h"

#include "content/civil_time.h"
#include "content/documents.h"
#include "support/fake_host.h"

#include <cmath>
#include <doctest/doctest.h>
#include <vector>

using namespace rt;
using rt::test::FakeHost;

namespace {

constexpr double kDay = 1440;

double at(int year, int month, int day, double hour) {
  return midnight_of(std::chrono::year(year) / month / day) + hour * 60;
}

// Hours of 1,000 people, from `fastest` to `slowest`.
Distribution spread_evenly(float fastest, float slowest) {
  std::vector<float> hours(1000);
  for (std::size_t i = 0; i < hours.size(); ++i)
    hours[i] = fastest + (slowest - fastest) * static_cast<float>(i) / 999.0f;
  return Distribution(hours);
}

} // namespace

TEST_CASE("on 1,000 dates the day found is the last one that holds what was asked for") {
  FakeHost host;
  // Clocks that change twice a year, as seen by the wall clock: only forward here, by an hour.
  for (int year = 2026; year < 2040; ++year) host.spring_forward_min.push_back(at(year, 3, 29, 2));
  test::Random dice{1000};
  for (int round = 0; round < 1000; ++round) {
    const double event = std::floor(at(2026, 1, 10, 0) + dice.unit() * 13.5 * 365 * kDay);
    const float fastest = static_cast<float>(1 + 59 * dice.unit());
    const Distribution normal =
        spread_evenly(fastest, fastest + static_cast<float>(1 + 199 * dice.unit()));
    const double share = round % 2 == 0 ? 0.9 : 0.7;
    const double hour = std::floor(24 * dice.unit());
    const BookBy found = book_by(normal, share, event, hour, host);
    CAPTURE(event);
    CAPTURE(found.treatment_min);
    CHECK(std::fmod(found.treatment_min, kDay) == hour * 60);
    CHECK(found.treatment_min <= event);
    CHECK(found.share_in_time >= share);
    CHECK(found.share_in_time == normal.share_by(host.hours_between(found.treatment_min, event)));
    const double next = found.treatment_min + kDay;
    const double next_share = next > event ? 0 : normal.share_by(host.hours_between(next, event));
    CHECK(next_share < share);
    CHECK(found.share_a_day_later == next_share);
  }
}

TEST_CASE("where the clocks go forward in between, an hour less passes and the day may move") {
  FakeHost host;
  const Distribution normal = spread_evenly(48, 48); // everybody after exactly two days
  const double event = at(2027, 3, 30, 10);
  CHECK(book_by(normal, 0.9, event, 10, host).treatment_min == at(2027, 3, 28, 10));
  host.spring_forward_min = {at(2027, 3, 29, 2)}; // 47 hours pass from 28 to 30 March
  CHECK(book_by(normal, 0.9, event, 10, host).treatment_min == at(2027, 3, 27, 10));
}

TEST_CASE("so many hours later are real hours, also where the clocks go forward in between") {
  FakeHost host;
  const double from = at(2027, 3, 28, 14);
  CHECK(moment_after(host, from, 36) == at(2027, 3, 30, 2));
  host.spring_forward_min = {at(2027, 3, 29, 2)};
  CHECK(moment_after(host, from, 12) == at(2027, 3, 29, 2) + 60); // there is no 2 o'clock
  CHECK(moment_after(host, from, 36) == at(2027, 3, 30, 3));
  CHECK(moment_after(host, from, 0) == from);
  test::Random dice{36};
  for (int round = 0; round < 200; ++round) {
    const double hours = 60 * dice.unit();
    const double then = moment_after(host, from, hours);
    CHECK(host.hours_between(from, then) == doctest::Approx(hours));
  }
}

TEST_CASE("a leap day counts as a day, and an early event never comes before its treatment") {
  FakeHost host;
  const Distribution normal = spread_evenly(24, 24);
  CHECK(book_by(normal, 0.9, at(2028, 3, 1, 10), 10, host).treatment_min == at(2028, 2, 29, 10));
  const Distribution at_once = spread_evenly(0, 0);
  CHECK(book_by(at_once, 0.9, at(2028, 3, 1, 8), 10, host).treatment_min == at(2028, 2, 29, 10));
}

TEST_CASE("months have their days, leap years included") {
  CHECK(month_of(at(2028, 2, 17, 5)).days == 29);
  CHECK(month_of(at(2027, 2, 17, 5)).days == 28);
  const Month december = month_of(at(2026, 12, 31, 23));
  CHECK(december.days == 31);
  CHECK(december.first_day * kDay == at(2026, 12, 1, 0));
}
