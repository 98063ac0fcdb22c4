#pragma once
// What the interface asks of its surroundings: the browser in the product, a plain stand-in in the
// tests. Text is set by the host's own engine in the page's font; no font is shipped.

#include "content/plural.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace rt {

enum class Weight : std::uint8_t { regular, bold }; // 400, 700
inline constexpr int kWeights = 2;

// How far a text reaches around its pen, in device pixels (all positive outwards).
struct TextExtents {
  float advance = 0, left = 0, right = 0, ascent = 0, descent = 0;
};

struct FontMetrics {
  float ascent = 0, descent = 0; // device pixels, both positive
};

// Where a text is to be drawn: a rectangle of a texture, the pen inside it.
struct GlyphPlace {
  std::uint32_t texture = 0, x = 0, y = 0, width = 0, height = 0;
  float pen_x = 0, baseline = 0; // from the rectangle's top left
};

enum class MomentStyle : std::uint8_t {
  day,            // "Mon 23 Nov"
  day_and_hour,   // "Mon 23 Nov, 2 pm"
  weekday,        // "Mon"
  long_date,      // "23 November 2026"
  hour,           // "2 pm"
  month,          // "November 2026"
  weekday_narrow, // "M"
  day_month,      // "23 Nov"
};

class Host {
public:
  virtual ~Host() = default;
  virtual TextExtents measure(std::string_view text, Weight, float size_px) = 0;
  virtual FontMetrics metrics(Weight, float size_px) = 0;
  virtual void draw_text(const GlyphPlace &, std::string_view text, Weight, float size_px) = 0;
  virtual std::string moment(double civil_minutes, MomentStyle) = 0;
  virtual std::string number(double value, int decimals) = 0;
  // The form in which the language counts `n`, as it is shown.
  virtual PluralForm plural(double n) = 0;
  // This moment where the visitor is: local civil minutes since 1970-01-01T00:00, whole.
  virtual double now() = 0;
  // Real hours that pass between two civil moments there: summer time adds or takes one.
  virtual double hours_between(double from_min, double to_min) = 0;
  // The day on which a week begins there: 1 = Monday .. 7 = Sunday (ISO 8601).
  virtual int first_weekday() = 0;
};

} // namespace rt
