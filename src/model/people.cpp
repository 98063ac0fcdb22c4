#include "model/people.h"

#include "model/numeric/portable_math.h"
#include "model/numeric/sobol.h"
#include "result.h"

#include <algorithm>
#include <cmath>

namespace rt {

namespace {

static_assert(kPersonDimensions <= kSobolDimensions);

bool is_rate(Trait trait) { return trait <= Trait::gain_rate; }
bool is_odds(Trait trait) { return !is_rate(trait) && trait < Trait::clinic_time; }

double spread(const Parameters &p, Trait trait) {
  switch (trait) {
  case Trait::barrier_fast_rate:
  case Trait::tightness_rate: return p.omega_rate;
  case Trait::gain_odds: return p.omega_gain;
  default: return is_rate(trait) ? p.omega_time : p.omega_amplitude;
  }
}

} // namespace

Person make_person(const Parameters &p, const std::array<double, kPersonDimensions> &uniform) {
  const double shared = std::sqrt(p.within_person_correlation);
  const double own = std::sqrt(1.0 - p.within_person_correlation);
  const double all_rates = normal_quantile(uniform[0]);
  const double all_odds = normal_quantile(uniform[1]);
  const auto trait = [&](Trait which) {
    const double u = uniform[static_cast<std::size_t>(which) + 2];
    if (which == Trait::clinic_time) return portable_exp(p.omega_clinic * normal_quantile(u));
    if (!is_rate(which) && !is_odds(which)) return logit(u);
    const double common = is_rate(which) ? all_rates : all_odds;
    return portable_exp(spread(p, which) * (shared * common + own * normal_quantile(u)));
  };
  Person person;
#define RT_TRAIT_SET(name) person.name = trait(Trait::name);
  RT_TRAITS(RT_TRAIT_SET)
#undef RT_TRAIT_SET
  return person;
}

Population population_of(std::span<const Person> persons) {
  RT_CHECK(!persons.empty());
  Population people;
  people.size_ = persons.size();
  people.padded_ =
      (people.size_ + Population::kLanes - 1) / Population::kLanes * Population::kLanes;
  people.traits_.resize(kTraits * people.padded_);
  for (std::size_t i = 0; i < people.padded_; ++i) {
    const Person &person = persons[std::min(i, people.size_ - 1)];
    float *out = people.traits_.data() + i;
#define RT_TRAIT_STORE(name)                                                                       \
  out[static_cast<std::size_t>(Trait::name) * people.padded_] = static_cast<float>(person.name);
    RT_TRAITS(RT_TRAIT_STORE)
#undef RT_TRAIT_STORE
  }
  return people;
}

Population draw_population(const Parameters &p, std::size_t n, std::uint64_t seed) {
  RT_CHECK(n > 0);
  std::vector<Person> persons;
  persons.reserve(n);
  for (std::uint32_t i = 0; i < n; ++i) {
    std::array<double, kPersonDimensions> uniform;
    for (std::size_t d = 0; d < uniform.size(); ++d)
      uniform[d] = sobol(i, static_cast<int>(d), seed);
    persons.push_back(make_person(p, uniform));
  }
  return population_of(persons);
}

Person Population::person(std::size_t i) const {
  RT_CHECK(i < size_);
  Person person;
#define RT_TRAIT_LOAD(name) person.name = static_cast<double>(column(Trait::name)[i]);
  RT_TRAITS(RT_TRAIT_LOAD)
#undef RT_TRAIT_LOAD
  return person;
}

} // namespace rt
