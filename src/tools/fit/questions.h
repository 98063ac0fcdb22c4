#pragma once
// What each row asks of the model (tests/evidence/questions.json): the treatment it stands for, the
// quantity that is compared, and how. One question a row, in the order of the rows.

#include "model/factors.h"
#include "model/scenario.h"
#include "tools/fit/evidence.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rt::fit {

enum class Use : std::uint8_t {
  score,  // takes part in the fit and in the score
  check,  // scored only: another row tells the fit the same observation
  anchor, // takes part in the fit only: fixes the size of what other rows borrow
  spread, // only how widely people differ takes part in the fit
  no,     // none of it; `why` tells the reason
};

enum class Test : std::uint8_t {
  value,            // the quantity itself, by the rule of the row's kind
  bound,            // share of people below (above) a bound, also where the row's kind is a time
  ratio,            // quantity over the same of `against`
  difference,       // quantity minus the same of `against`
  odds_ratio,       // odds of a share over the odds of the same share of `against`
  change,           // sign of the relative change against `against`; under 10 % counts as none
  change_from_zero, // sign of a quantity that is 0 without treatment
  sign,             // as change_from_zero, but presence is all that is asked: above 0
  share_above,      // a share of people between `low` and `high`
};

enum class Bound : std::uint8_t { none, upper, lower, both };

struct Question {
  std::string row;       // id of the row
  std::string quantity;  // a name of predict.h, "published", or "none"
  std::string published; // with "published": the row whose value stands in for the model's
  Use use = Use::score;
  Test test = Test::value;
  Bound bound = Bound::none;
  Factors factors, against;     // the model's defaults where the file says nothing
  StudyConditions study;        // of both sides; led of the treated side only
  double at_h = 0;              // for quantities at a time; results: hours from the first session
  double scale = 1, offset = 0; // prediction in the row's unit = offset + scale * quantity
  std::optional<double> value, low, high; // instead of the row's own
  std::string why;
};

// Fails at the first question that is malformed, out of the model's domain or without its row.
Result<std::vector<Question>> read_questions(std::string_view json, const std::vector<Row> &rows);

// Fields of one JSON object of factors, as in element.state; for messages.
std::string describe(const Factors &);

} // namespace rt::fit
