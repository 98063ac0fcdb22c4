#pragma once
// What a dermatologist would hold against the model: figures of it that no row tells, each with its
// bounds, wide on purpose. For the report and for a test.

#include "model/parameters.h"

#include <string>
#include <vector>

namespace rt::fit {

struct Claim {
  std::string what; // with its unit; the defaults hold unless it says otherwise
  double figure = 0, low = 0, high = 0;
  bool holds() const { return figure >= low && figure <= high; }
};

// Takes a second or two: among others it tries every extreme that the page can be set to.
std::vector<Claim> claims(const Parameters &);

} // namespace rt::fit
