#pragma once
// Advice: what it says at the chosen time, how long it holds and who says so, in the words of the
// language.

#include "content/advice.h"
#include "ui/ui.h"

#include <array>
#include <span>
#include <string>
#include <utility>

namespace rt {

// What stands of it at this hour after the treatment; `after` only.
enum class AdviceGroup : std::uint8_t { yes, not_yet, ask };
AdviceGroup group_of(const Advice &, double hour);

// Does it belong to the treatment that is set?
bool applies(const Ui &, const Advice &);

// "from 48 hours", "yes", "leave out"; of what comes before "From 2 weeks before".
std::string advice_time(const Ui &, const Advice &);
// What holds at this hour: "Mineral first, with a clean brush."
std::string advice_words(const Ui &, const Advice &, double hour);
// "Clinics say: 24 hours to 6 days": of those elsewhere where the clinic has its own word.
std::string advice_range(const Ui &, const Advice &);
// "Linden says"; empty where it does not.
std::string clinic_says(const Ui &, const Advice &);
// The clinic, its time, and what it is elsewhere; else "Common clinic advice; no study" and the studies.
std::vector<std::string> who_says(const Ui &, const Advice &);

// What to do, what to leave out, and what is possible again, in a phase: each a list of names, or
// empty. Nothing is possible again before its time.
using PhaseLines = std::array<std::string, 3>;
PhaseLines phase_lines(const Ui &, std::size_t phase);

// When to call the clinic, the soonest first: name of the level, its signs, words to search it by.
struct CallLevel {
  Word name, signs, find;
};
std::span<const CallLevel> call_levels();
// "Linden says: …", of what the clinic adds to ours.
std::string clinic_words(const Ui &, const std::string &words);
// The same where it adds to a level; else empty.
std::string clinic_adds(const Ui &, const CallLevel &);

} // namespace rt
