#pragma once
// What people may do and when, what to do before, whom to tell what first, and what people see: rows
// of one list, each with who says so. Numbers stand in model.json under "advice", words in the words
// of the language under the same keys; a row more is an entry in both and no line of code.
//
// Where the source of a span is "clinic convention", its range is what after-care sheets of clinics
// say; the span itself is our choice within it.

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace rt {

// Names are the keys in model.json.
// clang-format off
#define RT_ADVICE_PARTS(X) X(after) X(before) X(tell) X(see)
#define RT_ADVICE_SAYS(X) X(span) X(yes) X(ask) X(leave_out)
#define RT_ADVICE_CATEGORIES(X) X(skin) X(heat) X(medicine) X(hair) X(out)
// clang-format on
// What the model can count: the signs in the order of Sign, then the events in that of Event.
// clang-format off
#define RT_ADVICE_SHOWN(X)                                                                         \
  X(nothing) X(redness) X(swelling) X(marks) X(bruising) X(tightness) X(flaking) X(pores)          \
  X(dark_spots) X(breakouts) X(numbness)
// clang-format on
#define RT_ADVICE_ENUM(name) name,
// after the visit; by time before it; what the clinic must know first; what people see
enum class AdvicePart : std::uint8_t { RT_ADVICE_PARTS(RT_ADVICE_ENUM) };
// span: from `hours` on; leave_out: for `hours` at least, and no word that it is fine then
enum class AdviceSay : std::uint8_t { RT_ADVICE_SAYS(RT_ADVICE_ENUM) };
enum class AdviceCategory : std::uint8_t { RT_ADVICE_CATEGORIES(RT_ADVICE_ENUM) };
enum class AdviceShown : std::uint8_t { RT_ADVICE_SHOWN(RT_ADVICE_ENUM) };
#undef RT_ADVICE_ENUM
#define RT_ADVICE_COUNT(name) +1
inline constexpr std::size_t kAdviceParts = 0 RT_ADVICE_PARTS(RT_ADVICE_COUNT),
                             kAdviceSays = 0 RT_ADVICE_SAYS(RT_ADVICE_COUNT),
                             kAdviceCategories = 0 RT_ADVICE_CATEGORIES(RT_ADVICE_COUNT),
                             kAdviceShown = 0 RT_ADVICE_SHOWN(RT_ADVICE_COUNT);
#undef RT_ADVICE_COUNT

// What holds from so many hours after the treatment on, until the next step.
struct AdviceStep {
  double from_h = 0;
  std::string words;
};

// Of a row that the clinic leaves away.
inline constexpr auto kNoPart = static_cast<AdvicePart>(kAdviceParts);

struct Advice {
  static constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

  std::string key; // "make_up"
  AdvicePart part = {};
  AdviceSay say = {};
  AdviceCategory category = {};
  bool brief = false; // stands also where there is room for the usual ones only: phases, paper
  bool rf = false;    // of treatments with radio-frequency
  // Hours after the treatment; of what is to be done before, ahead of it. kNone: no time is said.
  double hours = kNone;
  // Advice to keep something up ends here.
  double until_h = kNone;
  // What clinics say: of `hours`; where nothing waits, of `until_h`.
  double min_h = kNone, max_h = kNone;
  // At least one, the first from 0 on.
  std::vector<AdviceStep> steps;
  AdviceShown shows = {}; // of what people see

  // Of the times: A controlled study, B small studies, C expert view, D convention, E case reports.
  char strength = 'D';
  // When it was last looked up, "2026-11-30".
  std::string date;
  // As of a parameter.
  std::vector<std::string> sources;
  // The clinic that says so, then its own times stand in `hours` and `until_h`, and min_h to max_h is
  // what others say; empty: see sources.
  std::string says;
  // Of what people see: what the clinic adds to our words.
  std::string added;

  // "Wear make-up"; why; synonyms for the search, space between.
  std::string ask, why, find;
};

// A published study, and the rows of the evidence that came from it ("RED-08").
struct Study {
  std::string citation;
  std::vector<std::string> rows;
};

} // namespace rt
