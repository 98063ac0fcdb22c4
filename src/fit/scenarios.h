#pragma once
// What each row asks of the model (tests/evidence/scenarios.json): the treatment it stands for, the
// quantity that is compared, and how. One scenario a row, in the order of the rows.

#include "fit/evidence.h"
#include "model/factors.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rt::fit {

// Conditions of a study that no visitor can set.
struct Setup {
  bool occluded = false;  // the skin was covered while its barrier was measured
  bool smooth_rf = false; // non-insulated RF needles, driven in smoothly, without bleeding
  bool operator==(const Setup &) const = default;
};

enum class Use : std::uint8_t {
  score, // takes part in the fit and in the score
  fit,   // anchors a parameter in the fit, but is not scored
  no,    // neither; `why` tells the reason
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

struct Scenario {
  std::string row;       // id of the row
  std::string quantity;  // a name of predict.h, "published", or "none"
  std::string published; // with "published": the row whose value stands in for the model's
  Use use = Use::score;
  Test test = Test::value;
  Bound bound = Bound::none;
  Factors factors, against;     // the model's defaults where the file says nothing
  Setup setup;                  // of both
  double at_h = 0;              // for quantities at a time; results: hours from the first session
  double scale = 1, offset = 0; // prediction in the row's unit = offset + scale * quantity
  std::optional<double> value, low, high; // instead of the row's own
  std::string why;
};

// Fails at the first scenario that is malformed, out of the model's domain or without its row.
Result<std::vector<Scenario>> read_scenarios(std::string_view json, const std::vector<Row> &rows);

// Fields of one JSON object of factors, as in element.state; for messages.
std::string describe(const Factors &);

} // namespace rt::fit
