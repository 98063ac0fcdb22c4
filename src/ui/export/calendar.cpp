#include "ui/export/export.h"
#include "ui/words/advice_words.h"
#include "ui/words/contact.h"
#include "ui/words/phrases.h"
#include "ui/words/plan_dates.h"

#include "content/json/json_writer.h"

#include <algorithm>
#include <cmath>

namespace rt {

namespace {

constexpr double kDay = 1440; // minutes

struct Entry {
  std::string id, summary, description;
  double start = 0;    // civil minutes
  double last_day = 0; // civil minutes, any of the last day; only of whole days
  bool all_day = true;
};

double midnight(double minutes) { return std::floor(minutes / kDay) * kDay; }

class Writer {
public:
  explicit Writer(const Ui &ui) : ui_(ui) {
    json_.begin('{');
    json_.key("file");
    json_.string("recovery-timeline.ics");
    json_.key("entries");
    json_.begin('[');
  }
  // Every entry says what the whole is for: it may be read alone, years later.
  void put(const Entry &e) {
    json_.begin('{');
    text("id", e.id);
    text("summary", e.summary);
    std::string description = e.description.empty() ? "" : e.description + "\n\n";
    for (const std::string &line : contact_lines(ui_)) description += line + "\n";
    text("description", description + ui_.word(Word::intended_use));
    json_.key("start");
    json_.number(e.all_day ? midnight(e.start) : e.start);
    json_.key("end");
    if (e.all_day)
      json_.number(midnight(std::max(e.start, e.last_day)) + kDay);
    else
      json_.null();
    json_.key("all_day");
    json_.boolean(e.all_day);
    json_.end('}');
  }
  std::string take() {
    json_.end(']');
    json_.end('}');
    return json_.take();
  }

private:
  void text(const char *key, const std::string &value) {
    json_.key(key);
    json_.string(value);
  }
  const Ui &ui_;
  json::Writer json_;
};

// Modelled: the days between which 16 of 20 people get there. Advice: the day from which on.
Entry milestone_entry(const Ui &ui, Milestone m, const char *id) {
  const MilestoneTime &t = ui.results.projection.milestone[static_cast<std::size_t>(m)];
  const MilestoneText when = milestone_text(ui, m);
  const std::string &name = milestone_name(ui, m);
  if (t.advice) {
    const Advice *row = milestone_advice(ui, m);
    const std::string clinic = row ? row->says : "";
    return {id,
            fill(ui.word(Word::calendar_advice),
                 {{"name", name}, {"time", when.strong}, {"advice", when.range}}),
            clinic.empty() ? ui.word(Word::calendar_advice_text)
                           : fill(ui.word(Word::calendar_clinic), {{"clinic", clinic}}),
            after_treatment(ui, milestone_from(ui, m).value_or(0))};
  }
  const double low = static_cast<double>(t.hours[kP10]), high = static_cast<double>(t.hours[kP90]);
  return {id, fill(ui.word(Word::calendar_span), {{"name", name}}),
          fill(ui.word(Word::calendar_span_text),
               {{"name", name}, {"time", when.strong}, {"range", when.range}}),
          after_treatment(ui, low), after_treatment(ui, high)};
}

// Before anything is booked: the best and the latest day for the treatment, where still to come.
void put_plan(const Ui &ui, Writer &writer) {
  const EventPlan plan = event_plan(ui);
  const double now = ui.host.now(), latest = plan.latest.treatment_min;
  if (plan.best_min >= now)
    writer.put(
        {"best-by", ui.word(Word::calendar_best), without_marks(margin_text(ui)), plan.best_min});
  if (latest < now) return;
  writer.put({"book-by", ui.word(Word::calendar_book_by),
              fill(ui.word(Word::calendar_book_by_text), {{"n", people_asked(ui)}}), latest});
}

// Who says when the next session is.
std::string session_words(const Ui &ui) {
  const Advice *row = milestone_advice(ui, Milestone::next_session);
  return row == nullptr || row->says.empty()
             ? ui.word(Word::calendar_session_text)
             : fill(ui.word(Word::calendar_clinic), {{"clinic", row->says}});
}

// Questions of the clinic's own that have a time: on the day from which on, else on the last one.
void put_own_rows(const Ui &ui, Writer &writer, double treated) {
  for (const Advice &a : ui.content.advice) {
    const bool before = a.part == AdvicePart::before;
    const double hours = std::isfinite(a.hours) ? a.hours : a.until_h;
    if (a.key.rfind("own_", 0) != 0 || !(before || a.part == AdvicePart::after) || !(hours > 0) ||
        a.say == AdviceSay::ask || !applies(ui, a))
      continue;
    std::string words = advice_words(ui, a, before ? 0 : hours);
    if (!words.empty()) words += "\n";
    writer.put(
        {a.key,
         fill(ui.word(Word::calendar_advice),
              {{"name", a.ask}, {"time", advice_time(ui, a)}, {"advice", clinic_says(ui, a)}}),
         words + fill(ui.word(Word::calendar_clinic), {{"clinic", a.says}}),
         before ? treated - hours * 60 : after_treatment(ui, hours)});
  }
}

void put_course(const Ui &ui, Writer &writer) {
  const double start = *ui.state.treated_at_min;
  const Factors &f = ui.state.factors;
  writer.put(
      {"treatment", ui.word(Word::calendar_treatment), treatment_summary(ui), start, 0, false});
  // The next session is told by the sessions themselves.
  constexpr std::pair<Milestone, const char *> milestones[]{
      {Milestone::make_up, "make-up"},
      {Milestone::not_visibly_red, "not-visibly-red"},
      {Milestone::looks_normal, "looks-normal"},
      {Milestone::exercise, "exercise"},
      {Milestone::sun, "sun"},
      {Milestone::first_result, "first-result"}};
  for (const auto &[milestone, id] : milestones)
    if (!ui.results.projection.milestone[static_cast<std::size_t>(milestone)].advice ||
        milestone_from(ui, milestone))
      writer.put(milestone_entry(ui, milestone, id));
  const std::vector<double> days = session_days(ui, start);
  for (std::size_t i = 1; i < days.size(); ++i) {
    const std::string n = ui.host.number(static_cast<double>(i + 1), 0);
    writer.put(
        {"session-" + std::to_string(i + 1),
         fill(ui.word(Word::calendar_session),
              {{"n", n}, {"all", ui.host.number(f.sessions, 0)}, {"advice", session_advice(ui)}}),
         session_words(ui), days[i]});
  }
  put_own_rows(ui, writer, start);
}

} // namespace

std::string calendar_json(const Ui &ui) {
  Writer writer(ui);
  const std::optional<double> event = ui.state.event_on_min;
  if (ui.state.treated_at_min)
    put_course(ui, writer);
  else if (event)
    put_plan(ui, writer);
  if (event) writer.put({"event", ui.word(Word::calendar_event), "", *event});
  return writer.take();
}

} // namespace rt
