#include "model/differences.h"

#include "model/fast/quantiles.h"
#include "model/fast/times.h"
#include "model/scenario.h"
#include "result.h"

#include <bit>

namespace rt {

namespace {

bool differs(RecoveryFactor factor, const Factors &a, const Factors &b) {
  switch (factor) {
#define RT_DIFFERS(name)                                                                           \
  case RecoveryFactor::name: return a.name != b.name;
    RT_RECOVERY_FACTORS(RT_DIFFERS)
#undef RT_DIFFERS
  }
  return false;
}

void take(RecoveryFactor factor, const Factors &from, Factors &to) {
  switch (factor) {
#define RT_TAKE(name)                                                                              \
  case RecoveryFactor::name: to.name = from.name; break;
    RT_RECOVERY_FACTORS(RT_TAKE)
#undef RT_TAKE
  }
}

// Median hours until looking normal with some of the changes made.
class Mixtures {
public:
  Mixtures(const Parameters &p, const Factors &from, const Factors &to, const Population &people)
      : p_(p), from_(from), to_(to), population_(people), hours_(people.lanes()) {
    for (std::size_t i = 0; i < kRecoveryFactors; ++i)
      if (differs(static_cast<RecoveryFactor>(i), from, to))
        changed.push_back(static_cast<RecoveryFactor>(i));
  }

  std::vector<RecoveryFactor> changed;

  // Bit i of `made`: changed[i] is as in `to`.
  double median_h(std::uint32_t made) {
    Factors mixed = from_;
    for (std::size_t i = 0; i < changed.size(); ++i)
      if ((made >> i) & 1u) take(changed[i], to_, mixed);
    compute_looks_normal_hours(scenario_of(p_, mixed), population_, hours_);
    return static_cast<double>(exact_quantiles({hours_.data(), population_.size()})[kMedian]);
  }

private:
  const Parameters &p_;
  const Factors &from_, &to_;
  const Population &population_;
  std::vector<float> hours_;
};

void share_by_shapley(Mixtures &mixtures, Difference &difference) {
  const std::size_t n = mixtures.changed.size();
  std::vector<double> median(std::size_t{1} << n);
  for (std::uint32_t made = 0; made < median.size(); ++made) median[made] = mixtures.median_h(made);
  // Share of the orders in which k other changes come first.
  std::vector<double> weight(n);
  double orders = 1.0 / static_cast<double>(n);
  for (std::size_t k = 0; k < n; ++k) {
    weight[k] = orders;
    orders *= static_cast<double>(k + 1) / static_cast<double>(n - 1 > k ? n - 1 - k : 1);
  }
  for (std::size_t i = 0; i < n; ++i) {
    double hours = 0.0;
    for (std::uint32_t made = 0; made < median.size(); ++made)
      if (!((made >> i) & 1u))
        hours += weight[static_cast<std::size_t>(std::popcount(made))] *
                 (median[made | (1u << i)] - median[made]);
    difference.parts.push_back({mixtures.changed[i], hours});
  }
  difference.from_h = median.front();
  difference.to_h = median.back();
}

void share_by_both_orders(Mixtures &mixtures, Difference &difference) {
  const std::size_t n = mixtures.changed.size();
  const std::uint32_t all = (1u << n) - 1u;
  for (std::size_t i = 0; i < n; ++i) difference.parts.push_back({mixtures.changed[i], 0.0});
  double first = mixtures.median_h(0), last = first;
  difference.from_h = first;
  for (std::size_t i = 0; i < n; ++i) {
    const double next = mixtures.median_h((2u << i) - 1u);
    difference.parts[i].hours += 0.5 * (next - first);
    first = next;
    const std::size_t back = n - 1 - i;
    const double next_back = mixtures.median_h(all & ~((1u << back) - 1u));
    difference.parts[back].hours += 0.5 * (next_back - last);
    last = next_back;
  }
  difference.to_h = first;
}

} // namespace

const char *factor_key(RecoveryFactor factor) {
  switch (factor) {
#define RT_FACTOR_KEY(name)                                                                        \
  case RecoveryFactor::name: return #name;
    RT_RECOVERY_FACTORS(RT_FACTOR_KEY)
#undef RT_FACTOR_KEY
  }
  return "";
}

Difference attribute_difference(const Parameters &p, const Factors &from, const Factors &to,
                                const Population &people) {
  RT_CHECK(valid(from) && valid(to) && people.size() > 0);
  Mixtures mixtures(p, from, to, people);
  Difference difference;
  if (mixtures.changed.empty()) {
    difference.from_h = difference.to_h = mixtures.median_h(0);
  } else if (mixtures.changed.size() <= kShapleyFactors) {
    share_by_shapley(mixtures, difference);
  } else {
    difference.method = AttributionMethod::both_orders;
    share_by_both_orders(mixtures, difference);
  }
  return difference;
}

Pairs compare_pairs(const Parameters &p, const Factors &from, const Factors &to,
                    const Population &people) {
  RT_CHECK(valid(from) && valid(to) && people.size() > 0);
  std::vector<float> before(people.lanes()), hours(people.lanes());
  compute_looks_normal_hours(scenario_of(p, from), people, before);
  compute_looks_normal_hours(scenario_of(p, to), people, hours);
  std::size_t longer = 0, shorter = 0;
  for (std::size_t i = 0; i < people.size(); ++i) {
    hours[i] -= before[i];
    longer += hours[i] > 0.0f ? 1 : 0;
    shorter += hours[i] < 0.0f ? 1 : 0;
  }
  const double n = static_cast<double>(people.size());
  Pairs pairs;
  pairs.share_longer = static_cast<double>(longer) / n;
  pairs.share_shorter = static_cast<double>(shorter) / n;
  pairs.share_same = static_cast<double>(people.size() - longer - shorter) / n;
  pairs.hours_longer = exact_quantiles({hours.data(), people.size()});
  return pairs;
}

} // namespace rt
