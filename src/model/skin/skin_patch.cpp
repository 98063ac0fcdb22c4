#include "model/skin/skin_patch.h"

#include "model/numeric/portable_math.h"
#include "model/skin/skin_tables.h"

#include <cmath>

namespace rt {
namespace {

double bounded(double x, double low, double high) { return x > low ? (x < high ? x : high) : low; }
double share(double x) { return bounded(x, 0.0, 1.0); }

// The small openings are hardly seen after a day (chosen).
constexpr double kOpenings_d = 0.6;
// Of every pattern: the skin is the same in every picture.
constexpr float kSeed = 7;

} // namespace

NeedlePattern needle_pattern(const Factors &factors) {
  NeedlePattern pattern;
  switch (factors.device) {
  case Device::roller: pattern = {1.8, 0.30, 0.07}; break;
  case Device::stamp: pattern = {1.2, 0.05, 0.07}; break;
  case Device::pen: pattern = {1.6, 0.30, 0.07}; break;
  case Device::rf: pattern = {1.5, 0.05, 0.10}; break;
  case Device::fractional: pattern = {1.0, 0.05, 0.10}; break;
  }
  const double passes = bounded(factors.passes, 1.0, 6.0);
  // No pass meets the points of another.
  if (passes > 1) pattern.jitter = 0.30;
  pattern.pitch_mm /= std::sqrt(passes);
  return pattern;
}

Bruise patch_bruise(BruiseKind kind, double severity, double days) {
  const Bruise fresh = bruise_at(kind, 0), now = bruise_at(kind, days);
  const double blood = now.blood / fresh.blood;
  const double yellow = now.bilirubin_molar / (4.0 * optics::kHemoglobin_molar * fresh.blood);
  // Blood never ends: it halves.
  const double amount = share(severity) / (blood + yellow);
  return {now.blood * amount, now.saturation, now.bilirubin_molar * amount};
}

PatchNumbers patch_numbers(const SkinPatch &patch, double mm_per_pixel) {
  SkinState skin;
  skin.melanin_fraction = patch.melanin_fraction;
  skin.undertone_blood = patch.undertone_blood;
  const double bruising = share(patch.bruising);
  // A slight bruise is small rather than pale (chosen).
  const double strength = share(bruising / 0.4);
  const Bruise flat = patch_bruise(BruiseKind::ecchymosis, strength, patch.days);
  const Bruise point = patch_bruise(BruiseKind::petechia, strength, patch.days);
  const double early =
      bruise_at(BruiseKind::petechia, patch.days).blood / bruise_at(BruiseKind::petechia, 0).blood;
  const double days = bounded(patch.days, 0.0, 60.0);
  const auto yellow = [](const Bruise &b) {
    return share(b.bilirubin_molar / kTableBilirubinSpan_molar);
  };
  const double numbers[kPatchNumbers] = {
      bounded(mm_per_pixel, 1e-3, 10.0),
      table_place(skin).melanin,
      bounded(patch.undertone_blood, 0.0, 0.1),
      share(patch.redness),

      share(patch.swelling),
      share(patch.tightness),
      share(patch.flaking),
      share(patch.pores),

      flat.blood,
      yellow(flat),
      point.blood,
      yellow(point),

      bounded(patch.needles.pitch_mm, 0.3, 3.0),
      bounded(patch.needles.radius_mm, 0.02, 0.2),
      bounded(patch.needles.jitter, 0.0, 0.5),
      patch.openings ? portable_exp(-days / kOpenings_d) : 0.0,

      bruising * early,
      bruising,
      patch.outline ? 1.0 : 0.0,
      kSeed,

      kSkinExposure,
      kPatchLight[0],
      kPatchLight[1],
      kPatchLight[2],
  };
  PatchNumbers out{};
  for (std::size_t i = 0; i < kPatchNumbers; ++i) out[i] = static_cast<float>(numbers[i]);
  return out;
}

} // namespace rt
