#include "tools/baseline/plain_host.h"

#include "content/civil_time.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace rt::tool {

namespace {

// Unicode CLDR, "Plural Rules".
PluralForm arabic(double n) {
  if (n != std::floor(n)) return PluralForm::other;
  const double rest = std::fmod(n, 100);
  if (n < 3) return static_cast<PluralForm>(n); // zero, one, two
  if (rest >= 3 && rest <= 10) return PluralForm::few;
  return rest >= 11 ? PluralForm::many : PluralForm::other;
}

} // namespace

std::string PlainHost::moment(double civil_minutes, MomentStyle) {
  return moment_text(civil_minutes).substr(0, 10);
}

std::string PlainHost::number(double value, int decimals) {
  std::array<char, 64> out{};
  const int n = std::snprintf(out.data(), out.size(), "%.*f", decimals, value);
  std::string text(out.data(), static_cast<std::size_t>(n));
  const std::string tag = language_.substr(0, 2);
  const bool comma = tag == "de" || tag == "es" || tag == "fr" || tag == "pt";
  if (const auto point = text.find('.'); comma && point != std::string::npos) text[point] = ',';
  return text;
}

PluralForm PlainHost::plural(double n) {
  const std::string tag = language_.substr(0, 2);
  if (tag == "ar") return arabic(n);
  const bool one = tag == "fr" || tag == "pt" ? n >= 0 && n < 2 : n == 1;
  return one ? PluralForm::one : PluralForm::other;
}

} // namespace rt::tool
