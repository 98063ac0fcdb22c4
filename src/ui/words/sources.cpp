#include "ui/words/sources.h"

#include "content/civil_time.h"
#include "ui/words/phrases.h"

#include <algorithm>
#include <cmath>

namespace rt {

namespace {

// As many decimals as the number has, at most four.
std::string shown(const Ui &ui, double value) {
  int decimals = 0;
  double power = 1;
  for (double scaled = value; decimals < 4 && std::abs(scaled - std::round(scaled)) > 1e-6;
       scaled = value * power) {
    ++decimals;
    power *= 10;
  }
  return ui.host.number(value, decimals);
}

// A number in its unit; units as in RT_PARAMETERS.
std::string in_unit(const Ui &ui, double value, std::string_view unit) {
  struct Entry {
    std::string_view unit;
    Word word;
  };
  static constexpr Entry kUnits[] = {
      {"h", Word::after_hours},          {"1/h", Word::unit_per_hour},
      {"weeks", Word::after_weeks},      {"months", Word::unit_months},
      {"years", Word::unit_years},       {"sessions", Word::unit_sessions},
      {"passes", Word::passes_n},        {"ratio", Word::unit_times},
      {"fraction", Word::unit_severity}, {"dose", Word::unit_dose},
      {"severity", Word::unit_severity}};
  for (const Entry &entry : kUnits)
    if (entry.unit == unit)
      return fill(ui.content.word(entry.word, ui.host.plural(value)), {{"n", shown(ui, value)}});
  return shown(ui, value); // a pure number
}

} // namespace

std::string span_text(const Ui &ui, double hours) {
  // Never rounded: a clinic's 60 hours are not 3 days, and its 20 days are not 3 weeks.
  const double days = hours / 24, weeks = days / 7;
  if (hours <= 48 || days != std::round(days)) return ui.counted(Word::after_hours, hours);
  if (days < 14 || weeks != std::round(weeks)) return ui.counted(Word::care_days, days);
  return ui.counted(Word::after_weeks, weeks);
}

std::string end_text(const Ui &ui, double hours) {
  return ui.state.treated_at_min ? end_moment(ui, hours) : span_text(ui, hours);
}

std::string parameter_text(const Ui &ui, const SourcedParameter &p) {
  return fill(ui.word(Word::about_value), {{"value", in_unit(ui, p.value, p.unit)},
                                           {"low", shown(ui, p.min)},
                                           {"high", shown(ui, p.max)}});
}

std::vector<std::string> source_texts(const Ui &ui, const std::vector<std::string> &sources) {
  std::vector<std::string> out;
  for (const std::string &source : sources) {
    const Study *study = ui.content.study_of(source);
    const std::string &text = source == kPrior ? ui.word(Word::about_prior)
                              : source == kConvention || source.rfind("SEED", 0) == 0
                                  ? ui.word(Word::about_convention)
                              : study != nullptr ? study->citation
                                                 : source;
    if (std::find(out.begin(), out.end(), text) == out.end()) out.push_back(text);
  }
  return out;
}

std::string date_text(const Ui &ui, std::string_view date) {
  const auto civil = parse_date(date);
  return civil ? ui.host.moment(midnight_of(*civil), MomentStyle::long_date) : std::string(date);
}

std::string version_text(const Ui &ui) {
  return fill(ui.word(Word::version_line),
              {{"version", ui.content.version}, {"date", date_text(ui, ui.content.reviewed_on)}});
}

} // namespace rt
