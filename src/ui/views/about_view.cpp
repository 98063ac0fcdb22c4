#include "ui/ui.h"
#include "ui/widgets/card.h"
#include "ui/widgets/controls.h"
#include "ui/words/care_items.h"
#include "ui/words/sources.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {

namespace {

// A number of the content and who says so: a parameter or, behind the parameters, a span of care.
struct Sourced {
  std::string sentence, value;
  const std::string &date;
  const std::vector<std::string> &sources;
  char strength;
};

Sourced sourced(const Ui &ui, std::size_t index) {
  const std::vector<SourcedParameter> &all = ui.content.sourced_parameters;
  if (index < all.size()) {
    const SourcedParameter &p = all[index];
    return {p.sentence, parameter_text(ui, p), p.date, p.sources, p.strength};
  }
  const auto item = static_cast<CareItem>(index - all.size());
  const CareSpan &span = ui.content.care_of(item);
  return {ui.word(care_words(item).name) + ".",
          fill(ui.word(Word::about_value), {{"value", span_text(ui, span.hours)},
                                            {"low", span_text(ui, span.min_h)},
                                            {"high", span_text(ui, span.max_h)}}),
          span.date, span.sources, span.strength};
}

// One line that opens: the sentence, below it value and strength; opened, the studies.
float source_row(Ui &ui, std::size_t index, const Place &p) {
  const Sourced row = sourced(ui, index);
  const std::string strength(1, row.strength);
  const std::string markup = row.sentence + " **" + row.value + "**";
  const TextStyle style = text_style(14.5f, ui.theme.text);
  const bool rtl = ui.pen.right_to_left();
  const float chip = std::round(24 * ui.pen.text_scale()), words_w = p.w - chip - 12;
  const float words_x = rtl ? p.x + p.w - words_w : p.x;
  const float words_h = ui.pen.paragraph(markup, {0, 0, words_w, 0}, style, false);
  const float h = std::max(target_height(ui), words_h + 16);

  Group item(ui, std::to_string(index), Role::list_item, "");
  const bool open =
      fold(ui, "open", {p.x, p.y, p.w, h},
           fill(ui.word(Word::about_row),
                {{"sentence", row.sentence}, {"value", row.value}, {"strength", strength}}));
  ui.pen.paragraph(markup, {words_x, p.y + (h - words_h) / 2, words_w, 0}, style);
  const Rect letter{rtl ? p.x : p.x + p.w - chip, p.y + (h - chip) / 2, chip, chip};
  ui.pen.outline(letter, open ? ui.theme.accent : ui.theme.border, 8);
  ui.pen.text(strength, letter, text_style(13, ui.theme.text), Align::center);

  float y = p.y + h;
  if (open) {
    y += source_lines(ui, row.sources, {words_x, y, words_w});
    const std::string read = fill(ui.word(Word::about_read), {{"date", date_text(ui, row.date)}});
    y += text_block(ui, "date", read, {words_x, y, words_w}, text_style(13, ui.theme.muted)) + 10;
  }
  item.set_rect({p.x, p.y, p.w, y - p.y});
  ui.pen.line({p.x, y}, {p.x + p.w, y}, ui.theme.divider, 1);
  return y - p.y;
}

// The parameters in groups: each starts at a parameter and ends where the next one starts.
struct ParameterGroup {
  Parameter first;
  Word name;
};
constexpr std::array<ParameterGroup, 18> kGroups{{
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
    {Parameter::advice_make_up_h, Word::about_group_advice},
}};

std::size_t first_of(std::size_t group) {
  return group < kGroups.size() ? static_cast<std::size_t>(kGroups[group].first) : kParameters;
}

// A group of numbers, `from` up to `to`, as a line that opens.
float number_group(Ui &ui, Word name, std::size_t from, std::size_t to, const Place &p) {
  const std::string title =
      fill(ui.word(Word::about_group_count),
           {{"name", ui.word(name)}, {"n", ui.host.number(static_cast<double>(to - from), 0)}});
  Group item(ui, std::to_string(from), Role::list_item, "");
  const float line_h = disclosure_height(ui, title, p.w);
  float y = p.y + line_h;
  if (disclosure(ui, "open", title, {p.x, p.y, p.w, line_h})) {
    Group list(ui, "list", Role::list, title);
    for (std::size_t i = from; i < to; ++i) y += source_row(ui, i, {p.x, y, p.w});
    list.set_rect({p.x, p.y + line_h, p.w, y - p.y - line_h});
    y += 8;
  }
  item.set_rect({p.x, p.y, p.w, y - p.y});
  return y - p.y;
}

float numbers(Ui &ui, const Place &p) {
  Group list(ui, "groups", Role::list, ui.word(Word::about_numbers));
  float y = p.y;
  for (std::size_t g = 0; g < kGroups.size(); ++g)
    y += number_group(ui, kGroups[g].name, first_of(g), first_of(g + 1), {p.x, y, p.w});
  y += number_group(ui, Word::about_group_care, kParameters, kParameters + kCareItems,
                    {p.x, y, p.w});
  list.set_rect({p.x, p.y, p.w, y - p.y});
  return y - p.y;
}

float review(Ui &ui, const Place &p) {
  const std::string text =
      fill(ui.word(Word::about_page_review), {{"version", ui.content.version},
                                              {"date", date_text(ui, ui.content.reviewed_on)},
                                              {"next", date_text(ui, ui.content.next_review_on)}});
  return text_block(ui, "review", text, p, text_style(15, ui.theme.text)) + 8;
}

// The words of a section stand behind its title in the list of words, up to `last`; with radio-
// frequency up to `last_rf`. What they cannot tell is drawn by `more`.
struct Section {
  Word title, first, last, last_rf;
  bool list;
  float (*more)(Ui &, const Place &);
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
    {Word::call_title, Word::care_call, Word::care_call, Word::care_call, false, call_signs},
    {Word::about_numbers, Word::about_numbers_text, Word::about_numbers_text,
     Word::about_numbers_text, false, numbers},
    {Word::about_page, Word::about_page_funding, Word::about_page_privacy, Word::about_page_privacy,
     false, review},
}};

} // namespace

float about_view(Ui &ui, const Place &p) {
  Card card(ui, "about", Role::list, ui.content.field(Field::view).options.back().label, p);
  for (const Section &section : kSections) {
    if (&section != kSections.data()) card.line();
    const Place at = card.at();
    const std::string &title = ui.word(section.title);
    Group item(ui, std::to_string(static_cast<int>(section.title)), Role::list_item, "");
    const float line_h = disclosure_height(ui, title, at.w);
    card.took(line_h);
    if (disclosure(ui, "open", title, {at.x, at.y, at.w, line_h})) {
      const bool rf = ui.state.factors.device == Device::rf;
      card.took(word_texts(ui, section.first, rf ? section.last_rf : section.last, section.list,
                           card.at()));
      if (section.more != nullptr) card.took(section.more(ui, card.at()), 6);
    }
    item.set_rect({at.x, at.y, at.w, card.at().y - at.y});
  }
  return card.finish(ui.theme.border);
}

} // namespace rt
