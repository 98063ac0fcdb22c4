#pragma once
// What is known of one treatment: the input of the model, with its valid domain.

#include <cstddef>
#include <cstdint>

namespace rt {

// `fractional` (ablative fractional laser) is not micro-needling; it exists because several studies
// that the parameters rest on used it, and is hidden in the widget unless a clinic shows it.
enum class Device : std::uint8_t { roller, stamp, pen, rf, fractional };
inline constexpr int kDevices = 5;

enum class Area : std::uint8_t { cheeks, forehead, around_eyes, around_mouth, neck, body };
inline constexpr int kAreas = 6;

// What the treatment is for. It acts on the result alone.
enum class Concern : std::uint8_t { texture, fine_lines, acne_scars, stretch_marks, pores };
inline constexpr int kConcerns = 5;

enum class Reactivity : std::uint8_t { calm, fairly_calm, average, reactive, very_reactive };
inline constexpr int kReactivities = 5;

enum class AgeBand : std::uint8_t { under_30, from_30, from_45, from_60 };
inline constexpr int kAgeBands = 4;

inline constexpr std::size_t kMostSessions = 6;

// Valid domain: 0.25 <= depth_mm <= 3.0, 1 <= passes <= 6, 0 <= tone <= 10, 1 <= sessions <= 6,
// 2 <= weeks_between <= 12. The model is total and finite on it.
struct Factors {
  Device device = Device::pen;
  double depth_mm = 1.0; // nominal needle length; the depth reached is smaller for rollers
  int passes = 3;        // 3 = to mild pinpoint bleeding, the usual endpoint
  Area area = Area::cheeks;
  bool prp = false; // platelet-rich plasma with the treatment
  int sessions = 3;
  int weeks_between = 4;
  Concern concern = Concern::texture; // skin texture and glow

  int tone = 0; // Monk Skin Tone 1..10; 0 = not chosen, which computes as the middle
  Reactivity reactivity = Reactivity::average;
  AgeBand age_band = AgeBand::from_30;
  bool darkens_easily = false; // after injury or sun, as in Fitzpatrick IV and above

  bool water = true;
  bool sun_protection = true;
  bool moisturiser = true;
  bool serum = false;
  bool no_makeup_24h = true;
  bool gentle_care = true;        // no irritation, time to heal
  bool anti_inflammatory = false; // anti-inflammatory drugs taken in the first week
  bool ice = false;
  bool arnica_bromelain = false;

  bool operator==(const Factors &) const = default;
};

// True when every number lies in the valid domain above.
bool valid(const Factors &);

} // namespace rt
