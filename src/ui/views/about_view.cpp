#include "ui/views/care_rows.h"
#include "ui/views/views.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/texts.h"
#include "ui/words/advice_words.h"
#include "ui/words/phrases.h"
#include "ui/words/sources.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {

namespace {

// A number of the content and who says so: a parameter or, behind the parameters, advice with a
// time.
struct Sourced {
  std::string sentence, value;
  const std::string &date;
  const std::vector<std::string> &sources;
  char strength;
};

Sourced sourced_at(const Ui &ui, std::size_t index) {
  const std::vector<SourcedParameter> &all = ui.content.sourced_parameters;
  if (index < all.size()) {
    const SourcedParameter &p = all[index];
    return {p.sentence, parameter_text(ui, p), p.date, p.sources, p.strength};
  }
  const Advice &advice = ui.content.advice[index - all.size()];
  // Numbers and studies are ours; what the clinic says stands in Care.
  if (!advice.says.empty())
    return {advice.ask + ".", advice_range(ui, advice) + ".", advice.date, advice.sources,
            advice.strength};
  return {advice.ask + ": " + advice_time(ui, advice) + ".", advice_range(ui, advice) + ".",
          advice.date, advice.sources, advice.strength};
}

// A line that opens: its words, a note below them; returns whether it is open.
bool line(Flow &flow, const std::string &markup, const std::string &note,
          const std::string &label) {
  Ui &ui = flow.ui;
  const TextStyle body = body_style(ui), small = note_style(ui);
  constexpr float sign_w = 32;
  const float w = flow.width() - sign_w;
  const float words_h = ui.pen.paragraph(markup, {0, 0, w, 0}, body, false);
  const float note_h = ui.pen.paragraph(note, {0, 0, w, 0}, small, false);
  const Rect row = flow.row(std::max(target_height(ui), words_h + note_h + 16));
  const bool open = fold(ui, "open", row, label);
  const float top = row.y + (row.h - words_h - note_h) / 2;
  ui.pen.paragraph(markup, {row.x, top, w, 0}, body);
  ui.pen.paragraph(note, {row.x, top + words_h, w, 0}, small);
  const Point c{row.right() - 10, row.y + row.h / 2};
  ui.pen.fill({c.x - 6, c.y - 1, 12, 2}, ui.theme.muted, 1);
  if (!open) ui.pen.fill({c.x - 1, c.y - 6, 2, 12}, ui.theme.muted, 1);
  return open;
}

// A time that the clinic has its own for, or a row of its own: nothing of ours stands behind it.
bool told_by_clinic(const Ui &ui, std::size_t index) {
  if (index >= kParameters) {
    const Advice &advice = ui.content.advice[index - kParameters];
    return advice.part == kNoPart || (!advice.says.empty() && advice.min_h != advice.min_h);
  }
  const auto own = [&](Parameter p, std::string_view key) {
    const Advice *row = ui.content.advice_of(key);
    return index == static_cast<std::size_t>(p) && (row == nullptr || !row->says.empty());
  };
  return own(Parameter::advice_make_up_h, "make_up") ||
         own(Parameter::advice_exercise_h, "exercise") || own(Parameter::advice_sun_h, "sun");
}

// The sentence, its value, below it the strength; opened, the studies.
void source_row(Flow &flow, std::size_t index) {
  Ui &ui = flow.ui;
  const Sourced sourced = sourced_at(ui, index);
  const std::string &strength = strength_word(ui, sourced.strength);
  {
    Group item(flow, std::to_string(index), Role::list_item, "");
    const std::string label =
        fill(ui.word(Word::about_row),
             {{"sentence", sourced.sentence}, {"value", sourced.value}, {"strength", strength}});
    if (line(flow, sourced.sentence + " **" + sourced.value + "**", strength, label)) {
      source_lines(flow, sourced.sources);
      text(flow, "date", fill(ui.word(Word::about_read), {{"date", date_text(ui, sourced.date)}}),
           note_style(ui));
      flow.advance(10);
    }
  }
  flow.divider();
}

// The parameters in groups: each starts at a parameter and ends where the next one starts.
struct ParameterGroup {
  Parameter first;
  Word name;
};
constexpr std::array<ParameterGroup, 19> kGroups{{
    {Parameter::reach_pen, Word::about_group_injury},
    {Parameter::reactivity_dose_step, Word::about_group_reactivity},
    {Parameter::redness_half_effect_dose, Word::sign_redness},
    {Parameter::visibility_light, Word::about_group_tone},
    {Parameter::swelling_incidence, Word::sign_swelling},
    {Parameter::marks_half_effect_dose, Word::sign_marks},
    {Parameter::rf_bleeding_ratio, Word::sign_bruising},
    {Parameter::barrier_amount, Word::about_group_barrier},
    {Parameter::dark_skin_time_ratio, Word::about_group_healing},
    {Parameter::tightness_half_effect_dose, Word::sign_tightness},
    {Parameter::flaking_incidence, Word::sign_flaking},
    {Parameter::pores_half_effect_dose, Word::sign_pores},
    {Parameter::sun_redness_share, Word::about_group_sun},
    {Parameter::gain_per_session, Word::about_group_gain},
    {Parameter::prp_time_ratio, Word::about_group_choices},
    {Parameter::omega_time, Word::about_group_people},
    {Parameter::dark_spots_light, Word::about_group_spots},
    {Parameter::breakouts_incidence, Word::events},
    {Parameter::advice_make_up_h, Word::about_group_advice},
}};

std::size_t first_of(std::size_t group) {
  return group < kGroups.size() ? static_cast<std::size_t>(kGroups[group].first) : kParameters;
}

// "mostly small studies, 9 studies": the strength that most of the numbers have behind which there
// is a study at all, "partly" where most have none.
std::string group_note(const Ui &ui, std::size_t from, std::size_t to) {
  std::array<std::size_t, 5> counts{};
  std::vector<const Study *> studies;
  for (std::size_t i = from; i < to; ++i) {
    const Sourced sourced = sourced_at(ui, i);
    ++counts[static_cast<std::size_t>(sourced.strength - 'A')];
    for (const std::string &source : sourced.sources)
      if (const Study *study = ui.content.study_of(source))
        if (std::find(studies.begin(), studies.end(), study) == studies.end())
          studies.push_back(study);
  }
  const std::size_t all = to - from, none = counts[3];
  if (none == all || studies.empty()) return strength_word(ui, 'D');
  const auto most = std::max_element(counts.begin(), counts.begin() + 3);
  std::string strength = strength_word(ui, static_cast<char>('A' + (most - counts.begin())));
  if (*most < all)
    strength = fill(ui.word(2 * *most > all ? Word::about_mostly : Word::about_partly),
                    {{"strength", strength}});
  return fill(ui.word(Word::list_next),
              {{"a", strength},
               {"b", ui.counted(Word::about_studies, static_cast<double>(studies.size()))}});
}

// A group of numbers, `from` up to `to`, as a line that opens.
void number_group(Flow &flow, Word name, std::size_t from, std::size_t to) {
  const std::string &title = flow.ui.word(name), note = group_note(flow.ui, from, to);
  {
    Group item(flow, std::to_string(from), Role::list_item, "");
    if (line(flow, title, note, flow.ui.named(title, note))) {
      Group list(flow, "list", Role::list, title);
      for (std::size_t i = from; i < to; ++i)
        if (!told_by_clinic(flow.ui, i)) source_row(flow, i);
    }
  }
  flow.divider();
}

void numbers(Flow &flow) {
  flow.advance(8);
  Group list(flow, "groups", Role::list, flow.ui.word(Word::about_numbers));
  // What comes after the treatment stands first; the clinic's own rows behind all of ours.
  const std::vector<Advice> &rows = flow.ui.content.advice;
  std::size_t times = 0;
  while (times < rows.size() &&
         (rows[times].part == AdvicePart::after || rows[times].part == kNoPart))
    ++times;
  for (std::size_t g = 0; g < kGroups.size(); ++g)
    number_group(flow, kGroups[g].name, first_of(g), first_of(g + 1));
  number_group(flow, Word::about_group_care, kParameters, kParameters + times);
}

void review(Flow &flow) {
  const Ui &ui = flow.ui;
  text(flow, "review",
       fill(ui.word(Word::about_page_review), {{"version", ui.content.version},
                                               {"date", date_text(ui, ui.content.reviewed_on)},
                                               {"next", date_text(ui, ui.content.next_review_on)}}),
       body_style(ui));
}

// Who is to be told that something does not work.
void contact(Flow &flow) {
  const Ui &ui = flow.ui;
  const Clinic &clinic = ui.content.clinic;
  if (clinic.name.empty()) return;
  text(flow, "contact", clinic.phone.empty() ? clinic.name : ui.named(clinic.name, clinic.phone),
       body_style(ui));
}

// The words of a section stand behind its title in the list of words, up to `last`. What they cannot
// tell is drawn by `more`. Of two columns it stands in the one that leaves no half empty.
struct Section {
  Word title, first, last;
  bool list, second;
  void (*more)(Flow &);
};
constexpr std::array<Section, 8> kSections{{
    {Word::about_what, Word::about_what_text, Word::about_results, false, false, nullptr},
    {Word::about_pores, Word::about_pores_text, Word::about_pores_text, false, true, nullptr},
    {Word::about_risks, Word::about_risk_skin, Word::about_risk_roller, true, true, nullptr},
    {Word::about_rf_title, Word::about_rf_makes, Word::about_rf, false, true, nullptr},
    {Word::about_who, Word::about_who_wait, Word::about_who_rf, true, true, nullptr},
    {Word::about_numbers, Word::about_numbers_text, Word::about_numbers_text, false, false,
     numbers},
    {Word::about_page, Word::about_page_funding, Word::about_page_privacy, false, true, review},
    {Word::about_access, Word::about_access_text, Word::about_access_contact, false, true, contact},
}};

} // namespace

void about_view(Flow &flow) {
  Parts parts(flow);
  Columns columns(parts, parts.columns(2, 640), 32);
  for (const Section &section : kSections) {
    Flow &column = columns[section.second ? 1 : 0];
    const std::string key = std::to_string(static_cast<int>(section.title));
    Group item(column, key, Role::group, flow.ui.word(section.title));
    // The first of a column stands at the top of the view.
    if (column.height() == 0) column.advance(-24);
    section_title(column, "title", flow.ui.word(section.title));
    word_texts(column, section.first, section.last, section.list);
    if (section.more) section.more(column);
    if (&section == &kSections.front()) call_below(column);
  }
}

} // namespace rt
