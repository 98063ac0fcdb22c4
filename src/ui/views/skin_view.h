#pragma once
// The illustration of the skin at the chosen time, and what belongs to it. The picture itself is
// drawn by the painter (SkinPicture); here it gets its place, its labels and its words. Functions
// with a Place return the height they took, in CSS px.

#include "ui/ui.h"

namespace rt {

// Room for three patches side by side, milder, typical and stronger; else one shows the course that
// skin_course chooses.
bool three_patches_fit(const Ui &, float width);
float skin_patches(Ui &, const Place &);
float skin_patch(Ui &, const Rect &);   // returns its own height with everything around it
float skin_course(Ui &, const Place &); // milder, typical or stronger
float skin_notes(Ui &, const Place &);  // where redness cannot be seen; the overlay's switch
float undertone(Ui &, const Place &);   // of the skin in the picture

} // namespace rt
