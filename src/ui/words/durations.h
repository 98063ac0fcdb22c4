#pragma once
// How long something takes, as a range in plain words.

#include "ui/ui.h"

#include <string>

namespace rt {

// "6 to 20 hours", "1 to 2 days", "10 hours to 4 days": whole units, the range never narrower than
// it is. Hours up to a day and a half, then days.
std::string duration_range(const Ui &, double low_h, double high_h);
// The same where there is little room: "under 1 day", "under 1 to 4 days", "2 to 5 days".
std::string short_duration_range(const Ui &, const Quantiles &hours);
// The range of 16 of 20 people.
std::string duration_range(const Ui &, const Quantiles &hours);

// The value that this share of people does not pass, read between the quantiles and beyond the outer
// ones as far again as to the next.
double value_of_share(const Quantiles &, double share);

} // namespace rt
