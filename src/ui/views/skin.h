#pragma once
// The illustration of the skin at the chosen time, and what belongs to it. The picture itself is
// drawn by the painter (SkinPicture); here it gets its place, its labels and its words.

#include "ui/layout.h"

namespace rt {

// Room for three patches side by side, milder, typical and stronger; else one shows the course that
// skin_course chooses.
bool three_patches_fit(const Ui &, float width);
void skin_patches(Flow &);
void skin_patch(Flow &, float height);
void skin_course(Flow &); // milder, typical or stronger
void skin_notes(Flow &);  // where redness cannot be seen; the overlay's switch
void undertone(Flow &);   // of the skin in the picture

} // namespace rt
