#include "ui/views/care_rows.h"
#include "ui/views/views.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/texts.h"
#include "ui/words/advice_words.h"
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
  return {advice.ask + ": " + advice_time(ui, advice) + ".", advice_range(ui, advice) + ".",
          advice.date, advice.sources, advice.strength};
}

// One line that opens: the sentence, below it value and strength; opened, the studies.
void source_row(Flow &flow, std::size_t index) {
  Ui &ui = flow.ui;
  const Sourced sourced = sourced_at(ui, index);
  const std::string strength(1, sourced.strength);
  const std::string markup = sourced.sentence + " **" + sourced.value + "**";
  const TextStyle style = text_style(14.5f, ui.theme.text);
  const float chip = std::round(24 * ui.pen.text_scale()), words_w = flow.width() - chip - 12;
  const float words_h = ui.pen.paragraph(markup, {0, 0, words_w, 0}, style, false);
  {
    Group item(flow, std::to_string(index), Role::list_item, "");
    const Rect row = flow.row(std::max(target_height(ui), words_h + 16));
    const std::string label =
        fill(ui.word(Word::about_row),
             {{"sentence", sourced.sentence}, {"value", sourced.value}, {"strength", strength}});
    const bool open = fold(ui, "open", row, label);
    ui.pen.paragraph(markup, {row.x, row.y + (row.h - words_h) / 2, words_w, 0}, style);
    const Rect letter{row.right() - chip, row.y + (row.h - chip) / 2, chip, chip};
    ui.pen.outline(letter, open ? ui.theme.accent : ui.theme.border, 8);
    ui.pen.text(strength, letter, text_style(13, ui.theme.text), Align::center);
    if (open) {
      Columns columns(flow, Columns::FirstWidth{words_w});
      source_lines(columns[0], sourced.sources);
      text(columns[0], "date",
           fill(ui.word(Word::about_read), {{"date", date_text(ui, sourced.date)}}),
           text_style(13, ui.theme.muted));
      columns[0].advance(10);
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

// A group of numbers, `from` up to `to`, as a line that opens.
void number_group(Flow &flow, Word name, std::size_t from, std::size_t to) {
  Ui &ui = flow.ui;
  const std::string title =
      fill(ui.word(Word::about_group_count),
           {{"name", ui.word(name)}, {"n", ui.host.number(static_cast<double>(to - from), 0)}});
  Group item(flow, std::to_string(from), Role::list_item, "");
  if (!disclosure(flow, "open", title)) return;
  {
    Group list(flow, "list", Role::list, title);
    for (std::size_t i = from; i < to; ++i) source_row(flow, i);
  }
  flow.advance(8);
}

void numbers(Flow &flow) {
  Group list(flow, "groups", Role::list, flow.ui.word(Word::about_numbers));
  // What comes after the treatment stands first.
  std::size_t times = 0;
  for (const Advice &advice : flow.ui.content.advice)
    times += advice.part == AdvicePart::after ? 1 : 0;
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
       text_style(15, ui.theme.text));
  flow.advance(8);
}

// The words of a section stand behind its title in the list of words, up to `last`; with radio-
// frequency up to `last_rf`. What they cannot tell is drawn by `more`.
struct Section {
  Word title, first, last, last_rf;
  bool list;
  void (*more)(Flow &);
};
constexpr std::array<Section, 7> kSections{{
    {Word::about_what, Word::about_what_text, Word::about_results, Word::about_results, false,
     nullptr},
    {Word::about_pores, Word::about_pores_text, Word::about_pores_text, Word::about_pores_text,
     false, nullptr},
    {Word::about_risks, Word::about_risk_skin, Word::about_risk_roller, Word::about_rf, true,
     nullptr},
    {Word::about_who, Word::about_who_wait, Word::about_who_often, Word::about_who_rf, true,
     nullptr},
    {Word::call_title, Word::call_lead, Word::call_lead, Word::call_lead, false, call_signs},
    {Word::about_numbers, Word::about_numbers_text, Word::about_numbers_text,
     Word::about_numbers_text, false, numbers},
    {Word::about_page, Word::about_page_funding, Word::about_page_privacy, Word::about_page_privacy,
     false, review},
}};

} // namespace

void about_view(Flow &flow) {
  Ui &ui = flow.ui;
  const bool rf = ui.state.factors.device == Device::rf;
  Card card(flow, "about", Role::list, ui.content.field(Field::view).options.back().label);
  for (const Section &section : kSections) {
    if (&section != kSections.data()) card.divider();
    Group item(card, std::to_string(static_cast<int>(section.title)), Role::list_item, "");
    if (!disclosure(card, "open", ui.word(section.title))) continue;
    word_texts(card, section.first, rf ? section.last_rf : section.last, section.list);
    if (section.more == nullptr) continue;
    section.more(card);
    card.advance(6);
  }
}

} // namespace rt
