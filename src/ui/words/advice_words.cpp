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

// "0 to 3 days": a nothing has no unit.
std::string low_text(const Ui &ui, double hours) {
  return hours > 0 ? span_text(ui, hours) : ui.host.number(0, 0);
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
  // What others say of it stands in its range.
  const std::string until =
      !a.says.empty() && said(a.until_h)
          ? fill(ui.word(Word::care_until), {{"time", end_text(ui, a.until_h)}})
          : "";
  switch (a.say) {
  case AdviceSay::span:
    return (day ? fill(ui.word(Word::from_moment), {{"time", end_moment(ui, a.hours)}})
                : with_time(ui, Word::care_from, a.hours)) +
           (until.empty() ? "" : " " + until);
  case AdviceSay::yes:
    if (until.empty()) return ui.word(Word::care_say_yes);
    return fill(ui.word(Word::list_next), {{"a", ui.word(Word::care_say_yes)}, {"b", until}});
  case AdviceSay::ask: return ui.word(Word::care_say_ask);
  case AdviceSay::leave_out: break;
  }
  if (a.says.empty() || !said(a.hours)) return ui.word(Word::care_leave_out);
  return fill(ui.word(Word::not_before), {{"time", end_text(ui, a.hours)}});
}

std::string advice_words(const Ui &ui, const Advice &a, double hour) {
  std::size_t i = 0;
  while (i + 1 < a.steps.size() && hour >= a.steps[i + 1].from_h) ++i;
  return fill(a.steps[i].words, {{"time", said(a.hours) ? span_text(ui, a.hours) : ""}});
}

std::string advice_range(const Ui &ui, const Advice &a) {
  const bool ends = said(a.until_h) && a.says.empty();
  if (!said(a.min_h))
    return ends ? with_time(ui, Word::care_for, a.until_h) : ui.word(Word::care_no_time);
  // Where nothing waits, clinics say how long, and ours is one of these times.
  const bool how_long = ends && a.say == AdviceSay::yes;
  std::string text = fill(ui.word(how_long ? Word::care_for_clinics : Word::care_clinics),
                          {{"time", how_long ? span_text(ui, a.until_h) : ""},
                           {"low", low_text(ui, a.min_h)},
                           {"high", span_text(ui, a.max_h)}});
  if (ends && !how_long) add(text, with_time(ui, Word::care_for, a.until_h));
  return text;
}

std::string clinic_says(const Ui &ui, const Advice &a) {
  return a.says.empty() ? "" : fill(ui.word(Word::clinic_says), {{"clinic", a.says}});
}

std::vector<std::string> who_says(const Ui &ui, const Advice &a) {
  if (!a.says.empty()) {
    if (a.part == AdvicePart::tell || a.part == AdvicePart::see) return {a.says};
    std::string text =
        fill(ui.word(Word::care_follow), {{"clinic", a.says}, {"time", advice_time(ui, a)}});
    if (said(a.min_h))
      text += " " + fill(ui.word(Word::care_elsewhere),
                         {{"low", low_text(ui, a.min_h)}, {"high", span_text(ui, a.max_h)}});
    return {text};
  }
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
    if (a.say == AdviceSay::ask && !a.says.empty()) continue;
    if (said(a.until_h) || a.say == AdviceSay::yes) {
      // What has an end of the clinic's is done until then; what it allows stands among the first.
      const bool begun_by_end = a.say == AdviceSay::yes || a.hours < kPhaseStart_h[phase + 1];
      const bool own_yes = !a.says.empty() && !said(a.until_h) && phase == 0;
      if ((a.until_h > from && begun_by_end) || own_yes) add(out[0], a.ask);
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

std::string clinic_words(const Ui &ui, const std::string &words) {
  const std::string &name = ui.content.clinic.short_name;
  const std::string says = fill(ui.word(Word::clinic_says),
                                {{"clinic", name.empty() ? ui.word(Word::clinic_yours) : name}});
  return "**" + ui.named(says, "**" + words);
}

std::string clinic_adds(const Ui &ui, const CallLevel &level) {
  const std::string &more =
      ui.content.call_more[static_cast<std::size_t>(&level - call_levels().data())];
  return more.empty() ? "" : clinic_words(ui, more);
}

std::span<const CallLevel> call_levels() {
  static constexpr std::array<CallLevel, kCallLevels> kAll{{
      {Word::call_emergency, Word::call_emergency_signs, Word::call_emergency_find},
      {Word::call_at_once, Word::call_at_once_signs, Word::call_at_once_find},
      {Word::call_24h, Word::call_24h_signs, Word::call_24h_find},
      {Word::call_days, Word::call_days_signs, Word::call_days_find},
  }};
  return kAll;
}

} // namespace rt
