#pragma once
// web/content/model.json as the fit sees it: values and ranges in, new values out. Everything else
// in the file (sources, sentences, fields, order, line breaks) is left as it stands.

#include "model/parameters.h"
#include "result.h"

#include <string>
#include <string_view>
#include <vector>

namespace rt::fit {

// A parameter of model.json with what the fit may do to it.
struct Ranged {
  const ParameterSpec *spec = nullptr;
  double value = 0, min = 0, max = 0;
  std::string strength;
  std::vector<std::string> sources;
  double start = 0;    // centre of its prior
  bool fitted = false; // false: a definition or a convention, which no row could move
};

// Every parameter, in the order of parameter_specs(). `priors` is tests/evidence/priors.json.
Result<std::vector<Ranged>> read_model(std::string_view model, std::string_view priors);

Parameters values_of(const std::vector<Ranged> &);
Parameters starts_of(const std::vector<Ranged> &);

// `digits` significant digits, as they stand in the file.
double round_digits(double value, int digits);

// The text of model.json with these values; fails when a parameter cannot be found in it.
Result<std::string> with_values(std::string_view model, const std::vector<Ranged> &);

} // namespace rt::fit
