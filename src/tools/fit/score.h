#pragma once
// Scoring by kind: does a prediction agree with a row?
//
// time, peak_time, half_life: inside [low, high], or within a factor 1.5 of the value.
// time_bound: at least 80 % of people below an upper bound, at least 50 % above a lower one.
// incidence: inside the confidence interval; not above an "up to" figure.
// level, contrast: inside the interval; without one, within 30 % of the value.
// direction: the sign is right; 0 means a change under 10 %.

#include "tools/fit/questions.h"

#include <string>
#include <vector>

namespace rt::fit {

// What the model says to a question, in the row's unit.
struct Prediction {
  double value = 0;        // median of people, share, level, ratio, or relative change
  double p10 = 0, p90 = 0; // of people; both equal `value` where it is one number
  // The same of people at clinics of all kinds; times of the treated side only, else as p10 and p90.
  double anywhere_p10 = 0, anywhere_p90 = 0;
  double below_low = 0;  // share of people below the lower bound of the row
  double below_high = 0; // share of people at or below the upper bound
};

// What a row asks, after the question's own numbers have taken the place of the row's.
struct Reported {
  Kind kind = Kind::time;
  Test test = Test::value;
  Bound bound = Bound::none;
  std::optional<double> value{}, low{}, high{};
};
Reported asked(const Row &, const Question &);

// The span of predictions that score; for bounds the bound itself. Infinite where one side is open.
struct Span {
  double low, high;
};
Span accepted(const Reported &);

bool agrees(const Reported &, const Prediction &);

// "40 to 90 h", "at most 0.16", "below 10 h in 80 %", "less": for the report.
std::string describe(const Reported &, const std::string &unit);

// One row of the founding document against the model.
enum class Verdict : std::uint8_t {
  agrees,      // as it would score
  weaker,      // true of some people only (ten to ninety in a hundred), or shown by no study
  contradicts, // true of hardly anybody
};
const char *verdict_name(Verdict);
Verdict judge(const Reported &, const Prediction &);

// Counts for the shares: use score or check.
bool is_scored(const Question &);

struct Tally {
  std::string name; // a measure, or a quality
  int rows = 0, agreeing = 0;
  double weight = 0, agreeing_weight = 0;
  double share() const { return weight > 0 ? agreeing_weight / weight : 0; }
};

struct Scored {
  const Row *row;
  const Question *question;
  Reported ask;
  Prediction prediction;
  bool agrees;
};

// How often the range of 8 in 10 holds what a study reports as the time of its people.
struct Coverage {
  int rows = 0, by_people = 0, anywhere = 0;
};
// Of the scored rows that report a time (no bound) and are not of the founding document.
Coverage coverage(const std::vector<Scored> &, std::string_view qualities);

// By measure, in the order of first appearance, counting rows of these qualities ("AB") that are
// scored and not of the founding document.
std::vector<Tally> by_measure(const std::vector<Scored> &, std::string_view qualities);
Tally total(const std::vector<Scored> &, std::string_view qualities);

} // namespace rt::fit
