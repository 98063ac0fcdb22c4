#pragma once
// The host that the browser is: text by Canvas 2D, words for numbers and dates by Intl.

#include "ui/draw/host.h"

namespace rt {

class BrowserHost final : public Host {
public:
  TextExtents measure(std::string_view text, Weight, float size_px) override;
  FontMetrics metrics(Weight, float size_px) override;
  void draw_text(const GlyphPlace &, std::string_view text, Weight, float size_px) override;
  std::string moment(double civil_minutes, MomentStyle) override;
  std::string number(double value, int decimals) override;
  PluralForm plural(double n) override;
  double now() override;
  double hours_between(double from_min, double to_min) override;
  int first_weekday() override;
};

} // namespace rt
