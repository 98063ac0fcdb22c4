#pragma once
// What makes the difference between two treatments: parts that sum to the whole.

#include "model/factors.h"
#include "model/people.h"
#include "model/signs.h"

#include <cstdint>
#include <vector>

namespace rt {

// The factors that act on how long it takes to look normal; the others act on what is felt, on the
// result, or on nothing that was measured.
#define RT_RECOVERY_FACTORS(X)                                                                     \
  X(device)                                                                                        \
  X(depth_mm)                                                                                      \
  X(passes)                                                                                        \
  X(area)                                                                                          \
  X(prp)                                                                                           \
  X(tone)                                                                                          \
  X(reactivity)                                                                                    \
  X(age_band)                                                                                      \
  X(anti_inflammatory)

enum class RecoveryFactor : std::uint8_t {
#define RT_RECOVERY_FACTOR_ENUM(name) name,
  RT_RECOVERY_FACTORS(RT_RECOVERY_FACTOR_ENUM)
#undef RT_RECOVERY_FACTOR_ENUM
};
inline constexpr std::size_t kRecoveryFactors = 9;
const char *factor_key(RecoveryFactor); // the key of element.state

struct DifferencePart {
  RecoveryFactor factor;
  double hours; // negative: this change shortens recovery
};

// How the whole is shared out. With up to kShapleyFactors changed factors each one gets its Shapley
// value: what it adds, averaged over every order in which the changes could be made. With more,
// the average over one order (that of RecoveryFactor) and its reverse. Both sum exactly.
enum class AttributionMethod : std::uint8_t { shapley, both_orders };
inline constexpr std::size_t kShapleyFactors = 6;

struct Difference {
  double from_h = 0, to_h = 0;       // median hours until looking normal, before and after
  std::vector<DifferencePart> parts; // changed factors only; hours sum to to_h - from_h
  AttributionMethod method = AttributionMethod::shapley;
};
Difference attribute_difference(const Parameters &, const Factors &from, const Factors &to,
                                const Population &);

// The same people with either treatment: how many need longer until looking normal. The shares sum
// to 1; people who look normal at once both ways are in share_same. Not a chance for one person:
// a factor that lengthens everyone's recovery by a little gives share_longer = 1.
struct Pairs {
  double share_longer = 0, share_same = 0, share_shorter = 0; // of people, with `to` than `from`
  Quantiles hours_longer{}; // of each person's own difference; negative: `to` is sooner over
};
Pairs compare_pairs(const Parameters &, const Factors &from, const Factors &to, const Population &);

} // namespace rt
