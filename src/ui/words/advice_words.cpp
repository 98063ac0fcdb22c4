#include "ui/words/advice_words.h"

#include "ui/words/phrases.h"
#include "ui/words/sources.h"

#include <algorithm>

namespace rt {

namespace {

bool said(double hours) { return hours == hours; }

std::string with_time(const Ui &ui, Word word, double hours) {
  return fill(ui.word(word), {{"time", span_text(ui, hours)}});
}

void add(std::string &list, const std::string &name) {
  if (!list.empty()) list += " · ";
  list += name;
}

} // namespace

AdviceGroup group_of(const Advice &a, double hour) {
  if (a.say == AdviceSay::ask) return AdviceGroup::ask;
  const bool free = a.say == AdviceSay::yes || (a.say == AdviceSay::span && hour >= a.hours);
  return free ? AdviceGroup::yes : AdviceGroup::not_yet;
}

bool applies(const Ui &ui, const Advice &a) {
  return !a.rf || ui.state.factors.device == Device::rf;
}

std::string advice_time(const Ui &ui, const Advice &a) {
  const std::optional<double> &day = ui.state.treated_at_min;
  if (a.part == AdvicePart::before && day && a.hours > 0)
    return fill(ui.word(Word::from_moment),
                {{"time", ui.host.moment(*day - a.hours * 60, MomentStyle::day)}});
  if (a.part == AdvicePart::before)
    return !said(a.hours) || a.hours == 0 ? ui.word(Word::care_on_day)
           : a.hours == 24                ? ui.word(Word::care_day_before)
                                          : with_time(ui, Word::care_before_from, a.hours);
  switch (a.say) {
  case AdviceSay::span:
    if (day) return fill(ui.word(Word::from_moment), {{"time", end_moment(ui, a.hours)}});
    return with_time(ui, Word::care_from, a.hours);
  case AdviceSay::yes: return ui.word(Word::care_say_yes);
  case AdviceSay::ask: return ui.word(Word::care_say_ask);
  case AdviceSay::leave_out: break;
  }
  return ui.word(Word::care_leave_out);
}

const std::string &advice_words(const Advice &a, double hour) {
  std::size_t i = 0;
  while (i + 1 < a.steps.size() && hour >= a.steps[i + 1].from_h) ++i;
  return a.steps[i].words;
}

std::string advice_range(const Ui &ui, const Advice &a) {
  std::string text = ui.word(Word::care_no_time);
  if (said(a.min_h)) {
    // "0 to 3 days": a nothing has no unit.
    const std::string low = a.min_h > 0 ? span_text(ui, a.min_h) : ui.host.number(0, 0);
    text = fill(ui.word(Word::care_clinics), {{"low", low}, {"high", span_text(ui, a.max_h)}});
  }
  if (said(a.until_h)) add(text, with_time(ui, Word::care_for, a.until_h));
  return text;
}

std::vector<std::string> who_says(const Ui &ui, const Advice &a) {
  if (!a.says.empty()) return {a.says};
  std::vector<std::string> sources = a.sources;
  std::stable_partition(sources.begin(), sources.end(),
                        [](const std::string &source) { return source == kConvention; });
  return source_texts(ui, sources);
}

PhaseLines phase_lines(const Ui &ui, std::size_t phase) {
  PhaseLines out;
  const double from = kPhaseStart_h[phase];
  double group_end = 0;
  const auto close_group = [&] {
    if (group_end > 0) out[2] += " (" + end_text(ui, group_end) + ")";
  };
  for (const Advice &a : ui.content.advice) {
    if (a.part != AdvicePart::after || !a.brief || !applies(ui, a)) continue;
    if (said(a.until_h) || a.say == AdviceSay::yes) {
      if (a.until_h > from) add(out[0], a.ask);
      continue;
    }
    // The list of what to leave out stands once; each later phase tells what comes off it: what is
    // free when the phase begins, in the last one also what gets free in it.
    if (phase == 0) add(out[1], a.ask);
    const bool begun = phase > 0 && a.hours <= from && a.hours > kPhaseStart_h[phase - 1];
    const bool last = phase + 1 == kPhases && a.hours > from;
    if (a.say != AdviceSay::span || !(begun || last)) continue;
    if (a.hours != group_end) close_group();
    group_end = a.hours;
    add(out[2], a.ask);
  }
  close_group();
  return out;
}

std::span<const CallLevel> call_levels() {
  static constexpr std::array<CallLevel, 4> kCallLevels{{
      {Word::call_emergency, Word::call_emergency_signs, Word::call_emergency_find},
      {Word::call_at_once, Word::call_at_once_signs, Word::call_at_once_find},
      {Word::call_24h, Word::call_24h_signs, Word::call_24h_find},
      {Word::call_days, Word::call_days_signs, Word::call_days_find},
  }};
  return kCallLevels;
}

} // namespace rt
