#pragma once
// The pictures of the view Plan; for views/ only. Moments in civil minutes, as in State.

#include "ui/layout.h"
#include "ui/words/plan_dates.h"

namespace rt {

// What a day is good for, as a day of treatment before the event.
enum class DayKind : std::uint8_t { plain, good, no_room, shows };
struct DayLook {
  Color ground, ink;
};
DayLook look_of(const Ui &, DayKind);
const std::string &kind_name(const Ui &, DayKind);

// The month of `month_min`, its days marked by what they are good for.
void month_grid(Flow &, double month_min, const EventPlan &);
// What the marks mean.
void plan_legend(Flow &);

// The weeks before the event as one bar, with the treatment, if that is set, below it; nullptr: before
// any event, in weeks, the latest treatment `latest_days` before it. Returns whether all its parts had
// room for their names.
bool plan_bar(Flow &, const EventPlan *, double latest_days);
// The same in words.
std::string plan_bar_text(const Ui &, const std::string &best, const std::string &latest);

} // namespace rt
