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

// A part of Care: after, before, what people see.
inline void care_part(Headless &h, Word part) {
  h.ask(ControlEvent::press, h.node(Role::radio, h.app.content().word(part)).id);
}

// Calls look() at each view and each part of Care: a pen with PRP on the first day, RF on day 5 against every advice.
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
      if (view != "care") continue;
      for (const Word part : {Word::care_before, Word::care_see, Word::care_after}) {
        care_part(h, part);
        open_all(h);
        if (part != Word::care_after) look();
      }
    }
}

} // namespace rt::test
