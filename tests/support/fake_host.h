#pragma once
// A Host for tests: every code point is as wide as every other, moments and numbers are plain
// English, and what the glyph_cache has drawn is written down.

#include "content/civil_time.h"
#include "ui/draw/host.h"

#include <imgui.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace rt::test {

struct SetText {
  GlyphPlace place;
  std::string text;
  Weight weight;
  float size_px;
};

inline std::size_t code_points(std::string_view utf8) {
  std::size_t n = 0;
  for (char c : utf8) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  return n;
}

class FakeHost : public Host {
public:
  // Advance of a code point, in parts of the size: about what an interface font takes on average.
  float advance_em = 0.5f;
  std::vector<SetText> set;        // by draw_text, in order
  std::size_t measured = 0;        // calls of measure
  ImGuiContext *context = nullptr; // that was current when something was measured

  TextExtents measure(std::string_view text, Weight weight, float size_px) override {
    ++measured;
    context = ImGui::GetCurrentContext();
    const float boldness = 1 + 0.04f * static_cast<float>(weight);
    const float advance = static_cast<float>(code_points(text)) * advance_em * boldness * size_px;
    return {advance, 0, advance, 0.72f * size_px, 0.2f * size_px};
  }

  FontMetrics metrics(Weight, float size_px) override { return {0.95f * size_px, 0.25f * size_px}; }

  void draw_text(const GlyphPlace &place, std::string_view text, Weight weight,
                 float size_px) override {
    set.push_back({place, std::string(text), weight, size_px});
  }

  bool digits_only = false; // moments without a name of a day or month, "2026-11-22 14:00"

  std::string moment(double civil_min, MomentStyle style) override {
    if (digits_only) return moment_text(civil_min).replace(10, 1, " ");
    static constexpr std::array<const char *, 7> weekdays{"Sun", "Mon", "Tue", "Wed",
                                                          "Thu", "Fri", "Sat"};
    static constexpr std::array<const char *, 12> months{
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    const std::chrono::year_month_day date = date_of(civil_min);
    const int hour = static_cast<int>((civil_min - midnight_of(date)) / 60) % 24;
    const std::string weekday = weekdays[std::chrono::weekday(date).c_encoding()];
    const std::string month = months[static_cast<unsigned>(date.month()) - 1];
    const std::string year = std::to_string(static_cast<int>(date.year()));
    const std::string clock = std::to_string((hour + 11) % 12 + 1) + (hour < 12 ? " am" : " pm");
    const std::string day = std::to_string(static_cast<unsigned>(date.day()));
    switch (style) {
    case MomentStyle::day: return weekday + " " + day + " " + month.substr(0, 3);
    case MomentStyle::day_and_hour:
      return weekday + " " + day + " " + month.substr(0, 3) + ", " + clock;
    case MomentStyle::weekday: return weekday;
    case MomentStyle::long_date: return day + " " + month + " " + year;
    case MomentStyle::hour: return clock;
    case MomentStyle::month: return month + " " + year;
    case MomentStyle::weekday_narrow: return weekday.substr(0, 1);
    case MomentStyle::day_month: return day + " " + month.substr(0, 3);
    }
    return {};
  }

  std::string number(double value, int decimals) override {
    std::array<char, 64> out{};
    const int n = std::snprintf(out.data(), out.size(), "%.*f", decimals, value);
    return {out.data(), static_cast<std::size_t>(n)};
  }

  double now_min = 29702220; // 2026-06-22T13:00, civil minutes; a Monday
  int week_starts = 1;
  PluralForm plural(double n) override { return n == 1 ? PluralForm::one : PluralForm::other; }
  double now() override { return now_min; }
  // Clocks go forward by an hour at each of these civil moments.
  std::vector<double> spring_forward_min;
  double hours_between(double from_min, double to_min) override {
    double hours = (to_min - from_min) / 60;
    for (const double change : spring_forward_min)
      hours -= (from_min < change && change <= to_min) - (to_min < change && change <= from_min);
    return hours;
  }
  int first_weekday() override { return week_starts; }
};

} // namespace rt::test
