#include "ui/export/export.h"
#include "ui/words/advice_words.h"
#include "ui/words/contact.h"
#include "ui/words/phrases.h"
#include "ui/words/plan_dates.h"
#include "ui/words/sources.h"

#include "content/json/json_writer.h"

#include <cmath>
#include <vector>

namespace rt {

namespace {

class Handout {
public:
  explicit Handout(const Ui &ui) : ui_(ui) {
    json_.begin('{');
    json_.key("language");
    json_.string(ui.content.language);
    json_.key("right_to_left");
    json_.boolean(ui.content.right_to_left);
    json_.key("title");
    json_.string(ui.word(Word::sheet_title));
    json_.key("blocks");
    json_.begin('[');
  }
  void block(const char *kind, const std::string &text,
             const std::vector<std::string> &items = {}) {
    json_.begin('{');
    json_.key("kind");
    json_.string(kind);
    json_.key("text");
    json_.string(text);
    json_.key("items");
    json_.begin('[');
    for (const std::string &item : items) json_.string(item);
    json_.end(']');
    json_.end('}');
  }
  void block(const char *kind, Word word) { block(kind, ui_.word(word)); }
  std::string take() {
    json_.end(']');
    json_.end('}');
    return json_.take();
  }

private:
  const Ui &ui_;
  json::Writer json_;
};

// What was set, in one line: "Pen · 1.0 mm · 3 passes · Cheeks · …", toggles by their names.
std::string settings_line(const Ui &ui) {
  std::string line = treatment_summary(ui);
  for (const Field f : {Field::area, Field::reactivity, Field::age_band, Field::tone}) {
    const double value = get(ui.state, f);
    if (f != Field::tone)
      line += " · " + value_text(ui, f);
    else if (value != 0)
      line += " · " + ui.named(ui.content.field(f).label, ui.host.number(value, 0));
  }
  for (std::size_t i = 0; i < kFactorFields; ++i) {
    const Field f = static_cast<Field>(i);
    if (field_kind(f) == FieldKind::toggle && get(ui.state, f) != 0)
      line += " · " + ui.content.field(f).label;
  }
  return line;
}

// The two days before an event, which is set.
void put_plan(const Ui &ui, Handout &handout) {
  const EventPlan plan = event_plan(ui);
  const auto day = [&](double moment) { return ui.host.moment(moment, MomentStyle::day); };
  handout.block("rows", "",
                {ui.word(Word::plan_event), day(plan.event_min),
                 ui.word(Word::plan_best) + " (" + margin_says(ui) + ")", day(plan.best_min),
                 fill(ui.word(Word::plan_latest), {{"n", people_asked(ui)}}),
                 day(plan.latest.treatment_min)});
  handout.block("small", without_marks(margin_text(ui)));
}

} // namespace

std::string handout_json(const Ui &ui) {
  Handout handout(ui);
  if (ui.state.treated_at_min)
    handout.block("text", ui.named(ui.content.field(Field::treated_at).label,
                                   value_text(ui, Field::treated_at)));
  handout.block("text", settings_line(ui));
  if (ui.state.event_on_min && !ui.state.treated_at_min) put_plan(ui, handout);
  handout.block("heading", Word::milestones);
  std::vector<std::string> rows;
  for (std::size_t i = 0; i < kMilestones; ++i) {
    const auto m = static_cast<Milestone>(i);
    if (m == Milestone::next_session && ui.state.factors.sessions == 1) continue;
    if (!milestone_told(ui, m)) continue;
    rows.push_back(milestone_name(ui, m));
    rows.push_back(milestone_text(ui, m).all());
  }
  handout.block("rows", "", rows);
  handout.block("small", Word::sheet_ranges);
  if (beyond_studies(ui.state, ui.content)) handout.block("small", Word::beyond_studies);
  handout.block("heading", Word::care_weeks);
  rows.clear();
  for (std::size_t phase = 0; phase < kPhases; ++phase) {
    std::string lines;
    const PhaseLines parts = phase_lines(ui, phase);
    for (std::size_t kind = 0; kind < parts.size(); ++kind) {
      if (parts[kind].empty()) continue;
      const auto head = static_cast<Word>(static_cast<std::size_t>(Word::care_keep) + kind);
      lines += (lines.empty() ? "" : "\n") + ui.named(ui.word(head), parts[kind]);
    }
    rows.push_back(phase_name(ui, static_cast<Phase>(phase)));
    rows.push_back(lines);
  }
  handout.block("rows", "", rows);
  handout.block("heading", Word::call_title);
  rows.clear();
  for (const CallLevel &level : call_levels()) {
    rows.push_back(ui.word(level.name));
    const std::string more = without_marks(clinic_adds(ui, level));
    rows.push_back(ui.word(level.signs) + (more.empty() ? "" : "\n" + more));
  }
  handout.block("rows", "", rows);
  for (const std::string &line : contact_lines(ui)) handout.block("text", line);
  handout.block("small", Word::call_note);
  handout.block("small", Word::intended_use);
  handout.block("small", version_text(ui));
  return handout.take();
}

} // namespace rt
