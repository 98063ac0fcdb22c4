#include "ui/words/plan_dates.h"

#include "content/civil_time.h"
#include "ui/ui.h"
#include "ui/words/advice_words.h"
#include "ui/words/sources.h"

#include <cmath>

namespace rt {

namespace {
constexpr double kDay = 1440;     // minutes
constexpr double kUsualHour = 10; // of a treatment, where the visitor has set none
} // namespace

double treatment_hour(const Ui &ui) {
  const std::optional<double> at = ui.state.treated_at_min;
  return at ? std::floor((*at - day_of(*at) * kDay) / 60) : kUsualHour;
}

double margin_days(const Ui &ui) {
  const Advice *event = ui.content.advice_of("before_event");
  const bool own = event != nullptr && !event->says.empty() && event->hours >= 0;
  return own ? std::ceil(event->hours / 24) : 7 * kMarginWeeks;
}

std::string margin_says(const Ui &ui) {
  const Advice *event = ui.content.advice_of("before_event");
  return event == nullptr || event->says.empty() ? ui.word(Word::advice) : clinic_says(ui, *event);
}

std::string margin_text(const Ui &ui) {
  const Advice *event = ui.content.advice_of("before_event");
  if (event == nullptr || event->says.empty()) return ui.word(Word::plan_margin);
  return clinic_words(
      ui, fill(ui.word(Word::care_before_from), {{"time", span_text(ui, margin_days(ui) * 24)}}) +
              ". " + event->steps[0].words);
}

EventPlan event_plan(const Ui &ui) {
  const double event = *ui.state.event_on_min, hour = treatment_hour(ui);
  return {event, (day_of(event) - margin_days(ui)) * kDay + hour * 60,
          book_by(ui.results.looks_normal, share_of(ui.state.confidence), event, hour, ui.host)};
}

std::vector<double> session_days(const Ui &ui, double first_min) {
  const Factors &f = ui.state.factors;
  std::vector<double> days{first_min};
  while (static_cast<int>(days.size()) < f.sessions) {
    double day = days.back() + 7 * kDay * f.weeks_between;
    if (const std::optional<double> event = ui.state.event_on_min)
      if (day_of(day) > day_of(*event) - margin_days(ui) && day_of(day) <= day_of(*event))
        day += (day_of(*event) + 1 - day_of(day)) * kDay;
    days.push_back(day);
  }
  return days;
}

double share_in_time(const Distribution &looks_normal, double treatment_min, double event_min,
                     Host &host) {
  const double hours = host.hours_between(treatment_min, event_min);
  return hours < 0 ? 0 : looks_normal.share_by(hours);
}

BookBy book_by(const Distribution &looks_normal, double share, double event_min, double hour_of_day,
               Host &host) {
  const double needed_min = looks_normal.value_at(share) * 60;
  const double hour_min = hour_of_day * 60;
  // A day too late by the wall clock alone, so that a longer or shorter day cannot hide the right
  // one; then back to the first that holds.
  double day = std::floor((event_min - needed_min - hour_min) / kDay) + 2;
  auto at = [&](double d) {
    return share_in_time(looks_normal, d * kDay + hour_min, event_min, host);
  };
  BookBy result;
  result.share_a_day_later = at(day);
  while ((result.share_in_time = at(day - 1)) < share || day * kDay + hour_min - kDay > event_min) {
    result.share_a_day_later = result.share_in_time;
    --day;
    if (result.share_in_time >= 1) break; // whoever asks for more than everybody
  }
  result.treatment_min = (day - 1) * kDay + hour_min;
  return result;
}

double moment_after(Host &host, double from_min, double hours) {
  const double at = from_min + hours * 60;
  return at + (hours - host.hours_between(from_min, at)) * 60;
}

double day_of(double civil_min) { return std::floor(civil_min / kDay); }

Month month_of(double civil_min) {
  const std::chrono::year_month_day date = date_of(civil_min);
  const auto month = date.year() / date.month();
  return {day_of(midnight_of(month / 1)),
          static_cast<int>(static_cast<unsigned>((month / std::chrono::last).day()))};
}

} // namespace rt
