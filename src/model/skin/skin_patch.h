#pragma once
// What the illustrated patch of skin shows: severities of the signs and the skin's own color, as
// the numbers that shaders/skin.frag takes. Color, light and physiology are the same for every
// tone; only the melanin differs. Everything marked "chosen" is a decision of ours about a picture.

#include "model/factors.h"
#include "model/skin/skin_color.h"

#include <array>
#include <cstddef>

namespace rt {

// Where a device puts its needles. Makers state pitches of about 1 to 2 mm; chosen as typical.
struct NeedlePattern {
  // Between neighbors, 0.3..3.
  double pitch_mm = 1.5;
  // How far a point may lie off the lattice, share of the pitch, 0..0.5.
  double jitter = 0.3;
  double radius_mm = 0.07;
};
// Each pass puts points between those of the ones before it.
NeedlePattern needle_pattern(const Factors &);

struct SkinPatch {
  // As in SkinState.
  double melanin_fraction = 0.0517;
  double undertone_blood = optics::kRestingBlood;
  // Severities 0..1 as in Projection.
  double redness = 0, swelling = 0, bruising = 0, tightness = 0, flaking = 0, pores = 0;
  // Since the treatment, 0..60: a bruise's color, what is left of the openings.
  double days = 0;
  NeedlePattern needles;
  // Needle points are shown at all.
  bool openings = true;
  // Hatch what is red or bruised, the denser the stronger.
  bool outline = false;
};

// A bruise of this severity at this age. Its amount is the severity, which the model computes over
// time; its age only tells how much of the blood has turned to bilirubin.
Bruise patch_bruise(BruiseKind, double severity, double days);

// The width that a patch shows.
inline constexpr double kPatchSide_mm = 20;
// From the upper left. Chosen; unit length.
inline constexpr std::array<double, 3> kPatchLight = {-0.4511, -0.5514, 0.7017};

// Six vectors of four, in the order of the shader's names. Finite for every input.
inline constexpr std::size_t kPatchNumbers = 24;
using PatchNumbers = std::array<float, kPatchNumbers>;
PatchNumbers patch_numbers(const SkinPatch &, double mm_per_pixel);

} // namespace rt
