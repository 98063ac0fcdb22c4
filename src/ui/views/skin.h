#pragma once
// The illustration of the skin at the chosen time, and what belongs to it. The picture itself is
// drawn by the painter (SkinPicture); here it gets its place, its labels and its words.

#include "ui/layout.h"

namespace rt {

void skin_patches(Flow &);  // milder, typical and stronger, side by side
void skin_note(Flow &);     // where redness cannot be seen
void skin_settings(Flow &); // the undertone in the picture, the outline's switch

} // namespace rt
