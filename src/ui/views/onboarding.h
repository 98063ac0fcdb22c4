#pragma once
// The worked example for who is here for the first time: three short steps on the visitor's own
// settings, each with a ring around what it speaks of. Over once skipped or read to its end, and
// then for as long as the page is open (UiMemory::first_use; nothing is stored).

#include "ui/ui.h"

namespace rt {

inline constexpr int kFirstUseSteps = 3;

// The card with the step that is shown; returns its height in CSS px, 0 once it is over.
float first_use(Ui &, const Place &);

// The ring, drawn when everything else on the page stands.
void first_use_ring(Ui &);

} // namespace rt
