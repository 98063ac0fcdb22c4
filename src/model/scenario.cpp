#include "model/scenario.h"

#include "model/numeric/portable_math.h"

#include <algorithm>

namespace rt {

namespace {

constexpr double kLn2 = 6.93147180559945286227e-01;
constexpr double kReferenceDepthMm = 1.5; // by definition of the dose

double rate_of_half_life(double half_life) { return kLn2 / half_life; }

double reach(const Parameters &p, Device device) {
  switch (device) {
  case Device::roller: return p.reach_roller;
  case Device::stamp: return p.reach_stamp;
  case Device::pen: return p.reach_pen;
  case Device::rf: return p.reach_rf;
  case Device::fractional: return p.reach_fractional;
  }
  return 1.0;
}

double device_dose(const Parameters &p, Device device, const StudyConditions &study) {
  switch (device) {
  case Device::roller: return p.dose_roller;
  case Device::stamp: return study.patch ? p.dose_patch : p.dose_stamp;
  case Device::pen: return 1.0;
  case Device::rf: return study.smooth_rf ? p.dose_rf_smooth : p.dose_rf;
  case Device::fractional: return p.dose_fractional;
  }
  return 1.0;
}

double area_dose(const Parameters &p, Area area) {
  switch (area) {
  case Area::cheeks: return 1.0;
  case Area::forehead: return p.dose_forehead;
  case Area::around_eyes: return p.dose_around_eyes;
  case Area::around_mouth: return p.dose_around_mouth;
  case Area::neck: return p.dose_neck;
  case Area::body: return p.dose_body;
  }
  return 1.0;
}

double age_of(const Parameters &p, AgeBand band) {
  switch (band) {
  case AgeBand::under_30: return p.age_under_30_y;
  case AgeBand::from_30: return p.age_from_30_y;
  case AgeBand::from_45: return p.age_from_45_y;
  case AgeBand::from_60: return p.age_from_60_y;
  }
  return p.age_from_30_y;
}

// Straight lines through the three tones that studies stand for, flat beyond them.
double by_tone(const Parameters &p, double tone, double light, double middle, double dark) {
  if (tone <= p.tone_middle_mst) {
    const double x = (tone - p.tone_light_mst) / (p.tone_middle_mst - p.tone_light_mst);
    return light + (middle - light) * std::clamp(x, 0.0, 1.0);
  }
  const double x = (tone - p.tone_middle_mst) / (p.tone_dark_mst - p.tone_middle_mst);
  return middle + (dark - middle) * std::clamp(x, 0.0, 1.0);
}

// The parameters hold for usual aftercare, so what is usually followed acts when it is left out.
double when_left_out(bool followed, double ratio) { return followed ? 1.0 : 1.0 / ratio; }
double when_added(bool added, double ratio) { return added ? ratio : 1.0; }

// Only what studies have measured acts: the rest of what clinics advise is told in words.
struct Care {
  double visible; // multiplies the time of redness and swelling
  double dryness; // divides how dry skin feels
  double transit; // multiplies the time of flaking
  double barrier; // multiplies the rates of closure
};

Care care_of(const Parameters &p, const Factors &f, const StudyConditions &study) {
  Care care{};
  const double prp = when_added(f.prp, p.prp_time_ratio);
  care.visible = prp * when_added(study.led, p.led_time_ratio);
  care.dryness = when_left_out(f.moisturiser, p.moisturiser_dryness_ratio) *
                 when_added(f.serum, p.serum_dryness_ratio);
  care.transit = prp;
  care.barrier = when_added(f.anti_inflammatory, p.anti_inflammatory_barrier_ratio) /
                 when_added(study.occluded, p.occlusion_divisor) / prp;
  return care;
}

// A ratio of times, bent so that it never passes the limit nor its inverse.
double within_limit(const Parameters &p, double ratio) {
  const double most = portable_log(p.time_ratio_limit);
  const double power = portable_exp(2.0 * portable_log(ratio) / most); // tanh by one exponential
  return portable_exp(most * (power - 1.0) / (power + 1.0));
}

// What a dose and everything about the person and the care make of a time. A dose below the usual
// one shortens it without limit: a shallow treatment is over within hours.
double time_ratio(const Parameters &p, double dose, double exponent, double others) {
  const double by_dose = portable_pow(dose, exponent);
  const double less = by_dose < 1.0 ? by_dose : 1.0;
  return less * within_limit(p, by_dose / less * others);
}

// Hardly anything before 45, most after 60: the ratio is told for 70 against 30.
double age_power(double age_y) {
  const double decades = age_y > 30.0 ? (age_y - 30.0) / 40.0 : 0.0;
  return decades * decades;
}

// Gain of one session in the typical person, of what is left to gain; saturates with the injury.
// Needles that stay in the epidermis remodel next to nothing.
double gain_of(const Parameters &p, double dose, double reached_mm) {
  const double half = p.gain_half_effect_dose;
  const double deep = portable_pow(reached_mm / p.gain_threshold_mm, p.gain_threshold_slope);
  return p.gain_per_session * (dose / (dose + half)) * (1.0 + half) * (deep / (1.0 + deep));
}

// Gain against that of acne scars, on which most studies looked; texture and pores have no study of
// their own and are taken as those.
double concern_gain(const Parameters &p, Concern concern) {
  switch (concern) {
  case Concern::fine_lines: return p.gain_ratio_fine_lines;
  case Concern::stretch_marks: return p.gain_ratio_stretch_marks;
  case Concern::texture:
  case Concern::acne_scars:
  case Concern::pores: break;
  }
  return 1.0;
}
double concern_unresponsive_odds(const Parameters &p, Concern concern) {
  switch (concern) {
  case Concern::fine_lines: return p.gain_unresponsive_odds_fine_lines;
  case Concern::stretch_marks: return p.gain_unresponsive_odds_stretch_marks;
  case Concern::texture:
  case Concern::acne_scars:
  case Concern::pores: break;
  }
  return 1.0;
}

double dark_spots(const Parameters &p, const Factors &f, double tone, double ln_felt) {
  const double base = by_tone(p, tone, logit(p.dark_spots_light), logit(p.dark_spots_middle),
                              logit(p.dark_spots_dark));
  constexpr double kUsualSessions = 3.0; // of the courses that the shares were seen after
  return logistic(base + p.dark_spots_dose_slope * ln_felt +
                  p.dark_spots_sessions_slope *
                      portable_log(static_cast<double>(f.sessions) / kUsualSessions) +
                  portable_log(when_added(f.area == Area::body, p.dark_spots_odds_body)) +
                  portable_log(when_added(f.darkens_easily, p.dark_spots_prone_odds)) +
                  (f.sun_protection ? 0.0 : portable_log(p.dark_spots_sun_odds)));
}

} // namespace

Scenario scenario_of(const Parameters &p, const Factors &f, const StudyConditions &study) {
  Scenario s{};
  const double tone = f.tone == 0 ? p.tone_middle_mst : static_cast<double>(f.tone);
  const double steps =
      static_cast<double>(static_cast<int>(f.reactivity) - static_cast<int>(Reactivity::average));
  const Care care = care_of(p, f, study);

  const double reached_mm = reach(p, f.device) * f.depth_mm;
  const double depth = reached_mm / kReferenceDepthMm;
  const double passes = static_cast<double>(f.passes) / p.usual_passes;
  s.dose = portable_pow(depth, p.dose_depth_exponent) *
           portable_pow(passes, p.dose_passes_exponent) * device_dose(p, f.device, study) *
           area_dose(p, f.area);
  const double felt_dose = s.dose * portable_pow(p.reactivity_dose_step, steps);
  const double ln_dose = portable_log(s.dose), ln_felt = portable_log(felt_dose);

  const double age = age_power(study.age_y > 0 ? study.age_y : age_of(p, f.age_band));
  const double barrier_age = portable_pow(p.age_time_ratio_at_70, age);
  const double sign_age = portable_pow(p.age_time_ratio_at_70, age * p.age_share_other_signs);
  const double reacting = portable_pow(p.reactivity_time_step, steps);
  const double sign_time = sign_age * reacting;
  const double barrier_time =
      within_limit(p, barrier_age * reacting *
                          by_tone(p, tone, 1.0, p.middle_skin_time_ratio, p.dark_skin_time_ratio));
  const bool is_rf = f.device == Device::rf;

  s.redness = {
      p.flush_share, p.redness_late_share, 1.0 / p.flush_time_h, p.redness_rise_per_h,
      rate_of_half_life(p.redness_half_life_h *
                        time_ratio(p, s.dose, p.redness_dose_exponent, sign_time * care.visible))};
  s.redness_odds = felt_dose / p.redness_half_effect_dose;
  s.swelling = {
      p.early_swelling_share, 1.0, 1.0 / p.early_swelling_time_h, p.swelling_rise_per_h,
      rate_of_half_life(p.swelling_half_life_h *
                        time_ratio(p, s.dose, p.swelling_dose_exponent, sign_time * care.visible))};
  s.swelling_logit = logit(p.swelling_incidence) + p.swelling_dose_slope * ln_felt +
                     portable_log(when_added(is_rf, p.swelling_odds_rf)) +
                     portable_log(when_added(f.area == Area::around_eyes, p.swelling_odds_eyes));
  s.swelling_spread = p.swelling_spread;
  s.pores_odds = felt_dose / p.pores_half_effect_dose;

  s.marks_dry_late = is_rf;
  s.marks_odds = (is_rf ? p.rf_marks_ratio : 1.0) * s.dose / p.marks_half_effect_dose;
  s.marks_rate = is_rf ? 2.0 / (p.rf_marks_peak_h * within_limit(p, sign_time))
                       : rate_of_half_life(p.marks_half_life_h * within_limit(p, sign_time));
  s.ecchymosis_logit =
      logit(p.ecchymosis_incidence) + p.ecchymosis_dose_slope * ln_dose +
      portable_log(when_added(is_rf, p.rf_bleeding_ratio)) +
      portable_log(when_added(f.area == Area::around_eyes, p.ecchymosis_odds_eyes)) +
      portable_log(when_added(f.anti_inflammatory, p.ecchymosis_odds_anti_inflammatory));
  s.ecchymosis_spread = p.ecchymosis_spread;
  s.hemoglobin_rate = rate_of_half_life(p.hemoglobin_half_life_h * within_limit(p, sign_time));
  s.bilirubin_rate = rate_of_half_life(p.bilirubin_half_life_h * within_limit(p, sign_time));
  s.yellow = p.yellow_visibility;

  const double by_barrier_dose = portable_pow(s.dose, p.barrier_dose_exponent);
  s.barrier_amount = p.barrier_amount * by_barrier_dose;
  s.barrier_fast_share = p.barrier_fast_share;
  s.barrier_fast_rate = rate_of_half_life(p.barrier_fast_half_life_h * barrier_time) * care.barrier;
  s.barrier_slow_rate = rate_of_half_life(p.barrier_slow_half_life_h * barrier_time) * care.barrier;
  s.rf_barrier_amount = is_rf ? p.rf_barrier_amount * by_barrier_dose : 0.0;
  s.rf_barrier_rate = care.barrier / (p.rf_barrier_peak_h * barrier_time);

  s.tightness_odds = felt_dose / p.tightness_half_effect_dose;
  s.hot_tightness = p.hot_tightness;
  s.hot_rate = 1.0 / p.hot_tightness_time_h;
  // Dry skin that is cared for is less dry, and so sooner over.
  s.dry_tightness = p.dry_tightness / care.dryness;
  s.dry_rate = 2.0 / (p.dry_tightness_peak_h * within_limit(p, sign_time));

  s.flaking_logit = logit(p.flaking_incidence) + p.flaking_dose_slope * ln_felt;
  s.flaking_spread = p.flaking_spread;
  const double transit = f.area == Area::body ? p.flaking_transit_body_h : p.flaking_transit_h;
  s.flaking_rate =
      3.0 / (transit * time_ratio(p, s.dose, p.flaking_dose_exponent, sign_time * care.transit));

  s.sun_redness_share = p.sun_redness_share;
  s.redness_visibility =
      by_tone(p, tone, p.visibility_light, p.visibility_middle, p.visibility_dark);
  s.visible_redness = p.visible_redness / s.redness_visibility;
  s.visible_swelling = p.visible_swelling;
  s.visible_marks = p.visible_marks;
  s.visible_bruising = p.visible_bruising;
  s.felt_tightness = p.felt_tightness;
  s.visible_flaking = p.visible_flaking;
  s.visible_pores = p.visible_pores;

  const double gain = gain_of(p, s.dose, reached_mm);
  s.gain_odds = gain / (1.0 - gain);
  const double of_concern = concern_gain(p, f.concern);
  s.gain_ratio =
      of_concern * when_added(f.prp, p.gain_prp_ratio) * when_added(f.serum, p.gain_serum_ratio);
  s.unresponsive_logit =
      logit(p.gain_unresponsive) + portable_log(concern_unresponsive_odds(p, f.concern));
  s.unresponsive_gain = p.gain_unresponsive_ratio;
  s.gain_fast_share = p.gain_fast_share;
  s.gain_fast_per_week = 1.0 / p.gain_fast_time_weeks;
  s.gain_per_week = 1.0 / p.gain_time_weeks;
  constexpr double kWeeksPerMonth = 365.25 / 12.0 / 7.0;
  s.gain_loss_per_week = rate_of_half_life(p.gain_loss_half_life_months * kWeeksPerMonth);
  s.complete_gain =
      of_concern * (1.0 - portable_pow(1.0 - p.gain_per_session, p.complete_course_sessions));
  s.first_result_gain = p.first_result_gain;
  s.clear_change_gain = p.clear_change_gain;
  s.sessions = f.sessions;
  s.weeks_between = f.weeks_between;
  s.dark_spot_probability = dark_spots(p, f, tone, ln_felt);
  return s;
}

double visible_above(const Scenario &s, Sign sign) {
  switch (sign) {
  case Sign::redness: return s.visible_redness;
  case Sign::swelling: return s.visible_swelling;
  case Sign::marks: return s.visible_marks;
  case Sign::bruising: return s.visible_bruising;
  case Sign::tightness: return s.felt_tightness;
  case Sign::flaking: return s.visible_flaking;
  case Sign::pores: return s.visible_pores;
  }
  return 1.0;
}

} // namespace rt
