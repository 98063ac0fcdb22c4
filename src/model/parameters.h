#pragma once
// The numbers that the model rests on, read from web/content/model.json: no judgement stands as a
// constant in code. What each one means, its range, source and strength of evidence stand there.

#include <cstddef>
#include <cstdint>
#include <span>

namespace rt {

// Every parameter in the order of model.json. X(name, unit); the unit is part of the name where it
// is one of time. "ratio" multiplies; "dose" is injury in units of a pen at 1.5 mm with the usual
// passes on the cheeks; "severity" is the 0..1 scale of a sign; "1" is a pure number.
// clang-format off
#define RT_PARAMETERS(X) \
  X(reach_pen, "ratio") \
  X(reach_stamp, "ratio") \
  X(reach_rf, "ratio") \
  X(reach_roller, "ratio") \
  X(reach_fractional, "ratio") \
  X(dose_depth_exponent, "1") \
  X(dose_passes_exponent, "1") \
  X(usual_passes, "passes") \
  X(dose_stamp, "ratio") \
  X(dose_patch, "ratio") \
  X(dose_roller, "ratio") \
  X(dose_rf, "ratio") \
  X(dose_rf_smooth, "ratio") \
  X(dose_fractional, "ratio") \
  X(dose_forehead, "ratio") \
  X(dose_around_eyes, "ratio") \
  X(dose_around_mouth, "ratio") \
  X(dose_neck, "ratio") \
  X(dose_body, "ratio") \
  X(reactivity_dose_step, "ratio") \
  X(reactivity_time_step, "ratio") \
  X(time_ratio_limit, "ratio") \
  X(redness_half_effect_dose, "dose") \
  X(flush_share, "1") \
  X(flush_time_h, "h") \
  X(redness_rise_per_h, "1/h") \
  X(redness_late_share, "1") \
  X(redness_half_life_h, "h") \
  X(redness_dose_exponent, "1") \
  X(visible_redness, "severity") \
  X(instrument_redness, "severity") \
  X(visibility_light, "ratio") \
  X(visibility_middle, "ratio") \
  X(visibility_dark, "ratio") \
  X(tone_light_mst, "MST") \
  X(tone_middle_mst, "MST") \
  X(tone_dark_mst, "MST") \
  X(swelling_incidence, "fraction") \
  X(swelling_dose_slope, "1") \
  X(swelling_spread, "1") \
  X(swelling_odds_rf, "ratio") \
  X(swelling_odds_eyes, "ratio") \
  X(early_swelling_share, "1") \
  X(early_swelling_time_h, "h") \
  X(swelling_rise_per_h, "1/h") \
  X(swelling_half_life_h, "h") \
  X(swelling_dose_exponent, "1") \
  X(visible_swelling, "severity") \
  X(marks_half_effect_dose, "dose") \
  X(marks_half_life_h, "h") \
  X(rf_marks_ratio, "ratio") \
  X(rf_marks_peak_h, "h") \
  X(visible_marks, "severity") \
  X(rf_bleeding_ratio, "ratio") \
  X(ecchymosis_incidence, "fraction") \
  X(ecchymosis_dose_slope, "1") \
  X(ecchymosis_spread, "1") \
  X(ecchymosis_odds_eyes, "ratio") \
  X(ecchymosis_odds_anti_inflammatory, "ratio") \
  X(hemoglobin_half_life_h, "h") \
  X(bilirubin_half_life_h, "h") \
  X(yellow_visibility, "ratio") \
  X(visible_bruising, "severity") \
  X(barrier_amount, "ratio") \
  X(barrier_dose_exponent, "1") \
  X(barrier_fast_share, "1") \
  X(barrier_fast_half_life_h, "h") \
  X(barrier_slow_half_life_h, "h") \
  X(rf_barrier_amount, "ratio") \
  X(rf_barrier_peak_h, "h") \
  X(barrier_closed_excess, "ratio") \
  X(occlusion_divisor, "ratio") \
  X(dark_skin_time_ratio, "ratio") \
  X(middle_skin_time_ratio, "ratio") \
  X(age_time_ratio_at_70, "ratio") \
  X(age_share_other_signs, "1") \
  X(age_under_30_y, "years") \
  X(age_from_30_y, "years") \
  X(age_from_45_y, "years") \
  X(age_from_60_y, "years") \
  X(tightness_half_effect_dose, "dose") \
  X(hot_tightness, "ratio") \
  X(hot_tightness_time_h, "h") \
  X(dry_tightness, "ratio") \
  X(dry_tightness_peak_h, "h") \
  X(felt_tightness, "severity") \
  X(flaking_incidence, "fraction") \
  X(flaking_dose_slope, "1") \
  X(flaking_spread, "1") \
  X(flaking_transit_h, "h") \
  X(flaking_transit_body_h, "h") \
  X(flaking_dose_exponent, "1") \
  X(visible_flaking, "severity") \
  X(pores_half_effect_dose, "dose") \
  X(visible_pores, "severity") \
  X(pores_shrink_share, "fraction") \
  X(sun_redness_share, "ratio") \
  X(sun_sensitive_above, "ratio") \
  X(gain_per_session, "fraction") \
  X(gain_half_effect_dose, "dose") \
  X(gain_threshold_mm, "mm") \
  X(gain_threshold_slope, "1") \
  X(gain_unresponsive, "fraction") \
  X(gain_unresponsive_ratio, "ratio") \
  X(gain_ratio_fine_lines, "ratio") \
  X(gain_ratio_stretch_marks, "ratio") \
  X(gain_unresponsive_odds_fine_lines, "ratio") \
  X(gain_unresponsive_odds_stretch_marks, "ratio") \
  X(gain_prp_ratio, "ratio") \
  X(gain_serum_ratio, "ratio") \
  X(gain_time_weeks, "weeks") \
  X(gain_fast_share, "1") \
  X(gain_fast_time_weeks, "weeks") \
  X(gain_loss_half_life_months, "months") \
  X(complete_course_sessions, "sessions") \
  X(first_result_gain, "fraction") \
  X(clear_change_gain, "fraction") \
  X(prp_time_ratio, "ratio") \
  X(moisturiser_dryness_ratio, "ratio") \
  X(serum_dryness_ratio, "ratio") \
  X(anti_inflammatory_barrier_ratio, "ratio") \
  X(led_time_ratio, "ratio") \
  X(omega_time, "1") \
  X(omega_rate, "1") \
  X(omega_amplitude, "1") \
  X(omega_gain, "1") \
  X(within_person_correlation, "1") \
  X(omega_clinic, "1") \
  X(omega_clinic_share, "1") \
  X(omega_study, "1") \
  X(dark_spots_light, "fraction") \
  X(dark_spots_middle, "fraction") \
  X(dark_spots_dark, "fraction") \
  X(dark_spots_odds_body, "ratio") \
  X(dark_spots_prone_odds, "ratio") \
  X(dark_spots_dose_slope, "1") \
  X(dark_spots_sessions_slope, "1") \
  X(dark_spots_sun_odds, "ratio") \
  X(dark_spots_begin_weeks, "weeks") \
  X(dark_spots_end_weeks, "weeks") \
  X(breakouts_incidence, "fraction") \
  X(breakouts_begin_h, "h") \
  X(breakouts_end_h, "h") \
  X(numbness_end_h, "h") \
  X(omega_event, "1") \
  X(advice_make_up_h, "h") \
  X(advice_exercise_h, "h") \
  X(advice_sun_h, "h")
// clang-format on

struct Parameters {
#define RT_PARAMETER_MEMBER(name, unit) double name = 0;
  RT_PARAMETERS(RT_PARAMETER_MEMBER)
#undef RT_PARAMETER_MEMBER
};

// One of them by its name; the value is its place in the order above.
enum class Parameter : std::uint8_t {
#define RT_PARAMETER_ENUM(name, unit) name,
  RT_PARAMETERS(RT_PARAMETER_ENUM)
#undef RT_PARAMETER_ENUM
};
#define RT_PARAMETER_COUNT(name, unit) +1
inline constexpr std::size_t kParameters = 0 RT_PARAMETERS(RT_PARAMETER_COUNT);
#undef RT_PARAMETER_COUNT

double Parameters::*parameter_member(Parameter);
const char *parameter_unit(Parameter);

struct ParameterSpec {
  const char *name;
  const char *unit;
  double Parameters::*value;
};

// Every parameter, in the order of model.json. Only for those who need the names: they are long.
std::span<const ParameterSpec> parameter_specs();

} // namespace rt
