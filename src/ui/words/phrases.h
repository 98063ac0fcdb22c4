#pragma once
// Numbers into plain words: always with their range, never a single number or date alone.

#include "ui/ui.h"

#include <string>

namespace rt {

enum class Phase : std::uint8_t { right_after, second_day, days_3_to_5, weeks_1_to_2 };
inline constexpr std::size_t kPhases = 4;
// On whole days, counted from the treatment as everywhere: "days 3–5" are hours 72 to 144.
inline constexpr std::array<double, kPhases + 1> kPhaseStart_h{0, 24, 72, 144, 336};
Phase phase_at(double hour);
const std::string &phase_name(const Ui &, Phase);

// The civil moment so many hours after the treatment, which is set: real hours where spans are told
// by the hour, days of the calendar beyond.
double after_treatment(const Ui &, double hours);
// When something ends or begins so many hours after the treatment, which is set: with the hour up
// to two days, then the day.
std::string end_moment(const Ui &, double hours);

// "Right after", "Hour 6", "Day 2", "Day 3, 6 h".
std::string day_title(const Ui &);
// "Tue 24 Nov · 24–48 hours", or the phase alone when no date is set; not `whole`: the moment alone.
std::string day_subtitle(const Ui &, bool whole = true);

// "**17 of 20 people** still look red, most of them barely pink." at the chosen time.
std::string still_red(const Ui &);
// The same, with what else is usual then.
std::string day_sentence(const Ui &);

const std::string &sign_name(const Ui &, Sign);
const std::string &milestone_name(const Ui &, Milestone);

// The word for a severity of redness: 0 not red … 4 very red; severities as in Projection.
const std::string &redness_word(const Ui &, double severity);

// The same for any sign: "none", "slight", "clear", "strong"; redness in its own words.
const std::string &severity_word(const Ui &, Sign, double severity);

// A milestone's time: `strong` in bold (the range of 16 of 20 people, or what is advised), `range` (or
// the word "advice", or which clinic says so) behind it in a lighter tone, `more` below them: how clinics differ, or when an
// event comes and goes.
struct MilestoneText {
  std::string strong, range;
  bool advice = false;
  std::string more{};
  bool clinic = false; // the clinic's own word
  std::string spoken() const {
    if (range.empty()) return strong;
    return strong + (advice ? " (" + range + ")" : " " + range);
  }
  std::string all() const { return more.empty() ? spoken() : spoken() + ". " + more; }
};
MilestoneText milestone_text(const Ui &, Milestone);
// The clinic's advice where the milestone is one; null where it is modelled.
const Advice *milestone_advice(const Ui &, Milestone);
// False where the clinic has left that advice away.
bool milestone_told(const Ui &, Milestone);
// "advice", or which clinic says so: of the time between sessions.
std::string session_advice(const Ui &);
// From when on, in hours after the treatment; nothing where nobody waits, or the clinic is to be asked.
std::optional<double> milestone_from(const Ui &, Milestone);
// When people of any projection look normal to others.
MilestoneText looks_normal_text(const Ui &, const Projection &);

// How strong the evidence is, 'A' to 'D': "good studies" … "no study".
const std::string &strength_word(const Ui &, char strength);

// What a choice changes: "−5 h" and "about 5 hours sooner; small studies".
struct EffectText {
  std::string shown, spoken;
  bool better = true;
  bool neutral = false; // no hours: words that stand below the label
};
EffectText effect_text(const Ui &, const ChoiceEffect &);

// When a sign is no longer seen (tightness: felt), with its range.
MilestoneText sign_over(const Ui &, Sign);

// The chance of an event as people of 20, and when it comes and goes.
const std::string &event_name(const Ui &, Event);
MilestoneText event_text(const Ui &, Event);

// "14 of 20"
std::string of_20(const Ui &, double share);

// How many of 20 people are to look normal at the event: "18".
std::string people_asked(const Ui &);

// "Clinics differ: 12 to 19 of 20."
std::string clinics_differ_of_20(const Ui &, const EightInTen &share);

// Whether a sign lasts longer than studies report, in one of ten people or more.
bool longer_than_studies(const Ui &);

// "Redness: today usually between none and clear; over for half of all people by day 2 …"
std::string sign_summary(const Ui &, Sign);

// The value of a field as it is shown: "1.0 mm", "Average", "Monk 5", "Not chosen".
std::string value_text(const Ui &, Field);
std::string value_text(const Ui &, Field, double value); // in the coding of FieldKind

// "Treatment", or "Treatment at Birch": over what a visitor chooses from.
std::string treatment_title(const Ui &);
// "all 6 together": what stands for each visitor who is not sure yet.
std::string all_together(const Ui &);

// "Pen · 1.0 mm · 3 passes"
std::string treatment_summary(const Ui &);
std::string treatment_summary(const Ui &, const Factors &);

} // namespace rt
