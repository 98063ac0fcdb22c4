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
  // Nominal needle length; the depth reached is smaller for rollers.
  double depth_mm = 1.0;
  // 3 stands for: to mild pinpoint bleeding, the usual endpoint.
  int passes = 3;
  Area area = Area::cheeks;
  // Platelet-rich plasma with the treatment.
  bool prp = false;
  int sessions = 3;
  int weeks_between = 4;
  Concern concern = Concern::texture; // skin texture and glow

  // Monk Skin Tone 1..10; 0 is not chosen, which computes as the middle.
  int tone = 0;
  Reactivity reactivity = Reactivity::average;
  AgeBand age_band = AgeBand::from_30;
  // After injury or sun, as in Fitzpatrick IV and above.
  bool darkens_easily = false;

  bool water = true;
  bool sun_protection = true;
  bool moisturiser = true;
  bool serum = false;
  bool no_makeup_24h = true;
  // No irritation, time to heal.
  bool gentle_care = true;
  // Anti-inflammatory drugs taken in the first week.
  bool anti_inflammatory = false;
  bool ice = false;
  bool arnica_bromelain = false;

  bool operator==(const Factors &) const = default;
};

// True when every number lies in the valid domain above.
bool valid(const Factors &);

} // namespace rt
