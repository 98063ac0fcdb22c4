#include "model/milestones.h"

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

} // namespace rt
