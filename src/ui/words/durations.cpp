#include "ui/words/durations.h"

#include <algorithm>
#include <cmath>

namespace rt {

namespace {

constexpr double kDay_h = 24, kByTheHour_h = 36;

} // namespace

std::string duration_range(const Ui &ui, double low_h, double high_h) {
  const auto whole = [&](double n) { return ui.host.number(n, 0); };
  if (high_h <= kByTheHour_h) {
    const double low = std::floor(low_h), high = std::max(1.0, std::ceil(high_h));
    return ui.counted(Word::hours_span, high, {{"low", whole(low)}});
  }
  const double high = std::ceil(high_h / kDay_h);
  if (low_h >= kDay_h)
    return ui.counted(Word::days_span, high, {{"low", whole(std::floor(low_h / kDay_h))}});
  return fill(ui.word(Word::span_to),
              {{"low", low_h < 1 ? ui.word(Word::under_hour)
                                 : ui.counted(Word::after_hours, std::floor(low_h))},
               {"high", ui.counted(Word::days_n, high)}});
}

std::string short_duration_range(const Ui &ui, const Quantiles &hours) {
  const auto low_h = static_cast<double>(hours[kP10]), high_h = static_cast<double>(hours[kP90]);
  if (high_h <= kDay_h) return ui.word(Word::under_day);
  const std::string low =
      low_h < kDay_h ? ui.word(Word::under_one) : ui.host.number(std::floor(low_h / kDay_h), 0);
  return ui.counted(Word::days_span, std::ceil(high_h / kDay_h), {{"low", low}});
}

double value_of_share(const Quantiles &q, double share) {
  std::size_t i = 1;
  while (i + 1 < kLevelCount && kLevels[i] < share) ++i;
  const double part = (share - kLevels[i - 1]) / (kLevels[i] - kLevels[i - 1]);
  const auto from = static_cast<double>(q[i - 1]), to = static_cast<double>(q[i]);
  return std::max(0.0, from + std::clamp(part, -1.0, 2.0) * (to - from));
}

std::string duration_range(const Ui &ui, const Quantiles &hours) {
  return duration_range(ui, static_cast<double>(hours[kP10]), static_cast<double>(hours[kP90]));
}

} // namespace rt
