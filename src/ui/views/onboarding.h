#pragma once
// Three short steps for who is here for the first time, on the visitor's own settings, each with a
// ring around what it speaks of. Over once skipped or read to its end, and then for as long as the
// page is open (UiMemory::onboarding_step; nothing is stored).

#include "ui/layout.h"

namespace rt {

inline constexpr int kOnboardingSteps = 3;

// The card with the step that is shown; nothing once it is over.
void onboarding(Flow &);

// The ring, drawn when everything else on the page stands.
void onboarding_ring(Ui &);

} // namespace rt
