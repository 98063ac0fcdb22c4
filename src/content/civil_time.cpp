#include "content/civil_time.h"

namespace rt {
namespace {

constexpr int kFirstYear = 1970, kLastYear = 2200;

bool leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in_month(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && leap(year) ? 29 : kDays[month - 1];
}

// Reads exactly `digits` digits at `at`; -1 where there are none.
int number_at(std::string_view text, std::size_t at, std::size_t digits) {
  int value = 0;
  for (std::size_t i = at; i < at + digits; ++i) {
    if (i >= text.size() || text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

} // namespace

// Counts in years that begin in March, so that the leap day is the last of its year; 146,097 days
// are 400 years.
std::int64_t days_from_civil(CivilDate date) {
  const std::int64_t year = date.month <= 2 ? date.year - 1 : date.year;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * ((date.month + 9) % 12) + 2) / 5 + date.day - 1;
  const std::int64_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468; // 0000-03-01 to 1970-01-01
}

CivilDate civil_from_days(std::int64_t days) {
  days += 719468;
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const std::int64_t day_of_era = days - era * 146097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t march_month = (5 * day_of_year + 2) / 153;
  const auto month = static_cast<int>(march_month < 10 ? march_month + 3 : march_month - 9);
  return {static_cast<int>(year_of_era + era * 400) + (month <= 2 ? 1 : 0), month,
          static_cast<int>(day_of_year - (153 * march_month + 2) / 5 + 1)};
}

bool parse_date(std::string_view text, CivilDate &date) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const int year = number_at(text, 0, 4), month = number_at(text, 5, 2),
            day = number_at(text, 8, 2);
  if (year < kFirstYear || year > kLastYear || month < 1 || month > 12) return false;
  if (day < 1 || day > days_in_month(year, month)) return false;
  date = {year, month, day};
  return true;
}

bool parse_moment(std::string_view text, double &minutes) {
  CivilDate date;
  if (text.size() != 16 || text[10] != 'T' || text[13] != ':') return false;
  if (!parse_date(text.substr(0, 10), date)) return false;
  const int hour = number_at(text, 11, 2), minute = number_at(text, 14, 2);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return false;
  minutes = static_cast<double>(days_from_civil(date) * 1440 + hour * 60 + minute);
  return true;
}

std::string moment_text(double minutes) {
  const auto whole = static_cast<std::int64_t>(minutes);
  const CivilDate date = civil_from_days(whole / 1440);
  const int minute = static_cast<int>(whole % 1440);
  std::string text = std::to_string(date.year); // has four digits
  const auto append = [&text](char mark, int two_digits) {
    text += mark;
    text += static_cast<char>('0' + two_digits / 10);
    text += static_cast<char>('0' + two_digits % 10);
  };
  append('-', date.month);
  append('-', date.day);
  append('T', minute / 60);
  append(':', minute % 60);
  return text;
}

} // namespace rt
