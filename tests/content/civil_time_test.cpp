#include "content/civil_time.h"

#include <doctest/doctest.h>

using namespace rt;

TEST_CASE("days are counted from 1970-01-01 and back, over leap years and centuries") {
  const auto days = [](int year, int month, int day) {
    return midnight_of(std::chrono::year(year) / month / day) / kMinutesPerDay;
  };
  CHECK(days(1970, 1, 1) == 0);
  CHECK(days(1969, 12, 31) == -1);
  CHECK(days(2000, 3, 1) == 11017);
  CHECK(days(2026, 11, 22) == 20779);
  CHECK(days(2200, 12, 31) == 84370);
  bool all_fit = true;
  double expected = days(1600, 1, 1);
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  for (int year = 1600; year <= 2400; ++year)
    for (int month = 1; month <= 12; ++month) {
      const bool leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
      const int last = kDays[month - 1] + (month == 2 && leap ? 1 : 0);
      for (int day = 1; day <= last; ++day, ++expected)
        for (const double minute : {0, 1439})
          all_fit =
              all_fit && days(year, month, day) == expected &&
              date_of(expected * kMinutesPerDay + minute) == std::chrono::year(year) / month / day;
    }
  CHECK(all_fit);
}

TEST_CASE("a moment is read and written as the clock on the wall says") {
  CHECK(parse_moment("1970-01-01T00:00") == kFirstMinute);
  CHECK(parse_moment("2200-12-31T23:59") == kLastMinute);
  for (const char *text : {"2026-11-22T14:00", "2024-02-29T23:59", "1970-01-01T00:00",
                           "2000-02-29T12:30", "2200-12-31T23:59"}) {
    CAPTURE(text);
    const std::optional<double> minutes = parse_moment(text);
    REQUIRE(minutes);
    CHECK(moment_text(*minutes) == text);
  }
}

TEST_CASE("what is no moment of the calendar is refused") {
  for (const char *text : {"",
                           "2026-11-22",
                           "2026-02-30T10:00",
                           "2025-02-29T10:00",
                           "2100-02-29T10:00",
                           "2026-13-01T10:00",
                           "2026-00-10T10:00",
                           "2026-04-31T10:00",
                           "2026-04-00T10:00",
                           "1969-12-31T23:59",
                           "2201-01-01T00:00",
                           "2026-11-22T24:00",
                           "2026-11-22T10:60",
                           "2026-11-22 10:00",
                           "2026-11-22T10:00Z",
                           "2026-11-22T10:00:00",
                           "2026-1-22T10:00",
                           "20261122T1000",
                           "+026-11-22T10:00",
                           "2026-11-22T1a:00",
                           " 2026-11-22T10:00"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_moment(text));
  }
}
