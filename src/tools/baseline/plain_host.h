#pragma once
// Numbers as people of a language write them, where there is no browser that knows.

#include "ui/draw/host.h"

#include <string>

namespace rt::tool {

class PlainHost final : public Host {
public:
  // BCP 47; a language that is not known is taken for English.
  explicit PlainHost(std::string language) : language_(std::move(language)) {}

  TextExtents measure(std::string_view, Weight, float) override { return {}; }
  FontMetrics metrics(Weight, float) override { return {}; }
  void draw_text(const GlyphPlace &, std::string_view, Weight, float) override {}
  // "2026-11-22": the same in every language.
  std::string moment(double civil_minutes, MomentStyle) override;
  std::string number(double value, int decimals) override;
  PluralForm plural(double n) override;
  double now() override { return 0; }
  double hours_between(double from_min, double to_min) override { return (to_min - from_min) / 60; }
  int first_weekday() override { return 1; }

private:
  std::string language_;
};

} // namespace rt::tool
