#include "model/milestones.h"

#include "model/bands.h"

#include <algorithm>
#include <vector>

namespace rt {

double visible_above(const Scenario &s, Sign sign) {
  switch (sign) {
  case Sign::redness: return s.visible_redness;
  case Sign::swelling: return s.visible_swelling;
  case Sign::bruising: return s.visible_bruising;
  case Sign::tightness: return s.felt_tightness;
  case Sign::flaking: return s.visible_flaking;
  case Sign::pores: return s.visible_pores;
  }
  return 1.0;
}

void compute_looks_normal_hours(const Scenario &s, const People &people, std::span<float> out) {
  static thread_local std::vector<float> one;
  one.resize(out.size());
  std::fill(out.begin(), out.end(), 0.0f);
  for (std::size_t i = 0; i < kSigns; ++i) {
    const auto sign = static_cast<Sign>(i);
    if (!seen_by_others(sign)) continue;
    compute_hours_until_below(s, people, sign, visible_above(s, sign), one);
    for (std::size_t p = 0; p < out.size(); ++p) out[p] = std::max(out[p], one[p]);
  }
}

} // namespace rt
