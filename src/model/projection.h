#pragma once
// The model's public face: time courses with bands, milestones, course of sessions.
// Numbers only; everything is computed from Parameters (model.json), Factors and a Population.

#include "model/factors.h"
#include "model/parameters.h"
#include "model/people.h"
#include "model/signs.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace rt {

enum class Milestone : std::uint8_t {
  make_up,         // advice: hours after which make-up is usually allowed
  not_visibly_red, // modelled
  looks_normal,    // modelled: no sign visible to others (tightness is felt, not seen)
  exercise,        // advice
  sun,             // advice: long sun and tanning beds
  next_session,    // advice: weeks_between
  first_result,    // modelled: first visible change of the result
};
inline constexpr std::size_t kMilestones = 7;

struct MilestoneTime {
  bool advice = false;  // true: `advised_h` is what clinics advise, nothing is computed
  double advised_h = 0; // hours after the treatment
  Quantiles hours{};    // modelled milestones only: people at one typical clinic
  // The same of people at clinics of all kinds. Who judges, with which device and to which end point
  // differs from clinic to clinic, and a visitor does not know which one is theirs.
  Quantiles hours_anywhere{};
};

// What may also happen: told by its chance and its time, no sign with a course.
enum class Event : std::uint8_t {
  dark_spots, // post-inflammatory hyperpigmentation
  breakouts,  // small spots like acne
  numbness,   // from the numbing cream, in everybody who gets it
};
inline constexpr std::size_t kEvents = 3;

// How 8 in 10 people with an event have it, in hours after the (last) treatment.
struct EventSpan {
  double p10 = 0, p50 = 0, p90 = 0;
};
struct EventChance {
  double probability = 0; // 0..1 of people, after the whole course
  EightInTen anywhere;    // the same at clinics of all kinds
  EventSpan begin_h, end_h;
};

// Everything the widget shows for one set of factors.
struct Projection {
  TimeAxis axis;
  std::array<SignBand, kSigns> sign;
  std::array<MilestoneTime, kMilestones> milestone;
  Course course;
  std::array<EventChance, kEvents> event;
};

// The longest that a sign is reported to be seen (redness, swelling: RED-14, SWE-15) or felt (tightness:
// TIG-02, SEED-09), in hours, with room above; who has it for longer should ask the clinic. Infinite
// for the other signs.
double longest_reported_h(Sign);

// The course of these factors alone, and that of 1 .. kMostSessions sessions at the interval and with
// the PRP of `factors`, whose own number of sessions does not matter; [0] = one session. Require
// valid(factors) and a non-empty Population.
Course course_of(const Parameters &, const Factors &, const Population &);
std::array<Course, kMostSessions> courses_by_sessions(const Parameters &, const Factors &,
                                                      const Population &);

// Interpolated on the axis; `hour` is clamped to 0 .. horizon_h.
Quantiles severity_at(const Projection &, Sign, double hour);
double share_visible_at(const Projection &, Sign, double hour);
EightInTen share_visible_anywhere_at(const Projection &, Sign, double hour);

// Renews `out` completely, reusing its memory. Requires valid(factors) and a non-empty Population.
void project(const Parameters &, const Factors &, const Population &, const TimeAxis &,
             Projection &out);

// The same of people of whom an equal part has each of the treatments. Quantiles are mixed from those
// of each treatment, within a twentieth of a count of all people. Requires at least one treatment.
void project_pooled(const Parameters &, std::span<const Factors> treatments, const Population &,
                    const TimeAxis &, Projection &out);

// Hours until redness is no longer seen, in people of whom an equal part has each of the treatments:
// not_visibly_red alone, which is much quicker. Requires at least one.
Quantiles hours_red(const Parameters &, std::span<const Factors> treatments, const Population &);

// The aftercare choices and PRP: what each does to recovery by itself.
enum class Choice : std::uint8_t {
  prp,
  water,
  sun_protection,
  moisturiser,
  serum,
  no_makeup_24h,
  gentle_care,
  anti_inflammatory,
  ice,
  arnica_bromelain,
};
inline constexpr std::size_t kChoices = 10;
struct ChoiceEffect {
  // Hours by which the median of looks_normal is later with the choice than without, all else as
  // it is; negative: the choice shortens recovery.
  double on_minus_off_h = 0;
  bool measured = false; // by a study: choice_parameter() has it
  bool disputed = false; // not measured, and clinics do not agree about it
  // Evidence A controlled … D convention: not known to the numbers, the caller takes it from the
  // content by choice_parameter().
  char strength = 'D';
};
// The parameter that carries what studies measured of a choice, and with it the strength of evidence.
// Nothing where no study speaks: such a choice moves no number.
std::optional<Parameter> choice_parameter(Choice);
// Hours until half of people look normal to others.
double looks_normal_median_h(const Parameters &, const Factors &, const Population &);
// `looks_normal_h`: that median of these factors.
ChoiceEffect choice_effect(const Parameters &, const Factors &, const Population &, Choice,
                           double looks_normal_h);
std::array<ChoiceEffect, kChoices> choice_effects(const Parameters &, const Factors &,
                                                  const Population &);

} // namespace rt
