#include "content/civil_time.h"

#include <cmath>

namespace rt {
namespace {

using namespace std::chrono;

constexpr year kFirstYear{1970}, kLastYear{2200};

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

double midnight_of(year_month_day date) {
  return static_cast<double>(sys_days(date).time_since_epoch().count()) * kMinutesPerDay;
}

year_month_day date_of(double minutes) {
  return sys_days(days(static_cast<int>(std::floor(minutes / kMinutesPerDay))));
}

std::optional<year_month_day> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const int y = number_at(text, 0, 4), m = number_at(text, 5, 2), d = number_at(text, 8, 2);
  if (y < 0 || m < 0 || d < 0) return std::nullopt;
  const auto date = year(y) / m / d;
  if (!date.ok() || date.year() < kFirstYear || date.year() > kLastYear) return std::nullopt;
  return date;
}

std::optional<double> parse_moment(std::string_view text) {
  if (text.size() != 16 || text[10] != 'T' || text[13] != ':') return std::nullopt;
  const auto date = parse_date(text.substr(0, 10));
  const int hour = number_at(text, 11, 2), minute = number_at(text, 14, 2);
  if (!date || hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
  return midnight_of(*date) + hour * 60 + minute;
}

std::string moment_text(double minutes) {
  const year_month_day date = date_of(minutes);
  const auto minute = static_cast<unsigned>(minutes - midnight_of(date));
  // A year of the range has four digits.
  std::string text = std::to_string(static_cast<int>(date.year()));
  const auto append = [&text](char mark, unsigned two_digits) {
    text += mark;
    text += static_cast<char>('0' + two_digits / 10);
    text += static_cast<char>('0' + two_digits % 10);
  };
  append('-', static_cast<unsigned>(date.month()));
  append('-', static_cast<unsigned>(date.day()));
  append('T', minute / 60);
  append(':', minute % 60);
  return text;
}

} // namespace rt
