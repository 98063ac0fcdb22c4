#pragma once
// Virtual people: how each one differs from the typical person, whatever the treatment.

#include "model/parameters.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rt {

// X(name): rates multiply the rate constants of a sign (above 1 = settles sooner); odds multiply
// the injury as that sign feels it (above 1 = stronger); clinic_time multiplies the times of the
// clinic that the person happens to be at; proneness is added to the log-odds of having the sign at
// all, unresponsiveness to those of gaining next to nothing. A rate's spread is omega_time, or
// omega_rate where a single constant varies.
#define RT_TRAITS(X)                                                                               \
  X(redness_rate)                                                                                  \
  X(swelling_rate)                                                                                 \
  X(bruise_rate)                                                                                   \
  X(barrier_fast_rate)                                                                             \
  X(barrier_rate)                                                                                  \
  X(tightness_rate)                                                                                \
  X(flaking_rate)                                                                                  \
  X(gain_rate)                                                                                     \
  X(redness_odds)                                                                                  \
  X(tightness_odds)                                                                                \
  X(marks_odds)                                                                                    \
  X(pores_odds)                                                                                    \
  X(gain_odds)                                                                                     \
  X(clinic_time)                                                                                   \
  X(swelling_proneness)                                                                            \
  X(bruise_proneness)                                                                              \
  X(flaking_proneness)                                                                             \
  X(unresponsiveness)

enum class Trait : std::uint8_t {
#define RT_TRAIT_ENUM(name) name,
  RT_TRAITS(RT_TRAIT_ENUM)
#undef RT_TRAIT_ENUM
};
inline constexpr std::size_t kTraits = 18;

// One person's traits: 1 (proneness: 0) in the typical person.
struct Person {
#define RT_TRAIT_MEMBER(name) double name = Trait::name < Trait::swelling_proneness ? 1.0 : 0.0;
  RT_TRAITS(RT_TRAIT_MEMBER)
#undef RT_TRAIT_MEMBER
};

// Independent uniform numbers in (0, 1) that one person is made of: two that all rates and all odds
// share, then one a trait.
inline constexpr std::size_t kPersonDimensions = kTraits + 2;
Person make_person(const Parameters &, const std::array<double, kPersonDimensions> &uniform);

// How many people every number that is shown is of, and which: the same in the widget and in the
// tool, on every machine, so that the same factors give the same numbers everywhere. A power of two,
// because the quasi-random numbers are evenest then.
inline constexpr std::size_t kPopulationSize = 4096;
inline constexpr std::uint64_t kPopulationSeed = 20260101;

// A drawn population, one column of floats a trait. Columns are padded with copies of the last
// person to a multiple of kLanes.
class Population {
public:
  static constexpr std::size_t kLanes = 16;

  std::size_t size() const { return size_; }
  std::size_t lanes() const { return padded_; } // size(), rounded up to whole lanes
  std::span<const float> column(Trait trait) const {
    return {traits_.data() + static_cast<std::size_t>(trait) * padded_, padded_};
  }
  Person person(std::size_t i) const; // i < size()

private:
  friend Population population_of(std::span<const Person>);
  std::size_t size_ = 0, padded_ = 0;
  std::vector<float> traits_;
};

// People drawn quasi-randomly; the same (n, seed) gives the same bits natively and in wasm. n > 0.
Population draw_population(const Parameters &, std::size_t n = kPopulationSize,
                           std::uint64_t seed = kPopulationSeed);

// These people as a population, in their order. Requires at least one.
Population population_of(std::span<const Person>);

} // namespace rt
