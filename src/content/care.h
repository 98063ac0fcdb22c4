#pragma once
// What to do and what to leave out after a treatment: a table of items, each with how long it lasts
// and who says so. What they are called stands in the words (RT_CARE_WORDS), how long they last in
// model.json under "care".
//
// Where the source of a span is "clinic convention", its range is what aftercare pages of clinics
// say, as read on 2026-11-22: fifthelementesthetics.com, bewellcfl.com, telolabs.com,
// charmbeautybyirina.com, timelessbeautydermaspa.com, monarchbrowandfacials.com,
// coloradowaxing.com, allurefl.com. The span itself is our choice within it.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace rt {

// X(name, kind): the key under "care" in model.json; the words care_<name> (its short name),
// care_<name>_why (what is known of it) and, of `keep`, care_<name>_do (the advice as a sentence).
// clang-format off
#define RT_CARE_ITEMS(X)                                                                           \
  X(rinse, keep) X(moisture, keep) X(serum, keep) X(water, keep) X(sunscreen, keep)                \
  X(time, keep) X(rf_moisture, keep)                                                               \
  X(make_up, avoid) X(exercise, avoid) X(heat, avoid) X(acids, avoid) X(scrubs, avoid)             \
  X(anti_inflammatory, avoid) X(ice_arnica, avoid) X(treatments, avoid) X(sun, avoid)
// clang-format on

enum class CareItem : std::uint8_t {
#define RT_CARE_ENUM(name, kind) name,
  RT_CARE_ITEMS(RT_CARE_ENUM)
#undef RT_CARE_ENUM
};
#define RT_CARE_COUNT(name, kind) +1
inline constexpr std::size_t kCareItems = 0 RT_CARE_ITEMS(RT_CARE_COUNT);
#undef RT_CARE_COUNT

enum class CareKind : std::uint8_t { keep, avoid };
constexpr CareKind care_kind(CareItem item) {
  constexpr std::array<CareKind, kCareItems> kKinds{
#define RT_CARE_KIND(name, kind) CareKind::kind,
      RT_CARE_ITEMS(RT_CARE_KIND)
#undef RT_CARE_KIND
  };
  return kKinds[static_cast<std::size_t>(item)];
}
const char *care_key(CareItem);
// In the order of CareItem.
std::span<const char *const> care_keys();

// Advice holds from the treatment on for `hours`; what clinics say runs from min_h to max_h.
struct CareSpan {
  double hours = 0, min_h = 0, max_h = 0;
  // Of the span: A controlled study, B cohort, C review or expert, D convention.
  char strength = 'D';
  // When it was last looked up, "2026-11-22".
  std::string date;
  // As of a parameter.
  std::vector<std::string> sources;
};

// A published study, and the rows of the evidence that came from it ("RED-08").
struct Study {
  std::string citation;
  std::vector<std::string> rows;
};

} // namespace rt
