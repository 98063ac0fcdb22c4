#pragma once
// Every view in the settings that change what it tells, with everything open.

#include "support/headless.h"

#include <string>
#include <vector>

namespace rt::test {

// Opens what opens, and what opens in it.
inline void open_all(Headless &h) {
  for (int round = 0; round < 4; ++round) h.open_everything();
}

inline const std::vector<std::string> &view_keys() {
  static const std::vector<std::string> keys{"recovery", "results", "plan", "care", "about"};
  return keys;
}

// Calls look() at each view: a pen with PRP on the first day, RF on day 5 against every advice.
template <class Look> void at_every_view(Headless &h, Look look) {
  for (const char *treatment :
       {R"("device": "pen", "prp": true, "day": 0, "treated_at": null)",
        R"("device": "rf", "prp": false, "day": 5, "treated_at": null, "water": false,
           "sun_protection": false, "moisturiser": false, "serum": true, "no_makeup_24h": false,
           "gentle_care": false, "anti_inflammatory": true, "ice": true,
           "arnica_bromelain": true)"})
    for (const std::string &view : view_keys()) {
      h.set_state("{" + std::string(treatment) + ", \"view\": \"" + view + "\"}");
      open_all(h);
      INFO("view " << view);
      look();
    }
}

} // namespace rt::test
